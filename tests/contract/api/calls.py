"""One good call for each operation of the API; the examples in OpenAPI are the answers to these."""

from dataclasses import dataclass, field
from typing import Any

from starlette.testclient import TestClient

from tests.factories import small_graph


@dataclass(frozen=True, slots=True)
class Call:
    path: str
    method: str = "GET"
    json: dict[str, Any] | None = None
    query: dict[str, str] = field(default_factory=dict)

    def send(self, client: TestClient) -> Any:
        return client.request(self.method, self.path, params=self.query, json=self.json)


def calls() -> dict[str, Call]:
    """By operation id."""
    ids, v1 = small_graph().ids, "/api/v1"
    entity, target = ids["entity:shoigu"], ids["entity:russia"]
    story, event = f"{v1}/stories/{ids['story:kursk']}", f"{v1}/events/{ids['event:builders']}"
    relation = f"{v1}/relations/{ids['relation:builders:planned']}"
    visits = "MATCH (a:Entity)-[r:VISITED]->(b:Entity) WHERE r.origins >= $least RETURN a.name, b.name, r.origins"
    return {
        "search": Call(f"{v1}/search", query={"q": "shoigu", "limit": "3"}),
        "listEntities": Call(f"{v1}/entities", query={"limit": "1"}),
        "getEntity": Call(f"{v1}/entities/{entity}"),
        "getNeighbourhood": Call(f"{v1}/entities/{ids['entity:north_korea']}/neighbourhood", query={"limit": "2"}),
        "getRelation": Call(relation),
        "listEvidence": Call(f"{relation}/evidence", query={"limit": "1"}),
        "listEvents": Call(f"{v1}/events", query={"type": "CONSULT", "from": "2025-06-01", "to": "2025-06-30"}),
        "getEvent": Call(event),
        "listEventClaims": Call(f"{event}/claims", query={"limit": "1"}),
        "listStories": Call(f"{v1}/stories", query={"sort": "size", "limit": "1"}),
        "getStory": Call(story),
        "listStoryArticles": Call(f"{story}/articles", query={"limit": "1"}),
        "getStoryTimeline": Call(f"{story}/timeline"),
        "getStoryGraph": Call(f"{story}/graph", query={"limit": "1"}),
        "listArticles": Call(f"{v1}/articles", query={"lang": "ko"}),
        "getArticle": Call(f"{v1}/articles/{ids['article:bridge']}"),
        "listOutlets": Call(f"{v1}/outlets"),
        "listJudgements": Call(f"{v1}/judgements", query={"history": "true", "limit": "1"}),
        "listReview": Call(f"{v1}/review"),
        "findPaths": Call(f"{v1}/paths", query={"source": entity, "target": target}),
        "getSchema": Call(f"{v1}/schema"),
        "runQuery": Call(f"{v1}/query", "POST", {"query": visits, "parameters": {"least": 3}}),
        "getStatus": Call(f"{v1}/status"),
        "getHealth": Call("/healthz"),
        "getReadiness": Call("/readyz"),
    }
