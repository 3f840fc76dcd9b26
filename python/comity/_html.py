"""Short, escaped tables without style for notebooks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

__all__ = ["pairs", "table"]


def _row(tag: str, cells: Iterable[object]) -> str:
    return "<tr>" + "".join(f"<{tag}>{escape(str(cell))}</{tag}>" for cell in cells) + "</tr>"


def table(caption: str, header: Sequence[str], rows: Iterable[Sequence[object]], more: int = 0) -> str:
    """A table with a caption; ``more`` rows are only counted."""
    body = "".join(_row("td", row) for row in rows)
    if more > 0:
        body += f'<tr><td colspan="{len(header)}">and {more:,} more</td></tr>'
    return (
        f"<table><caption>{escape(caption)}</caption><thead>{_row('th', header)}</thead><tbody>{body}</tbody></table>"
    )


def pairs(caption: str, rows: Iterable[tuple[str, object]]) -> str:
    """A table of names and values; those without a value are left out."""
    body = "".join(
        f"<tr><th>{escape(name)}</th><td>{escape(str(value))}</td></tr>"
        for name, value in rows
        if value not in (None, "", ())
    )
    return f"<table><caption>{escape(caption)}</caption><tbody>{body}</tbody></table>"
