"""A pandas data frame with an index of days and one of nodes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from .columns import Columns
from .contender import Contender, Pairs
from .sets import DataSet

VERSION = pd.__version__


class Peer(Contender):
    name = "pandas"
    why_not = "no graph algorithms"

    def load(self, data: DataSet) -> int:
        c = Columns(data)
        self.ids = c.ids
        self.frame = pd.DataFrame(
            {
                "source": c.source,
                "target": c.target,
                "type": pd.Categorical.from_codes(c.type, c.types),
                "start": c.start,
                "end": c.end,
            }
        ).sort_values("start", kind="stable", ignore_index=True)
        self.one_day = data.all_acts
        return len(self.frame)

    def prepare(self, data: DataSet, scratch: Path) -> None:
        self.of_node = self.frame.set_index(["source", "type", "start"]).sort_index()

    def on_day(self, day: int, types: Sequence[str]) -> Any:
        start = self.frame["start"].to_numpy()
        first = np.searchsorted(start, day) if self.one_day else 0
        begun = self.frame.iloc[first : np.searchsorted(start, day, "right")]
        return begun[(begun["end"] >= day) & begun["type"].isin(types)]

    def count_on_day(self, day: int, types: Sequence[str]) -> int:
        return len(self.on_day(day, types))

    def list_on_day(self, day: int, types: Sequence[str]) -> Pairs:
        rows = self.on_day(day, types)
        return rows["source"], rows["target"]

    def count_on_days(self, days: Any, types: Sequence[str]) -> Any:
        return [self.count_on_day(day, types) for day in days.tolist()]

    def neighbours_on_day(self, node: int, type: str, day: int) -> Any:
        rows = self.of_node.loc[(node, type)]
        begun = rows.loc[day:day] if self.one_day else rows.loc[:day]
        return begun.loc[begun["end"] >= day, "target"]

    def neighbours_by_day(self, node: int, type: str, day: int) -> Any:
        return self.of_node.loc[(node, type)].loc[:day, "target"]

    def neighbours_of_many(self, nodes: Any, type: str, day: int) -> Any:
        rows = self.on_day(day, [type])
        return rows.loc[rows["source"].isin(nodes), "target"]

    def save(self, path: Path) -> None:
        self.frame.to_pickle(path)

    def open_and_count(self, path: Path, day: int, types: Sequence[str]) -> int:
        frame = pd.read_pickle(path)
        return int(((frame["start"] <= day) & (frame["end"] >= day) & frame["type"].isin(types)).sum())

    def start_column(self) -> Any:
        return self.frame["start"].to_numpy()

    def to_pandas(self) -> Any:
        return self.frame.assign(
            source=pd.Categorical.from_codes(self.frame["source"], self.ids),
            target=pd.Categorical.from_codes(self.frame["target"], self.ids),
            start=self.frame["start"].to_numpy().astype("datetime64[D]"),
            end=self.frame["end"].to_numpy().astype("datetime64[D]"),
        )
