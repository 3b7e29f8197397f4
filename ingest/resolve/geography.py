"""Where an article's places lie."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from graph.model import Mention, PlaceMention, Record
from ingest.resolve.gazetteer import NameHit
from ingest.resolve.tables import Known

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_BESIDE = re.compile(r", ?| |,? (?:in|en|au|aux|на|в) ")
_REGION_AFTER = re.compile(r" (?:state|province|prefecture|region)\b")
_REGION_BEFORE = re.compile(
    r"(?:\b(?:state|province|prefecture|region) of|\b(?:Bundesstaat|Bundesstaates|штат[еау]?|провинци[яиюй]+)) $"
)
_BIG_CITY = 3_000_000  # in the tables' weight, in which a city with a Wikidata id counts five times


def place_mentions(
    record: Record, mentions: Sequence[Mention], facts: Mapping[str, Known | None]
) -> tuple[PlaceMention, ...]:
    """Places that extraction found or that mentions name, with the coordinates of what they resolve to.

    A demonym stands for its state's place: *Russian troops* belong on the map as much as *troops of Russia*.
    """
    places = {(p.start, p.end): p for p in record.places}
    for mention in mentions:
        known = facts.get(mention.entity)
        if mention.form != "NAME" or not (mention.type in _PLACES or (mention.type == "NORP" and known)):
            continue
        places[mention.start, mention.end] = PlaceMention(
            start=mention.start,
            end=mention.end,
            text=mention.text,
            name=mention.name or mention.text,
            country=known.country if known else mention.country,
            lat=known.lat if known else None,
            lon=known.lon if known else None,
            geonames=known.geonames if known else None,
            entity=mention.entity,
        )
    return tuple(places[span] for span in sorted(places))


def adjacent_regions(hits: Sequence[NameHit], entities: Mapping[str, Known], text: str) -> dict[int, tuple[str, ...]]:
    """What *Buffalo, New York* settles: by start of a hit, the candidates that hold or lie in the one beside it."""
    settled: dict[int, tuple[str, ...]] = {}
    for left, right in pairwise(hits):
        if not _BESIDE.fullmatch(text[left.end : right.start]) or not {left.type, right.type} <= _PLACES:
            continue
        inner, outer = left.candidates + left.others, right.candidates
        pairs = [(a, b) for a in inner for b in outer if _holds(entities, b, a)]
        if pairs:
            settled[left.start] = tuple(dict.fromkeys(a for a, _ in pairs))
            settled[right.start] = tuple(dict.fromkeys(b for _, b in pairs))
    return settled


def named_regions(hits: Sequence[NameHit], entities: Mapping[str, Known], text: str) -> dict[int, tuple[str, ...]]:
    """What *Washington state* or *the state of Georgia* settles: by start of a hit, its regions."""
    settled: dict[int, tuple[str, ...]] = {}
    for hit in hits:
        if _REGION_AFTER.match(text, hit.end) or _REGION_BEFORE.search(text[max(0, hit.start - 24) : hit.start]):
            regions = tuple(c for c in hit.candidates + hit.others if _is_region(entities[c]))
            if regions:
                settled[hit.start] = regions
    return settled


def _is_region(known: Known) -> bool:
    return known.type == "GPE" and known.sector != "GOV" and not known.within


def _holds(entities: Mapping[str, Known], region: str, place: str) -> bool:
    inner, outer = entities[place], entities[region]
    if region == place:
        return False
    state = outer.type == "GPE" and outer.sector == "GOV"
    return inner.within == region or (state and inner.country == outer.country and inner.sector != "GOV")


def short_regions(hits: Sequence[NameHit], entities: Mapping[str, Known]) -> dict[int, tuple[str, ...]]:
    """Where *Kursk* is short for the Kursk region that the article names: by start of a hit, the region.

    Only for cities that are less known than their region is talked of; a big one is meant when it is named.
    """
    named = {hit.entity for hit in hits if hit.type == "GPE" and not entities[hit.entity].within}
    return {
        hit.start: (known.within,)
        for hit in hits
        if (known := entities[hit.entity]).within in named and known.weight < _BIG_CITY and _short(hit, entities)
    }


def _short(hit: NameHit, entities: Mapping[str, Known]) -> bool:
    """Whether the city's name begins its region's: Kursk and Kursk Oblast."""
    city = entities[hit.entity]
    return " " not in hit.text and entities[city.within].name.startswith(city.name.split()[0])
