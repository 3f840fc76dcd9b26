"""Views: selectors, filters, counts, walks."""

from __future__ import annotations

import copy
import datetime
import gc
import sys

import pytest

import comity
from comity import Count, Date, Truth


def test_what_holds_on_a_day(small):
    then = small.at("2007")
    assert then.node_count == Count(1, 4)  # nobody says when the states or the treaty's end are
    assert [str(r.truth) for r in then.into("league", "member-of")] == ["certain", "possible"]
    assert then.shows("league") is Truth.CERTAIN
    assert then.shows(small["treaty"]) is Truth.POSSIBLE
    assert small.at("2006-02-28").shows("treaty") is Truth.NO


@pytest.mark.parametrize("day", ["2005-07-01", Date("2005-07-01"), datetime.date(2005, 7, 1)])
def test_days_are_given_as_text_date_or_edtf(small, day):
    truths = {r.from_node.id: r.truth for r in small.at(day).into("league")}
    assert truths == {"ania": Truth.CERTAIN, "bodia": Truth.POSSIBLE}
    assert small.by(day).shows("league") is Truth.CERTAIN
    assert small.window(day).shows("league") is Truth.CERTAIN
    assert small.window("..", day).shows("league") is Truth.CERTAIN


def test_by_accumulates_and_window_touches(small):
    assert len(small.by("2009").relations("signed")) == 2
    assert len(small.at("2009").relations("signed")) == 0
    assert len(small.window("2006").relations("signed")) == 2
    assert len(small.window("2007", "2008").relations("signed")) == 0


def test_a_view_takes_one_time_selector(small):
    with pytest.raises(comity.errors.InvalidArgumentError, match="one time selector"):
        small.at("2005").by("2006")
    assert small.at("2005").at_any_time().by("2006").shows("league") is Truth.CERTAIN


@pytest.mark.parametrize("day", ["2005/2006", "..", "[2005,2007]", "200-"])
def test_what_is_no_day_is_an_error(small, day):
    with pytest.raises(ValueError):
        small.at(day)


def test_filters(small):
    assert list(small.all().kinds("state")) == ["ania", "bodia"]
    assert list(small.all().kinds("state", "treaty")) == ["ania", "bodia", "treaty"]
    assert len(small.all().kinds("state").relations()) == 0
    assert len(small.all().types("signed").relations()) == 2
    assert list(small.all().modalities("proposed").kinds("treaty")) == ["pact"]
    assert list(small.all().modalities(comity.Modality.PROPOSED, "reported").kinds("treaty")) == ["treaty", "pact"]
    assert len(small.at("2007").certain().relations("member-of")) == 1
    only = small.at("2007").only(kinds=["state", "organisation"], types="member-of", certain=True)
    assert only.relation_count == Count(1, 1)
    for wrong in ({"kinds": "sate"}, {"types": "memberof"}, {"modalities": "hoped"}):
        with pytest.raises(comity.ComityError):
            small.all().only(**wrong)


def test_a_view_is_a_mapping_of_what_it_shows(small):
    view = small.all()
    assert list(view) == ["ania", "bodia", "league", "treaty"]
    assert len(view) == 4 and "pact" not in view and "ania" in view
    with pytest.raises(comity.UnknownIdError, match="not seen"):
        view["pact"]
    with pytest.raises(comity.UnknownIdError, match="unknown"):
        view["pactum"]
    assert view.get("pact") is None
    assert small.at("2005-01-01")["league"].truth is Truth.CERTAIN
    assert small.at("2005-01-01")["ania"].truth is Truth.POSSIBLE
    assert small["ania"].truth is Truth.CERTAIN  # it exists; when, nobody says


def test_walks(small):
    view = small.all()
    assert [(r.type, r.to_node.id) for r in view.out("ania")] == [("member-of", "league"), ("signed", "treaty")]
    assert [r.from_node.id for r in view.into(small["treaty"], "signed")] == ["ania", "bodia"]
    assert view.out("treaty") == []
    with pytest.raises(comity.UnknownIdError):
        view.out("ania", "sign")


def test_nodes_of_another_history_are_refused(small, make_small):
    other = make_small()
    with pytest.raises(ValueError, match="another history"):
        small.all().shows(other["ania"])
    with pytest.raises(ValueError, match="another history"):
        small.all().shows(other.relation("ania-in"))
    with pytest.raises(ValueError, match="another history"):
        small.all().out(other["ania"])


