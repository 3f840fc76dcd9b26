"""Ladybug (Kuzu's successor): a table of nodes, one of relations, Cypher; its algorithms are a download apart."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import ladybug
import pandas as pd

from .columns import Columns
from .contender import CannotExpressError, Contender, Pairs
from .sets import DataSet

VERSION = ladybug.__version__


class Peer(Contender):
    name = "Ladybug"
    why_not = "algorithms are an extension to download"

    def load(self, data: DataSet) -> int:
        c = Columns(data)
        self.base = ladybug.Database()
        self.link = ladybug.Connection(self.base)
        run = self.link.execute
        run("create node table N (number int64 primary key, id string)")
        run("create rel table R (from N to N, type string, first int64, last int64)")
        nodes = pd.DataFrame({"number": range(c.count), "id": c.ids})  # noqa: F841  # by name, below
        relations = pd.DataFrame(  # noqa: F841
            {"from": c.source.astype("int64"), "to": c.target.astype("int64"),
             "type": [c.types[t] for t in c.type], "first": c.start.astype("int64"), "last": c.end.astype("int64")}
        )
        run("copy N from nodes")
        run("copy R from relations")
        return int(run("match (:N)-[r:R]->(:N) return count(*)").get_next()[0])

    def asked(self, query: str, **given: Any) -> list[list[Any]]:
        return self.link.execute(query, given).get_all()

    def count_on_day(self, day: int, types: Sequence[str]) -> int:
        query = "match (:N)-[r:R]->(:N) where r.first <= $day and r.last >= $day and r.type in $types return count(*)"
        return int(self.asked(query, day=day, types=list(types))[0][0])

    def count_on_days(self, days: Any, types: Sequence[str]) -> Any:
        return [self.count_on_day(day, types) for day in days.tolist()]

    def list_on_day(self, day: int, types: Sequence[str]) -> Pairs:
        rows = self.asked(
            "match (a:N)-[r:R]->(b:N) where r.first <= $day and r.last >= $day and r.type in $types "
            "return a.number, b.number",
            day=day,
            types=list(types),
        )
        return [row[0] for row in rows], [row[1] for row in rows]

    def neighbours_on_day(self, node: int, type: str, day: int) -> Any:
        query = (
            "match (a:N)-[r:R]->(b:N) where a.number = $node and r.type = $type and r.first <= $day "
            "and r.last >= $day return b.number"
        )
        return [row[0] for row in self.asked(query, node=node, type=type, day=day)]

    def neighbours_by_day(self, node: int, type: str, day: int) -> Any:
        query = "match (a:N)-[r:R]->(b:N) where a.number = $node and r.type = $type and r.first <= $day return b.number"
        return [row[0] for row in self.asked(query, node=node, type=type, day=day)]

    def neighbours_of_many(self, nodes: Any, type: str, day: int) -> Any:
        query = (
            "unwind $nodes as n match (a:N)-[r:R]->(b:N) where a.number = n and r.type = $type "
            "and r.first <= $day and r.last >= $day return b.number"
        )
        return [row[0] for row in self.asked(query, nodes=nodes.tolist(), type=type, day=day)]

    def start_column(self) -> Any:
        frame = self.link.execute("match (:N)-[r:R]->(:N) return r.first").get_as_df()
        return frame.iloc[:, 0].to_numpy()

    def to_pandas(self) -> Any:
        query = "match (a:N)-[r:R]->(b:N) return a.id, b.id, r.type, r.first, r.last"
        return self.link.execute(query).get_as_df()

    def save(self, path: Path) -> None:
        raise CannotExpressError("in memory here; a base on disk is another way of loading")

    def open_and_count(self, path: Path, day: int, types: Sequence[str]) -> int:
        raise CannotExpressError("in memory here; a base on disk is another way of loading")
