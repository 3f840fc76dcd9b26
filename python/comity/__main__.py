"""``python -m comity check FILE...``: read each history, hold it against itself, and print what nobody explains.

Exits with 0 if nothing is left to explain, with 1 if something is, and with 2 if a file could not be read.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence

from . import __version__
from .errors import ComityError
from .history import History, open, read_json
from .table import Row

__all__ = ["main"]

MODALITIES = ("reported", "planned", "proposed", "alleged")


def _read(path: str) -> History:
    return open(path) if path.endswith(".comity") else read_json(path)


def _how_to_explain(finding: Row) -> str:
    first = str(finding.subjects).partition(";")[0]
    return f"not explained: add a note {f'finding {finding.rule}: {first}'!r}"


def _check(path: str, *, everything: bool) -> int:
    """Print what deserves a look in one file; return the exit code."""
    begun = time.perf_counter()
    try:
        history = _read(path)
    except (ComityError, OSError) as error:
        print(f"{path}: {error}", file=sys.stderr)
        for finding in getattr(error, "findings", ()):
            print(f"  {finding}", file=sys.stderr)
        return 2
    seconds = time.perf_counter() - begun
    view = history.all().modalities(*MODALITIES)
    found = list(view.audit())
    open_ones = [row for row in found if row.explained is None]
    for row in found if everything else open_ones:
        print(f"{path}: {row.level}: {row.message} [{row.rule}]")
        print(f"  {row.explained or _how_to_explain(row)}")
        if row.stated:
            print(f"  stated: {row.stated}")
    counts = view.summary().notes
    print(
        f"{path}: {counts['nodes']} nodes, {counts['relations']} relations, {counts['statements']} statements read in"
        f" {seconds:.3f} s; {len(found)} findings, {len(open_ones)} not explained"
    )
    return 1 if open_ones else 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    parser = argparse.ArgumentParser(prog="python -m comity", description="Look after files of histories.")
    parser.add_argument("--version", action="version", version=f"comity {__version__}")
    commands = parser.add_subparsers(dest="command", required=True)
    about = "read files, audit what they hold, and print what no note of theirs explains"
    check = commands.add_parser("check", help=about, description=about)
    check.add_argument("files", nargs="+", metavar="FILE", help="JSON, or an archive (.comity)")
    check.add_argument("--all", action="store_true", dest="everything", help="print what is explained too, and how")
    given = parser.parse_args(arguments)
    return max(_check(path, everything=given.everything) for path in given.files)


if __name__ == "__main__":
    sys.exit(main())
