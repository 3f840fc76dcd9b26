"""When: dates as history gives them, periods, and answers that are certain, possible or no."""

from __future__ import annotations

import datetime
import enum
from collections.abc import Iterable
from typing import Any, Literal, NamedTuple

from . import _core
from ._given import raw_of, refusal, several

__all__ = ["Count", "Date", "DayLike", "Lag", "Modality", "Period", "Truth"]

Seasons = Literal["northern", "southern", "whole-year"]
Nature = Literal["act", "state", "timeless"]
Edge = Literal["begin", "end"]
BoundKind = Literal["date", "open", "unknown", "overflow"]


class Truth(str, enum.Enum):
    """How far a thing holds, given dates that are not exact: certain implies possible.

    Ordered by strength. ``&`` is the weaker of two, ``|`` the stronger, ``~`` the negation. Equal to its
    name. It has no truth value of its own, because *possible* is neither: ask for the one you mean.

    Examples
    --------
    >>> from comity import Truth
    >>> Truth.POSSIBLE < Truth.CERTAIN, Truth.CERTAIN & Truth.POSSIBLE, ~Truth.NO
    (True, Truth.POSSIBLE, Truth.CERTAIN)
    >>> Truth.CERTAIN == "certain"
    True
    """

    NO = "no"
    POSSIBLE = "possible"
    CERTAIN = "certain"

    @property
    def is_possible(self) -> bool:
        """True of possible and of certain."""
        return self is not Truth.NO

    @property
    def is_certain(self) -> bool:
        """True of certain alone."""
        return self is Truth.CERTAIN

    def __and__(self, other: Truth) -> Truth:
        return min(self, other)

    def __or__(self, other: Truth) -> Truth:
        return max(self, other)

    def __invert__(self) -> Truth:
        return _TRUTHS[2 - _TRUTHS.index(self)]

    def __lt__(self, other: object) -> bool:
        return _strength(self) < _strength(other)

    def __le__(self, other: object) -> bool:
        return _strength(self) <= _strength(other)

    def __gt__(self, other: object) -> bool:
        return _strength(self) > _strength(other)

    def __ge__(self, other: object) -> bool:
        return _strength(self) >= _strength(other)

    def __bool__(self) -> bool:
        raise TypeError("'possible' is neither true nor false: say .is_possible or .is_certain")

    def __repr__(self) -> str:
        return f"Truth.{self.name}"

    def __str__(self) -> str:
        return self.value


_TRUTHS = (Truth.NO, Truth.POSSIBLE, Truth.CERTAIN)


def _strength(truth: object) -> int:
    for i, known in enumerate(_TRUTHS):
        if known == truth:
            return i
    raise TypeError(f"a truth has no order with {truth!r}")


class Modality(str, enum.Enum):
    """How a source states a fact, the strongest first. Equal to its name.

    Examples
    --------
    >>> from comity import Modality
    >>> Modality("proposed"), Modality.REPORTED == "reported"
    (Modality.PROPOSED, True)
    """

    REPORTED = "reported"
    """As having happened or as holding."""
    PLANNED = "planned"
    """As decided or scheduled."""
    PROPOSED = "proposed"
    """As something that ought to be."""
    ALLEGED = "alleged"
    """As somebody else's claim that the source does not make its own."""

    def __repr__(self) -> str:
        return f"Modality.{self.name}"

    def __str__(self) -> str:
        return self.value


class Count(NamedTuple):
    """How many are certainly and how many possibly there; certain ones are possible too."""

    certain: int
    possible: int

    def __str__(self) -> str:
        return str(self.certain) if self.certain == self.possible else f"{self.certain} to {self.possible}"


class Lag(NamedTuple):
    """How many days lie between two edges, as far as their dates allow.

    Examples
    --------
    >>> from comity import Period
    >>> str(Period("2006-06-15", "act").lag(Period("2007", "act")))
    '[200, 564]'
    """

    min: int | None
    """The fewest days; None if nothing bounds them."""
    max: int | None
    """The most days; None if nothing bounds them."""
    doubted: bool = False
    """A date is marked ``?`` or ``~``, so that nothing about the lag is certain."""

    def __str__(self) -> str:
        low = ".." if self.min is None else str(self.min)
        high = ".." if self.max is None else str(self.max)
        return f"[{low}, {high}]"


