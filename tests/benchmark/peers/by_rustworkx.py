"""rustworkx: type and days as what an edge carries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import rustworkx as rx

from .columns import Columns
from .contender import Contender, Pairs
from .sets import DataSet

VERSION = rx.__version__


class Peer(Contender):
    name = "rustworkx"

    def prepare_reading(self) -> None:
        import pandas  # noqa: F401

    def load(self, data: DataSet) -> int:
        c = self.c = Columns(data)
        self.graph = rx.PyDiGraph()
        self.graph.add_nodes_from(c.ids.tolist())
        types = [c.types[t] for t in c.type]
        carried = zip(types, c.start.tolist(), c.end.tolist(), strict=True)
        self.graph.add_edges_from(list(zip(c.source.tolist(), c.target.tolist(), carried, strict=True)))
        return int(self.graph.num_edges())

    def on_day(self, day: int, types: Sequence[str]) -> Any:
        return self.graph.filter_edges(lambda e: e[1] <= day <= e[2] and e[0] in types)

    def count_on_day(self, day: int, types: Sequence[str]) -> int:
        return len(self.on_day(day, types))

    def list_on_day(self, day: int, types: Sequence[str]) -> Pairs:
        ends = [self.graph.get_edge_endpoints_by_index(e) for e in self.on_day(day, types)]
        return [e[0] for e in ends], [e[1] for e in ends]

    def neighbours_on_day(self, node: int, type: str, day: int) -> Any:
        return [to for _, to, e in self.graph.out_edges(node) if e[0] == type and e[1] <= day <= e[2]]

    def neighbours_by_day(self, node: int, type: str, day: int) -> Any:
        return [to for _, to, e in self.graph.out_edges(node) if e[0] == type and e[1] <= day]

    def snapshot(self, first: int, last: int) -> Any:
        rows = np.flatnonzero((self.c.start <= last) & (self.c.end >= first))
        graph = rx.PyDiGraph()
        graph.add_nodes_from(range(self.c.count))
        graph.add_edges_from_no_data(
            list(zip(self.c.source[rows].tolist(), self.c.target[rows].tolist(), strict=True))
        )
        return graph

    def edges_of(self, graph: Any) -> int:
        return int(graph.num_edges())

    def pagerank(self, graph: Any) -> Any:
        return list(rx.pagerank(graph, alpha=0.85).values())

    def weak_components(self, graph: Any) -> int:
        return int(rx.number_weakly_connected_components(graph))
