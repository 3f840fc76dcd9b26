"""What is said: nodes, relations, attributes, and the statements of sources behind each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from . import _core, _html
from ._given import refusal, several
from .dates import _TRUTHS, Date, Modality, Period, Truth

if TYPE_CHECKING:
    from .view import View

__all__ = ["Attribute", "Coverage", "Fact", "Node", "Relation", "Source", "Statement"]

Value = str | int | float | bool | Date


class Coverage(NamedTuple):
    """What a source claims to list: up to `until`, absence in it speaks."""

    what: str
    """The relation type or kind that is covered; empty: everything."""
    scope: str
    """The id of the node whose record is covered; empty: the whole history."""
    since: str
    """EDTF; empty: from the beginning."""
    until: str
    """EDTF; empty: up to the date of the source."""


class Source:
    """A document that states facts."""

    __slots__ = ("_raw",)
    _raw: _core.Source

    def __init__(self, raw: _core.Source) -> None:
        self._raw = raw

    @property
    def id(self) -> str:
        """The id of the source."""
        return self._raw.id

    @property
    def kind(self) -> str:
        """What it is: ``"article"``, ``"register"``, ``"treaty-text"``..."""
        return self._raw.kind

    def title(self, language: str = "en") -> str:
        """The title in that language, else in any; empty if it has none."""
        return self._raw.title(language)

    @property
    def titles(self) -> dict[str, str]:
        """All titles, by language."""
        return dict(self._raw.titles)

    @property
    def authors(self) -> tuple[str, ...]:
        """Who wrote it."""
        return tuple(self._raw.authors)

    @property
    def publisher(self) -> str:
        """Who published it; empty if not known."""
        return self._raw.publisher

    @property
    def date(self) -> Date | None:
        """The document's own date."""
        date = self._raw.date
        return None if date is None else Date._of(date)

    @property
    def language(self) -> str:
        """The language it is written in."""
        return self._raw.language

    @property
    def uri(self) -> str:
        """Where it is found."""
        return self._raw.uri

    @property
    def note(self) -> str:
        """A remark, such as how its locators are to be read."""
        return self._raw.note

    @property
    def derived_from(self) -> tuple[str, ...]:
        """The ids of the sources that it copies."""
        return tuple(self._raw.derived_from)

    @property
    def coverage(self) -> tuple[Coverage, ...]:
        """What it claims to list. Without coverage, absence proves nothing."""
        return tuple(Coverage(*row) for row in self._raw.coverage)

    @property
    def statement_count(self) -> int:
        """How many statements it makes."""
        return self._raw.statement_count

    def __eq__(self, other: object) -> bool:
        return self._raw == other._raw if isinstance(other, Source) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._raw)

    def __repr__(self) -> str:
        date = self.date
        return f"<Source {self.id!r}{f', {date}' if date else ''}, {self.statement_count:,} statements>"

    def _repr_html_(self) -> str:
        return _html.pairs(
            f"source {self.id}",
            [
                ("title", self.title()),
                ("authors", "; ".join(self.authors)),
                ("publisher", self.publisher),
                ("date", self.date),
                ("uri", self.uri),
                ("statements", self.statement_count),
            ],
        )


class Statement:
    """One source's word on one thing: what it asserts or denies, and where."""

    __slots__ = ("_raw",)
    _raw: _core.Statement

    def __init__(self, raw: _core.Statement) -> None:
        self._raw = raw

    @property
    def source(self) -> Source:
        """Who states it."""
        return Source(self._raw.source)

    @property
    def locator(self) -> str:
        """Where in the source; empty if not known."""
        return self._raw.locator

    @property
    def modality(self) -> Modality:
        """How it is stated."""
        return Modality(self._raw.modality)

    @property
    def denies(self) -> bool:
        """Whether the source says that it is not so."""
        return self._raw.denies

    @property
    def slots(self) -> tuple[str, ...]:
        """What it speaks of: ``"existence"``, ``"begin"``, ``"end"``, ``"attributes"``, ``"value"``."""
        return tuple(self._raw.slots)

    @property
    def begin(self) -> str | None:
        """The begin (of an act: the day) that this source gives, as written."""
        return self._raw.begin

    @property
    def end(self) -> str | None:
        """The end that this source gives, as written."""
        return self._raw.end

    @property
    def quote(self) -> str:
        """A short quotation; often empty."""
        return self._raw.quote

    @property
    def inferred(self) -> bool:
        """Derived by the author of the data from what the source says there, rather than said by it."""
        return self._raw.inferred

    @property
    def rule(self) -> str:
        """Why it follows; empty unless inferred."""
        return self._raw.rule

    @property
    def premises(self) -> tuple[str, ...]:
        """Ids or locators that the inference starts from."""
        return tuple(self._raw.premises)

    def __repr__(self) -> str:
        verb = "infers" if self.inferred else "denies" if self.denies else "states"
        at = f" at {self.locator!r}" if self.locator else ""
        return f"<Statement: {self.source.id!r} {verb}{at}, {self.modality}>"


