"""Asks the processes of all peers in turn: a run of one, a run of the next, so that a busy moment hits all alike."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .sets import DataSet
from .work import WORKS, Work

PATIENCE = 1.0
"""Seconds after which a peer has run often enough, however few runs that were."""
INTERPRETERS = {"graph_tool": "/usr/bin/python3"}
"""Peers that a distribution has and PyPI has not."""


@dataclass
class Result:
    """What one peer made of one work."""

    seconds: list[float] = field(default_factory=list)
    answer: Any = None
    note: str = ""
    """Why there are no times."""


class Entrant:
    """A peer's process."""

    def __init__(self, key: str, data: DataSet, scratch: Path) -> None:
        own = scratch / key
        own.mkdir()
        self.key = key
        self.process = subprocess.Popen(
            [INTERPRETERS.get(key, sys.executable), "-m", "peers.worker", key, str(own)],
            cwd=Path(__file__).parents[1],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self.loaded = self.ask(data.written())

    def ask(self, line: str) -> dict[str, Any]:
        assert self.process.stdin and self.process.stdout
        try:
            print(line, file=self.process.stdin, flush=True)
            answer = self.process.stdout.readline()
        except BrokenPipeError:
            answer = ""
        return json.loads(answer) if answer else {"failed": "its process ended"}

    def is_running(self) -> bool:
        return "relations" in self.loaded

    def stop(self) -> None:
        assert self.process.stdin
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.close()
        self.process.wait()


def race(work: Work, entrants: list[Entrant]) -> dict[str, Result]:
    """Runs of all in turn, until each has run often or long enough."""
    results = {e.key: Result() for e in entrants}
    spent = dict.fromkeys(results, 0.0)
    for round in range(work.repeat + 1):  # the first one warms up
        for e in entrants:
            result = results[e.key]
            if result.note or (round > 1 and spent[e.key] > PATIENCE):
                continue
            began = time.perf_counter()
            answer = e.ask(str(WORKS.index(work)))
            spent[e.key] += time.perf_counter() - began
            result.note = answer.get("cannot") or answer.get("failed", "")
            if result.note:
                continue
            result.answer = answer["answer"]
            if round > 0 or spent[e.key] > PATIENCE:
                result.seconds.append(answer["seconds"])
    return results
