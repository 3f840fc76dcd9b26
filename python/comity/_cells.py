"""What stands in a column that a caller has: a list, an array of NumPy, a series of pandas or polars."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any, Literal, NamedTuple

from . import _core
from ._extras import _numpy
from ._given import several
from .dates import Date
from .errors import InvalidArgumentError

__all__ = ["Cells", "cells_of", "is_array"]

_NOTHING = {"NoneType", "NAType", "NaTType"}


class Cells(NamedTuple):
    """The cells of one column, all of one kind."""

    kind: Literal["texts", "integers", "days"]
    values: Any
    """Texts and None, in a list; or numbers of 64 bits in an array, of days since 1970-01-01."""
    empty: Any
    """True where a number is no value; None if there are no such, and of texts."""


def is_array(values: Any) -> bool:
    """Whether it is an array, or something that makes itself one; NumPy's texts are texts."""
    return hasattr(values, "__array__") and not isinstance(values, str)


def cells_of(values: Any, what: str, where: Callable[[int], str], *, times: bool) -> Cells:
    """Read a column. A list is read as an array of objects is; a column without any value has texts, all None.

    `what` names the column in errors and `where` its rows. `times`: days may come with a
    time of day, and then as texts.
    """
    numpy = _numpy()
    if not is_array(values):
        return _of_objects(several(values, "a text", str), where, times)
    dtype = getattr(values, "dtype", getattr(values, "type", None))
    zone = getattr(dtype, "tz", None) or getattr(dtype, "time_zone", None)
    if zone is not None:
        _core.check_zone(what, str(zone))
    array = numpy.asarray(values)
    if array.ndim != 1:
        raise InvalidArgumentError(f"{what} has {array.ndim} dimensions; expected one")
    empty = numpy.ma.getmaskarray(values) if numpy.ma.isMaskedArray(values) else None
    kind = array.dtype.kind
    if kind in "OUT":
        cells = array.tolist()
        if empty is not None:
            cells = [None if nothing else cell for cell, nothing in zip(cells, empty.tolist(), strict=True)]
        return _of_objects(cells, where, times)
    if kind not in "iufM":
        raise InvalidArgumentError(f"{what} holds {array.dtype}; expected texts, whole numbers or days")
    if kind in "fM":
        nothing = numpy.isnat(array) if kind == "M" else numpy.isnan(array)
        empty = nothing if empty is None else nothing | empty
    if empty is not None and empty.all():
        return Cells("texts", [None] * len(array), None)
    return _days(array, empty, what, where, times) if kind == "M" else _whole(array, empty, where)


def _of_objects(cells: list[Any], where: Callable[[int], str], times: bool) -> Cells:
    numpy = _numpy()
    types = set(map(type, cells))
    if types <= {str, type(None)}:
        return Cells("texts", cells, None)
    if types <= {int}:
        return _whole(numpy.array(cells), None, where)
    numbers = (int, float, numpy.integer, numpy.floating)
    if all(kind.__name__ in _NOTHING or (issubclass(kind, numbers) and kind is not bool) for kind in types):
        empty = numpy.fromiter(map(_is_nothing, cells), bool, len(cells))
        if not empty.all():
            given = [0 if nothing else cell for cell, nothing in zip(cells, empty.tolist(), strict=True)]
            return _whole(numpy.array(given), empty, where)
    texts = [cell if type(cell) is str else _text(cell, row, where, times) for row, cell in enumerate(cells)]
    return Cells("texts", texts, None)


def _whole(array: Any, empty: Any, where: Callable[[int], str]) -> Cells:
    """Whole numbers; floating ones too, since that is how they come where some have no value."""
    numpy = _numpy()
    if empty is None and array.dtype.kind == "i":  # there is nothing to look for in them
        return Cells("integers", numpy.ascontiguousarray(array, dtype="int64"), None)
    given = array.astype(float) if array.dtype.kind == "O" else array  # above 64 bits
    given = given if empty is None else numpy.where(empty, 0, given)
    with numpy.errstate(invalid="ignore"):
        numbers = numpy.ascontiguousarray(given, dtype="int64")
    wrong = numpy.flatnonzero(numbers != given)
    if len(wrong):
        raise InvalidArgumentError(f"{where(wrong[0])}: {array[wrong[0]]} is no whole number of 64 bits")
    return Cells("integers", numbers, empty)


def _days(array: Any, empty: Any, what: str, where: Callable[[int], str], times: bool) -> Cells:
    """Days as numbers, years and months as the texts that say no more; texts too where one has a time of day."""
    numpy = _numpy()
    unit, count = numpy.datetime_data(array.dtype)
    if unit == "W" or (unit in "YMD" and count > 1):
        raise InvalidArgumentError(f"{what} holds {array.dtype}; expected days, months, years or moments")
    if unit in "YM":
        months = array.astype("datetime64[M]").astype("int64").tolist()
        texts = [None if nothing else _edtf(month, unit) for month, nothing in zip(months, empty.tolist(), strict=True)]
        return Cells("texts", texts, None)
    if unit == "D" and not empty.any():
        return Cells("days", array.astype("int64"), None)
    days = array.astype("datetime64[D]")
    timed = numpy.flatnonzero((days != array) & ~empty)
    if not len(timed):
        return Cells("days", numpy.where(empty, 0, days.astype("int64")), empty if empty.any() else None)
    if not times:
        raise _has_time(where(timed[0]), array[timed[0]])
    seconds = array.astype("datetime64[s]")
    moments = numpy.where(seconds == array, seconds.astype(str), array.astype(str))  # nothing is cut off in silence
    texts = numpy.where(days == array, days.astype(str), moments)
    return Cells("texts", numpy.where(empty, None, texts).tolist(), None)


def _edtf(months: int, unit: str) -> str:
    """The year or month that begins so many months after 1970."""
    year, month = 1970 + months // 12, months % 12 + 1
    text = f"Y{year}" if abs(year) > 9999 else f"{'-' if year < 0 else ''}{abs(year):04}"
    return text if unit == "Y" else f"{text}-{month:02}"


def _is_nothing(cell: Any) -> bool:
    return type(cell).__name__ in _NOTHING or (isinstance(cell, (float, _numpy().floating)) and cell != cell)


def _has_time(where: str, moment: object) -> InvalidArgumentError:
    return InvalidArgumentError(f"{where}: {moment} has a time of day; expected a day")


def _text(cell: Any, row: int, where: Callable[[int], str], times: bool) -> str | None:
    if isinstance(cell, str):  # of NumPy
        return cell
    if _is_nothing(cell):
        return None
    if isinstance(cell, Date):
        return cell.text
    if isinstance(cell, datetime.datetime):
        return _moment(cell, row, where, times)
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    if isinstance(cell, _numpy().datetime64):
        days = cells_of(_numpy().array([cell]), where(row), lambda _: where(row), times=times)
        return days.values[0] if days.kind == "texts" else str(cell.astype("datetime64[D]"))
    raise InvalidArgumentError(f"{where(row)}: {cell!r} is a {type(cell).__name__}; expected a text")


def _moment(cell: datetime.datetime, row: int, where: Callable[[int], str], times: bool) -> str:
    if cell.tzinfo is not None:
        _core.check_zone(where(row), str(cell.tzname()))
    if cell.time() == datetime.time():
        return cell.date().isoformat()
    if not times:
        raise _has_time(where(row), cell)
    return cell.replace(tzinfo=None).isoformat() + ("" if cell.tzinfo is None else "Z")
