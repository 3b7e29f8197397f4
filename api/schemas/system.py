"""Search, Cypher, the schema, and how the server is."""

from typing import Literal

from pydantic import Field

from api.schemas.base import Shape

SearchKind = Literal["entity", "story", "article", "event"]


class SearchHit(Shape):
    kind: SearchKind
    id: str
    label: str
    detail: str
    count: int = Field(description="Articles (entity, story), claims (event), 1 for an article.")


class SearchHits(Shape):
    items: list[SearchHit]


class RelationTypeView(Shape):
    name: str
    root: str
    reading: str
    inverse: str
    symmetric: bool


class SchemaView(Shape):
    labels: list[str]
    relations: list[RelationTypeView]
    statement_edges: list[str]
    properties: dict[str, list[str]]
    event_types: dict[str, str]
    statuses: dict[str, str]


class StatusCounts(Shape):
    articles: int
    outlets: int
    origins: int
    stories: int
    entities: int
    events: int
    claims: int
    relations: int


class GraphStatus(Shape):
    version: str
    engine: str
    counts: StatusCounts
    revision: str = Field(description="Changes whenever the graph does; the ETag of every read.")


class QueryRequest(Shape):
    query: str = Field(min_length=1, max_length=20_000, examples=["MATCH (s:Story) RETURN s.title, s.articles LIMIT 5"])
    parameters: dict[str, object] = Field(default_factory=dict, examples=[{}])


class QueryAnswer(Shape):
    columns: list[str]
    rows: list[list[object]]
    truncated: bool


class Health(Shape):
    status: Literal["ok", "ready"]
