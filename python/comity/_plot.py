"""How pictures of time are drawn: marks in lanes, and arrows between them.

What is drawn is decided elsewhere (`_pictures`); here are only places, texts and lines. Days are numbers, counted
from 1970-01-01.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from . import _extras
from ._words import phrase

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["Lane", "Link", "Mark", "day_number", "draw_lanes", "draw_tree", "shorten", "width_of"]

# Okabe and Ito's colours, which most kinds of colour blindness keep apart.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#8C6D00", "#56B4E9", "#555555")
ROW_INCHES = 0.255
LABEL_POINTS = 8.0
DASHES = (0, (4, 2.5))


@dataclass
class Mark:
    """One thing in a lane: on a day, or on some day of a range."""

    id: str
    label: str
    first: float
    """The first day that it may be."""
    last: float
    """The last day that it may be."""
    hollow: bool = False
    row: int = 0
    colour: str = "#555555"

    @property
    def exact(self) -> bool:
        """Known to the day."""
        return self.first == self.last

    @property
    def middle(self) -> float:
        """Where arrows meet it."""
        return (self.first + self.last) / 2


@dataclass
class Lane:
    """What stands together, under one title."""

    title: str
    marks: list[Mark] = field(default_factory=list)


@dataclass(frozen=True)
class Link:
    """That one thing came of another; `inferred`: nobody states it."""

    origin: str
    outcome: str
    inferred: bool
    direct: bool = True
    """One step, and not a way through things that are not drawn."""


def day_number(iso: str) -> float:
    """Days from 1970-01-01 to a day in ISO 8601 text, of any year."""
    numpy = _extras.extra("numpy", "plot")
    return float(numpy.datetime64(iso, "D").astype("int64"))


def _year_start(year: int) -> float:
    return day_number(f"{year:04d}-01-01") if 1 <= year <= 9999 else (year - 1970) * 365.2425


def width_of(text: str) -> int:
    """How many letters wide a text is, about: those of Chinese are two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def _cut(text: str, limit: int) -> str:
    """The beginning of a text, to the end of a word where it has words."""
    while width_of(text) >= limit - 1:
        head, space, _ = text.rpartition(" ")
        text = head if space else text[:-1]
    return text.rstrip(" ,;、") + "…"


def shorten(names: Sequence[str], id: str, limit: int = 46) -> str:
    """The first name that is short enough, else the id in words if both have any, else the shortest name, cut."""
    short = next((name for name in names if width_of(name) <= limit), None)
    spaced = any(" " in name for name in names)
    if short is None and spaced and re.search("[^0-9_:-]{4}", id) and len(id) <= limit:
        short = re.sub("[-_]+", " ", id)
    if short is None:
        short = _cut(min(names, key=width_of), limit)
    return short[:1].upper() + short[1:]


def new_axes(rows: int, figsize: tuple[float, float] | None) -> Axes:
    """Axes of a new figure, wide enough for a slide and as high as the rows need."""
    pyplot = _extras.extra("matplotlib.pyplot", "plot")
    size = figsize or (13.33, 1.5 + ROW_INCHES * rows)
    _, axes = pyplot.subplots(figsize=size, layout="constrained")
    return axes  # type: ignore[no-any-return]


