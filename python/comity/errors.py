"""The errors of comity.

Every one is a :class:`ComityError` and also the built-in error that fits, so that ``except ValueError`` and
``except KeyError`` work as they do elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

__all__ = [
    "BuildError",
    "CancelledError",
    "ComityError",
    "CorruptFileError",
    "DateError",
    "DuplicateIdError",
    "FileError",
    "Finding",
    "InvalidArgumentError",
    "LimitError",
    "ParseError",
    "SchemaError",
    "UnknownIdError",
    "UnsupportedError",
]


class Finding(NamedTuple):
    """One thing found while reading or building a history: where it stands, what is there, what was expected."""

    level: str
    """``"error"``, ``"warning"`` or ``"note"``."""
    code: str
    """The name of the rule, such as ``"unknown-node"``; stable, to branch on."""
    subject: str
    """The id of the node, relation or source that it is about; may be empty."""
    place: str
    """``file:line:column``, as much of it as is known."""
    message: str
    """One sentence with the value found and what was expected."""

    def __str__(self) -> str:
        place = f"{self.place}: " if self.place else ""
        return f"{place}{self.level}: {self.message} [{self.code}]"


class ComityError(Exception):
    """The base of all errors of comity."""

    findings: tuple[Finding, ...] = ()
    """All that was found, where a history could not be read or built; empty otherwise."""

    # KeyError would show its message in quotation marks, and OSError two of its arguments.
    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""


class InvalidArgumentError(ComityError, ValueError):
    """An argument that no call could accept."""


class DateError(ComityError, ValueError):
    """Text that is not an EDTF expression.

    Examples
    --------
    >>> import comity
    >>> try:
    ...     comity.Date("2004-13")
    ... except comity.DateError as error:
    ...     print(error.position, error.expected)
    5 a month 01 to 12 or a season 21 to 41
    """

    text: str = ""
    """The whole text that could not be read."""
    position: int = 0
    """Where in the text reading failed, in characters from 0."""
    expected: str = ""
    """What was expected there."""


class UnknownIdError(ComityError, KeyError):
    """An id or a name that means nothing in this history or schema; the message says what may be meant."""


class DuplicateIdError(ComityError, ValueError):
    """An id given twice."""


class SchemaError(ComityError, ValueError):
    """A fact that the schema does not admit."""


class ParseError(ComityError, ValueError):
    """A file that is not of its format. ``findings`` has all mistakes, each with its place."""


class FileError(ComityError, OSError):
    """A file that can't be opened, read or written."""


class LimitError(ComityError, OverflowError):
    """More rows, types or bytes than the layout can number."""


class CancelledError(ComityError):
    """Long work that was asked to stop."""


class CorruptFileError(ComityError, ValueError):
    """A file whose bytes are not those that were written."""


class UnsupportedError(ComityError, NotImplementedError):
    """A thing that this version or this build does not do."""


class BuildError(ComityError, ValueError):
    """A history that can't be built. ``findings`` has all reasons, warnings and notes too."""


_BY_CODE: dict[int, type[ComityError]] = {
    1: InvalidArgumentError,
    2: DateError,
    3: UnknownIdError,
    4: DuplicateIdError,
    5: SchemaError,
    6: ParseError,
    7: FileError,
    8: LimitError,
    9: CancelledError,
    10: CorruptFileError,
    11: UnsupportedError,
}


def _findings(rows: Iterable[tuple[str, str, str, str, str]]) -> tuple[Finding, ...]:
    return tuple(Finding(*row) for row in rows)


def _of_core(code: int, message: str, detail: Any) -> ComityError:
    """Make the exception for an error of the compiled half, which calls this by name."""
    error = _BY_CODE.get(code, ComityError)(message)
    if isinstance(detail, list):
        error.findings = _findings(detail)
    elif isinstance(error, DateError) and detail is not None:
        error.text, error.position, error.expected = detail
    return error
