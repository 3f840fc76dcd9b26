"""graph-tool, as Debian has it, on the distribution's own Python: edge properties as arrays, windows as new graphs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import graph_tool
import numpy as np
from graph_tool.centrality import pagerank
from graph_tool.topology import label_components

from .columns_plain import PlainColumns
from .contender import Contender, Pairs
from .sets import DataSet

VERSION = graph_tool.__version__.split(" ")[0]


class Peer(Contender):
    name = "graph-tool"

    def load(self, data: DataSet) -> int:
        c = self.c = PlainColumns(data)
        self.graph = self.made(np.arange(len(c.source)))
        for name in ("type", "start", "end"):
            self.graph.ep[name] = self.graph.new_edge_property("int32_t", vals=getattr(c, name))
        ids = self.graph.vp["id"] = self.graph.new_vertex_property("string")
        for i, id in enumerate(c.ids):
            ids[i] = id
        return int(self.graph.num_edges())

    def made(self, rows: Any) -> Any:
        graph = graph_tool.Graph(directed=True)
        graph.add_vertex(len(self.c.ids))
        graph.add_edge_list(np.column_stack([self.c.source[rows], self.c.target[rows]]))
        return graph

    def on_day(self, graph: Any, day: int, types: Sequence[str]) -> Any:
        wanted = [self.c.types.index(t) for t in types]
        return (graph.ep.start.a <= day) & (graph.ep.end.a >= day) & np.isin(graph.ep.type.a, wanted)

    def count_on_day(self, day: int, types: Sequence[str]) -> int:
        return int(np.count_nonzero(self.on_day(self.graph, day, types)))

    def list_on_day(self, day: int, types: Sequence[str]) -> Pairs:
        edges = self.graph.get_edges()[self.on_day(self.graph, day, types)]
        return edges[:, 0], edges[:, 1]

    def out(self, node: int) -> Any:
        return self.graph.get_out_edges(node, [self.graph.ep.type, self.graph.ep.start, self.graph.ep.end])

    def neighbours_on_day(self, node: int, type: str, day: int) -> Any:
        edges = self.out(node)
        hits = (edges[:, 2] == self.c.types.index(type)) & (edges[:, 3] <= day) & (edges[:, 4] >= day)
        return edges[hits, 1]

    def neighbours_by_day(self, node: int, type: str, day: int) -> Any:
        edges = self.out(node)
        return edges[(edges[:, 2] == self.c.types.index(type)) & (edges[:, 3] <= day), 1]

    def snapshot(self, first: int, last: int) -> Any:
        return self.made(np.flatnonzero((self.c.start <= last) & (self.c.end >= first)))

    def edges_of(self, graph: Any) -> int:
        return int(graph.num_edges())

    def pagerank(self, graph: Any) -> Any:
        return pagerank(graph, damping=0.85, max_iter=20, epsilon=0).a

    def weak_components(self, graph: Any) -> int:
        return len(label_components(graph, directed=False)[1])

    def save(self, path: Path) -> None:
        self.graph.save(str(path), fmt="gt")

    def open_and_count(self, path: Path, day: int, types: Sequence[str]) -> int:
        graph = graph_tool.load_graph(str(path), fmt="gt")
        return int(np.count_nonzero(self.on_day(graph, day, types)))

    def start_column(self) -> Any:
        return self.graph.ep.start.a
