"""Columns in memory, to a history: the same as of the same rows in files."""

from __future__ import annotations

import datetime
import pathlib
from typing import Any

import numpy as np
import pytest

import comity

NODES = {
    "id": ["fr", "de", "un"],
    "type": ["state", "state", "organisation"],
    "name": ["France", None, "United Nations"],
}
ROWS = {
    "source": ["fr", "de", "fr", "de"],
    "relation": ["member-of", "member-of", "founded", "has-relations-with"],
    "target": ["un", "un", "un", "fr"],
    "start": ["1945-10-24", "1973-09-18", "1945-06-26", None],
    "end": [None, "2050-01-01", None, None],
}
ENDS = {"": "open", "founded": "instantaneous"}


def told(h: comity.History) -> list[Any]:
    nodes = [(n.id, n.kind, n.name("en")) for n in h.nodes()]
    return [nodes, *([r.from_node.id, r.type, r.to_node.id, str(r.period)] for r in h.relations())]


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    folder: pathlib.Path = tmp_path_factory.mktemp("bulk")
    for name, columns in (("nodes", NODES), ("relations", ROWS)):
        rows = [",".join(cell or "" for cell in row) for row in zip(*columns.values(), strict=True)]
        (folder / f"{name}.csv").write_text("\n".join([",".join(columns), *rows, ""]))
    return told(comity.read_csv(folder / "nodes.csv", folder / "relations.csv", missing_end=ENDS).history)


def days() -> dict[str, Any]:
    return {name: np.array([text or "NaT" for text in ROWS[name]], "datetime64[D]") for name in ("start", "end")}


def as_dates(name: str) -> list[datetime.date | None]:
    return [text and datetime.date.fromisoformat(text) for text in ROWS[name]]  # type: ignore[misc]


def as_frames() -> tuple[Any, Any]:
    pandas = pytest.importorskip("pandas")
    return pandas.DataFrame(NODES), pandas.DataFrame(ROWS)


def typed_frames() -> tuple[Any, Any]:
    nodes, rows = as_frames()
    for name in ("source", "relation", "target"):
        rows[name] = rows[name].astype("category")
    for name in ("start", "end"):
        rows[name] = rows[name].astype("datetime64[ns]")
    return nodes.astype({"type": "category"}), rows


def as_polars(dates: bool, categories: bool) -> tuple[Any, Any]:
    polars = pytest.importorskip("polars")
    rows = polars.DataFrame(ROWS)
    if dates:
        rows = rows.with_columns(polars.col("start", "end").str.to_date())
    if categories:
        rows = rows.with_columns(polars.col("source", "relation", "target").cast(polars.Categorical))
    return polars.DataFrame(NODES), polars.concat([rows[:1], rows[1:]], rechunk=False)


def as_pyarrow(times: bool) -> tuple[Any, Any]:
    pyarrow = pytest.importorskip("pyarrow")
    rows = pyarrow.table(ROWS)
    if times:
        for name in ("start", "end"):
            column = pyarrow.array(as_dates(name), pyarrow.date32()).cast(pyarrow.timestamp("us"))
            rows = rows.set_column(rows.column_names.index(name), name, column)
    return pyarrow.table(NODES), pyarrow.concat_tables([rows.slice(0, 3), rows.slice(3)])


def numbered() -> dict[str, Any]:
    ends = {name: np.array([NODES["id"].index(id) for id in ROWS[name]], "uint8") for name in ("source", "target")}
    return {**ROWS, **ends, **days()}


def since_epoch() -> dict[str, Any]:
    """Days as numbers: floating where some are missing, as pandas has it, and masked."""
    found = days()
    start = found["start"].astype("int64").astype(float)
    start[np.isnat(found["start"])] = np.nan
    end = np.ma.MaskedArray(found["end"].astype("int64"), np.isnat(found["end"]))
    return {**ROWS, "start": start, "end": end}


