"""What pictures show: which things stand in which lane, and what came of what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from . import _plot
from .errors import InvalidArgumentError
from .facts import Node
from .schema import Schema

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from .view import View

__all__ = ["LANES", "timeline"]

LANES: Mapping[str, Sequence[str]] = {
    "Summits and\nmeetings": ("meeting",),
    "Statements": ("statement", "declaration", "communique"),
    "Agreements\nand plans": ("instrument",),
    "Exercises": ("exercise",),
    "Bodies": ("organisation", "organ", "working-group", "system"),
    "United Nations": ("resolution", "code-of-conduct", "assembly-session"),
}
"""The lanes of a timeline unless others are asked for: title, and the kinds that stand in it."""

Steps = Callable[[Node], Iterable[tuple[str, str, bool]]]
"""What came of a node: (id it came from, id of the outcome, whether that is inferred), nearest first."""


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


def _mark(node: Node, label: str) -> _plot.Mark | None:
    """A mark for when it began or happened; none if nothing says from when on that may be."""
    first, last = node.period.begin
    if first is None or last is None:
        return None
    certain = node.truth.is_certain
    return _plot.Mark(node.id, label, _plot.day_number(first), _plot.day_number(last), certain=certain)


def _links(shown: Mapping[str, Node], steps: Steps) -> list[_plot.Link]:
    """Arrows between what is shown: a way through things that are not becomes one arrow.

    What an actor did is left out: that a body signed a text is no lineage of texts.
    """
    found: dict[tuple[str, str], bool] = {}
    for root in shown.values():
        if root.is_a("actor"):
            continue
        inferred_to = {root.id: False}
        for origin, outcome, inferred in steps(root):
            if origin not in inferred_to or outcome in inferred_to:
                continue  # beyond something that is shown: that has arrows of its own
            way = inferred_to[origin] or inferred
            if outcome in shown:
                found.setdefault((root.id, outcome), way)
            else:
                inferred_to[outcome] = way
    return [_plot.Link(origin, outcome, inferred) for (origin, outcome), inferred in found.items()]


def timeline(
    view: View,
    steps: Steps | None,
    *,
    ax: Axes | None = None,
    lanes: Mapping[str, Sequence[str]] | None = None,
    labels: Mapping[str, str] | None = None,
    language: str = "en",
    title: str | None = None,
    figsize: tuple[float, float] | None = None,
) -> Axes:
    """Draw what a view shows in lanes by kind, with the lineages between."""
    lanes = LANES if lanes is None else lanes
    sorter = _Sorter(lanes, view.history.schema)
    drawn = {name: _plot.Lane(name) for name in lanes}
    shown: dict[str, Node] = {}
    undated = 0
    for node in view.nodes():
        lane = sorter.lane_of(node.kind)
        if lane is None:
            continue
        mark = _mark(node, (labels or {}).get(node.id) or label_of(node, language))
        if mark is None:
            undated += 1
        else:
            drawn[lane].marks.append(mark)
            shown[node.id] = node
    for each in drawn.values():
        each.marks.sort(key=lambda mark: (mark.middle, mark.id))
    links = [] if steps is None else _links(shown, steps)
    heading = view.history.title(language) if title is None else title
    note = f"{undated} more of these kinds have no first day" if undated else ""
    filled = [lane for lane in drawn.values() if lane.marks]
    return _plot.draw_lanes(filled, links, ax=ax, title=heading, note=note, figsize=figsize)
