"""Cooperation histories: who, what, when, and who says so.

A *history* holds nodes and relations with dates as history gives them, and the sources that state them. A *view*
looks at it on a day, by a day or in a window, and says what is there for certain and what possibly. Listings and
analyses come as *tables*.

>>> import comity
>>> sco = comity.datasets.sco()
>>> sco.at("2011-09-12").nodes("instrument")["truth"].tolist().count("certain")
12
"""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from . import datasets, errors
from ._core import __version__ as _built_version
from .analyses import Lineage, Timeline
from .builder import Builder
from .bulk import from_columns
from .columns import Collapse, DateColumn, LenientDate, parse_dates, read_lenient
from .csv import Estimate, Loaded, LoadReport, Register, estimate_csv, read_csv, read_registers
from .dates import Count, Date, Lag, Modality, Period, Truth
from .errors import BuildError, ComityError, DateError, Finding, UnknownIdError
from .facts import Attribute, Node, Relation, Source, Statement
from .history import History, open, read_json, verify
from .schema import Schema
from .snapshot import Snapshot
from .table import Nodes, Relations, Row, Table
from .view import View

__all__ = [
    "Attribute",
    "BuildError",
    "Builder",
    "Collapse",
    "ComityError",
    "Count",
    "Date",
    "DateColumn",
    "DateError",
    "Estimate",
    "Finding",
    "History",
    "Lag",
    "LenientDate",
    "Lineage",
    "LoadReport",
    "Loaded",
    "Modality",
    "Node",
    "Nodes",
    "Period",
    "Register",
    "Relation",
    "Relations",
    "Row",
    "Schema",
    "Snapshot",
    "Source",
    "Statement",
    "Table",
    "Timeline",
    "Truth",
    "UnknownIdError",
    "View",
    "__version__",
    "datasets",
    "errors",
    "estimate_csv",
    "from_columns",
    "open",
    "parse_dates",
    "read_csv",
    "read_json",
    "read_lenient",
    "read_registers",
    "verify",
]

try:
    __version__ = version("comity")
except PackageNotFoundError:  # a build tree, not installed
    __version__ = _built_version
