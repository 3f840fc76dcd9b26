"""Measures comity and its peers side by side.

    python -m peers FOLDER [SET ...] [--only PEER,...] [--works TEXT] [--brief]

FOLDER holds a folder for each data set, with nodes.csv (id,type,name) and relations.csv
(source,relation,target,start,end), gzipped or not. Prints Markdown: for each set comity beside the best peer, then
every peer. A peer that is not installed is named and left out. Nothing here is a test.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from .race import Entrant, race
from .report import machine, memory_rows, rows_of, verdict
from .sets import DataSet, found
from .work import WORKS

PEERS = [
    "comity", "numpy", "sqlite", "duckdb", "polars", "pandas", "igraph", "graph_tool", "networkit", "rustworkx",
    "networkx", "raphtory", "ladybug",
]
SETS = ["un-votes", "icews18", "uk-treaties", "cow-igo"]


def entered(data: DataSet, keys: list[str], scratch: Path) -> list[Entrant]:
    """Those that are installed and could load the set."""
    entrants = []
    for key in keys:
        e = Entrant(key, data, scratch)
        if e.is_running():
            entrants.append(e)
        else:
            print(f"- {key}: left out: {e.loaded.get('failed') or e.loaded.get('cannot')}", flush=True)
            e.stop()
    return entrants


def measure(data: DataSet, keys: list[str], works: str, brief: bool) -> None:
    print(f"\n### {data.name}\n", flush=True)
    with tempfile.TemporaryDirectory() as scratch:
        entrants = entered(data, keys, Path(scratch))
        names = {e.key: e.loaded["name"] for e in entrants}
        print("- " + ", ".join(f"{e.loaded['name']} {e.loaded['version']}".strip() for e in entrants))
        print(f"- {entrants[0].loaded['relations']:,} relations; {data.type!r} is the most frequent type")
        print("\n| work | comity | best peer | ratio | of medians | target | |", flush=True)
        print("|---|---:|---:|---:|---:|---:|---|", flush=True)
        details = []
        for work in WORKS:
            if works.lower() in work.name.lower() and work.applies(data):
                results = race(work, entrants)
                print(verdict(work, results, names), flush=True)
                details += rows_of(work, results, names)
        print("\n| held | MiB | bytes a relation | peak of the process | first load |\n|---|---:|---:|---:|---:|")
        print("\n".join(memory_rows(entrants, data)), flush=True)
        if not brief:
            print("\n| work | by | min | median | max | median to comity's | |\n|---|---|---:|---:|---:|---:|---|")
            print("\n".join(details), flush=True)
        for e in entrants:
            e.stop()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("sets", nargs="*", default=SETS)
    parser.add_argument("--only", default=",".join(PEERS), help="peers, with commas between them")
    parser.add_argument("--works", default="", help="only works whose name holds this text")
    parser.add_argument("--brief", action="store_true", help="only comity beside the best peer")
    options = parser.parse_args()
    keys = [name.strip().replace("-", "_") for name in options.only.split(",")]
    if unknown := sorted(set(keys) - set(PEERS)):
        parser.error(f"no peer is called {', '.join(unknown)}; expected some of {', '.join(PEERS)}")
    print(machine(), flush=True)
    for data in found(options.folder, options.sets):
        measure(data, keys, options.works, options.brief)


if __name__ == "__main__":
    main()
