"""Entities, relations, and graphs and paths made of them."""

from pydantic import Field

from api.schemas.base import Shape
from graph.model import Status


class EntityRef(Shape):
    id: str
    name: str
    type: str


class EntityCount(EntityRef):
    articles: int = Field(description="Articles that mention it; within a story, articles of that story.")


class GraphNode(EntityCount):
    degree: int = Field(description="All its relations, shown here or not.")


class EntitySummary(EntityRef):
    wikidata: str | None = None
    country: str | None = Field(default=None, description="ISO 3166-1 alpha-3.")
    lat: float | None = None
    lon: float | None = None
    aliases: list[str]
    articles: int = 0
    claims: int = Field(default=0, description="Claims of the events in which it has a role.")


class RelationEdge(Shape):
    id: str
    source: str = Field(description="Id of the entity at its start.")
    target: str = Field(description="Id of the entity at its end.")
    relation: str = Field(description="A name of the closed vocabulary, see /api/v1/schema.")
    reading: str = Field(description="How source -> target is read aloud.")
    inverse: str
    verb: str | None = None
    status: Status
    type: str | None = Field(default=None, description="Event type of the events that add up to it.")
    claims: int
    origins: int = Field(description="Independent origins of the claims: a wire report and its copies are one.")
    outlets: int
    first_date: str | None = None
    last_date: str | None = None


class Graph(Shape):
    nodes: list[GraphNode]
    edges: list[RelationEdge]
    truncated: bool
    more: int = Field(description="Relations that fit the filters and are not shown.")


class PathView(Shape):
    nodes: list[EntityRef]
    edges: list[RelationEdge]


class Paths(Shape):
    paths: list[PathView]
    message: str = Field(description="Says so if no path was found; else empty.")
