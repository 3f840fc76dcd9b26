"""What a peer is: something that loads a data set and answers the questions of `work`, each in its own best way."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .sets import DataSet

Pairs = tuple[Any, Any]
"""Numbers of sources and of targets, as whatever sequences the peer naturally has."""


class CannotExpressError(Exception):
    """The peer has no way to do this work; the text stands in its cell."""


class Contender:
    """A peer. Nodes are numbered as in the file; days are numbers since 1970-01-01.

    A method that a peer does not override is work that it cannot express.
    """

    name = ""
    why_not = "no such operation"
    """What its cells say where it does not override a method."""

    def prepare_reading(self) -> None:
        """Imports that loading would otherwise pay for. Not timed."""

    def load(self, data: DataSet) -> int:
        """From the two CSV files to what can be asked, with ids kept; the number of relations."""
        raise NotImplementedError

    def prepare(self, data: DataSet, scratch: Path) -> None:
        """Whatever the questions need that is no part of loading. Not timed."""

    def comparable(self, answer: Any) -> Any:
        """The answer with nodes by number, where the peer's natural answer is something else. Not timed."""
        return answer

    # Relations of some types on one day, and of many days in one call.

    def count_on_day(self, day: int, types: Sequence[str]) -> int:
        raise CannotExpressError(self.why_not)

    def list_on_day(self, day: int, types: Sequence[str]) -> Pairs:
        raise CannotExpressError(self.why_not)

    def count_on_days(self, days: Any, types: Sequence[str]) -> Any:
        raise CannotExpressError(self.why_not)

    # Where the relations of one type lead from a node on a day, by a day, and from many nodes in one call.

    def neighbours_on_day(self, node: int, type: str, day: int) -> Any:
        raise CannotExpressError(self.why_not)

    def neighbours_by_day(self, node: int, type: str, day: int) -> Any:
        raise CannotExpressError(self.why_not)

    def neighbours_of_many(self, nodes: Any, type: str, day: int) -> Any:
        raise CannotExpressError(self.why_not)

    # A window as a graph.

    def snapshot(self, first: int, last: int) -> Any:
        raise CannotExpressError(self.why_not)

    def edges_of(self, graph: Any) -> int:
        raise CannotExpressError(self.why_not)

    def pagerank(self, graph: Any) -> Any:
        """20 iterations with damping 0.85, or until it converges where that can't be said; ranks by vertex."""
        raise CannotExpressError(self.why_not)

    def weak_components(self, graph: Any) -> int:
        """How many, nodes without relations included."""
        raise CannotExpressError(self.why_not)

    # Consecutive windows of `length` days.

    def rolling(self, first: int, last: int, length: int) -> Pairs:
        """Relations in each, and nodes at their ends."""
        raise CannotExpressError(self.why_not)

    def rolling_parts(self, first: int, last: int, length: int) -> Any:
        """Weak components among those nodes."""
        raise CannotExpressError(self.why_not)

    # Files and columns.

    def save(self, path: Path) -> None:
        """Written once, not timed."""
        raise CannotExpressError(self.why_not)

    def open_and_count(self, path: Path, day: int, types: Sequence[str]) -> int:
        raise CannotExpressError(self.why_not)

    def start_column(self) -> Any:
        """The first day of every relation, as a NumPy array of int32."""
        raise CannotExpressError(self.why_not)

    def to_pandas(self) -> Any:
        """Source and target ids, type and days of every relation, as a data frame."""
        raise CannotExpressError(self.why_not)
