"""python-igraph: one graph, relations as edges with attributes; windows as graphs made from the columns."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import igraph
import numpy as np

from .columns import Columns
from .contender import Contender, Pairs
from .sets import DataSet

VERSION = igraph.__version__


class Peer(Contender):
    name = "igraph"

    def prepare_reading(self) -> None:
        import pandas  # noqa: F401

    def load(self, data: DataSet) -> int:
        c = self.c = Columns(data)
        graph = self.graph = igraph.Graph(n=c.count, edges=np.column_stack([c.source, c.target]), directed=True)
        graph.vs["name"] = c.ids.tolist()
        for name in ("type", "start", "end"):
            graph.es[name] = getattr(c, name).tolist()
        return graph.ecount()

    def on_day(self, edges: Any, day: int, types: Sequence[str]) -> Any:
        return edges.select(start_le=day, end_ge=day, type_in=[self.c.types.index(t) for t in types])

    def count_on_day(self, day: int, types: Sequence[str]) -> int:
        return len(self.on_day(self.graph.es, day, types))

    def list_on_day(self, day: int, types: Sequence[str]) -> Pairs:
        edges = [edge.tuple for edge in self.on_day(self.graph.es, day, types)]
        return [e[0] for e in edges], [e[1] for e in edges]

    def neighbours_on_day(self, node: int, type: str, day: int) -> Any:
        edges = self.graph.es[self.graph.incident(node, mode="out")]
        return [edge.target for edge in self.on_day(edges, day, [type])]

    def neighbours_by_day(self, node: int, type: str, day: int) -> Any:
        edges = self.graph.es[self.graph.incident(node, mode="out")]
        return [edge.target for edge in edges.select(start_le=day, type_eq=self.c.types.index(type))]

    def snapshot(self, first: int, last: int) -> Any:
        rows = np.flatnonzero((self.c.start <= last) & (self.c.end >= first))
        edges = np.column_stack([self.c.source[rows], self.c.target[rows]])
        return igraph.Graph(n=self.c.count, edges=edges, directed=True)

    def edges_of(self, graph: Any) -> int:
        return graph.ecount()

    def pagerank(self, graph: Any) -> Any:
        return graph.pagerank(damping=0.85)

    def weak_components(self, graph: Any) -> int:
        return len(graph.connected_components("weak"))

    def save(self, path: Path) -> None:
        self.graph.write_pickle(path)

    def open_and_count(self, path: Path, day: int, types: Sequence[str]) -> int:
        edges = igraph.Graph.Read_Pickle(path).es
        return len(self.on_day(edges, day, types))
