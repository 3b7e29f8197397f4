"""Every export is read back by the library of its format."""

import csv
import io
import json
import re
import zipfile
from pathlib import Path

import networkx as nx
import pytest
import rdflib

from graph.errors import ConfigurationError, NotFoundError
from graph.export import FORMATS, export
from graph.rows import Batch, EdgeRow, NodeRow, Value
from graph.store import Store
from tests.contract.small import fill, wipe
from tests.factories import small_graph


def exported(store: Store, format_: str, story: str | None = None) -> bytes:
    out = io.BytesIO()
    export(store, format_, out, story=story)
    return out.getvalue()


@pytest.fixture
def filled(store: Store) -> Store:
    return fill(store)


def counts(store: Store) -> tuple[int, int]:
    """Nodes and edges without the writer's bookkeeping and without judgements that are undone."""
    kept = "NOT n:Record AND NOT n:Support AND n.undone_at IS NULL"
    (nodes,) = store.read(f"MATCH (n) WHERE {kept} RETURN count(n) AS n")
    (edges,) = store.read("MATCH ()-[r]->() RETURN count(r) AS n")
    return nodes["n"], edges["n"]


def test_jsonl_has_everything_in_a_fixed_order(filled: Store) -> None:
    lines = [json.loads(line) for line in exported(filled, "jsonl").splitlines()]
    nodes = [line for line in lines if "label" in line]
    edges = [line for line in lines if "type" in line]
    assert (len(nodes), len(edges)) == counts(filled)
    assert [(line["label"], line["id"]) for line in nodes] == sorted((line["label"], line["id"]) for line in nodes)
    assert [(line["type"], line["id"]) for line in edges] == sorted((line["type"], line["id"]) for line in edges)
    assert {edge["start"] for edge in edges} | {edge["end"] for edge in edges} <= {node["id"] for node in nodes}