class Attribute:
    """One value of one attribute of a node or relation."""

    __slots__ = ("_raw",)
    _raw: _core.Attribute

    def __init__(self, raw: _core.Attribute) -> None:
        self._raw = raw

    @property
    def name(self) -> str:
        """The name of its type, such as ``"ordinal"``."""
        return self._raw.name

    @property
    def value(self) -> Value:
        """The value: text, number, flag or date."""
        value = self._raw.value
        return Date(value) if self._raw.type == "date" and isinstance(value, str) else value

    @property
    def bound(self) -> str:
        """``"exact"``, ``"at-least"``, ``"at-most"``, ``"more-than"``, ``"less-than"`` or ``"about"`` that number."""
        return self._raw.bound

    @property
    def unit(self) -> str:
        """The unit of a number; empty if it has none."""
        return self._raw.unit

    @property
    def language(self) -> str:
        """The language of a text; empty if none is given."""
        return self._raw.language

    @property
    def period(self) -> Period:
        """When the value holds."""
        return Period._of(self._raw.period)

    @property
    def disputed(self) -> bool:
        """Whether another value of the same slot contradicts it."""
        return self._raw.disputed

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Who states it, and where."""
        return tuple(Statement(raw) for raw in self._raw.statements)

    def __str__(self) -> str:
        return str(self._raw)

    def __repr__(self) -> str:
        language = f" ({self.language})" if self.language else ""
        return f"<Attribute {self.name}{language}: {self}>"


class Fact:
    """What nodes and relations have in common: sources say that they exist, with dates and attributes.

    It keeps its history alive. Two are equal if they are the same row of the same history.
    """

    __slots__ = ("_raw", "_truth", "_view")
    _raw: _core.Node | _core.Relation
    _truth: Truth | None
    _view: View | None

    @property
    def id(self) -> str:
        """The id; of relations often empty."""
        return self._raw.id

    @property
    def truth(self) -> Truth:
        """How surely the view that this was asked of shows it; asked of a history, how surely it exists."""
        return self.existence if self._truth is None else self._truth

    @property
    def existence(self) -> Truth:
        """Certain; possible where some assert and others deny it; no where sources only deny it."""
        return _TRUTHS[self._raw.existence]

    @property
    def period(self) -> Period:
        """Its own period: of a node its life, of an event its days; as the view reads it that showed it."""
        return Period._of(self._raw.period if self._view is None else self._view._period_of(self._raw))

    @property
    def dated(self) -> bool:
        """Whether a begin or an end was given."""
        return self._raw.dated

    @property
    def attributes(self) -> tuple[Attribute, ...]:
        """All attribute values, names included."""
        return tuple(Attribute(raw) for raw in self._raw.attributes())

    def attribute(self, type: str) -> Attribute | None:
        """The first value of that attribute type, or None. An unknown type is an error, never None."""
        found = self._raw.attributes(type)
        return Attribute(found[0]) if found else None

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Who states it or one of its values, and where; empty if nobody does."""
        return tuple(Statement(raw) for raw in self._raw.statements)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources that make statements about it, each once."""
        return tuple(dict.fromkeys(statement.source for statement in self.statements))

    @property
    def modality(self) -> Modality:
        """The strongest modality in which anyone asserts it."""
        return Modality(self._raw.modality)

    @property
    def disputed(self) -> bool:
        """Whether statements about one of its slots contradict each other."""
        return self._raw.disputed

    @property
    def inferred(self) -> bool:
        """Whether nobody states it outright: the author of the data inferred it."""
        return self._raw.inferred

    def __eq__(self, other: object) -> bool:
        return self._raw == other._raw if isinstance(other, type(self)) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._raw)

    def _marks(self) -> Iterator[str]:
        if self._truth is Truth.POSSIBLE:
            yield "possible"
        if self.modality is not Modality.REPORTED:
            yield str(self.modality)
        if self.disputed:
            yield "disputed"
        if self.inferred:
            yield "inferred"

    def _html_rows(self) -> Iterator[tuple[str, object]]:
        yield "period", self.period
        yield "marks", ", ".join(self._marks())
        names = ("name", "alias")
        for attribute in [a for a in self.attributes if a.name not in names][:8]:
            yield attribute.name, attribute
        places = [f"{s.source.id}: {s.locator}" if s.locator else s.source.id for s in self.statements]
        yield "stated", "; ".join(dict.fromkeys(places)) or "nowhere"


class Node(Fact):
    """An actor, instrument, event, topic, place, observation, commitment or assessment.

    Examples
    --------
    >>> import comity
    >>> statement = comity.datasets.sco()["statement-2006"]
    >>> statement.kind, str(statement.period)
    ('statement', '2006-06-15/..')
    >>> statement.statements[0].source.id, statement.statements[0].locator
    ('ciis-2021', '1.1 p2')
    """

    __slots__ = ()
    _raw: _core.Node

    def __init__(self, raw: _core.Node, truth: Truth | None = None, view: View | None = None) -> None:
        self._raw = raw
        self._truth = truth
        self._view = view

    @property
    def kind(self) -> str:
        """The name of its kind."""
        return self._raw.kind

    def is_a(self, kind: str) -> bool:
        """Whether it is of that kind or one under it."""
        return self._raw.is_a(kind)

    def name(self, language: str = "en") -> str:
        """The preferred name in that language, else in English, else in any, else the id."""
        return self._raw.name(language)

    @property
    def names(self) -> dict[str, list[str]]:
        """All names by language, the preferred one first."""
        names: dict[str, list[str]] = {}
        for type in ("name", "alias"):
            for raw in self._raw.attributes(type):
                names.setdefault(raw.language, []).append(str(raw.value))
        return names

    def __repr__(self) -> str:
        marks = "".join(f", {mark}" for mark in self._marks())
        return f"<Node {self.id!r} ({self.kind}) {self.period}{marks}>"

    def _repr_html_(self) -> str:
        rows = [("kind", self.kind), *((f"name ({tag})", "; ".join(n)) for tag, n in self.names.items())]
        return _html.pairs(self.id, [*rows, *self._html_rows()])


def _node(given: Node | str) -> _core.Node | str:
    """As the compiled half takes a node or its id; it says so if it is neither."""
    return given._raw if isinstance(given, Node) else given


def ids_of(given: Node | str | Iterable[Node | str]) -> list[str]:
    """The ids of one node or several, each given as such or by its id."""
    nodes = several(given, "a node, its id", Node, str)
    for node in nodes:
        if not isinstance(node, (Node, str)):
            raise refusal("a node or its id", node)
    return [node.id if isinstance(node, Node) else node for node in nodes]


class Relation(Fact):
    """A typed, directed row from node to node: it reads ``from_node type to_node``."""

    __slots__ = ()
    _raw: _core.Relation

    def __init__(self, raw: _core.Relation, truth: Truth | None = None, view: View | None = None) -> None:
        self._raw = raw
        self._truth = truth
        self._view = view

    @property
    def number(self) -> int:
        """Its number in the history, from 0, as tables of relations have it."""
        return self._raw.number

    @property
    def type(self) -> str:
        """The name of its type."""
        return self._raw.type

    @property
    def from_node(self) -> Node:
        """Where it comes from."""
        return Node(self._raw.from_node)

    @property
    def to_node(self) -> Node:
        """Where it goes to."""
        return Node(self._raw.to_node)

    def __repr__(self) -> str:
        marks = "".join(f", {mark}" for mark in self._marks())
        return f"<Relation {self._raw.from_node.id} {self.type} {self._raw.to_node.id}, {self.period}{marks}>"

    def _repr_html_(self) -> str:
        caption = f"{self._raw.from_node.id} {self.type} {self._raw.to_node.id}"
        return _html.pairs(caption, [("id", self.id), *self._html_rows()])
