"""comity's reader of dates beside those of others, over many made strings: where they differ, by shape.

    python tests/differential/dates.py [COUNT] [SEED] [NODE_FOLDER]

Needs comity and NumPy, and of the others what is there: `pip install edtf undate edtf-validate`, and in NODE_FOLDER
`npm install edtf @edtf-ts/core`. A shape is a string with its digits as 9. What all of the others say against comity
comes first and is what to look at; a difference that stays is one that the standard or a decision of comity's
settles. Nothing here is a test: what was learnt stands in tests/time/edtf-cases.txt.
"""

from __future__ import annotations

import contextlib
import importlib.util
import io
import json
import re
import subprocess
import sys
import warnings
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import comity
from edtf_strings import strings

Reading = tuple[Any, Any, Any] | None  # level, first and last day, each None where not given; None: no date
Reader = Callable[[str], Reading]


def read_comity(text: str) -> Reading:
    try:
        date = comity.Date(text)
    except comity.DateError:
        return None
    return date.level, date.earliest, date.latest


def civil(year: int, month: int, day: int) -> str:
    return f"{'-' if year < 0 else ''}{abs(year):04d}-{month:02d}-{day:02d}"


def python_edtf() -> Reader:
    from edtf import parse_edtf

    def read(text: str) -> Reading:
        try:
            date = parse_edtf(text)
        except Exception:
            return None
        days = []
        for side in ("lower_strict", "upper_strict"):
            try:
                days.append(civil(*getattr(date, side)()[:3]))
            except Exception:  # an open end is a float here
                days.append("")
        return None, days[0] or None, days[1] or None

    return read


def undate() -> Reader:
    from undate import Undate

    def read(text: str) -> Reading:
        try:
            date = Undate.parse(text, "EDTF")
        except Exception:
            return None
        ends = (getattr(date, "earliest", None), getattr(date, "latest", None))
        if hasattr(ends[0], "earliest") or hasattr(ends[1], "latest"):  # an interval holds dates
            ends = (getattr(ends[0], "earliest", None), getattr(ends[1], "latest", None))
        days = [civil(int(d.year), int(d.month), int(d.day)) if d is not None else None for d in ends]
        return None, days[0], days[1]

    return read


def edtf_validate() -> Reader:
    from edtf_validate import valid_edtf as v

    def read(text: str) -> Reading:
        try:
            if not v.is_valid(text):
                return None
        except Exception:
            return None
        levels = [n for n, found in enumerate((v.isLevel0, v.isLevel1, v.isLevel2)) if found(text)]
        return (levels[0] if levels else None), None, None

    return read


def readings(texts: list[str], node_folder: str | None) -> dict[str, list[Reading]]:
    found: dict[str, list[Reading]] = {}
    for name, make in {"edtf": python_edtf, "undate": undate, "edtf_validate": edtf_validate}.items():
        if importlib.util.find_spec(name):
            read = make()
            with contextlib.redirect_stdout(io.StringIO()):  # one of them thinks aloud
                found[name] = [read(text) for text in texts]
    if node_folder:
        script = Path(__file__).with_name("peers.mjs")
        ran = subprocess.run(["node", script, node_folder], input=json.dumps(texts), capture_output=True, text=True)
        if ran.returncode:
            sys.exit(ran.stderr)
        for name, answers in json.loads(ran.stdout).items():
            found[name] = [None if a is None else tuple(a) for a in answers]
    return found


def shape(text: str) -> str:
    return re.sub(r"[0-9]", "9", text)


def show(title: str, groups: dict[str, list[str]], most: int = 40) -> None:
    print(f"\n## {title}: {sum(map(len, groups.values()))} strings of {len(groups)} shapes")
    for name, examples in sorted(groups.items(), key=lambda item: -len(item[1]))[:most]:
        print(f"{len(examples):6}  {name:<28} {'   '.join(examples[:3])}")


def compare_validity(texts: list[str], own: list[Reading], found: dict[str, list[Reading]]) -> None:
    votes: dict[tuple[bool, int], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for i, text in enumerate(texts):
        yes = sum(answers[i] is not None for answers in found.values())
        votes[(own[i] is not None, yes)][shape(text)].append(text)
    print("comity says, of the others yes:", dict(Counter({k: sum(map(len, v.values())) for k, v in votes.items()})))
    for yes in range(len(found), 0, -1):
        show(f"comity no, {yes} of {len(found)} yes", votes[(False, yes)])
    for yes in range(2):
        show(f"comity yes, {yes} of {len(found)} yes", votes[(True, yes)])


def compare_part(
    what: str, part: int, texts: list[str], own: list[Reading], found: dict[str, list[Reading]]
) -> None:
    """Level, first or last day, where at least two others give one and agree on another than comity."""
    groups: dict[str, list[str]] = defaultdict(list)
    apart: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    asked = 0
    for i, text in enumerate(texts):
        mine = own[i]
        if mine is None:
            continue
        others = {name: a[i][part] for name, a in found.items() if a[i] is not None and a[i][part] is not None}
        asked += bool(others)
        for name, value in others.items():
            if value != mine[part]:
                apart[name][shape(text)].append(f"{text} {value} not {mine[part]}")
        if len(others) > 1 and len(set(others.values())) == 1 and mine[part] not in others.values():
            groups[shape(text)].append(f"{text} {next(iter(others.values()))} not {mine[part]}")
    print(f"\n# {what}: {asked} strings compared")
    show(f"{what}: two others or more agree against comity", groups)
    for name, differences in apart.items():
        show(f"{what}: {name} differs", differences, 15)


def main() -> None:
    count, seed = (int(a) for a in (sys.argv[1:3] + ["20000", "1"][len(sys.argv[1:3]) :]))
    warnings.simplefilter("ignore")
    texts = list(strings(count, seed))
    own = [read_comity(text) for text in texts]
    found = readings(texts, sys.argv[3] if len(sys.argv) > 3 else None)
    if not found:
        sys.exit("none of the other readers is installed")
    print(f"{len(texts)} strings, seed {seed}; comity and {', '.join(found)}")
    compare_validity(texts, own, found)
    for part, what in enumerate(("level", "first day", "last day")):
        compare_part(what, part, texts, own, found)


if __name__ == "__main__":
    main()
