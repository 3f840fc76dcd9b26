"""What leaves for other libraries: each is imported where it is needed, and named where it is missing."""

from __future__ import annotations

import importlib
from functools import cache
from typing import TYPE_CHECKING, Any

from . import _core

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

__all__ = ["array_of", "extra", "frame_of", "numbers_of"]


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


def numbers_of(table: _core.Table, column: str, type: str) -> np.ndarray[Any, Any]:
    """The numbers that a column of that type is kept as, without a copy."""
    return table.numbers(column, type)


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


def _series_of(column: _core.Column, pandas: Any) -> Any:
    numpy = _numpy()
    empty = _empty_cells(column)
    if column.type == "category":
        codes = column.values
        codes = codes if empty is None else numpy.where(empty, -1, codes)
        ordered = column.categories == ["no", "possible", "certain"]
        return pandas.Categorical.from_codes(codes, categories=column.categories, ordered=ordered)
    if empty is None or column.type in ("text", "day"):
        return array_of(column)
    nullable = {"integer": "Int64", "number": "Float64", "flag": "boolean"}[column.type]
    series = pandas.Series(numpy.asarray(array_of(column)), dtype=nullable)
    series[empty] = pandas.NA
    return series


def frame_of(table: _core.Table) -> pd.DataFrame:
    """The table as a data frame."""
    pandas = extra("pandas", "pandas")
    columns = {name: _series_of(table.column(name), pandas) for name in table.column_names}
    frame: pd.DataFrame = pandas.DataFrame(columns, index=pandas.RangeIndex(len(table)))
    frame.attrs.update(table.notes)
    return frame
