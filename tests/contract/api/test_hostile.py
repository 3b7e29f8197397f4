"""Text that is meant to harm: every answer is an error of the client's, and the graph stays as it was."""

import pytest
from starlette.testclient import TestClient

from graph.reads.status import count_all, revision
from graph.store import Store
from tests.contract.api.test_errors import assert_problem

REFUSED = [
    "CREATE (n:Entity {id: 'x'})",
    "MERGE (n:Entity {id: 'x'}) RETURN n",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n:Entity) SET n.name = 'x' RETURN n",
    "MATCH (n:Entity) REMOVE n.name RETURN n",
    "MATCH (n) /* harmless */ dEtAcH dElEtE n",
    "MATCH (n) // harmless\nDELETE n",
    "MATCH (n:Entity) CALL (n) { SET n.name = 'x' } RETURN n",
    "MATCH (n:Entity) CALL { WITH n SET n.name = 'x' } IN TRANSACTIONS RETURN n",
    "MATCH (n:Entity) FOREACH (x IN [1] | SET n.name = 'x')",
    "UNWIND [1] AS x CREATE (:Entity {id: 'y'})",
    "RETURN 1 UNION MATCH (n) DELETE n RETURN 1",
    "PROFILE CREATE (n:Entity)",
    "EXPLAIN CREATE (n:Entity)",
    "CREATE INDEX x FOR (n:Entity) ON (n.name)",
    "DROP CONSTRAINT entity_id",
    "CREATE USER eve SET PASSWORD 'password'",
    "ALTER USER neo4j SET PASSWORD 'password'",
    "SHOW USERS",
    "SHOW SETTINGS",
    "SHOW TRANSACTIONS",
    "TERMINATE TRANSACTIONS 'x'",
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "LOAD CSV FROM 'http://127.0.0.1:1/' AS line RETURN line",
    "LOAD/**/CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "CALL dbms.listConfig() YIELD name, value RETURN name, value",
    "CALL dbms.killConnection('x')",
    "CALL db.createLabel('Evil')",
    "CALL apoc.load.json('file:///etc/passwd')",
    "CALL apoc.cypher.doIt('CREATE (n)', {})",
    "USE system SHOW USERS",
    "MATCH (n) RETURN n; MATCH (n) DETACH DELETE n",
    "nonsense",
    "RETURN",
    "MATCH (n RETURN n",
    "RETURN $missing",
    "RETURN 1 AS x, 2 AS x",
    "\0",
    "RETURN '\0",
    "\\u0043REATE (n:Entity)",
    "{ sql: DELETE FROM Entity }",
    "DELETE FROM Entity",
    "(" * 5_000,
    "RETURN " + "[" * 3_000 + "]" * 3_000,
]


@pytest.mark.parametrize("query", REFUSED, ids=range(len(REFUSED)))
def test_a_query_that_could_do_more_than_read_is_refused(client: TestClient, small: Store, query: str) -> None:
    before = (count_all(small), revision(small))
    answer = client.post("/api/v1/query", json={"query": query})
    assert_problem(answer, 400)
    assert (count_all(small), revision(small)) == before
    assert client.get("/readyz").status_code == 200


@pytest.mark.parametrize(
    ("query", "parameters", "rows"),
    [
        ("MATCH (n:Entity) WHERE n.name = $name RETURN n.name", {"name": "Pyongyang"}, [["Pyongyang"]]),
        ("MATCH (n:Entity) WHERE n.name = $name RETURN n.name", {"name": "x' RETURN 1 //"}, []),
        ("RETURN 'CREATE (n)' AS text", {}, [["CREATE (n)"]]),
        ("UNWIND $list AS x RETURN x", {"list": [1, "ü", None, True]}, [[1], ["ü"], [None], [True]]),
    ],
)
def test_reading_still_works(
    client: TestClient, query: str, parameters: dict[str, object], rows: list[list[object]]
) -> None:
    answer = client.post("/api/v1/query", json={"query": query, "parameters": parameters})
    assert answer.status_code == 200, answer.text
    assert answer.json()["rows"] == rows
    assert answer.json()["truncated"] is False


INPUTS = [
    "'", '"', "' OR 1=1 //", "`", "}) DETACH DELETE n //", "$id", "%", "\\", "\0", "\u202e", "🦊", "a" * 300,
    "<script>", "name:*", "[a TO z]", "AND", "~", "^", "/(/", "*", "?", "+ - && ||", "{}", "\ud7ff", "\ufffe",
]  # fmt: skip


@pytest.mark.parametrize("text", INPUTS, ids=range(len(INPUTS)))
def test_any_text_may_be_searched(client: TestClient, small: Store, text: str) -> None:
    before = revision(small)
    for path in ("/api/v1/search", "/api/v1/entities", "/api/v1/stories"):
        answer = client.get(path, params={"q": text})
        assert answer.status_code == 200, answer.text
    for name in ("entity", "story"):
        assert client.get("/api/v1/events", params={name: text[:100]}).json()["items"] == []
    for name in ("outlet", "lang", "story", "origin"):
        assert client.get("/api/v1/articles", params={name: text[:100]}).json()["items"] == []
    assert revision(small) == before
