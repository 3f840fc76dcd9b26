"""The process of one peer: loads, then does what it is told, line by line, and says how long it took.

    python -m peers.worker PEER SCRATCH < commands

The first line is the data set; each other one the number of a work. Answers are lines of JSON.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .contender import CannotExpressError, Contender
from .sets import DataSet
from .work import WORKS, Work

LEAST = 0.01
"""Seconds that a run takes: the clock and a cold start count for little in it."""


def memory(key: str) -> int:
    """Of this process, in bytes: RssAnon is what it holds of its own, VmHWM the most it held at once.

    Only the second counts the code of libraries, which the system brings in as it is first called.
    """
    with contextlib.suppress(OSError):
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith(key + ":"):
                return int(line.split()[1]) * 1024
    return 0


def run(work: Work, peer: Contender, data: DataSet, scratch: Path) -> dict[str, Any]:
    """One run: all of the work's questions, again and again while that is quick, and how long one took."""
    questions = list(work.questions(peer, data, scratch))
    rounds, began = 0, time.perf_counter()
    while rounds == 0 or time.perf_counter() - began < LEAST:
        answers = [ask() for ask in questions]
        rounds += 1
    seconds = (time.perf_counter() - began) / len(questions) / rounds
    return {"seconds": seconds, "answer": [work.brief(peer.comparable(answer)) for answer in answers]}


def told(say: Callable[[dict[str, Any]], None], act: Callable[[], dict[str, Any]]) -> bool:
    """Does it and tells how it went; a peer that fails is named and the others go on."""
    try:
        say(act())
    except CannotExpressError as reason:
        say({"cannot": str(reason)})
    except Exception as error:  # whatever a peer raises
        say({"failed": f"{type(error).__name__}: {error}"[:300]})
        return False
    return True


def main() -> None:
    answers = os.fdopen(os.dup(1), "w")  # peers may print; that must not come between the answers
    os.dup2(2, 1)

    def say(what: dict[str, Any]) -> None:
        print(json.dumps(what), file=answers, flush=True)

    name, scratch = sys.argv[1], Path(sys.argv[2])
    module = importlib.import_module(f".by_{name}", __package__)
    peer: Contender = module.Peer()
    data = DataSet.read(sys.stdin.readline())

    def load() -> dict[str, Any]:
        peer.prepare_reading()
        before = memory("RssAnon")
        began = time.perf_counter()
        count = peer.load(data)
        seconds = time.perf_counter() - began
        gc.collect()
        held, peak = memory("RssAnon") - before, memory("VmHWM")
        peer.prepare(data, scratch)
        with contextlib.suppress(CannotExpressError):
            peer.save(scratch / "saved")
        return {"name": peer.name, "version": module.VERSION, "seconds": seconds, "held": held, "peak": peak,
                "relations": count}

    if not told(say, load):
        return
    for line in sys.stdin:
        work = WORKS[int(line)]
        gc.collect()
        told(say, lambda work=work: run(work, peer, data, scratch))


if __name__ == "__main__":
    main()
