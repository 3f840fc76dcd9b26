"""SQLite in memory, with an index that covers each question: what an engineer without a graph library writes."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .columns import EVER
from .contender import Contender, Pairs
from .sets import DataSet, number_of, opened

VERSION = sqlite3.sqlite_version


class Peer(Contender):
    name = "SQLite"
    why_not = "no graph algorithms"

    def load(self, data: DataSet) -> int:
        base = self.base = sqlite3.connect(":memory:")
        base.execute("create table node (number integer primary key, id text unique)")
        base.execute("create table r (source integer, type integer, target integer, start integer, end integer)")
        with opened(data.nodes) as file:
            number = {row["id"]: i for i, row in enumerate(csv.DictReader(file))}
        base.executemany("insert into node values (?, ?)", ((i, id) for id, i in number.items()))
        self.code: dict[str, int] = {}
        base.executemany("insert into r values (?, ?, ?, ?, ?)", self.rows(data, number))
        if data.all_acts:
            base.execute("create index on_day on r (start, type, source, target)")
        else:
            base.execute("create index on_day on r (type, start, end, source, target)")
        base.execute("create index of_node on r (source, type, start, end, target)")
        base.execute("analyze")
        base.commit()
        self.holds = "start = ?1" if data.all_acts else "start <= ?1 and end >= ?1"
        return int(base.execute("select count(*) from r").fetchone()[0])

    def rows(self, data: DataSet, number: dict[str, int]) -> Any:
        days: dict[str, int] = {}
        with opened(data.relations) as file:
            reader = csv.reader(file)
            assert next(reader) == ["source", "relation", "target", "start", "end"]
            for source, type, target, start, end in reader:
                for text in (start, end):
                    if text and text not in days:
                        days[text] = number_of(text)
                begin = days[start] if start else -EVER
                last = days[end] if end else begin if data.is_instantaneous(type) else EVER
                yield number[source], self.code.setdefault(type, len(self.code)), number[target], begin, last

    def chosen(self, types: Sequence[str]) -> str:
        return ",".join(str(self.code[t]) for t in types)

    def count_on_day(self, day: int, types: Sequence[str]) -> int:
        query = f"select count(*) from r where {self.holds} and type in ({self.chosen(types)})"
        return int(self.base.execute(query, (day,)).fetchone()[0])

    def list_on_day(self, day: int, types: Sequence[str]) -> Pairs:
        query = f"select source, target from r where {self.holds} and type in ({self.chosen(types)})"
        rows = self.base.execute(query, (day,)).fetchall()
        return [row[0] for row in rows], [row[1] for row in rows]

    def count_on_days(self, days: Any, types: Sequence[str]) -> Any:
        return [self.count_on_day(day, types) for day in days.tolist()]

    def neighbours_on_day(self, node: int, type: str, day: int) -> Any:
        query = f"select target from r where source = ?2 and type = ?3 and {self.holds}"
        return [row[0] for row in self.base.execute(query, (day, node, self.code[type]))]

    def neighbours_by_day(self, node: int, type: str, day: int) -> Any:
        query = "select target from r where source = ? and type = ? and start <= ?"
        return [row[0] for row in self.base.execute(query, (node, self.code[type], day))]

    def neighbours_of_many(self, nodes: Any, type: str, day: int) -> Any:
        wanted = ",".join(map(str, nodes.tolist()))
        query = f"select target from r where source in ({wanted}) and type = ?2 and {self.holds}"
        return [row[0] for row in self.base.execute(query, (day, self.code[type]))]

    def rolling(self, first: int, last: int, length: int) -> Pairs:
        relations, nodes = [], []
        in_window = "from r where start <= ?2 and end >= ?1"
        if self.holds == "start = ?1":
            in_window = "from r where start between ?1 and ?2"
        ends = f"select count(*) from (select source {in_window} union select target {in_window})"
        for begin in range(first, last + 1, length):
            window = (begin, min(begin + length - 1, last))
            relations.append(self.base.execute(f"select count(*) {in_window}", window).fetchone()[0])
            nodes.append(self.base.execute(ends, window).fetchone()[0])
        return relations, nodes

    def save(self, path: Path) -> None:
        with sqlite3.connect(path) as file:
            self.base.backup(file)
        file.close()

    def open_and_count(self, path: Path, day: int, types: Sequence[str]) -> int:
        query = f"select count(*) from r where {self.holds} and type in ({self.chosen(types)})"
        file = sqlite3.connect(path)
        count = int(file.execute(query, (day,)).fetchone()[0])
        file.close()
        return count

    def start_column(self) -> Any:
        import numpy as np

        return np.fromiter((row[0] for row in self.base.execute("select start from r")), np.int32)

    def to_pandas(self) -> Any:
        import pandas as pd

        rows = self.base.execute(
            "select a.id, b.id, type, start, end from r "
            "join node a on a.number = source join node b on b.number = target"
        ).fetchall()
        return pd.DataFrame(rows, columns=["source", "target", "type", "start", "end"])
