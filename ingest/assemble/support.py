"""What one component of articles contributes to an entity or a relation: its `Support` rows.

Entities and relations reach across stories. So that neither has to be counted again over the whole graph, every
component leaves one small row for each entity and relation that it supports, and these rows are added up
(`totals.py`). An origin never reaches beyond its component, so origins add up too.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from graph.ids import content_id
from graph.model import Argument, PlaceMention
from graph.ontology import RelationType, relation_types
from graph.rows import NodeRow, Value
from ingest.assemble.claims import Canonical, ClaimDraft
from ingest.assemble.events import EventDraft
from ingest.assemble.members import Member

LEAST_CONFIDENCE = 0.7
"""A claim below it stays a claim of its event, with its sentence, but adds to no relation between entities."""


@dataclass(slots=True)
class RelationSupport:
    """Claims of one component for one relation edge: one subject, relation, object and status."""

    subject: str
    relation: str
    object: str
    verb: str
    status: str
    type: str
    claims: set[str] = field(default_factory=set)
    origins: set[str] = field(default_factory=set)
    outlets: set[str] = field(default_factory=set)
    days: set[str] = field(default_factory=set)
    confidence: float = 0.0

    @property
    def id(self) -> str:
        return content_id("rel", self.subject, self.relation, self.verb, self.object, self.status)

    def row(self, component: str) -> NodeRow:
        properties: dict[str, Value] = {
            "kind": "relation",
            "subject": self.subject,
            "relation": self.relation,
            "object": self.object,
            "verb": self.verb,
            "status": self.status,
            "type": self.type,
            "claims": len(self.claims),
            "origins": len(self.origins),
            "outlets": sorted(self.outlets),
            "first_date": min(self.days, default=None),
            "last_date": max(self.days, default=None),
            "confidence": round(self.confidence, 3),
        }
        return _row(self.id, component, properties)


def relation_supports(events: Iterable[EventDraft]) -> list[RelationSupport]:
    """Add up the claims of the events by relation edge."""
    found: dict[str, RelationSupport] = {}
    for event in events:
        for claim in event.claims:
            for one in _relations_of(claim):
                support = found.setdefault(one.id, one)
                article = claim.member.article
                support.claims.add(claim.id)
                support.origins.add(event.origin_of[article.id])
                support.outlets.update({article.outlet} - {None})  # type: ignore[arg-type]
                support.days.update(_days_of(claim))
                support.confidence = max(support.confidence, claim.mention.confidence)
    return list(found.values())


def relation_ids(claim: ClaimDraft) -> list[str]:
    """The relations that the claim itself adds to: what a reader is shown as their evidence."""
    return sorted({one.id for one in _relations_of(claim)})


def _relations_of(claim: ClaimDraft) -> Iterator[RelationSupport]:
    mention = claim.mention
    if mention.confidence < LEAST_CONFIDENCE:
        return
    relation = relation_types().get(mention.relation) or relation_types()["ACTED_ON"]
    verb = (mention.lemma or mention.text).lower() if relation.name == "ACTED_ON" else ""
    for subject, target in _pairs(claim, relation):
        yield RelationSupport(subject, relation.name, target, verb, mention.status, mention.type)


def _pairs(claim: ClaimDraft, relation: RelationType) -> list[tuple[str, str]]:
    """(subject, object) entity ids: actors and recipients; without recipients the place, then the themes."""
    mention = claim.mention
    actors, recipients = _entities(mention.actors), _entities(mention.recipients)
    place = _entities((mention.place,) if mention.place else ())
    if relation.symmetric:  # a place that stands in for a recipient is no side of a meeting, a treaty or a fight
        recipients = [one for one in recipients if one not in place]
    others = [*recipients, *place] if relation.at_place else recipients
    objects = others or ([] if relation.symmetric else _entities(mention.themes))
    if relation.symmetric and not objects:
        return [(min(pair), max(pair)) for pair in combinations(dict.fromkeys(actors), 2)]
    pairs = [(actor, other) for actor in actors for other in objects if actor != other]
    return list(dict.fromkeys((min(pair), max(pair)) if relation.symmetric else pair for pair in pairs))


def _entities(arguments: Sequence[Argument]) -> list[str]:
    return [argument.entity for argument in arguments if argument.entity is not None]


def _days_of(claim: ClaimDraft) -> set[str]:
    """The day that the claim speaks of, where that is a day; else the day it was said."""
    date = claim.mention.date
    spoken = {date.value[:10]} if date and len(date.value) >= 10 and date.value[4] == "-" == date.value[7] else set()
    return spoken or {day for day in (claim.said_on,) if day}


def entity_rows(members: Iterable[Member], component: str, canonical: Canonical) -> list[NodeRow]:
    """The support of every entity that live articles of the component mention."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for member in members:
        if not member.is_live:
            continue
        places = {place.entity: place for place in member.record.places if place.entity and place.lat is not None}
        named = member.entities
        for mention in member.record.mentions:
            if mention.entity not in named:
                continue
            facts = found[canonical.get(mention.entity, mention.entity)]
            own = mention.entity not in canonical  # a merged entity lends its names, not its facts
            facts["articles"].append(member.article.id)
            if mention.form == "NAME":
                facts["forms"].append(mention.text)
            if own:
                _add_facts(facts, mention.name, mention.type, mention.wikidata, mention.country)
                _add_place(facts, places.get(mention.entity))
    return [_row(entity_id, component, _entity_properties(facts)) for entity_id, facts in sorted(found.items())]


def _add_facts(
    facts: Mapping[str, list[str]], name: str, type_: str, wikidata: str | None, country: str | None
) -> None:
    for key, value in (("names", name), ("types", type_), ("wikidata", wikidata), ("country", country)):
        if value:
            facts[key].append(value)


def _add_place(facts: Mapping[str, list[str]], place: PlaceMention | None) -> None:
    if place is not None:
        facts["point"].append(f"{place.lat} {place.lon}")


def _entity_properties(facts: Mapping[str, list[str]]) -> dict[str, Value]:
    lists = {
        key: sorted(set(facts.get(key, ()))) for key in ("forms", "names", "types", "wikidata", "country", "point")
    }
    return {"kind": "entity", "articles": len(set(facts["articles"])), **lists}


def _row(of: str, component: str, properties: dict[str, Value]) -> NodeRow:
    support_id = content_id("sup", of, component)
    return NodeRow("Support", support_id, {"id": support_id, "of": of, "component": component, **properties})
