"""What routes ask for by type: the store, the page, closed-vocabulary parameters; and the checks before every route."""

import hashlib
import threading
import time
from datetime import date
from typing import Annotated

from fastapi import Depends, Path, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import AfterValidator, BaseModel, Field, WithJsonSchema

from api.errors import NotModifiedError
from api.settings import ApiSettings
from graph.ontology import event_types, relation_types
from graph.reads.paging import MAX_LIMIT, PageRequest
from graph.reads.status import revision
from graph.store import Store

REVISION_AGE_S = 1.0


class RevisionClock:
    """The graph's revision, looked up at most once a second however many requests come."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._read_at = -REVISION_AGE_S
        self._value = ""

    def read(self, store: Store) -> str:
        with self._lock:
            if time.monotonic() - self._read_at >= REVISION_AGE_S:
                self._value = revision(store)
                self._read_at = time.monotonic()
            return self._value


def get_store(request: Request) -> Store:
    store: Store = request.app.state.store
    return store


def get_settings(request: Request) -> ApiSettings:
    settings: ApiSettings = request.app.state.settings
    return settings


def get_revision(request: Request) -> str:
    clock: RevisionClock = request.app.state.clock
    return clock.read(get_store(request))


StoreDep = Annotated[Store, Depends(get_store)]
SettingsDep = Annotated[ApiSettings, Depends(get_settings)]
RevisionDep = Annotated[str, Depends(get_revision)]


def only_known_parameters(request: Request) -> None:
    """Refuse query parameters that the route does not have: a typing error must not look like an empty answer."""
    path = request.scope["route"].path
    operation = request.app.openapi()["paths"].get(path, {}).get(request.method.lower(), {})
    known = {one["name"] for one in operation.get("parameters", ()) if one["in"] == "query"}
    unknown = [name for name in request.query_params if name not in known]
    if unknown:
        message = f"unknown parameter; this route has {', '.join(sorted(known)) or 'none'}"
        raise RequestValidationError([{"loc": ("query", name), "msg": message, "type": "unknown"} for name in unknown])


def tag_with_revision(request: Request, response: Response, current: RevisionDep) -> None:
    """Tag the answer with the graph's revision; a client that has this revision gets 304 and no query runs."""
    asked = hashlib.blake2b(f"{request.url.path}?{request.url.query}".encode(), digest_size=6).hexdigest()
    tag = f'W/"{current}-{asked}"'
    if tag in request.headers.get("if-none-match", ""):
        raise NotModifiedError(tag)
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = "no-cache"


CHECKED = [Depends(only_known_parameters)]
"""Dependencies of every route under /api/v1."""

TAGGED = [*CHECKED, Depends(tag_with_revision)]
"""Dependencies of every route that reads the graph."""


def _known_event_type(name: str) -> str:
    if name not in event_types():
        raise ValueError(f"not an event type; there are {', '.join(event_types())}")
    return name


def _known_relation(name: str) -> str:
    if name not in relation_types():
        raise ValueError("not a relation of the closed vocabulary: see /api/v1/schema")
    return name


Identifier = Annotated[str, Path(min_length=1, max_length=100)]
EventType = Annotated[
    str, AfterValidator(_known_event_type), WithJsonSchema({"type": "string", "enum": list(event_types())})
]
RelationName = Annotated[
    str, AfterValidator(_known_relation), WithJsonSchema({"type": "string", "enum": list(relation_types())})
]
Text = Annotated[str, Field(min_length=1, max_length=300)]
Key = Annotated[str, Field(min_length=1, max_length=100)]


class PageQuery(BaseModel):
    """`limit` and `cursor`, which every list has."""

    limit: int = Field(default=50, ge=1, le=MAX_LIMIT)
    cursor: str | None = Field(default=None, max_length=2_000, description="`next` of the page before.")

    def page(self) -> PageRequest:
        return PageRequest(self.limit, self.cursor)


class Between(BaseModel):
    """A range of days, both ends in it."""

    since: date | None = Field(default=None, alias="from", description="First day, YYYY-MM-DD.")
    until: date | None = Field(default=None, alias="to", description="Last day, YYYY-MM-DD.")


PageDep = Annotated[PageQuery, Query()]


def iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
