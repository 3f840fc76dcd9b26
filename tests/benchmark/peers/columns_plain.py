"""Both files as NumPy columns without pandas, for a peer that lives on a Python that has none."""

from __future__ import annotations

import csv

import numpy as np

from .columns import EVER
from .sets import DataSet, number_of, opened


class PlainColumns:
    """As `columns.Columns`."""

    def __init__(self, data: DataSet) -> None:
        with opened(data.nodes) as file:
            number = {row["id"]: i for i, row in enumerate(csv.DictReader(file))}
        code: dict[str, int] = {}
        days: dict[str, int] = {"": -EVER}
        source, type, target, start, end = [], [], [], [], []
        with opened(data.relations) as file:
            for a, r, b, first, last in list(csv.reader(file))[1:]:
                source.append(number[a])
                type.append(code.setdefault(r, len(code)))
                target.append(number[b])
                start.append(days[first] if first in days else days.setdefault(first, number_of(first)))
                if last:
                    end.append(days[last] if last in days else days.setdefault(last, number_of(last)))
                else:
                    end.append(start[-1] if data.is_instantaneous(r) else EVER)
        self.ids, self.types, self.count = list(number), list(code), len(number)
        self.source, self.target, self.type = (np.array(c, np.int32) for c in (source, target, type))
        self.start, self.end = np.array(start, np.int32), np.array(end, np.int32)