def test_readings(small):
    assert "pact" not in small.all().sources("book").modalities("reported")
    assert small.all().without_sources("book").shows("league") is Truth.CERTAIN
    assert small.all().sources("book").shows("ania") is Truth.NO
    assert small.all().stated_by("2011").shows("ania") is Truth.CERTAIN
    assert "2011" in small.all().stated_by("2011").reading
    assert "newest" in small.all().settled_by("newest").reading
    with pytest.raises(comity.UnknownIdError):
        small.all().sources("nobody")
    with pytest.raises(ValueError, match="newest"):
        small.all().settled_by("loudest")


def test_nodes_of_a_settled_view_have_its_periods():
    b = comity.Builder()
    b.add_source("old", date="1990")
    b.add_source("new", date="2020")
    b.add_node("t", "treaty", stated=[{"source": "old", "on": "1985"}, {"source": "new", "on": "1986"}])
    h = b.build()
    assert h["t"].disputed
    assert h.all().disputed(h["t"])
    settled = h.all().settled_by("newest")
    assert not settled.disputed(h["t"])
    assert settled["t"].period.begin == ("1986-01-01", "1986-12-31")
    assert next(iter(settled.nodes())).period.begin == ("1986-01-01", "1986-12-31")


def test_its_look(small):
    view = small.at("2007").kinds("state")
    assert repr(view) == f"<View {view.describe()}: 0 to 2 nodes, 0 relations>"
    assert "2007" in view.describe()
    html = small.all()._repr_html_()
    assert "League &amp; Co" in html and "style" not in html
    assert "and 1 more" not in html


def test_long_views_are_cut_short(sco):
    assert "more</td>" in sco.all()._repr_html_()
    assert sco.all()._repr_html_().count("<tr>") == 12


def test_views_share_and_keep_their_history(make_small):
    view = make_small().all()
    assert view.history.title() == "A small history"
    assert view.kinds("state").history == view.history


def test_to_networkx(small):
    nx = pytest.importorskip("networkx")
    graph = small.all().to_networkx()
    assert isinstance(graph, nx.MultiDiGraph)
    assert set(graph) == {"ania", "bodia", "league", "treaty"}
    assert graph.nodes["league"] == {
        "kind": "organisation",
        "name": "League & Co",
        "dates": "2001-06-15/..",
        "truth": "certain",
    }
    assert graph.number_of_edges() == 4
    data = graph.edges["ania", "league", small.relation("ania-in").number]
    assert data == {"type": "member-of", "dates": "2001-06-15/2008", "truth": "certain", "modality": "reported"}


def test_a_view_is_made_by_a_history_alone():
    with pytest.raises(TypeError, match="ask a history"):
        comity.View()


def test_a_view_never_changes_and_is_its_own_copy(small):
    view = small.at("2007")
    assert copy.copy(view) is view and copy.deepcopy(view) is view


def test_views_let_go_of_their_class(small):
    view = small.all()
    gc.collect()
    before = sys.getrefcount(comity.View)
    for _ in range(1000):
        view.at("2007").types("signed").certain()
    assert abs(sys.getrefcount(comity.View) - before) < 10


def test_arguments_may_be_named(small):
    assert small.all().at(day="2007").neighbours(node="ania", type="member-of", into=False) == ["league"]
    assert small.all().neighbours("league", type=None, into=True) == ["ania", "bodia"]


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        (lambda v: v.at(), "lacks the argument 'day'"),
        (lambda v: v.at("2007", "2008"), "at most 1 unnamed"),
        (lambda v: v.at("2007", day="2008"), "two values for the argument 'day'"),
        (lambda v: v.by(when="2007"), "unexpected argument 'when'"),
        (lambda v: v.at(2007), "not int"),
        (lambda v: v.types(7), "expected a text, not int"),
        (lambda v: v.neighbours(7), "expected a node or its id, not int"),
        (lambda v: v.neighbours("ania", "member-of", True), "at most 2 unnamed"),
        (lambda v: v.types("\ud800"), "surrogates"),
    ],
)
def test_arguments_that_fit_nothing_are_told(small, ask, says):
    with pytest.raises((TypeError, comity.errors.InvalidArgumentError), match=says):
        ask(small.all())


def test_a_node_of_another_history_has_no_neighbours_here(small, sco):
    with pytest.raises(comity.errors.InvalidArgumentError, match="another history"):
        small.all().neighbours(sco["china"])
    with pytest.raises(comity.UnknownIdError, match="did you mean"):
        small.all().neighbours("anla")


def test_views_are_made_of_a_class_of_views():
    with pytest.raises(TypeError, match="inherits from"):
        comity._core.hand_out(int, Count)
