"""Every export is read back by the library of its format."""

import csv
import io
import json
import zipfile

import networkx as nx
import pytest
import rdflib

from graph.errors import ConfigurationError, NotFoundError
from graph.export import FORMATS, export
from graph.store import Store
from tests.contract.small import fill


def exported(store: Store, format_: str, story: str | None = None) -> bytes:
    out = io.BytesIO()
    export(store, format_, out, story=story)
    return out.getvalue()


@pytest.fixture
def filled(store: Store) -> Store:
    return fill(store)


def counts(store: Store) -> tuple[int, int]:
    (nodes,) = store.read("MATCH (n) WHERE NOT n:Record AND NOT n:Support RETURN count(n) AS n")
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
