"""The questions: what is timed, over how many parameters, and what of the answer is compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from .contender import Contender
from .sets import DataSet

Ask = Callable[[], Any]


@dataclass
class Work:
    """One row of the table."""

    name: str
    target: float
    """How many times as fast as the best peer comity is to be."""
    repeat: int
    questions: Callable[[Contender, DataSet, Path], Iterator[Ask]]
    """The calls of one run; the time of a call is that of the run over their number."""
    brief: Callable[[Any], Any] = lambda answer: answer
    """What is compared: JSON, and the same for everyone who is right."""
    close: float = 0
    """How far answers may lie apart."""
    applies: Callable[[DataSet], bool] = lambda data: True


def sums(*columns: Any) -> list[int]:
    """Little that tells two sets of pairs, or of numbers, apart."""
    arrays = [np.asarray(c, dtype=np.int64).ravel() for c in columns]
    return [len(arrays[0]), *(int(a.sum()) for a in arrays), int(np.prod(arrays, axis=0).sum())]


def numbers(answer: Any) -> list[int]:
    return [int(n) for n in np.asarray(answer).ravel()]


def days_of(data: DataSet, count: int) -> tuple[int, int, int]:
    first, last = data.span
    return first, last, -(-(last - first + 1) // count)


def on_days(method: str) -> Callable[[Contender, DataSet, Path], Iterator[Ask]]:
    def ask(peer: Contender, data: DataSet, _: Path) -> Iterator[Ask]:
        for day in data.days:
            yield lambda day=day: getattr(peer, method)(day, data.types)

    return ask


def of_hubs(method: str) -> Callable[[Contender, DataSet, Path], Iterator[Ask]]:
    def ask(peer: Contender, data: DataSet, _: Path) -> Iterator[Ask]:
        for node, day in data.hubs:
            yield lambda node=node, day=day: getattr(peer, method)(node, data.type, day)

    return ask


def once(call: Callable[[Contender, DataSet, Path], Any]) -> Callable[[Contender, DataSet, Path], Iterator[Ask]]:
    def ask(peer: Contender, data: DataSet, scratch: Path) -> Iterator[Ask]:
        yield lambda: call(peer, data, scratch)

    return ask


def at_once(call: Callable[[Contender, DataSet, Any, Any], Any]) -> Callable[[Contender, DataSet, Path], Iterator[Ask]]:
    """`call` is handed the days and the nodes as arrays."""

    def ask(peer: Contender, data: DataSet, _: Path) -> Iterator[Ask]:
        days, nodes = np.array(data.many_days), np.array(data.many_nodes)
        yield lambda: call(peer, data, days, nodes)

    return ask


def on_snapshot(call: Callable[[Contender, Any], Any]) -> Callable[[Contender, DataSet, Path], Iterator[Ask]]:
    def ask(peer: Contender, data: DataSet, _: Path) -> Iterator[Ask]:
        graph = peer.snapshot(*data.window)
        yield lambda: call(peer, graph)

    return ask


def whole(peer: Contender, data: DataSet, _: Path) -> tuple[int, float]:
    graph = peer.snapshot(*data.window)
    return peer.weak_components(graph), float(np.max(peer.pagerank(graph)))


def rolling(method: str, count: int) -> Callable[[Contender, DataSet, Path], Iterator[Ask]]:
    return once(lambda peer, data, _: getattr(peer, method)(*days_of(data, count)))


def long_enough(count: int) -> Callable[[DataSet], bool]:
    return lambda data: data.span[1] - data.span[0] >= count


WORKS = [
    Work("CSV files to what can be asked", 2, 3, once(lambda peer, data, _: peer.load(data)), lambda n: n,
         1e-4),
    Work("count on a day, two types", 10, 15, on_days("count_on_day")),
    Work("list on a day, two types", 10, 15, on_days("list_on_day"), lambda pairs: sums(*pairs)),
    Work("counts on 50 days in one call", 20, 15,
         at_once(lambda peer, data, days, _: peer.count_on_days(days, data.types)), numbers),
    Work("typed neighbours of a node on a day", 5, 15, of_hubs("neighbours_on_day"), sums),
    Work("typed neighbours of a node by a day", 5, 15, of_hubs("neighbours_by_day"), sums),
    Work("neighbours of 1,000 nodes in one call", 20, 15,
         at_once(lambda peer, data, _, nodes: peer.neighbours_of_many(nodes, data.type, data.busy_day)), sums),
    Work("window: snapshot, PageRank, components", 5, 7, once(whole), lambda a: a, 1e-4),
    Work("window: the snapshot alone, its edges counted", 5, 7,
         once(lambda peer, data, _: peer.edges_of(peer.snapshot(*data.window)))),
    Work("window: PageRank alone", 2, 7, on_snapshot(lambda peer, g: peer.pagerank(g)),
         lambda ranks: float(np.max(ranks)), 1e-4),
    Work("window: weak components alone", 2, 7, on_snapshot(lambda peer, g: peer.weak_components(g))),
    Work("120 windows: relations and nodes", 5, 7, rolling("rolling", 120), lambda a: [numbers(x) for x in a]),
    Work("120 windows: weak components", 5, 5, rolling("rolling_parts", 120), numbers),
    Work("888 windows: relations and nodes", 5, 5, rolling("rolling", 888), lambda a: [numbers(x) for x in a],
         applies=long_enough(888)),
    Work("888 windows: weak components", 5, 3, rolling("rolling_parts", 888), numbers, applies=long_enough(888)),
    Work("open a saved file and count on a day", 5, 9,
         once(lambda peer, data, scratch: peer.open_and_count(scratch / "saved", data.busy_day, data.types))),
    Work("column of days to NumPy", 1, 9, once(lambda peer, data, _: peer.start_column()),
         lambda days: int(np.asarray(days)[np.asarray(days) > -(2**31)].astype(np.int64).sum())),
    Work("all relations to pandas", 1, 3, once(lambda peer, data, _: peer.to_pandas()), len),
]
