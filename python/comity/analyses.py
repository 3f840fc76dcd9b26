"""What it means: analyses, asked of a view or of a whole history, each a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from . import _core
from .conduct import Conduct
from .dates import DayLike, day_text
from .facts import Node, _node
from .many import Many
from .progress import Progress
from .questions import Questions
from .table import Row, Table
from .through_time import ThroughTime

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from .view import View

__all__ = ["Analyses", "Lineage", "Timeline"]


class Timeline(Table[Row]):
    """All that is dated, in order, as a table; `plot` draws it."""

    __slots__ = ("_view",)

    def __init__(self, view: View, language: str, progress: Progress | None) -> None:
        super().__init__(lambda: _core.timeline(view, language, progress))
        self._view = view

    def plot(
        self,
        ax: Axes | None = None,
        *,
        lanes: Mapping[str, Sequence[str]] | None = None,
        lineages: bool = True,
        labels: Mapping[str, str] | None = None,
        language: str = "en",
        title: str | None = None,
        figsize: tuple[float, float] | None = None,
    ) -> Axes:
        """Draw what the view shows in lanes by kind: days as dots, ranges of days as bars.

        Parameters
        ----------
        ax : matplotlib.axes.Axes, optional
            Where to draw; a figure of its own if not given, as wide as a slide and as high as it takes.
        lanes : mapping, optional
            The title of each lane and the kinds that stand in it, subkinds included. What has no lane is not
            drawn, nor what has no first day (the picture says how many there are).
        lineages : bool, optional
            Draw arrows for what came of what: solid as stated, dashed as inferred.
        labels : mapping, optional
            Texts by id, where the names in the data are not what a reader wants.
        language : str, optional
            The language of names, and of the picture's own words in English and Chinese. Where the font of
            matplotlib lacks letters another one is looked for; if none has them the picture is in English, and says
            so. On Debian `fonts-wqy-microhei` and `fonts-noto-cjk` have those of Chinese.
        title : str, optional
            Instead of the title of the history.
        figsize : (float, float), optional
            Size of the figure in inches.

        Returns
        -------
        matplotlib.axes.Axes
            Save it with ``ax.figure.savefig("timeline.svg")``.

        Raises
        ------
        ImportError
            If matplotlib is not installed (``pip install comity[plot]``).
        """
        from ._pictures import timeline  # a picture is rare, and its code need not be read before

        return timeline(
            self._view,
            lineages=lineages,
            ax=ax,
            lanes=lanes,
            labels=labels or {},
            language=language,
            title=title,
            figsize=figsize,
        )


class Lineage(Table[Row]):
    """What came of a thing, step by step, as a table; `plot` draws it.

    Examples
    --------
    >>> import comity
    >>> for step in comity.datasets.sco().lineage("statement-2006"):
    ...     if step.to in ("plan-2007", "agreement-2009") and not step.again:
    ...         print(step.to, step.basis, (step.since_root_min, step.since_root_max))
    plan-2007 stated (427, 427)
    agreement-2009 inferred (1097, 1097)
    """

    __slots__ = ("_root", "_view")

    def __init__(self, view: View, root: Node, deepest: int | None, language: str, progress: Progress | None) -> None:
        super().__init__(lambda: _core.lineage(view, root._raw, deepest, language, progress))
        self._root = root
        self._view = view

    @property
    def root(self) -> Node:
        """What it all came of."""
        return self._root

    def plot(
        self,
        ax: Axes | None = None,
        *,
        labels: Mapping[str, str] | None = None,
        language: str = "en",
        title: str | None = None,
        figsize: tuple[float, float] | None = None,
    ) -> Axes:
        """Draw it as a tree over time: a row for each outcome, with its lag in days from the root.

        Solid lines are stated, dashed ones inferred; what is not dated hangs hollow under what it came of.

        Parameters
        ----------
        ax : matplotlib.axes.Axes, optional
            Where to draw; a figure of its own if not given.
        labels : mapping, optional
            Texts by id, where the names in the data are not what a reader wants.
        language : str, optional
            The language of names.
        title : str, optional
            Instead of "What came of ...".
        figsize : (float, float), optional
            Size of the figure in inches.

        Returns
        -------
        matplotlib.axes.Axes

        Raises
        ------
        ImportError
            If matplotlib is not installed (``pip install comity[plot]``).
        """
        from ._pictures import lineage

        return lineage(self, ax=ax, labels=labels or {}, language=language, title=title, figsize=figsize)


class Analyses(ThroughTime, Questions, Conduct, Many):
    """The analyses that a `View` and a `History` (of all that is reported) answer.

    Each is a table whose note ``"searched"`` says how far was looked: what is not in it was not found there, which
    is not to say that it is not so. Facts come with their sources (column ``sources``) and places (``stated``).

    A table is made when it is first looked at. Ctrl-C stops that, and so does `progress`, called with the share done
    and the name of the stage, by returning False; the table is then made when it is next looked at.
    """

    __slots__ = ()

    def timeline(self, *, language: str = "en", progress: Progress | None = None) -> Timeline:
        """All that is dated: events, acts, and where things and states begin and end, in order.

        Examples
        --------
        >>> import comity
        >>> for row in comity.datasets.sco().window("2006", "2007").kinds("action-plan", "statement").timeline():
        ...     print(row.date, row.what, row.id)
        2006-06-15 began statement-2006
        2007-08-16 began plan-2007
        """
        return Timeline(self._seen(), language, progress)

    def lineage(
        self, root: Node | str, *, deepest: int | None = None, language: str = "en", progress: Progress | None = None
    ) -> Lineage:
        """What came of a thing: breadth first, each step with its lag in days and whether it is stated or inferred.

        Parameters
        ----------
        root : Node or str
            The thing, or its id.
        deepest : int, optional
            How many steps to go at most.
        language : str, optional
            The language of names.
        progress : callable, optional
            See the class.
        """
        seen = self._seen()
        if not isinstance(root, Node):
            root = Node(seen._history().node(root), view=seen)
        return Lineage(seen, root, deepest, language, progress)

    def roster(self, organisation: Node | str, *, language: str = "en", progress: Progress | None = None) -> Table[Row]:
        """Who and what an organisation is: members, organs, groups, texts, certain and possible."""
        seen, which = self._seen(), _node(organisation)
        return Table(lambda: _core.roster(seen, which, language, progress))

    def members(
        self, group: Node | str, *, standing: str = "member", language: str = "en", progress: Progress | None = None
    ) -> Table[Row]:
        """Who belongs to an organisation, an organ or a bloc, blocs expanded to their members of the day.

        `standing` is ``"member"``, ``"associate"``, ``"observer"``, ``"partner"`` or ``"candidate"``.
        """
        seen, which = self._seen(), _node(group)
        return Table(lambda: _core.members(seen, which, standing, language, progress))

    def series(self, kind: str, *, language: str = "en", progress: Progress | None = None) -> Table[Row]:
        """The events of a kind in their order: days, gaps, hosts, participants as certain and possible.

        Examples
        --------
        >>> import comity
        >>> [(row.date, row.gap_min) for row in comity.datasets.sco().series("cyber-exercise")][2:]
        [('2019-12-12', 736), ('2023-12-15?', 1464)]
        """
        seen = self._seen()
        return Table(lambda: _core.series(seen, kind, language, progress))

    def participations(self, kind: str, *, language: str = "en", progress: Progress | None = None) -> Table[Row]:
        """Who took part in the events of a kind, blocs expanded to their members on the day."""
        seen = self._seen()
        return Table(lambda: _core.participations(seen, kind, language, progress))

    def proposals(self, *, language: str = "en", progress: Progress | None = None) -> Table[Row]:
        """What is proposed or planned, apart from what exists, and what of it has come to be."""
        seen = self._seen()
        return Table(lambda: _core.proposals(seen, language, progress))

    def positions(self, *, language: str = "en", progress: Progress | None = None) -> Table[Row]:
        """Who stands where: by actor, then by day and topic."""
        seen = self._seen()
        return Table(lambda: _core.positions(seen, language, progress))

    def quantities(self, *, language: str = "en", progress: Progress | None = None) -> Table[Row]:
        """Numbers that somebody observed, with bounds, reporter and what they count."""
        seen = self._seen()
        return Table(lambda: _core.quantities(seen, language, progress))

    def causes(self, *, language: str = "en", progress: Progress | None = None) -> Table[Row]:
        """What is said to drive, hinder, cause, pose or threaten what."""
        seen = self._seen()
        return Table(lambda: _core.causes(seen, language, progress))

    def diff(
        self, before: DayLike, after: DayLike, *, language: str = "en", progress: Progress | None = None
    ) -> Table[Row]:
        """Two days side by side: what is new, gone or less sure on the second one, and which values changed.

        Parameters
        ----------
        before, after : day
            Two days, as `at` takes them.
        language : str, optional
            Of names.
        progress : callable, optional
            See the class.

        Examples
        --------
        >>> import comity
        >>> changes = comity.datasets.sco().diff("2015-12-31", "2017-12-31")
        >>> [row.id for row in changes if row.type == "member-of" and row.change == "appeared"]
        ['india-member-of-sco', 'pakistan-member-of-sco']
        """
        then, now = self._seen().at(day_text(before)), self._seen().at(day_text(after))
        return Table(lambda: _core.diff(then, now, language, progress))

    def disagreements(self, *, language: str = "en", progress: Progress | None = None) -> Table[Row]:
        """Where sources give more than one value: a row for each value, those in dispute first.

        Of a history everything that it holds is looked at, whatever its modality. A date that another one only
        refines is no dispute: it says ``"refinement"``.
        """
        seen = self._seen()
        return Table(lambda: _core.disagreements(seen, language, progress))

    def settlements(self, *policies: str, language: str = "en", progress: Progress | None = None) -> Table[Row]:
        """What each policy makes of what is disputed, side by side: a column for each policy, by its name.

        Without any, the built-in ones: none, most-attested, newest, most-precise and hull; ``"source: id, id"`` and
        ``"source-kind: kind, kind"`` are others, as `View.settled_by` takes them. Where a policy does not decide,
        dates stand as ``[2020-10-11,2020-11-10]`` and other values with ``"; "`` between; ``hull`` merges dates into
        ``[2020-10-11..2020-11-10]``.

        Examples
        --------
        >>> import comity
        >>> for row in comity.datasets.sco().settlements("none", "source-kind: official-text"):
        ...     if row.about == "summit-2020-moscow" and row.slot == "begin":
        ...         print(row["none"], row["source-kind: official-text"])
        [2020-10-11,2020-11-10] 2020-11-10
        """
        seen = self._seen()
        return Table(lambda: _core.settlements(seen, policies, language, progress))

    def audit(self, *, list_facts: bool = False, language: str = "en", progress: Progress | None = None) -> Table[Row]:
        """What in the record deserves a look, held against itself.

        `list_facts` names every fact of the rules that only count, not three of each.
        """
        seen = self._seen()
        return Table(lambda: _core.audit(seen, list_facts, language, progress))

    def summary(self, *, language: str = "en", progress: Progress | None = None) -> Table[Row]:
        """What is shown in numbers: nodes by kind, relations by type; the other counts are notes."""
        seen = self._seen()
        return Table(lambda: _core.summary(seen, language, progress))
