"""Entities that an article names only by another name: *Moscow* as Russia, *its capital* as a city."""

from collections.abc import Callable, Iterator, Sequence

from graph.model import Argument, EventMention, Mention, Triple
from ingest.resolve.tables import Known


def implied_mentions(
    events: Sequence[EventMention],
    triples: Sequence[Triple],
    mentions: Sequence[Mention],
    describe: Callable[[str], Known | None],
) -> tuple[Mention, ...]:
    """A nominal mention for every known entity that fills a role but that no mention has: the graph needs both."""
    have = {mention.entity for mention in mentions}
    found: dict[tuple[int, int, str], Mention] = {}
    for argument in _arguments(events, triples):
        start, end, entity = argument.start, argument.end, argument.entity
        if start is None or end is None or entity is None or entity in have:
            continue
        known = describe(entity)
        if known is not None:
            found[start, end, entity] = Mention(
                start=start,
                end=end,
                text=argument.text,
                type=known.type,
                entity=entity,
                name=known.name,
                wikidata=known.wikidata,
                form="NOMINAL",
                country=argument.country,
                sector=argument.sector,
            )
    return tuple(found[key] for key in sorted(found))


def _arguments(events: Sequence[EventMention], triples: Sequence[Triple]) -> Iterator[Argument]:
    for event in events:
        yield from (*event.actors, *event.recipients, *event.themes, *event.instruments)
        yield from (one for one in (event.place, event.attribution) if one is not None)
    for triple in triples:
        yield from (triple.subject, triple.object)
