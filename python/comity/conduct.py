"""What was said, set beside what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import _core
from .facts import Node, _node
from .progress import Progress
from .table import Row, Table

if TYPE_CHECKING:
    from .view import View

__all__ = ["Conduct"]


class Conduct:
    """What a `View` and a `History` (of all that is reported) answer about words and deeds."""

    __slots__ = ()

    def _seen(self) -> View:
        raise NotImplementedError

    def ballots(self, group: Node | str, *, language: str = "en", progress: Progress | None = None) -> Table[Row]:
        """How each of those who are members of a group at any time voted in each vote.

        `ballot` is ``"yes"``, ``"no"``, ``"abstained"``, ``"absent"``, ``"vetoed"`` or ``"unknown"``, and `member`
        tells how surely he was a member on the day: to be absent is not to abstain, and neither is not to be a member.

        Examples
        --------
        >>> import comity
        >>> ballots = comity.datasets.sco().ballots("sco")
        >>> [(row.who, row.member) for row in ballots if row.vote == "roll-call-62-17" and row.ballot == "absent"]
        [('uzbekistan', 'certain')]
        """
        seen, which = self._seen(), _node(group)
        return Table(lambda: _core.ballots(seen, which, language, progress))

    def cohesion(self, group: Node | str, *, language: str = "en", progress: Progress | None = None) -> Table[Row]:
        """How far those who were members of a group on the day of each vote went together in it.

        `alike` tells how surely all members who were there voted in the same way.
        """
        seen, which = self._seen(), _node(group)
        return Table(lambda: _core.cohesion(seen, which, language, progress))

    def professions(self, *, language: str = "en", progress: Progress | None = None) -> Table[Row]:
        """What actors are said to stand for, beside how they voted on the same thing and on the same line.

        `bears` is ``"itself"`` where the vote was on the thing, ``"line"`` where the text voted on shares a subject
        with it; `member` is of the bloc whose stance it is, on the day of the vote.
        """
        seen = self._seen()
        return Table(lambda: _core.professions(seen, language, progress))

    def follow_through(self, *, language: str = "en", progress: Progress | None = None) -> Table[Row]:
        """For each commitment the first text, body and deed that came of it, and after how many days.

        `first` has no value where none was found in what was searched; ``view.by(day)`` asks until a day.

        Examples
        --------
        >>> import comity
        >>> rows = comity.datasets.sco().follow_through()
        >>> [(row.first, row.since_min) for row in rows if row.commitment == "commitment-2006-action-plan"][0]
        ('plan-2007', 427)
        """
        seen = self._seen()
        return Table(lambda: _core.follow_through(seen, language, progress))

    def fates(self, *, language: str = "en", progress: Progress | None = None) -> Table[Row]:
        """What became of each proposal, from ``"none-found"`` to ``"operating"``, with the signs of it.

        `reached` counts what the data's author judged to fulfil it, `reached_stated` only what sources state.

        Examples
        --------
        >>> import comity
        >>> [(row.id, row.reached) for row in comity.datasets.sco().fates() if row.id == "universal-centre"]
        [('universal-centre', 'agreed')]
        """
        seen = self._seen()
        return Table(lambda: _core.fates(seen, language, progress))

    def firsts(self, *, language: str = "en", progress: Progress | None = None) -> Table[Row]:
        """What sources call the first or new, and what the record has before it: a row for each precedent.

        `preceded` ``"no"`` means that nothing earlier was found in what was searched, which proves nothing.
        """
        seen = self._seen()
        return Table(lambda: _core.firsts(seen, language, progress))
