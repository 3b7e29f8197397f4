"""JSON lines: nodes by label and id, then relationships by type and id, keys sorted."""

from typing import Any, BinaryIO

import msgspec

from graph.export.selection import Selection

_encoder = msgspec.json.Encoder(order="sorted")


def write_jsonl(selection: Selection, out: BinaryIO) -> None:
    """One line a node ``{"id", "label", "properties"}``, one a relationship ``{"end", "id", "properties", ...}``."""
    for node in selection.iter_nodes():
        _line(out, {"label": node.label, "id": node.id, "properties": dict(node.properties)})
    for edge in selection.iter_edges():
        _line(
            out,
            {
                "type": edge.type,
                "id": edge.id,
                "start": edge.start,
                "end": edge.end,
                "properties": dict(edge.properties),
            },
        )


def _line(out: BinaryIO, value: dict[str, Any]) -> None:
    out.write(_encoder.encode(value) + b"\n")
