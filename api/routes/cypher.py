"""Read-only Cypher: the query endpoint, and the schema that its users need."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from fastapi import APIRouter, Request

from api.deps import CHECKED, SettingsDep, StoreDep
from api.errors import QueryEndpointOffError, TooManyQueriesError, responses
from api.examples import example
from api.schemas import QueryAnswer, QueryRequest, SchemaView
from graph.reads.paging import Row
from graph.reads.schema import describe_schema

router = APIRouter(prefix="/api/v1", tags=["cypher"], dependencies=CHECKED, responses=responses())


class QueryGate:
    """Lets a fixed number of queries run at a time, and turns the others away at once."""

    def __init__(self, places: int) -> None:
        self._free = threading.BoundedSemaphore(places)

    @contextmanager
    def enter(self) -> Iterator[None]:
        if not self._free.acquire(blocking=False):
            raise TooManyQueriesError("all places for queries are taken: try again in a few seconds")
        try:
            yield
        finally:
            self._free.release()


@router.post(
    "/query",
    operation_id="runQuery",
    response_model=QueryAnswer,
    responses=responses(403, 408, 429) | example("runQuery"),
)
def run_query(request: Request, store: StoreDep, settings: SettingsDep, body: QueryRequest) -> Row:
    """Run a Cypher query that only reads. Rows, bytes and time are limited; `truncated` says that rows were cut off."""
    if not settings.answers_queries:
        raise QueryEndpointOffError("this server takes no queries; EVENTGRAPH_QUERY_ENDPOINT=on allows them")
    gate: QueryGate = request.app.state.gate
    with gate.enter():
        result = store.query(body.query, body.parameters)
    return {"columns": result.columns, "rows": result.rows, "truncated": result.truncated}


@router.get("/schema", operation_id="getSchema", response_model=SchemaView)
def get_schema() -> Row:
    """Labels, relations with their readings, properties, event types and statuses."""
    return describe_schema()
