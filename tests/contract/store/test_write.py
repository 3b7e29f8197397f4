"""What a store promises about writing, on both engines."""

from collections.abc import Callable
from typing import Any

import pytest

from graph.errors import InputError
from graph.rows import Batch, EdgeRow, NodeRow
from graph.store import Store
from graph.store.schema import LABELS, relationship_types


def node(id_: str, label: str = "Entity", *, replace: bool = True, **properties: Any) -> NodeRow:
    return NodeRow(label, id_, properties, replace)


def visit(id_: str, start: str, end: str, **properties: Any) -> EdgeRow:
    return EdgeRow("VISITED", id_, "Entity", start, "Entity", end, properties)


def properties_of(store: Store, id_: str) -> dict[str, Any]:
    rows = store.read("MATCH (n:Entity {id: $id}) RETURN n", id=id_)
    assert len(rows) == 1
    properties: dict[str, Any] = rows[0]["n"]
    return properties


def snapshot(store: Store) -> tuple[list[Any], list[Any]]:
    nodes = store.read("MATCH (n) RETURN labels(n) AS labels, n ORDER BY n.id")
    edges = store.read("MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS type, r, b.id AS b ORDER BY r.id")
    return nodes, edges


def test_writing_a_batch_twice_changes_nothing(store: Store) -> None:
    batch = Batch(
        nodes=[node("e1", name="Kim"), node("e2", name="Pyongyang", aliases=["평양"])],
        edges=[visit("r1", "e1", "e2", claims=3, status="occurred")],
    )
    store.write(batch)
    once = snapshot(store)
    store.write(batch)
    assert snapshot(store) == once
    assert [row["r"] for row in once[1]] == [{"id": "r1", "claims": 3, "status": "occurred"}]


def test_replace_drops_properties_that_are_not_given_and_add_keeps_them(store: Store) -> None:
    store.write(Batch(nodes=[node("e1", name="Kim", country="PRK")]))
    store.write(Batch(nodes=[node("e1", replace=False, articles=4)]))
    assert properties_of(store, "e1") == {"id": "e1", "name": "Kim", "country": "PRK", "articles": 4}
    store.write(Batch(nodes=[node("e1", name="Kim Jong Un")]))
    assert properties_of(store, "e1") == {"id": "e1", "name": "Kim Jong Un"}


def test_none_removes_a_property(store: Store) -> None:
    store.write(Batch(nodes=[node("e1", name="Kim", country="PRK")]))
    store.write(Batch(nodes=[node("e1", replace=False, country=None)]))
    assert properties_of(store, "e1") == {"id": "e1", "name": "Kim"}


def test_edge_properties_are_replaced(store: Store) -> None:
    nodes = [node("e1"), node("e2")]
    store.write(Batch(nodes=nodes, edges=[visit("r1", "e1", "e2", claims=1, first_date="2024-06-01")]))
    store.write(Batch(edges=[visit("r1", "e1", "e2", claims=2)]))
    assert store.read("MATCH ()-[r:VISITED]->() RETURN r") == [{"r": {"id": "r1", "claims": 2}}]


def test_one_id_twice_in_a_batch_makes_one_node_and_one_edge(store: Store) -> None:
    store.write(
        Batch(
            nodes=[node("e1", name="Kim"), node("e2"), node("e1", replace=False, country="PRK")],
            edges=[visit("r1", "e1", "e2", claims=1), visit("r1", "e1", "e2", claims=2)],
        )
    )
    assert properties_of(store, "e1") == {"id": "e1", "name": "Kim", "country": "PRK"}
    assert store.read("MATCH ()-[r]->() RETURN r.claims AS claims") == [{"claims": 2}]


def test_two_edges_of_one_type_may_join_the_same_nodes(store: Store) -> None:
    edges = [visit("r1", "e1", "e2", status="occurred"), visit("r2", "e1", "e2", status="denied")]
    store.write(Batch(nodes=[node("e1"), node("e2")], edges=edges))
    assert store.read("MATCH ()-[r]->() RETURN r.id AS id ORDER BY id") == [{"id": "r1"}, {"id": "r2"}]


