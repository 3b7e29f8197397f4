"""Whatever is written in whatever order, both engines hold what a plain dictionary would."""

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import InputError, QueryRefusedError
from graph.rows import Batch, EdgeRow, NodeRow
from graph.store import Store
from graph.store.guard import check_read_only
from tests.contract.small import wipe

NODE_IDS, EDGE_IDS = ("n1", "n2", "n3"), ("r1", "r2")
LABELS, TYPES = ("Entity", "Event"), ("VISITED", "ACTOR")

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
scalars = st.one_of(
    text, st.booleans(), st.integers(-(2**63), 2**63 - 1), st.floats(allow_nan=False, allow_infinity=False)
)
lists = st.one_of(st.lists(text, max_size=3), st.lists(st.integers(-(2**53), 2**53), max_size=3))
properties = st.dictionaries(
    st.sampled_from(("sentence", "claims", "aliases")), st.one_of(scalars, lists, st.none()), max_size=3
)

nodes = st.builds(NodeRow, st.sampled_from(LABELS), st.sampled_from(NODE_IDS), properties, st.booleans())


@st.composite
def edges(draw: st.DrawFn) -> EdgeRow:
    """An edge whose ends follow from its id, as they do for ids that are hashes of their content."""
    type_, id_ = draw(st.sampled_from(TYPES)), draw(st.sampled_from(EDGE_IDS))
    start, end = ("n1", "n2") if id_ == "r1" else ("n3", "n1")
    return EdgeRow(type_, f"{type_}_{id_}", "Entity", start, "Entity", end, draw(properties))


batches = st.builds(
    Batch,
    st.lists(nodes, max_size=4),
    st.lists(edges(), max_size=3),
    st.lists(st.tuples(st.sampled_from(LABELS), st.sampled_from(NODE_IDS)), max_size=1),
    st.lists(edges().map(lambda row: (row.type, "Entity", row.start_id, row.id)), max_size=1),
)


@dataclass
class Model:
    """What the rows' documentation says, without an engine."""

    nodes: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    edges: dict[str, EdgeRow] = field(default_factory=dict)

    def written(self, batch: Batch) -> "Model | None":
        """The graph after the batch, or `None` if an edge would have no end."""
        nodes = {key: dict(value) for key, value in self.nodes.items() if key not in batch.drop_nodes}
        dropped = {edge_id for _, _, _, edge_id in batch.drop_edges}
        edges = {
            id_: row
            for id_, row in self.edges.items()
            if id_ not in dropped and ("Entity", row.start_id) in nodes and ("Entity", row.end_id) in nodes
        }
        for row in batch.nodes:
            known = {} if row.replace else nodes.get((row.label, row.id), {})
            nodes[row.label, row.id] = _set({**known, **row.properties}, row.id)
        for edge in batch.edges:
            if ("Entity", edge.start_id) not in nodes or ("Entity", edge.end_id) not in nodes:
                return None
            edges[edge.id] = edge
        return Model(nodes, edges)

    def contents(self) -> tuple[Any, Any]:
        return (
            sorted(((label, id_), properties) for (label, id_), properties in self.nodes.items()),
            sorted(
                (id_, row.type, row.start_id, row.end_id, _set(row.properties, id_)) for id_, row in self.edges.items()
            ),
        )


def _set(properties: Mapping[str, Any], id_: str) -> dict[str, Any]:
    return {"id": id_, **{name: value for name, value in properties.items() if value is not None}}


def contents(store: Store) -> tuple[Any, Any]:
    found = store.read("MATCH (n) RETURN labels(n)[0] AS label, n.id AS id, properties(n) AS p")
    joined = store.read(
        "MATCH (a)-[r]->(b) RETURN r.id AS id, type(r) AS type, a.id AS a, b.id AS b, properties(r) AS p"
    )
    return (
        sorted(((row["label"], row["id"]), row["p"]) for row in found),
        sorted((row["id"], row["type"], row["a"], row["b"], row["p"]) for row in joined),
    )


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(batches, min_size=1, max_size=4))
def test_a_store_holds_what_was_written(store: Store, turns: list[Batch]) -> None:
    wipe(store)
    model = Model()
    for batch in turns:
        after = model.written(batch)
        if after is None:
            with pytest.raises(InputError):
                store.write(batch)
        else:
            model = after
            store.write(batch)
        assert contents(store) == model.contents()


@given(st.text(max_size=60))
def test_any_text_is_accepted_or_refused_with_a_reason(cypher: str) -> None:
    with contextlib.suppress(QueryRefusedError):  # any other error is a fault
        check_read_only(cypher)


WRITES = ("CREATE", "MERGE", "SET", "DELETE", "REMOVE", "FOREACH", "LOAD", "DROP")
BLANKS = (" ", "\n", "\t", "/* */", "// x\n", "\u00a0")


@given(st.sampled_from(WRITES), st.sampled_from(BLANKS), st.sampled_from(BLANKS), st.randoms(use_true_random=False))
def test_no_spelling_of_a_writing_word_gets_through(word: str, before: str, after: str, chance: Any) -> None:
    spelt = "".join(chance.choice((letter.lower(), letter)) for letter in word)
    with pytest.raises(QueryRefusedError, match="not allowed"):
        check_read_only(f"MATCH (n){before}{spelt}{after}(m) RETURN 1")
