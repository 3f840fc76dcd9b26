"""Pictures: what is drawn, and that labels keep out of each other's way."""

from __future__ import annotations

import itertools
import sys

import pytest

import comity

matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("Agg")

from matplotlib import pyplot as plt  # noqa: E402
from matplotlib.patches import FancyArrowPatch  # noqa: E402

from comity import _plot  # noqa: E402


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


def labels_of(ax):
    """The labels of marks, which alone stay out of the layout."""
    return [text for text in ax.texts if not text.get_in_layout()]


def assert_no_overlap(ax):
    ax.figure.canvas.draw()
    boxes = [(t.get_text(), t.get_window_extent()) for t in labels_of(ax)]
    for (one, a), (other, b) in itertools.combinations(boxes, 2):
        assert not (a.x0 < b.x1 and b.x0 < a.x1 and a.y0 < b.y1 and b.y0 < a.y1), f"{one!r} meets {other!r}"
    for text, box in boxes:
        assert box.x0 >= 0 and box.x1 <= ax.figure.bbox.x1 + 1, text


def test_the_timeline_of_the_sco(sco, tmp_path):
    ax = sco.timeline().plot()
    assert_no_overlap(ax)
    texts = [t.get_text() for t in labels_of(ax)]
    assert "SCO action plan 2007" in texts
    assert "Code of conduct 2011" in texts
    styles = {p.get_linestyle() for p in ax.patches if isinstance(p, FancyArrowPatch)}
    assert len(styles) == 2  # stated and inferred
    assert [t.get_text() for t in ax.get_yticklabels()][-1] == "United Nations"
    assert "have no first day" in ax.texts[-1].get_text()
    for suffix in ("svg", "png"):
        ax.figure.savefig(tmp_path / f"t.{suffix}")
        assert (tmp_path / f"t.{suffix}").stat().st_size > 10_000


def test_lanes_labels_and_title_are_the_callers(sco):
    lanes = {"Texts": ["instrument"], "Drills": "exercise"}
    ax = sco.timeline().plot(lanes=lanes, labels={"plan-2007": "The plan"}, title="T", lineages=False, figsize=(20, 9))
    assert [t.get_text() for t in ax.get_yticklabels()] == ["Texts", "Drills"]
    assert "The plan" in [t.get_text() for t in labels_of(ax)]
    assert ax.get_title(loc="left") == "T"
    assert not [p for p in ax.patches if isinstance(p, FancyArrowPatch)]
    assert tuple(ax.figure.get_size_inches()) == (20, 9)
    assert_no_overlap(ax)


def test_lanes_are_checked(sco):
    with pytest.raises(comity.UnknownIdError, match="did you mean"):
        sco.timeline().plot(lanes={"Texts": ["instrumen"]})
    with pytest.raises(ValueError, match="two lanes"):
        sco.timeline().plot(lanes={"A": ["instrument"], "B": ["instrument"]})


def test_dates_become_dots_and_bars(small):
    ax = small.timeline().plot()
    assert len(ax.containers) == 0  # all known to the day
    b = comity.Builder(small)
    b.add_node("accord", "treaty", names={"en": "Accord"}, on="2004")
    ax = b.build().timeline().plot()
    ((bar,),) = ax.containers
    assert (bar.get_x(), bar.get_width()) == (_plot.day_number("2004-01-01"), 365)


def test_what_is_possible_is_hollow(small):
    ax = small.at("2006").timeline().plot()
    faces = {line.get_markerfacecolor() for line in ax.lines if line.get_marker() == "o"}
    assert "white" in faces


def test_it_draws_into_axes_that_are_given(small):
    _, given = plt.subplots()
    assert small.timeline().plot(given) is given


def test_an_empty_timeline_is_a_picture_too():
    assert comity.Builder().build().timeline().plot().get_title(loc="left") == ""


def test_the_lineage_of_a_statement(sco):
    ax = sco.all().sources("ciis-2021").lineage("statement-2006").plot()
    assert_no_overlap(ax)
    texts = [t.get_text() for t in labels_of(ax)]
    assert texts[0] == "SCO statement on information security (2006)"
    assert any(t.startswith("SCO action plan 2007  (+200 to +564 days)") for t in texts)
    arrows = [p for p in ax.patches if isinstance(p, FancyArrowPatch)]
    assert len(arrows) == len(texts) - 1
    assert ax.get_title(loc="left").startswith("What came of: SCO statement")
    assert sco.lineage("statement-2006").plot(title="T").get_title(loc="left") == "T"


def test_a_root_without_a_day_has_no_picture(sco):
    with pytest.raises(ValueError, match="no first day"):
        sco.lineage("un").plot()


def test_far_years_are_drawn():
    b = comity.Builder()
    b.add_node("old", "treaty", on="-1258")
    b.add_node("new", "treaty", on="1985-02-01")
    assert_no_overlap(b.build().timeline().plot())


@pytest.mark.parametrize(
    ("iso", "number"), [("1970-01-01", 0), ("2000-03-01", 11017), ("1969-12-31", -1), ("0001-01-01", -719162)]
)
def test_day_numbers(iso, number):
    assert _plot.day_number(iso) == number


def test_day_numbers_beyond_the_calendar_of_datetime():
    assert _plot.day_number("-0001-12-31") == _plot.day_number("0000-01-01") - 1
    assert _plot.day_number("Y12345-01-01") > _plot.day_number("9999-12-31")


def test_short_names_are_taken_first_and_ids_before_cut_ones():
    long = "A very long name that nobody could put beside a dot in any picture"
    assert _plot.shorten([long, "short alias"], "x") == "Short alias"
    assert _plot.shorten([long], "treaty-2006") == "Treaty 2006"
    assert _plot.shorten([long], "q1") == "A very long name that nobody could put…"


def test_a_missing_matplotlib_is_named(small, monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib.pyplot", None)
    with pytest.raises(ImportError, match=r"comity\[plot\]"):
        small.timeline().plot()