MAKERS = {
    "lists": lambda: (NODES, ROWS),
    "arrays of objects": lambda: (NODES, {k: np.array(v, object) for k, v in ROWS.items()}),
    "datetime64": lambda: (NODES, {**ROWS, **days()}),
    "datetime64 in ns": lambda: (NODES, {**ROWS, **{k: v.astype("datetime64[ns]") for k, v in days().items()}}),
    "rows of nodes": lambda: (NODES, numbered()),
    "days since 1970": lambda: (NODES, since_epoch()),
    "datetime.date": lambda: (NODES, {**ROWS, "start": as_dates("start"), "end": as_dates("end")}),
    "pandas": as_frames,
    "pandas, typed": typed_frames,
    "polars": lambda: as_polars(dates=False, categories=False),
    "polars, typed": lambda: as_polars(dates=True, categories=True),
    "pyarrow": lambda: as_pyarrow(times=False),
    "pyarrow, timestamps": lambda: as_pyarrow(times=True),
}


@pytest.mark.parametrize("make", MAKERS.values(), ids=list(MAKERS))
def test_same_as_of_files(make: Any, expected: list[Any]) -> None:
    nodes, relations = make()
    h, report = comity.from_columns(nodes, relations, missing_end=ENDS)
    assert told(h) == expected
    assert report.counts()["file"].tolist() == ["nodes", "relations"]
    assert report.counts()["accepted"].tolist() == [3, 4]
    choices = {row.text: (row.made, row.rows) for row in report.choices() if row.what == "missing end"}
    assert choices == {"member-of": ("open", 1), "founded": ("instantaneous", 1), "has-relations-with": ("open", 1)}


class Stream:
    """Nothing but the protocol."""

    def __init__(self, table: Any) -> None:
        self._table = table

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._table.__arrow_c_stream__(requested_schema)


def test_our_own_tables_come_in_again() -> None:
    sco = comity.datasets.sco()
    nodes, edges = sco.nodes(), sco.edges("signed-at")
    h, _ = comity.from_columns(
        {"id": nodes["id"], "type": nodes["kind"]},
        {"source": edges["from"], "relation": edges["type"], "target": edges["to"], "start": edges["first"]},
        new_kinds="event",
    )
    assert h.edges()["from"].tolist() == edges["from"].tolist()
    assert h.edges()["first"].tolist() == edges["first"].tolist()


def test_arrow_without_any_library() -> None:
    made, _ = comity.from_columns(NODES, {**ROWS, **days()}, missing_end=ENDS)
    counts = made.all().relation_counts(["1980-01-01"])
    with pytest.raises(comity.errors.InvalidArgumentError, match=r"nodes have no column 'id'; they have 'day'"):
        comity.from_columns(Stream(counts), Stream(counts))


def test_wrong_rows_are_named() -> None:
    rows = {**ROWS, "source": ["fr", "xx", "fr", "de"], "start": ["1945-10-24", "1973", "1945-06-31", ""]}
    with pytest.raises(comity.errors.ParseError) as caught:
        comity.from_columns(NODES, rows, missing_end=ENDS)
    messages = [(f.place, f.message) for f in caught.value.findings]
    assert messages[0] == ("relations:2:1", "column 'source': no node is called 'xx'")
    assert messages[1][0] == "relations:3:4" and "1945-06-31" in messages[1][1]
    h, report = comity.from_columns(NODES, rows, missing_end=ENDS, all_or_nothing=False)
    assert (h.relation_count, report.rejected_rows) == (2, 2)
    assert report.rejected()["value"].tolist() == ["xx", "1945-06-31"]


def test_a_missing_end_must_be_spoken_for() -> None:
    with pytest.raises(comity.errors.ParseError, match=r"missing|no end"):
        comity.from_columns(NODES, ROWS)


@pytest.mark.parametrize(("times", "count"), [("refused", 0), ("dropped", 1), ("kept", 1)])
def test_times_of_day(times: str, count: int) -> None:
    row = {"source": ["fr"], "relation": ["member-of"], "target": ["un"]}
    start = np.array(["1945-10-24T10:30"], "datetime64[ns]")
    h, report = comity.from_columns(
        NODES, {**row, "start": start}, missing_end="open", times=times, all_or_nothing=False
    )
    assert h.relation_count == count
    assert report.rejected_rows == 1 - count
    if times == "refused":
        assert report.rejected()["value"].tolist() == ["1945-10-24T10:30:00"]


