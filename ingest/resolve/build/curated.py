"""What we add by hand (build/curated/*.tsv), merged into the sources' rows by id, or else by name and country."""

import csv
import logging
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from ingest.resolve.build.rows import Row

_LOG = logging.getLogger(__name__)
FOLDER = Path(__file__).parent / "curated"
WEIGHTS = {"PRODUCT": 100_000, "PERSON": 1000, "ORG": 1000, "GPE": 500_000, "LOC": 1_000_000, "FAC": 100_000}


def read(name: str) -> Iterable[dict[str, str]]:
    with (FOLDER / f"{name}.tsv").open(encoding="utf-8", newline="") as table:
        yield from csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)


def rows(name: str, kind: str = "") -> list[Row]:
    contexts = {line["key"]: line["words"].split("|") for line in read("contexts")}
    breakaway = {line["name"]: "PRE" for line in read("breakaway")}
    found = []
    for line in read(name):
        type_ = line.get("type") or kind
        found.append(
            Row(
                key=(line["key"] or "").strip(),
                name=line["name"].strip(),
                type=type_,
                country=(line["country"] or "").strip(),
                sector=(line.get("sector") or "").strip() or breakaway.get(line["name"], ""),
                lat=float(line["lat"]) if line.get("lat") else None,
                lon=float(line["lon"]) if line.get("lon") else None,
                weight=WEIGHTS[type_],
                names=[line["name"].strip(), *(line["names"] or "").split("|")],
                extra=[_office(o) for o in (line.get("offices") or "").split(";") if o.strip()]
                or contexts.get(line["key"], []),
            )
        )
    return found


def merge(known: list[Row], extra: list[Row]) -> list[Row]:
    """`known` with the names, offices and display names of `extra`; what matches nothing becomes a row of its own."""
    by_key = {row.key: row for row in known}
    by_name = {(fold(n), row.country, _class(row)): row for row in known for n in row.names}
    for row in extra:
        names = [row.name, *row.names]
        twins = (by_name.get((fold(n), row.country, _class(row))) for n in names if n[:1] != "~")
        twin = by_key.get(row.key) or next((m for m in twins if m), None)
        if row.key and twin and twin.key != row.key and re.match(r"Q\d", twin.key):
            _LOG.warning("id differs: %s: by hand %s, source %s (%s)", row.name, row.key, twin.key, twin.name)
            row.key = twin.key
        if twin is None:
            row.key = row.key or f"eg:{slug(row.name)}-{row.country.lower() or 'int'}"
            by_key[row.key] = row
            continue
        by_key.pop(twin.key, None)
        twin.key = row.key or twin.key
        by_key[twin.key] = twin
        _join(twin, row)
    return list(by_key.values())


def _class(row: Row) -> str:
    return "PLACE" if row.type in ("GPE", "LOC", "FAC") else row.type


def _join(known: Row, extra: Row) -> None:
    known.name, known.type = extra.name, extra.type
    known.country, known.sector = extra.country or known.country, extra.sector or known.sector
    known.weight = max(known.weight, extra.weight)
    known.names = [*extra.names, *known.names]
    known.extra = extra.extra or known.extra
    if extra.lat is not None:
        known.lat, known.lon = extra.lat, extra.lon


def _office(text: str) -> str:
    """start/end/SECTOR/title from start/end/title, where the title may begin with a sector in capitals."""
    start, end, title = text.strip().split("/", 2)
    match = re.match(r"([A-Z]{3}) (.*)", title)
    sector, title = (match[1], match[2]) if match else ("GOV", title)
    return f"{start}/{end}/{sector}/{title}"


def fold(name: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", " ", plain).casefold().strip()


def slug(name: str) -> str:
    return fold(name).replace(" ", "-")
