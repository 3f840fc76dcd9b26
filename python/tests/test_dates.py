"""Dates, periods and truths."""

from __future__ import annotations

import copy
import datetime
import pickle

import pytest

from comity import Count, Date, DateError, Lag, Modality, Period, Truth


@pytest.mark.parametrize(
    ("text", "kind", "level", "earliest", "latest"),
    [
        ("1985-04-12", "day", 0, "1985-04-12", "1985-04-12"),
        ("1985-02", "month", 0, "1985-02-01", "1985-02-28"),
        ("1985", "year", 0, "1985-01-01", "1985-12-31"),
        ("-0044-03-15", "day", 1, "-0044-03-15", "-0044-03-15"),
        ("1985-04-12T23:20:30Z", "datetime", 0, "1985-04-12", "1985-04-12"),
        ("2001-21", "season", 1, "2001-03-01", "2001-05-31"),
        ("1964/2008", "interval", 0, "1964-01-01", "2008-12-31"),
        ("201X", "year", 1, "2010-01-01", "2019-12-31"),
        ("[1667,1668]", "set", 2, "1667-01-01", "1668-12-31"),
        ("{1667,1668}", "list", 2, "1667-01-01", "1668-12-31"),
        ("2004-06~-11", "day", 2, "2004-06-11", "2004-06-11"),
    ],
)
def test_a_date_knows_its_kind_its_level_and_its_days(text, kind, level, earliest, latest):
    d = Date(text)
    assert (d.text, d.kind, d.level, d.earliest, d.latest) == (text, kind, level, earliest, latest)
    assert (d.earliest_kind, d.latest_kind) == ("date", "date")


@pytest.mark.parametrize(
    ("text", "kinds", "days"),
    [
        ("1985/..", ("date", "open"), ("1985-01-01", None)),
        ("../1985", ("open", "date"), (None, "1985-12-31")),
        ("1985/", ("date", "unknown"), ("1985-01-01", None)),
        ("/1985", ("unknown", "date"), (None, "1985-12-31")),
        ("Y17E18", ("overflow", "overflow"), (None, None)),
        ("[..1760-12-03]", ("open", "date"), (None, "1760-12-03")),
    ],
)
def test_where_there_is_no_day_the_kind_says_why(text, kinds, days):
    d = Date(text)
    assert (d.earliest_kind, d.latest_kind) == kinds
    assert (d.earliest, d.latest) == days


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [("1984?", True, False), ("1984~", False, True), ("1984%", True, True), ("1984", False, False)],
)
def test_marks(text, uncertain, approximate):
    assert (Date(text).uncertain, Date(text).approximate) == (uncertain, approximate)


def test_marks_stand_on_components():
    d = Date("2004-06~-11")
    assert (d.year_mark, d.month_mark, d.day_mark) == ("~", "~", None)
    assert Date("2004-?06-11").month_mark == "?"
    assert Date("2004%").year_mark == "%"


def test_an_interval_keeps_both_windows():
    d = Date("1985-04/1986")
    assert d.begin == ("1985-04-01", "1985-04-30")
    assert d.end == ("1986-01-01", "1986-12-31")
    assert d.members == ("1985-04", "1986")


def test_precision_and_canonical_text():
    assert Date("1985-XX-XX").precision == "day"
    assert Date("../..").precision == "none"
    assert Date("?2004-06").canonical == Date(Date("?2004-06").canonical).canonical


def test_options():
    assert Date("2001-21", seasons="southern").earliest == "2001-09-01"
    assert Date("2001-21", seasons="whole-year").latest == "2001-12-31"
    assert Date("2001-01-01T24:00:00", hour_24=True).kind == "datetime"
    with pytest.raises(DateError):
        Date("2001-01-01T24:00:00")
    with pytest.raises(ValueError, match="northern"):
        Date("2001-21", seasons="tropical")
    with pytest.raises(TypeError):
        Date("2001-21", "southern")


@pytest.mark.parametrize("text", ["", "20040611", "2004-6", "198", "+2004", "2004-02-30", "2008/1964", "[]"])
def test_what_is_not_edtf_is_an_error(text):
    with pytest.raises(DateError):
        Date(text)


def test_a_date_is_a_value():
    a = Date("1985")
    assert a == Date("1985") != Date("1985?")
    assert a != "1985"
    assert len({a, Date("1985"), Date("1986")}) == 2
    assert (str(a), repr(a)) == ("1985", "Date('1985')")
    with pytest.raises(AttributeError):
        a.text = "1986"
    with pytest.raises(TypeError):
        _ = a < Date("1986")


