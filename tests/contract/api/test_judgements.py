"""Judgements and the review queue over HTTP: filters, history, merged ids, a queue that follows the graph."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from api import deps
from api.app import create_app
from api.settings import ApiSettings
from graph.judgements import Judgement, judgement_row
from graph.rows import Batch, NodeRow
from graph.store import Store
from tests.contract.api.conftest import BASE
from tests.contract.small import fill
from tests.factories import small_graph

URL, REVIEW = "/api/v1/judgements", "/api/v1/review"
AT = "2025-07-01T00:00:00.000000Z"


@pytest.fixture
def own(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """A client over a graph that the test may change, and that sees each change at once."""
    monkeypatch.setattr(deps, "REVISION_AGE_S", 0.0)
    with TestClient(create_app(ApiSettings(), fill(store)), base_url=BASE) as client:
        yield client


def entity(name: str, type_: str, articles: int) -> NodeRow:
    return NodeRow("Entity", f"ent_{type_}", {"name": name, "type": type_, "articles": articles})


def test_judgements_are_those_in_force_and_with_history_all(client: TestClient) -> None:
    (one,) = client.get(URL).json()["items"]
    assert (one["verdict"], one["by"], one["left"]["name"]) == ("different", "ann", "Pyongyang")
    everything = client.get(URL, params={"history": "true"}).json()["items"]
    assert [item["undone_by"] for item in everything] == [None, "ben"]


def test_judgements_can_be_asked_for_by_entity_and_verdict(client: TestClient) -> None:
    kursk = small_graph().ids["entity:kursk"]
    assert client.get(URL, params={"entity": kursk}).json()["items"] == []
    assert len(client.get(URL, params={"entity": kursk, "history": "true"}).json()["items"]) == 1
    assert client.get(URL, params={"verdict": "same", "history": "true"}).json()["items"] == []
    assert client.get(URL, params={"verdict": "maybe"}).status_code == 422


def test_the_id_of_a_merged_entity_leads_to_the_one_that_is_shown(own: TestClient, store: Store) -> None:
    keep = small_graph().ids["entity:marsh"]
    store.write(Batch(nodes=[judgement_row(Judgement(left=keep, right="ent_gone", by="ann", at=AT))]))
    assert own.get("/api/v1/entities/ent_gone").json()["id"] == keep
    assert own.get("/api/v1/entities/ent_other").status_code == 404


def test_the_queue_follows_the_graph_and_comes_in_pages(own: TestClient, store: Store) -> None:
    before = own.get(REVIEW).json()["items"]
    sides = entity("Delta Harbour", "ORG", 9), entity("Delta Harbour", "PERSON", 3)
    store.write(Batch(nodes=list(sides)))
    page = own.get(REVIEW, params={"limit": "1"}).json()
    (pair,) = page["items"]
    assert (pair["left"]["id"], pair["right"]["id"]) == (sides[0].id, sides[1].id)
    assert pair["articles"] == 3
    assert pair["reasons"][0] == "both are called “Delta Harbour”"
    judged = Judgement(left=sides[0].id, right=sides[1].id, by="ann", verdict="unsure", at=AT)
    store.write(Batch(nodes=[judgement_row(judged)]))
    assert own.get(REVIEW).json()["items"] == before


def test_while_the_queue_is_made_others_are_told_to_come_again(own: TestClient) -> None:
    with own.app.state.review.gate.enter():  # type: ignore[attr-defined]
        answer = own.get(REVIEW)
    assert answer.status_code == 429
    assert answer.headers["Retry-After"]
    assert own.get(REVIEW).status_code == 200


def test_judging_is_not_offered_over_http(client: TestClient) -> None:
    assert client.post(URL, json={}).status_code == 405
    assert client.post(REVIEW, json={}).status_code == 405