class Date:
    """An EDTF expression (ISO 8601-2, levels 0 to 2), kept as written together with its bounds.

    A value: immutable, hashable, equal where text and options are. It has no order on purpose: two things
    "in 1985" are possibly, never certainly, on the same day.

    Parameters
    ----------
    text : str, datetime.date or Date
        The whole expression, such as ``"2004-06~-11"``, ``"1985?"``, ``"[1667,1668]"`` or ``"2001/.."``.
    seasons : {"northern", "southern", "whole-year"}, optional
        Which months the seasons 21 to 24 are.
    hour_24 : bool, optional
        Admit ``24:00:00``.

    Raises
    ------
    DateError
        If `text` is not EDTF; it says where and what was expected.

    Examples
    --------
    >>> import comity
    >>> d = comity.Date("2004-06~-11")
    >>> d.kind, d.level, d.earliest, d.latest, d.approximate
    ('day', 2, '2004-06-11', '2004-06-11', True)
    >>> d = comity.Date("1985/..")
    >>> d.earliest, d.latest, d.latest_kind
    ('1985-01-01', None, 'open')
    """

    __slots__ = ("_raw",)
    _raw: _core.Date

    def __init__(self, text: DayLike, *, seasons: Seasons = "northern", hour_24: bool = False) -> None:
        object.__setattr__(self, "_raw", _core.Date(day_text(text), seasons=seasons, hour_24=hour_24))

    @classmethod
    def _of(cls, core: _core.Date) -> Date:
        self = object.__new__(cls)
        object.__setattr__(self, "_raw", core)
        return self

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a date does not change: {name!r} can't be set")

    @property
    def text(self) -> str:
        """As written."""
        return self._raw.text

    @property
    def canonical(self) -> str:
        """The same expression with its marks in their canonical places."""
        return self._raw.canonical

    @property
    def kind(self) -> str:
        """``"day"``, ``"month"``, ``"season"``, ``"year"``, ``"datetime"``, ``"interval"``, ``"set"`` or ``"list"``."""
        return self._raw.kind

    @property
    def precision(self) -> str:
        """The grain: ``"second"``, ``"day"``, ``"month"``, ``"season"``, ``"year"``, or ``"none"`` for ``../..``."""
        return self._raw.precision

    @property
    def level(self) -> int:
        """The lowest EDTF level that admits the text: 0, 1 or 2."""
        return self._raw.level

    @property
    def earliest(self) -> str | None:
        """The first day that may be meant, as ISO 8601 text; None where there is no day (see `earliest_kind`)."""
        return self._raw.earliest

    @property
    def latest(self) -> str | None:
        """The last day that may be meant, as ISO 8601 text; None where there is no day (see `latest_kind`)."""
        return self._raw.latest

    @property
    def earliest_kind(self) -> BoundKind:
        """``"date"``, or why there is none: ``"open"``, ``"unknown"`` or ``"overflow"``."""
        return self._raw.earliest_kind

    @property
    def latest_kind(self) -> BoundKind:
        """``"date"``, or why there is none: ``"open"``, ``"unknown"`` or ``"overflow"``."""
        return self._raw.latest_kind

    @property
    def begin(self) -> tuple[str | None, str | None]:
        """Of an interval ``A/B`` the first and the last day of A, else those of the whole."""
        return self._raw.begin_window

    @property
    def end(self) -> tuple[str | None, str | None]:
        """Of an interval ``A/B`` the first and the last day of B, else those of the whole."""
        return self._raw.end_window

    @property
    def uncertain(self) -> bool:
        """Marked ``?`` or ``%`` on any component of any part."""
        return self._raw.uncertain

    @property
    def approximate(self) -> bool:
        """Marked ``~`` or ``%`` on any component of any part."""
        return self._raw.approximate

    @property
    def year_mark(self) -> str | None:
        """``"?"``, ``"~"`` or ``"%"`` if such a mark holds for the year, else None."""
        return self._raw.year_mark

    @property
    def month_mark(self) -> str | None:
        """``"?"``, ``"~"`` or ``"%"`` if such a mark holds for the month, else None."""
        return self._raw.month_mark

    @property
    def day_mark(self) -> str | None:
        """``"?"``, ``"~"`` or ``"%"`` if such a mark holds for the day, else None."""
        return self._raw.day_mark

    @property
    def members(self) -> tuple[str, ...]:
        """Members of a set or list, or the two ends of an interval, as written; else the text alone."""
        return tuple(self._raw.members())

    @property
    def contiguous(self) -> bool:
        """Whether the days meant are one range without gaps."""
        return self._raw.contiguous

    def touches(self, days: DayLike) -> bool:
        """Whether some day of `days` may be meant: exact, also where there are gaps.

        Examples
        --------
        >>> import comity
        >>> comity.Date("156X-12-25").touches("1565"), comity.Date("156X-12-25").touches("1565-12-24")
        (True, False)
        """
        return self._raw.touches(day_text(days))

    def __eq__(self, other: object) -> bool:
        return self._raw == other._raw if isinstance(other, Date) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._raw)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        seasons = "" if self._raw.seasons == "northern" else f", seasons={self._raw.seasons!r}"
        hour_24 = ", hour_24=True" if self._raw.hour_24 else ""
        return f"Date({self.text!r}{seasons}{hour_24})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _date, (self.text, self._raw.seasons, self._raw.hour_24)


def _date(text: str, seasons: Seasons, hour_24: bool) -> Date:
    return Date(text, seasons=seasons, hour_24=hour_24)


DayLike = str | datetime.date | Date
"""What may be given where a day is wanted: EDTF text, a `datetime.date` or a `Date`."""


