"""Both files as NumPy columns by way of pandas, with ids kept: what most peers are fed with."""

from __future__ import annotations

from typing import Any

import numpy as np

from .sets import DataSet

EVER = 2**31 - 1
"""The day after all others; its negative lies before all others. A row without a begin or an end has them."""


def days_of(texts: Any, missing: int) -> Any:
    """ISO 8601 days as numbers."""
    given = (texts != "").to_numpy()
    days = np.full(len(texts), missing, np.int32)
    days[given] = texts[given].to_numpy("datetime64[D]").astype(np.int32)
    return days


class Columns:
    """`source`, `target` and `type` as numbers into `ids` and `types`; `start` and `end` as days."""

    def __init__(self, data: DataSet) -> None:
        import pandas as pd

        nodes = pd.read_csv(data.nodes, dtype=str, keep_default_na=False, usecols=["id"])
        relations = pd.read_csv(data.relations, dtype=str, keep_default_na=False)
        self.ids = nodes["id"].to_numpy(object)
        self.count = len(self.ids)
        number = pd.Index(self.ids)
        self.source = number.get_indexer(relations["source"]).astype(np.int32)
        self.target = number.get_indexer(relations["target"]).astype(np.int32)
        codes, names = pd.factorize(relations["relation"])
        self.type, self.types = codes.astype(np.int32), list(names)
        self.start = days_of(relations["start"], -EVER)
        acts = np.array([data.is_instantaneous(t) for t in self.types])[self.type]
        missing = (relations["end"] == "").to_numpy()
        self.end = np.where(missing & acts, self.start, days_of(relations["end"], EVER))