def test_one_id_may_stand_under_two_labels(store: Store) -> None:
    store.write(Batch(nodes=[node("art_1", "Article", title="A"), node("art_1", "Record", json="{}")]))
    rows = store.read("MATCH (a:Article), (r:Record) WHERE a.id = r.id RETURN a.title AS title, r.json AS json")
    assert rows == [{"title": "A", "json": "{}"}]


def test_dropping_takes_edges_first_and_nodes_with_their_edges(store: Store) -> None:
    nodes = [node(id_) for id_ in ("e1", "e2", "e3")]
    edges = [visit("r1", "e1", "e2"), visit("r2", "e1", "e3"), visit("r3", "e3", "e2")]
    store.write(Batch(nodes=nodes, edges=edges))
    store.write(Batch(drop_edges=[("VISITED", "Entity", "e1", "r1")]))
    assert store.read("MATCH ()-[r]->() RETURN r.id AS id ORDER BY id") == [{"id": "r2"}, {"id": "r3"}]
    store.write(Batch(drop_nodes=[("Entity", "e3")]))
    assert store.read("MATCH ()-[r]->() RETURN r.id AS id") == []
    assert store.read("MATCH (n) RETURN n.id AS id ORDER BY id") == [{"id": "e1"}, {"id": "e2"}]


def test_dropping_what_is_not_there_changes_nothing(store: Store) -> None:
    store.write(Batch(nodes=[node("e1")]))
    store.write(Batch(drop_nodes=[("Entity", "e9")], drop_edges=[("VISITED", "Entity", "e1", "r9")]))
    assert store.read("MATCH (n) RETURN n.id AS id") == [{"id": "e1"}]


def test_a_node_that_is_dropped_and_written_in_one_batch_stays_without_its_edges(store: Store) -> None:
    store.write(Batch(nodes=[node("e1"), node("e2")], edges=[visit("r1", "e1", "e2")]))
    store.write(Batch(drop_nodes=[("Entity", "e1")], nodes=[node("e1", name="new")]))
    assert properties_of(store, "e1") == {"id": "e1", "name": "new"}
    assert store.read("MATCH ()-[r]->() RETURN r") == []


def test_an_edge_without_its_ends_is_refused_and_takes_the_batch_with_it(store: Store) -> None:
    batch = Batch(nodes=[node("e1")], edges=[visit("r1", "e1", "nowhere")])
    with pytest.raises(InputError, match=r"edge VISITED r1 joins Entity e1 and Entity nowhere"):
        store.write(batch)
    assert store.read("MATCH (n) RETURN n") == []


def test_a_batch_of_many_messages_is_written_whole_or_not_at_all(store: Store) -> None:
    nodes = [node(f"e{number}", name="x" * 2000) for number in range(6000)]
    with pytest.raises(InputError, match="nowhere"):
        store.write(Batch(nodes=nodes, edges=[visit("r1", "e1", "nowhere")]))
    assert store.read("MATCH (n) RETURN count(n) AS n") == [{"n": 0}]
    store.write(Batch(nodes=nodes))
    assert store.read("MATCH (n) RETURN count(n) AS n") == [{"n": 6000}]


def test_ids_are_unique_within_every_label_and_relationship_type(store: Store) -> None:
    constraints = store.read("SHOW CONSTRAINTS YIELD labelsOrTypes, properties")
    unique = {row["labelsOrTypes"][0] for row in constraints if row["properties"] == ["id"]}
    assert unique == {*LABELS, *relationship_types()}


ODD_TEXTS = {
    "nul": "before\x00after",
    "controls": "".join(map(chr, range(1, 32))),
    "emoji": "👩‍👩‍👧‍👦 🇰🇵 \U0001f9ff",
    "right-to-left": "زار شويغو بيونغ يانغ \u202e reversed",
    "combining": "e\u0301 not é",
    "noncharacter": "\ufffe \uffff \U0010ffff",
    "quotes": "' \" ` \\ $ {} /* */ // \r\n",
    "cypher": "}) DETACH DELETE n //",
    "empty": "",
    "blank": "   ",
}


