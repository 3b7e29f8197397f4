"""Outlets, articles, and what a claim says in which article."""

from pydantic import Field

from api.schemas.base import Shape
from api.schemas.graph import EntityRef
from graph.model import Status


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


class Quantity(Shape):
    value: float
    unit: str
    comparison: str = Field(default="=", description="`=`, `~` about, `>` more than, `<` up to.")
    text: str


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


class MentionSpan(Shape):
    start: int
    end: int
    entity: EntityRef


class ArticleDetail(ArticleSummary):
    text: str
    mentions: list[MentionSpan]
    claims: list[Claim]
