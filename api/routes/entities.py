"""Entities and the relations around them."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from api.deps import TAGGED, Between, Identifier, Key, PageQuery, RelationName, StoreDep, Text, iso
from api.errors import responses
from api.examples import example
from api.schemas import EntityDetail, EntitySummary, Graph, Page
from graph.model import Status
from graph.reads import entities
from graph.reads.paging import Row
from graph.reads.relations import EdgeFilter, neighbourhood

router = APIRouter(prefix="/api/v1/entities", tags=["entities"], dependencies=TAGGED, responses=responses())


class EntitiesQuery(PageQuery):
    q: Text | None = Field(default=None, description="Words of a name or alias; the last may be its beginning.")
    type: Key | None = Field(default=None, description="PERSON, ORG, GPE, …")


class NeighbourhoodQuery(Between):
    limit: int = Field(default=50, ge=1, le=500, description="Relations to show at most.")
    relation: list[RelationName] = Field(default_factory=list, max_length=100)
    status: list[Status] = Field(default_factory=list, max_length=8)
    min_origins: int = Field(default=0, ge=0, le=1_000_000)

    def edges(self) -> EdgeFilter:
        return EdgeFilter(
            relations=tuple(self.relation),
            statuses=tuple(self.status),
            min_origins=self.min_origins,
            since=iso(self.since),
            until=iso(self.until),
        )


@router.get("", operation_id="listEntities", response_model=Page[EntitySummary], responses=example("listEntities"))
def list_entities(store: StoreDep, query: Annotated[EntitiesQuery, Query()]) -> Row:
    """Entities, the most mentioned first; with `q` those whose names match."""
    return entities.list_entities(store, query.page(), query.q, query.type)


@router.get(
    "/{entity_id}",
    operation_id="getEntity",
    response_model=EntityDetail,
    responses=responses(404) | example("getEntity"),
)
def get_entity(store: StoreDep, entity_id: Identifier) -> Row:
    """One entity with its best supported relations, its stories, and its claims by day of publication.

    The id of one that was merged into another leads to that other one.
    """
    return entities.get_entity(store, entity_id)


@router.get(
    "/{entity_id}/neighbourhood",
    operation_id="getNeighbourhood",
    response_model=Graph,
    responses=responses(404) | example("getNeighbourhood"),
)
def get_neighbourhood(store: StoreDep, entity_id: Identifier, query: Annotated[NeighbourhoodQuery, Query()]) -> Row:
    """The entity's best supported relations that fit the filters, with their other ends; `more` counts the rest."""
    return neighbourhood(store, entity_id, query.limit, query.edges())
