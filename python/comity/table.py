"""Tables: the one shape in which every listing and every analysis leaves the library."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast, overload

from . import _core, _extras, _html
from ._given import raw_of, several
from .dates import _TRUTHS
from .facts import Node, Relation
from .progress import Progress

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from .view import View

__all__ = ["Nodes", "Relations", "Row", "Table"]

R = TypeVar("R", covariant=True)


class Row(Mapping[str, Any]):
    """One row of a table: a mapping from column names to values, which are also attributes.

    Days are ISO 8601 text; what has no value is None.
    """

    __slots__ = ("_cells", "_names")

    def __init__(self, names: tuple[str, ...], cells: tuple[Any, ...]) -> None:
        self._names = names
        self._cells = cells

    def __getitem__(self, name: str) -> Any:
        try:
            return self._cells[self._names.index(name)]
        except ValueError:
            raise KeyError(f"no column {name!r}; there are {', '.join(self._names)}") from None

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        try:
            return self[name]
        except KeyError as error:
            raise AttributeError(error.args[0]) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self._names]

    def __repr__(self) -> str:
        return "Row(" + ", ".join(f"{name}={value!r}" for name, value in self.items()) + ")"


class Table(Generic[R]):
    """Named, typed columns of equal length; immutable.

    ``table["name"]`` is a column, ``table[0]`` a row, ``table[:3]`` a list of rows, and iterating gives all of them.

    Examples
    --------
    >>> import comity
    >>> sco = comity.datasets.sco()
    >>> sources = sco.sources()
    >>> len(sources), sources["id"][0], sources[0].date
    (89, 'ciis-2021', '2021-09-24')
    """

    __slots__ = ("__weakref__", "_make", "_raw")
    _raw: _core.Table

    def __init__(self, made: _core.Table | Callable[[], _core.Table]) -> None:
        if isinstance(made, _core.Table):
            self._raw = made
        else:
            self._make = made

    def __getattr__(self, name: str) -> Any:
        # Made when first asked for: whoever only walks over the rows of Nodes never needs the columns.
        if name != "_raw":
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        self._raw = self._make()
        return self._raw

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(self._raw.column_names)

    @property
    def notes(self) -> dict[str, str]:
        """What is said beside the rows, such as how far was searched."""
        return dict(self._raw.notes)

    def type(self, column: str) -> str:
        """What a column holds: ``"text"``, ``"category"``, ``"integer"``, ``"number"``, ``"flag"`` or ``"day"``."""
        return self._raw.column(column).type

    def __len__(self) -> int:
        return len(self._raw)

    def __iter__(self) -> Iterator[R]:
        for place in range(len(self)):
            yield self[place]

    @overload
    def __getitem__(self, key: str) -> np.ndarray[Any, Any]: ...
    @overload
    def __getitem__(self, key: int) -> R: ...
    @overload
    def __getitem__(self, key: slice) -> list[R]: ...
    def __getitem__(self, key: str | int | slice) -> np.ndarray[Any, Any] | R | list[R]:
        if isinstance(key, str):
            return self._column(key)
        if isinstance(key, slice):
            return [self._row(place) for place in range(*key.indices(len(self)))]
        return self._row(key)

    def _row(self, place: int) -> R:
        row = Row(self.columns, self._raw.row(place))
        return cast("R", row)  # a subclass with rows of its own makes them itself

    def _column(self, name: str) -> np.ndarray[Any, Any]:
        return _extras.array_of(self._raw.column(name))

    def codes(self, column: str) -> np.ndarray[Any, Any]:
        """The numbers of a category column into `categories`, without a copy; any number where there is no value."""
        return self._raw.codes(column)

    def days(self, column: str) -> np.ndarray[Any, Any]:
        """A column of days as numbers since 1970-01-01, without a copy; any number where there is no value."""
        return self._raw.days(column)

    def categories(self, column: str) -> list[str]:
        """The texts that the numbers of a category column, its `codes`, stand for."""
        return self._raw.categories(column)

    def to_dict(self) -> dict[str, list[Any]]:
        """All columns as lists. Days are ISO 8601 text; what has no value is None."""
        return {name: self._raw.column(name).to_list() for name in self.columns}

    def to_numpy(self) -> dict[str, np.ndarray[Any, Any]]:
        """All columns as NumPy arrays, as ``table[name]`` gives them.

        Whole and floating numbers are read-only views into the table, whose memory they keep alive; masked where
        there are cells without a value. Days are a copy as ``datetime64[D]`` with NaT, flags a copy as ``bool``,
        texts a copy as Python objects.
        """
        return {name: self._column(name) for name in self.columns}

    def to_pandas(self) -> pd.DataFrame:
        """A pandas data frame: texts of few values are categorical (truths in their order), days datetime64.

        Raises
        ------
        ImportError
            If pandas is not installed (``pip install comity[pandas]``).
        """
        return _extras.frame_of(self._raw)

    def difference(
        self, after: Table[Any], *, keys: Sequence[str] = (), ignored: Sequence[str] = ()
    ) -> Table[Row]:
        """How another answer to the same question differs: rows lost, gained and changed, a row for each changed cell.

        Parameters
        ----------
        after : Table
            The other answer.
        keys : sequence of str, optional
            The columns by which rows are known again; whatever names things (ids, types, slots) if not given.
        ignored : sequence of str, optional
            Columns that are not compared; what says on whose word a row stands if not given.

        Raises
        ------
        UnknownIdError
            If one of the tables has no such key.
        """
        other = raw_of(after, "a table", Table)
        by, left_out = several(keys, "a column", str), several(ignored, "a column", str)
        return Table(lambda: _core.difference_of(self._raw, other, by, left_out))

    def __arrow_c_schema__(self) -> object:
        """The types of the columns, for any library that speaks Arrow."""
        return _core.arrow_schema(self._raw)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The columns, without a copy, for any library that speaks Arrow: ``pyarrow.table(t)``.

        What a consumer requests is only a wish, and columns come as they are.
        """
        return _core.arrow_stream(self._raw)

    def __repr__(self) -> str:
        rows = f"{len(self):,} row{'' if len(self) == 1 else 's'}"
        return f"<{type(self).__name__} of {rows}: {', '.join(self.columns)}>"

    def __str__(self) -> str:
        return self._raw.to_text(40, 48).rstrip("\n")

    def _repr_html_(self) -> str:
        shown = min(len(self), 10)
        rows = [["" if cell is None else cell for cell in self._raw.row(place)] for place in range(shown)]
        caption = f"{type(self).__name__}: {len(self):,} rows"
        return _html.table(caption, self.columns, rows, len(self) - shown)


