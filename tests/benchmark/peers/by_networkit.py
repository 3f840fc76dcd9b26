"""NetworKit: windows as graphs; its edges have neither types nor days."""

from __future__ import annotations

from typing import Any

import networkit as nk
import numpy as np

from .columns import Columns
from .contender import Contender
from .sets import DataSet

VERSION = nk.__version__


class Peer(Contender):
    name = "NetworKit"
    why_not = "edges have no types or days"

    def prepare_reading(self) -> None:
        import pandas  # noqa: F401

    def load(self, data: DataSet) -> int:
        self.c = Columns(data)
        self.graph = self.made(np.arange(len(self.c.source)))
        return int(self.graph.numberOfEdges())

    def made(self, rows: Any) -> Any:
        ends = (self.c.source[rows].astype(np.uint64), self.c.target[rows].astype(np.uint64))
        return nk.GraphFromCoo(ends, n=self.c.count, directed=True)

    def snapshot(self, first: int, last: int) -> Any:
        return self.made(np.flatnonzero((self.c.start <= last) & (self.c.end >= first)))

    def edges_of(self, graph: Any) -> int:
        return int(graph.numberOfEdges())

    def pagerank(self, graph: Any) -> Any:
        ranks = nk.centrality.PageRank(graph, damp=0.85, distributeSinks=nk.centrality.SinkHandling.DistributeSinks)
        ranks.maxIterations = 20
        ranks.run()
        return ranks.scores()

    def weak_components(self, graph: Any) -> int:
        found = nk.components.WeaklyConnectedComponents(graph)
        found.run()
        return int(found.numberOfComponents())
