"""comity through its Python door."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import comity

from .contender import Contender, Pairs
from .sets import DataSet
from .sets import text_of as iso_text

VERSION = comity.__version__


NEW_KINDS = {"uk-treaties": {"party": "actor", "subject": "topic"}}
"""Under which kind the words of a set are added that comity does not know: only actors are party to something."""

# What a caller of comity has at hand is texts; making them is no part of the questions.
text_of = cache(iso_text)


@cache
def plain(word: str) -> str:
    """A word of a file as comity makes a name of it."""
    return "-".join("".join(ch if ch.isalnum() else " " for ch in word.lower()).split())


class Peer(Contender):
    name = "comity"

    def load(self, data: DataSet) -> int:
        ends: str | dict[str, str] = data.missing_end
        if ends == "by type":
            ends = {f"did {i}": "instantaneous" for i in range(16)} | {"": "open"}
        self.history = comity.read_csv(
            data.nodes,
            data.relations,
            new_kinds=NEW_KINDS.get(data.name, "topic"),
            add_types=True,
            missing_end=ends,
            times="dropped",
            all_or_nothing=False,
        ).history
        return self.history.relation_count

    def prepare(self, data: DataSet, scratch: Path) -> None:
        self.ids = list(self.history)
        self.number = {id: i for i, id in enumerate(self.ids)}
        self.table = self.history.edges()

    def comparable(self, answer: Any) -> Any:
        if isinstance(answer, list) and answer and isinstance(answer[0], str):
            return [self.number[id] for id in answer]
        return answer

    def count_on_day(self, day: int, types: Sequence[str]) -> int:
        return self.history.at(text_of(day)).types(*map(plain, types)).relation_count.possible

    def list_on_day(self, day: int, types: Sequence[str]) -> Pairs:
        edges = self.history.at(text_of(day)).types(*map(plain, types)).edges(columns=("from", "to"))
        return edges.codes("from"), edges.codes("to")

    def count_on_days(self, days: Any, types: Sequence[str]) -> Any:
        chosen = self.history.all().types(*map(plain, types))
        return chosen.relation_counts(days)["possible"]

    def neighbours_on_day(self, node: int, type: str, day: int) -> Any:
        return self.history.at(text_of(day)).neighbour_numbers(self.ids[node], plain(type))

    def neighbours_by_day(self, node: int, type: str, day: int) -> Any:
        return self.history.by(text_of(day)).neighbour_numbers(self.ids[node], plain(type))

    def neighbours_of_many(self, nodes: Any, type: str, day: int) -> Any:
        return self.history.at(text_of(day)).neighbours_of(nodes, plain(type), columns=("to",)).codes("to")

    def snapshot(self, first: int, last: int) -> Any:
        self.history.forget_snapshots()  # or it would be made once and then only found again
        return self.history.window(text_of(first), text_of(last)).snapshot()

    def edges_of(self, graph: Any) -> int:
        return graph.edge_count

    def pagerank(self, graph: Any) -> Any:
        return graph.pagerank(iterations=20, tolerance=0)["rank"]

    def weak_components(self, graph: Any) -> int:
        return int(graph.weak_components()["part"].max()) + 1

    def rolling(self, first: int, last: int, length: int) -> Pairs:
        table = self.history.rolling(text_of(first), text_of(last), "day", length=length)
        return table["relations_possible"], table["nodes_possible"]

    def rolling_parts(self, first: int, last: int, length: int) -> Any:
        return self.history.rolling(text_of(first), text_of(last), "day", length=length, components=True)["parts"]

    def save(self, path: Path) -> None:
        self.history.save(path)

    def open_and_count(self, path: Path, day: int, types: Sequence[str]) -> int:
        history = comity.open(path, trusted=True)
        return history.at(text_of(day)).types(*map(plain, types)).relation_count.possible

    def start_column(self) -> Any:
        return self.table.days("first")

    def to_pandas(self) -> Any:
        return self.history.edges(columns=("from", "to", "type", "first", "last")).to_pandas()
