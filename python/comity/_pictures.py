"""What pictures show: which things stand in which lane, and what came of what."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from . import _core, _extras, _fonts, _plot
from ._words import phrase
from .analyses import Lineage
from .errors import InvalidArgumentError
from .facts import Node
from .history import History
from .schema import Schema
from .view import View

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["LANES", "lineage", "timeline"]

LANES: Mapping[str, Sequence[str]] = {
    "Summits and\nmeetings": ("meeting",),
    "Statements": ("statement", "declaration", "communique"),
    "Agreements\nand plans": ("instrument",),
    "Exercises": ("exercise",),
    "Bodies": ("organisation", "organ", "working-group", "system"),
    "United Nations": ("resolution", "code-of-conduct", "assembly-session"),
}
"""The lanes of a timeline unless others are asked for: title, and the kinds that stand in it."""

_ROOTS = ("instrument", "event", "commitment", "actor", "assessment", "topic", "observation", "place")


class _Sorter:
    """Finds the lane of a kind: that of its nearest ancestor which has one."""

    def __init__(self, lanes: Mapping[str, Sequence[str]], schema: Schema) -> None:
        self._schema = schema
        self._lane_of: dict[str, str | None] = {}
        for title, kinds in lanes.items():
            for kind in [kinds] if isinstance(kinds, str) else kinds:
                if schema.kind(kind).name in self._lane_of:
                    raise InvalidArgumentError(f"kind {kind!r} stands in two lanes")
                self._lane_of[kind] = title

    def lane_of(self, kind: str | None) -> str | None:
        if kind is None:
            return None
        if kind not in self._lane_of:
            self._lane_of[kind] = self.lane_of(self._schema.kind(kind).parent)
        return self._lane_of[kind]


def label_of(node: Node, language: str) -> str:
    """The preferred name if it is short, else a shorter alias, else the name cut at a word."""
    names = [
        name
        for tag, several in node.names.items()
        if tag == language or tag.startswith(f"{language}-")
        for name in several
    ]
    return _plot.shorten(names or [node.name(language)], node.id)


class _NoLettersError(Exception):
    """No font has the letters of a picture."""


@contextmanager
def _written(texts: Iterable[str]) -> Iterator[None]:
    """Draw in a font that has the letters of these texts."""
    families = _fonts.families_for(texts)
    if families is None:
        raise _NoLettersError
    with _extras.extra("matplotlib", "plot").rc_context({"font.family": list(families)}):
        yield


def _unwritten(language: str) -> str:
    """Says in the picture, and to who asked for it, why it is not in the language that was wanted."""
    text = f"No font here has the letters of {language!r}, so names are in English (on Debian: {_fonts.PACKAGE})"
    warnings.warn(text, UserWarning, stacklevel=5)
    return text


def _in_plain_letters(marks: Iterable[_plot.Mark]) -> None:
    """Where even an English picture has names that no font can write: the ids, which are ASCII."""
    for mark in marks:
        if _fonts.families_for([mark.label]) is None:
            mark.label = mark.id


class _Begins:
    """When the nodes of a view began or happened: on a date that its source doubts too."""

    def __init__(self, view: View) -> None:
        table = _core.timeline(view, "en")
        columns = (table.column(name).to_list() for name in ("id", "relation", "date", "earliest", "latest"))
        self._doubted = {
            id: (first, last)
            for id, relation, date, first, last in zip(*columns, strict=True)
            if relation is None and any(sign in (date or "") for sign in "?~%")
        }

    def mark(self, node: Node, label: str) -> _plot.Mark | None:
        """A mark for that; none if nothing says from when on, and until when, it may be."""
        first, last = node.period.begin
        hollow = not node.truth.is_certain
        if first is None or last is None:
            first, last = self._doubted.get(node.id, (None, None))
            hollow = True
        if first is None or last is None:
            return None
        return _plot.Mark(node.id, label, _plot.day_number(first), _plot.day_number(last), hollow=hollow)


def _links(view: View, shown: Mapping[str, Node]) -> list[_plot.Link]:
    """Arrows between what is shown: a way through things that are not becomes one, unless others lead there too.

    What an actor did is left out: that a body signed a text is no lineage of texts.
    """
    found: dict[tuple[str, str], _plot.Link] = {}
    for root in shown.values():
        if root.is_a("actor"):
            continue
        inferred_to = {root.id: False}
        steps = _core.lineage(view, root._raw, None, "en")
        columns = (steps.column(name).to_list() for name in ("from", "to", "basis"))
        for origin, outcome, basis in zip(*columns, strict=True):
            if origin not in inferred_to or outcome in inferred_to:
                continue  # beyond something that is shown: that has arrows of its own
            way = inferred_to[origin] or basis == "inferred"
            if outcome in shown:
                link = _plot.Link(root.id, outcome, way, direct=origin == root.id)
                found.setdefault((root.id, outcome), link)
            else:
                inferred_to[outcome] = way
    return [link for link in found.values() if link.direct or not _by_others(link, found)]


def _by_others(link: _plot.Link, links: Mapping[tuple[str, str], _plot.Link]) -> bool:
    """Whether other arrows lead the same way, so that this one adds nothing but a line."""
    reached, waiting = {link.origin}, [link.origin]
    while waiting:
        here = waiting.pop()
        for origin, outcome in links:
            if origin != here or (origin, outcome) == (link.origin, link.outcome):
                continue
            if outcome == link.outcome:
                return True
            if outcome not in reached:
                reached.add(outcome)
                waiting.append(outcome)
    return False


def timeline(
    view: View,
    *,
    lineages: bool,
    ax: Axes | None,
    lanes: Mapping[str, Sequence[str]] | None,
    labels: Mapping[str, str],
    language: str,
    title: str | None,
    figsize: tuple[float, float] | None,
    unwritten: str = "",
) -> Axes:
    """Draw what a view shows in lanes by kind, with the lineages between."""
    wanted = lanes
    if lanes is None:
        lanes = {phrase(lane, language): kinds for lane, kinds in LANES.items()}
    sorter = _Sorter(lanes, view.history.schema)
    drawn = {name: _plot.Lane(name) for name in lanes}
    shown: dict[str, Node] = {}
    undated = 0
    begins = _Begins(view)
    for node in view.nodes():
        lane = sorter.lane_of(node.kind)
        if lane is None:
            continue
        mark = begins.mark(node, labels.get(node.id) or label_of(node, language))
        if mark is None:
            undated += 1
        else:
            drawn[lane].marks.append(mark)
            shown[node.id] = node
    for each in drawn.values():
        each.marks.sort(key=lambda mark: (mark.middle, mark.id))
    links = _links(view, shown) if lineages else []
    heading = view.history.title(language) if title is None else title
    note = phrase("{} more of these kinds have no first day", language).format(undated) if undated else ""
    filled = [lane for lane in drawn.values() if lane.marks]
    if unwritten:
        note = f"{note}\n{unwritten}".strip()
        _in_plain_letters(mark for lane in filled for mark in lane.marks)
    texts = [heading, note, *(text for lane in filled for text in (lane.title, *(m.label for m in lane.marks)))]
    try:
        with _written(texts if not unwritten else ()):
            return _plot.draw_lanes(
                filled, links, ax=ax, title=heading, note=note, figsize=figsize, language=language
            )
    except _NoLettersError:
        return timeline(
            view,
            lineages=lineages,
            ax=ax,
            lanes=wanted,
            labels=labels,
            language="en",
            title=title,
            figsize=figsize,
            unwritten=_unwritten(language),
        )


def _days(low: int | None, high: int | None, language: str) -> str:
    """A lag as a reader would write it."""
    if low is None or high is None:
        return ""
    if low == high:
        return phrase("{} days", language).format(f"{low:+,}") if low else phrase("the same day", language)
    return phrase("{} to {} days", language).format(f"{low:+,}", f"{high:+,}")


def _branches(steps: Lineage) -> list[int]:
    """The rows in the order of the tree, each right under what it came of; what stands elsewhere already left out."""
    outcomes: dict[int | None, list[int]] = {}
    for place, (previous, again) in enumerate(zip(steps["previous"].tolist(), steps["again"].tolist(), strict=True)):
        if not again:
            outcomes.setdefault(previous, []).append(place)
    ordered: list[int] = []
    waiting = outcomes.get(None, [])[::-1]
    while waiting:
        ordered.append(place := waiting.pop())
        waiting += outcomes.get(place, [])[::-1]
    return ordered


def lineage(
    steps: Lineage,
    *,
    ax: Axes | None,
    labels: Mapping[str, str],
    language: str,
    title: str | None,
    figsize: tuple[float, float] | None,
    unwritten: str = "",
) -> Axes:
    """Draw what came of a thing as a tree over time."""
    root = steps.root
    start = _Begins(steps._view).mark(root, labels.get(root.id) or label_of(root, language))
    if start is None:
        raise InvalidArgumentError(f"{root.id!r} has no first day: there is no place for it on a line of time")
    history = History(root._raw.history)
    sorter = _Sorter({kind: [kind] for kind in _ROOTS}, history.schema)
    colours = dict(zip(_ROOTS, _plot.COLOURS, strict=False))
    start.colour = colours[sorter.lane_of(root.kind) or ""]
    marks: list[_plot.Mark] = [start]
    links: list[_plot.Link] = []
    at: dict[int | None, _plot.Mark] = {None: start}
    for place in _branches(steps):
        row = steps[place]
        node = history[row.to]
        label = labels.get(node.id) or label_of(node, language)
        origin = at[row.previous]
        days = [row.earliest, row.latest]
        dated = None not in days
        first, last = (_plot.day_number(day) for day in days) if dated else (origin.first, origin.first)
        if lag := _days(row.since_root_min, row.since_root_max, language):
            label += f"  ({lag})"
        mark = _plot.Mark(f"{node.id} {place}", label, first, last, hollow=not dated, row=len(marks))
        mark.colour = colours[sorter.lane_of(node.kind) or ""]
        at[place] = mark
        marks.append(mark)
        links.append(_plot.Link(origin.id, mark.id, row.basis == "inferred"))
    heading = phrase("What came of: {}", language).format(start.label) if title is None else title
    used = {mark.colour for mark in marks}
    key = {colour: kind for kind, colour in colours.items() if colour in used}
    if unwritten:
        _in_plain_letters(marks)
    try:
        with _written([heading, *(mark.label for mark in marks)] if not unwritten else ()):
            return _plot.draw_tree(
                marks, links, key, ax=ax, title=heading, note=unwritten, figsize=figsize, language=language
            )
    except _NoLettersError:
        return lineage(
            steps,
            ax=ax,
            labels=labels,
            language="en",
            title=title,
            figsize=figsize,
            unwritten=_unwritten(language),
        )
