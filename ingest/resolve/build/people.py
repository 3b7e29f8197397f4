"""Office holders: Wikidata exports of leaders, ministers and envoys (CC0), joined by id, plus what we add by hand."""

import csv
import gzip
import io
import json
import logging
from collections.abc import Iterator
from pathlib import Path

from ingest.resolve.build.curated import fold
from ingest.resolve.build.rows import Row

_LOG = logging.getLogger(__name__)


def read_csv(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path) as packed:
        yield from csv.DictReader(io.StringIO(packed.read().decode("utf-8")))


def build(knowledge: Path, countries: dict[str, str], alpha2: dict[str, str]) -> list[Row]:
    """Rows by Wikidata id; `countries` maps a state's id to alpha-3, `alpha2` an alpha-2 code to alpha-3."""
    people: dict[str, Row] = {}
    for qid, name, country, office in (
        *_leaders_2021(knowledge, countries),
        *_ministers(knowledge, countries),
        *_cabinets(knowledge),
        *_current(knowledge, alpha2),
        *_delegates(knowledge),
    ):
        if not name:
            continue
        row = people.setdefault(qid, Row(key=qid, name=name, type="PERSON", country=country, sector="GOV"))
        if not set(fold(name).split()) & set(fold(" ".join(row.names or [name])).split()):
            _LOG.warning("two people under one id %s: kept %s, left out %s", qid, row.name, name)
            continue
        row.country = row.country or country
        row.names.append(name)
        if office and office not in row.extra:
            row.extra.append(office)
    for bio in read_csv(knowledge / "world" / "bio.csv.gz"):
        if bio["id"] in people and bio["enwiki"]:
            people[bio["id"]].names.append(bio["enwiki"].split(" (")[0])
    for row in people.values():
        row.weight = 20 + 10 * len(row.extra)
    return [row for row in people.values() if row.country]


def office(start: str, end: str, title: str, sector: str = "GOV") -> str:
    return f"{start}/{end}/{sector}/{title.replace(';', ',').replace('/', ' ')}"


Found = tuple[str, str, str, str]


def _leaders_2021(knowledge: Path, countries: dict[str, str]) -> Iterator[Found]:
    for row in read_csv(knowledge / "world-leaders-2021" / "wikidata.csv.gz"):
        if row["officeholder"].startswith("Q"):
            country = countries.get(row["countryid"], "")
            yield (
                row["officeholder"], row["officeholderLabel"], country,
                office(row["start_year"], row["end_year"], row["positionLabel"]),
            )  # fmt: skip


def _ministers(knowledge: Path, countries: dict[str, str]) -> Iterator[Found]:
    for row in read_csv(knowledge / "world" / "wikidata.csv.gz"):
        if row["person"]:
            country = countries.get(row["country"], "")
            yield row["person"], row["name"], country, office(row["start"], "", row["positionLabel"])


def _cabinets(knowledge: Path) -> Iterator[Found]:
    for folder, country in (("russia-cabinet", "RUS"), ("south-korea-ministers", "KOR")):
        for table in ("holders21.csv.gz", "current.csv.gz"):
            for row in read_csv(knowledge / folder / table):
                yield row["personID"], row["person"], country, office(row["start"], row["end"], row["position"])


def _current(knowledge: Path, alpha2: dict[str, str]) -> Iterator[Found]:
    source = next((knowledge / "world-leaders-current").glob("*.json.gz"))
    for entry in json.loads(gzip.decompress(source.read_bytes()))["countries"].values():
        country = {"EU": "EUR", "AU_AF": "IGO"}.get(code := entry["country"]["iso_code"], alpha2.get(code, ""))
        for position in entry["positions"].values():
            holder = position and position["current_holder"]
            if holder and holder["wikidata_id"]:
                held = office(holder["since"] or "", "", position["title_en"])
                yield holder["wikidata_id"], holder["name_en"], country, held


def _delegates(knowledge: Path) -> Iterator[Found]:
    """Members of parliamentary assemblies: ids and names only, their state is not in the source."""
    for row in read_csv(knowledge / "world" / "legislators.csv.gz"):
        yield row["personID"], row["person"], "", office(row["start"], row["end"], row["position"], "LEG")
