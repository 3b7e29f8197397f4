"""Every error of the API as RFC 9457 problem details: one table from our errors to status and title."""

import logging
from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from api.headers import HEADERS
from api.schemas import Problem
from graph.errors import (
    ConfigurationError,
    EventGraphError,
    InputError,
    NotFoundError,
    QueryRefusedError,
    QueryTimeoutError,
    StoreUnavailableError,
)

logger = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"
RETRY_S = 5

_TITLES = {
    400: "Bad request", 403: "Forbidden", 404: "Not found", 405: "Method not allowed", 408: "Query ran too long",
    413: "Request too large", 422: "Invalid parameters", 429: "Too many requests at once", 500: "Internal error",
    503: "Store unavailable",
}  # fmt: skip

_STATUSES: dict[type[EventGraphError], int] = {
    ConfigurationError: 500,
    InputError: 422,
    NotFoundError: 404,
    QueryRefusedError: 400,
    QueryTimeoutError: 408,
    StoreUnavailableError: 503,
}


class NotModifiedError(Exception):
    """The client has the current answer already; carries its tag."""

    def __init__(self, tag: str) -> None:
        super().__init__(tag)
        self.tag = tag


class BusyError(EventGraphError):
    """All places for costly requests are taken."""


class QueryEndpointOffError(EventGraphError):
    """This server does not take Cypher queries."""


_STATUSES |= {BusyError: 429, QueryEndpointOffError: 403}


def problem(path: str, status: int, detail: str, **more: Any) -> JSONResponse:
    """An error answer; `more` are further members of the problem."""
    title = _TITLES.get(status, "Error")
    body = Problem(title=title, status=status, detail=detail, instance=path, **more).model_dump(mode="json")
    headers = {"Retry-After": str(RETRY_S)} if status in (429, 503) else None
    return JSONResponse(body, status, headers, media_type=MEDIA_TYPE)


def responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """OpenAPI's declaration of the errors that a route can answer with, beside those of every route."""
    schema = {"$ref": "#/components/schemas/Problem"}
    return {
        status: {"description": _TITLES[status], "content": {MEDIA_TYPE: {"schema": schema}}}
        for status in sorted({400, 422, 500, 503, *statuses})
    }


def install(app: FastAPI) -> None:
    """Make every error of `app` a problem."""
    app.add_exception_handler(EventGraphError, _ours)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(NotModifiedError, _not_modified)
    app.add_exception_handler(Exception, _unexpected)


def _ours(request: Request, error: Exception) -> Response:
    status = next((status for kind, status in _STATUSES.items() if isinstance(error, kind)), 500)
    if status >= 500:
        logger.error("%s %s: %s", request.method, request.url.path, error)
    return problem(request.url.path, status, str(error))


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    detail = str(error.detail)
    if error.status_code == 404:
        detail = f"nothing is at {request.url.path}: see /openapi.json for what there is"
    if error.status_code == 405:
        detail = f"{request.method} is not possible here: see /openapi.json"
    answer = problem(request.url.path, error.status_code, detail)
    answer.headers.update(error.headers or {})
    return answer


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    found = [{"where": ".".join(map(str, one["loc"])), "message": one["msg"]} for one in error.errors()]
    detail = "; ".join(f"{one['where']}: {one['message']}" for one in found)
    return problem(request.url.path, 422, _clean(detail), errors=[_cleaned(one) for one in found])


def _not_modified(_: Request, error: Exception) -> Response:
    assert isinstance(error, NotModifiedError)
    return Response(status_code=304, headers={"ETag": error.tag})


def _unexpected(request: Request, error: Exception) -> Response:
    logger.error("%s %s failed", request.method, request.url.path, exc_info=error)
    answer = problem(request.url.path, 500, "the server failed on this request; its log says why")
    answer.headers.update(HEADERS)  # it leaves from outside the middleware that adds them
    return answer


def _clean(text: str) -> str:
    return text.encode("utf-8", "replace").decode()  # half a surrogate pair in the input must not break the answer


def _cleaned(one: Mapping[str, str]) -> dict[str, str]:
    return {name: _clean(value) for name, value in one.items()}
