"""What is given where something else is expected: the answer says what was expected and what was given."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest

import comity

SCO = comity.datasets.sco()
VIEW = SCO.all()
GRAPH = VIEW.types("member-of").snapshot()
NODE = "expected a node or its id, not int"


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        (lambda: SCO[3], "expected a text, not int"),
        (lambda: SCO[b"china"], "expected a text, not bytes"),
        (lambda: SCO.find(3), "expected a text, not int"),
        (lambda: comity.Date(3), "expected a day as text, datetime.date or comity.Date, not int"),
        (lambda: comity.Period("1985").lag(3), "expected a period, not int"),
        (lambda: VIEW.kinds(["state"]), "expected a text, not list"),
        (lambda: VIEW.modalities(["planned"]), "expected a text, not list"),
        (lambda: VIEW.only(kinds=3), "expected a name or several, not int"),
        (lambda: VIEW.edges(["a", "b"]), "expected a text, not list"),
        (lambda: VIEW.out(3), NODE),
        (lambda: VIEW.shows(3), NODE),
        (lambda: VIEW.earliest_arrivals(3, "2010"), NODE),
        (lambda: len(VIEW.parties(3, "china")), NODE),
        (lambda: VIEW.neighbours_of([1]), NODE),
        (lambda: GRAPH.distances([1]), NODE),
        (lambda: VIEW.disputed(3), "expected a node or a relation, not int"),
        (lambda: VIEW.evidence(3), "expected a table, not int"),
        (lambda: VIEW.edges().difference(3), "expected a table, not int"),
        (lambda: GRAPH.betweenness(seed="x"), "expected a whole number, not str"),
        (lambda: GRAPH.pagerank(damping="x"), "expected a number, not str"),
        (lambda: VIEW.rolling("2010", "2012", length=1.5), "expected a whole number, not float"),
        (lambda: comity.Builder(VIEW), "expected a history, not View"),
        (lambda: comity.Builder().add_node(3, "state"), "expected a text, not int"),
        (lambda: comity.Builder().add_node("a", "state", names=["a"]), "expected a text, or a mapping by language"),
        (lambda: comity.Builder().add_node("a", "state", attributes=["a"]), "expected a mapping of attributes"),
        (lambda: comity.Builder().add_node("a", "state", stated=3), "expected a mapping for stated, not int"),
        (lambda: comity.Builder().state(3, "a"), "expected the id of a node, or what add_node"),
        (lambda: comity.parse_dates(3), "expected a text or several, not int"),
        (lambda: comity.read_lenient(3), "expected a text, not int"),
    ],
)
def test_another_type_is_told(ask: Callable[[], Any], says: str) -> None:
    with pytest.raises(TypeError, match=says):
        ask()


@pytest.mark.parametrize(
    "ask",
    [
        lambda: GRAPH.betweenness(samples=-1),
        lambda: GRAPH.betweenness(seed=-1),
        lambda: GRAPH.betweenness(seed=2**64),
        lambda: VIEW.rolling("2010", "2012", length=-1),
    ],
)
def test_numbers_out_of_range_are_told(ask: Callable[[], Any]) -> None:
    with pytest.raises(comity.errors.InvalidArgumentError, match=r"expected a whole number from 0 on .*, not -?\d"):
        ask()


def test_what_is_no_text_is_in_no_history() -> None:
    assert 3 not in SCO and 3 not in VIEW
    assert "china" in SCO and "china" in VIEW


def test_surrogates_are_told() -> None:
    with pytest.raises(comity.errors.InvalidArgumentError, match="surrogates"):
        _ = SCO["\ud800"]


def test_a_date_is_made_of_whatever_is_a_day() -> None:
    assert comity.Date(datetime.date(1985, 4, 12)) == comity.Date("1985-04-12")
    assert comity.Date(comity.Date("1985?")) == comity.Date("1985?")


def test_one_stands_where_several_may() -> None:
    assert VIEW.neighbours_of("china").to_dict() == VIEW.neighbours_of(["china"]).to_dict()
    assert VIEW.neighbours_of(SCO["china"], columns="to").columns == ("to",)
    assert VIEW.edges(columns="to").columns == ("to",)
    assert VIEW.relation_counts("2010-01-01").to_dict() == VIEW.relation_counts(["2010-01-01"]).to_dict()
    assert len(VIEW.relation_counts(datetime.date(2010, 1, 1))) == 1
    assert GRAPH.distances("china").to_dict() == GRAPH.distances(["china"]).to_dict()
    assert comity.parse_dates("1990").earliest.astype(str).tolist() == ["1990-01-01"]
    builder = comity.Builder()
    builder.add_relation_type("rules", domain="state", range=["place"], flags="acyclic")
    made = builder.schema.relation_type("rules")
    assert (made.domain, made.range, made.flags) == (("state",), ("place",), ("acyclic",))
    builder.add_source("a", derived_from="b", authors="One Author")
    builder.add_source("b")
    source = builder.build().source("a")
    assert (source.derived_from, source.authors) == (("b",), ("One Author",))
