"""What event identity knows of a claim: who says it when, and the event mention with its resolved entities."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from graph.model import Argument, EventMention
from graph.ontology import relation_types

_FAMILY_LETTERS = 5  # visit, visits, visited; fight, fighting; explode, explosion
_OTHER = "ACTED_ON"


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

    @property
    def kind(self) -> tuple[str, ...]:
        """Claims of different kinds never speak of one event."""
        if self.mention.relation != _OTHER:
            return (self.story_id, self.mention.type, self.mention.relation)
        return (self.story_id, self.mention.type, _OTHER, self.lang, self.family)

    @property
    def family(self) -> str:
        """What the trigger has in common with its inflected and derived forms."""
        return (self.mention.lemma or self.mention.text).casefold()[:_FAMILY_LETTERS]

    @property
    def actors(self) -> frozenset[str]:
        """Entities that do it; all participants where both sides do the same."""
        return _entities(self.mention.actors + self.mention.recipients if self._symmetric else self.mention.actors)

    @property
    def recipients(self) -> frozenset[str]:
        return frozenset() if self._symmetric else _entities(self.mention.recipients)

    @property
    def places(self) -> frozenset[str]:
        return _entities([self.mention.place] if self.mention.place else [])

    @property
    def entities(self) -> frozenset[str]:
        """All entities in any role."""
        mention = self.mention
        others = _entities((*mention.themes, *mention.instruments))
        return _entities((*mention.actors, *mention.recipients)) | self.places | others

    def countries(self, role: str) -> frozenset[str]:
        """Countries of the arguments in `actors`, `recipients` or `places`."""
        mention = self.mention
        place = (mention.place,) if mention.place else ()
        arguments = {"actors": mention.actors, "recipients": mention.recipients, "places": place}[role]
        return frozenset(argument.country for argument in arguments if argument.country)

    @property
    def _symmetric(self) -> bool:
        relation = relation_types().get(self.mention.relation)
        return relation is not None and relation.symmetric


def _entities(arguments: Iterable[Argument]) -> frozenset[str]:
    return frozenset(argument.entity for argument in arguments if argument.entity)
