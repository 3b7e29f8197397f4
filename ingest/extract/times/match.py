"""A matched time pattern: its named parts, read through the tables of the language."""

from dataclasses import dataclass
from datetime import date

from ingest.extract.times.grammar import Grammar
from ingest.extract.times.numbers import read_han, read_number


@dataclass(frozen=True, slots=True)
class Match:
    """The named parts of a match, with what is needed to read them."""

    parts: dict[str, str]
    grammar: Grammar
    anchor: date | None
    ahead: bool  # whether the sentence speaks of what is to come

    def table(self, name: str, key: str | None = None) -> str | None:
        """The looked-up value of a part; the part has the table's name unless `key` says otherwise."""
        text = self.parts.get(key or name)
        return self.grammar.lookup(name, text) if text else None

    def number(self, name: str = "num") -> float | None:
        """A part as a number."""
        text = self.parts.get(name)
        return read_number(text, self.grammar) if text else None

    def year(self) -> int | None:
        """The year, two digits completed."""
        text = self.parts.get("yyyy") or self.parts.get("year") or self.parts.get("yy") or self.parts.get("hanyear")
        if not text:
            return None
        value = read_han(text.strip("'’ "))
        return value if value > 99 else value + (2000 if value < 50 else 1900)

    def month(self) -> int | None:
        """The month by name or number."""
        named = self.table("month")
        if named:
            return int(named)
        text = self.parts.get("mm") or self.parts.get("hanmonth")
        return read_han(text) if text else None

    def day(self) -> int | None:
        """The day of the month."""
        text = self.parts.get("day") or self.parts.get("dd") or self.parts.get("handay")
        if not text:
            return None
        digits = "".join(c for c in text if c.isdigit())
        value = int(digits) if digits else read_number(text, self.grammar)
        return int(value) if value and 1 <= value <= 31 else None
