"""Where an article's places lie."""

from collections.abc import Mapping, Sequence

from graph.model import Mention, PlaceMention, Record
from ingest.resolve.tables import Known

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