class Nodes(Table[Node]):
    """The nodes that a view shows: iterating gives nodes, ``["name"]`` a column.

    Examples
    --------
    >>> import comity
    >>> for node in comity.datasets.sco().window("2013").nodes("summit"):
    ...     print(node.period, node.name("en"))
    2013-09-13 Thirteenth SCO summit, Bishkek 2013
    """

    __slots__ = ("_kind", "_view")

    def __init__(self, view: View, kind: str | None, language: str, progress: Progress | None) -> None:
        super().__init__(lambda: _core.nodes_table(view, kind, language, progress))
        self._view = view
        self._kind = kind

    def __iter__(self) -> Iterator[Node]:
        for raw, truth in self._view._walk_nodes(self._kind):
            yield Node(raw, _TRUTHS[truth], self._view)

    def _row(self, place: int) -> Node:
        raw = self._view._history().node(str(self._raw.column("id").cell(place)))
        return Node(raw, _TRUTHS[self._view._shows_node(raw)], self._view)


class Relations(Table[Relation]):
    """The relations that a view shows: iterating gives relations, ``["type"]`` a column."""

    __slots__ = ("_type", "_view")

    def __init__(self, view: View, type: str | None, progress: Progress | None) -> None:
        super().__init__(lambda: _core.relations_table(view, type, progress))
        self._view = view
        self._type = type

    def __iter__(self) -> Iterator[Relation]:
        for raw, truth in self._view._walk_relations(self._type):
            yield Relation(raw, _TRUTHS[truth], self._view)

    def _row(self, place: int) -> Relation:
        number: Any = self._raw.column("number").cell(place)
        raw = self._view._history().relation_numbered(number)
        return Relation(raw, _TRUTHS[self._view._shows_relation(raw)], self._view)
