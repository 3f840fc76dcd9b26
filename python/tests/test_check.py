"""``python -m comity check`` reads files, audits them and prints what no note of theirs explains."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import comity
from comity.__main__ import main

SCO = str(Path(__file__).parents[2] / "data" / "sco-information-security.json")


def test_the_record_has_nothing_unexplained(capsys):
    assert main(["check", SCO]) == 0
    told = capsys.readouterr().out
    assert told.count("\n") == 1
    assert "findings, 0 not explained" in told


def test_all_prints_what_is_explained_and_why(capsys):
    assert main(["check", "--all", SCO]) == 0
    told = capsys.readouterr().out
    assert "[ordinal-order]" in told
    assert "the article calls the summit of 2017 the fifteenth" in told


def test_what_is_not_explained_is_printed_and_counts(tmp_path, capsys):
    b = comity.Builder()
    b.add_source("x", date="2000")
    b.add_node("late", "treaty", stated=[{"source": "x", "on": "2005"}])
    bare, noted = tmp_path / "bare.comity", tmp_path / "noted.comity"
    b.build().save(bare)
    assert main(["check", str(bare)]) == 1
    told = capsys.readouterr().out
    assert "[after-source]" in told
    assert "add a note 'finding after-source: late'" in told
    b = comity.Builder()
    b.add_source("x", date="2000")
    b.add_node("late", "treaty", stated=[{"source": "x", "on": "2005"}])
    for rule in ("after-source: late", "single-source", "no-locator"):
        b.set_note(f"finding {rule}", "so it is")
    b.build().save(noted)
    assert main(["check", str(noted)]) == 0


def test_a_file_that_cannot_be_read_says_where(tmp_path, capsys):
    wrong = tmp_path / "wrong.json"
    wrong.write_text('{"format": "comity-history", "version": 1, "nodes": [{"id": "a", "kind": "stat"}]}')
    assert main(["check", str(wrong), SCO]) == 2
    told = capsys.readouterr()
    assert "wrong.json" in told.err
    assert "state" in told.err
    assert "0 not explained" in told.out  # the other file is checked all the same


def test_it_runs_as_a_module():
    run = subprocess.run([sys.executable, "-m", "comity", "check", SCO], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    with pytest.raises(SystemExit):
        main([])
