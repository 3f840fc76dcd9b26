"""What may be said: the tree of kinds, the relation types and the attribute types."""

from __future__ import annotations

from typing import NamedTuple

from . import _core

__all__ = ["AttributeType", "Kind", "RelationType", "Schema"]


class Kind(NamedTuple):
    """What a node is: a state, a treaty, a summit."""

    name: str
    parent: str | None
    """The kind that it is a case of; None for a root."""
    nature: str
    """``"act"``, ``"state"`` or ``"timeless"``."""
    labels: dict[str, str]
    """By language."""
    definition: str


class RelationType(NamedTuple):
    """What a relation says; it reads source, type, target."""

    name: str
    inverse: str
    """How a row reads from its target; empty if that has no name."""
    domain: tuple[str, ...]
    """What a source may be, with the kinds under it; empty admits any."""
    range: tuple[str, ...]
    """What a target may be, with the kinds under it; empty admits any."""
    nature: str
    """``"act"``, ``"state"`` or ``"timeless"``."""
    flags: tuple[str, ...]
    """Some of ``"symmetric"``, ``"transitive"``, ``"acyclic"``, ``"functional"``."""
    mapping: str
    """The same in public vocabularies, such as ``wdt:P463``; ``^`` marks target to source."""
    labels: dict[str, str]
    """By language."""
    definition: str


class AttributeType(NamedTuple):
    """What an attribute says."""

    name: str
    value: str
    """``"text"``, ``"number"``, ``"date"`` or ``"flag"``."""
    single: bool
    """At most one value at a time (for text: and in one language)."""
    labels: dict[str, str]
    """By language."""
    definition: str


def _kind(row: _core._KindRow) -> Kind:
    name, parent, nature, labels, definition = row
    return Kind(name, parent, nature, dict(labels), definition)


def _relation_type(row: _core._RelationTypeRow) -> RelationType:
    name, inverse, domain, range_, nature, flags, mapping, labels, definition = row
    return RelationType(
        name, inverse, tuple(domain), tuple(range_), nature, tuple(flags), mapping, dict(labels), definition
    )


def _attribute_type(row: _core._AttributeTypeRow) -> AttributeType:
    name, value, single, labels, definition = row
    return AttributeType(name, value, single, dict(labels), definition)


class Schema:
    """The built-in ontology, with what the data of a history adds to it.

    Examples
    --------
    >>> import comity
    >>> schema = comity.Schema()
    >>> schema.kind("summit").parent, schema.is_a("summit", "event")
    ('meeting', True)
    >>> schema.relation_type("member-of").inverse
    'has-member'
    >>> schema.kind("sumit")
    Traceback (most recent call last):
    ...
    comity.errors.UnknownIdError: unknown kind 'sumit', did you mean 'summit'?
    """

    __slots__ = ("_raw",)
    _raw: _core.Schema

    def __init__(self) -> None:
        self._raw = _core.Schema()

    @classmethod
    def _of(cls, raw: _core.Schema) -> Schema:
        self = object.__new__(cls)
        self._raw = raw
        return self

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """All kinds."""
        return tuple(_kind(row) for row in self._raw.kinds())

    @property
    def relation_types(self) -> tuple[RelationType, ...]:
        """All relation types."""
        return tuple(_relation_type(row) for row in self._raw.relation_types())

    @property
    def attribute_types(self) -> tuple[AttributeType, ...]:
        """All attribute types."""
        return tuple(_attribute_type(row) for row in self._raw.attribute_types())

    def kind(self, name: str) -> Kind:
        """The kind of that name. Raises UnknownIdError, which says what may be meant."""
        return _kind(self._raw.kind(name))

    def relation_type(self, name: str) -> RelationType:
        """The relation type of that name. Raises UnknownIdError, which says what may be meant."""
        return _relation_type(self._raw.relation_type(name))

    def attribute_type(self, name: str) -> AttributeType:
        """The attribute type of that name. Raises UnknownIdError, which says what may be meant."""
        return _attribute_type(self._raw.attribute_type(name))

    def is_a(self, kind: str, ancestor: str) -> bool:
        """Whether `kind` is `ancestor` or a case of it."""
        return self._raw.is_a(kind, ancestor)

    def __repr__(self) -> str:
        return (
            f"<Schema: {len(self.kinds)} kinds, {len(self.relation_types)} relation types, "
            f"{len(self.attribute_types)} attribute types>"
        )
