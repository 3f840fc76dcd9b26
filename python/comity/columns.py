"""Dates by the column, dates as files of data have them, and the one way from a range of days to a number."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from . import _core, _extras
from ._given import several
from .dates import Date, DayLike, Lag, Seasons, day_text

if TYPE_CHECKING:
    import numpy as np

__all__ = ["Collapse", "DateColumn", "DateFailure", "LenientDate", "parse_dates", "read_lenient"]

Slashes = Literal["day-first", "month-first", "refuse"]
Rule = Literal["earliest", "latest", "midpoint", "draw"]

_BOUNDS = ("date", "open", "unknown", "overflow")
_OUTCOMES = ("invalid", "date", "absent", "open")
_MARKS = ("", "?", "~", "%")


class DateFailure(NamedTuple):
    """A text of a column that is no date."""

    row: int
    text: str
    position: int
    """Which character is not as it should be, from 0."""
    expected: str
    """What was expected there."""


class DateColumn:
    """Many dates at once, as NumPy arrays of one length. Made by `parse_dates`.

    Examples
    --------
    >>> import comity
    >>> read = comity.parse_dates(["1985-04", "2004-06~-11", "1985/..", "1985-13"])
    >>> read.earliest.astype(str).tolist(), read.latest_kind.tolist()
    (['1985-04-01', '2004-06-11', '1985-01-01', 'NaT'], ['date', 'date', 'open', 'unknown'])
    >>> read.valid.tolist(), read.failures[0].position
    ([True, True, True, False], 5)
    """

    __slots__ = ("_columns", "failures")
    failures: list[DateFailure]
    """The texts that are no dates, in their order."""

    def __init__(self, columns: dict[str, Any], failures: list[DateFailure]) -> None:
        self._columns = columns
        self.failures = failures

    def __len__(self) -> int:
        return len(self._columns["outcome"])

    def _days(self, side: str) -> np.ndarray[Any, Any]:
        days = self._columns[side].astype("datetime64[D]")
        days[self._columns[f"{side}_kind"] != 0] = "NaT"
        return days  # type: ignore[no-any-return]

    def _names(self, column: str, names: tuple[str, ...]) -> np.ndarray[Any, Any]:
        return _extras._numpy().array(names)[self._columns[column]]  # type: ignore[no-any-return]

    @property
    def earliest(self) -> np.ndarray[Any, Any]:
        """The first day that may be meant, as datetime64[D]; NaT where there is no day."""
        return self._days("earliest")

    @property
    def latest(self) -> np.ndarray[Any, Any]:
        """The last day that may be meant, as datetime64[D]; NaT where there is no day."""
        return self._days("latest")

    @property
    def earliest_kind(self) -> np.ndarray[Any, Any]:
        """``"date"``, or why there is none: ``"open"``, ``"unknown"`` or ``"overflow"``."""
        return self._names("earliest_kind", _BOUNDS)

    @property
    def latest_kind(self) -> np.ndarray[Any, Any]:
        """``"date"``, or why there is none: ``"open"``, ``"unknown"`` or ``"overflow"``."""
        return self._names("latest_kind", _BOUNDS)

    @property
    def valid(self) -> np.ndarray[Any, Any]:
        """Whether the text is a date."""
        return self._columns["outcome"] == 1  # type: ignore[no-any-return]

    @property
    def outcome(self) -> np.ndarray[Any, Any]:
        """``"date"``, ``"invalid"``, ``"absent"`` (no text, or one that says so) or ``"open"`` (it says "no end")."""
        return self._names("outcome", _OUTCOMES)

    @property
    def mark(self) -> np.ndarray[Any, Any]:
        """``"?"``, ``"~"`` or ``"%"`` if some component is so marked, else ``""``."""
        return self._names("marks", _MARKS)

    @property
    def lenient(self) -> np.ndarray[Any, Any]:
        """Whether the lenient reader had to do something to the text."""
        return self._columns["notes"] != 0  # type: ignore[no-any-return]

    def report(self) -> dict[str, int]:
        """How many texts were read, and what the lenient reader did how often: its sentences and counts.

        The counts of ``"date"``, ``"absent"``, ``"open"`` and ``"invalid"`` add up to the rows.
        """
        numpy = _extras._numpy()
        outcomes = numpy.bincount(self._columns["outcome"], minlength=4)
        found = {name: int(outcomes[i]) for i, name in enumerate(_OUTCOMES) if outcomes[i]}
        notes = self._columns["notes"]
        for bit in range(32):
            count = int(numpy.count_nonzero(notes & (1 << bit)))
            if count:
                found[_core.describe_notes(1 << bit)[0]] = count
        return found

    def __repr__(self) -> str:
        return f"<DateColumn of {len(self):,} rows, {len(self.failures):,} of them no dates>"


def parse_dates(
    texts: str | Iterable[str | None],
    *,
    lenient: bool = False,
    seasons: Seasons = "northern",
    hour_24: bool = False,
    slashes: Slashes = "day-first",
    open_far_end: bool = True,
) -> DateColumn:
    """Read a whole column of dates in one call: a list, a NumPy array, a pandas series or an Arrow array of texts.

    Parameters
    ----------
    texts : str or iterable of str
        One text or many; None and NaN stand for no text.
    lenient : bool, optional
        Read what is no EDTF as `read_lenient` does; what was done to which row is in the report.
    seasons, hour_24
        As for `Date`.
    slashes, open_far_end
        As for `read_lenient`.

    Raises
    ------
    TypeError
        If something is neither text nor None; it says in which row.
    """
    numpy = _extras.extra("numpy", "pandas")
    for to_list in ("to_pylist", "tolist"):
        if hasattr(texts, to_list):
            texts = getattr(texts, to_list)()
            break
    given = tuple(several(texts, "a text", str))
    columns = {name: numpy.empty(len(given), dtype="int64") for name in ("earliest", "latest")}
    for name in ("earliest_kind", "latest_kind", "outcome", "marks"):
        columns[name] = numpy.empty(len(given), dtype="uint8")
    columns["notes"] = numpy.empty(len(given), dtype="uint32")
    failures = _core.parse_dates(given, lenient, seasons, hour_24, slashes, open_far_end, **columns)
    told = [DateFailure(row, given[row] or "", position, expected) for row, position, expected in failures]
    return DateColumn(columns, told)


class LenientDate(NamedTuple):
    """What the lenient reader made of a text."""

    text: str
    """EDTF; empty if the text says that there is no date."""
    kind: str
    """``"date"``, ``"absent"`` (it says that there is none) or ``"open"`` (it says that there is no end)."""
    notes: tuple[str, ...]
    """What was done, a sentence each; empty if the text was EDTF as it stood."""

    @property
    def date(self) -> Date | None:
        """The date, or None."""
        return Date(self.text) if self.kind == "date" else None


def read_lenient(
    text: str,
    *,
    seasons: Seasons = "northern",
    hour_24: bool = False,
    slashes: Slashes = "day-first",
    open_far_end: bool = True,
) -> LenientDate:
    """Read a date as files of data have it: EDTF, and spellings beyond it, each told of.

    Parameters
    ----------
    text : str
        The text.
    seasons, hour_24
        As for `Date`.
    slashes : {"day-first", "month-first", "refuse"}, optional
        What ``24/09/2021`` means. A text that fits only the other order is refused, never turned round.
    open_far_end : bool, optional
        Read ``9999-12-31`` as "no end".

    Raises
    ------
    DateError
        If it can't be read even so.

    Examples
    --------
    >>> import comity
    >>> comity.read_lenient("24/09/2021").text, comity.read_lenient("NA").kind
    ('2021-09-24', 'absent')
    """
    found, kind, notes = _core.read_lenient(text, seasons, hour_24, slashes, open_far_end)
    return LenientDate(found, kind, tuple(notes))


class Collapse:
    """The one explicit way from a range of days to one: nothing collapses a range unasked.

    Parameters
    ----------
    rule : {"earliest", "latest", "midpoint", "draw"}
        ``"draw"`` makes each day of the range equally likely, for multiple imputation.
    seed : int, optional
        Draws are the same on every platform for the same seed, in the order of the calls.

    Examples
    --------
    >>> import comity
    >>> comity.Collapse("midpoint").day("1985"), comity.Collapse("latest").days(comity.Lag(200, 564))
    ('1985-07-02', 564)
    """

    __slots__ = ("_raw",)

    def __init__(self, rule: Rule, seed: int = 0) -> None:
        self._raw = _core.Collapse(rule, seed)

    def days(self, lag: Lag) -> int | None:
        """One number of days; None if the rule needs a side that is unbounded."""
        return self._raw.lag(lag.min, lag.max)

    def day(self, date: DayLike) -> str | None:
        """One day of a date, as ISO 8601 text; None if the rule needs an edge that is no day."""
        return self._raw.window(Date(day_text(date))._raw)
