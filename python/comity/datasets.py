"""The data that comes with comity."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import as_file, files

from .history import History, read_json

__all__ = ["sco"]


@lru_cache(maxsize=1)
def sco() -> History:
    """Information-security cooperation in the Shanghai Cooperation Organisation, 2001 to 2026.

    What one article of 2021 tells (source ``ciis-2021``), and beside it what 88 other public sources say of the same,
    of what it leaves out and of what came after: 381 nodes, 937 relations. Among them are the recorded votes of ten
    states in eleven roll calls of the General Assembly. Every value stands as its source gives it; where sources
    differ, both stand, and ``disagreements()`` lists them. ``sco().all().sources("ciis-2021")`` is the article alone;
    ``sco().notes`` explains each finding of ``audit()`` and says what could not be confirmed and is left out.
    ``data/README.md`` says how to check a claim, how to cite, and how to propose a correction. Facts under CC0-1.0.

    Read once; a history never changes, so that all who ask share one.

    Examples
    --------
    >>> import comity
    >>> sco = comity.datasets.sco()
    >>> sco.title()
    'Information-security cooperation in the Shanghai Cooperation Organisation'
    >>> sorted({s.source.id for s in sco["summit-2017-astana"].statements})
    ['ciis-2021', 'tass-2017-06-09', 'xinhua-2017-06-07']
    """
    with as_file(files(__package__) / "data" / "sco-information-security.json") as path:
        return read_json(path)
