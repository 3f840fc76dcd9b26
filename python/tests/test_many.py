"""Many relations, days or nodes at once: as asking about each."""

import numpy as np
import pytest

import comity

SCO = comity.datasets.sco()
VIEWS = [SCO.all(), SCO.at("2012"), SCO.by("2012-06-07"), SCO.window("2009", "2011").certain()]


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_edges_are_the_relations(view: comity.View) -> None:
    edges, relations = view.edges(), view.relations()
    for column in ("number", "from", "to", "type", "truth"):
        assert edges[column].tolist() == relations[column].tolist()
    ids = list(SCO)
    assert [ids[n] for n in edges.codes("from")] == edges["from"].tolist()


def test_edges_of_a_type_and_of_a_history() -> None:
    assert len(SCO.edges("member-of")) == len(SCO.relations("member-of"))
    with pytest.raises(comity.UnknownIdError, match="member-of"):
        SCO.edges("member-off")


def test_days_without_a_copy() -> None:
    edges = SCO.window("2009", "2011").edges("signed-at")
    days = edges.days("first")
    assert days.dtype == np.int32 and not days.flags.writeable
    assert days.astype("datetime64[D]").tolist() == edges["first"].tolist()
    with pytest.raises(TypeError, match="holds cells of type category; expected day"):
        edges.days("from")


DAYS = ["2001-06-15", "2017-06-09", "2012-01-01", "1950-01-01"]


@pytest.mark.parametrize(
    "days", [DAYS, np.array(DAYS, "datetime64[D]"), np.array(DAYS, "datetime64[D]").astype("int32")], ids=type
)
def test_counts_on_many_days(days: object) -> None:
    members = SCO.all().types("member-of", "signed-at")
    found = members.relation_counts(days)
    assert [tuple(members.at(day).relation_count) for day in DAYS] == list(
        zip(found["certain"].tolist(), found["possible"].tolist(), strict=True)
    )
    by = members.relation_counts(days, by=True)
    assert by["possible"].tolist() == [members.by(day).relation_count.possible for day in DAYS]
    assert by["day"].astype(str).tolist() == DAYS


@pytest.mark.parametrize("unit", ["h", "s", "ns"])
def test_days_of_any_unit_and_shape(unit: str) -> None:
    expected = SCO.relation_counts(DAYS).to_dict()
    moments = np.array(DAYS, f"datetime64[{unit}]")
    assert SCO.relation_counts(moments).to_dict() == expected
    assert SCO.relation_counts(np.array(DAYS)).to_dict() == expected
    assert SCO.relation_counts(np.array(DAYS, object)).to_dict() == expected
    assert SCO.relation_counts(moments.astype("datetime64[D]").astype(float)).to_dict() == expected
    assert len(SCO.relation_counts(np.array([]))) == 0


def test_days_of_series() -> None:
    pandas = pytest.importorskip("pandas")
    expected = SCO.relation_counts(DAYS).to_dict()
    for days in (pandas.Series(DAYS), pandas.Series(pandas.to_datetime(DAYS)), pandas.to_datetime(DAYS, utc=True)):
        assert SCO.relation_counts(days).to_dict() == expected


@pytest.mark.parametrize(
    ("days", "match"),
    [
        (np.array(["2010"]), "'2010' is not one day"),
        (np.array(["2010"], object), "'2010' is not one day"),
        (np.array(["2010"], "datetime64[Y]"), "'2010' is not one day"),
        (np.array(["2010-01", "2011"], "datetime64[M]"), "'2010-01' is not one day"),
        (np.array(["2010-01-01", "NaT"], "datetime64[D]"), r"days\[1\]: NaT is no value"),
        (np.array(["NaT"], "datetime64[D]"), r"days\[0\]: NaT is no value"),
        (np.array([3, np.nan]), r"days\[1\]: nan is no value"),
        (np.array([3, 3.7]), r"days\[1\]: 3.7 is no whole number"),
        (np.array([2**63], "uint64"), r"days\[0\]: 9223372036854775808 is no whole number"),
        (np.array(["2010-01-01", "2010-01-01T10"], "datetime64[h]"), r"days\[1\]: 2010-01-01T10 has a time of day"),
        (np.array(["2010-01-01", None], object), r"days\[1\]: None is no value"),
        (np.array([True]), "the array of days holds bool"),
        (np.zeros((2, 2)), "2 dimensions"),
    ],
)
def test_arrays_of_what_is_no_day(days: object, match: str) -> None:
    with pytest.raises(comity.errors.InvalidArgumentError, match=match):
        SCO.relation_counts(days)


