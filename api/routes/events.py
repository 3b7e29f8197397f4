"""Events and their claims."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.deps import TAGGED, Between, EventType, Identifier, Key, PageDep, PageQuery, StoreDep, iso
from api.errors import responses
from api.examples import example
from api.schemas import Claim, EventSummary, Page
from graph.model import Status
from graph.reads import events
from graph.reads.paging import Row

router = APIRouter(prefix="/api/v1/events", tags=["events"], dependencies=TAGGED, responses=responses())


class EventsQuery(PageQuery, Between):
    type: EventType | None = None
    status: Status | None = None
    entity: Key | None = None
    story: Key | None = None


@router.get("", operation_id="listEvents", response_model=Page[EventSummary], responses=example("listEvents"))
def list_events(store: StoreDep, query: Annotated[EventsQuery, Query()]) -> Row:
    """Events, the best supported first. `from` and `to` bound when they happened; undated ones then fall out."""
    filters = {name: getattr(query, name) for name in ("type", "status", "entity", "story")}
    filters |= {"from": iso(query.since), "to": iso(query.until)}
    return events.list_events(store, query.page(), filters)


@router.get(
    "/{event_id}", operation_id="getEvent", response_model=EventSummary, responses=responses(404) | example("getEvent")
)
def get_event(store: StoreDep, event_id: Identifier) -> Row:
    """One event with its roles, time, place, statuses and quantities."""
    return events.get_event(store, event_id)


@router.get(
    "/{event_id}/claims",
    operation_id="listEventClaims",
    response_model=Page[Claim],
    responses=responses(404) | example("listEventClaims"),
)
def list_event_claims(store: StoreDep, event_id: Identifier, query: PageDep) -> Row:
    """The claims that assert the event, in the order in which they became known."""
    return events.claims_of_event(store, event_id, query.page())
