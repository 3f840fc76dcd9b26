"""How long work tells how far it has come."""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["Progress"]

#: Called with the share done (0 to 1) and the name of the stage; stops the work by returning False or raising.
Progress = Callable[[float, str], bool | None]
