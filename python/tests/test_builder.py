"""Making histories: shapes that it takes, and findings all in one go."""

from __future__ import annotations

import datetime

import pytest

import comity
from comity import Date, Modality, Truth


def test_what_is_wrong_is_reported_in_one_go():
    b = comity.Builder()
    b.set_place("data.csv", 7)
    b.add_node("a", "state", on="2001-13")
    b.add_relation("a", "member-of", "nobody")
    b.add_node("a", "state")
    with pytest.raises(comity.BuildError, match="nobody") as caught:
        b.build()
    errors = [f for f in caught.value.findings if f.level == "error"]
    assert len(errors) >= 3
    assert {f.place for f in errors} == {"data.csv:7"}
    assert "2001-13" in str(caught.value)
    assert b.findings == caught.value.findings


def test_names_of_the_schema_are_checked_at_once():
    b = comity.Builder()
    with pytest.raises(comity.UnknownIdError, match="did you mean 'state'"):
        b.add_node("a", "stat")
    with pytest.raises(comity.UnknownIdError):
        b.add_relation("a", "member", "b")
    with pytest.raises(comity.UnknownIdError):
        b.add_node("a", "state", attributes={"ordnal": 1})


def test_a_spent_builder_says_so():
    b = comity.Builder()
    b.build()
    with pytest.raises(ValueError, match="has been built"):
        b.add_node("a", "state")
    with pytest.raises(ValueError, match="has been built"):
        b.build()


def test_building_can_be_watched_and_stopped():
    seen = []
    comity.Builder().build(progress=lambda done, stage: seen.append((done, stage)))
    assert {stage for _, stage in seen} == {"building the history"}
    assert seen[-1][0] == 1
    b = comity.Builder()
    with pytest.raises(comity.errors.CancelledError, match="stopped"):
        b.build(progress=lambda *_: False)
    with pytest.raises(ValueError, match="has been built"):
        b.add_node("a", "state")


def test_a_history_grows_from_another(small):
    b = comity.Builder(small)
    b.add_node("cedia", "state", stated="book")
    b.add_relation("cedia", "member-of", "league", begin="2009", stated="book")
    larger = b.build()
    assert (len(larger), larger.relation_count) == (len(small) + 1, small.relation_count + 1)
    assert larger.relation("ania-in").number == small.relation("ania-in").number
    assert larger["league"].statements[1].quote == "the League"


@pytest.mark.parametrize(
    "dates",
    [
        {"period": "2001-06-15/2005"},
        {"begin": "2001-06-15", "end": "2005"},
        {"begin": datetime.date(2001, 6, 15), "end": Date("2005")},
        {"on": "2001-06-15/2005"},
    ],
)
def test_dates_come_in_one_way_of_several(dates):
    b = comity.Builder()
    b.add_node("a", "organisation", **dates)
    assert str(b.build()["a"].period) == "2001-06-15/2005"


def test_dates_in_two_ways_are_an_error():
    with pytest.raises(ValueError, match="one way"):
        comity.Builder().add_node("a", "state", on="2001", begin="2001")


def test_values():
    b = comity.Builder()
    b.add_source("s")
    b.add_node(
        "a",
        "agreement",
        names="A",
        attributes={
            "ordinal": 3,
            "permanent": True,
            "adopted-on": datetime.date(2001, 2, 3),
            "in-force-on": Date("2002?"),
            "content": ["one", {"value": "two", "lang": "en"}],
            "member-count": {"value": 5.5, "bound": "about", "unit": "state", "on": "2001", "stated": "s"},
        },
        stated="s",
    )
    values = {a.name: a for a in b.build()["a"].attributes}
    assert values["ordinal"].value == 3 and isinstance(values["ordinal"].value, int)
    assert values["permanent"].value is True
    assert values["adopted-on"].value == Date("2001-02-03")
    assert values["in-force-on"].value.uncertain
    assert (values["member-count"].value, values["member-count"].unit) == (5.5, "state")
    assert values["member-count"].period.begin[0] == "2001-01-01"
    assert values["name"].value == "A"


def test_values_of_numpy():
    np = pytest.importorskip("numpy")
    b = comity.Builder()
    b.add_node("a", "agreement", attributes={"ordinal": np.int64(3), "permanent": np.bool_(True)})
    node = b.build()["a"]
    assert (node.attribute("ordinal").value, node.attribute("permanent").value) == (3, True)


def test_none_is_no_value():
    b = comity.Builder()
    b.add_node("a", "agreement", attributes={"ordinal": None})
    assert b.build()["a"].attributes == ()


@pytest.mark.parametrize("value", [object(), {"value": None}, {"valeu": 1}, {"bound": "about"}])
def test_what_is_no_value_is_an_error(value):
    with pytest.raises(ValueError, match="ordinal"):
        comity.Builder().add_node("a", "state", attributes={"ordinal": value})


