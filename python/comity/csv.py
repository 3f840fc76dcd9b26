"""CSV files in: every row accounted for."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from . import _core
from .dates import DayLike, day_text
from .errors import Finding, _findings
from .history import History
from .progress import Progress
from .table import Row, Table

__all__ = ["Estimate", "LoadReport", "Loaded", "Register", "estimate_csv", "read_csv", "read_registers"]


class LoadReport:
    """What became of every row that was read: nothing is dropped, guessed or read leniently without a line here."""

    __slots__ = ("_raw",)

    def __init__(self, raw: _core.LoadReport) -> None:
        self._raw = raw

    @property
    def rows(self) -> int:
        """Rows read, headers and empty lines not counted."""
        return self._raw.rows

    @property
    def rejected_rows(self) -> int:
        """Rows left out."""
        return self._raw.rejected_rows

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Warnings and notes of the builder."""
        return _findings(self._raw.findings)

    def counts(self) -> Table[Row]:
        """One row a file; ``rows`` is the sum of ``accepted``, ``leniently`` and ``rejected``."""
        return Table(self._raw.counts)

    def choices(self) -> Table[Row]:
        """One row for each thing that the files leave to the caller: kinds and types added, missing ends."""
        return Table(self._raw.choices)

    def lenient(self) -> Table[Row]:
        """One row for each rule of the lenient reader and file: how often it was used, with an example."""
        return Table(self._raw.lenient)

    def rejected(self) -> Table[Row]:
        """One row for each rejected row: file, line, column, value and why. The first 10,000."""
        return Table(self._raw.rejected)

    def __repr__(self) -> str:
        return f"<LoadReport: {self.rows:,} rows, {self.rejected_rows:,} rejected>"


class Loaded(NamedTuple):
    """A history and the report of how it was loaded."""

    history: History
    report: LoadReport


class Estimate(NamedTuple):
    """What loading two CSV files will take, before it is tried."""

    nodes: int
    """About how many rows the one file has."""
    relations: int
    """About how many rows the other has."""
    text: int
    """Bytes of both, unpacked."""
    held: int
    """Bytes that the history will hold, if dates are of one day each; `History.memory` tells it afterwards."""
    peak: int
    """Bytes at most while it is made, beside what the process has already."""


def estimate_csv(
    nodes: str | os.PathLike[str], relations: str | os.PathLike[str], *, with_source: bool = False
) -> Estimate:
    """Estimate what `read_csv` will take, by the sizes of the files and a megabyte of text at most of each.

    Packed files tell their sizes themselves. Where rows further on are longer or shorter it is off by as much: of four
    data sets by up to 3 per cent of the relations and 7 of the nodes. Of a file of several gzip members, where only the
    last one's size is told, it is off too where they pack better or worse than the first megabyte.

    Parameters
    ----------
    nodes, relations : str or os.PathLike
        The files.
    with_source : bool, optional
        All rows are to be stated by a source.

    Raises
    ------
    FileError, ParseError
        If a file can't be read or unpacked.
    """
    return Estimate(*_core.estimate_csv(os.fsdecode(nodes), os.fsdecode(relations), with_source))


