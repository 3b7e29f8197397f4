"""FollowTheMoney entities as JSON lines, for Aleph and the OpenSanctions tools (followthemoney.tech)."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, BinaryIO

import msgspec
import yaml
from babel.core import get_global

from graph.export.selection import ExportEdge, ExportNode, Selection
from graph.ontology import STATEMENT_EDGES, relation_types


@cache
def _words() -> dict[str, dict[str, str]]:
    words: dict[str, dict[str, str]] = yaml.safe_load(files(__package__).joinpath("ftm.yaml").read_text("utf-8"))
    return words


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
    return {"id": _id(id_), "schema": schema, "properties": values}


def _id(id_: str) -> str:
    return id_.replace("_", "-")  # an underscore is not allowed in ids


def _country(alpha3: str | None) -> str | None:
    """ISO 3166-1 alpha-2 in lower case, as the format has it; the list of CLDR knows both."""
    codes: list[str] = list(get_global("territory_aliases").get(alpha3, ())) if alpha3 else []
    return codes[0].lower() if len(codes) == 1 else None


def _entity(node: ExportNode) -> dict[str, Any]:
    known = node.properties
    schema = _words()["schemata"].get(known["type"], "LegalEntity")
    country = _country(known.get("country"))
    properties = {"alias": known.get("aliases"), "wikidataId": known.get("wikidata"), "country": country}
    return _made(node.id, schema, {"name": known["name"], **properties})


def _article(node: ExportNode) -> dict[str, Any]:
    known = node.properties
    properties = {
        "title": known.get("title"),
        "bodyText": known.get("text"),
        "language": _words()["languages"].get(known.get("lang", "")),
        "sourceUrl": known.get("url"),
        "publishedAt": (known.get("published") or "").removesuffix("Z"),  # times are in UTC without saying so
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
        "involved": sorted({_id(one) for one in involved}),
    }
    return _made(node.id, "Event", properties)


def _link(edge: ExportEdge) -> dict[str, Any]:
    known = edge.properties
    role = f"{relation_types()[edge.type].reading} ({known.get('status')})"
    properties = {
        "subject": _id(edge.start),
        "object": _id(edge.end),
        "role": role,
        "startDate": known.get("first_date"),
        "endDate": known.get("last_date"),
        "summary": f"{known.get('claims')} claims of {known.get('origins')} independent origins",
    }
    return _made(edge.id, "UnknownLink", properties)
