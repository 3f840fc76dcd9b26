"""Analyses: each answers, names its columns, says how far it looked, and brings sources along."""

from __future__ import annotations

import _thread
import threading

import pytest

import comity

PLAIN = ["timeline", "proposals", "positions", "quantities", "causes", "audit"]
PLAIN += ["professions", "follow_through", "fates", "firsts"]


@pytest.mark.parametrize("name", PLAIN)
def test_each_answers_and_says_how_far_it_looked(sco, name):
    table = getattr(sco.all(), name)()
    assert len(table) > 0
    assert "searched" in table.notes
    assert getattr(sco, name)().to_dict() == table.to_dict()
    assert {"sources", "stated"} <= set(table.columns)


@pytest.mark.parametrize("name", [*PLAIN, "disagreements", "summary"])
def test_each_answers_where_there_is_nothing(name):
    empty = comity.Builder().build()
    table = getattr(empty, name)()
    assert len(table) == 0 or name == "summary"
    assert table.columns


def test_ballots_tell_absence_from_abstention_and_from_not_being_a_member(sco):
    votes = {(row.vote, row.who): (row.ballot, row.member) for row in sco.ballots("sco")}
    assert votes["roll-call-62-17", "uzbekistan"] == ("absent", "certain")
    assert votes["roll-call-73-266", "pakistan"] == ("abstained", "certain")
    assert votes["roll-call-60-45", "india"] == ("yes", "no")
    assert {row.vote: row.alike for row in sco.cohesion("sco")}["roll-call-73-266"] == "no"
    with pytest.raises(comity.UnknownIdError, match="did you mean"):
        sco.ballots("scoo").to_dict()


def test_a_view_by_a_day_asks_what_had_come_of_a_commitment_until_then(sco):
    def first(view):
        rows = view.follow_through()
        return next(row.first for row in rows if (row.commitment, row.what) == ("commitment-2006-action-plan", "text"))

    assert first(sco.by("2007-01-01")) is None
    assert first(sco.by("2008-01-01")) == "plan-2007"


def test_every_row_of_words_and_deeds_leads_to_its_evidence(sco):
    for table in (sco.professions(), sco.follow_through(), sco.fates(), sco.firsts(), sco.ballots("sco")):
        assert {row.row for row in sco.evidence(table)} == set(range(len(table)))


def test_timeline_is_in_order(sco):
    table = sco.window("2001", "2021").timeline()
    assert isinstance(table, comity.Timeline)
    days = [d for d in table.to_dict()["earliest"] if d]
    assert days == sorted(days)
    row = next(r for r in table if r.id == "summit-2006")
    assert (row.date, row.what, row.truth) == ("2006-06-15", "happened", "certain")
    assert row.sources == "ciis-2021; statement-2006-text"


def test_lineage_apart_by_what_is_stated_and_inferred(sco):
    table = sco.lineage("statement-2006")
    assert isinstance(table, comity.Lineage)
    assert table.root == sco["statement-2006"]
    steps = {row.to: row for row in table if not row.again}
    assert (steps["plan-2007"].basis, steps["agreement-2009"].basis) == ("stated", "inferred")
    assert (steps["plan-2007"].since_root_min, steps["plan-2007"].since_root_max) == (427, 427)
    article = {row.to: row for row in sco.all().sources("ciis-2021").lineage("statement-2006") if not row.again}
    assert (article["plan-2007"].since_root_min, article["plan-2007"].since_root_max) == (200, 564)
    assert steps["agreement-2009"].rule
    assert {row.to for row in sco.lineage(sco["statement-2006"], deepest=1)} < set(steps)
    assert "row" in repr(table) and len(sco.lineage("russia", deepest=0)) == 0
    with pytest.raises(comity.UnknownIdError):
        sco.lineage("statement-2066")


def test_lineage_of_what_is_seen(small):
    b = comity.Builder(small)
    b.add_node("plan", "action-plan", on="2008")
    b.add_relation("plan", "implements", "treaty")
    h = b.build()
    assert [row.to for row in h.lineage("treaty")] == ["plan"]
    assert [row.to for row in h.all().types("signed").lineage("treaty")] == []
    assert len(h.all().lineage(h.all()["treaty"])) == 1


def test_members_are_certain_and_possible(small):
    rows = {row.id: row.truth for row in small.at("2005-07-01").members("league")}
    assert rows == {"ania": "certain", "bodia": "possible"}
    assert len(small.at("2005-07-01").members("league", standing="observer")) == 0
    with pytest.raises(ValueError, match="standing"):
        len(small.at("2005").members("league", standing="friend"))


def test_roster(sco):
    sections = {row.section for row in sco.at("2017-12-06").roster("sco")}
    assert {"body", "member", "organ"} <= sections


def test_series_and_participations(sco):
    series = sco.series("cyber-exercise")
    assert series["event"].tolist() == [
        "exercise-xiamen-2015",
        "exercise-xiamen-2017",
        "exercise-xiamen-2019",
        "exercise-new-delhi-2023",
    ]
    assert set(sco.participations("cyber-exercise")["event"]) <= set(series["event"])
    with pytest.raises(comity.UnknownIdError, match="cyber-exercise"):
        len(sco.series("cyber-exercice"))


