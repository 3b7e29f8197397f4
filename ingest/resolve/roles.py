"""Entities, countries and sectors of the arguments of events and triples; capitals that stand for their state."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from graph.ids import content_id
from graph.model import Argument, EventMention, Mention, Record, Triple
from graph.ontology import relation_types
from ingest.resolve.actors import ActorCoder
from ingest.resolve.tables import Knowledge, Known

# To these a capital is a place; in everything else that governments do to each other it is the government.
_BUILDING = frozenset({"BUILT", "REBUILT"})
_GOVERNMENTAL = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION"}
)
_CAPITAL = re.compile(r"\bcapital\b|\bcapitale\b|\bHauptstadt\b|столиц\w+", re.IGNORECASE)


def _is_about_a_place(relation: str) -> bool:
    return relation in _BUILDING or relation_types()[relation].at_place


class RoleFiller:
    """Fills the arguments of one record at a time."""

    def __init__(self, knowledge: Knowledge, coder: ActorCoder) -> None:
        self.entities = knowledge.entities
        self.states = {state.within: state for state in knowledge.states.values() if state.within}
        self.coder = coder

    def fill(
        self,
        record: Record,
        mentions: Sequence[Mention],
        local: Mapping[str, str],
        facts: Mapping[str, Known | None],
        day: str,
    ) -> tuple[tuple[EventMention, ...], tuple[Triple, ...]]:
        """Events and triples of `record` with resolved arguments; `local` maps extraction's keys to entity ids."""
        filling = _Filling(self, record.lang, day, mentions, local, facts)
        events = tuple(filling.event(event) for event in record.events)
        triples = tuple(
            replace(t, subject=filling.argument(t.subject), object=filling.argument(t.object)) for t in record.triples
        )
        return events, triples

    def government(self, known: Known | None) -> Known | None:
        """The state whose capital `known` is."""
        return self.states.get(known.key) if known else None


class _Filling:
    """The work on one record."""

    def __init__(
        self,
        filler: RoleFiller,
        lang: str,
        day: str,
        mentions: Sequence[Mention],
        local: Mapping[str, str],
        facts: Mapping[str, Known | None],
    ) -> None:
        self.filler, self.lang, self.day = filler, lang, day
        self.local, self.facts = local, facts
        self.by_start = {at: m for m in mentions for at in range(m.start, m.end)}

    def event(self, event: EventMention) -> EventMention:
        speaks = event.type in _GOVERNMENTAL and not _is_about_a_place(event.relation)
        place = self.argument(event.place) if event.place else None
        said = self.argument(event.attribution, acts=True) if event.attribution else None
        return replace(
            event,
            actors=tuple(self.argument(a, acts=True) for a in event.actors),
            recipients=tuple(self.argument(a, acts=speaks) for a in event.recipients),
            themes=tuple(self.argument(a) for a in event.themes),
            instruments=tuple(self.argument(a) for a in event.instruments),
            place=place,
            attribution=said,
        )

    def argument(self, argument: Argument, *, acts: bool = False) -> Argument:
        """`argument` with entity, country and sector; with `acts` a capital becomes its state."""
        mention = self._mention(argument)
        entity = self.local.get(argument.entity) if argument.entity else None
        if mention is not None and (argument.entity is None or mention.form != "NAME" or _same(mention, argument)):
            entity = mention.entity if mention.form == "NAME" or mention.entity in self.facts else entity
        known = self.facts.get(entity) if entity else None
        known, entity = self._capital_of(argument.text, known, entity)
        country, sector = self._codes(argument, known, mention)
        if acts and (state := self.filler.government(known)):
            return replace(argument, entity=content_id("ent", state.key), country=state.country, sector=sector or "GOV")
        return replace(argument, entity=entity, country=country, sector=sector)

    def _mention(self, argument: Argument) -> Mention | None:
        """The mention under the argument's last word, which is its head in most phrases."""
        if argument.start is None or argument.end is None:
            return None
        return self.by_start.get(argument.end - 1)

    def _capital_of(self, text: str, known: Known | None, entity: str | None) -> tuple[Known | None, str | None]:
        """*North Korea's capital* is Pyongyang."""
        if _CAPITAL.search(text) and (country := self.filler.coder.of_phrase(text, self.lang, self.day)[0]):
            home = next((k for k, s in self.filler.states.items() if s.country == country), None)
            if home and (known is None or known.country == country):
                return self.filler.entities[home], content_id("ent", home)
        return known, entity

    def _codes(self, argument: Argument, known: Known | None, mention: Mention | None) -> tuple[str | None, str | None]:
        country, sector = self.filler.coder.of_phrase(argument.text, self.lang, self.day)
        if known is None:
            if mention is not None:
                country, sector = country or mention.country, sector or mention.sector
            return country, sector
        own_country, own_sector = self.filler.coder.of_entity(known, self.day)
        state = known.type == "GPE" and known.sector == "GOV"
        return own_country or country, sector or own_sector if state else own_sector or sector


def _same(mention: Mention, argument: Argument) -> bool:
    return mention.start == argument.start and mention.end == argument.end
