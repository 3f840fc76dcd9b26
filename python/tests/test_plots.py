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

from comity import _fonts, _plot  # noqa: E402


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


def test_a_day_that_its_source_doubts_is_drawn_hollow(sco):
    from comity._pictures import _Begins

    node = sco["exercise-new-delhi-2023"]
    mark = _Begins(sco.all()).mark(node, "x")
    assert mark is not None
    assert mark.exact
    assert mark.hollow


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
    assert _plot.day_number("12345-01-01") > _plot.day_number("9999-12-31")


def test_short_names_are_taken_first_and_ids_before_cut_ones():
    long = "A very long name that nobody could put beside a dot in any picture"
    assert _plot.shorten([long, "short alias"], "x") == "Short alias"
    assert _plot.shorten([long], "treaty-2006") == "Treaty 2006"
    assert _plot.shorten([long], "q1") == "A very long name that nobody could put…"


def test_letters_of_chinese_are_twice_as_wide():
    assert _plot.width_of("ab中文") == 6
    name = "上海合作组织成员国元首理事会关于打击利用互联网等渠道传播恐怖主义的声明"
    assert _plot.shorten([name], "statement-2020") == "上海合作组织成员国元首理事会关于打击利用互联…"


@pytest.mark.filterwarnings("ignore:Glyph")
@pytest.mark.parametrize(("language", "lane", "legend"), [("zh-Hans", "联合国", "当日"), ("zh-Hant", "聯合國", "當日")])
def test_pictures_in_chinese(sco, monkeypatch, language, lane, legend):
    monkeypatch.setattr(_fonts, "families_for", lambda texts: ["DejaVu Sans"])  # whatever fonts this machine has
    ax = sco.timeline(language=language).plot(language=language)
    assert [t.get_text() for t in ax.get_yticklabels()][-1] == lane
    assert legend in [t.get_text() for t in ax.get_legend().get_texts()]
    tree = sco.lineage("statement-2006").plot(language="zh-Hans")
    assert any("天" in t.get_text() for t in labels_of(tree))
    assert tree.get_title(loc="left").startswith("后续")


@pytest.mark.filterwarnings("error:Glyph")
def test_chinese_is_drawn_where_a_font_has_its_letters(sco, tmp_path):
    families = _fonts.families_for(["联合国"])
    if families is None:
        pytest.skip(f"no font with the letters of Chinese: install {_fonts.PACKAGE}")
    ax = sco.window("2005", "2012").timeline(language="zh-Hans").plot(language="zh-Hans")
    ax.figure.savefig(tmp_path / "t.png")  # a missing letter would be warned of
    assert "上海合作组织成员国元首关于国际信息安全的声明" in [t.get_text() for t in labels_of(ax)]


def test_without_letters_the_picture_says_so_and_is_in_english(sco, monkeypatch):
    monkeypatch.setattr(_fonts, "_with_letters", lambda manager, missing: None)
    for draw in (sco.timeline().plot, sco.lineage("statement-2006").plot):
        with pytest.warns(UserWarning, match=_fonts.PACKAGE):
            ax = draw(language="zh-Hans")
        assert _fonts.PACKAGE in ax.texts[-1].get_text()
        assert any("SCO" in t.get_text() for t in labels_of(ax))
        assert not any("上" in t.get_text() for t in ax.texts)


def test_a_missing_matplotlib_is_named(small, monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib.pyplot", None)
    with pytest.raises(ImportError, match=r"comity\[plot\]"):
        small.timeline().plot()
