"""Who says so: what is asked of sources, and of the answers to other questions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from . import _core
from ._given import raw_of, several
from .facts import Node, _node
from .progress import Progress
from .table import Row, Table

if TYPE_CHECKING:
    from .view import View

__all__ = ["Questions"]


class Questions:
    """What a `View` and a `History` (of all that is reported) answer about sources.

    What one source says is ``view.sources("x").statements()``.
    """

    __slots__ = ()

    def _seen(self) -> View:
        raise NotImplementedError

    def differences(
        self, first: str, other: str, *, language: str = "en", progress: Progress | None = None
    ) -> Table[Row]:
        """Where two sources give different values and how, those in dispute first.

        Silence is no difference, and a year that a day refines is agreement: `how` is then ``"refinement"``. The
        notes say for how many slots both give the same, and of how many only one speaks.
        """
        seen = self._seen()
        return Table(lambda: _core.differences(seen, first, other, language, progress))

    def agreements(self, *, language: str = "en", progress: Progress | None = None) -> Table[Row]:
        """How often each two sources agree, refine and contradict each other, by kind or relation type and by slot."""
        seen = self._seen()
        return Table(lambda: _core.agreements(seen, language, progress))

    def supports(
        self,
        *,
        most_sources: int | None = None,
        most_roots: int | None = None,
        unlocated: bool = False,
        language: str = "en",
        progress: Progress | None = None,
    ) -> Table[Row]:
        """On how many sources, and independent ones, each fact rests.

        Parameters
        ----------
        most_sources : int, optional
            1: what rests on one source, or on none.
        most_roots : int, optional
            The same of independent sources: copies of one document count once.
        unlocated : bool, optional
            Only facts of which no statement says where in its source.
        language : str, optional
            The language of names.
        progress : callable, optional
            See the class.

        Examples
        --------
        >>> import comity
        >>> sco = comity.datasets.sco()
        >>> all(row.root_count <= 1 for row in sco.supports(most_roots=1)), len(sco.supports(unlocated=True))
        (True, 0)
        """
        seen = self._seen()
        return Table(lambda: _core.supports(seen, most_sources, most_roots, unlocated, language, progress))

    def coverage(self, *, years: int = 0, language: str = "en", progress: Progress | None = None) -> Table[Row]:
        """What each source states of each kind and relation type, how exactly, and what it claims to list.

        `years` gives a row for each period of so many years: 10 for decades.
        """
        seen = self._seen()
        return Table(lambda: _core.coverage(seen, years, language, progress))

    def first_statements(
        self, source: str | None = None, *, language: str = "en", progress: Progress | None = None
    ) -> Table[Row]:
        """Which source was, certainly or possibly, the first to state each fact; or what one of them stated first."""
        seen = self._seen()
        return Table(lambda: _core.first_statements(seen, source, language, progress))

    def parties(
        self,
        first: Node | str,
        other: Node | str,
        type: str | None = None,
        *,
        language: str = "en",
        progress: Progress | None = None,
    ) -> Table[Row]:
        """Which actors stand in the same relation to two things, and which to one of them only.

        Examples
        --------
        >>> import comity
        >>> both = comity.datasets.sco().parties("code-2011", "code-2015", "submitted")
        >>> sorted(row.id for row in both if row.in_first)
        ['china', 'russia', 'tajikistan', 'uzbekistan']
        """
        seen = self._seen()
        a, b = _node(first), _node(other)
        return Table(lambda: _core.parties(seen, a, b, type, language, progress))

    def evidence(
        self, answer: Table[Any], row: int | None = None, *, progress: Progress | None = None
    ) -> Table[Row]:
        """Why a row is in an answer: the statements about everything that it rests on; without `row`, why each is.

        What nobody states has a row without a source.

        Examples
        --------
        >>> import comity
        >>> sco = comity.datasets.sco()
        >>> members = sco.at("2012").members("sco")
        >>> row = members["id"].tolist().index("china")
        >>> sorted({(e.about, e.source) for e in sco.evidence(members, row)})[0]
        ('china', 'ciis-2021')
        """
        seen = self._seen()
        rows = raw_of(answer, "a table", Table)
        place = row if row is None or row >= 0 else len(answer) + row
        if place is not None and place < 0:
            raise IndexError(f"row {row} of a table of {len(answer)} rows")
        return Table(lambda: _core.evidence(seen, rows, place, progress))

    def changes_without(
        self, source: str | Sequence[str], question: Callable[[View], Table[Any]], *, keys: Sequence[str] = ()
    ) -> Table[Row]:
        """How the answer to a question changes if sources are not heard: rows lost, gained and changed.

        Parameters
        ----------
        source : str or sequence of str
            Ids of the sources to leave out.
        question : callable
            Takes a view and gives a table: ``lambda view: view.members("sco")``.
        keys : sequence of str, optional
            The columns by which rows are known again; see `Table.difference`.

        Examples
        --------
        >>> import comity
        >>> at = comity.datasets.sco().at("2012")
        >>> at.changes_without("ciis-2021", lambda view: view.members("sco")).columns
        ('change', 'id', 'column', 'before', 'after')
        """
        seen = self._seen()
        left_out = several(source, "the id of a source", str)
        before, after = question(seen), question(seen.without_sources(*left_out))
        return before.difference(after, keys=keys)
