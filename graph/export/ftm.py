"""FollowTheMoney entities as JSON lines, for Aleph and the OpenSanctions tools (followthemoney.tech)."""

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

import msgspec

from graph.export.selection import ExportEdge, ExportNode, Selection
from graph.ontology import STATEMENT_EDGES, relation_types

_SCHEMATA = {"PERSON": "Person", "ORG": "Organization", "GPE": "PublicBody", "LOC": "Address", "FAC": "RealEstate"}


def write_ftm(selection: Selection, out: BinaryIO) -> None:
    """Entities by type, articles as `Article`, events as `Event`, relations between entities as `UnknownLink`."""
    for entity in _iter_entities(selection):
        out.write(msgspec.json.encode(entity, order="sorted") + b"\n")


def _iter_entities(selection: Selection) -> Iterator[dict[str, Any]]:
    involved: dict[str, list[str]] = {}
    for edge in selection.iter_edges():
        if edge.type in ("ACTOR", "RECIPIENT"):
            involved.setdefault(edge.start, []).append(edge.end)
        elif edge.type not in STATEMENT_EDGES:
            yield _link(edge)
    for node in selection.iter_nodes():
        if node.label == "Entity":
            yield _entity(node)
        elif node.label == "Article":
            yield _article(node)
        elif node.label == "Event":
            yield _event(node, involved.get(node.id, []))


def _made(id_: str, schema: str, properties: Mapping[str, Any]) -> dict[str, Any]:
    values = {
        name: [str(part) for part in (value if isinstance(value, list) else [value])]
        for name, value in properties.items()
        if value not in (None, [], "")
    }
    return {"id": id_, "schema": schema, "properties": values}


def _entity(node: ExportNode) -> dict[str, Any]:
    known = node.properties
    schema = _SCHEMATA.get(known["type"], "LegalEntity")
    properties = {"alias": known.get("aliases"), "wikidataId": known.get("wikidata"), "country": known.get("country")}
    return _made(node.id, schema, {"name": known["name"], **properties})


def _article(node: ExportNode) -> dict[str, Any]:
    known = node.properties
    properties = {
        "title": known.get("title"),
        "bodyText": known.get("text"),
        "language": known.get("lang"),
        "sourceUrl": known.get("url"),
        "publishedAt": known.get("published"),
        "publisher": known.get("outlet"),
    }
    return _made(node.id, "Article", properties)


def _event(node: ExportNode, involved: list[str]) -> dict[str, Any]:
    known = node.properties
    properties = {
        "name": known.get("title"),
        "startDate": known.get("start"),
        "endDate": known.get("end"),
        "summary": f"{known.get('type')}, {known.get('status')}",
        "involved": sorted(set(involved)),
    }
    return _made(node.id, "Event", properties)


def _link(edge: ExportEdge) -> dict[str, Any]:
    known = edge.properties
    role = f"{relation_types()[edge.type].reading} ({known.get('status')})"
    properties = {
        "subject": edge.start,
        "object": edge.end,
        "role": role,
        "startDate": known.get("first_date"),
        "endDate": known.get("last_date"),
        "summary": f"{known.get('claims')} claims of {known.get('origins')} independent origins",
    }
    return _made(edge.id, "UnknownLink", properties)
