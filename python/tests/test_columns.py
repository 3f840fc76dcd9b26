"""Dates by the column, read leniently, and collapsed."""

from __future__ import annotations

import pytest

import comity

numpy = pytest.importorskip("numpy")

TEXTS = ["1985-04-12", "1985", "1985/..", "/1985", "2004-06~-11", "-0044-03-15", "Y170000002", "1985-13", "x", "1984?"]


def test_each_row_as_the_date_by_itself():
    read = comity.parse_dates(TEXTS)
    for i, text in enumerate(TEXTS):
        try:
            alone = comity.Date(text)
        except comity.DateError as error:
            assert not read.valid[i]
            assert [f.position for f in read.failures if f.row == i] == [error.position]
            continue
        assert read.valid[i] and read.outcome[i] == "date"
        assert (read.earliest_kind[i], read.latest_kind[i]) == (alone.earliest_kind, alone.latest_kind)
        if alone.earliest and text[0] not in "-Y":  # which NumPy writes in its own way
            assert str(read.earliest[i]) == alone.earliest
        assert numpy.isnat(read.latest[i]) == (alone.latest is None)
        assert read.mark[i] == ("?" if alone.uncertain else "~" if alone.approximate else "")


def test_arrays_and_what_is_no_text():
    read = comity.parse_dates(numpy.array(["1985", "1986"]))
    assert read.valid.tolist() == [True, True]
    read = comity.parse_dates(["1985", None, float("nan")])
    assert read.outcome.tolist() == ["date", "absent", "absent"]
    assert len(comity.parse_dates([])) == 0
    with pytest.raises(TypeError, match="row 1"):
        comity.parse_dates(["1985", 1986])
    assert not comity.parse_dates(["\ud800"]).valid[0]


def test_lenient_columns_tell_what_they_did():
    texts = ["24/09/2021", "NA", "9999-12-31", "1985", "1991-01..1991-06", "31/31/1999"]
    read = comity.parse_dates(texts, lenient=True)
    assert read.outcome.tolist() == ["date", "absent", "open", "date", "date", "invalid"]
    assert read.lenient.tolist() == [True, True, True, False, True, False]
    report = read.report()
    assert sum(report[name] for name in ("date", "absent", "open", "invalid")) == len(texts)
    assert len(report) == 4 + 4
    assert [f.text for f in read.failures] == ["31/31/1999"]
    assert comity.parse_dates(texts).report() == {"invalid": 4, "date": 2}


def test_read_lenient():
    found = comity.read_lenient("24/09/2021")
    assert (found.text, found.kind, len(found.notes)) == ("2021-09-24", "date", 1)
    assert found.date == comity.Date("2021-09-24")
    assert comity.read_lenient("1985").notes == ()
    assert comity.read_lenient("NA").date is None
    assert comity.read_lenient("09/24/2021", slashes="month-first").text == "2021-09-24"
    with pytest.raises(comity.DateError):
        comity.read_lenient("09/24/2021")
    with pytest.raises(ValueError, match="slashes"):
        comity.read_lenient("09/24/2021", slashes="any")


def test_collapse():
    assert comity.Collapse("earliest").day("1985") == "1985-01-01"
    assert comity.Collapse("latest").day("1985/..") is None
    assert comity.Collapse("midpoint").days(comity.Lag(1, 4)) == 2
    assert comity.Collapse("earliest").days(comity.Lag(None, 4)) is None
    drawn, again = comity.Collapse("draw", seed=5), comity.Collapse("draw", seed=5)
    days = [drawn.days(comity.Lag(0, 364)) for _ in range(50)]
    assert days == [again.days(comity.Lag(0, 364)) for _ in range(50)]
    assert len(set(days)) > 10 and all(0 <= d <= 364 for d in days)
    with pytest.raises(ValueError, match="rule"):
        comity.Collapse("last")


def test_columns_of_pandas_and_single_texts():
    pandas = pytest.importorskip("pandas")
    assert comity.parse_dates(pandas.Series(["1985", None])).outcome.tolist() == ["date", "absent"]
    assert len(comity.parse_dates("1985")) == 1
