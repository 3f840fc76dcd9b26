"""Errors: every code has its class, each also a built-in one, and none loses what the core said."""

from __future__ import annotations

import pickle

import pytest

import comity
from comity import errors


@pytest.mark.parametrize(
    ("error", "built_in"),
    [
        (errors.InvalidArgumentError, ValueError),
        (errors.DateError, ValueError),
        (errors.UnknownIdError, KeyError),
        (errors.DuplicateIdError, ValueError),
        (errors.SchemaError, ValueError),
        (errors.ParseError, ValueError),
        (errors.FileError, OSError),
        (errors.LimitError, OverflowError),
        (errors.CorruptFileError, ValueError),
        (errors.UnsupportedError, NotImplementedError),
        (errors.BuildError, ValueError),
    ],
)
def test_each_is_a_comity_error_and_a_built_in_one(error, built_in):
    assert issubclass(error, comity.ComityError)
    assert issubclass(error, built_in)
    assert str(error("it's so")) == "it's so"


def test_every_code_of_the_core_has_a_class():
    assert sorted(errors._BY_CODE) == list(range(1, 12))
    for code, cls in errors._BY_CODE.items():
        assert type(errors._of_core(code, "message", None)) is cls


def test_an_unknown_code_is_still_a_comity_error():
    assert type(errors._of_core(99, "message", None)) is comity.ComityError


def test_a_date_error_says_where_and_what_was_expected():
    with pytest.raises(comity.DateError, match="2004-13") as caught:
        comity.Date("2004-13")
    assert caught.value.position == 5
    assert caught.value.text == "2004-13"
    assert "month" in caught.value.expected


def test_positions_count_characters_and_not_bytes():
    with pytest.raises(comity.DateError) as caught:
        comity.Date("2004/二")
    assert caught.value.position == 5


@pytest.mark.parametrize("text", ["\ud800", "2004\udfff", "2004\0", "2004 "])
def test_odd_text_is_a_date_error(text):
    with pytest.raises(comity.DateError):
        comity.Date(text)


def test_unknown_names_say_what_may_be_meant(small):
    with pytest.raises(KeyError, match="did you mean 'league'"):
        small["leage"]
    with pytest.raises(comity.UnknownIdError, match="did you mean 'organisation'"):
        small.nodes("organisatio").to_dict()
    with pytest.raises(comity.UnknownIdError, match="gazette"):
        small.source("nowhere")


def test_errors_survive_a_pickle():
    error = errors._of_core(6, "two mistakes", [("error", "bad-date", "x", "f:1:2", "not a date")])
    back = pickle.loads(pickle.dumps(error))
    assert (str(back), back.findings) == ("two mistakes", error.findings)
    assert str(back.findings[0]) == "f:1:2: error: not a date [bad-date]"
