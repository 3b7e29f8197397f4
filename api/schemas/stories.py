"""Stories, and entities with the stories that they are in."""

from typing import Literal

from pydantic import Field

from api.schemas.base import Shape
from api.schemas.events import EventSummary
from api.schemas.graph import EntityCount, EntityRef, EntitySummary, RelationEdge


class LanguageCount(Shape):
    lang: str
    articles: int


class StorySummary(Shape):
    id: str
    title: str
    lang: str
    first_date: str | None = None
    last_date: str | None = None
    articles: int
    outlets: int
    origins: int
    languages: list[LanguageCount]
    bias: dict[str, int] = Field(description="Outlets by bias rating; `unrated` for those without.")
    lead: str = Field(description="One sentence of the story, verbatim; empty if none stands on its own.")


class Citation(Shape):
    claim_id: str
    article_id: str
    outlet: str | None = None
    start: int
    end: int


class SummaryBullet(Shape):
    """A sentence of an article, verbatim, and every article that says the same."""

    text: str
    lang: str
    claims: int
    origins: int
    citations: list[Citation] = Field(min_length=1)


class DisputedValue(Shape):
    label: str
    claims: int
    origins: int
    outlets: list[str]
    claim_ids: list[str]


class Dispute(Shape):
    """One event on which the sources disagree, with each value and who says it."""

    event: EventSummary
    kind: Literal["quantity", "status"]
    values: list[DisputedValue] = Field(min_length=2)


class StoryDetail(StorySummary):
    summary: list[SummaryBullet]
    factuality: dict[str, int] = Field(description="Outlets by factuality rating; `unrated` for those without.")
    owners: dict[str, int] = Field(description="Outlets by owner; `unknown` for those without.")
    entities: list[EntityCount]
    events: list[EventSummary]
    disputes: list[Dispute]


class DayClaims(Shape):
    date: str
    claims: int


class DayArticles(Shape):
    date: str
    articles: int
    origins: int


class StoryTimeline(Shape):
    days: list[DayArticles]
    events: list[EventSummary]


class EntityDetail(EntitySummary):
    relations: list[RelationEdge] = Field(description="Best supported first, at most 50.")
    neighbours: list[EntityRef] = Field(description="The other ends of `relations`.")
    stories: list[StorySummary]
    timeline: list[DayClaims]
