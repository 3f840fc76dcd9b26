"""NumPy columns as a careful user would lay them out by hand for just these questions: sorted by day, and by node.

The hardest peer: no ids, no schema, no imprecise dates, and each question programmed for the one order that suits it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from .columns import Columns
from .contender import CannotExpressError, Contender, Pairs
from .sets import DataSet

try:
    from scipy import sparse
    from scipy.sparse import csgraph
except ImportError:
    sparse = None

VERSION = np.__version__
Array = np.ndarray[Any, Any]


class Peer(Contender):
    name = "NumPy by hand"

    def prepare_reading(self) -> None:
        import pandas  # noqa: F401

    def load(self, data: DataSet) -> int:
        c = self.c = Columns(data)
        one_day = c.start == c.end
        order = np.lexsort((c.type, c.start))
        one_day = one_day[order]
        days = self.days = order[one_day]  # relations of one day, by day
        self.day, self.day_type = c.start[days], c.type[days]
        self.day_source, self.day_target = c.source[days], c.target[days]
        rest = self.rest = order[~one_day]  # all others, by start
        self.rest_start, self.rest_end, self.rest_type = c.start[rest], c.end[rest], c.type[rest]
        by_node = np.lexsort((c.start, c.type, c.source))
        self.node_key = c.source[by_node].astype(np.int64) * len(c.types) + c.type[by_node]
        self.node_start, self.node_end, self.node_target = c.start[by_node], c.end[by_node], c.target[by_node]
        self.longest = int((c.end - c.start).max()) if len(rest) == 0 else None
        return len(c.source)

    # On a day.

    def on_day(self, day: int, types: Sequence[str]) -> tuple[slice, Array, Array]:
        """The one-day rows of that day and which of them are of those types; and which of the rest hold on it."""
        wanted = np.zeros(len(self.c.types), bool)
        wanted[[self.c.types.index(t) for t in types]] = True
        a, z = np.searchsorted(self.day, [day, day + 1])
        begun = np.searchsorted(self.rest_start, day, "right")
        rest = np.flatnonzero((self.rest_end[:begun] >= day) & wanted[self.rest_type[:begun]])
        return slice(a, z), wanted[self.day_type[a:z]], rest

    def count_on_day(self, day: int, types: Sequence[str]) -> int:
        _, hits, rest = self.on_day(day, types)
        return int(np.count_nonzero(hits)) + len(rest)

    def list_on_day(self, day: int, types: Sequence[str]) -> Pairs:
        place, hits, rest = self.on_day(day, types)
        sources, targets = self.day_source[place][hits], self.day_target[place][hits]
        if len(rest) == 0:
            return sources, targets
        rows = self.rest[rest]
        return np.append(sources, self.c.source[rows]), np.append(targets, self.c.target[rows])

    def count_on_days(self, days: Any, types: Sequence[str]) -> Any:
        return [self.count_on_day(day, types) for day in days.tolist()]

    # Of a node.

    def neighbours_on_day(self, node: int, type: str, day: int) -> Any:
        key = node * len(self.c.types) + self.c.types.index(type)
        a, z = np.searchsorted(self.node_key, [key, key + 1])
        starts = self.node_start[a:z]
        if self.longest == 0:
            b, y = a + np.searchsorted(starts, [day, day + 1])
            return self.node_target[b:y]
        y = a + np.searchsorted(starts, day, "right")
        return self.node_target[a:y][self.node_end[a:y] >= day]

    def neighbours_by_day(self, node: int, type: str, day: int) -> Any:
        key = node * len(self.c.types) + self.c.types.index(type)
        a, z = np.searchsorted(self.node_key, [key, key + 1])
        return self.node_target[a : a + np.searchsorted(self.node_start[a:z], day, "right")]

    def neighbours_of_many(self, nodes: Any, type: str, day: int) -> Any:
        a, z = np.searchsorted(self.day, [day, day + 1])
        hit = np.zeros(self.c.count, bool)
        hit[nodes] = True
        code = self.c.types.index(type)
        one_day = self.day_target[a:z][(self.day_type[a:z] == code) & hit[self.day_source[a:z]]]
        begun = np.searchsorted(self.rest_start, day, "right")
        rows = self.rest[:begun][(self.rest_end[:begun] >= day) & (self.rest_type[:begun] == code)]
        return np.append(one_day, self.c.target[rows][hit[self.c.source[rows]]])

    # Windows.

    def rows_in(self, first: int, last: int) -> Array:
        a, z = np.searchsorted(self.day, [first, last + 1])
        begun = np.searchsorted(self.rest_start, last, "right")
        rest = self.rest[:begun][self.rest_end[:begun] >= first]
        return np.append(self.days[a:z], rest) if len(rest) else self.days[a:z]

    def snapshot(self, first: int, last: int) -> Any:
        if sparse is None:
            raise CannotExpressError("needs SciPy")
        rows = self.rows_in(first, last)
        source, target = self.c.source[rows], self.c.target[rows]
        shape = (self.c.count, self.c.count)
        return sparse.csr_matrix((np.ones(len(rows)), (target, source)), shape=shape), source

    def edges_of(self, graph: Any) -> int:
        return len(graph[1])

    def pagerank(self, graph: Any) -> Any:
        matrix, source = graph
        count = self.c.count
        out = np.bincount(source, minlength=count).astype(float)
        share = np.divide(1, out, where=out > 0, out=np.zeros_like(out))
        rank = np.full(count, 1 / count)
        for _ in range(20):
            stuck = rank[out == 0].sum()
            rank = 0.15 / count + 0.85 * (matrix @ (rank * share) + stuck / count)
        return rank

    def weak_components(self, graph: Any) -> int:
        return int(csgraph.connected_components(graph[0], connection="weak")[0])

    def rolling(self, first: int, last: int, length: int) -> Pairs:
        relations, nodes = [], []
        for begin in range(first, last + 1, length):
            rows = self.rows_in(begin, min(begin + length - 1, last))
            relations.append(len(rows))
            seen = np.zeros(self.c.count, bool)
            seen[self.c.source[rows]] = True
            seen[self.c.target[rows]] = True
            nodes.append(int(np.count_nonzero(seen)))
        return relations, nodes

    def rolling_parts(self, first: int, last: int, length: int) -> Any:
        if sparse is None:
            raise CannotExpressError("needs SciPy")
        parts = []
        for begin in range(first, last + 1, length):
            rows = self.rows_in(begin, min(begin + length - 1, last))
            source, target = self.c.source[rows], self.c.target[rows]
            seen = np.zeros(self.c.count, bool)
            seen[source] = True
            seen[target] = True
            shape = (self.c.count, self.c.count)
            matrix = sparse.coo_matrix((np.ones(len(rows), np.int8), (source, target)), shape=shape)
            found = csgraph.connected_components(matrix, connection="weak")[0]
            parts.append(int(found - np.count_nonzero(~seen)))
        return parts

    # Files and columns.

    def save(self, path: Path) -> None:
        path.mkdir()
        for name in ("day", "day_type", "rest_start", "rest_end", "rest_type"):
            np.save(path / f"{name}.npy", getattr(self, name))
        (path / "types").write_text("\n".join(self.c.types), encoding="utf-8")

    def open_and_count(self, path: Path, day: int, types: Sequence[str]) -> int:
        """Mapped, and only the columns that this one question needs."""
        names = (path / "types").read_text(encoding="utf-8").split("\n")
        wanted = np.zeros(len(names), bool)
        wanted[[names.index(t) for t in types]] = True
        days = np.load(path / "day.npy", mmap_mode="r") if self.days.size else self.day
        a, z = np.searchsorted(days, [day, day + 1])
        count = 0
        if a < z:
            count = int(np.count_nonzero(wanted[np.load(path / "day_type.npy", mmap_mode="r")[a:z]]))
        if self.rest.size:
            begun = np.searchsorted(np.load(path / "rest_start.npy", mmap_mode="r"), day, "right")
            end = np.load(path / "rest_end.npy", mmap_mode="r")[:begun]
            type = np.load(path / "rest_type.npy", mmap_mode="r")[:begun]
            count += int(np.count_nonzero((end >= day) & wanted[type]))
        return count

    def start_column(self) -> Any:
        return self.c.start

    def to_pandas(self) -> Any:
        import pandas as pd

        c = self.c
        return pd.DataFrame(
            {
                "source": pd.Categorical.from_codes(c.source, c.ids),
                "target": pd.Categorical.from_codes(c.target, c.ids),
                "type": pd.Categorical.from_codes(c.type, c.types),
                "start": c.start.astype("datetime64[D]"),
                "end": c.end.astype("datetime64[D]"),
            }
        )
