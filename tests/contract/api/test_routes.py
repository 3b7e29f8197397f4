import json
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.examples import examples
from tests.contract.api.calls import calls
from tests.contract.api.update_examples import WITHOUT_EXAMPLE

VARYING = {"getStatus": ("engine", "revision", "version")}


def operations(client: TestClient) -> dict[str, tuple[str, str]]:
    paths = client.get("/openapi.json").json()["paths"]
    return {
        operation["operationId"]: (method.upper(), path)
        for path, methods in paths.items()
        for method, operation in methods.items()
    }


@pytest.mark.parametrize("operation", calls())
def test_each_operation_answers_as_its_example_says(client: TestClient, operation: str) -> None:
    """When answers change on purpose: `python -m tests.contract.api.update_examples`."""
    answer = calls()[operation].send(client)
    assert answer.status_code == 200, answer.text
    body: Any = answer.json()
    expected = examples().get(operation, body)
    for name in VARYING.get(operation, ()):
        assert body.pop(name)
        expected = {key: value for key, value in expected.items() if key != name}
    assert body == expected


def test_every_operation_has_a_call_and_an_example(client: TestClient) -> None:
    documented = set(operations(client))
    assert documented - {"getMetrics", "exportGraph"} == set(calls())
    assert set(examples()) == set(calls()) - WITHOUT_EXAMPLE


def test_every_list_answers_in_pages_of_the_same_shape(client: TestClient) -> None:
    lists = [name for name in calls() if name.startswith("list") and name != "listOutlets"]
    assert len(lists) == 9
    for name in lists:
        page = calls()[name].send(client).json()
        assert set(page) == {"items", "next"}
        assert page["next"] is None or isinstance(page["next"], str)


def test_a_page_leads_to_the_next(client: TestClient) -> None:
    seen: list[str] = []
    query = {"limit": "3"}
    while True:
        page = client.get("/api/v1/articles", params=query).json()
        seen += [one["id"] for one in page["items"]]
        if page["next"] is None:
            break
        query["cursor"] = page["next"]
    assert len(seen) == len(set(seen)) == 8


def test_one_click_leads_from_story_to_edge_to_sentence(client: TestClient) -> None:
    story = client.get("/api/v1/stories", params={"sort": "size"}).json()["items"][0]["id"]
    edge = client.get(f"/api/v1/stories/{story}/graph").json()["edges"][0]["id"]
    claim = client.get(f"/api/v1/relations/{edge}/evidence").json()["items"][0]
    article = client.get(f"/api/v1/articles/{claim['article']['id']}").json()
    assert article["text"][claim["start"] : claim["end"]] == claim["sentence"]
    assert claim["id"] in {one["id"] for one in article["claims"]}


def test_every_bullet_cites_a_claim_whose_sentence_stands_in_its_article(client: TestClient) -> None:
    for story in client.get("/api/v1/stories").json()["items"]:
        summary = client.get(f"/api/v1/stories/{story['id']}").json()["summary"]
        assert summary
        for bullet in summary:
            first = bullet["citations"][0]
            article = client.get(f"/api/v1/articles/{first['article_id']}").json()
            assert article["text"][first["start"] : first["end"]] == bullet["text"]
            assert first["claim_id"] in {one["id"] for one in article["claims"]}


def test_an_unchanged_graph_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/api/v1/stories?limit=1")
    again = client.get("/api/v1/stories?limit=1", headers={"If-None-Match": first.headers["ETag"]})
    other = client.get("/api/v1/stories?limit=2", headers={"If-None-Match": first.headers["ETag"]})
    assert first.headers["ETag"].startswith('W/"')
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert other.status_code == 200


def test_metrics_count_by_route_and_never_by_id(client: TestClient) -> None:
    client.get("/api/v1/entities/ent_abc")
    text = client.get("/metrics").text
    assert 'route="/api/v1/entities/{entity_id}",status="404"' in text
    assert "ent_abc" not in text


def test_openapi_gives_every_operation_an_id_a_summary_and_its_errors(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    assert "Problem" in document["components"]["schemas"]
    assert "HTTPValidationError" not in json.dumps(document)
    for path, methods in document["paths"].items():
        for operation in methods.values():
            assert operation["operationId"].isidentifier()
            assert operation["summary"]
            if path.startswith("/api/v1"):
                assert "application/problem+json" in operation["responses"]["422"]["content"]


@pytest.mark.parametrize("name", ["jsonl", "graphml", "gexf", "csv", "jsonld", "ftm", "html"])
def test_the_graph_or_a_story_can_be_downloaded(client: TestClient, ids: dict[str, str], name: str) -> None:
    whole = client.get(f"/api/v1/export/{name}")
    part = client.get(f"/api/v1/export/{name}", params={"story": ids["story:bridge"]})
    assert (whole.status_code, part.status_code) == (200, 200)
    assert len(whole.content) == int(whole.headers["content-length"]) > len(part.content) > 0
    assert whole.headers["content-disposition"].startswith('attachment; filename="eventgraph-all.')
    assert client.get(f"/api/v1/export/{name}", params={"story": "sto_none"}).status_code == 404


def test_an_unknown_format_is_refused(client: TestClient) -> None:
    assert client.get("/api/v1/export/docx").status_code == 422
