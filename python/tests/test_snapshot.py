"""Snapshots, the algorithms on them, ways through time and rolling views."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

import comity

np = pytest.importorskip("numpy")
nx = pytest.importorskip("networkx")

ARCS = [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 3), (0, 1), (5, 2), (5, 5), (1, 4)]


@pytest.fixture(scope="module")
def history() -> comity.History:
    b = comity.Builder()
    for n in range(7):
        b.add_node(f"n{n}", "organisation")
    for i, (a, c) in enumerate(ARCS):
        b.add_relation(f"n{a}", "founded", f"n{c}", on=f"2000-01-{i + 1:02}")
    return b.build()


@pytest.fixture(scope="module")
def snapshot(history: comity.History) -> comity.Snapshot:
    return history.all().snapshot()


def by_id(table: comity.Table[comity.Row], column: str) -> dict[str, float]:
    return dict(zip(table["id"].tolist(), table[column].tolist(), strict=True))


def simple() -> nx.DiGraph:
    g = nx.DiGraph()
    g.add_nodes_from(f"n{n}" for n in range(7))
    g.add_edges_from((f"n{a}", f"n{c}") for a, c in ARCS if a != c)
    return g


def test_arrays_are_the_library_s_own_memory(snapshot: comity.Snapshot) -> None:
    assert (snapshot.vertex_count, snapshot.edge_count) == (7, len(ARCS))
    arcs = [
        (v, int(t))
        for v, (a, z) in enumerate(itertools.pairwise(snapshot.offsets))
        for t in snapshot.targets[a:z]
    ]
    assert sorted(arcs) == sorted(ARCS)
    assert not snapshot.targets.flags.owndata
    with pytest.raises(ValueError, match="read-only"):
        snapshot.targets[0] = 1
    assert snapshot.in_sources[snapshot.in_offsets[3] : snapshot.in_offsets[4]].tolist() == [2, 4]
    assert snapshot.nodes.tolist() == list(range(7))
    assert len(snapshot.in_edges) == len(ARCS)


def test_an_array_keeps_its_snapshot_alive() -> None:
    targets = comity.datasets.sco().all().snapshot().targets
    assert targets.max() < comity.datasets.sco().all().snapshot().vertex_count


def test_pagerank_agrees_with_networkx(snapshot: comity.Snapshot) -> None:
    multi = nx.MultiDiGraph()
    multi.add_nodes_from(f"n{n}" for n in range(7))
    multi.add_edges_from((f"n{a}", f"n{c}") for a, c in ARCS)
    step = np.asarray(nx.google_matrix(multi, alpha=0.85))
    expected = np.full(7, 1 / 7)
    for _ in range(200):
        expected = expected @ step
    assert snapshot.pagerank(tolerance=1e-13, iterations=200)["rank"].tolist() == pytest.approx(expected, abs=1e-9)
    ones = snapshot.pagerank(weights=np.ones(len(ARCS)))
    assert ones["rank"].tolist() == snapshot.pagerank()["rank"].tolist()


def test_components_agree_with_networkx(snapshot: comity.Snapshot) -> None:
    weak, strong = by_id(snapshot.weak_components(), "part"), by_id(snapshot.strong_components(), "part")
    for found, expected in (
        (weak, nx.weakly_connected_components(simple())),
        (strong, nx.strongly_connected_components(simple())),
    ):
        parts: dict[float, set[str]] = {}
        for id, part in found.items():
            parts.setdefault(part, set()).add(id)
        assert sorted(map(sorted, parts.values())) == sorted(map(sorted, expected))


def test_centralities_agree_with_networkx(snapshot: comity.Snapshot) -> None:
    g = simple()
    assert by_id(snapshot.core_numbers(), "core") == nx.core_number(g.to_undirected())
    between = nx.betweenness_centrality(g, normalized=False)
    assert by_id(snapshot.betweenness(), "betweenness") == pytest.approx(between)
    both = nx.betweenness_centrality(g.to_undirected(), normalized=False)
    assert by_id(snapshot.betweenness(way="both"), "betweenness") == pytest.approx(both)
    found = snapshot.clustering()
    assert by_id(found, "triangles") == nx.triangles(g.to_undirected())
    assert by_id(found, "clustering") == pytest.approx(nx.clustering(g.to_undirected()))
    assert float(found.notes["transitivity"]) == pytest.approx(nx.transitivity(g.to_undirected()))


def test_reach_agrees_with_networkx(snapshot: comity.Snapshot) -> None:
    lengths = nx.single_source_shortest_path_length(simple(), "n1")
    assert by_id(snapshot.distances("n1"), "distance") == {f"n{n}": lengths.get(f"n{n}") for n in range(7)}
    pairs = snapshot.transitive_closure()
    expected = nx.transitive_closure(simple(), reflexive=False)
    found = set(zip(pairs["from"].tolist(), pairs["to"].tolist(), strict=True))
    assert found == set(expected.edges()) | {("n5", "n5")}
    with pytest.raises(comity.UnknownIdError, match="nobody"):
        snapshot.distances(["nobody"])


def test_co_occurrence_joins_those_who_meet(snapshot: comity.Snapshot) -> None:
    ties = snapshot.co_occurrence()
    rows = list(zip(*(ties[c].tolist() for c in ("a", "b", "shared")), strict=True))
    assert ("n1", "n3", 1) in rows  # both at n4
    assert len(snapshot.co_occurrence(smallest=3)) == 0
    assert len(snapshot.co_occurrence(of_targets=True, weight="newman")) > 0


def test_names_of_options_are_checked(snapshot: comity.Snapshot) -> None:
    with pytest.raises(ValueError, match="way='up': expected one of 'out', 'in', 'both'"):
        snapshot.betweenness(way="up")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="damping"):
        snapshot.pagerank(damping=2)


def test_long_work_can_be_stopped(snapshot: comity.Snapshot) -> None:
    heard: list[str] = []

    def stop(done: float, stage: str) -> bool:
        heard.append(stage)
        return False

    with pytest.raises(comity.ComityError, match="stopped"):
        snapshot.pagerank(progress=stop)
    assert heard == ["pagerank"]
    assert len(snapshot.pagerank(progress=lambda done, stage: None)) == 7

    def fail(done: float, stage: str) -> bool:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        snapshot.clustering(progress=fail)


def test_ways_through_time_never_go_back(history: comity.History) -> None:
    found = history.earliest_arrivals("n0", "2000-01-01")
    assert dict(zip(found["id"].tolist(), map(str, found["day"].tolist()), strict=True)) == {
        "n0": "2000-01-01",
        "n1": "2000-01-01",
        "n2": "2000-01-02",
        "n3": "2000-01-04",
        "n4": "2000-01-05",
    }
    assert len(history.earliest_arrivals("n0", "2000-01-02")) == 3  # n1 on the 7th, n4 on the 10th
    late = history.latest_departures("n4", "2000-01-31")
    assert str(late[0].day) == "2000-01-31"
    fast = history.fastest_journey("n0", "n4")
    assert fast.notes == {"departure": "2000-01-07", "arrival": "2000-01-10"}
    assert fast["to"].tolist() == ["n1", "n4"]
    assert by_id(history.temporal_closeness("2000"), "closeness")["n6"] == 0


def test_rolling_is_as_asking_each_window(history: comity.History) -> None:
    rows = history.rolling("2000-01-01", "2000-01-10", "day", length=3)
    assert rows["relations_possible"].tolist() == [3, 3, 3, 1]
    assert rows["parts"].tolist() == [None] * 4
    assert history.rolling("2000-01", "2000-01", "month", components=True)["largest"].tolist() == [6]
    for row in rows:
        seen = history.window(str(row.first), str(row.last)).relations()
        assert row.nodes_certain == len({*seen["from"].tolist(), *seen["to"].tolist()})


def test_edges_weigh_how_many_lead_the_same_way(snapshot: comity.Snapshot) -> None:
    weights = snapshot.weights()
    assert weights.columns == ("relation", "from", "to", "weight")
    found = dict(zip(weights["relation"].tolist(), weights["weight"].tolist(), strict=True))
    assert found == {i: float(ARCS.count(arc)) for i, arc in enumerate(ARCS)}


def test_edges_weigh_what_an_attribute_says() -> None:
    b = comity.Builder()
    b.add_node("a", "organisation")
    b.add_node("b", "organisation")
    b.add_relation("a", "founded", "b", on="2000", attributes={"weight": 2.5})
    b.add_relation("a", "founded", "b", on="2001")
    graph = b.build().all().snapshot()
    assert graph.weights("weight", missing=1)["weight"].tolist() == [2.5, 1.0]
    with pytest.raises(comity.errors.InvalidArgumentError, match="has no 'weight'"):
        graph.weights("weight")
    with pytest.raises(comity.UnknownIdError, match="did you mean 'weight'"):
        graph.weights("weigth")


def test_algorithms_can_be_watched_and_stopped(small: comity.History) -> None:
    graph = small.all().snapshot()
    works: list[Callable[..., object]] = [
        graph.weights,
        graph.weak_components,
        graph.strong_components,
        graph.core_numbers,
        graph.clustering,
        lambda **how: graph.distances("ania", **how),
        small.edges,
    ]
    for work in works:
        seen: list[tuple[float, str]] = []
        work(progress=lambda done, stage, seen=seen: seen.append((done, stage)))
        assert seen[0][0] == 0
        assert seen[-1][0] == 1
        with pytest.raises(comity.errors.CancelledError, match="stopped"):
            work(progress=lambda *_: False)