def test_counts_refuse_what_is_no_day() -> None:
    with pytest.raises(comity.errors.InvalidArgumentError, match="2012"):
        SCO.relation_counts(["2012"])
    with pytest.raises(comity.errors.InvalidArgumentError, match="already looks at"):
        SCO.at("2012").relation_counts(["2012-01-01"])


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_neighbours_are_the_ends_of_relations(view: comity.View) -> None:
    for node in ["china", "sco", "agreement-2009"]:
        assert view.neighbours(node) == [r.to_node.id for r in view.out(node)]
        assert view.neighbours(SCO[node], into=True) == [r.from_node.id for r in view.into(node)]
        assert view.neighbours(node, "member-of") == [r.to_node.id for r in view.out(node, "member-of")]


@pytest.mark.parametrize("into", [False, True])
def test_neighbours_of_many(into: bool) -> None:
    ids = list(SCO)
    at = SCO.at("2012")
    found = at.neighbours_of(ids, into=into)
    expected = [(id, other) for id in ids for other in at.neighbours(id, into=into)]
    assert list(zip(found["from"].tolist(), found["to"].tolist(), strict=True)) == expected
    numbered = at.neighbours_of(np.arange(len(ids)), into=into)
    assert numbered.to_dict() == found.to_dict()
    ends = at.neighbours_of(ids, into=into, columns=["to"])
    assert list(ends.columns) == ["to"]
    assert ends["to"].tolist() == found["to"].tolist()


def test_ids_in_arrays_and_series() -> None:
    expected = SCO.neighbours_of(["china", "russia"]).to_dict()
    assert SCO.neighbours_of(np.array(["china", "russia"])).to_dict() == expected
    ids = SCO.nodes("state")["id"]
    assert SCO.neighbours_of(ids).to_dict() == SCO.neighbours_of(ids.tolist()).to_dict()
    pandas = pytest.importorskip("pandas")
    for dtype in (object, "category"):
        assert SCO.neighbours_of(pandas.Series(["china", "russia"], dtype=dtype)).to_dict() == expected
    with pytest.raises(comity.errors.InvalidArgumentError, match=r"nodes\[1\]: <NA> is no value"):
        SCO.neighbours_of(pandas.Series([1, None], dtype="Int64"))


@pytest.mark.parametrize("nodes", [np.array([True, False]), np.array(["2010-01-01"], "datetime64[D]")], ids=str)
def test_flags_and_days_are_no_nodes(nodes: object) -> None:
    with pytest.raises(comity.errors.InvalidArgumentError, match="the array of nodes holds"):
        SCO.neighbours_of(nodes)


def test_neighbours_of_nobody() -> None:
    with pytest.raises(comity.UnknownIdError, match="chinna"):
        SCO.neighbours_of(["chinna"])
    with pytest.raises(comity.errors.InvalidArgumentError, match="no node number"):
        SCO.neighbours_of(np.array([-1]))
    with pytest.raises(comity.errors.InvalidArgumentError, match="no column 'days'"):
        SCO.neighbours_of(["china"], columns=["days"])
    assert len(SCO.neighbours_of([])) == 0


@pytest.mark.parametrize("into", [False, True])
def test_neighbours_by_number(into: bool) -> None:
    ids = list(SCO)
    for view in VIEWS:
        for node in ["china", "sco", "agreement-2009"]:
            numbers = view.neighbour_numbers(node, into=into)
            assert numbers.dtype == np.int32
            assert [ids[n] for n in numbers] == view.neighbours(node, into=into)
            numbers[:] = -1  # the caller's own
            assert [ids[n] for n in view.neighbour_numbers(node, into=into)] == view.neighbours(node, into=into)
    assert SCO.neighbour_numbers(SCO["china"], "signed-at").tolist() == []


def test_edges_of_chosen_columns() -> None:
    at = SCO.at("2012")
    all, some = at.edges(), at.edges(columns=["to", "from"])
    assert some.columns == ("from", "to")
    assert some.to_dict() == {name: all.to_dict()[name] for name in ("from", "to")}
    assert all.columns == ("number", "from", "to", "type", "first", "last", "truth")
    with pytest.raises(comity.errors.InvalidArgumentError, match="'whom'"):
        at.edges(columns=["whom"])


def test_ids_of_many_histories_are_not_mixed_up() -> None:
    def star(n: int) -> comity.History:
        builder = comity.Builder()
        builder.add_node(f"hub-{n}", "state")
        for i in range(5):
            builder.add_node(f"{n}-{i}", "organisation")
            builder.add_relation(f"hub-{n}", "member-of", f"{n}-{i}")
        return builder.build()

    for _ in range(3):
        stars = [star(n) for n in range(7)]
        for _ in range(2):
            for n, h in enumerate(stars):
                assert h.neighbours(f"hub-{n}") == [f"{n}-{i}" for i in range(5)]
