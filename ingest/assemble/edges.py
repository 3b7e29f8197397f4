"""Edges between nodes of different labels: their id is that of type, start and end."""

from graph.ids import content_id
from graph.rows import EdgeRow, Value

Node = tuple[str, str]
"""(label, id)"""


def edge(type_: str, start: Node, end: Node, **properties: Value) -> EdgeRow:
    """One statement edge; there is at most one of a type between two nodes."""
    return EdgeRow(type_, content_id("edg", type_, start[1], end[1]), *start, *end, properties)