@pytest.mark.parametrize(
    ("column", "values", "match"),
    [
        ("start", [1.5, 2, 3, 4], r"'start', row 1: 1.5 is no whole number"),
        ("source", np.array(["fr", b"de", "fr", "de"], object), r"'source', row 2: b'de' is a bytes"),
        ("relation", np.zeros((4, 2)), "2 dimensions"),
        ("relation", np.zeros(4, bool), "holds bool"),
        ("target", ["un"], "length|rows"),
        ("target", 3, "'target' is a int; expected a list or an array"),
        ("source", [0, 1, 2**70, 3], r"'source', row 3: 1180591620717411303424 is no whole number of 64 bits"),
        ("source", [True, False, True, False], r"'source', row 1: True is a bool"),
        ("source", ["fr", 1, "fr", "de"], r"'source', row 2: 1 is a int; expected a text"),
        ("source", ["fr", "\ud800", "fr", "de"], r"'source', row 2: the text '.ud800' holds surrogates"),
        ("start", np.array(["1945", "1973", "1945", "NaT"], "datetime64[W]"), r"datetime64\[W\]; expected days"),
        ("start", np.array(["1945", "1973", "1945", "NaT"], "datetime64[10Y]"), r"datetime64\[10Y\]; expected days"),
    ],
)
def test_what_is_no_column(column: str, values: Any, match: str) -> None:
    with pytest.raises(comity.errors.InvalidArgumentError, match=match):
        comity.from_columns(NODES, {**ROWS, column: values}, missing_end=ENDS)


@pytest.mark.parametrize("make", [list, lambda cells: np.array(cells, object)], ids=["list", "objects"])
def test_lists_are_read_as_arrays_of_objects(make: Any) -> None:
    h, _ = comity.from_columns({**NODES, "name": make(["France", float("nan"), "UN"])}, ROWS, missing_end=ENDS)
    assert [h[id].names for id in NODES["id"]] == [{"": ["France"]}, {}, {"": ["UN"]}]
    with pytest.raises(comity.errors.InvalidArgumentError, match=r"'name', row 2: 2.5 is a float; expected a text"):
        comity.from_columns({**NODES, "name": make(["France", 2.5, True])}, ROWS, missing_end=ENDS)


def test_cells_of_a_list_may_be_of_numpy() -> None:
    start = [*(np.datetime64(text) for text in ("1945-10-24", "1973-09")), comity.Date("1945?"), np.datetime64("NaT")]
    rows = {**ROWS, "source": [np.int8(0), 1, 0.0, np.float32(1)], "start": start}
    h, _ = comity.from_columns(NODES, rows, missing_end=ENDS)
    assert [str(r.period) for r in h.relations("member-of")] == ["1945-10-24/..", "1973-09/2050-01-01"]
    assert [str(r.period) for r in h.relations("founded")] == ["1945?"]


@pytest.mark.parametrize("empty", [[], [None] * 3, [float("nan")] * 3, np.full(3, np.nan), np.full(3, "NaT", "M8[D]")])
def test_columns_without_any_value(empty: Any) -> None:
    count = len(empty)
    nodes = {"id": NODES["id"][:count], "type": NODES["type"][:count], "name": empty}
    h, _ = comity.from_columns(nodes, {name: [] for name in ROWS})
    assert [node.names for node in h.nodes()] == [{}] * count


def test_years_and_months_of_numpy_are_no_days() -> None:
    start = np.array(["1945", "-0044", "12345", "NaT"], "datetime64[Y]")
    rows = {**ROWS, "relation": ["has-relations-with"] * 4, "end": [None] * 4}
    h, _ = comity.from_columns(NODES, {**rows, "start": start}, missing_end="open")
    assert {str(r.period) for r in h.relations()} == {"1945/..", "-0044/..", "Y12345/..", "/.."}
    start = np.array(["1945-10", "1973-09", "0945-01", "NaT"], "datetime64[M]")
    h, _ = comity.from_columns(NODES, {**rows, "start": start}, missing_end="open")
    assert {str(r.period) for r in h.relations()} == {"1945-10/..", "1973-09/..", "0945-01/..", "/.."}


