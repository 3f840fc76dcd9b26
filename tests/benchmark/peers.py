"""comity side by side with what careful users fall back on: the same work, in one run, on the same files.

    python tests/benchmark/peers.py FOLDER [SET ...]

FOLDER holds a folder for each data set, with nodes.csv.gz (id,type,name) and relations.csv.gz
(source,relation,target,start,end; an empty end: that day only). Prints a table in Markdown: for each work the
median of several runs, fastest and slowest, and the ratio to comity's median. Answers are compared; a peer that
is not installed is left out and named. Nothing here is a test.
"""

from __future__ import annotations

import gzip
import importlib
import importlib.metadata
import os
import platform
import resource
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import comity
import numpy as np
import pandas as pd

EPOCH = date(1970, 1, 1)


def module(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


duckdb, igraph = module("duckdb"), module("igraph")
sparse = module("scipy.sparse")
csgraph = module("scipy.sparse.csgraph")


def days(text: str) -> int:
    return (date.fromisoformat(text) - EPOCH).days


class Work:
    """One question, asked of each contender."""

    def __init__(self, name: str, repeat: int = 30) -> None:
        self.name = name
        self.repeat = repeat
        self.times: dict[str, list[float]] = {}
        self.answers: dict[str, Any] = {}

    def run(self, who: str, ask: Callable[[], Any]) -> Any:
        answer = None
        times = []
        for _ in range(self.repeat):
            began = time.perf_counter()
            answer = ask()
            times.append(time.perf_counter() - began)
        self.times[who] = times
        self.answers[who] = answer
        return answer

    def agree(self) -> None:
        own = self.answers["comity"]
        for who, answer in self.answers.items():
            if not np.allclose(answer, own, atol=1e-6):
                raise SystemExit(f"{self.name}: {who} answers {answer}, comity {own}")

    def rows(self) -> list[str]:
        own = statistics.median(self.times["comity"])
        return [
            f"| {self.name} | {who} | {1e6 * statistics.median(t):,.1f} | {1e6 * min(t):,.1f} | {1e6 * max(t):,.1f} "
            f"| {statistics.median(t) / own:,.2f} |"
            for who, t in sorted(self.times.items(), key=lambda item: statistics.median(item[1]))
        ]


class Columns:
    """The columns that a careful NumPy user would hold: relations sorted by day, and by source, type and day."""

    def __init__(self, folder: Path) -> None:
        nodes = pd.read_csv(folder / "nodes.csv.gz", dtype=str, keep_default_na=False)
        relations = pd.read_csv(folder / "relations.csv.gz", dtype=str, keep_default_na=False)
        self.number = {id: i for i, id in enumerate(nodes["id"])}
        self.source = relations["source"].map(self.number).to_numpy(np.int64)
        self.target = relations["target"].map(self.number).to_numpy(np.int64)
        codes, names = pd.factorize(relations["relation"])
        self.type, self.types = codes.astype(np.int64), list(names)
        self.start = relations["start"].to_numpy("datetime64[D]").astype(np.int64)
        end = relations["end"]
        self.end = np.where(end == "", self.start, 0)
        given = (end != "").to_numpy()
        if given.any():
            raise SystemExit("this benchmark takes files of one-day relations")
        self.count = len(nodes)
        self.by_day = np.lexsort((self.type, self.start))
        self.sorted_day, self.sorted_type = self.start[self.by_day], self.type[self.by_day]
        self.by_node = np.lexsort((self.start, self.type, self.source))
        self.node_key = (self.source * len(self.types) + self.type)[self.by_node]
        self.node_day, self.node_target = self.start[self.by_node], self.target[self.by_node]

    def on_day(self, day: int, type: int) -> int:
        a, z = np.searchsorted(self.sorted_day, [day, day + 1])
        return int((self.sorted_type[a:z] == type).sum())

    def neighbours(self, node: int, type: int, day: int) -> np.ndarray[Any, Any]:
        key = node * len(self.types) + type
        a, z = np.searchsorted(self.node_key, [key, key + 1])
        b, y = a + np.searchsorted(self.node_day[a:z], [day, day + 1])
        return self.node_target[b:y]

    def window(self, first: int, last: int) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
        a, z = np.searchsorted(self.sorted_day, [first, last + 1])
        rows = self.by_day[a:z]
        return self.source[rows], self.target[rows]


def database(c: Columns) -> sqlite3.Connection:
    """One table and the two indexes that cover the questions."""
    base = sqlite3.connect(":memory:")
    base.execute("create table r (source integer, type integer, target integer, day integer)")
    rows = zip(c.source.tolist(), c.type.tolist(), c.target.tolist(), c.start.tolist(), strict=True)
    base.executemany("insert into r values (?, ?, ?, ?)", rows)
    base.execute("create index on_day on r (day, type)")
    base.execute("create index of_node on r (source, type, day, target)")
    base.execute("analyze")
    return base


def load(folder: Path) -> comity.History:
    """Kinds and relation types that comity does not know are added; a missing end means that day only."""
    return comity.read_csv(
        folder / "nodes.csv.gz",
        folder / "relations.csv.gz",
        new_kinds="topic",
        add_types=True,
        missing_end="instantaneous",
        times="dropped",
    ).history


def ask(folder: Path) -> list[str]:
    works: list[Work] = []

    def work(name: str, repeat: int = 30) -> Work:
        works.append(Work(f"{folder.name}: {name}", repeat))
        return works[-1]

    loading = work("CSV files to what can be asked", 5)
    loading.run("comity", lambda: load(folder).relation_count)
    loading.run("NumPy by pandas", lambda: len(Columns(folder).start))
    if duckdb:
        loading.run(
            "DuckDB",
            lambda: duckdb.sql(f"select count(*) from (from read_csv('{folder}/relations.csv.gz'))").fetchone()[0],
        )
    loading.agree()

    history, c = load(folder), Columns(folder)
    base = database(c)
    type_code = int(np.bincount(c.type).argmax())
    type_name = c.types[type_code]
    own_type = next(t for t in type_names(history) if t == plain(type_name))
    busy = int(np.bincount(c.start - c.start.min()).argmax() + c.start.min())
    busy_text = str(np.datetime64(busy, "D"))
    hub = int(np.bincount(c.source, minlength=c.count).argmax())
    hub_id = next(id for id, n in c.number.items() if n == hub)

    counting = work("typed count on the busiest day", 200)
    counting.run("comity", lambda: history.at(busy_text).types(own_type).relation_count.possible)
    counting.run("NumPy", lambda: c.on_day(busy, type_code))
    count_query = "select count(*) from r where day = ? and type = ?"
    counting.run("SQLite", lambda: base.execute(count_query, (busy, type_code)).fetchone()[0])
    counting.agree()

    near = work("typed neighbours of the busiest node on that day", 200)
    view = history.at(busy_text)
    node = history[hub_id]
    near.run("comity", lambda: len(view.out(node, own_type)))
    near.run("NumPy", lambda: len(c.neighbours(hub, type_code, busy)))
    near_query = "select target from r where source = ? and type = ? and day = ?"
    near.run("SQLite", lambda: len(base.execute(near_query, (hub, type_code, busy)).fetchall()))
    near.agree()

    first, last = int(np.quantile(c.start, 0.45)), int(np.quantile(c.start, 0.55))
    first_text, last_text = (str(np.datetime64(d, "D")) for d in (first, last))
    ranking = work("snapshot of a tenth of the rows, PageRank (20 iterations), weak components", 10)

    def by_comity() -> float:
        snapshot = history.window(first_text, last_text).snapshot()
        snapshot.weak_components()
        ranks = snapshot.pagerank(iterations=20, tolerance=0)
        return float(np.max(np.asarray(ranks["rank"].to_numpy())))

    ranking.run("comity", by_comity)
    if sparse and csgraph:
        ranking.run("NumPy and SciPy", lambda: by_scipy(c, first, last))
    ranking.agree()
    if igraph:  # runs to convergence: its ranks are near those of 20 iterations, not the same
        ranking.run("igraph", lambda: by_igraph(c, first, last))

    windows = work("relations in each of 120 consecutive windows", 20)
    span = int(c.start.max() - c.start.min() + 1)
    length = -(-span // 120)
    begin, stop = str(np.datetime64(int(c.start.min()), "D")), str(np.datetime64(int(c.start.max()), "D"))
    windows.run(
        "comity",
        lambda: history.rolling(begin, stop, "day", length=length)["relations_possible"].to_numpy().tolist(),
    )
    bounds = np.arange(int(c.start.min()), int(c.start.max()) + length, length)
    windows.run("NumPy", lambda: np.diff(np.append(np.searchsorted(c.sorted_day, bounds), len(c.start))).tolist())
    windows.agree()
    return [row for w in works for row in w.rows()]


def by_scipy(c: Columns, first: int, last: int) -> float:
    source, target = c.window(first, last)
    matrix = sparse.csr_matrix((np.ones(len(source)), (target, source)), shape=(c.count, c.count))
    csgraph.connected_components(matrix, connection="weak")
    out = np.bincount(source, minlength=c.count).astype(float)
    share = np.divide(1, out, where=out > 0, out=np.zeros_like(out))
    rank = np.full(c.count, 1 / c.count)
    for _ in range(20):
        stuck = rank[out == 0].sum()
        rank = 0.15 / c.count + 0.85 * (matrix @ (rank * share) + stuck / c.count)
    return float(rank.max())


def by_igraph(c: Columns, first: int, last: int) -> float:
    source, target = c.window(first, last)
    graph = igraph.Graph(n=c.count, edges=np.column_stack([source, target]), directed=True)
    graph.connected_components("weak")
    return float(max(graph.pagerank()))


def plain(word: str) -> str:
    """A word of a file as comity makes a name of it."""
    return "-".join("".join(ch if ch.isalnum() else " " for ch in word.lower()).split())


def type_names(history: comity.History) -> list[str]:
    summary = history.summary()
    return [n for n, w in zip(summary["name"].tolist(), summary["what"].tolist(), strict=True) if w == "relation type"]


def main() -> None:
    folder, *sets = sys.argv[1:] or sys.exit(__doc__)
    versions = {"comity": comity.__version__, "NumPy": np.__version__, "pandas": pd.__version__}
    versions["SQLite"] = sqlite3.sqlite_version
    for name in ("duckdb", "igraph", "scipy"):
        versions[name] = importlib.metadata.version(name) if module(name) else "not installed"
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()};", end=" ")
    print(", ".join(f"{name} {version}" for name, version in versions.items()))
    print("\n| work | by | median µs | fastest | slowest | to comity's |\n|---|---|---:|---:|---:|---:|")
    for name in sets or ["un-votes", "icews18"]:
        print("\n".join(ask(Path(folder) / name)), flush=True)
    print(f"\npeak memory of the run: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MiB")


if __name__ == "__main__":
    main()
