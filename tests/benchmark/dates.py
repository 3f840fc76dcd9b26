"""Reading dates: comity over a column beside readers that read one date after the other, on real dates.

    python tests/benchmark/dates.py FOLDER [NODE_FOLDER]

FOLDER has environment-treaties/, whose lists of parties give the texts. Needs comity, NumPy and pandas, and of the
others what is there: `pip install edtf undate edtf-validate`, and in NODE_FOLDER `npm install edtf`. Contenders that
read one at a time get the same random texts of the column, as they stand there, repeated ones too; comity reads these
as well, and the whole column. Each gives the first and the last day, but edtf-validate, which says only whether it is
a date. Microseconds a date; rounds go by turns, and the best of them counts. Nothing here is a test.
"""

from __future__ import annotations

import contextlib
import importlib.metadata
import io
import json
import platform
import random
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd

import comity

LISTS = {
    "parties_GGO.csv.gz": "Begin End Signature StateSignature StateRatification Force StateForce Term StateEnd",
    "parties_IEADB.csv.gz": "Begin End Signature stateSignature Rat Force",
    "parties_ECOLEX.csv.gz": "Begin End stateSignature Rat Force",
    "parties_TFDD.csv": "Begin Signature",
}
SAMPLE, ROUNDS = 1000, 5


def column(folder: Path) -> list[str]:
    texts: list[str] = []
    for name, columns in LISTS.items():
        rows = pd.read_csv(folder / name, dtype=str, keep_default_na=False)
        for each in columns.split():
            texts += [text for text in rows[each] if text]
    return texts


def one_by_one() -> dict[str, Callable[[str], Any]]:
    readers: dict[str, Callable[[str], Any]] = {}
    with contextlib.suppress(ImportError):
        from edtf import parse_edtf

        def python_edtf(text: str) -> Any:
            date = parse_edtf(text)
            return date.lower_strict(), date.upper_strict()

        readers["edtf"] = python_edtf
    with contextlib.suppress(ImportError):
        from undate import Undate

        def undate(text: str) -> Any:
            date = Undate.parse(text, "EDTF")
            return date.earliest, date.latest

        readers["undate"] = undate
    with contextlib.suppress(ImportError):
        from edtf_validate.valid_edtf import is_valid

        def validate(text: str) -> None:
            if not is_valid(text):
                raise ValueError(text)

        readers["edtf-validate"] = validate
    return readers


def tried(read: Callable[[str], Any], texts: list[str]) -> int:
    read_so_far = 0
    for text in texts:
        try:
            read(text)
            read_so_far += 1
        except Exception:  # what it can't read costs time too
            pass
    return read_so_far


def timed(work: Callable[[], int]) -> tuple[float, int]:
    began = time.perf_counter()
    read = work()
    return time.perf_counter() - began, read


def by_column(texts: list[str]) -> int:
    read = comity.parse_dates(texts)
    return int(((read.earliest <= read.latest) | read.valid).sum())


def by_node(folder: str, texts: list[str]) -> tuple[float, int]:
    script = Path(__file__).with_suffix(".mjs")
    ran = subprocess.run(
        ["node", script, folder], input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    answer = json.loads(ran.stdout)
    return answer["us"], answer["read"]


def main() -> None:
    warnings.simplefilter("ignore")
    texts = column(Path(sys.argv[1] if len(sys.argv) > 1 else sys.exit(__doc__)) / "environment-treaties")
    sample = random.Random(1).sample(texts, SAMPLE)
    many = random.Random(2).sample(texts, 100 * SAMPLE)
    readers = one_by_one()
    best: dict[str, tuple[float, int, int]] = {}

    def race(name: str, of: list[str], work: Callable[[], int]) -> None:
        seconds, read = timed(work)
        best[name] = min(best.get(name, (1e9, 0, 0)), (1e6 * seconds / len(of), read, len(of)))

    for _ in range(ROUNDS):
        race("comity, the whole column", texts, lambda: by_column(texts))
        race("comity, the same dates", sample, lambda: by_column(sample))
        race("comity, one Date at a time", sample, lambda: tried(comity.Date, sample))
        for name, read in readers.items():
            with contextlib.redirect_stdout(io.StringIO()):
                race(name, sample, lambda read=read: tried(read, sample))
    if len(sys.argv) > 2:
        us, count = by_node(sys.argv[2], many)
        best["edtf.js (npm edtf)"] = (us, count, len(many))

    versions = ["comity", "edtf", "undate", "edtf-validate", "numpy"]
    told = [f"{v} {importlib.metadata.version(v)}" for v in versions if v in readers or v == "numpy"]
    print(f"{platform.machine()}, Python {platform.python_version()}, comity {comity.__version__}, {', '.join(told)};")
    print(f"{len(texts):,} texts, {len(set(texts)):,} of them different.")
    print("\n| reader | dates tried | read | µs a date | to comity's column |\n|---|---:|---:|---:|---:|")
    own = best["comity, the whole column"][0]
    for name, (us, count, of) in sorted(best.items(), key=lambda item: item[1][0]):
        print(f"| {name} | {of:,} | {count:,} | {us:,.3f} | {us / own:,.1f} |")


if __name__ == "__main__":
    main()
