"""Records to claims: each thing that one sentence of one article says of an event, with its resolved entities."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace

from graph.ids import content_id
from graph.model import Argument, EventMention, Quantity
from graph.ontology import relation_types
from graph.rows import Value
from ingest.assemble.members import Member, iso

Canonical = Mapping[str, str]
"""Entity as observed -> entity as judged; what is not in it is its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimDraft:
    """One claim before its event is known. A sentence that says two quantities of one event makes two claims."""

    id: str
    member: Member
    mention: EventMention  # arguments carry canonical entity ids
    quantity: Quantity | None = None

    def properties(self) -> dict[str, Value]:
        """The properties of the `Claim` node."""
        article, mention, quantity = self.member.article, self.mention, self.quantity
        start, end = mention.sentence
        return {
            "sentence": article.text[start:end],
            "start": start,
            "end": end,
            "trigger": mention.text,
            "trigger_start": mention.start,
            "trigger_end": mention.end,
            "type": mention.type,
            "relation": mention.relation,
            "verb": mention.lemma,
            "polarity": mention.polarity,
            "certainty": mention.certainty,
            "tense": mention.tense,
            "status": mention.status,
            "date": mention.date.value if mention.date else None,
            "value": quantity.value if quantity else None,
            "unit": quantity.unit if quantity else None,
            "comparison": quantity.comparison if quantity else None,
            "quantity": quantity.text if quantity else None,
            "attribution": mention.attribution.text if mention.attribution else None,
            "confidence": round(mention.confidence, 3),
            "extractor": self.member.record.extractor,
            "head": mention.head,
            "lang": self.member.record.lang,
            "known_at": iso(article.known_at),
            "retracted_at": iso(self.member.retracted_at),
        }

    @property
    def said_on(self) -> str | None:
        """The day the article came out, ISO."""
        return (iso(self.member.article.published) or "")[:10] or None


def iter_claims(member: Member, canonical: Canonical) -> Iterator[ClaimDraft]:
    """Yield the claims of an article, in text order. A retracted article's claims stay, but assert nothing."""
    mentioned = member.entities
    for mention in sorted(member.record.events, key=lambda event: (event.start, event.end, event.type, event.lemma)):
        judged = _judged(_without_idle_places(mention, member), mentioned, canonical)
        for quantity in mention.quantities or (None,):
            key: tuple[str, ...] = (str(mention.start), str(mention.end), mention.type)
            if quantity is not None:
                key += (str(quantity.start), str(quantity.end))
            yield ClaimDraft(
                id=content_id("clm", member.article.id, *key), member=member, mention=judged, quantity=quantity
            )


def _without_idle_places(mention: EventMention, member: Member) -> EventMention:
    """The mention without states and cities as actors, where its relation is one that no place can do.

    In *during a visit to Pyongyang* the host is where it happens, not who visits.
    """
    relation = relation_types().get(mention.relation)
    if relation is None or relation.by_place:
        return mention
    places = {one.entity for one in member.record.mentions if one.type in ("GPE", "LOC", "FAC")}
    return replace(mention, actors=tuple(one for one in mention.actors if one.entity not in places))


def _judged(mention: EventMention, mentioned: Set[str], canonical: Canonical) -> EventMention:
    """The mention with every argument's entity replaced by the one that it is judged to be.

    An argument may only name an entity that the article mentions: nothing else vouches for what that entity is.
    """

    def one(argument: Argument | None) -> Argument | None:
        if argument is None or argument.entity is None:
            return argument
        entity = argument.entity if argument.entity in mentioned else None
        return replace(argument, entity=canonical.get(entity, entity) if entity else None)

    def many(arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
        return tuple(judged for argument in arguments if (judged := one(argument)))

    return replace(
        mention,
        actors=many(mention.actors),
        recipients=many(mention.recipients),
        themes=many(mention.themes),
        instruments=many(mention.instruments),
        place=one(mention.place),
        attribution=one(mention.attribution),
    )
