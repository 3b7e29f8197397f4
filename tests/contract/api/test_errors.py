from typing import Any

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.gate import Gate
from api.settings import ApiSettings
from graph.errors import QueryTimeoutError, StoreUnavailableError
from graph.store import Store
from tests.contract.api.calls import calls
from tests.contract.api.conftest import BASE


def assert_problem(answer: Any, status: int) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    body: dict[str, Any] = answer.json()
    assert body["status"] == status
    assert body["title"]
    assert body["detail"]
    assert body["instance"] == answer.request.url.path
    assert answer.headers["x-content-type-options"] == "nosniff"
    return body


@pytest.mark.parametrize("operation", calls())
def test_an_unknown_parameter_is_refused_everywhere(client: TestClient, operation: str) -> None:
    call = calls()[operation]
    answer = client.request(call.method, call.path, params={**call.query, "limt": "3"}, json=call.json)
    assert "query.limt: unknown parameter" in assert_problem(answer, 422)["detail"]


@pytest.mark.parametrize("operation", calls())
def test_another_method_is_refused_everywhere(client: TestClient, operation: str) -> None:
    call = calls()[operation]
    answer = client.request("DELETE", call.path)
    assert_problem(answer, 405)
    assert call.method in answer.headers["allow"]


@pytest.mark.parametrize("operation", [name for name, call in calls().items() if "_" in call.path.rpartition("v1/")[2]])
def test_an_unknown_id_is_not_found_and_an_endless_one_invalid(client: TestClient, operation: str) -> None:
    parts = calls()[operation].path.split("/")
    place = next(number for number, part in enumerate(parts) if "_" in part)
    for identifier, status in (("nothing", 404), ("x" * 101, 422), ("%00", 404), ("ü🦊", 404), ("..%2f", 404)):
        path = "/".join([*parts[:place], identifier, *parts[place + 1 :]])
        assert_problem(client.get(path), status)


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/entities?limit=0", "/api/v1/entities?limit=501", "/api/v1/entities?limit=many", "/api/v1/entities?q=",
        "/api/v1/entities?cursor=abc", "/api/v1/events?type=PARTY", "/api/v1/events?status=maybe",
        "/api/v1/events?from=yesterday", "/api/v1/events?to=2025-02-30", "/api/v1/stories?sort=best",
        "/api/v1/search", "/api/v1/search?q=x&kind=person", "/api/v1/paths?source=a",
        "/api/v1/paths?source=a&target=a", "/api/v1/paths?source=a&target=b&max_hops=7",
        "/api/v1/entities/x/neighbourhood?relation=HUGGED", "/api/v1/entities/x/neighbourhood?min_origins=-1",
    ],
)  # fmt: skip
def test_a_wrong_value_is_refused_with_its_place(client: TestClient, path: str) -> None:
    body = assert_problem(client.get(path), 422)
    assert (
        path.partition("?")[2].partition("=")[0] in body["detail"]
        or "q" in body["detail"]
        or "source" in body["detail"]
    )


def test_an_unknown_address_under_api_is_a_problem_and_not_a_page(client: TestClient) -> None:
    assert_problem(client.get("/api/v1/nothing"), 404)
    assert_problem(client.get("/api"), 404)


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"null", b'{"query": 1}', b'{"query": ""}', b'{"query": "RETURN 1", "more": 1}', b"\xff\xfe"],
)
def test_a_body_that_is_no_query_is_refused(client: TestClient, body: bytes) -> None:
    answer = client.post("/api/v1/query", content=body, headers={"content-type": "application/json"})
    assert_problem(answer, 422)


def test_a_huge_body_is_refused(client: TestClient) -> None:
    body = b'{"query": "RETURN 1", "parameters": {"x": "' + b"x" * 2_000_000 + b'"}}'
    headers = {"content-type": "application/json"}
    assert_problem(client.post("/api/v1/query", content=body, headers=headers), 413)
    assert_problem(
        client.post("/api/v1/query", content=(body[i : i + 9999] for i in range(0, 2_000_000, 9999)), headers=headers),
        413,
    )


def test_another_host_name_is_refused(client: TestClient) -> None:
    assert_problem(client.get("/api/v1/status", headers={"host": "attacker.example"}), 400)
    assert client.get("/healthz", headers={"host": "localhost:8000"}).status_code == 200
    assert client.get("/healthz", headers={"host": "[::1]:8000"}).status_code == 200


def test_a_server_for_others_takes_any_host_but_no_queries(small: Store) -> None:
    with TestClient(create_app(ApiSettings(host="0.0.0.0"), small), base_url="http://news.example") as client:
        assert client.get("/api/v1/status").status_code == 200
        assert_problem(client.post("/api/v1/query", json={"query": "RETURN 1"}), 403)
    allowed = ApiSettings(host="0.0.0.0", query_endpoint="on", allowed_hosts=["news.example"])
    with TestClient(create_app(allowed, small), base_url="http://news.example") as client:
        assert client.post("/api/v1/query", json={"query": "RETURN 1 AS one"}).json()["rows"] == [[1]]
        assert_problem(client.get("/api/v1/status", headers={"host": "other.example"}), 400)


def test_queries_beyond_the_places_wait_for_nobody(small: Store) -> None:
    app = create_app(ApiSettings(query_concurrency=1), small)
    gate: Gate = app.state.queries
    with TestClient(app, base_url=BASE) as client:
        with gate.enter():
            answer = client.post("/api/v1/query", json={"query": "RETURN 1 AS one"})
            assert_problem(answer, 429)
            assert answer.headers["retry-after"].isdigit()
        assert client.post("/api/v1/query", json={"query": "RETURN 1 AS one"}).status_code == 200


def test_errors_of_the_store_have_their_own_status(small: Store) -> None:
    app = create_app(ApiSettings(), small)
    errors = {
        "gone": (StoreUnavailableError("gone"), 503),
        "slow": (QueryTimeoutError("slow"), 408),
        "bug": (KeyError("bug"), 500),
    }

    @app.get("/api/v1/fail/{name}")
    def fail(name: str) -> None:
        raise errors[name][0]

    app.router.routes.insert(0, app.router.routes.pop())
    with TestClient(app, base_url=BASE, raise_server_exceptions=False) as client:
        for name, (_, status) in errors.items():
            body = assert_problem(client.get(f"/api/v1/fail/{name}"), status)
            assert ("bug" in body["detail"]) is False
        assert "retry-after" in client.get("/api/v1/fail/gone").headers
