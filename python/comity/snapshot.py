"""A view made dense for graph algorithms, and the algorithms that run on it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from . import _core
from ._extras import _numpy
from .facts import Node, ids_of
from .progress import Progress
from .table import Row, Table

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

__all__ = ["Snapshot"]

Way = Literal["out", "in", "both"]


class Snapshot:
    """A view as compressed sparse rows: vertices are its nodes and the ends of its relations, edges its relations.

    The arrays are NumPy views of the library's own memory: nothing is copied, none can be written to, and each
    keeps the snapshot alive. Parallel edges and loops are kept. Results are tables with a row for each vertex,
    whose first columns are ``id`` and ``node``.

    Algorithms take a `progress`, called with the share done and the name of the stage; it stops them by returning
    False, and Ctrl-C stops them too.

    Examples
    --------
    >>> import comity
    >>> belonging = comity.datasets.sco().all().types("member-of").snapshot()
    >>> belonging
    <Snapshot: 363 vertices, 24 edges>
    """

    __slots__ = ("_raw",)

    def __init__(self, raw: _core.Snapshot) -> None:
        self._raw = raw

    @property
    def vertex_count(self) -> int:
        """How many vertices."""
        return self._raw.vertex_count

    @property
    def edge_count(self) -> int:
        """How many edges."""
        return self._raw.edge_count

    @property
    def offsets(self) -> npt.NDArray[np.uint32]:
        """The edges that leave vertex ``v`` are ``offsets[v]`` to before ``offsets[v + 1]``."""
        return self._raw.offsets

    @property
    def targets(self) -> npt.NDArray[np.uint32]:
        """The vertex that each edge enters."""
        return self._raw.targets

    @property
    def in_offsets(self) -> npt.NDArray[np.uint32]:
        """What enters vertex ``v`` stands in `in_sources` and `in_edges` from ``in_offsets[v]`` on.

        All three are made when one is first asked for.
        """
        return self._raw.in_offsets

    @property
    def in_sources(self) -> npt.NDArray[np.uint32]:
        """The vertices that edges come from, by the vertex that they enter."""
        return self._raw.in_sources

    @property
    def in_edges(self) -> npt.NDArray[np.uint32]:
        """The numbers of the same edges, by the vertex that they enter."""
        return self._raw.in_edges

    @property
    def nodes(self) -> npt.NDArray[np.uint32]:
        """The number of the node of each vertex, ascending."""
        return self._raw.nodes

    def pagerank(
        self,
        *,
        damping: float = 0.85,
        iterations: int = 100,
        tolerance: float = 1e-9,
        weights: npt.ArrayLike | None = None,
        progress: Progress | None = None,
    ) -> Table[Row]:
        """The share of time that a walker along edges spends at each vertex: id, node, rank.

        Parameters
        ----------
        damping : float, optional
            The share of the weight that follows edges, from 0 to below 1.
        iterations : int, optional
            How many at most.
        tolerance : float, optional
            Stop when all ranks together change by less.
        weights : array of float, optional
            By edge, none negative.
        progress : callable, optional
            See the class.
        """
        given = None if weights is None else _numpy().ascontiguousarray(weights, dtype=float)
        return Table(self._raw.pagerank(damping, iterations, tolerance, given, progress))

    def weights(
        self, attribute: str | None = None, *, missing: float | None = None, progress: Progress | None = None
    ) -> Table[Row]:
        """What each edge weighs, a row for each: relation (its number), from, to, weight.

        Parameters
        ----------
        attribute : str, optional
            The attribute of relations whose number it is, by the sources and the policy of the snapshot's view; how
            many edges lead the same way if not given.
        missing : float, optional
            What a relation without that attribute weighs.
        progress : callable, optional
            See the class.

        Raises
        ------
        UnknownIdError
            If the schema has no such attribute.
        InvalidArgumentError
            If its values are no numbers, a relation lacks one and `missing` is not given, or has several that differ.

        Examples
        --------
        >>> import comity
        >>> graph = comity.datasets.sco().all().types("member-of").snapshot()
        >>> ranks = graph.pagerank(weights=graph.weights()["weight"])
        """
        return Table(self._raw.weights(attribute, missing, progress))

    def weak_components(self, *, progress: Progress | None = None) -> Table[Row]:
        """Parts joined whichever way relations point: id, node, part, size."""
        return Table(self._raw.weak_components(progress))

    def strong_components(self, *, progress: Progress | None = None) -> Table[Row]:
        """Parts within which each vertex reaches each along relations: id, node, part, size."""
        return Table(self._raw.strong_components(progress))

    def core_numbers(self, *, progress: Progress | None = None) -> Table[Row]:
        """Core numbers, by distinct neighbours whichever way relations point: id, node, core."""
        return Table(self._raw.core_numbers(progress))

    def betweenness(
        self,
        *,
        way: Way = "out",
        samples: int = 0,
        seed: int = 0,
        threads: int = 0,
        progress: Progress | None = None,
    ) -> Table[Row]:
        """How many shortest ways lead through each vertex, each pair of others counting 1: id, node, betweenness.

        Parallel edges are one step. `samples` searches from so many vertices only and scales the sums: 0 is all.
        """
        return Table(self._raw.betweenness(way, samples, seed, threads, progress))

    def clustering(self, *, progress: Progress | None = None) -> Table[Row]:
        """How often the neighbours of a vertex are joined themselves: id, node, triangles, clustering."""
        return Table(self._raw.clustering(progress))

    def distances(
        self, start: Node | str | Iterable[Node | str], *, way: Way = "out", progress: Progress | None = None
    ) -> Table[Row]:
        """Over how many relations each vertex is reached from the nearest of `start`: id, node, distance."""
        return Table(self._raw.distances(ids_of(start), way, progress))

    def transitive_closure(self, *, most: int = 100_000_000, progress: Progress | None = None) -> Table[Row]:
        """Every pair of which the first reaches the second: from, to, distance.

        Raises
        ------
        ComityError
            If there are more pairs than `most`.
        """
        return Table(self._raw.transitive_closure(most, progress))

    def co_occurrence(
        self,
        *,
        weight: Literal["count", "jaccard", "newman"] = "count",
        smallest: int = 1,
        largest: int | None = None,
        least_shared: int = 1,
        of_targets: bool = False,
        progress: Progress | None = None,
    ) -> Table[Row]:
        """Who meets whom: all others that have a relation to one vertex are a group; a, b, shared, weight.

        Parameters
        ----------
        weight : str, optional
            What two are worth to each other: the groups that they share (``"count"``), those as a share of the
            groups of either that are not left out (``"jaccard"``), or of each one over its other members
            (``"newman"``).
        smallest, largest : int, optional
            Groups of fewer or more members are left out: ``smallest=3`` leaves out what is bilateral.
        least_shared : int, optional
            Ties of fewer shared groups are left out.
        of_targets : bool, optional
            Ties between those to whom relations go instead of those from whom.
        """
        return Table(self._raw.co_occurrence(weight, smallest, largest, least_shared, of_targets, progress))

    def __repr__(self) -> str:
        return f"<Snapshot: {self.vertex_count} vertices, {self.edge_count} edges>"
