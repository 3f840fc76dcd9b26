"""What is asked of sources: differences, agreements, support, coverage, firsts, evidence, leaving one out."""

from __future__ import annotations

import pytest

import comity


@pytest.fixture
def three():
    b = comity.Builder()
    b.add_source("old", date="1990")
    b.add_source("new", date="2000")
    b.add_source("copy", date="2001", derived_from=["new"])
    b.add_node("t", "treaty", stated=[{"source": "old", "on": "1985-03-01"}, {"source": "new", "on": "1986-03-01"}])
    b.add_node("u", "treaty", stated=[{"source": "old", "on": "1985"}, {"source": "new", "on": "1985-06-01"}])
    b.add_node("v", "treaty", stated=[{"source": "new", "on": "1999"}, {"source": "copy", "on": "1999"}])
    return b.build()


def test_what_one_source_says(three):
    said = three.all().sources("old").statements()
    assert set(said["source"]) == {"old"}
    assert sorted(said["about"]) == ["t", "u"]


def test_differences(three):
    table = three.differences("old", "new")
    assert [(r.about, r.slot, r.how, r.first, r.other) for r in table] == [
        ("t", "begin", "time-disjoint", "1985-03-01", "1986-03-01"),
        ("u", "begin", "refinement", "1985", "1985-06-01"),
    ]
    assert (table.notes["same"], table.notes["only_first"], table.notes["only_other"]) == ("2", "0", "2")
    with pytest.raises(comity.UnknownIdError, match="did you mean 'new'"):
        len(three.differences("old", "nwe"))
    with pytest.raises(ValueError, match="does not hear"):
        len(three.all().without_sources("new").differences("old", "new"))


def test_agreements(three):
    rows = {(r.first, r.other, r.slot): r for r in three.agreements()}
    begin = rows["old", "new", "begin"]
    assert (begin.both, begin.same, begin.refined, begin.disputed, begin.time_disjoint) == (2, 0, 1, 1, 1)
    assert rows["new", "copy", "begin"].same == 1


def test_supports(three):
    rows = {r.about: (r.source_count, r.root_count, r.roots) for r in three.supports()}
    assert rows["t"] == (2, 2, "old; new")
    assert rows["v"] == (2, 1, "new")
    assert [r.about for r in three.supports(most_roots=1)] == ["v"]
    assert len(three.supports(most_sources=1)) == 0
    assert len(three.supports(unlocated=True)) == 3
    with pytest.raises(TypeError):
        three.supports(1)


def test_coverage(three):
    rows = {(r.source, r.type): r for r in three.coverage()}
    new = rows["new", "treaty"]
    assert (new.certain, new.statements, new.to_day, new.to_year, new.claimed) == (3, 3, 2, 1, False)
    assert (str(new.first), str(new.last)) == ("1985-06-01", "1999-12-31")
    assert {r.year for r in three.coverage(years=10)} == {1980, 1990}
    with pytest.raises(ValueError, match="years"):
        len(three.coverage(years=-1))


def test_first_statements(three):
    assert {(r.about, r.source, r.truth) for r in three.first_statements()} == {
        ("t", "old", "certain"),
        ("u", "old", "certain"),
        ("v", "new", "certain"),
    }
    assert [r.about for r in three.first_statements("new")] == ["v"]


def test_parties(sco):
    table = sco.parties("code-2011", "code-2015", "submitted")
    assert {r.id for r in table if r.in_first} == {"china", "russia", "tajikistan", "uzbekistan"}
    assert any(r.where == "other" for r in table)
    assert all(r.in_first is None for r in table if r.where == "other")


def test_evidence_of_a_row(three):
    nodes = three.nodes()
    why = three.evidence(nodes, 0)
    assert [(r.about, r.source, r.begin) for r in why] == [("t", "old", "1985-03-01"), ("t", "new", "1986-03-01")]
    assert len(three.evidence(nodes)) == 6
    assert [r.source for r in three.all().sources("old").evidence(nodes, -1)] == [None]
    with pytest.raises(ValueError, match="no row 9"):
        len(three.evidence(nodes, 9))
    with pytest.raises(ValueError, match="does not say"):
        len(three.evidence(three.summary()))
    with pytest.raises(ValueError, match="another history"):
        len(comity.datasets.sco().evidence(nodes))


def test_evidence_of_analyses(sco):
    view = sco.at("2015")
    for table in (view.roster("sco"), view.timeline(), sco.lineage("statement-2006"), sco.series("summit")):
        assert set(sco.evidence(table)["row"]) == set(range(len(table)))


def test_tables_hear_only_the_sources_of_the_view(three):
    assert set(three.all().sources("new").timeline()["sources"]) == {"new"}
    assert set(three.all().sources("new").nodes()["statements"]) == {1}


def test_changes_without_a_source(three):
    changed = three.changes_without("new", lambda view: view.nodes())
    assert [(r.change, r.id) for r in changed if r.change == "lost"] == []
    assert changed.notes["lost"] == "0"  # the copy still has v
    changed = three.changes_without(["new", "copy"], lambda view: view.timeline())
    assert [(r.change, r.id) for r in changed if r.change == "lost"] == [("lost", "v")]
    assert ("changed", "t", "date") in [(r.change, r.id, r.column) for r in changed]


def test_difference_of_tables(three):
    nodes, none = three.nodes(), three.all().kinds("event").nodes()
    assert [r.change for r in nodes.difference(none)] == ["lost"] * 3
    assert [r.change for r in none.difference(nodes, keys=["id"])] == ["gained"] * 3
    assert len(nodes.difference(nodes)) == 0
    with pytest.raises(comity.UnknownIdError):
        len(nodes.difference(nodes, keys=["none"]))