def test_disagreements_and_refinements():
    b = comity.Builder()
    b.add_source("x", date="1990")
    b.add_source("y", date="2000")
    b.add_node("t", "treaty", stated=[{"source": "x", "on": "1985"}, {"source": "y", "on": "1986"}])
    b.add_node("u", "treaty", stated=[{"source": "x", "on": "1985"}, {"source": "y", "on": "1985-06-01"}])
    h = b.build()
    table = h.disagreements()
    assert [(r.about, r.how, r.value, r.sources) for r in table if r.about == "t"] == [
        ("t", "time-disjoint", "1985", "x"),
        ("t", "time-disjoint", "1986", "y"),
    ]
    assert {r.how for r in table if r.about == "u"} == {"refinement"}
    assert h.all().disagreements().to_dict() == table.to_dict()


def test_every_policy_answers_side_by_side(sco):
    table = sco.settlements()
    assert table.columns[:3] == ("about", "slot", "how")
    assert table.columns[3:] == ("none", "most-attested", "newest", "most-precise", "hull")
    summit = next(row for row in table if row.about == "summit-2017-astana")
    assert (summit.slot, summit["none"], summit["newest"], summit["hull"]) == ("ordinal", "15; 17", "15", "15..17")
    chosen = sco.settlements("source: xinhua-2017-06-07")
    assert next(row for row in chosen if row.about == "summit-2017-astana")["source: xinhua-2017-06-07"] == "17"
    for i in range(len(table)):
        assert len(sco.all().evidence(table, i)) > 1
    with pytest.raises(comity.ComityError, match="most-attested"):
        len(sco.settlements("oldest"))


def test_audit_finds_what_the_article_gets_wrong(sco):
    rules = set(sco.audit()["rule"])
    assert {"ordinal-order", "ordinal-pace"} & rules
    assert len(sco.audit(list_facts=True)) == len(sco.audit())


def test_proposals_stand_apart_from_what_exists(sco):
    proposed = set(sco.proposals()["id"])
    assert "convention-cyber-terrorism" in proposed
    assert "convention-cyber-terrorism" not in sco.all()


def test_summary(small):
    table = small.all().summary()
    rows = {r.name: (r.certain, r.possible) for r in table}
    assert rows["state"] == (2, 2) and rows["member-of"] == (2, 2)
    assert "searched" in table.notes


def test_names_come_in_the_language_asked_for(sco):
    english = sco.timeline(language="en").to_dict()["name"]
    chinese = sco.timeline(language="zh-Hans").to_dict()["name"]
    assert english != chinese and any("合作" in name for name in chinese)


def test_nodes_of_another_history_are_refused(small, make_small):
    with pytest.raises(ValueError, match="another history"):
        len(small.all().members(make_small()["league"]))


def test_nobody_travels_to_where_he_is(sco):
    journey = sco.fastest_journey("china", "china")
    assert len(journey) == 0 and journey.notes == {}


ASKED = dict.fromkeys([*PLAIN, "disagreements", "settlements", "summary", "agreements", "supports", "coverage"], ())
ASKED |= dict.fromkeys(("first_statements", "nodes", "relations", "statements", "attributes"), ())
ASKED |= dict.fromkeys(("ballots", "cohesion", "members", "roster"), ("sco",))
ASKED |= dict.fromkeys(("series", "participations"), ("summit",))
ASKED |= {"diff": ("2006", "2012"), "differences": ("ciis-2021", "un-votes")}
ASKED |= {"lineage": ("statement-2006",), "parties": ("code-2011", "code-2015")}


@pytest.mark.parametrize(("name", "about"), ASKED.items())
def test_each_stops_when_it_is_told_to_and_answers_when_asked_again(sco, name, about):
    ask = getattr(sco.all(), name)
    heard = []

    def stop(done: float, stage: str) -> bool:
        heard.append((done, stage))
        return len(heard) > 1

    table = ask(*about, progress=stop)
    assert heard == []  # a table is made when it is first looked at
    with pytest.raises(comity.ComityError, match="stopped"):
        len(table)
    assert len(heard) == 1
    assert table.columns == ask(*about).columns

    def fail(done: float, stage: str) -> bool:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        len(ask(*about, progress=fail))


def test_sources_and_all_disagreements_stop_too(sco):
    for ask in (sco.sources, sco.disagreements):
        with pytest.raises(comity.ComityError, match="stopped"):
            len(ask(progress=lambda done, stage: False))


@pytest.mark.parametrize("name", ["timeline", "audit", "positions", "supports", "statements"])
def test_each_looks_for_ctrl_c_by_itself(name):
    count = 20_000
    nodes = {
        "id": [*(f"n{i}" for i in range(count)), "topic"],
        "type": [*["state"] * count, "topic"],
    }
    rows = {
        "source": list(range(count)),
        "relation": ["supports"] * count,
        "target": [count] * count,
        "start": ["2001"] * count,
    }
    everything = comity.from_columns(nodes, rows, missing_end="open", source="article").history.all()
    table = getattr(everything, name)()
    timer = threading.Timer(0.01, _thread.interrupt_main)
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        len(table)
    timer.join()
    assert len(table) > 0
