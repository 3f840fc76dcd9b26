"""Columns that are in memory already, NumPy's, pandas's or anyone's who speaks Arrow: every row accounted for."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from . import _core
from ._extras import _numpy
from .csv import Loaded, LoadReport, _options
from .dates import DayLike
from .history import History
from .progress import Progress
from .table import Table

__all__ = ["from_columns"]

_NODES = ("id", "type", "name")
_RELATIONS = ("source", "relation", "target", "start", "end")


def from_columns(
    nodes: Any,
    relations: Any,
    *,
    kinds: Mapping[str, str] | None = None,
    new_kinds: str | Mapping[str, str] = "",
    types: Mapping[str, str] | None = None,
    add_types: bool = False,
    missing_end: str | Mapping[str, str] = "refused",
    times: str = "refused",
    lenient: bool = False,
    source: str = "",
    source_kind: str = "dataset",
    source_title: str = "",
    source_date: DayLike = "",
    source_publisher: str = "",
    source_uri: str = "",
    language: str = "",
    all_or_nothing: bool = True,
    progress: Progress | None = None,
) -> Loaded:
    """Make a history of columns, as `read_csv` does of two files.

    Of nodes they are ``id, type, name``, of relations ``source, relation, target, start, end``.

    ``name``, ``start`` and ``end`` may be missing; other columns are named in the report and not read.

    Parameters
    ----------
    nodes, relations : columns
        A pandas data frame; a mapping from names to NumPy arrays or lists; or anything with
        ``__arrow_c_stream__`` (a table of pyarrow, polars, DuckDB or comity), for which no pyarrow is needed.

        Ids and words are texts or categories. ``source`` and ``target`` may also be whole numbers: rows of `nodes`,
        from 0. ``start`` and ``end`` are days (datetime64, date32, `datetime.date`), whole numbers (days since
        1970-01-01), timestamps (see `times`) or texts in EDTF. None, NaN, NaT, NA and nulls are cells without a value.
    kinds, new_kinds, types, add_types, lenient, source, language, all_or_nothing, progress
        As for `read_csv`.
    missing_end : {"refused", "instantaneous", "open", "unknown"} or mapping
        What it means that a row has no end; or by word in the column ``relation``, ``""`` for all others.
    times : {"refused", "dropped", "kept"}
        What is done with the time of day in a timestamp.

    Returns
    -------
    Loaded
        The history and the report, in which rows count from 1.

    Raises
    ------
    InvalidArgumentError
        If a column is missing or of another type.
    ParseError, SchemaError
        If a row is wrong; ``findings`` has all of them, each with row, column and value.
    CancelledError
        If `progress` says so.

    Examples
    --------
    >>> import comity
    >>> import numpy as np
    >>> h, report = comity.from_columns(
    ...     {"id": ["fr", "un"], "type": ["state", "organisation"]},
    ...     {
    ...         "source": np.array([0]),
    ...         "relation": ["member-of"],
    ...         "target": np.array([1]),
    ...         "start": np.array(["1945-10-24"], "datetime64[D]"),
    ...     },
    ...     missing_end="open",
    ... )
    >>> h.at("2000").neighbours("fr", "member-of"), report
    (['un'], <LoadReport: 3 rows, 0 rejected>)
    """
    options = _options(
        kinds=kinds,
        new_kinds=new_kinds,
        types=types,
        add_types=add_types,
        missing_end=missing_end,
        times=times,
        lenient=lenient,
        source=source,
        source_kind=source_kind,
        source_title=source_title,
        source_date=source_date,
        source_publisher=source_publisher,
        source_uri=source_uri,
        language=language,
        all_or_nothing=all_or_nothing,
    )
    given = _table(nodes, "nodes", _NODES), _table(relations, "relations", _RELATIONS)
    history, report = _core.read_columns(*given, options, progress)
    return Loaded(History(history), LoadReport(report))


def _table(given: Any, what: str, names: tuple[str, ...]) -> _core.Table:
    if isinstance(given, Table):
        return given._raw
    is_frame = hasattr(given, "iloc")  # pandas speaks Arrow too, but only where pyarrow is there
    if not is_frame and hasattr(given, "__arrow_c_stream__"):
        return _core.table_from_arrow(given.__arrow_c_stream__(), names)
    if not is_frame and not isinstance(given, Mapping):
        raise TypeError(
            f"{what}: expected a pandas data frame, a mapping from names to arrays, or anything with "
            f"__arrow_c_stream__, not {type(given).__name__}"
        )
    columns = _core.Columns()
    for name in given:
        if name in names:
            _add(columns, str(name), given[name])
        else:
            columns.add_nothing(str(name), len(given[name]))
    return columns.build()


def _add(columns: _core.Columns, name: str, values: Any) -> None:
    """Adds a column, by what it holds."""
    numpy = _numpy()
    categories = getattr(values, "array", values)
    if hasattr(categories, "codes") and hasattr(categories, "categories"):
        texts = [_text(name, text, place) or "" for place, text in enumerate(categories.categories.tolist())]
        columns.add_categories(name, numpy.ascontiguousarray(categories.codes, dtype="int32"), texts)
        return
    array = numpy.asarray(values)
    if array.ndim != 1:
        raise ValueError(f"column {name!r} has {array.ndim} dimensions; expected one")
    mask = numpy.ma.getmaskarray(values) if numpy.ma.isMaskedArray(values) else None
    if array.dtype.kind == "M":
        _add_moments(columns, name, array, mask)
    elif array.dtype.kind in "iu":
        columns.add_integers(name, array.astype("int64"), _bytes(mask))
    elif array.dtype.kind == "f":
        _add_whole(columns, name, array, mask)
    elif array.dtype.kind in "OUT":
        cells = array.tolist()
        if mask is not None:
            cells = [None if empty else cell for cell, empty in zip(cells, mask.tolist(), strict=True)]
        if any(type(cell) is int for cell in cells) and not any(isinstance(cell, str) for cell in cells):
            _add_whole(columns, name, numpy.array([_number(cell) for cell in cells]), None)
        else:
            columns.add_texts(name, cells, lambda cell, row: _text(name, cell, row))
    else:
        raise TypeError(f"column {name!r} holds {array.dtype}; expected texts, whole numbers or days")


def _bytes(mask: Any) -> Any:
    return None if mask is None else _numpy().ascontiguousarray(mask, dtype="uint8")


def _add_moments(columns: _core.Columns, name: str, array: Any, mask: Any) -> None:
    """Days as numbers; where any has a time of day all are written out, so that the caller's rule decides."""
    numpy = _numpy()
    empty = numpy.isnat(array) if mask is None else numpy.isnat(array) | mask
    days = array.astype("datetime64[D]")
    if ((days == array) | empty).all():
        columns.add_days(name, numpy.where(empty, 0, days.astype("int64")), _bytes(empty))
        return
    texts = numpy.where(days == array, days.astype(str), array.astype("datetime64[s]").astype(str))
    cells = numpy.where(empty, None, texts).tolist()
    columns.add_texts(name, cells, lambda cell, row: _text(name, cell, row))


