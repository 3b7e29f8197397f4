"""Where an article's places lie."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from graph.model import Mention, PlaceMention, Record
from ingest.resolve.gazetteer import NameHit
from ingest.resolve.tables import Knowledge, Known

_PLACES = frozenset({"GPE", "LOC", "FAC"})


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


def adjacent_regions(hits: Sequence[NameHit], knowledge: Knowledge) -> dict[int, tuple[str, ...]]:
    """What *Buffalo, New York* settles: by start of a hit, the candidates that hold or lie in the one beside it."""
    settled: dict[int, tuple[str, ...]] = {}
    for left, right in pairwise(hits):
        if right.start - left.end > 2 or left.type not in _PLACES or right.type not in _PLACES:
            continue
        pairs = [(a, b) for a in left.candidates for b in right.candidates if _holds(knowledge.entities, b, a)]
        if pairs:
            settled[left.start] = tuple(dict.fromkeys(a for a, _ in pairs))
            settled[right.start] = tuple(dict.fromkeys(b for _, b in pairs))
    return settled


def _holds(entities: Mapping[str, Known], region: str, place: str) -> bool:
    inner, outer = entities[place], entities[region]
    if region == place:
        return False
    state = outer.type == "GPE" and outer.sector == "GOV"
    return inner.within == region or (state and inner.country == outer.country and inner.sector != "GOV")
