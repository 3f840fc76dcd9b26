"""NetworkX: a MultiDiGraph with edge data."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np

from .columns import Columns
from .contender import Contender, Pairs
from .sets import DataSet

VERSION = nx.__version__


class Peer(Contender):
    name = "NetworkX"

    def prepare_reading(self) -> None:
        import pandas  # noqa: F401

    def load(self, data: DataSet) -> int:
        c = self.c = Columns(data)
        graph = self.graph = nx.MultiDiGraph()
        graph.add_nodes_from((i, {"id": id}) for i, id in enumerate(c.ids))
        graph.add_edges_from(
            (a, b, {"type": c.types[t], "start": first, "end": last})
            for a, b, t, first, last in zip(
                c.source.tolist(), c.target.tolist(), c.type.tolist(), c.start.tolist(), c.end.tolist(), strict=True
            )
        )
        return int(graph.number_of_edges())

    def list_on_day(self, day: int, types: Sequence[str]) -> Pairs:
        hits = [
            (a, b) for a, b, e in self.graph.edges(data=True) if e["start"] <= day <= e["end"] and e["type"] in types
        ]
        return [a for a, _ in hits], [b for _, b in hits]

    def count_on_day(self, day: int, types: Sequence[str]) -> int:
        return len(self.list_on_day(day, types)[0])

    def neighbours_on_day(self, node: int, type: str, day: int) -> Any:
        edges = self.graph.out_edges(node, data=True)
        return [to for _, to, e in edges if e["type"] == type and e["start"] <= day <= e["end"]]

    def neighbours_by_day(self, node: int, type: str, day: int) -> Any:
        edges = self.graph.out_edges(node, data=True)
        return [to for _, to, e in edges if e["type"] == type and e["start"] <= day]

    def snapshot(self, first: int, last: int) -> Any:
        rows = np.flatnonzero((self.c.start <= last) & (self.c.end >= first))
        graph = nx.MultiDiGraph()
        graph.add_nodes_from(range(self.c.count))
        graph.add_edges_from(zip(self.c.source[rows].tolist(), self.c.target[rows].tolist(), strict=True))
        return graph

    def edges_of(self, graph: Any) -> int:
        return int(graph.number_of_edges())

    def pagerank(self, graph: Any) -> Any:
        return list(nx.pagerank(graph, alpha=0.85).values())

    def weak_components(self, graph: Any) -> int:
        return int(nx.number_weakly_connected_components(graph))

    def save(self, path: Path) -> None:
        import pickle

        path.write_bytes(pickle.dumps(self.graph, pickle.HIGHEST_PROTOCOL))

    def open_and_count(self, path: Path, day: int, types: Sequence[str]) -> int:
        import pickle

        edges = pickle.loads(path.read_bytes()).edges(data=True)  # written a moment ago, by this run
        return sum(e["start"] <= day <= e["end"] and e["type"] in types for _, _, e in edges)