def _add_whole(columns: _core.Columns, name: str, array: Any, mask: Any) -> None:
    """Whole numbers that came as floating ones, because some have no value."""
    numpy = _numpy()
    empty = numpy.isnan(array) if mask is None else numpy.isnan(array) | mask
    numbers = numpy.where(empty, 0, array)
    wrong = numpy.flatnonzero((numbers != numpy.trunc(numbers)) | ~numpy.isfinite(numbers))
    if len(wrong):
        raise ValueError(f"column {name!r}, row {wrong[0] + 1}: {array[wrong[0]]} is no whole number")
    columns.add_integers(name, numbers.astype("int64"), _bytes(empty))


def _number(cell: Any) -> float:
    return float("nan") if _is_nothing(cell) else float(cell)


def _is_nothing(cell: Any) -> bool:
    return cell is None or type(cell).__name__ in ("NAType", "NaTType") or (isinstance(cell, float) and cell != cell)


def _text(name: str, cell: Any, row: int) -> str | None:
    if isinstance(cell, str):
        return cell
    if _is_nothing(cell):
        return None
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat() if cell.time() == datetime.time() else cell.isoformat(timespec="seconds")
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    raise TypeError(f"column {name!r}, row {row + 1}: {cell!r} is a {type(cell).__name__}; expected a text")
