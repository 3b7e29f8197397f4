"""Entities, relations, and graphs and paths made of them."""

from pydantic import Field

from api.schemas.base import Shape
from graph.judgements import Verdict
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


class JudgedEntity(Shape):
    id: str
    name: str | None = Field(default=None, description="As it was when it was judged.")


class JudgementView(Shape):
    id: str
    verdict: Verdict
    left: JudgedEntity = Field(description="Of two that are the same, the one that is shown.")
    right: JudgedEntity
    by: str
    at: str | None = Field(default=None, description="ISO 8601 in UTC; null on judgements older than the dates.")
    reason: str | None = None
    undone_at: str | None = Field(default=None, description="Null while the judgement is in force.")
    undone_by: str | None = None


class ReviewPair(Shape):
    score: float = Field(description="Likeness times how much hangs on the smaller one, on a logarithmic scale.")
    likeness: float = Field(description="From 0 to 1: how far names and surroundings speak for one entity.")
    articles: int = Field(description="Articles that mention the smaller one.")
    claims: int = Field(description="Claims of the events in which the smaller one has a role.")
    left: EntityCount = Field(description="The one to keep, were they the same.")
    right: EntityCount
    reasons: list[str]
