"""Many relations, days or nodes asked about in one call."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from . import _core
from ._cells import Cells, cells_of, is_array
from ._given import several
from .dates import Date, DayLike, day_text
from .errors import InvalidArgumentError
from .facts import Node, ids_of
from .progress import Progress
from .table import Row, Table

if TYPE_CHECKING:
    import numpy as np

    from .view import View

__all__ = ["Many"]


def _in_array(values: Any, what: str) -> Cells:
    """What stands in an array or a series, each cell of which has a value."""
    cells = cells_of(values, f"the array of {what}", f"{what}[{{}}]".format, times=False)
    empty = [cell is None for cell in cells.values] if cells.kind == "texts" else cells.empty
    if empty is not None and any(empty):
        row = list(empty).index(True)
        raise InvalidArgumentError(f"{what}[{row}]: {list(values)[row]} is no value")
    return cells


class Many:
    """What a `View` and a `History` (of all that is reported) answer for many things at once, in tables without words.

    Where a column names nodes, ``table.codes("to")`` gives their numbers without a copy: node number ``n`` is the
    ``n``-th of ``list(history)``.
    """

    __slots__ = ()

    def _seen(self) -> View:
        raise NotImplementedError

    def edges(
        self, type: str | None = None, *, columns: Sequence[str] = (), progress: Progress | None = None
    ) -> Table[Row]:
        """The relations as edges: number, from, to, type, first, last, truth.

        `first` and `last` are the days within which a relation may hold, cut by the periods of both ends. What
        `relations` says of statements and of dates as written is left out: this is many times faster.

        Parameters
        ----------
        type : str, optional
            Only relations of this type.
        columns : sequence of str, optional
            Only these columns: what is not asked for is not made.
        progress : callable, optional
            Called with the share done and the name of the stage; stops by returning False. Ctrl-C stops it too.

        Examples
        --------
        >>> import comity
        >>> edges = comity.datasets.sco().at("2012").edges("member-of")
        >>> edges.columns, edges.codes("from").dtype
        (('number', 'from', 'to', 'type', 'first', 'last', 'truth'), dtype('int32'))
        """
        return Table(_core.edges(self._seen(), type, several(columns, "a column", str), progress))

    def relation_counts(
        self, days: DayLike | Iterable[DayLike] | np.ndarray[Any, Any], *, by: bool = False
    ) -> Table[Row]:
        """How many relations hold on each of many days: day, certain, possible.

        Parameters
        ----------
        days : one or several dates, or an array or series of texts, of datetime64 or of days since 1970-01-01
            Single days, in any order.
        by : bool, optional
            Everything begun by each day instead, ended or not.

        Examples
        --------
        >>> import comity
        >>> members = comity.datasets.sco().all().types("member-of")
        >>> found = members.relation_counts(["2005-01-01", "2020-01-01"])
        >>> found["possible"].tolist()[1] == members.at("2020-01-01").relation_count.possible
        True
        """
        if is_array(days):
            cells = _in_array(days, "days")
            if cells.kind != "texts":
                return Table(_core.relation_counts_numbered(self._seen(), cells.values, by))
            days = cells.values
        texts = [day_text(day) for day in several(days, "a day", str, datetime.date, Date)]
        return Table(_core.relation_counts(self._seen(), texts, by))

    def neighbours_of(
        self,
        nodes: Node | str | Iterable[Node | str] | np.ndarray[Any, Any],
        type: str | None = None,
        *,
        into: bool = False,
        columns: Sequence[str] = (),
    ) -> Table[Row]:
        """Where relations lead from many nodes: from, to, truth, in the order of `nodes`; see `neighbours` for one.

        Parameters
        ----------
        nodes : one or several Node or str, or an array or series of ids or of node numbers
            The nodes whose neighbours are asked for.
        type : str, optional
            Only along relations of this type.
        into : bool, optional
            Where relations come from that come in to each node instead.
        columns : sequence of str, optional
            Only these columns: what is not asked for is not made.

        Examples
        --------
        >>> import comity
        >>> founders = comity.datasets.sco().at("2012").neighbours_of(["china", "russia"], "member-of")
        >>> sorted(set(founders["from"].tolist())), "sco" in founders["to"].tolist()
        (['china', 'russia'], True)
        """
        wanted = several(columns, "a column", str)
        if is_array(nodes):
            cells = _in_array(nodes, "nodes")
            if cells.kind == "days":
                raise InvalidArgumentError("the array of nodes holds days; expected ids or numbers of nodes")
            if cells.kind == "integers":
                return Table(_core.neighbours_of_numbered(self._seen(), cells.values, type, into, wanted))
            nodes = cells.values
        return Table(_core.neighbours_of(self._seen(), ids_of(nodes), type, into, wanted))
