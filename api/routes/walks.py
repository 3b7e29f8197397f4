"""Ways into the graph: search, and paths between two entities."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from api.deps import TAGGED, Key, StoreDep, Text
from api.errors import responses
from api.examples import example
from api.schemas import Paths, SearchHits, SearchKind
from graph.reads import paths, search
from graph.reads.paging import Row

router = APIRouter(prefix="/api/v1", tags=["search"], dependencies=TAGGED, responses=responses())


class SearchQuery(BaseModel):
    q: Text
    kind: list[SearchKind] = Field(default_factory=list, max_length=4, description="None given: all kinds.")
    limit: int = Field(default=20, ge=1, le=100)


class PathsQuery(BaseModel):
    source: Key
    target: Key
    max_hops: int = Field(default=4, ge=1, le=paths.MAX_HOPS)
    limit: int = Field(default=3, ge=1, le=10)


@router.get("/search", operation_id="search", response_model=SearchHits, responses=example("search"))
def get_search(store: StoreDep, query: Annotated[SearchQuery, Query()]) -> Row:
    """Entities, stories, articles and events that the words fit; names match from their first letters on."""
    return {"items": search.search(store, query.q, query.kind, query.limit)}


@router.get("/paths", operation_id="findPaths", response_model=Paths, responses=responses(404) | example("findPaths"))
def get_paths(store: StoreDep, query: Annotated[PathsQuery, Query()]) -> Row:
    """The shortest paths between two entities over relations between entities."""
    return paths.find_paths(store, query.source, query.target, query.max_hops, query.limit)
