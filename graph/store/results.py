"""Results as plain Python: what the driver returns, turned into values that JSON can carry."""

import base64
import math
from collections.abc import Mapping, Sequence
from typing import Any

from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point
from neo4j.time import Date, DateTime, Duration, Time


def plain(value: Any) -> Any:
    """Return a value of one of our own queries: nodes and relationships as the dict of their properties."""
    if isinstance(value, Node | Relationship):
        return dict(value)
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value


def json_value(value: Any) -> Any:
    """Return any value of any query in a form that JSON can carry.

    Nodes are `{"labels", "properties"}`, relationships `{"type", "start", "end", "properties"}` where the ends are our
    own ids, paths `{"nodes", "relationships"}`; times are ISO 8601, points `{"srid", "coordinates"}`, bytes base 64.
    """
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, Node | Relationship | Path):
        return _graph_value(value)
    return _other_value(value)


def _graph_value(value: Node | Relationship | Path) -> dict[str, Any]:
    if isinstance(value, Node):
        return {"labels": sorted(value.labels), "properties": _properties(value)}
    if isinstance(value, Path):
        return {
            "nodes": [json_value(node) for node in value.nodes],
            "relationships": [json_value(relationship) for relationship in value.relationships],
        }
    start, end = ((node.get("id") if node is not None else None) for node in (value.start_node, value.end_node))
    return {"type": value.type, "start": start, "end": end, "properties": _properties(value)}


def _properties(item: Node | Relationship) -> dict[str, Any]:
    return {key: json_value(item[key]) for key in sorted(item.keys())}


def _other_value(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): json_value(item) for key, item in value.items()}
    if isinstance(value, Date | Time | DateTime | Duration):
        return value.iso_format()
    if isinstance(value, Point):
        return {"srid": value.srid, "coordinates": list(value)}
    if isinstance(value, bytes | bytearray):
        return base64.b64encode(value).decode()
    if isinstance(value, Sequence):
        return [json_value(item) for item in value]
    return str(value)
