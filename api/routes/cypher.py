"""Read-only Cypher: the query endpoint, and the schema that its users need."""

from fastapi import APIRouter, Request

from api.deps import CHECKED, SettingsDep, StoreDep
from api.errors import QueryEndpointOffError, responses
from api.examples import example
from api.gate import Gate
from api.schemas import QueryAnswer, QueryRequest, SchemaView
from graph.reads.paging import Row
from graph.reads.schema import describe_schema

router = APIRouter(prefix="/api/v1", tags=["cypher"], dependencies=CHECKED, responses=responses())


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
    gate: Gate = request.app.state.queries
    with gate.enter():
        result = store.query(body.query, body.parameters)
    return {"columns": result.columns, "rows": result.rows, "truncated": result.truncated}


@router.get("/schema", operation_id="getSchema", response_model=SchemaView)
def get_schema() -> Row:
    """Labels, relations with their readings, properties, event types and statuses."""
    return describe_schema()
