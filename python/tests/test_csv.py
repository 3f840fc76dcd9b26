"""CSV files in: read_csv."""

from __future__ import annotations

import csv
import gzip
import io
import random
from pathlib import Path

import pytest

import comity

NODES = "id,type,name\nfr,state,France\nde,state,Germany\nun,organisation,United Nations\n"
HEAD = "source,relation,target,start,end\n"


@pytest.fixture
def write(tmp_path: Path):
    def written(relations: str, nodes: str = NODES) -> tuple[Path, Path]:
        (tmp_path / "nodes.csv").write_text(nodes, encoding="utf-8", newline="")
        (tmp_path / "relations.csv").write_text(relations, encoding="utf-8", newline="")
        return tmp_path / "nodes.csv", tmp_path / "relations.csv"

    return written


def sums(report: comity.LoadReport) -> None:
    for row in report.counts():
        assert row.rows == row.accepted + row.leniently + row.rejected


def test_names_written_by_the_csv_module_come_back(write):
    """Whatever Python's own module writes, in any dialect of quoting and line ends, is read as it was."""
    rng = random.Random(11)
    # Python's own writer leaves a lone CR unquoted where it need not quote, and then can't read it back.
    for quoting, letters in ((csv.QUOTE_MINIMAL, 'ab,"\n é;  '), (csv.QUOTE_ALL, 'ab,"\n\r é;  ')):
        for ends in ("\n", "\r\n"):
            names = ["".join(rng.choice(letters) for _ in range(rng.randrange(1, 9))) for _ in range(200)]
            text = io.StringIO()
            writer = csv.writer(text, quoting=quoting, lineterminator=ends)
            writer.writerow(["id", "type", "name"])
            writer.writerows([f"n{i}", "state", name] for i, name in enumerate(names))
            expected = [row[2] for row in csv.reader(io.StringIO(text.getvalue(), newline=""))][1:]
            assert expected == names
            h, report = comity.read_csv(*write(HEAD, text.getvalue()))
            assert [h[f"n{i}"].name() for i in range(len(names))] == names
            sums(report)


def test_gzip_is_unpacked_and_the_report_leaves_as_tables(write, tmp_path):
    nodes, relations = write(HEAD + "fr,member-of,un,1945-10-24,\nxx,member-of,un,1945,\nde,member-of,un,1973,1990\n")
    packed = tmp_path / "relations.csv.gz"
    packed.write_bytes(gzip.compress(relations.read_bytes()))
    h, report = comity.read_csv(nodes, packed, missing_end={"member-of": "open"}, all_or_nothing=False)
    assert h.relation_count == 2
    assert (report.rows, report.rejected_rows) == (6, 1)
    sums(report)
    row = report.rejected()[0]
    assert (row.line, row.column, row.name, row.value) == (3, 1, "source", "xx")
    assert [(c.what, c.text, c.made, c.rows) for c in report.choices()] == [("missing end", "member-of", "open", 1)]


def test_rejected_rows_raise_with_their_places(write):
    with pytest.raises(comity.errors.ParseError) as caught:
        comity.read_csv(*write(HEAD + "fr,member-of,un,1945-13,..\n"))
    assert caught.value.findings[0].place.endswith("relations.csv:2:17")


def test_words_become_kinds_and_types_as_told(write):
    nodes = "id,type,name\na,country,A\nb,Tea Party,B\n"
    h, report = comity.read_csv(
        *write(HEAD + "a,Attends,b,1773-12-16,\n", nodes),
        kinds={"country": "state"},
        new_kinds={"Tea Party": "event"},
        add_types=True,
        missing_end="instantaneous",
    )
    assert [n.kind for n in h.values()] == ["state", "tea-party"]
    assert h.at("1773-12-16").relations()[0].type == "attends"
    assert {c.made for c in report.choices()} >= {"tea-party under event", "attends, act"}


def test_lenient_dates_and_times_are_reported(write):
    rows = HEAD + "fr,member-of,un,24/10/1945,9999-12-31\nde,member-of,un,1973-09-18T10:00:00Z,..\n"
    _, report = comity.read_csv(*write(rows), lenient=True, times="dropped")
    assert {(u.text, u.read_as) for u in report.lenient()} == {("24/10/1945", "1945-10-24"), ("9999-12-31", "..")}
    assert ("time of day", 1) in {(c.what, c.rows) for c in report.choices()}


def test_one_source_may_state_all(write):
    h, _ = comity.read_csv(
        *write(HEAD + "fr,member-of,un,1945-10-24,..\n"), source="list", source_title="A list", source_date="2020"
    )
    assert h.statement_count == 4
    assert h.sources()[0].title == "A list"


def test_a_load_can_be_watched_cancelled_and_broken(write):
    files = write(HEAD + "fr,member-of,un,1945-10-24,..\n" * 40_000)
    seen: list[tuple[float, str]] = []
    comity.read_csv(*files, progress=lambda done, stage: seen.append((done, stage)))
    assert {stage for _, stage in seen} == {"reading nodes", "reading relations", "building the history"}
    assert {stage for done, stage in seen if done == 1} == {stage for _, stage in seen}
    assert all(0 <= done <= 1 for done, _ in seen)
    with pytest.raises(comity.errors.CancelledError):
        comity.read_csv(*files, progress=lambda *_: False)

    def fail(*_: object) -> bool:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        comity.read_csv(*files, progress=fail)


def test_wrong_words_are_refused(write):
    for given in ({"missing_end": "never"}, {"times": "rounded"}):
        with pytest.raises(comity.errors.InvalidArgumentError):
            comity.read_csv(*write(HEAD), **given)


def test_registers_that_differ_disagree(tmp_path):
    head = "state,treaty,ratified,force,end\n"
    (tmp_path / "a.csv").write_text(head + "FRA,T1,1990-01-02,1991,\nDEU,T1,NA,,9999-12-31\nDEU,T1,199x-1,,\n")
    (tmp_path / "b.csv").write_text(head + "FRA,T1,1990-01-03,1991-05-06,\n")
    lists = [
        comity.Register(tmp_path / f"{name}.csv", name, lenient=True)
        .nodes("state", "state", prefix="state:")
        .nodes("treaty", "treaty")
        .relation("ratified", "state", "treaty", on="ratified")
        .relation("party-to", "state", "treaty", begin="force", end="end")
        for name in ("a", "b")
    ]
    with pytest.raises(comity.errors.ParseError):
        comity.read_registers(lists)
    h, report = comity.read_registers(lists, all_or_nothing=False)
    sums(report)
    assert [(r.rows, r.rejected) for r in report.counts()] == [(3, 1), (1, 0)]
    assert {u.read_as for u in report.lenient()} == {"no date", ".."}
    assert h.relation_count == 3
    assert {(d.slot, d.how) for d in h.disagreements()} >= {("begin", "time-disjoint")}
    with pytest.raises(ValueError, match="no nodes come from"):
        lists[0].relation("signed", "stat", "treaty")


def test_what_loading_takes_is_estimated_before(write):
    paths = write(HEAD + "fr,member-of,un,1945-10-24,\n" * 50)
    estimate = comity.estimate_csv(*paths)
    assert (estimate.nodes, estimate.relations) == (3, 50)
    assert estimate.text == sum(path.stat().st_size for path in paths)
    assert 0 < estimate.held < comity.estimate_csv(*paths, with_source=True).held < estimate.peak
    with pytest.raises(comity.errors.FileError, match="nowhere"):
        comity.estimate_csv("nowhere", paths[1])