@pytest.mark.parametrize("d", [Date("1985?"), Date("2001-21", seasons="southern")])
def test_dates_are_copied_and_pickled(d):
    assert copy.deepcopy(d) == pickle.loads(pickle.dumps(d)) == eval(repr(d)) == d


def test_touches_is_exact():
    assert Date("156X-12-25").touches("1565-12-25")
    assert not Date("156X-12-25").touches("1565-12-26")
    assert Date("{2001,2003}").touches(datetime.date(2003, 5, 1))
    assert not Date("{2001,2003}").touches(Date("2002"))


def test_a_time_of_day_is_no_day():
    with pytest.raises(TypeError, match="date"):
        Date("2001").touches(datetime.datetime(2001, 1, 1))


def test_truth_is_ordered_and_has_an_algebra():
    assert Truth.NO < Truth.POSSIBLE < Truth.CERTAIN
    assert Truth.CERTAIN & Truth.POSSIBLE is Truth.POSSIBLE
    assert Truth.NO | Truth.POSSIBLE is Truth.POSSIBLE
    assert ~Truth.POSSIBLE is Truth.POSSIBLE
    assert ~Truth.NO is Truth.CERTAIN
    assert Truth("certain").is_certain
    assert not Truth.NO.is_possible


def test_truth_has_no_truth_value():
    with pytest.raises(TypeError, match="is_certain"):
        bool(Truth.POSSIBLE)
    with pytest.raises(TypeError):
        _ = Truth.POSSIBLE < 3


def test_enums_equal_their_names():
    assert Truth.NO == "no"
    assert Modality.PROPOSED == "proposed"
    assert f"{Modality.PROPOSED}" == str(Modality.PROPOSED) == "proposed"
    assert repr(next(iter(Modality))) == "Modality.REPORTED"


def test_acts_and_states_read_a_date_differently():
    assert Period("1985", "act").at("1986") is Truth.NO
    assert Period("1985", "state").at("1986") is Truth.POSSIBLE
    assert Period("1985/..", "state").at("1986") is Truth.CERTAIN
    assert Period("1985-02-03", "act").at(datetime.date(1985, 2, 3)) is Truth.CERTAIN
    assert Period("1985", "act").at("1985-02-03") is Truth.POSSIBLE


def test_by_and_window():
    p = Period("1985/1987", "state")
    assert [p.by(y) for y in ("1984", "1985-06-01", "1990")] == [Truth.NO, Truth.POSSIBLE, Truth.CERTAIN]
    assert p.window("1980", "1984") is Truth.NO
    assert p.window("1980", "2000") is Truth.CERTAIN


def test_marks_keep_things_from_being_certain():
    assert Period("1985-02-03?", "act").at("1985-02-03") is Truth.POSSIBLE
    assert Period("1985-02-03?", "act", ignore_marks=True).at("1985-02-03") is Truth.CERTAIN
    assert Period("1985-02-03?", "act").doubted


def test_edges_of_a_period():
    p = Period("1985-04/..")
    assert (p.begin, p.end) == (("1985-04-01", "1985-04-30"), (None, None))
    assert p.end_kinds == ("open", "open")
    assert Period("1985", "act").one_day
    assert (str(Period("")), Period("").text) == ("undated", "")


def test_identity_is_not_equality_of_text():
    a, b = Period("1985", "act"), Period("1985", "act")
    assert a == b
    assert a.relates(b, "equals") is Truth.POSSIBLE
    assert Period("1985-01-01", "act").relates(Period("1985-01-01", "act"), "equals") is Truth.CERTAIN
    assert Period("1984", "act").relates(Period("1986", "act"), ["before", "meets"]) is Truth.CERTAIN
    assert "equals" in a.relations(b)
    with pytest.raises(ValueError, match="Allen"):
        a.relates(b, "while")


def test_lags_are_ranges():
    a, b = Period("2006-06-15", "act"), Period("2007", "act")
    assert a.lag(b) == Lag(200, 564)
    assert str(a.lag(b)) == "[200, 564]"
    assert a.lag(Period("2006-06-20?", "act")) == Lag(5, 5, True)
    assert Period("2001-01-01/2001-12-31").length == Lag(365, 365)
    assert str(a.lag(Period("2007/", "state"), to_edge="end")) == "[200, ..]"


def test_counts_read_as_ranges():
    assert str(Count(2, 5)) == "2 to 5"
    assert str(Count(4, 4)) == "4"


def test_period_values():
    p = Period("2001/..")
    assert p == Period("2001/..") and hash(p) == hash(Period("2001/.."))
    assert repr(p) == "Period('2001/..', 'state')"
    with pytest.raises(ValueError, match="act"):
        Period("2001", "deed")
