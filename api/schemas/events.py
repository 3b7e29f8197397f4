"""Events, and single relations with the events behind them."""

from pydantic import Field

from api.schemas.base import Shape
from api.schemas.graph import EntityRef, RelationEdge
from api.schemas.sources import Quantity
from graph.model import Status


class EventDate(Shape):
    value: str | None = Field(default=None, description="TIMEX3 value.")
    granularity: str | None = None
    start: str | None = None
    end: str | None = None


class SourcedQuantity(Quantity):
    claims: int
    origins: int


class EventSummary(Shape):
    id: str
    title: str
    type: str
    relation: str
    status: Status = Field(description="The best supported status of its claims.")
    statuses: dict[str, int] = Field(description="Claims by status.")
    date: EventDate | None = None
    place: EntityRef | None = None
    actors: list[EntityRef]
    recipients: list[EntityRef]
    themes: list[EntityRef]
    claims: int
    origins: int
    outlets: int
    story_ids: list[str]
    quantities: list[SourcedQuantity]


class RelationDetail(RelationEdge):
    source_entity: EntityRef
    target_entity: EntityRef
    events: list[EventSummary]
