"""The essay over the record of the SCO runs, and says what its sources bear.

That it prints what the two other languages print is checked with their examples (examples/expected/record.txt).
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def told() -> str:
    script, data = ROOT / "examples/python/record.py", ROOT / "data/sco-information-security.json"
    in_utf8 = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, str(script), str(data)]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", env=in_utf8, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout


def rows(told: str, heading: str) -> list[list[str]]:
    """The rows under a heading that begins so."""
    blocks = [block.splitlines() for block in told.split("\n\n")]
    block = next(block for block in blocks if block[0].strip().startswith(heading))
    return [line.strip().split(" | ") for line in block[1:]]


def test_it_is_what_the_other_languages_print(told):
    assert told == (ROOT / "examples/expected/record.txt").read_text("utf-8")


def test_it_has_eight_parts(told):
    parts = [line[0] for line in told.splitlines() if line[:2] in {f"{n}." for n in range(1, 9)}]
    assert sorted(set(parts)) == list("12345678")


def test_disagreements_of_fact_stand_apart_from_wordings(told):
    fact = [row[:3] for row in rows(told, "1. Where sources conflict")]
    assert ["summit-2020-moscow", "begin", "2020-11-10"] in fact
    assert ["summit-2017-astana", "ordinal", "17"] in fact
    assert not any(slot in ("name", "manner", "sense") for _, slot, _ in fact)
    assert ["plan-2007", "manner", "approved"] in [row[:3] for row in rows(told, "In words alone")]


def test_absence_is_not_abstention(told):
    others = {(row[1], row[2]): row[3:5] for row in rows(told, "Whoever did not vote yes")}
    assert others["resolution-62-17", "uzbekistan"] == ["absent", "certain"]
    assert others["resolution-73-266", "pakistan"] == ["abstained", "certain"]
    assert others["resolution-73-266", "iran"] == ["no", "no"]  # votes against, and is not yet a member


def test_none_found_says_how_far_was_looked(told):
    heading = (
        "3. From consensus to action, under the article's verdict of form over substance: "
        "what had come of it by 2026"
    )
    followed = rows(told, heading)
    assert "89 sources, dated up to 2026-01-30" in followed[-1][0]
    assert ["commitment-2009-interference", "text", "-", "-", "-", "-"] in followed
    assert ["commitment-2006-action-plan", "text", "plan-2007", "427", "427", "inferred"] in followed


def test_a_proposal_is_never_called_real_by_being_planned(told):
    reached = {row[0]: row[1] for row in rows(told, "4. The fate of each proposal")[:-1]}
    assert reached["universal-centre"] == "agreed"
    assert reached["summit-2026-bishkek"] == "planned"
    assert reached["convention-cyber-terrorism"] == "none-found"


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("上合組織", "sco"),
        ("上合组织", "sco"),
        ("ШОС", "sco"),
        ("SCO", "sco"),
        ("РАТС", "rats"),
        ("地区反恐怖机构", "rats"),
        ("地區反恐怖機構", "rats"),
        ("国际信息安全", "international-information-security"),
        ("國際信息安全", "international-information-security"),
        ("международная информационная безопасность", "international-information-security"),
        ("ООН", "un"),
        ("ОДКБ", "csto-secretariat"),
        ("Токаев", "tokayev"),
    ],
)
def test_names_in_four_scripts_and_in_short_find_their_thing_first(sco, name, id):
    assert sco.find(name)[0].id == id


def test_every_name_finds_what_bears_it(sco):
    named = list(sco.all().modalities("reported", "planned", "proposed", "alleged").nodes())
    assert len(named) == 381
    for node in named:
        for name in (name for several in node.names.values() for name in several):
            assert node.id in [found.id for found in sco.find(name)], name


def test_behind_every_printed_row_stand_statements(sco):
    every, article = sco.all(), sco.all().sources("ciis-2021")
    answers = [
        (every, every.settlements()),
        (every, every.disagreements()),
        (every, every.professions()),
        (every, every.positions()),
        (every, every.cohesion("sco")),
        (every, every.ballots("sco")),
        (every, every.by("2021-09-24").follow_through()),
        (every, every.fates()),
        (every, every.diff("2015-12-31", "2025-12-31")),
        (every, every.parties("code-2011", "code-2015", "submitted")),
        (every, every.series("cyber-exercise")),
        (every, every.firsts()),
        (every, every.window("2021-09-25", "2026").timeline()),
        (every, every.at("2025-12-31").roster("sco")),
        (article, article.timeline()),
        (article, article.lineage("statement-2006")),
        (article, article.proposals()),
        (article, article.quantities()),
        (article, article.causes()),
        (article, article.audit()),
    ]
    for view, answer in answers:
        assert len(answer) > 0
        for row in range(len(answer)):
            behind = view.evidence(answer, row)
            assert len(behind) > 0
            assert all(statement.source is not None for statement in behind)


def test_members_are_certain_until_the_latest_source_that_counts_them(sco):
    then = {row.id: str(row.truth) for row in sco.at("2024-07-04").members("sco")}
    assert len(then) == 10
    assert set(then.values()) == {"certain"}
    assert {str(row.truth) for row in sco.at("2025-12-31").members("sco")} == {"possible"}
