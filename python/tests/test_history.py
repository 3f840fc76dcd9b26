"""Histories, and what they hand out: nodes, relations, attributes, statements, sources."""

from __future__ import annotations

import gc
from collections.abc import Mapping

import pytest

import comity
from comity import Date, Modality, Truth


def test_a_history_is_a_mapping_from_ids_to_nodes(small):
    assert isinstance(small, Mapping)
    assert len(small) == 5
    assert list(small) == ["ania", "bodia", "league", "treaty", "pact"]
    assert "ania" in small and "nobody" not in small and 5 not in small
    assert small["ania"] == small.get("ania") != small["bodia"]
    assert small.get("nobody") is None
    assert {node.kind for node in small.values()} == {"state", "organisation", "treaty"}


def test_its_counts_and_notes(small):
    assert (small.relation_count, small.source_count) == (4, 2)
    assert small.statement_count == 11
    assert small.attribute_count == 8
    assert small.memory > 0
    assert small.notes["license"] == "CC0-1.0"
    assert (small.title(), small.title("de")) == ("A small history", "A small history")


def test_its_look(small):
    assert repr(small) == "<History: 5 nodes, 4 relations, 11 statements, 2 sources>"
    assert "A small history" in small._repr_html_()
    assert "style" not in small._repr_html_()


def test_equality_is_identity_of_the_data(small, make_small):
    assert small == small.all().history
    assert hash(small) == hash(small.all().history)
    assert small != make_small()
    assert small["ania"] != make_small()["ania"]


def test_a_node(small):
    league = small["league"]
    assert (league.id, league.kind) == ("league", "organisation")
    assert league.name() == "League & Co"
    assert league.name("zh") == "联盟"
    assert league.name("fr") == "League & Co"
    assert small["ania"].names == {"en": ["Ania", "Republic of Ania"], "fr": ["Anie"]}
    assert league.is_a("actor") and not league.is_a("event")
    assert str(league.period) == "2001-06-15/.."
    assert league.existence is league.truth is Truth.CERTAIN
    assert league.modality is Modality.REPORTED
    assert not (league.disputed or league.inferred)
    assert league.dated and not small["bodia"].dated
    with pytest.raises(comity.UnknownIdError):
        league.is_a("actr")


def test_a_fact_brings_its_sources_and_locators_along(small):
    statements = small["league"].statements
    assert [(s.source.id, s.locator) for s in statements] == [
        ("gazette", "p. 1"),
        ("book", "ch. 1"),
        ("book", "ch. 1"),  # of the number of members
    ]
    assert statements[2].slots == ("value",)
    assert statements[1].quote == "the League"
    assert [s.id for s in small["league"].sources] == ["gazette", "book"]
    assert not statements[0].denies and statements[0].slots[0] == "existence"
    assert repr(statements[0]) == "<Statement: 'gazette' states at 'p. 1', reported>"


def test_attributes(small):
    members = small["league"].attribute("member-count")
    assert (members.name, members.value, members.bound) == ("member-count", 2, "at-least")
    assert [(s.source.id, s.locator) for s in members.statements] == [("book", "ch. 1")]
    assert "member-count" in repr(members)
    assert small["league"].attribute("ordinal") is None
    with pytest.raises(comity.UnknownIdError):
        small["league"].attribute("ordnal")
    assert {(a.name, a.language) for a in small["league"].attributes} == {
        ("name", "en"),
        ("name", "zh-Hans"),
        ("member-count", ""),
    }


def test_a_relation(small):
    row = small.relation("ania-in")
    assert (row.id, row.type, row.from_node.id, row.to_node.id) == ("ania-in", "member-of", "ania", "league")
    assert str(row.period) == "2001-06-15/2008"
    assert row.number == 0
    assert small.relation("nothing") is None
    assert repr(row) == "<Relation ania member-of league, 2001-06-15/2008>"


def test_what_is_inferred_says_by_which_rule(small):
    (row,) = [r for r in small.relations("signed") if r.from_node.id == "bodia"]
    assert row.inferred
    (statement,) = row.statements
    assert (statement.inferred, statement.rule, statement.premises) == (True, "it was there", ("ch. 1",))
    assert repr(row).endswith("2006-03, inferred>")
    assert "infers" in repr(statement)


def test_a_source(small):
    gazette, book = small.source("gazette"), small.source("book")
    assert (gazette.kind, gazette.title("fr"), gazette.titles["en"]) == ("register", "Journal", "Gazette")
    assert gazette.date == Date("2010-05-01")
    assert book.derived_from == ("gazette",)
    assert book.statement_count == 4
    assert repr(gazette) == "<Source 'gazette', 2010-05-01, 7 statements>"
    assert "A &lt;book&gt;" in book._repr_html_()


def test_find_looks_at_names_and_aliases(small, sco):
    assert [n.id for n in small.find("Republic")] == ["ania"]
    assert [n.id for n in small.find("联盟")] == ["league"]
    assert small.find("nowhere to be found") == []
    assert len(sco.find("信息安全")) > 10
    assert all(isinstance(n, comity.Node) for n in sco.find("信息安全"))


def test_nodes_look(small):
    assert repr(small["treaty"]) == "<Node 'treaty' (treaty) 2006-03-01>"
    assert repr(small["pact"]) == "<Node 'pact' (treaty) undated, proposed>"
    html = small["league"]._repr_html_()
    assert "League &amp; Co" in html and "gazette: p. 1" in html and "style" not in html


def test_nodes_keep_their_history_alive(make_small):
    node = make_small()["league"]
    statement = make_small()["league"].statements[0]
    attribute = make_small()["league"].attributes[0]
    walk = iter(make_small().nodes())
    gc.collect()
    assert node.name() == "League & Co"
    assert statement.source.id == "gazette"
    assert attribute.value == "League & Co"
    assert next(walk).id == "ania"


def test_sources_as_a_table(small):
    table = small.sources()
    assert table["id"].tolist() == ["gazette", "book"]
    assert table[1].derived_from == "gazette"


def test_the_data_set_is_read_once(sco):
    assert comity.datasets.sco() is sco
    assert sco.title("en").startswith("Information-security cooperation")
    assert sco["statement-2006"].statements[0].locator
