"""Raphtory: one layer for each relation type, days as time. It merges periods of one pair and layer that overlap."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from raphtory import Graph, algorithms
from raphtory import version as raphtory_version

from .columns import Columns
from .contender import CannotExpressError, Contender
from .sets import DataSet

VERSION = raphtory_version()
DAY = 86_400_000
"""Its times are milliseconds."""


class Peer(Contender):
    name = "Raphtory"

    def load(self, data: DataSet) -> int:
        if not data.all_acts:
            raise CannotExpressError("overlapping periods of one pair and type are merged")
        c = Columns(data)
        self.ids = c.ids
        nodes = pd.DataFrame({"id": c.ids, "time": np.zeros(c.count, np.int64)})
        frame = pd.DataFrame(
            {"time": c.start.astype(np.int64) * DAY, "source": c.ids[c.source], "target": c.ids[c.target]}
        )
        frame["type"] = np.array(c.types, object)[c.type]
        self.number = {id: i for i, id in enumerate(c.ids)}
        self.graph = Graph()
        self.graph.load_nodes(nodes, time="time", id="id")
        self.graph.load_edges(frame, time="time", src="source", dst="target", layer_col="type")
        return int(self.graph.count_temporal_edges())

    def on_day(self, day: int, types: Sequence[str]) -> Any:
        return self.graph.layers(list(types)).window(day * DAY, (day + 1) * DAY)

    def count_on_day(self, day: int, types: Sequence[str]) -> int:
        return int(self.on_day(day, types).count_temporal_edges())

    def list_on_day(self, day: int, types: Sequence[str]) -> Any:
        edges = self.on_day(day, types).edges.explode()
        pairs = [(self.number[e.src.name], self.number[e.dst.name]) for e in edges]
        return [a for a, _ in pairs], [b for _, b in pairs]

    def neighbours_on_day(self, node: int, type: str, day: int) -> Any:
        edges = self.on_day(day, [type]).node(self.ids[node]).out_edges.explode()
        return [self.number[name] for name in edges.dst.name]

    def neighbours_by_day(self, node: int, type: str, day: int) -> Any:
        begun = self.graph.layers([type]).before((day + 1) * DAY)
        return [self.number[name] for name in begun.node(self.ids[node]).out_edges.explode().dst.name]

    def snapshot(self, first: int, last: int) -> Any:
        return self.graph.window(first * DAY, (last + 1) * DAY)

    def edges_of(self, graph: Any) -> int:
        return int(graph.count_temporal_edges())

    def pagerank(self, graph: Any) -> Any:
        return [row["pagerank_score"] for row in algorithms.pagerank(graph, iter_count=20).values()]

    def weak_components(self, graph: Any) -> int:
        return len({row["component_id"] for row in algorithms.weakly_connected_components(graph).values()})

    def save(self, path: Path) -> None:
        self.graph.save_to_file(str(path))

    def open_and_count(self, path: Path, day: int, types: Sequence[str]) -> int:
        graph = Graph.load_from_file(str(path)).layers(list(types))
        return int(graph.window(day * DAY, (day + 1) * DAY).count_temporal_edges())
