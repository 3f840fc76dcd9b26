"""Histories are shared by threads, and long calls let the others run."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import comity


def test_threads_share_a_history(sco):
    def ask(year: int) -> tuple[int, int, list[str]]:
        view = sco.at(str(year))
        return len(view.nodes()), view.relation_count.possible, [n.id for n in sco.find("信息")]

    years = list(range(2001, 2022)) * 4
    expected = [ask(year) for year in years]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(ask, years)) == expected


def test_readings_are_made_once_for_all_threads(make_small):
    small = make_small()
    with ThreadPoolExecutor(8) as pool:
        views = pool.map(lambda _: list(small.all().sources("book")), range(32))
        assert len({tuple(v) for v in views}) == 1


def test_long_calls_let_other_threads_run():
    b = comity.Builder()
    for number in range(2000):
        b.add_node(f"n{number}", "state", names={"en": f"State {number}"})
    for number in range(60000):
        b.add_relation(f"n{number % 2000}", "cooperates-with", f"n{number * 7 % 2000}", begin="2001")
    ticks, done = [0], threading.Event()

    def count() -> None:
        while not done.is_set():
            ticks[0] += 1

    other = threading.Thread(target=count)
    other.start()
    try:
        before = ticks[0]
        h = b.build()
        during = ticks[0] - before
    finally:
        done.set()
        other.join()
    assert h.relation_count == 60000
    # Building takes tens of milliseconds; a thread that had to wait for its end could not have counted.
    assert during > 100