def zoned(zone: str) -> list[Any]:
    """The same moment, in New York the evening of the day before, by every road."""
    pandas, polars, pyarrow = (pytest.importorskip(name) for name in ("pandas", "polars", "pyarrow"))
    moment = pandas.Series(pandas.to_datetime(["1945-10-25 02:00"])).dt.tz_localize("UTC").dt.tz_convert(zone)
    row = {"source": ["fr"], "relation": ["member-of"], "target": ["un"]}
    frame = pandas.DataFrame({**row, "start": moment})
    table = pyarrow.Table.from_pandas(frame)
    lists = [moment.tolist(), table["start"], polars.from_arrow(table)["start"]]
    return [frame, table, polars.from_arrow(table), *({**row, "start": start} for start in lists)]


def test_moments_are_on_a_day_of_utc_or_of_no_zone() -> None:
    for rows in zoned("UTC"):
        h, _ = comity.from_columns(NODES, rows, missing_end="open", times="dropped")
        assert [str(r.period) for r in h.relations()] == ["1945-10-25/.."]
    for rows in zoned("America/New_York"):
        with pytest.raises(comity.errors.InvalidArgumentError, match=r"'start'.*: a moment in the zone (America|E)"):
            comity.from_columns(NODES, rows, missing_end="open", times="dropped")


def test_what_are_no_columns() -> None:
    class Odd:
        def __arrow_c_stream__(self, requested_schema: object = None) -> int:
            return 3

    with pytest.raises(comity.errors.InvalidArgumentError, match="no Arrow stream"):
        comity.from_columns(Odd(), ROWS)
    with pytest.raises(TypeError, match="nodes: expected a pandas data frame"):
        comity.from_columns(["fr"], ROWS)  # type: ignore[arg-type,unused-ignore]


def test_stopping() -> None:
    with pytest.raises(comity.errors.CancelledError):
        comity.from_columns(NODES, ROWS, missing_end=ENDS, progress=lambda done, stage: False)


@pytest.mark.parametrize("how", ["numpy", "arrow", "list"])
def test_fractions_of_a_second_are_dropped_and_reported_but_not_kept(how: str) -> None:
    moments = [datetime.datetime(1945, 10, 24, 9, 5, 7, 250_000), datetime.datetime(1973, 9, 18, 1, 2, 3)]
    start: object = moments
    if how == "numpy":
        start = np.array(moments, "datetime64[us]")
    elif how == "arrow":
        start = pytest.importorskip("pyarrow").array(moments)
    rows = {"source": ["fr", "de"], "relation": ["member-of"] * 2, "target": ["un", "un"], "start": start}
    h, report = comity.from_columns(NODES, rows, missing_end="open", times="dropped")
    assert h.at("1980").relation_count == (2, 2)
    assert [row.rows for row in report.choices() if row.what == "time of day"] == [2]
    _, report = comity.from_columns(NODES, rows, missing_end="open", times="kept", all_or_nothing=False)
    assert ["fraction of a second" in reason for reason in report.rejected()["reason"]] == [True]


def test_times_of_day_in_arrow() -> None:
    pyarrow = pytest.importorskip("pyarrow")
    moment = datetime.datetime(1945, 10, 24, 9, 5, 7)
    start = pyarrow.array([moment, None], pyarrow.timestamp("us"))
    row = {"source": ["fr", "de"], "relation": ["member-of"] * 2, "target": ["un", "un"]}
    rows = pyarrow.table({**row, "start": start})
    _, report = comity.from_columns(NODES, rows, missing_end="open", all_or_nothing=False)
    assert report.rejected()["value"].tolist() == ["1945-10-24T09:05:07"]
    h, report = comity.from_columns(NODES, rows, missing_end="open", times="dropped")
    assert [r.from_node.id for r in h.at("1945-10-24").relations() if r.truth is comity.Truth.CERTAIN] == ["fr"]
    assert [row.text for row in report.choices() if row.what == "time of day"] == ["1945-10-24T09:05:07"]