@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS.keys())
def test_text_comes_back_as_it_was_written(store: Store, text: str) -> None:
    store.write(Batch(nodes=[node("e1", name=text, aliases=[text, "x"])]))
    assert properties_of(store, "e1") == {"id": "e1", "name": text, "aliases": [text, "x"]}


@pytest.mark.parametrize("unit", ["word ", "слово ", "🧿"])
def test_a_long_text_comes_back_as_it_was_written(store: Store, unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    store.write(Batch(nodes=[node("art_1", "Article", title="long", text=text)]))
    assert store.read("MATCH (n:Article) RETURN n.text AS text") == [{"text": text}]


@pytest.mark.parametrize(
    "value", [True, 0, -1, 2**63 - 1, -(2**63), 0.1, 1e308, [1, 2], [0.5, 1.0], [True, False], ["a"], []]
)
def test_values_come_back_as_they_were_written(store: Store, value: Any) -> None:
    store.write(Batch(nodes=[node("e1", value=value)]))
    assert properties_of(store, "e1")["value"] == value


def test_a_list_of_whole_and_broken_numbers_is_stored_as_broken_numbers(store: Store) -> None:
    store.write(Batch(nodes=[node("e1", value=[1, 2.5])]))
    assert [type(item) for item in properties_of(store, "e1")["value"]] == [float, float]


REFUSED: dict[str, Callable[[], Batch]] = {
    "no id": lambda: Batch(nodes=[node("")]),
    "null id": lambda: Batch(nodes=[NodeRow("Entity", None, {})]),  # type: ignore[arg-type]
    "nested list": lambda: Batch(nodes=[node("e1", x=[["a"]])]),
    "mixed list": lambda: Batch(nodes=[node("e1", x=["a", 1])]),
    "list with null": lambda: Batch(nodes=[node("e1", x=["a", None])]),
    "booleans among numbers": lambda: Batch(nodes=[node("e1", x=[True, 1])]),
    "number where an index holds text": lambda: Batch(nodes=[node("e1", name=7)]),
    "map": lambda: Batch(nodes=[node("e1", x={"a": 1})]),
    "bytes": lambda: Batch(nodes=[node("e1", x=b"a")]),
    "not a number": lambda: Batch(nodes=[node("e1", x=float("nan"))]),
    "infinite": lambda: Batch(nodes=[node("e1", x=[float("inf")])]),
    "65 bits": lambda: Batch(nodes=[node("e1", x=2**63)]),
    "half a surrogate pair": lambda: Batch(nodes=[node("e1", x="\ud800")]),
    "13 MB": lambda: Batch(nodes=[node("e1", x="x" * 13 * 2**20)]),
    "unknown label": lambda: Batch(nodes=[node("e1", "Person")]),
    "label with Cypher": lambda: Batch(nodes=[node("e1", "Entity) DETACH DELETE (n")]),
    "unknown type": lambda: Batch(edges=[EdgeRow("LIKES", "r1", "Entity", "e0", "Entity", "e0")]),
    "property with Cypher": lambda: Batch(nodes=[NodeRow("Entity", "e1", {"a b": 1})]),
    "edge without id": lambda: Batch(edges=[visit("", "e0", "e0")]),
    "drop without id": lambda: Batch(drop_nodes=[("Entity", "")]),
    "drop of an unknown type": lambda: Batch(drop_edges=[("LIKES", "Entity", "e0", "r0")]),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_the_schema_does_not_allow_is_refused_before_anything_is_written(store: Store, case: str) -> None:
    store.write(Batch(nodes=[node("e0")]))
    batch = REFUSED[case]()
    batch.nodes.insert(0, node("good"))
    with pytest.raises(InputError):
        store.write(batch)
    assert store.read("MATCH (n) RETURN n.id AS id") == [{"id": "e0"}]
