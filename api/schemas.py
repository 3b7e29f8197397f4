"""What the API answers with: one model for each shape, the contract that the explorer and other clients build on."""

from typing import Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from graph.model import Status

Item = TypeVar("Item")
SearchKind = Literal["entity", "story", "article", "event"]


class Shape(BaseModel):
    """Base of all answers: nothing that is not declared leaves the API."""

    model_config = ConfigDict(extra="forbid")


class Page(Shape, Generic[Item]):
    """A page of a list in a stable order; `next` is the cursor of the page after it, null on the last."""

    items: list[Item]
    next: str | None = Field(default=None, description="Pass it as `cursor` to get the page after this one.")


class Problem(BaseModel):
    """RFC 9457 problem details, the shape of every error."""

    model_config = ConfigDict(extra="allow")

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    instance: str


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
    aliases: list[str] = []
    articles: int = 0
    claims: int = Field(default=0, description="Claims of the events in which it has a role.")


class OutletRef(Shape):
    domain: str
    name: str
    country: str | None = None
    bias: str | None = Field(default=None, description="As rated by `rating_source`; null means unrated.")
    factuality: str | None = None
    owner: str | None = None
    rating_source: str | None = None
    rating_date: str | None = None


class OutletSummary(OutletRef):
    articles: int


class ArticleSummary(Shape):
    id: str
    title: str
    url: str | None = None
    lang: str
    published: str | None = Field(default=None, description="ISO 8601, UTC.")
    outlet: OutletRef | None = None
    story_id: str | None = None
    origin_id: str | None = None
    origin_size: int = Field(default=1, description="Articles that share its origin: copies, rewrites, translations.")
    retracted_at: str | None = None


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


class EventDate(Shape):
    value: str | None = Field(default=None, description="TIMEX3 value.")
    granularity: str | None = None
    start: str | None = None
    end: str | None = None


class Quantity(Shape):
    value: float
    unit: str
    comparison: str = Field(default="=", description="`=`, `~` about, `>` more than, `<` up to.")
    text: str


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
    actors: list[EntityRef] = []
    recipients: list[EntityRef] = []
    themes: list[EntityRef] = []
    claims: int
    origins: int
    outlets: int
    story_ids: list[str] = []
    quantities: list[SourcedQuantity] = []


class Trigger(Shape):
    start: int
    end: int
    text: str


class Claim(Shape):
    id: str
    sentence: str
    start: int = Field(description="Where the sentence begins in the article's text, in code points.")
    end: int
    trigger: Trigger
    type: str
    relation: str
    polarity: str
    certainty: str
    tense: str
    status: Status
    confidence: float
    quantity: Quantity | None = None
    attribution: str | None = None
    attributed_to: EntityRef | None = None
    extractor: str
    lang: str
    event_id: str
    article: ArticleSummary


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
    languages: list[LanguageCount] = []
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


class RelationDetail(RelationEdge):
    source_entity: EntityRef
    target_entity: EntityRef
    events: list[EventSummary]


class MentionSpan(Shape):
    start: int
    end: int
    entity: EntityRef


class ArticleDetail(ArticleSummary):
    text: str
    mentions: list[MentionSpan]
    claims: list[Claim]


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
