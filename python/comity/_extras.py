"""What leaves for other libraries: each is imported where it is needed, and named where it is missing."""

from __future__ import annotations

import importlib
from functools import cache
from typing import TYPE_CHECKING, Any

from . import _core

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

__all__ = ["array_of", "extra", "frame_of"]


def extra(module: str, name: str) -> Any:
    """Import a library that comity does without, or say how to get it."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        package = module.partition(".")[0]
        raise ImportError(f"this needs {package}: pip install 'comity[{name}]', or {package} itself") from error


@cache  # asked for in every question that a column answers
def _numpy() -> Any:
    return importlib.import_module("numpy")


def _empty_cells(column: _core.Column) -> np.ndarray[Any, Any] | None:
    """True where there is no value; None if there is one everywhere."""
    if column.null_count == 0 or column.validity is None:
        return None
    numpy = _numpy()
    bits = numpy.unpackbits(column.validity, count=len(column), bitorder="little")
    empty: np.ndarray[Any, Any] = bits == 0
    return empty


def array_of(column: _core.Column) -> np.ndarray[Any, Any]:
    """The column as NumPy has it: without a copy where its type allows that."""
    numpy = _numpy()
    values: Any
    if column.type in ("text", "category"):
        values = numpy.empty(len(column), dtype=object)
        values[:] = column.to_list()
        return values  # type: ignore[no-any-return]
    empty = _empty_cells(column)
    values = column.values
    if column.type == "day":
        values = values.astype("datetime64[D]")
        if empty is not None:
            values[empty] = numpy.datetime64("NaT")
        return values  # type: ignore[no-any-return]
    if column.type == "flag":
        values = numpy.unpackbits(values, count=len(column), bitorder="little").view(bool)
    # What lies under an empty cell means nothing, and a mask is the only thing that says so of every type.
    return values if empty is None else numpy.ma.MaskedArray(values, mask=empty)  # type: ignore[no-any-return]


_SECONDS_A_DAY = 86_400


def _days_of(column: _core.Column, empty: np.ndarray[Any, Any] | None) -> np.ndarray[Any, Any]:
    """Days in the longest unit that pandas has."""
    numpy = _numpy()
    days: np.ndarray[Any, Any]
    days = numpy.multiply(column.values, _SECONDS_A_DAY, dtype="int64").view("datetime64[s]")
    if empty is not None:
        days[empty] = numpy.datetime64("NaT")
    return days


class _Series:
    """The columns of one table as pandas has them: those that share categories share what pandas makes of these."""

    def __init__(self) -> None:
        self._pandas = extra("pandas", "pandas")
        self._types: dict[int, Any] = {}

    def of(self, column: _core.Column) -> Any:
        empty = _empty_cells(column)
        if column.type == "category":
            codes = column.values if empty is None else _numpy().where(empty, -1, column.values)
            return self._pandas.Categorical.from_codes(codes, dtype=self._type_of(column))
        if column.type == "day":
            return _days_of(column, empty)
        if empty is None or column.type == "text":
            return array_of(column)
        nullable = {"integer": "Int64", "number": "Float64", "flag": "boolean"}[column.type]
        series = self._pandas.Series(_numpy().asarray(array_of(column)), dtype=nullable)
        series[empty] = self._pandas.NA
        return series

    def _type_of(self, column: _core.Column) -> Any:
        made = self._types.get(column.categories_place)
        if made is None:
            texts = column.categories
            made = self._pandas.CategoricalDtype(texts, ordered=texts == ["no", "possible", "certain"])
            self._types[column.categories_place] = made
        return made


def frame_of(table: _core.Table) -> pd.DataFrame:
    """The table as a data frame."""
    pandas = extra("pandas", "pandas")
    series = _Series()
    columns = {name: series.of(table.column(name)) for name in table.column_names}
    frame: pd.DataFrame = pandas.DataFrame(columns, index=pandas.RangeIndex(len(table)))
    frame.attrs.update(table.notes)
    return frame
