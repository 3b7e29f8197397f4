"""What passes between the stages: articles, outlets, and the record that extraction makes of one article.

The field names of `Record` and its parts are those of the scorers' exchange format, so encoding a record with
`msgspec.json` gives one line of `eventgraph extract`. Offsets are half-open, in Unicode code points into
`Article.text`, and `text[start:end]` always equals the `text` beside them.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

EntityType = Literal["PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "MISC"]
MentionForm = Literal["NAME", "NOMINAL", "PRONOUN"]
Polarity = Literal["POS", "NEG"]
Certainty = Literal["CERTAIN", "UNCERTAIN"]
Tense = Literal["NON_FUTURE", "FUTURE"]
Status = Literal["occurred", "ongoing", "planned", "possible", "alleged", "demanded", "denied", "negated"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """Who publishes. Ratings stay `None` (shown as *unrated*) unless a source and a date stand beside them."""

    domain: str
    name: str
    country: str | None = None  # ISO 3166-1 alpha-3
    language: str | None = None  # ISO 639-1
    bias: str | None = None
    factuality: str | None = None
    owner: str | None = None
    rating_source: str | None = None
    rating_date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One published text, from one outlet, at one time, in one language."""

    id: str
    text: str
    title: str = ""
    url: str | None = None
    outlet: str | None = None  # the outlet's domain
    published: datetime | None = None  # aware, UTC
    lang: str = "und"  # ISO 639-1
    known_at: datetime | None = None  # when we learned of it; the publication time unless the source says otherwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A span that refers to an entity; `entity` is the id of the entity as observed, before any judgement."""

    start: int
    end: int
    text: str
    type: EntityType
    entity: str
    name: str = ""  # the entity's display name as this article gives or the knowledge tables know it
    wikidata: str | None = None
    form: MentionForm = "NAME"
    country: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A noun phrase or pronoun that refers to something which the article does not name, or not for certain."""

    start: int
    end: int
    text: str
    type: EntityType
    form: MentionForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """What fills a role. An argument that is not one contiguous span has no offsets."""

    text: str
    start: int | None = None
    end: int | None = None
    entity: str | None = None
    country: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationPhrase:
    text: str
    type: str | None = None  # a name of the closed vocabulary in graph/ontology


@dataclass(frozen=True, slots=True, kw_only=True)
class Triple:
    subject: Argument
    relation: RelationPhrase
    object: Argument
    sentence: tuple[int, int]
    confidence: float
    head: str | None = None  # which rule or head made it, for --explain


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDate:
    """When an event happened, as said: a TIMEX3 value, and where the expression stands (if it does)."""

    value: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """`comparison` is one of ``=``, ``~`` (about), ``>`` (more than), ``<`` (up to, fewer than)."""

    value: float
    unit: str
    start: int
    end: int
    text: str
    comparison: Literal["=", "~", ">", "<"] = "="


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """One trigger of one event in one sentence, as this article tells it.

    `type` is a PLOVER root, `OTHER`, or a state (`HOLDS_POST`, `PART_OF`, ...); `relation` the name of the entity
    relation that it supports, from the closed vocabulary.
    """

    start: int
    end: int
    text: str
    type: str
    sentence: tuple[int, int]
    confidence: float
    relation: str = "ACTED_ON"
    lemma: str = ""
    event: str | None = None
    actors: tuple[Argument, ...] = ()
    recipients: tuple[Argument, ...] = ()
    themes: tuple[Argument, ...] = ()
    instruments: tuple[Argument, ...] = ()
    place: Argument | None = None
    date: EventDate | None = None
    quantities: tuple[Quantity, ...] = ()
    polarity: Polarity = "POS"
    certainty: Certainty = "CERTAIN"
    tense: Tense = "NON_FUTURE"
    status: Status = "occurred"
    attribution: Argument | None = None
    head: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A TIMEX3 expression; `value` is `None` where the expression cannot be anchored."""

    start: int
    end: int
    text: str
    type: TimexType
    value: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    start: int
    end: int
    text: str
    name: str
    country: str | None = None  # ISO 3166-1 alpha-3
    lat: float | None = None  # WGS84 degrees
    lon: float | None = None
    geonames: int | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    start: int
    end: int
    text: str
    speaker: Argument | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """All that extraction says about one article: a pure function of the article and the extractor's version."""

    id: str
    lang: str
    mentions: tuple[Mention, ...] = ()
    references: tuple[Reference, ...] = ()  # stay with the article: the graph holds what has a name
    triples: tuple[Triple, ...] = ()
    events: tuple[EventMention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    errors: tuple[str, ...] = ()
    extractor: str = ""  # name and version of what made it, kept in every claim's provenance
