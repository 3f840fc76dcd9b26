"""Laws, over whatever hypothesis comes up with."""

from __future__ import annotations

import datetime

import pytest

import comity
from comity import Date, DateError, Period, Truth

hypothesis = pytest.importorskip("hypothesis")
from hypothesis import given, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

settings.register_profile("comity", deadline=None, derandomize=True, max_examples=200)
settings.load_profile("comity")

days = st.dates(datetime.date(1999, 1, 1), datetime.date(2002, 12, 31))
edtf = st.one_of(
    days.map(lambda d: d.isoformat()),
    days.map(lambda d: f"{d:%Y-%m}"),
    days.map(lambda d: f"{d:%Y}"),
    st.tuples(days, st.sampled_from("?~%")).map(lambda p: p[0].isoformat() + p[1]),
)
truths = st.sampled_from(Truth)


@given(st.text(alphabet="0123456789-/.,[]{}?~%XYEST:+Z\u00e9 ", max_size=24))
def test_text_is_a_date_or_an_error_with_a_place(text):
    try:
        d = Date(text)
    except DateError as error:
        assert 0 <= error.position <= len(text)
        assert error.text == text
    else:
        assert d.text == text and d.level in (0, 1, 2)
        again = Date(d.canonical)
        assert again.canonical == d.canonical
        assert (again.earliest, again.latest) == (d.earliest, d.latest)
        if d.earliest and d.latest and "-" not in (d.earliest[0], d.latest[0]) and len(d.earliest) == len(d.latest):
            assert d.earliest <= d.latest


@given(st.dates())
def test_a_day_is_itself(day):
    d = Date(day.isoformat())
    assert d.earliest == d.latest == day.isoformat()
    assert d.touches(day) and Date(f"{day:%Y}".zfill(4)).touches(day)


@given(truths, truths)
def test_truth_algebra(a, b):
    assert ~(a & b) == ~a | ~b
    assert a & b == b & a and a | (a & b) == a
    assert ~~a is a


@given(edtf, days, st.sampled_from(["act", "state"]))
def test_certain_implies_possible_and_at_implies_window(text, day, nature):
    p = Period(text, nature)
    at, by, window = p.at(day), p.by(day), p.window(day, "2010")
    assert at <= window
    assert at <= by


@given(edtf, edtf, st.sampled_from(["act", "state"]))
def test_relations_have_converses(a, b, nature):
    one, other = Period(a, nature), Period(b, nature)
    thirteen = (
        *("before", "meets", "overlaps", "starts", "during", "finishes", "equals"),
        *("finished-by", "contains", "started-by", "overlapped-by", "met-by", "after"),
    )
    converse = dict(zip(thirteen, reversed(thirteen), strict=True))
    assert set(other.relations(one)) == {converse[r] for r in one.relations(other)}
    for name in thirteen:
        assert one.relates(other, name).is_possible == (name in one.relations(other))


rows = st.lists(
    st.tuples(
        st.integers(0, 3), st.integers(0, 3), st.one_of(st.none(), edtf), st.one_of(st.none(), edtf, st.just(".."))
    ),
    max_size=6,
)


@settings(max_examples=60)
@given(rows, days)
def test_views_answer_as_the_periods_do(rows, day):
    b = comity.Builder()
    for number in range(4):
        b.add_node(f"n{number}", "organisation")
    kept = []
    for a, c, begin, end in rows:
        if begin and end and end != ".." and Date(end).latest < Date(begin).earliest:
            continue  # ends before it begins: a finding, and not of interest here
        kept.append(b.add_relation(f"n{a}", "member-of", f"n{c}", begin=begin, end=end))
    h = b.build()
    shown = {r.number: r.truth for r in h.at(day).relations()}
    begun = {r.number: r.truth for r in h.by(day).relations()}
    for number in range(len(kept)):
        relation = h._raw.relation_numbered(number)
        period = comity.Relation(relation).period
        assert shown.get(number, Truth.NO) == period.at(day)
        assert begun.get(number, Truth.NO) == period.by(day)
    count = h.at(day).relation_count
    assert count.possible == len(shown)
    assert count.certain == sum(t.is_certain for t in shown.values())


@given(st.lists(st.text(min_size=1, max_size=8).filter(lambda s: s.isprintable()), max_size=5, unique=True))
def test_texts_come_back_as_they_went_in(names):
    b = comity.Builder()
    for number, name in enumerate(names):
        b.add_node(f"n{number}", "state", names={"en": name})
    table = b.build().nodes()
    assert table.to_dict()["name"] == names
    assert [node.name("en") for node in table] == names