def read_csv(
    nodes: str | os.PathLike[str],
    relations: str | os.PathLike[str],
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
    delimiter: str = ",",
    all_or_nothing: bool = True,
    progress: Progress | None = None,
) -> Loaded:
    r"""Read a file of nodes (``id,type,name``) and one of relations (``source,relation,target,start,end``).

    Columns stand in any order; ``name``, ``start`` and ``end`` may be missing; gzip is unpacked. Dates are EDTF.
    The defaults guess nothing.

    Parameters
    ----------
    nodes, relations : str or os.PathLike
        The files.
    kinds : mapping, optional
        By word in the column ``type`` the kind that it means, where that is not its name.
    new_kinds : str or mapping, optional
        A kind under which unknown words are added as kinds; or by word such a kind. Empty: they are refused.
    types : mapping, optional
        By word in the column ``relation`` the relation type that it means.
    add_types : bool
        Add unknown relation types: acts if a missing end is ``"instantaneous"``, else states.
    missing_end : {"refused", "instantaneous", "open", "unknown"} or mapping
        What it means that a row has no end; or by word in the column ``relation``, ``""`` for all others.
    times : {"refused", "dropped", "kept"}
        What is done with the time of day in a date-time.
    lenient : bool
        Read dates that are not EDTF by the rules of the lenient reader; each use is reported.
    source : str, optional
        The id of a source that states all rows; the other ``source_`` arguments describe it.
    language : str, optional
        Tag of the nodes' names, such as ``"en"``.
    delimiter : str
        What stands between fields.
    all_or_nothing : bool
        Raise if any row is rejected. If False the rest is loaded; the report names the rejected ones.
    progress : callable, optional
        Called with the share done and the name of the stage; stops the load by returning False or raising.

    Returns
    -------
    Loaded
        The history and the report.

    Raises
    ------
    FileError
        If a file can't be read.
    ParseError, SchemaError
        If something is wrong in it; ``findings`` has all of it, each with line and column.
    CancelledError
        If `progress` says so.

    Examples
    --------
    >>> import comity, pathlib, tempfile
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> _ = (folder / "nodes.csv").write_text("id,type,name\nfr,state,France\nun,organisation,United Nations\n")
    >>> _ = (folder / "relations.csv").write_text("source,relation,target,start,end\nfr,member-of,un,1945-10-24,\n")
    >>> h, report = comity.read_csv(folder / "nodes.csv", folder / "relations.csv", missing_end="open")
    >>> h.at("2000").out("fr")[0].truth
    Truth.CERTAIN
    >>> report
    <LoadReport: 3 rows, 0 rejected>
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
    options.delimiter = delimiter
    history, report = _core.read_csv(os.fsdecode(nodes), os.fsdecode(relations), options, progress)
    return Loaded(History(history), LoadReport(report))


def _options(
    *,
    kinds: Mapping[str, str] | None,
    new_kinds: str | Mapping[str, str],
    types: Mapping[str, str] | None,
    add_types: bool,
    missing_end: str | Mapping[str, str],
    times: str,
    lenient: bool,
    source: str,
    source_kind: str,
    source_title: str,
    source_date: DayLike,
    source_publisher: str,
    source_uri: str,
    language: str,
    all_or_nothing: bool,
) -> _core.CsvOptions:
    """What is said of rows, wherever they come from."""
    options = _core.CsvOptions()
    options.add_types = add_types
    options.language = language
    options.all_or_nothing = all_or_nothing
    options.set_times(times)
    options.set_lenient(lenient)
    _set_kinds(options, kinds or {}, new_kinds)
    _set_types(options, types or {}, missing_end)
    if source:
        titles = [(language or "en", source_title)] if source_title else []
        options.set_source(source, source_kind, titles, source_publisher, day_text(source_date), source_uri)
    return options


def _set_kinds(options: _core.CsvOptions, kinds: Mapping[str, str], new: str | Mapping[str, str]) -> None:
    parents: Mapping[str, str] = {}
    if isinstance(new, str):
        options.new_kinds_under = new
    else:
        parents = new
    for word in {**kinds, **parents}:
        options.add_kind(word, kinds.get(word, ""), parents.get(word, ""))


def _set_types(options: _core.CsvOptions, types: Mapping[str, str], ends: str | Mapping[str, str]) -> None:
    by_word: dict[str, str] = {}
    if isinstance(ends, str):
        options.set_missing_end(ends)
    else:
        by_word = dict(ends)
        options.set_missing_end(by_word.pop("", "refused"))
    for word in {**types, **by_word}:
        options.add_type(word, types.get(word, ""), by_word.get(word, "refused"))


class Register:
    r"""One CSV file as one source: how its columns become statements of that source.

    Parameters
    ----------
    path : str or os.PathLike
        The file; gzip is unpacked.
    source : str
        The id of the source; two files of one source have the same.
    kind, title, publisher, date, uri : optional
        What else is known of it.
    repeats : {"separate", "dispute"}
        What rows become that say of one relation things that can't both be true: relations apart, or one about which
        the source contradicts itself.
    times, lenient, language, delimiter
        As for `read_csv`.

    Examples
    --------
    >>> import comity, pathlib, tempfile
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> for name, day in (("a", "1990-01-02"), ("b", "1990-01-03")):
    ...     _ = (folder / f"{name}.csv").write_text(f"state,treaty,ratified\nFRA,T1,{day}\n")
    >>> lists = []
    >>> for name in ("a", "b"):
    ...     r = comity.Register(folder / f"{name}.csv", name)
    ...     _ = r.nodes("state", "state", prefix="state:").nodes("treaty", "treaty")
    ...     _ = r.relation("ratified", "state", "treaty", on="ratified")
    ...     lists.append(r)
    >>> h, report = comity.read_registers(lists)
    >>> h.relation_count, h.statement_count
    (1, 6)
    """

    __slots__ = ("_places", "_raw", "_source")

    def __init__(
        self,
        path: str | os.PathLike[str],
        source: str,
        *,
        kind: str = "register",
        title: str = "",
        publisher: str = "",
        date: DayLike = "",
        uri: str = "",
        repeats: str = "separate",
        times: str = "refused",
        lenient: bool = False,
        language: str = "",
        delimiter: str = ",",
    ) -> None:
        self._raw = _core.CsvRegister(os.fsdecode(path), source)
        self._source = source
        self._places: list[str] = []
        titles = [(language or "en", title)] if title else []
        self._raw.set_about(kind, titles, publisher, day_text(date), uri)
        self._raw.set_repeats(repeats)
        self._raw.set_times(times)
        self._raw.set_lenient(lenient)
        self._raw.language = language
        self._raw.delimiter = delimiter

    def nodes(
        self, column: str, kind: str, *, prefix: str = "", names: str = "", called: str = "name"
    ) -> Register:
        """Cells of that column name nodes of a kind; `names` is the column of what they are called."""
        self._raw.add_nodes(column, kind, prefix, names, called)
        self._places.append(column)
        return self

    def relation(
        self,
        type: str,
        source: str,
        target: str,
        *,
        on: str = "",
        begin: str = "",
        end: str = "",
        missing_end: str = "unknown",
        undated: bool = False,
    ) -> Register:
        """The node of one column stands in a relation to that of another; `on`, `begin`, `end` are columns.

        A row without any of the dates does not state the relation, unless `undated` says so.
        """
        self._raw.add_relation(
            type, self._place(source), self._place(target), on or begin, end, missing_end, undated
        )
        return self

    def attribute(self, column: str, type: str, of: str) -> Register:
        """A column gives a value of the node that another names."""
        self._raw.add_attribute(column, type, self._place(of))
        return self

    def _place(self, column: str) -> int:
        if column not in self._places:
            known = ", ".join(map(repr, self._places))
            raise ValueError(f"no nodes come from the column {column!r}; they come from {known or 'none yet'}")
        return self._places.index(column)

    def __repr__(self) -> str:
        return f"<Register: {self._source}>"


def read_registers(
    registers: Iterable[Register], *, all_or_nothing: bool = True, progress: Progress | None = None
) -> Loaded:
    """Read several registers into one history, each as a source whose locators are the lines of its file.

    Rows of two files that name the same relation type and the same nodes state one fact: what the sources say of its
    dates competes, and `History.disagreements` finds where they differ. Within a file, rows that can both be true are
    statements of one fact too; those that can't are treated as ``repeats`` says. The report counts both.

    A row is rejected as a whole if one of its mapped cells can't be read. For the rest see `read_csv`.
    """
    history, report = _core.read_csv_registers([r._raw for r in registers], all_or_nothing, progress)
    return Loaded(History(history), LoadReport(report))