def set_years(axes: Axes, first: float, last: float) -> None:
    """The span of the axis, and years under it."""
    margin = max(60.0, 0.012 * (last - first))
    axes.set_xlim(first - margin, last + margin)
    from_year, to_year = (math.floor(1970 + day / 365.2425) for day in (first - margin, last + margin))
    step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10**9) if (to_year - from_year) / s <= 26)
    years = range(from_year // step * step, to_year + 2, step)
    axes.set_xticks([_year_start(year) for year in years], [str(year) for year in years])
    axes.set_xlim(first - margin, last + margin)


def _measure(axes: Axes) -> Callable[[str], float]:
    """How wide a label is, in days."""
    figure: Any = axes.get_figure()
    figure.canvas.draw()  # settles the layout, without which a pixel has no width in days
    renderer = figure.canvas.get_renderer()
    per_pixel = 1.0 / (axes.transData.transform((1.0, 0.0))[0] - axes.transData.transform((0.0, 0.0))[0])
    # Never part of the picture, and so none of the layout's business either.
    probe = _extras.extra("matplotlib.text", "plot").Text(0, 0, "", fontsize=LABEL_POINTS, figure=figure)

    def width(text: str) -> float:
        probe.set_text(text)
        return float(probe.get_window_extent(renderer).width * per_pixel)

    return width


@dataclass
class _Place:
    """Where a mark and its label go."""

    mark: Mark
    left: float
    right: float
    label_at: float
    align: str


def _place(mark: Mark, width: float, gap: float, limits: tuple[float, float]) -> _Place:
    """Beside the mark, to the right if there is room; inside a bar that is long enough."""
    if mark.last - mark.first > width + 2 * gap:
        return _Place(mark, mark.first, mark.last, mark.first + gap, "left")
    if mark.last + gap + width <= limits[1]:
        return _Place(mark, mark.first - gap, mark.last + gap + width, mark.last + gap, "left")
    return _Place(mark, mark.first - gap - width, mark.last + gap, mark.first - gap, "right")


def _stack(places: Iterable[_Place], first_row: int, gap: float) -> int:
    """Give each the first row of its lane in which it meets no other; return the row after the last."""
    rows: list[list[_Place]] = []
    for place in places:
        free = (
            number
            for number, row in enumerate(rows)
            if all(place.left > other.right + gap or place.right + gap < other.left for other in row)
        )
        number = next(free, len(rows))
        if number == len(rows):
            rows.append([])
        rows[number].append(place)
        place.mark.row = first_row + number
    return first_row + max(1, len(rows))


def _draw_mark(axes: Axes, place: _Place) -> None:
    mark, y = place.mark, place.mark.row
    face = "white" if mark.hollow else mark.colour
    style: dict[str, Any] = {"color": mark.colour, "markerfacecolor": face, "zorder": 4, "clip_on": False}
    if mark.exact:
        axes.plot([mark.middle], [y], marker="o", markersize=6.5, **style)
    else:
        axes.barh(
            y,
            max(mark.last - mark.first, 1.0),
            left=mark.first,
            height=0.42,
            color=mark.colour,
            alpha=0.2 if mark.hollow else 0.55,
            edgecolor=mark.colour,
            zorder=3,
        )
    axes.text(
        place.label_at,
        y,
        mark.label,
        fontsize=LABEL_POINTS,
        ha=place.align,
        va="center",
        zorder=5,
        bbox={"facecolor": "white", "alpha": 0.72, "edgecolor": "none", "pad": 0.8},
    ).set_in_layout(False)


def _draw_links(axes: Axes, links: Iterable[Link], marks: Mapping[str, Mark], *, tree: bool) -> None:
    patches = _extras.extra("matplotlib.patches", "plot")
    for link in links:
        origin, outcome = marks[link.origin], marks[link.outcome]
        low, high = axes.get_xlim()
        start, end = (origin.first, outcome.first) if tree else (origin.middle, outcome.middle)
        if not tree:  # bent so as to keep clear of the labels beside what they join
            style = f"arc3,rad={-0.3 if abs(origin.row - outcome.row) <= 1 else 0.12}"
        elif abs(end - start) < 0.012 * (high - low):
            style = "arc3,rad=0"  # no room for a corner
        else:
            style = "angle,angleA=-90,angleB=180,rad=3"
        axes.add_patch(
            patches.FancyArrowPatch(
                (start, origin.row),
                (end, outcome.row),
                connectionstyle=style,
                arrowstyle="-|>",
                mutation_scale=9,
                shrinkA=5,
                shrinkB=5,
                linestyle=DASHES if link.inferred else "solid",
                linewidth=1.1,
                color="#333333",
                alpha=0.8,
                zorder=2.5,
            )
        )


def _legend(
    axes: Axes, marks: Iterable[Mark], links: Sequence[Link], hollow: str, key: Mapping[str, str], language: str
) -> None:
    lines = _extras.extra("matplotlib.lines", "plot")
    patches = _extras.extra("matplotlib.patches", "plot")
    grey = "#555555"
    shown = list(marks)
    dot = {"marker": "o", "linestyle": ""}
    entries = [lines.Line2D([], [], color=colour, label=phrase(name, language), **dot) for colour, name in key.items()]
    entries.append(lines.Line2D([], [], color=grey, label=phrase("on that day", language), **dot))
    if not all(mark.exact for mark in shown):
        entries.append(patches.Patch(color=grey, alpha=0.55, label=phrase("on some day of these", language)))
    if any(mark.hollow for mark in shown):
        entries.append(lines.Line2D([], [], color=grey, markerfacecolor="white", label=phrase(hollow, language), **dot))
    if not all(link.inferred for link in links):
        entries.append(lines.Line2D([], [], color="#333333", label=phrase("what came of it, as stated", language)))
    if any(link.inferred for link in links):
        label = phrase("what came of it, inferred", language)
        entries.append(lines.Line2D([], [], color="#333333", linestyle=DASHES, label=label))
    axes.legend(
        handles=entries,
        loc="upper center",
        bbox_to_anchor=(0.5, 0.0),
        borderaxespad=3.2,
        ncols=min(len(entries), 6),
        frameon=False,
        fontsize=8.5,
    )


def _rows_needed(lanes: Sequence[Lane], span: tuple[float, float], inches: float) -> int:
    """How many rows there will be, about: the figure is made before its letters can be measured."""
    per_letter = (span[1] - span[0]) / (inches * 0.86) * LABEL_POINTS * 0.52 / 72
    rows = 0
    for lane in lanes:
        places = [_place(mark, width_of(mark.label) * per_letter, 3 * per_letter, span) for mark in lane.marks]
        rows = _stack(places, rows, per_letter)
    return rows


def draw_lanes(
    lanes: Sequence[Lane],
    links: Sequence[Link],
    *,
    ax: Axes | None,
    title: str,
    note: str,
    figsize: tuple[float, float] | None,
    language: str,
) -> Axes:
    """Draw everything: dates as marks, ranges of days as bars, labels that do not meet, arrows between."""
    marks = {mark.id: mark for lane in lanes for mark in lane.marks}
    days = [day for mark in marks.values() for day in (mark.first, mark.last)] or [0.0, 365.0]
    span = (min(days), max(days))
    inches = figsize[0] if figsize else 13.33
    axes = ax if ax is not None else new_axes(_rows_needed(lanes, span, inches), figsize)
    set_years(axes, *span)
    axes.set_title(title, fontsize=13, loc="left", pad=10)
    axes.set_yticks([0], [max((lane.title for lane in lanes), key=len, default="")])  # room for the longest

    width = _measure(axes)
    limits = axes.get_xlim()
    gap = 0.8 * width("nn")
    row = 0
    centres = []
    for number, lane in enumerate(lanes):
        places = [_place(mark, width(mark.label), gap, limits) for mark in lane.marks]
        after = _stack(places, row, gap)
        for place in places:
            place.mark.colour = COLOURS[number % len(COLOURS)]
            _draw_mark(axes, place)
        if number % 2 == 0:
            axes.axhspan(row - 0.5, after - 0.5, color="#f3f3f3", zorder=0)
        centres.append((row + after - 1) / 2)
        row = after
    axes.set_yticks(centres, [lane.title for lane in lanes], fontsize=9.5, fontweight="bold")
    _finish(axes, row)
    _draw_links(axes, links, marks, tree=False)
    _legend(axes, marks.values(), links, "possible", {}, language)
    _note(axes, note)
    return axes


def _right_end(axes: Axes, labels: Iterable[tuple[float, float]]) -> float:
    """How far to the right the axis has to go for labels from a day on and so wide: they widen as it does."""
    low, high = axes.get_xlim()
    shares = [(day, min(width / (high - low), 0.8)) for day, width in labels]
    return max(high, *((day - share * low) / (1 - share) for day, share in shares))


def draw_tree(
    marks: Sequence[Mark],
    links: Sequence[Link],
    key: Mapping[str, str],
    *,
    ax: Axes | None,
    title: str,
    note: str,
    figsize: tuple[float, float] | None,
    language: str,
) -> Axes:
    """Draw a tree over time: each mark has a row of its own, under what it came of."""
    axes = ax if ax is not None else new_axes(len(marks), figsize)
    set_years(axes, min(mark.first for mark in marks), max(mark.last for mark in marks))
    axes.set_title(title, fontsize=13, loc="left", pad=10)
    axes.set_yticks([])
    for _ in range(2):  # room to the right for every label, whose width in days depends on how much there is
        width = _measure(axes)
        axes.set_xlim(right=_right_end(axes, [(mark.last, width(mark.label + "nn")) for mark in marks]))
    for mark in marks:
        _draw_mark(axes, _place(mark, width(mark.label), 0.8 * width("nn"), axes.get_xlim()))
    _finish(axes, len(marks))
    _draw_links(axes, links, {mark.id: mark for mark in marks}, tree=True)
    _legend(axes, marks, links, "not dated", key, language)
    _note(axes, note)
    return axes


def _note(axes: Axes, note: str) -> None:
    """What the picture says of itself, small and above it."""
    axes.text(1, 1, note, transform=axes.transAxes, fontsize=7.5, color="#555555", ha="right", va="bottom")


def _finish(axes: Axes, rows: int) -> None:
    """The frame, alike in all pictures."""
    axes.set_ylim(max(rows, 1) - 0.5, -0.5)
    axes.tick_params(axis="y", length=0)
    axes.grid(axis="x", color="#d9d9d9", linewidth=0.6, zorder=0.5)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
