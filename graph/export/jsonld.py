"""JSON-LD: nodes as resources, relationships as links, and each relation between entities also as a statement."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, BinaryIO

import msgspec

from graph.export.selection import ExportEdge, Selection
from graph.ontology import STATEMENT_EDGES

VOCABULARY = "https://eventgraph.example/vocabulary#"
RESOURCE = "https://eventgraph.example/id/"
_CONTEXT = {"@vocab": VOCABULARY, "id": "@id", "type": "@type", "wikidata": {"@id": "owl:sameAs", "@type": "@id"}}
_PREFIXES = {"owl": "http://www.w3.org/2002/07/owl#", "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#"}


def write_jsonld(selection: Selection, out: BinaryIO) -> None:
    """One document with a ``@graph``; a relation with its counts is an ``rdf:Statement`` about its plain link."""
    links: dict[str, dict[str, list[dict[str, str]]]] = defaultdict(lambda: defaultdict(list))
    statements = []
    for edge in selection.iter_edges():
        links[edge.start][edge.type].append({"id": RESOURCE + edge.end})
        if edge.type not in STATEMENT_EDGES:
            statements.append(_statement(edge))
    resources = [
        {
            "id": RESOURCE + node.id,
            "type": node.label,
            **_renamed(node.properties),
            **dict(sorted(links[node.id].items())),
        }
        for node in selection.iter_nodes()
    ]
    document = {"@context": {**_PREFIXES, **_CONTEXT}, "@graph": [*resources, *statements]}
    out.write(msgspec.json.encode(document))


def _statement(edge: ExportEdge) -> dict[str, Any]:
    return {
        "id": RESOURCE + edge.id,
        "type": "rdf:Statement",
        "rdf:subject": {"id": RESOURCE + edge.start},
        "rdf:predicate": {"id": VOCABULARY + edge.type},
        "rdf:object": {"id": RESOURCE + edge.end},
        **_renamed(edge.properties),
    }


def _renamed(properties: Mapping[str, Any]) -> dict[str, Any]:
    """`type` is JSON-LD's own word; a Wikidata id becomes an address."""
    found = {("kind" if name == "type" else name): value for name, value in properties.items()}
    if "wikidata" in found:
        found["wikidata"] = f"http://www.wikidata.org/entity/{found['wikidata']}"
    return found