def test_statements_of_all_shapes():
    b = comity.Builder()
    b.add_source("s")
    b.add_source("t")
    b.add_node("a", "organisation", stated=["s", ("t", "p. 1"), {"source": "t", "at": "p. 2", "begin": "1999"}])
    b.state("a", "s", "p. 9", modality="alleged", quote="so they say")
    b.state("a", "t", "p. 3", rule="it follows", premises=["p. 1"], attributes={"ordinal": 1})
    b.add_node("b", "organisation")
    row = b.add_relation("a", "part-of", "b")
    b.state(row, "s", denies=True)
    h = b.build()
    statements = h["a"].statements
    assert [(s.source.id, s.locator) for s in statements] == [
        ("s", ""),
        ("t", "p. 1"),
        ("t", "p. 2"),
        ("s", "p. 9"),
        ("t", "p. 3"),
        ("t", "p. 3"),
    ]
    assert statements[2].begin == "1999"
    assert statements[3].modality is Modality.ALLEGED
    assert (statements[4].inferred, statements[4].rule) == (True, "it follows")
    assert [s.slots for s in statements[4:]] == [("existence",), ("value",)]
    assert next(iter(h["a"].attributes)).value == 1
    denied = h.relations()
    assert len(denied) == 0
    assert repr(statements[3]).endswith("alleged>")


def test_a_denied_fact_does_not_exist():
    b = comity.Builder()
    b.add_source("s")
    b.add_node("a", "state", stated={"source": "s", "denies": True})
    h = b.build()
    assert h["a"].existence is Truth.NO
    assert "a" not in h.all()
    assert "denies" in repr(h["a"].statements[0])


@pytest.mark.parametrize(
    "stated",
    [
        {"at": "p. 1"},
        {"source": "s", "modallity": "alleged"},
        {"source": "s", "inferred": {"rool": ""}},
        ("s", "p. 1", "p. 2"),
        ("s",),
    ],
)
def test_misspelt_statements_are_errors(stated):
    b = comity.Builder()
    b.add_source("s")
    with pytest.raises(ValueError):
        b.add_node("a", "state", stated=stated)
    with pytest.raises(ValueError, match="hoped"):
        b.state("a", "s", modality="hoped")


def test_the_schema_is_extended():
    b = comity.Builder()
    b.add_kind("space-agency", parent="agency", label={"en": "space agency"}, definition="It flies.")
    b.add_relation_type(
        "flew-with", domain=["space-agency"], range=["space-agency"], nature="act", flags=["symmetric"], label="flew"
    )
    b.add_attribute_type("crew", value="number", single=True)
    b.add_node("a", "space-agency", attributes={"crew": 3})
    b.add_node("b", "space-agency")
    b.add_relation("a", "flew-with", "b", on="1975-07-15")
    assert b.schema.is_a("space-agency", "actor")
    h = b.build()
    assert h.at("1975-07-15").out("a", "flew-with")[0].truth is Truth.CERTAIN
    assert h.schema.relation_type("flew-with").flags == ("symmetric",)
    with pytest.raises(comity.errors.DuplicateIdError):
        comity.Builder().add_kind("state", parent="actor")
    with pytest.raises(ValueError, match="flag"):
        comity.Builder().add_relation_type("x-y", flags=["shiny"])
    with pytest.raises(ValueError, match="nature"):
        comity.Builder().add_relation_type("x-y", nature="deed")


def test_sources_say_what_they_cover():
    b = comity.Builder()
    b.add_node("a", "organisation")
    b.add_source(
        "list",
        kind="register",
        title={"en": "The list"},
        authors=["A", "B"],
        publisher="P",
        date=datetime.date(2010, 1, 2),
        language="en",
        uri="https://example.org/",
        note="n",
        coverage=[{"what": "member-of", "scope": "a", "until": "2009"}],
    )
    source = b.build().source("list")
    assert source.coverage == (("member-of", "a", "", "2009"),)
    assert source.coverage[0].until == "2009"
    assert (source.authors, source.publisher, source.language) == (("A", "B"), "P", "en")
    assert (source.uri, source.note, str(source.date)) == ("https://example.org/", "n", "2010-01-02")
    with pytest.raises(ValueError, match="coverage"):
        comity.Builder().add_source("x", coverage=[{"wat": ""}])


def test_a_source_may_state_existence_and_nothing_that_is_given() -> None:
    b = comity.Builder()
    b.add_source("s", kind="register", date="2010")
    b.add_node("a", "organisation", period="2001-06-15/..", stated={"source": "s", "existence-only": True})
    b.add_node("b", "organisation")
    b.state("b", "s", existence_only=True)
    h = b.build()
    assert [s.slots for n in ("a", "b") for s in h[n].statements] == [("existence",), ("existence",)]
