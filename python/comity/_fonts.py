"""Fonts that have the letters of what is to be drawn: matplotlib's own has none for Chinese."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from . import _extras

__all__ = ["PACKAGE", "families_for"]

PACKAGE = "fonts-wqy-microhei"
"""A small Debian package with the letters of Chinese; fonts-noto-cjk has them too, in bold as well."""

_PREFERRED = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Noto Sans CJK JP",  # the first face of Debian's collection, with the same letters
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "WenQuanYi Zen Hei",
    "WenQuanYi Micro Hei",
    "SimHei",
    "Droid Sans Fallback",
    "Arial Unicode MS",
)
"""Tried first, and before any other font that has the letters."""


def _letters_of(manager: Any, path: str) -> set[int]:
    try:
        return set(manager.get_font(path).get_charmap())
    except (OSError, RuntimeError):  # a file that is no font that FreeType can read
        return set()


def _chosen(manager: Any) -> tuple[list[str], set[int]]:
    """The families that the caller has chosen, with what they stand for, and the letters that they have."""
    params = _extras.extra("matplotlib", "plot").rcParams
    families: list[str] = []
    letters: set[int] = set()
    for family in params["font.family"]:
        families += params.get(f"font.{family}", [family])
    known = {font.name for font in manager.fontManager.ttflist}
    families = [family for family in dict.fromkeys(families) if family in known]
    families = families or ["DejaVu Sans"]  # which matplotlib brings along
    for family in families:
        letters |= _letters_of(manager, manager.findfont(family))
    return families, letters


def _learn_new_fonts(manager: Any) -> None:
    """Fonts installed since matplotlib last looked: it remembers its list, and does not look again by itself."""
    known = {font.fname for font in manager.fontManager.ttflist}
    for path in manager.findSystemFonts():
        if path not in known:
            try:
                manager.fontManager.addfont(path)
            except (OSError, RuntimeError):
                continue


def _with_letters(manager: Any, missing: set[int]) -> str | None:
    fonts = {font.name: font.fname for font in manager.fontManager.ttflist if font.style == "normal"}
    # Claims to have every letter, and draws a box for each.
    fonts = {name: path for name, path in fonts.items() if not name.startswith("Last Resort")}
    ordered = [name for name in _PREFERRED if name in fonts] + sorted(fonts.keys() - set(_PREFERRED))
    return next((name for name in ordered if missing <= _letters_of(manager, fonts[name])), None)


def families_for(texts: Iterable[str]) -> Sequence[str] | None:
    """The families in which these texts can be written: the chosen ones, and one more where they lack letters.

    None if no font that can be found has all of the letters.
    """
    manager = _extras.extra("matplotlib.font_manager", "plot")
    families, letters = _chosen(manager)
    missing = {ord(letter) for text in texts for letter in text if not letter.isspace()} - letters
    if not missing:
        return families
    found = _with_letters(manager, missing)
    if found is None:
        _learn_new_fonts(manager)
        found = _with_letters(manager, missing)
    return None if found is None else [*families, found]
