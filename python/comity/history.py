"""What is said: a cooperation history, sealed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from . import _core, _html
from .analyses import Analyses
from .dates import DayLike
from .facts import Node, Relation, Source
from .progress import Progress
from .schema import Schema
from .table import Nodes, Relations, Row, Table
from .view import View

if TYPE_CHECKING:
    import numpy as np

__all__ = ["History", "open", "read_json", "verify"]


class History(Analyses, Mapping[str, Node]):
    """A typed graph of actors, instruments and events: a mapping from ids to nodes.

    Immutable, shared freely between threads. Made by `read_json`, a `Builder`, or `comity.datasets`.

    Examples
    --------
    >>> import comity
    >>> sco = comity.datasets.sco()
    >>> sco["agreement-2009"].name("en")
    'Intergovernmental Agreement on Cooperation in Ensuring International Information Security'
    >>> sco["agreement-2090"]
    Traceback (most recent call last):
    ...
    comity.errors.UnknownIdError: unknown node 'agreement-2090', did you mean 'agreement-2009'?
    """

    __slots__ = ("_all", "_raw")
    _raw: _core.History

    def __init__(self, raw: _core.History) -> None:
        self._raw = raw
        self._all = _core.all_of(raw)

    def _seen(self) -> View:
        return self._all

    # Views of it.

    def all(self) -> View:
        """Everything reported, at any time."""
        return self._all

    def at(self, day: DayLike) -> View:
        """What holds on that day; of acts, what happened on it. See `View.at`."""
        return self._all.at(day)

    def by(self, day: DayLike) -> View:
        """Everything begun by that day, ended or not. See `View.by`."""
        return self._all.by(day)

    def window(self, first: DayLike, last: DayLike | None = None) -> View:
        """Everything that touches the days from `first` to `last`. See `View.window`."""
        return self._all.window(first, last)

    def nodes(self, kind: str | None = None, *, language: str = "en", progress: Progress | None = None) -> Nodes:
        """What is reported, or what of it is of one kind with its subkinds: a table to iterate over."""
        return self._all.nodes(kind, language=language, progress=progress)

    def relations(self, type: str | None = None, *, progress: Progress | None = None) -> Relations:
        """The relations reported, or those of one type: a table to iterate over."""
        return self._all.relations(type, progress=progress)

    def neighbours(self, node: Node | str, type: str | None = None, *, into: bool = False) -> list[str]:
        """The ids of the nodes to which relations lead from `node`. See `View.neighbours`."""
        return self._all.neighbours(node, type, into=into)

    def neighbour_numbers(
        self, node: Node | str, type: str | None = None, *, into: bool = False
    ) -> np.ndarray[Any, Any]:
        """The same as `neighbours`, as an array of the numbers of the nodes. See `View.neighbour_numbers`."""
        return self._all.neighbour_numbers(node, type, into=into)

    # What it holds, whatever its modality.

    def find(self, text: str) -> list[Node]:
        """The nodes whose id or one of whose names, aliases, titles or abbreviations contains `text`.

        Capitals are not small letters. Whole matches come first.

        Examples
        --------
        >>> import comity
        >>> [node.id for node in comity.datasets.sco().find("RATS")][:2]
        ['rats', 'rats-council']
        """
        return [Node(raw) for raw in self._raw.search(text)]

    def relation(self, id: str) -> Relation | None:
        """The relation that carries that id, or None. Most relations have none."""
        raw = self._raw.relation(id)
        return None if raw is None else Relation(raw)

    def source(self, id: str) -> Source:
        """The source of that id. Raises UnknownIdError."""
        return Source(self._raw.source(id))

    def sources(self, *, language: str = "en", progress: Progress | None = None) -> Table[Row]:
        """All sources: a table."""
        return Table(lambda: _core.sources_table(self._raw, language, progress))

    def statements(self, *, progress: Progress | None = None) -> Table[Row]:
        """All statements: who states what, where, and how."""
        return Table(lambda: _core.statements_table(self._raw, progress))

    def attributes(self, *, progress: Progress | None = None) -> Table[Row]:
        """All attribute values."""
        return Table(lambda: _core.attributes_table(self._raw, progress))

    def disagreements(self, *, language: str = "en", progress: Progress | None = None) -> Table[Row]:
        """Where sources give more than one value, in all that it holds. See `View.disagreements`."""
        return Table(lambda: _core.disagreements(self._raw, language, progress))

    @property
    def schema(self) -> Schema:
        """What may be said in it: the built-in ontology and what the data added."""
        return Schema._of(self._raw.schema)

    @property
    def notes(self) -> dict[str, str]:
        """Licence, titles and descriptions that came with the data; a language stands after an ``@``."""
        return dict(self._raw.notes)

    def title(self, language: str = "en") -> str:
        """The title of the data in that language, else in English, else in any; empty if it has none."""
        return self._note("title", language)

    def description(self, language: str = "en") -> str:
        """What the data is, in that language, else in English, else in any; empty if it does not say."""
        return self._note("description", language)

    def _note(self, key: str, language: str) -> str:
        by_language = {}
        for note, text in self._raw.notes:
            name, _, tag = note.partition("@")
            if name == key:
                by_language[tag] = text
        return by_language.get(language) or by_language.get("en") or next(iter(by_language.values()), "")

    @property
    def relation_count(self) -> int:
        """How many relations it holds, in any modality."""
        return self._raw.relation_count

    @property
    def source_count(self) -> int:
        """How many sources it holds."""
        return self._raw.source_count

    @property
    def statement_count(self) -> int:
        """How many statements it holds."""
        return self._raw.statement_count

    @property
    def attribute_count(self) -> int:
        """How many attribute values it holds."""
        return self._raw.attribute_count

    @property
    def memory(self) -> int:
        """How many bytes its columns take."""
        return self._raw.memory

    def forget_snapshots(self) -> None:
        """Let go of the snapshots that are kept for whoever asks a view for its `snapshot` again.

        The last few are kept, of no more relations and nodes together than the history has. Those that somebody
        holds live on.
        """
        self._raw.forget_snapshots()

    def save(self, path: str | os.PathLike[str], *, progress: Progress | None = None) -> None:
        """Write it to an archive, a single file that `comity.open` maps back. See there.

        The file is replaced as a whole or not at all. Raises FileError, or CancelledError if `progress` says so, as
        `read_json` does; the old file is then as it was.
        """
        _core.write_archive(self._raw, os.fsdecode(path), progress)

    # A mapping from ids to nodes.

    def __getitem__(self, id: str) -> Node:
        return Node(self._raw.node(id))

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and self._raw.has_node(id)

    def __iter__(self) -> Iterator[str]:
        return (self._raw.node_id(number) for number in range(len(self)))

    def __len__(self) -> int:
        return self._raw.node_count

    def __eq__(self, other: object) -> bool:
        return self._raw == other._raw if isinstance(other, History) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._raw)

    def __repr__(self) -> str:
        return (
            f"<History: {len(self):,} nodes, {self.relation_count:,} relations, "
            f"{self.statement_count:,} statements, {self.source_count:,} sources>"
        )

    def _repr_html_(self) -> str:
        return _html.pairs(
            self.title() or "History",
            [
                ("nodes", f"{len(self):,}"),
                ("relations", f"{self.relation_count:,}"),
                ("statements", f"{self.statement_count:,}"),
                ("sources", f"{self.source_count:,}"),
                ("licence", self.notes.get("license", "")),
            ],
        )


def read_json(path: str | os.PathLike[str], *, progress: Progress | None = None) -> History:
    """Read a history from a JSON file.

    Parameters
    ----------
    path : str or os.PathLike
        The file. Its format: ``data/comity-history.schema.json``.
    progress : callable, optional
        Called with the share done and the name of the stage; stops by returning False, and Ctrl-C stops too.

    Raises
    ------
    FileError
        If the file can't be read.
    ParseError, SchemaError
        If it is no such file; ``findings`` has all mistakes, each with line and column.
    CancelledError
        If `progress` says so.
    """
    return History(_core.read_json(os.fsdecode(path), progress))


def open(
    path: str | os.PathLike[str],
    *,
    trusted: bool = False,
    in_memory: bool = False,
    progress: Progress | None = None,
) -> History:
    """Open an archive that `History.save` has written.

    The file is mapped, not read: only what is looked at comes into memory. It must stay as it is while the history is
    in use; replacing or removing it by name is no change.

    Parameters
    ----------
    path : str or os.PathLike
        The file. Its format: ``docs/archive.md``.
    trusted : bool
        Skip checking the structure: opens in the same short time whatever the size, for a file that is known to be
        whole. A damaged one may then crash the interpreter.
    in_memory : bool
        Read the whole file instead of mapping it, so that others may change it.
    progress : callable, optional
        Hears of what is read and checked, as in `read_json`.

    Raises
    ------
    FileError
        If the file can't be read.
    ComityError
        If it is no archive, is damaged, or is of a newer format; the message says which version wrote it.
    CancelledError
        If `progress` says so.

    Examples
    --------
    >>> import os, tempfile
    >>> import comity
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = os.path.join(folder, "sco.comity")
    ...     comity.datasets.sco().save(file)
    ...     comity.verify(file)
    ...     comity.open(file)["agreement-2009"].kind
    'agreement'
    """
    return History(_core.read_archive(os.fsdecode(path), trusted, in_memory, progress))


def verify(path: str | os.PathLike[str], *, progress: Progress | None = None) -> None:
    """Check every byte of an archive against the checksums in it.

    Parameters
    ----------
    path : str or os.PathLike
        The file.
    progress : callable, optional
        Hears how far it is, as in `read_json`.

    Raises
    ------
    FileError
        If the file can't be read.
    ComityError
        If a single byte is not as it was written, or as `open` does.
    """
    _core.verify_archive(os.fsdecode(path), progress)
