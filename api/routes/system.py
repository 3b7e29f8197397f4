"""How the server and the graph are: status, health, readiness, metrics."""

from importlib.metadata import version

from fastapi import APIRouter, Request
from fastapi.responses import Response

from api.deps import CHECKED, TAGGED, RevisionDep, StoreDep
from api.errors import responses
from api.examples import example
from api.metrics import CONTENT_TYPE, Metrics
from api.schemas import GraphStatus, Health
from graph.reads.paging import Row
from graph.reads.status import count_all

router = APIRouter(prefix="/api/v1", tags=["status"], dependencies=TAGGED, responses=responses())
probes = APIRouter(tags=["status"], dependencies=CHECKED)


@router.get("/status", operation_id="getStatus", response_model=GraphStatus, responses=example("getStatus"))
def get_status(store: StoreDep, current: RevisionDep) -> Row:
    """Version, engine, how much the graph holds, and its revision."""
    counts = count_all(store)
    return {"version": version("eventgraph"), "engine": store.engine, "counts": counts, "revision": current}


@probes.get("/healthz", operation_id="getHealth", response_model=Health)
def get_health() -> Row:
    """Whether the server runs."""
    return {"status": "ok"}


@probes.get("/readyz", operation_id="getReadiness", response_model=Health, responses=responses())
def get_readiness(store: StoreDep) -> Row:
    """Whether the server can answer from its store."""
    store.read("RETURN 1 AS one")
    return {"status": "ready"}


@probes.get("/metrics", operation_id="getMetrics", response_class=Response)
def get_metrics(request: Request) -> Response:
    """Request counts and times in Prometheus' text format."""
    metrics: Metrics = request.app.state.metrics
    return Response(metrics.text(), media_type=CONTENT_TYPE)
