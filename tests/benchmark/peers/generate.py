"""Writes a data set of any size: many actors, few of which do most; 80% of its relations last one day, 10% have an
end, 10% none.

    python -m peers.generate FOLDER RELATIONS
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from .sets import text_of

ACTS, STATES = 16, 4
DAYS = 27_000
"""From 1946 on: as the votes of the General Assembly."""
FIRST_DAY = -8766


def few_of_many(draw: np.random.Generator, count: int, size: int) -> np.ndarray:
    """Numbers below `count`, small ones often: the k-th is drawn about 1 / k^0.8 as often as the first."""
    return np.minimum((count * draw.random(size) ** 5).astype(np.int64), count - 1)


def generate(folder: Path, size: int, seed: int = 7) -> None:
    draw = np.random.default_rng(seed)
    actors = 20_000
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "nodes.csv").open("w", encoding="utf-8") as file:
        file.write("id,type,name\n")
        file.writelines(f"actor:{i},actor,Actor {i}\n" for i in range(actors))
    days = [text_of(d) for d in range(FIRST_DAY, FIRST_DAY + DAYS + 8_000)]
    with (folder / "relations.csv").open("w", encoding="utf-8") as file:
        file.write("source,relation,target,start,end\n")
        for done in range(0, size, 1_000_000):
            rows = min(1_000_000, size - done)
            source, target = few_of_many(draw, actors, rows), few_of_many(draw, actors, rows)
            sort = draw.random(rows)
            state = few_of_many(draw, STATES, rows)
            act = few_of_many(draw, ACTS, rows)
            start = draw.integers(0, DAYS, rows)
            end = start + 1 + (8_000 * draw.random(rows) ** 3).astype(np.int64).clip(0, 7_998)
            columns = (source.tolist(), target.tolist(), sort.tolist(), state.tolist(), act.tolist(), start.tolist(),
                       end.tolist())
            for a, b, s, st, ac, d, e in zip(*columns, strict=True):
                word = f"did {ac}" if s < 0.8 else f"is {st}"
                last = days[e] if 0.8 <= s < 0.9 else ""
                file.write(f"actor:{a},{word},actor:{b},{days[d]},{last}\n")


if __name__ == "__main__":
    generate(Path(sys.argv[1]), int(sys.argv[2]))
