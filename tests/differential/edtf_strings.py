"""Strings to try date readers on: from the grammar of EDTF, and those with a few characters changed."""

from __future__ import annotations

import random
from collections.abc import Iterator

ALPHABET = "0123456789XYESTZ?~%-/.,[]{} +:ux"


class Maker:
    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def maybe(self, share: float) -> bool:
        return self.random.random() < share

    def mark(self, share: float = 0.12) -> str:
        return self.random.choice("?~%") if self.maybe(share) else ""

    def masked(self, digits: str, share: float) -> str:
        return "".join("X" if self.maybe(share) else d for d in digits)

    def year(self, masks: float) -> str:
        kind = self.random.randrange(12)
        if kind == 0:
            digits = self.random.choice(["0000", "0001", "0004", "9999", "1600", "1900", "2000", "0099"])
        else:
            digits = f"{self.random.randrange(1, 9999 if kind < 4 else 2100):04d}"
        if self.maybe(masks):
            digits = self.masked(digits, 0.4) if self.maybe(0.5) else digits[:-1] + "X"
        return ("-" if self.maybe(0.12) else "") + digits

    def month(self, masks: float) -> str:
        number = self.random.choice([0, 13, 20]) if self.maybe(0.03) else self.random.randrange(1, 13)
        return self.masked(f"{number:02d}", 0.6) if self.maybe(masks) else f"{number:02d}"

    def day(self, masks: float) -> str:
        high = 33 if self.maybe(0.05) else 29
        number = self.random.randrange(0 if self.maybe(0.03) else 1, high)
        return self.masked(f"{number:02d}", 0.6) if self.maybe(masks) else f"{number:02d}"

    def long_year(self) -> str:
        sign = "-" if self.maybe(0.3) else ""
        if self.maybe(0.5):
            text = f"Y{sign}{self.random.randrange(10 ** self.random.randrange(3, 12))}"
        else:
            text = f"Y{sign}{self.random.randrange(1, 4000)}E{self.random.randrange(0, 9)}"
        return text + (f"S{self.random.randrange(0, 6)}" if self.maybe(0.25) else "")

    def date(self, marks: float = 0.12, masks: float = 0.12) -> str:
        kind = self.random.randrange(24)
        if kind == 0:
            return self.long_year() + self.mark(marks)
        if kind == 1:
            return self.year(masks / 4) + f"S{self.random.randrange(0, 6)}" + self.mark(marks)
        text = self.mark(marks / 4) + self.year(masks) + self.mark(marks)
        if kind < 6:
            return text
        if kind < 8:
            number = self.random.randrange(20, 43) if self.maybe(0.6) else self.random.randrange(21, 25)
            return f"{text}-{number}{self.mark(marks)}"
        text += f"-{self.mark(marks / 2)}{self.month(masks)}{self.mark(marks)}"
        if kind < 12:
            return text
        return text + f"-{self.mark(marks / 2)}{self.day(masks)}{self.mark(marks)}"

    def time(self) -> str:
        hour, minute, second = (self.random.randrange(n) for n in (25, 60, 60))
        shift = self.random.choice(["", "Z", f"+{hour % 15:02d}", f"-{hour % 15:02d}:30", "+05:30", "-04:00", "+0530"])
        return f"{self.date(0, 0)}T{hour:02d}:{minute:02d}:{second:02d}{shift}"

    def end(self, begins: bool) -> str:
        kind = self.random.randrange(14)
        if kind == 0:
            return ".."
        if kind == 1:
            return ""
        date = self.date(0.1, 0.08) if kind < 7 else self.date(0, 0)
        if kind == 2:
            return ".." + date if begins else date + ".."
        return date

    def interval(self) -> str:
        ends = [self.end(True), self.end(False)]
        if self.maybe(0.7) and all(e[:1].isdigit() for e in ends) and not ends[1].endswith(".."):
            ends.sort()  # most that are written down begin before they end
        return "/".join(ends)

    def items(self) -> str:
        count = self.random.randrange(1, 4)
        items = [self.date(0.06, 0.06) for _ in range(count)]
        if self.maybe(0.3):
            items[0] = ".." + items[0]
        if self.maybe(0.3):
            items[-1] += ".."
        if self.maybe(0.3):
            first = self.random.randrange(1000, 2000)
            items.append(f"{first}..{first + self.random.randrange(-2, 30)}")
        return ",".join(items)

    def expression(self) -> str:
        kind = self.random.randrange(20)
        if kind < 11:
            return self.date(0.12 if kind < 8 else 0, 0.2 if kind < 6 else 0)
        if kind == 11:
            return self.time()
        if kind < 17:
            return self.interval()
        return f"[{self.items()}]" if kind == 17 else f"{{{self.items()}}}"

    def changed(self, text: str) -> str:
        for _ in range(self.random.choice([1, 1, 1, 2, 3])):
            at = self.random.randrange(len(text) + 1)
            kind = self.random.randrange(4)
            if kind == 0:
                text = text[:at] + text[at + 1 :]
            elif kind == 1:
                text = text[:at] + self.random.choice(ALPHABET) + text[at:]
            elif kind == 2:
                text = text[:at] + self.random.choice(ALPHABET) + text[at + 1 :]
            else:
                other = self.random.randrange(len(text) + 1)
                text = text[:at] + text[other:]
        return text


def strings(count: int, seed: int) -> Iterator[str]:
    """`count` different strings, two in five of them changed."""
    maker = Maker(seed)
    seen: set[str] = set()
    while len(seen) < count:
        text = maker.expression()
        if maker.maybe(0.4):
            text = maker.changed(text)
        if text and text not in seen:
            seen.add(text)
            yield text
