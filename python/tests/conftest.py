"""What the tests share: the real history, and one small enough to check by eye."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import comity


@pytest.fixture(scope="session")
def sco() -> comity.History:
    return comity.datasets.sco()


def build_small() -> comity.History:
    """Two states, an organisation that both join (one in an unknown month of 2005), and a treaty they sign."""
    b = comity.Builder()
    b.set_note("title@en", "A small history")
    b.set_note("license", "CC0-1.0")
    b.add_source("gazette", kind="register", title={"en": "Gazette", "fr": "Journal"}, date="2010-05-01")
    b.add_source("book", kind="article", title="A <book>", date="2012", derived_from=["gazette"])
    b.add_node("ania", "state", names={"en": ["Ania", "Republic of Ania"], "fr": "Anie"}, stated="gazette")
    b.add_node("bodia", "state", names={"en": "Bodia"}, stated=("gazette", "p. 2"))
    b.add_node(
        "league",
        "organisation",
        names={"en": "League & Co", "zh-Hans": "联盟"},
        period="2001-06-15/..",
        attributes={"member-count": {"value": 2, "bound": "at-least", "stated": ("book", "ch. 1")}},
        stated=[("gazette", "p. 1"), {"source": "book", "at": "ch. 1", "quote": "the League"}],
    )
    b.add_node("treaty", "treaty", names={"en": "Treaty of Ania"}, on="2006-03-01", stated=("gazette", "p. 3"))
    b.add_node("pact", "treaty", stated={"source": "book", "at": "ch. 2", "modality": "proposed"})
    b.add_relation("ania", "member-of", "league", id="ania-in", begin="2001-06-15", end="2008", stated="gazette")
    b.add_relation("bodia", "member-of", "league", begin="2005", stated="gazette")
    b.add_relation("ania", "signed", "treaty", on="2006-03-01", stated=("gazette", "p. 3"))
    b.add_relation(
        "bodia",
        "signed",
        "treaty",
        on="2006-03",
        stated={"source": "book", "at": "ch. 3", "inferred": {"rule": "it was there", "from": ["ch. 1"]}},
    )
    return b.build()


@pytest.fixture(scope="session")
def small() -> comity.History:
    return build_small()


@pytest.fixture(scope="session")
def make_small() -> Callable[[], comity.History]:
    """The way to fresh ones, for tests of lifetimes."""
    return build_small
