"""DuckDB: one table sorted by day, node numbers joined in when it is loaded."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb

from .columns import EVER
from .contender import Contender, Pairs
from .sets import DataSet

VERSION = duckdb.__version__


class Peer(Contender):
    name = "DuckDB"
    why_not = "no graph algorithms"

    def load(self, data: DataSet) -> int:
        base = self.base = duckdb.connect()
        base.execute(
            "create table node as select (row_number() over () - 1)::integer as number, id "
            "from read_csv(?, all_varchar = true, header = true)",
            [data.nodes],
        )
        acts = "true" if data.all_acts else "relation like 'did%'" if data.missing_end == "by type" else "false"
        base.execute(
            f"""create table r as
            select a.number as source, relation as type, b.number as target,
                   coalesce(start::date - date '1970-01-01', -{EVER})::integer as start,
                   coalesce("end"::date - date '1970-01-01',
                            case when {acts} then start::date - date '1970-01-01' else {EVER} end)::integer as "end"
            from read_csv(?, all_varchar = true, header = true) f
            join node a on a.id = f.source join node b on b.id = f.target order by start""",
            [data.relations],
        )
        self.holds = "start = $1" if data.all_acts else 'start <= $1 and "end" >= $1'
        return int(base.execute("select count(*) from r").fetchone()[0])

    @staticmethod
    def chosen(types: Sequence[str]) -> str:
        return ",".join("'" + t.replace("'", "''") + "'" for t in types)

    def count_on_day(self, day: int, types: Sequence[str]) -> int:
        query = f"select count(*) from r where {self.holds} and type in ({self.chosen(types)})"
        return int(self.base.execute(query, [day]).fetchone()[0])

    def list_on_day(self, day: int, types: Sequence[str]) -> Pairs:
        query = f"select source, target from r where {self.holds} and type in ({self.chosen(types)})"
        found = self.base.execute(query, [day]).fetchnumpy()
        return found["source"], found["target"]

    def count_on_days(self, days: Any, types: Sequence[str]) -> Any:
        holds = self.holds.replace("$1", "d.day")
        query = (
            f"select count(r.source) from (select unnest($1) as day, generate_subscripts($1, 1) as at) d "
            f"left join r on {holds} and type in ({self.chosen(types)}) group by d.at order by d.at"
        )
        return [row[0] for row in self.base.execute(query, [days.tolist()]).fetchall()]

    def neighbours_on_day(self, node: int, type: str, day: int) -> Any:
        query = f"select target from r where source = $2 and type = $3 and {self.holds}"
        return self.base.execute(query, [day, node, type]).fetchnumpy()["target"]

    def neighbours_by_day(self, node: int, type: str, day: int) -> Any:
        query = "select target from r where source = $2 and type = $3 and start <= $1"
        return self.base.execute(query, [day, node, type]).fetchnumpy()["target"]

    def neighbours_of_many(self, nodes: Any, type: str, day: int) -> Any:
        query = f"select target from r where source in (select unnest($2)) and type = $3 and {self.holds}"
        return self.base.execute(query, [day, nodes.tolist(), type]).fetchnumpy()["target"]

    def rolling(self, first: int, last: int, length: int) -> Pairs:
        query = f"""
            with w as (select range as a, least(range + {length} - 1, {last}) as z
                       from range({first}, {last} + 1, {length})),
                 hit as (select a, source, target from w join r on start <= z and "end" >= a)
            select a, any_value(n), count(distinct node)
            from (select a, source as node, count(*) over (partition by a) as n from hit
                  union all select a, target, null from hit)
            group by a order by a"""
        found = {a: (n, nodes) for a, n, nodes in self.base.execute(query).fetchall()}
        windows = range(first, last + 1, length)
        return [found.get(a, (0, 0))[0] for a in windows], [found.get(a, (0, 0))[1] for a in windows]

    def save(self, path: Path) -> None:
        self.base.execute(f"attach '{path}' as saved")
        self.base.execute("create table saved.r as from r order by start")
        self.base.execute("detach saved")

    def open_and_count(self, path: Path, day: int, types: Sequence[str]) -> int:
        with duckdb.connect(str(path), read_only=True) as file:
            query = f"select count(*) from r where {self.holds} and type in ({self.chosen(types)})"
            return int(file.execute(query, [day]).fetchone()[0])

    def start_column(self) -> Any:
        return self.base.execute("select start from r").fetchnumpy()["start"]

    def to_pandas(self) -> Any:
        return self.base.execute(
            "select a.id as source, b.id as target, type, start, \"end\" "
            "from r join node a on a.number = source join node b on b.number = target"
        ).df()
