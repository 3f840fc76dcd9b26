"""Making histories from Python."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from . import _core
from ._given import raw_of, refusal, several
from .dates import Date, DayLike, Modality, day_text
from .errors import BuildError, Finding, InvalidArgumentError, _findings
from .history import History
from .progress import Progress
from .schema import Schema

__all__ = ["Builder", "Subject"]

Subject = _core.Subject
"""What `Builder.add_node` and `Builder.add_relation` return, to say more of it."""

Texts = str | Mapping[str, str]
Names = str | Mapping[str, str | Sequence[str]]
Scalar = str | int | float | bool | datetime.date | Date
Attributes = Mapping[str, "Scalar | Mapping[str, Any] | Sequence[Scalar | Mapping[str, Any]]"]
Stated = str | tuple[str, str] | Mapping[str, Any] | Sequence["str | tuple[str, str] | Mapping[str, Any]"]

_STATED_KEYS = {
    *("source", "at", "modality", "denies", "existence-only", "quote", "inferred"),
    *("on", "begin", "end", "period", "attributes", "names"),
}
_VALUE_KEYS = {"value", "bound", "unit", "lang", "on", "begin", "end", "period", "stated"}


def _by_language(given: Texts | Names) -> list[tuple[str, Any]]:
    """What is given in each language; a text alone is in none."""
    if isinstance(given, str):
        return [("", given)] if given else []
    if not isinstance(given, Mapping):
        raise refusal("a text, or a mapping by language", given)
    return list(given.items())


def _check(given: Mapping[str, Any], known: set[str], what: str) -> None:
    if not isinstance(given, Mapping):
        raise refusal(f"a mapping for {what}", given)
    for key in given:
        if key not in known:
            raise InvalidArgumentError(f"unknown key {key!r} in {what}: expected {', '.join(sorted(known))}")


def _period(
    on: DayLike | None, begin: DayLike | None, end: DayLike | None, period: DayLike | None
) -> _core.PeriodRecord:
    ways = [way for way in (on, period, begin if begin is not None else end) if way is not None]
    if len(ways) > 1:
        raise InvalidArgumentError("dates are given in one way: on=, period=, or begin= and end=")
    whole = period if on is None else on
    if whole is not None:
        return _core.PeriodRecord.of(day_text(whole))
    return _core.PeriodRecord(
        begin=None if begin is None else day_text(begin), end=None if end is None else day_text(end)
    )


def _listed(given: Any) -> list[Any]:
    """One or several of something, as a list."""
    if given is None:
        return []
    return list(given) if isinstance(given, Sequence) and not isinstance(given, (str, tuple)) else [given]


class Builder:
    """Collects nodes, relations, sources and what is stated of them, in any order; checks everything once.

    What the data gets wrong does not raise where it is added: `build` reports all of it in one go. Names of kinds
    and types are checked at once.

    Parameters
    ----------
    base : History, optional
        Start with all that it holds.

    Examples
    --------
    >>> import comity
    >>> b = comity.Builder()
    >>> b.add_source("gazette", kind="register", date="2010-05-01")
    >>> china = b.add_node("china", "state", names={"en": ["China", "PRC"]}, stated="gazette")
    >>> sco = b.add_node("sco", "organisation", period="2001-06-15/..", stated=("gazette", "p. 3"))
    >>> row = b.add_relation("china", "member-of", "sco", begin="2001-06-15", stated="gazette")
    >>> h = b.build()
    >>> h
    <History: 2 nodes, 1 relations, 3 statements, 1 sources>
    >>> h.at("2005").into("sco", "member-of")[0].truth
    Truth.POSSIBLE
    """

    __slots__ = ("_findings", "_raw")

    def __init__(self, base: History | None = None) -> None:
        self._raw = _core.Builder() if base is None else _core.Builder(raw_of(base, "a history", History))
        self._findings: tuple[Finding, ...] = ()

    # What may be said.

    @property
    def schema(self) -> Schema:
        """A copy of what may be said so far."""
        return Schema._of(self._raw.schema)

    def add_kind(self, name: str, *, parent: str, label: Texts = "", definition: str = "") -> None:
        """Add a kind under another, whose nature it has."""
        self._raw.add_kind(name, parent=parent, labels=_by_language(label), definition=definition)

    def add_relation_type(
        self,
        name: str,
        *,
        domain: Iterable[str] = (),
        range: Iterable[str] = (),
        nature: str = "state",
        inverse: str = "",
        flags: Iterable[str] = (),
        mapping: str = "",
        label: Texts = "",
        definition: str = "",
    ) -> None:
        """Add a relation type. An empty domain or range admits any kind."""
        self._raw.add_relation_type(
            name,
            inverse=inverse,
            domain=several(domain, "a kind", str),
            range=several(range, "a kind", str),
            nature=nature,
            flags=several(flags, "a flag", str),
            mapping=mapping,
            labels=_by_language(label),
            definition=definition,
        )

    def add_attribute_type(
        self, name: str, *, value: str = "text", single: bool = False, label: Texts = "", definition: str = ""
    ) -> None:
        """Add an attribute type of texts, numbers, dates or flags."""
        self._raw.add_attribute_type(
            name, value=value, single=single, labels=_by_language(label), definition=definition
        )

    # What is said.

    def set_note(self, key: str, text: str) -> None:
        """Keep a title, a description or a licence with the history; a language stands after an ``@``."""
        self._raw.set_note(key, text)

    def set_place(self, file: str, line: int = 0, column: int = 0) -> None:
        """Name the place that findings about whatever is added next will carry."""
        self._raw.set_place(file, line, column)

    def reserve(self, nodes: int, relations: int) -> None:
        """Make room for that many before adding many."""
        self._raw.reserve(nodes, relations)

    def add_source(
        self,
        id: str,
        *,
        kind: str = "",
        title: Texts = "",
        authors: Iterable[str] = (),
        publisher: str = "",
        date: DayLike = "",
        language: str = "",
        uri: str = "",
        note: str = "",
        derived_from: Iterable[str] = (),
        coverage: Iterable[Mapping[str, str]] = (),
    ) -> None:
        """Add a document.

        `coverage` says what it claims to list, as mappings with some of the keys ``what`` (relation type or kind),
        ``scope`` (a node), ``from`` and ``until``.
        """
        rows = []
        for entry in coverage:
            _check(entry, {"what", "scope", "from", "until"}, "coverage")
            rows.append(tuple(entry.get(key, "") for key in ("what", "scope", "from", "until")))
        self._raw.add_source(
            id,
            kind=kind,
            titles=_by_language(title),
            authors=several(authors, "an author", str),
            publisher=publisher,
            date=day_text(date),
            language=language,
            uri=uri,
            note=note,
            derived_from=several(derived_from, "the id of a source", str),
            coverage=rows,
        )

    def add_node(
        self,
        id: str,
        kind: str,
        *,
        names: Names = "",
        on: DayLike | None = None,
        period: DayLike | None = None,
        begin: DayLike | None = None,
        end: DayLike | None = None,
        attributes: Attributes | None = None,
        stated: Stated = (),
    ) -> Subject:
        """Add a node.

        Parameters
        ----------
        id : str
            Stable and readable, such as ``"statement-2006"``.
        kind : str
            The name of its kind.
        names : str or mapping, optional
            By language one name, or several: the first is preferred.
        on, period, begin, end : EDTF text, datetime.date or Date, optional
            When, in one way: the day of an event, a period ``"A/B"``, or begin and end apart.
        attributes : mapping, optional
            By type a value, a mapping with ``value`` and some of ``bound``, ``unit``, ``lang``, ``period`` (or
            ``on``, or ``begin`` and ``end``) and ``stated``, or a list of these; None is no value.
        stated : optional
            Who states it: the id of a source, a pair of source and locator, a mapping with ``source`` and some of
            ``at``, ``modality``, ``denies``, ``existence-only``, ``quote``, ``inferred`` (a mapping of ``rule`` and
            ``from``), and
            dates, ``attributes`` or ``names`` of its own; or a list of these.
        """
        subject = self._raw.add_node(id, kind)
        self._describe(subject, _period(on, begin, end, period), names, attributes, stated)
        return subject

    def add_relation(
        self,
        from_id: str,
        type: str,
        to_id: str,
        *,
        id: str = "",
        on: DayLike | None = None,
        period: DayLike | None = None,
        begin: DayLike | None = None,
        end: DayLike | None = None,
        attributes: Attributes | None = None,
        stated: Stated = (),
    ) -> Subject:
        """Add a relation that reads ``from_id type to_id``; the nodes may be added later. See `add_node`."""
        subject = self._raw.add_relation(from_id, type, to_id, id)
        self._describe(subject, _period(on, begin, end, period), "", attributes, stated)
        return subject

    def state(
        self,
        subject: Subject | str,
        source: str,
        at: str = "",
        *,
        modality: Modality | str = Modality.REPORTED,
        denies: bool = False,
        existence_only: bool = False,
        quote: str = "",
        rule: str = "",
        premises: Iterable[str] = (),
        on: DayLike | None = None,
        period: DayLike | None = None,
        begin: DayLike | None = None,
        end: DayLike | None = None,
        attributes: Attributes | None = None,
        names: Names = "",
    ) -> None:
        """Add what a source says of a node (or its id) or relation.

        Without values of its own it states that the thing exists and all that was given for it; with dates,
        attributes or names, existence and just these; with `existence_only`, nothing but that it exists. A `rule` says
        that it is inferred, and why it follows.
        """
        if not isinstance(subject, (Subject, str)):
            raise refusal("the id of a node, or what add_node or add_relation gave", subject)
        about = self._raw.node(subject) if isinstance(subject, str) else subject
        own = self._attributes(attributes, names)
        record = self._statement(
            source,
            at,
            modality,
            denies,
            existence_only,
            quote,
            rule,
            premises,
            _period(on, begin, end, period),
            own,
        )
        self._raw.add_statement(about, record)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the last `build` found: warnings and notes too."""
        return self._findings

    def build(self, *, progress: Progress | None = None) -> History:
        """Check everything and seal it. The builder is spent, whatever comes of it.

        Parameters
        ----------
        progress : callable, optional
            Called with the share done and the name of the stage; stops by returning False, and Ctrl-C stops too.

        Raises
        ------
        BuildError
            If anything is wrong; ``findings`` says what, all of it.
        CancelledError
            If `progress` says so.
        """
        history, rows = self._raw.build(progress)
        self._findings = _findings(rows)
        if history is not None:
            return History(history)
        errors = [finding for finding in self._findings if finding.level == "error"]
        error = BuildError("\n".join(str(finding) for finding in errors))
        error.findings = self._findings
        raise error

    # From what Python writes to what the core takes.

    def _describe(
        self,
        subject: Subject,
        period: _core.PeriodRecord,
        names: Names,
        attributes: Attributes | None,
        stated: Stated,
    ) -> None:
        self._raw.set_period(subject, period)
        for statement in self._statements(stated):
            self._raw.add_statement(subject, statement)
        for record in self._attributes(attributes, names):
            self._raw.add_attribute(subject, record)

    def _statement(
        self,
        source: str,
        at: str,
        modality: Modality | str,
        denies: bool,
        existence_only: bool,
        quote: str,
        rule: str,
        premises: Iterable[str],
        period: _core.PeriodRecord,
        attributes: list[_core.AttributeRecord],
    ) -> _core.StatementRecord:
        return _core.StatementRecord(
            source=self._raw.source(source),
            locator=at,
            modality=Modality(modality).value,
            denies=denies,
            existence_only=existence_only,
            quote=quote,
            rule=rule,
            premises=several(premises, "a premise", str),
            period=period,
            attributes=attributes,
        )

    def _statements(self, stated: Stated) -> list[_core.StatementRecord]:
        records = []
        for entry in _listed(stated if stated != () else None):
            if isinstance(entry, str):
                entry = {"source": entry}
            elif isinstance(entry, tuple):
                if len(entry) != 2:
                    raise InvalidArgumentError(f"expected a pair of source and locator, not {entry!r}")
                entry = {"source": entry[0], "at": entry[1]}
            _check(entry, _STATED_KEYS, "stated")
            if "source" not in entry:
                raise InvalidArgumentError("a statement needs its source")
            inferred = entry.get("inferred") or {"rule": "", "from": ()}
            _check(inferred, {"rule", "from"}, "inferred")
            dates = (entry.get(key) for key in ("on", "begin", "end", "period"))
            records.append(
                self._statement(
                    entry["source"],
                    entry.get("at", ""),
                    entry.get("modality", Modality.REPORTED),
                    entry.get("denies", False),
                    entry.get("existence-only", False),
                    entry.get("quote", ""),
                    inferred.get("rule", ""),
                    inferred.get("from", ()),
                    _period(*dates),
                    self._attributes(entry.get("attributes"), entry.get("names", "")),
                )
            )
        return records

    def _attributes(self, attributes: Attributes | None, names: Names) -> list[_core.AttributeRecord]:
        records = []
        for language, given in _by_language(names):
            for place, name in enumerate(several(given, "a name", str)):
                if name:
                    records.append(self._attribute("alias" if place else "name", {"value": name, "lang": language}))
        if not isinstance(attributes, (Mapping, type(None))):
            raise refusal("a mapping of attributes", attributes)
        for type_, values in (attributes or {}).items():
            for value in _listed(values):
                records.append(self._attribute(type_, value if isinstance(value, Mapping) else {"value": value}))
        return records

    def _attribute(self, type: str, given: Mapping[str, Any]) -> _core.AttributeRecord:
        _check(given, _VALUE_KEYS, f"attribute {type!r}")
        value: Any = given.get("value")
        if isinstance(value, (Date, datetime.date)):
            value = day_text(value)
        elif hasattr(value, "item"):
            value = value.item()  # a scalar of NumPy
        if not isinstance(value, (str, int, float)):
            raise InvalidArgumentError(f"attribute {type!r} needs a text, number, flag or date, not {value!r}")
        return _core.AttributeRecord(
            self._raw,
            type=type,
            value=value,
            language=given.get("lang", ""),
            bound=given.get("bound", "exact"),
            unit=given.get("unit", ""),
            period=_period(*(given.get(key) for key in ("on", "begin", "end", "period"))),
            stated=self._statements(given.get("stated", ())),
        )
