"""What callers give: one thing or several, and what they are told where it is something else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

__all__ = ["raw_of", "refusal", "several"]


def refusal(expected: str, given: object) -> TypeError:
    """The error for an argument of another type; the compiled half says it in the same words."""
    return TypeError(f"expected {expected}, not {type(given).__name__}")


def several(given: Any, what: str, *one: type) -> list[Any]:
    """One of something, or an iterable of them, as a list: a text is one thing and never a row of letters."""
    if isinstance(given, one):
        return [given]
    if not isinstance(given, Iterable):
        raise refusal(f"{what} or several", given)
    return list(given)


def raw_of(given: Any, what: str, kind: type[Any]) -> Any:
    """What stands behind an object of the package."""
    if not isinstance(given, kind):
        raise refusal(what, given)
    return given._raw