@pytest.mark.parametrize(("format_", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_network_formats_are_read_by_networkx(filled: Store, format_: str, read: object) -> None:
    graph = read(io.BytesIO(exported(filled, format_)))  # type: ignore[operator]
    assert (graph.number_of_nodes(), graph.number_of_edges()) == counts(filled)


def test_csv_is_read_by_the_csv_module(filled: Store) -> None:
    with zipfile.ZipFile(io.BytesIO(exported(filled, "csv"))) as archive:
        tables = {
            name: list(csv.DictReader(io.TextIOWrapper(archive.open(name), "utf-8"))) for name in archive.namelist()
        }
    edges = tables.pop("relationships.csv")
    assert (sum(len(rows) for rows in tables.values()), len(edges)) == counts(filled)
    assert all(row["id"] for rows in tables.values() for row in rows)


def test_jsonld_is_read_by_rdflib(filled: Store) -> None:
    graph = rdflib.Graph().parse(data=exported(filled, "jsonld").decode(), format="json-ld")
    entities = filled.read("MATCH (e:Entity) RETURN e.id AS id")
    kind = rdflib.URIRef("https://eventgraph.example/vocabulary#Entity")
    assert len(list(graph.subjects(rdflib.RDF.type, kind))) == len(entities)
    assert list(graph.subjects(rdflib.RDF.type, rdflib.RDF.Statement))


def test_ftm_lines_have_id_schema_and_lists_of_strings(filled: Store) -> None:
    entities = [json.loads(line) for line in exported(filled, "ftm").splitlines()]
    assert {"Person", "Article", "Event", "UnknownLink"} <= {entity["schema"] for entity in entities}
    values = [value for entity in entities for values in entity["properties"].values() for value in values]
    assert all(isinstance(value, str) for value in values)
    ids = {entity["id"] for entity in entities}
    links = [entity for entity in entities if entity["schema"] == "UnknownLink"]
    assert all(link["properties"]["subject"][0] in ids for link in links)


ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?")  # what FollowTheMoney allows


def test_ftm_has_ids_languages_and_countries_in_the_form_that_the_format_asks_for(filled: Store) -> None:
    entities = [json.loads(line) for line in exported(filled, "ftm").splitlines()]
    assert all(ID.fullmatch(entity["id"]) for entity in entities)
    known = {name: {v for e in entities for v in e["properties"].get(name, [])} for name in ("language", "country")}
    assert {"eng", "rus", "kor"} <= known["language"]
    assert {"kp", "ru"} <= known["country"]


def test_equal_graphs_give_equal_bytes_in_whatever_order_they_were_written(store: Store) -> None:
    batch = small_graph().batch()
    lines = []
    for turn in (batch, Batch(nodes=batch.nodes[::-1], edges=batch.edges[::-1])):
        wipe(store)
        store.write(turn)
        lines.append(exported(store, "jsonl"))
    assert lines[0] == lines[1]
    assert lines[0]


def test_the_writers_bookkeeping_is_left_out(filled: Store) -> None:
    filled.write(Batch(nodes=[NodeRow("Record", "art_x", {"json": "{}"}), NodeRow("Support", "sup_x", {"of": "x"})]))
    assert b"art_x" not in exported(filled, "jsonl")
    assert b"sup_x" not in exported(filled, "jsonl")


def test_one_entity_is_a_part_with_its_claims_and_their_articles(filled: Store) -> None:
    (row,) = filled.read(
        "MATCH (e:Entity)<-[:ACTOR]-(:Event)<-[:ASSERTS]-(c:Claim) "
        "RETURN e.id AS id, count(c) AS n ORDER BY n DESC, id LIMIT 1"
    )
    out = io.BytesIO()
    export(filled, "jsonl", out, entity=row["id"])
    lines = [json.loads(line) for line in out.getvalue().splitlines()]
    nodes = {line["id"]: line["label"] for line in lines if "label" in line}
    assert row["id"] in nodes
    assert list(nodes.values()).count("Claim") >= row["n"]
    assert {"Article", "Outlet", "Event"} <= set(nodes.values())
    assert all({line["start"], line["end"]} <= nodes.keys() for line in lines if "type" in line)
    with pytest.raises(NotFoundError, match="ent_none"):
        export(filled, "jsonl", io.BytesIO(), entity="ent_none")
    with pytest.raises(ConfigurationError, match="only one"):
        export(filled, "jsonl", io.BytesIO(), entity=row["id"], story="sto_x")


def test_a_file_is_written_where_a_path_is_given(filled: Store, tmp_path: Path) -> None:
    export(filled, "jsonl", tmp_path / "graph.jsonl")
    assert (tmp_path / "graph.jsonl").read_bytes() == exported(filled, "jsonl")


HOSTILE = ["</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", '<a href="javascript:alert(1)">x</a>']


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_are_inert_in_the_page(store: Store, text: str) -> None:
    known: dict[str, Value] = {"claims": 1, "origins": 1, "outlets": 1, "status": "occurred", "verb": text}
    nodes = [NodeRow("Entity", id_, {"name": text, "type": "PERSON"}) for id_ in ("ent_a", "ent_b")]
    store.write(Batch(nodes=nodes, edges=[EdgeRow("ACTED_ON", "rel_a", "Entity", "ent_a", "Entity", "ent_b", known)]))
    page = exported(store, "html").decode()
    assert text not in page
    assert "alert(1)" in page  # it is there, as text
    drawn = page[page.index("nodes = new vis.DataSet") : page.index("nodeColors")]
    assert "href" not in drawn  # with it pyvis would write every tooltip as HTML


def test_the_page_draws_and_asks_no_other_host(filled: Store) -> None:
    page = exported(filled, "html").decode()
    assert "Content-Security-Policy" in page
    assert 'src="http' not in page
    assert 'href="http' not in page
    assert "Pyongyang" in page


def test_one_story_is_a_part_that_holds_together(filled: Store) -> None:
    (story,) = filled.read("MATCH (s:Story) RETURN s.id AS id ORDER BY s.articles DESC, s.id LIMIT 1")
    lines = [json.loads(line) for line in exported(filled, "jsonl", story["id"]).splitlines()]
    nodes = {line["id"] for line in lines if "label" in line}
    assert 0 < len(nodes) < counts(filled)[0]
    assert all({line["start"], line["end"]} <= nodes for line in lines if "type" in line)


@pytest.mark.parametrize("format_", FORMATS)
def test_an_empty_graph_exports_too(store: Store, format_: str) -> None:
    assert isinstance(exported(store, format_), bytes)


def test_what_does_not_exist_is_named(store: Store) -> None:
    with pytest.raises(ConfigurationError, match="graphml"):
        exported(store, "docx")
    with pytest.raises(NotFoundError, match="sto_none"):
        exported(store, "jsonl", "sto_none")
