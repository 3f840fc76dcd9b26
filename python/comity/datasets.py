"""The data that comes with comity."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import as_file, files

from .history import History, read_json

__all__ = ["sco"]


@lru_cache(maxsize=1)
def sco() -> History:
    """Information-security cooperation in the Shanghai Cooperation Organisation, as one article of 2021 tells it.

    Read once; a history never changes, so that all who ask share one.

    Examples
    --------
    >>> import comity
    >>> comity.datasets.sco().title()
    'Information-security cooperation in the Shanghai Cooperation Organisation, as one article tells it'
    """
    with as_file(files(__package__) / "data" / "sco-information-security.json") as path:
        return read_json(path)
