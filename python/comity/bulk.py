"""Columns that are in memory already, NumPy's, pandas's or anyone's who speaks Arrow: every row accounted for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from . import _core
from ._cells import cells_of
from ._extras import _numpy
from .csv import Loaded, LoadReport, _options
from .dates import DayLike
from .errors import InvalidArgumentError
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
        Comity's own tables have other names for their columns: see the last example.

        Ids and words are texts or categories. ``source`` and ``target`` may also be whole numbers: rows of `nodes`,
        from 0. ``start`` and ``end`` are days (datetime64, date32, `datetime.date`), whole numbers (days since
        1970-01-01), timestamps (see `times`) or texts in EDTF; a year or month of datetime64 is no more exact than
        that. None, NaN, NaT, NA and nulls are cells without a value, in lists too.
    kinds, new_kinds, types, add_types, lenient, source, language, all_or_nothing, progress
        As for `read_csv`.
    missing_end : {"refused", "instantaneous", "open", "unknown"} or mapping
        What it means that a row has no end; or by word in the column ``relation``, ``""`` for all others.
    times : {"refused", "dropped", "kept"}
        What is done with the time of day in a timestamp. Its day is that of UTC: other zones are refused, since the
        day would depend on where one looks at it from.

    Returns
    -------
    Loaded
        The history and the report, in which rows count from 1.

    Raises
    ------
    InvalidArgumentError
        If a column is missing or of another type, or one of its cells is.
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

    Tables of comity itself, by the names that they have here (dates come as days; `History.save` keeps all):

    >>> found, edges = h.nodes(), h.edges()
    >>> again, _ = comity.from_columns(
    ...     {"id": found["id"], "type": found["kind"]},
    ...     {"source": edges["from"], "relation": edges["type"], "target": edges["to"], "start": edges["first"]},
    ...     missing_end="open",
    ... )
    >>> again.edges().to_dict() == edges.to_dict()
    True
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
        values = given[name]
        if not hasattr(values, "__iter__"):
            raise InvalidArgumentError(f"column {name!r} is a {type(values).__name__}; expected a list or an array")
        if name in names:
            _add(columns, str(name), values)
        else:
            columns.add_nothing(str(name), len(values))
    return columns.build()


def _add(columns: _core.Columns, name: str, values: Any) -> None:
    """Adds a column, by what it holds."""
    what = f"column {name!r}"
    categories = getattr(values, "array", values)
    if hasattr(categories, "codes") and hasattr(categories, "categories"):
        words = cells_of(categories.categories, what, lambda place: f"{what}, category {place + 1}", times=True)
        if words.kind == "texts":
            codes = _numpy().ascontiguousarray(categories.codes, dtype="int32")
            columns.add_categories(name, codes, [word or "" for word in words.values])
            return
    cells = cells_of(values, what, lambda row: f"{what}, row {row + 1}", times=True)
    if cells.kind == "texts":
        columns.add_texts(name, cells.values)
        return
    empty = None if cells.empty is None else _numpy().ascontiguousarray(cells.empty, dtype="uint8")
    (columns.add_days if cells.kind == "days" else columns.add_integers)(name, cells.values, empty)
