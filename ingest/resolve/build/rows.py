"""The one layout of all knowledge tables, and how it is written."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

COLUMNS = (
    "key",
    "name",
    "type",
    "country",
    "sector",
    "lat",
    "lon",
    "weight",
    "geonames",
    "within",
    "names",
    "native",
    "extra",
)
LANGUAGES = (
    "en",
    "es",
    "fr",
    "de",
    "ru",
    "uk",
    "pt",
    "it",
    "nl",
    "tr",
    "ko",
    "ja",
    "zh",
    "zh_Hant",
    "ar",
    "pl",
    "sv",
    "fa",
)
SCRIPTS = ("CYRILLIC", "HANGUL", "CJK", "KATAKANA", "HIRAGANA", "ARABIC")


@dataclass(slots=True)
class Row:
    """One entity: `names` in Latin script (a leading ``?`` marks a weak name), `native` in all others."""

    key: str
    name: str
    type: str
    country: str = ""
    sector: str = ""
    lat: float | None = None
    lon: float | None = None
    weight: int = 0
    geonames: str = ""
    within: str = ""
    names: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)  # a person's offices


def script(name: str) -> str:
    """LATIN, one of SCRIPTS, or another script's Unicode name, by the first letter."""
    letter = next((c for c in name if c.isalpha()), "a")
    return unicodedata.name(letter, "LATIN").split()[0]


def unique(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(n.strip().replace("|", " ") for n in names if n and n.strip()))


def _cells(row: Row) -> list[str]:
    names = unique(row.names)
    latin = [n for n in names if script(n.lstrip("?~")) == "LATIN"]
    native = [n for n in names if script(n.lstrip("~")) in SCRIPTS]
    point = ["" if x is None else f"{x:.3f}".rstrip("0").rstrip(".") for x in (row.lat, row.lon)]
    return [
        row.key, row.name, row.type, row.country, row.sector, *point, str(row.weight), row.geonames, row.within,
        "|".join(latin), "|".join(native), ";".join(row.extra),
    ]  # fmt: skip


def write_table(path: Path, rows: Iterable[Row]) -> None:
    """Write `rows` in the order of their keys, so that a rebuild gives a small diff."""
    lines = ["\t".join(COLUMNS)]
    lines += sorted("\t".join(_cells(row)) for row in rows)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
