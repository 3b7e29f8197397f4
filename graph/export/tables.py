"""CSV: a zip of one table for nodes of each label and one for all relationships."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, BinaryIO

from graph.export.selection import Selection

_EPOCH = (1980, 1, 1, 0, 0, 0)  # a fixed time stamp: equal graphs give equal files


def write_csv(selection: Selection, out: BinaryIO) -> None:
    """Write ``nodes/<Label>.csv`` and ``relationships.csv``; lists are parted by ``|``, a header names the columns."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for label, nodes in groupby(selection.iter_nodes(), key=lambda node: node.label):
            rows = [{"id": node.id, **node.properties} for node in nodes]
            _table(archive, f"nodes/{label}.csv", rows, ["id"])
        edges = (
            {"id": edge.id, "type": edge.type, "start_id": edge.start, "end_id": edge.end, **_prefixed(edge.properties)}
            for edge in selection.iter_edges()
        )
        _table(archive, "relationships.csv", list(edges), ["id", "type", "start_id", "end_id"])


def _prefixed(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {("event_type" if name == "type" else name): value for name, value in properties.items()}


def _table(archive: zipfile.ZipFile, name: str, rows: list[dict[str, Any]], first: list[str]) -> None:
    columns = [*first, *sorted({key for row in rows for key in row} - set(first))]
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(_cells(rows))
    archive.writestr(zipfile.ZipInfo(name, _EPOCH), text.getvalue().encode(), zipfile.ZIP_DEFLATED)


def _cells(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for row in rows:
        yield {key: "|".join(map(str, value)) if isinstance(value, list) else value for key, value in row.items()}
