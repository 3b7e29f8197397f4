"""One entry point for every export format."""

from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import BinaryIO

from graph.errors import ConfigurationError
from graph.export.ftm import write_ftm
from graph.export.jsonl import write_jsonl
from graph.export.jsonld import write_jsonld
from graph.export.networks import write_gexf, write_graphml
from graph.export.page import write_html
from graph.export.selection import Selection
from graph.export.tables import write_csv
from graph.store.protocol import Store

FORMATS: dict[str, Callable[[Selection, BinaryIO], None]] = {
    "jsonl": write_jsonl,
    "graphml": write_graphml,
    "gexf": write_gexf,
    "csv": write_csv,
    "jsonld": write_jsonld,
    "ftm": write_ftm,
    "html": write_html,
}


def export(
    store: Store, format_: str, out: Path | BinaryIO, *, story: str | None = None, entity: str | None = None
) -> None:
    """Write the graph, or what belongs to one story or one entity, to a file or binary stream.

    Raises `ConfigurationError` for an unknown format and `NotFoundError` for an unknown story or entity.
    """
    if format_ not in FORMATS:
        raise ConfigurationError(f"no export format {format_!r}; choose one of {', '.join(FORMATS)}")
    with out.open("wb") if isinstance(out, Path) else nullcontext(out) as stream:
        FORMATS[format_](Selection(store, story, entity), stream)
