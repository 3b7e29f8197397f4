"""What event identity knows of a claim: who says it when, and the event mention with its resolved entities."""

from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Literal

from graph.model import Argument, EventMention
from graph.ontology import relation_types

_FAMILY_LETTERS = 5  # visit, visits, visited; fight, fighting; explode, explosion
_OTHER = "ACTED_ON"

Role = Literal["actors", "recipients", "places"]
ROLES: tuple[Role, ...] = ("actors", "recipients", "places")


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """One claim to be identified; `mention` carries entity ids that are the same in all articles."""

    claim_id: str
    article_id: str
    mention: EventMention
    published: datetime | None = None
    lang: str = "und"
    origin_id: str = ""
    story_id: str = ""
    people: frozenset[str] = frozenset()  # those of the mention's entities that are persons

    @property
    def family(self) -> tuple[str, str]:
        """What the trigger has in common with its inflected and derived forms, in its language."""
        return self.lang, (self.mention.lemma or self.mention.text).casefold()[:_FAMILY_LETTERS]

    @property
    def relation(self) -> tuple[str, str] | None:
        """What the event does to the entities' relation, in any language; `None` where no name says it."""
        return None if self.mention.relation == _OTHER else (self.mention.type, self.mention.relation)

    @property
    def names_someone(self) -> bool:
        """Does the claim tell who acts, or which person is acted on? A place alone does not tell two events apart."""
        return any(one.entity for one in self.mention.actors) or any(
            one.entity in self.people for one in self.mention.recipients
        )

    def arguments(self, role: Role) -> tuple[Argument, ...]:
        """Who or what fills a role; where both sides do the same, all of them are actors."""
        mention = self.mention
        if role == "places":
            return (mention.place,) if mention.place else ()
        if self._symmetric:
            return mention.actors + mention.recipients if role == "actors" else ()
        return mention.actors if role == "actors" else mention.recipients

    @property
    def entities(self) -> frozenset[str]:
        """All entities in any role."""
        mention = self.mention
        roles = (mention.actors, mention.recipients, mention.themes, mention.instruments, self.arguments("places"))
        return frozenset(argument.entity for argument in chain.from_iterable(roles) if argument.entity)

    @property
    def _symmetric(self) -> bool:
        relation = relation_types().get(self.mention.relation)
        return relation is not None and relation.symmetric
