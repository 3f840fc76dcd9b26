"""What came of it, as Markdown."""

from __future__ import annotations

import os
import platform
import statistics
from pathlib import Path

import numpy as np

from .race import Entrant, Result
from .sets import DataSet
from .work import Work


def processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        return next(line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor()


def machine() -> str:
    load = ", ".join(f"{x:.1f}" for x in os.getloadavg())
    return (
        f"{processor()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}; load of the machine before the run {load}"
    )


def time_text(seconds: float) -> str:
    for unit, size in (("s", 1), ("ms", 1e-3)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds / 1e-6:.3g} µs"


def agree(one: object, other: object, close: float) -> bool:
    if one == other:
        return True
    try:
        return close > 0 and np.allclose(np.asarray(one, float), np.asarray(other, float), rtol=close, atol=close)
    except (TypeError, ValueError):
        return False


def rows_of(work: Work, results: dict[str, Result], names: dict[str, str]) -> list[str]:
    """One row a peer, the fastest first; ratios are to comity's median."""
    own = results.get("comity", Result())
    median = statistics.median(own.seconds) if own.seconds else float("nan")
    rows = []
    ran = sorted((k for k in results if results[k].seconds), key=lambda k: statistics.median(results[k].seconds))
    for key in ran:
        times = results[key].seconds
        right = not own.seconds or agree(results[key].answer, own.answer, work.close)
        ratio = "" if key == "comity" else f"{statistics.median(times) / median:.3g}"
        note = "" if right else "**another answer**"
        rows.append(
            f"| {work.name} | {names[key]} | {time_text(min(times))} | {time_text(statistics.median(times))} "
            f"| {time_text(max(times))} | {ratio} | {note} |"
        )
    reasons: dict[str, list[str]] = {}
    for key, result in results.items():
        if result.note:
            reasons.setdefault(result.note, []).append(names[key])
    for reason, keys in reasons.items():
        rows.append(f"| {work.name} | {', '.join(keys)} | – | – | – | – | {reason} |")
    return rows


def verdict(work: Work, results: dict[str, Result], names: dict[str, str]) -> str:
    """The fastest peer whose answer is comity's, beside the target: by the fastest runs, and by the medians."""
    own = results.get("comity", Result())
    if not own.seconds:
        return f"| {work.name} | – | – | – | – | {work.target:g} | {own.note} |"
    rivals = {
        k: r.seconds
        for k, r in results.items()
        if k != "comity" and r.seconds and agree(r.answer, own.answer, work.close)
    }
    mine = time_text(min(own.seconds))
    if not rivals:
        return f"| {work.name} | {mine} | – | – | – | {work.target:g} | no peer |"
    best = min(rivals, key=lambda k: min(rivals[k]))
    ratio = min(rivals[best]) / min(own.seconds)
    medians = statistics.median(rivals[best]) / statistics.median(own.seconds)
    met = "met" if ratio >= work.target else "ahead" if ratio > 1 else "**behind**"
    return (
        f"| {work.name} | {mine} | {names[best]} {time_text(min(rivals[best]))} | {ratio:.3g} | {medians:.3g} "
        f"| {work.target:g} | {met} |"
    )


def memory_rows(entrants: list[Entrant], data: DataSet) -> list[str]:
    rows = []
    for e in sorted(entrants, key=lambda e: e.loaded["held"]):
        held = e.loaded["held"]
        rows.append(
            f"| {e.loaded['name']} | {held / 2**20:,.1f} MiB | {held / e.loaded['relations']:,.0f} "
            f"| {e.loaded['peak'] / 2**20:,.0f} MiB | {time_text(e.loaded['seconds'])} |"
        )
    return rows
