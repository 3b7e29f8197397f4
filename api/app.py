"""The application: routes, errors, headers and the explorer put together."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from pathlib import Path

from fastapi import FastAPI

from api import errors
from api.deps import RevisionClock
from api.explorer import DIST, ExplorerRoute
from api.gate import Gate
from api.limits import BodyLimitMiddleware
from api.metrics import Metrics, MetricsMiddleware
from api.routes import articles, cypher, entities, events, export, judgements, relations, stories, system, walks
from api.schemas import Problem
from api.security import SecurityMiddleware
from api.settings import ApiSettings
from graph.store import Store

DESCRIPTION = """
News in many languages as one sourced graph of who did what to whom. Every number of support counts independent
origins; every relation leads to the sentences that it rests on.

Lists come in pages: pass `next` as `cursor` to get on. Errors are RFC 9457 problem details. Answers that read the
graph carry a weak `ETag` that changes with the graph.
"""

EXPORTS_AT_A_TIME = 2

ROUTERS = (
    walks.router, entities.router, relations.router, events.router, stories.router, articles.router, articles.outlets,
    judgements.router, judgements.review, export.router, cypher.router, system.router, system.probes,
)  # fmt: skip


def create_app(settings: ApiSettings, store: Store, dist: Path = DIST) -> FastAPI:
    """The server over `store`, which stays the caller's to close; `dist` is where the built explorer lies."""
    app = FastAPI(
        title="EventGraph",
        version=version("eventgraph"),
        description=DESCRIPTION,
        docs_url=None,  # their pages load scripts from elsewhere
        redoc_url=None,
        lifespan=_lifespan,
    )
    app.state.settings, app.state.store = settings, store
    app.state.clock, app.state.metrics = RevisionClock(), Metrics()
    app.state.review = judgements.ReviewList()
    app.state.queries, app.state.exports = Gate(settings.query_concurrency), Gate(EXPORTS_AT_A_TIME)
    errors.install(app)
    for router in ROUTERS:
        app.include_router(router)
    app.router.routes.append(ExplorerRoute(dist))
    app.add_middleware(BodyLimitMiddleware)
    app.add_middleware(SecurityMiddleware, host_names=settings.host_names)
    app.add_middleware(MetricsMiddleware, metrics=app.state.metrics)
    _declare_problem(app)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    app.openapi()  # built once here, not in the first request, which checks its parameters against it
    yield


def _declare_problem(app: FastAPI) -> None:
    """Put the shape of errors into the OpenAPI document, in place of FastAPI's own."""
    build = app.openapi

    def openapi() -> dict[str, object]:
        document = build()
        schemas = document.setdefault("components", {}).setdefault("schemas", {})
        schemas["Problem"] = Problem.model_json_schema()
        for name in ("HTTPValidationError", "ValidationError"):
            schemas.pop(name, None)
        return document

    app.openapi = openapi  # type: ignore[method-assign]
