"""Archives: what is saved opens as the same, and what is damaged is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import comity


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    file = tmp_path / "sco.comity"
    comity.datasets.sco().save(file)
    return file


@pytest.mark.parametrize("how", [{}, {"trusted": True}, {"in_memory": True}])
def test_what_is_saved_opens_as_the_same(saved: Path, how: dict[str, bool]) -> None:
    sco, again = comity.datasets.sco(), comity.open(saved, **how)
    assert repr(again) == repr(sco)
    assert list(again) == list(sco)
    assert again.notes == sco.notes
    assert again["agreement-2009"].name("zh") == sco["agreement-2009"].name("zh")
    assert again.at("2011-09-12").relation_count == sco.at("2011-09-12").relation_count
    assert again.memory == sco.memory


def test_a_history_outlives_its_file(saved: Path) -> None:
    sco = comity.open(saved)
    comity.Builder().build().save(saved)
    assert len(comity.open(saved)) == 0
    saved.unlink()
    assert sco["sco"].id == "sco"


def test_damage_is_found(saved: Path) -> None:
    comity.verify(saved)
    content = bytearray(saved.read_bytes())
    content[-1] ^= 1
    saved.write_bytes(content)
    with pytest.raises(comity.errors.CorruptFileError, match=r"written by comity .* is damaged"):
        comity.verify(saved)
    saved.write_bytes(content[:-1])
    with pytest.raises(comity.errors.CorruptFileError, match="were written"):
        comity.open(saved)


def test_what_is_no_archive_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(comity.errors.FileError):
        comity.open(tmp_path / "none")
    (tmp_path / "text").write_text("x" * 200)
    with pytest.raises(comity.errors.ParseError, match="no comity archive"):
        comity.open(tmp_path / "text")


def test_a_changed_text_shows_as_it_stands(tmp_path: Path) -> None:
    file = tmp_path / "small.comity"
    builder = comity.Builder()
    builder.add_node("fr", "state", names={"en": "Republique"})
    builder.build().save(file)
    file.write_bytes(file.read_bytes().replace(b"Republique", b"R\xe9publique"))
    history = comity.open(file)
    assert history["fr"].name("en") == r"R\xe9publique"
    assert history.nodes().to_dict()["name"] == [r"R\xe9publique"]
    assert r"R\xe9publique" in str(history.attributes())


def test_work_on_archives_can_be_watched_and_stopped(saved: Path) -> None:
    sco = comity.datasets.sco()
    works: dict[str, tuple[Callable[..., object], set[str]]] = {
        "save": (lambda **how: sco.save(saved, **how), {"checksums", "writing the file"}),
        "verify": (lambda **how: comity.verify(saved, **how), {"checksums", "checking columns"}),
        "open": (lambda **how: comity.open(saved, **how), {"checking columns"}),
    }
    for work, stages in works.values():
        seen: list[tuple[float, str]] = []
        work(progress=lambda done, stage, seen=seen: seen.append((done, stage)))
        assert {stage for _, stage in seen} == stages
        assert seen[-1][0] == 1
        with pytest.raises(comity.errors.CancelledError, match="stopped"):
            work(progress=lambda *_: False)
    comity.verify(saved)
