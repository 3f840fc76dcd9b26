"""The essay over the record of the SCO runs, and says what its sources bear."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ESSAY = Path(__file__).parents[2] / "examples" / "python" / "record.py"


@pytest.fixture(scope="module")
def told() -> str:
    run = subprocess.run([sys.executable, str(ESSAY)], capture_output=True, encoding="utf-8", env={**os.environ, "PYTHONIOENCODING": "utf-8"}, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_it_has_eight_parts(told):
    titles = [line for line in told.splitlines() if line[:1].isdigit()]
    assert [title[0] for title in titles] == list("12345678")


def test_disagreements_of_fact_stand_apart_from_wordings(told):
    fact, wording = told.split("of wording")[:2]
    assert "summit-2020-moscow | begin | 2020-11-10" in fact
    assert "summit-2017-astana | ordinal | 17" in fact
    assert "plan-2007 | manner | approved" in wording and "plan-2007 | manner" not in fact


def test_absence_is_not_abstention(told):
    rows = {line.split()[1]: line.split()[2:] for line in told.splitlines() if line.startswith("  20") and len(line.split()) == 12}
    assert len(rows) == 11
    assert rows["62-17"][5] == "-"  # Uzbekistan
    assert rows["73-266"] == ["N", "N", "Y", "-", "Y", "Y", "Y", "A", ".N", ".A"]


def test_none_found_says_how_far_was_looked(told):
    assert "by 2026-06-30, looking in 88 sources, dated up to 2026-01-30" in told
    assert "commitment-2009-interference: none found" in told
    assert "commitment-2006-action-plan: text plan-2007 [427, 427] inferred" in told


def test_a_proposal_is_never_called_real_by_being_planned(told):
    assert "universal-centre | announced, or agreed and not yet seen" in told
    assert "convention-cyber-terrorism | none found" in told