def day_text(day: DayLike) -> str:
    """The EDTF text of whatever was given where a day is wanted."""
    if isinstance(day, str):
        return day
    if isinstance(day, Date):
        return day.text
    if isinstance(day, datetime.datetime):
        raise TypeError("a time of day has no place here: give its .date()")
    if isinstance(day, datetime.date):
        return day.isoformat()
    raise refusal("a day as text, datetime.date or comity.Date", day)


class Period:
    """What the dates of one fact say of when it holds.

    Parameters
    ----------
    text : str
        ``"A/B"``, ``"A/.."`` (no end known to the source), ``"A/"`` (an end that is not known), a date without
        an end, or ``""`` (undated). Either date may also be a set: ``"2001/[2009,2011]"``.
    nature : {"state", "act", "timeless"}, optional
        An act "in 1985" happened on one unknown day of 1985; a state that begins "1985" began on an unknown day
        of it and goes on.
    ignore_marks : bool, optional
        Let ``?`` and ``~`` not keep anything from being certain.

    Examples
    --------
    >>> from comity import Period
    >>> member = Period("2001-06/2017", "state")
    >>> member.at("2010"), member.at("2017"), member.at("2018")
    (Truth.CERTAIN, Truth.POSSIBLE, Truth.NO)
    >>> Period("1985", "act").relates(Period("1985", "act"), "equals")
    Truth.POSSIBLE
    """

    __slots__ = ("_raw",)
    _raw: _core.Period

    def __init__(self, text: str, nature: Nature = "state", *, ignore_marks: bool = False) -> None:
        self._raw = _core.Period(text, nature, ignore_marks=ignore_marks)

    @classmethod
    def _of(cls, core: _core.Period) -> Period:
        self = object.__new__(cls)
        self._raw = core
        return self

    @property
    def text(self) -> str:
        """The dates as written; empty if undated."""
        return self._raw.text

    @property
    def nature(self) -> str:
        """``"act"``, ``"state"`` or ``"timeless"``."""
        return self._raw.nature

    @property
    def begin(self) -> tuple[str | None, str | None]:
        """The first and the last day on which it may begin; None on a side without a day (see `begin_kinds`)."""
        return self._raw.begin

    @property
    def end(self) -> tuple[str | None, str | None]:
        """The first and the last day on which it may end; None on a side without a day (see `end_kinds`)."""
        return self._raw.end

    @property
    def begin_kinds(self) -> tuple[str, str]:
        """``"date"``, ``"open"``, ``"unknown"`` or ``"overflow"`` for both sides of `begin`."""
        return self._raw.begin_kinds

    @property
    def end_kinds(self) -> tuple[str, str]:
        """``"date"``, ``"open"``, ``"unknown"`` or ``"overflow"`` for both sides of `end`."""
        return self._raw.end_kinds

    @property
    def one_day(self) -> bool:
        """Begin and end are the same day, known or not."""
        return self._raw.one_day

    @property
    def doubted(self) -> bool:
        """Whether a mark keeps begin or end from being certain."""
        return self._raw.doubted

    def at(self, day: DayLike) -> Truth:
        """Whether it holds on that day; of one of reduced precision, on one unknown day of it."""
        return _TRUTHS[self._raw.at(day_text(day))]

    def by(self, day: DayLike) -> Truth:
        """Whether it has begun by that day, ended or not."""
        return _TRUTHS[self._raw.by(day_text(day))]

    def window(self, first: DayLike, last: DayLike) -> Truth:
        """Whether it touches the days from `first` to `last`."""
        return _TRUTHS[self._raw.window(day_text(first), day_text(last))]

    def relations(self, other: Period) -> tuple[str, ...]:
        """Allen's relations to `other` that some reading of the dates gives.

        Examples
        --------
        >>> from comity import Period
        >>> Period("1999/2001").relations(Period("2001/2003"))
        ('before', 'meets', 'overlaps')
        """
        return tuple(self._raw.relations(raw_of(other, "a period", Period)))

    def relates(self, other: Period, wanted: str | Iterable[str]) -> Truth:
        """Whether one of the wanted relations of Allen holds: possible if some reading has it, certain if all have."""
        names = several(wanted, "a relation", str)
        return _TRUTHS[self._raw.relates(raw_of(other, "a period", Period), names)]

    def lag(self, other: Period, *, from_edge: Edge = "begin", to_edge: Edge = "begin") -> Lag:
        """Days from an edge of this period to one of `other`; negative where that came first."""
        return Lag(*self._raw.lag(raw_of(other, "a period", Period), from_edge, to_edge))

    @property
    def length(self) -> Lag:
        """How many days it lasts, the first and the last counted."""
        return Lag(*self._raw.length())

    def __eq__(self, other: object) -> bool:
        return self._raw == other._raw if isinstance(other, Period) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._raw)

    def __str__(self) -> str:
        return self.text or "undated"

    def __repr__(self) -> str:
        return f"Period({self.text!r}, {self.nature!r})"
