"""The data sets, and what is asked of each: chosen from the rows by a fixed seed, so that every run asks the same."""

from __future__ import annotations

import csv
import gzip
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np

EPOCH = date(1970, 1, 1)
MISSING_ENDS = {"un-votes": "instantaneous", "icews18": "instantaneous", "generated": "by type"}
"""What it means that a row has no end; open where nothing is said."""


def number_of(text: str) -> int:
    return (date.fromisoformat(text) - EPOCH).days


def text_of(day: int) -> str:
    return (EPOCH + timedelta(days=day)).isoformat()


@dataclass
class DataSet:
    """Two files, what a missing end means in them, and what is asked."""

    name: str
    nodes: str
    relations: str
    missing_end: str
    days: list[int]
    """One-day questions go over these."""
    many_days: list[int]
    types: list[str]
    """The type set of the counts and lists: the most frequent type and the fifth."""
    type: str
    """The type along which neighbours are asked."""
    hubs: list[tuple[int, int]]
    """A node and a day on which it has relations of that type."""
    many_nodes: list[int]
    busy_day: int
    window: tuple[int, int]
    span: tuple[int, int]

    @property
    def all_acts(self) -> bool:
        return self.missing_end == "instantaneous"

    def is_instantaneous(self, type: str) -> bool:
        return self.all_acts or (self.missing_end == "by type" and type.startswith("did"))

    def written(self) -> str:
        return json.dumps(asdict(self))

    @staticmethod
    def read(text: str) -> DataSet:
        return DataSet(**json.loads(text))


def opened(path: str):  # type: ignore[no-untyped-def]
    return gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else Path(path).open(encoding="utf-8")


def chosen(folder: Path, seed: int = 1) -> DataSet:
    """Reads the files by the standard library alone, so that no peer's reader decides what is asked."""
    nodes, relations = (str(next(folder.glob(f"{what}.csv*"))) for what in ("nodes", "relations"))
    with opened(nodes) as file:
        number = {row["id"]: i for i, row in enumerate(csv.DictReader(file))}
    sources, types, starts = [], [], []
    with opened(relations) as file:
        for row in csv.DictReader(file):
            if row["start"]:
                sources.append(number[row["source"]])
                types.append(row["relation"])
                starts.append(number_of(row["start"]))
    frequent = [name for name, _ in Counter(types).most_common()]
    draw = np.random.default_rng(seed)
    start = np.array(starts)
    rows = draw.integers(0, len(start), 2000)
    typed = [int(r) for r in draw.permutation(np.flatnonzero(np.array(types) == frequent[0]))[:20]]
    return DataSet(
        name=folder.name,
        nodes=nodes,
        relations=relations,
        missing_end=MISSING_ENDS.get(folder.name.split("-")[0] if "generated" in folder.name else folder.name, "open"),
        days=sorted({int(start[r]) for r in rows[:20]}),
        many_days=[int(start[r]) for r in rows[:50]],
        types=[frequent[0], frequent[min(4, len(frequent) - 1)]],
        type=frequent[0],
        hubs=[(sources[r], int(start[r])) for r in typed],
        many_nodes=list(dict.fromkeys(sources[r] for r in rows))[:1000],
        busy_day=int(Counter(starts).most_common(1)[0][0]),
        window=(int(np.quantile(start, 0.45)), int(np.quantile(start, 0.55))),
        span=(int(start.min()), int(start.max())),
    )


def found(folder: Path, names: Sequence[str]) -> list[DataSet]:
    """Those that are there; names those that are not."""
    sets = []
    for name in names:
        if any((folder / name).glob("relations.csv*")):
            sets.append(chosen(folder / name))
        else:
            print(f"skipped: no data set {name} in that folder\n", flush=True)
    return sets
