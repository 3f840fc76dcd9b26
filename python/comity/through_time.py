"""Ways through time, and what a view shows at each of many windows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from . import _core
from .dates import DayLike, day_text
from .facts import Node, _node
from .progress import Progress
from .snapshot import Way
from .table import Row, Table

if TYPE_CHECKING:
    from .view import View

__all__ = ["ThroughTime"]


class ThroughTime:
    """Questions whose answer walks from day to day.

    On a way through time each relation is walked on a day on which it holds, and never before the one walked
    earlier; relations of one day may follow each other. With `certain`, only ways that hold in every reading of
    the dates. `way` is ``"out"`` (as relations point), ``"in"`` or ``"both"``; `progress` as `Snapshot` takes it.
    """

    __slots__ = ()

    def _seen(self) -> View:
        raise NotImplementedError

    def earliest_arrivals(
        self,
        node: Node | str,
        start: DayLike,
        *,
        certain: bool = False,
        way: Way = "out",
        progress: Progress | None = None,
    ) -> Table[Row]:
        """The earliest day on which each node is reached from `node`, setting out on `start` or later.

        Columns: id, node, day, hops, relation (the number of the last one).
        """
        return Table(_core.earliest_arrivals(self._seen(), _node(node), day_text(start), certain, way, progress))

    def latest_departures(
        self,
        node: Node | str,
        end: DayLike,
        *,
        certain: bool = False,
        way: Way = "out",
        progress: Progress | None = None,
    ) -> Table[Row]:
        """The latest day on which to set out from each node and come to `node` by `end`.

        Columns: id, node, day, hops, relation (the number of the first one).
        """
        return Table(_core.latest_departures(self._seen(), _node(node), day_text(end), certain, way, progress))

    def fastest_journey(
        self,
        start: Node | str,
        end: Node | str,
        *,
        certain: bool = False,
        way: Way = "out",
        progress: Progress | None = None,
    ) -> Table[Row]:
        """The way from one node to another that takes the fewest days: step, relation, type, from, to.

        The notes ``"departure"`` and ``"arrival"`` say when; no rows and no notes if there is none, or if both are
        one node.
        """
        return Table(_core.fastest_journey(self._seen(), _node(start), _node(end), certain, way, progress))

    def temporal_closeness(
        self, start: DayLike, *, certain: bool = False, way: Way = "out", progress: Progress | None = None
    ) -> Table[Row]:
        """How close each node is to all others in time, setting out on `start`: id, node, closeness.

        The sum over the others of 1 / (1 + days until each is reached).
        """
        return Table(_core.temporal_closeness(self._seen(), day_text(start), certain, way, progress))

    def rolling(
        self,
        start: DayLike,
        end: DayLike,
        unit: Literal["day", "month", "year"] = "year",
        *,
        length: int = 1,
        step: int | None = None,
        on_days: bool = False,
        by: bool = False,
        components: bool = False,
        progress: Progress | None = None,
    ) -> Table[Row]:
        """What is seen at each of many windows, in one pass.

        Columns: first, last, relations_certain, relations_possible, nodes_certain, nodes_possible, parts, largest.

        Parameters
        ----------
        start, end : EDTF text, datetime.date or Date
            From the first day of `start` to the last of `end`.
        unit : str, optional
            ``"day"``, ``"month"`` or ``"year"``.
        length, step : int, optional
            How long each window is and how far the next begins after it, in units. Windows that follow each
            other leave no gap and the last one ends with `end`; others are whole.
        on_days : bool, optional
            Not windows but the single days that begin them: what holds on each.
        by : bool, optional
            Everything begun by the last day of each window, ended or not.
        components : bool, optional
            Count the weak components too, and the nodes of the largest.

        Examples
        --------
        >>> import comity
        >>> for row in comity.datasets.sco().all().types("member-of").rolling("2016", "2018", on_days=True):
        ...     print(row.first, row.relations_certain, row.relations_possible)
        2016-01-01 6 20
        2017-01-01 6 20
        2018-01-01 8 22
        """
        return Table(
            _core.rolling(
                self._seen(),
                day_text(start),
                day_text(end),
                unit,
                length,
                step,
                on_days,
                by,
                components,
                progress,
            )
        )
