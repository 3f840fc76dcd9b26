"""A polars data frame sorted by day."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import polars as pl

from .columns import EVER
from .contender import Contender, Pairs
from .sets import DataSet

VERSION = pl.__version__


class Peer(Contender):
    name = "polars"
    why_not = "no graph algorithms"

    def load(self, data: DataSet) -> int:
        self.nodes = pl.read_csv(data.nodes, infer_schema=False).select("id").with_row_index("number")
        relations = pl.read_csv(data.relations, infer_schema=False)
        instantaneous = [t for t in relations["relation"].unique() if data.is_instantaneous(t)]
        start = pl.col("start").str.to_date("%Y-%m-%d").to_physical()
        end = pl.col("end").str.to_date("%Y-%m-%d").to_physical()
        self.frame = (
            relations.with_columns(start=start, end=end)
            .join(self.nodes.rename({"id": "source", "number": "from"}), on="source", how="left")
            .join(self.nodes.rename({"id": "target", "number": "to"}), on="target", how="left")
            .select(
                pl.col("from").alias("source"),
                pl.col("relation").cast(pl.Categorical).alias("type"),
                pl.col("to").alias("target"),
                pl.col("start").fill_null(-EVER),
                pl.when(pl.col("end").is_null() & pl.col("relation").is_in(instantaneous))
                .then("start")
                .otherwise("end")
                .fill_null(EVER)
                .alias("end"),
            )
            .sort("start")
        )
        self.one_day = data.all_acts
        return self.frame.height

    def on_day(self, day: int, types: Sequence[str]) -> pl.DataFrame:
        start = self.frame["start"]
        first = start.search_sorted(day) if self.one_day else 0
        begun = self.frame[first : start.search_sorted(day, "right")]
        return begun.filter((pl.col("end") >= day) & pl.col("type").is_in(list(types)))

    def count_on_day(self, day: int, types: Sequence[str]) -> int:
        return self.on_day(day, types).height

    def list_on_day(self, day: int, types: Sequence[str]) -> Pairs:
        rows = self.on_day(day, types)
        return rows["source"].to_numpy(), rows["target"].to_numpy()

    def count_on_days(self, days: Any, types: Sequence[str]) -> Any:
        return [self.count_on_day(day, types) for day in days.tolist()]

    def neighbours_on_day(self, node: int, type: str, day: int) -> Any:
        rows = self.on_day(day, [type])
        return rows.filter(pl.col("source") == node)["target"].to_numpy()

    def neighbours_by_day(self, node: int, type: str, day: int) -> Any:
        begun = self.frame[: self.frame["start"].search_sorted(day, "right")]
        return begun.filter((pl.col("source") == node) & (pl.col("type") == type))["target"].to_numpy()

    def neighbours_of_many(self, nodes: Any, type: str, day: int) -> Any:
        rows = self.on_day(day, [type])
        return rows.filter(pl.col("source").is_in(nodes.tolist()))["target"].to_numpy()

    def rolling(self, first: int, last: int, length: int) -> Pairs:
        start = self.frame["start"]
        relations, nodes = [], []
        for begin in range(first, last + 1, length):
            final = min(begin + length - 1, last)
            low = start.search_sorted(begin) if self.one_day else 0
            rows = self.frame[low : start.search_sorted(final, "right")]
            if not self.one_day:
                rows = rows.filter(pl.col("end") >= begin)
            relations.append(rows.height)
            nodes.append(pl.concat([rows["source"], rows["target"]]).n_unique())
        return relations, nodes

    def save(self, path: Path) -> None:
        self.frame.with_columns(pl.col("type").cast(pl.String)).write_ipc(path, compression="uncompressed")

    def open_and_count(self, path: Path, day: int, types: Sequence[str]) -> int:
        found = pl.scan_ipc(path).filter(
            (pl.col("start") <= day) & (pl.col("end") >= day) & pl.col("type").is_in(list(types))
        )
        return int(found.select(pl.len()).collect().item())

    def start_column(self) -> Any:
        return self.frame["start"].to_numpy()

    def to_pandas(self) -> Any:
        ids = self.nodes["id"]
        return self.frame.with_columns(
            pl.col("start").cast(pl.Date), pl.col("end").cast(pl.Date), source=ids.gather(self.frame["source"]),
            target=ids.gather(self.frame["target"]),
        ).to_pandas()
