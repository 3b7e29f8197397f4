"""The graph, or one story of it, as a file in another tool's format."""

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, Field

from api.deps import TAGGED, Key, StoreDep
from api.errors import responses
from api.gate import Gate
from graph.export import export

router = APIRouter(prefix="/api/v1/export", tags=["export"], dependencies=TAGGED, responses=responses(404, 429))

Format = Literal["jsonl", "graphml", "gexf", "csv", "jsonld", "ftm", "html"]

_MEDIA_TYPES: dict[Format, tuple[str, str]] = {
    "jsonl": ("application/x-ndjson", "jsonl"),
    "graphml": ("application/graphml+xml", "graphml"),
    "gexf": ("application/gexf+xml", "gexf"),
    "csv": ("application/zip", "zip"),
    "jsonld": ("application/ld+json", "jsonld"),
    "ftm": ("application/x-ndjson", "ftm.jsonl"),
    "html": ("text/html; charset=utf-8", "html"),
}
_IN_MEMORY = 8 * 2**20
_CHUNK = 2**18


class ExportQuery(BaseModel):
    story: Key | None = Field(default=None, description="Id of one story; without it all of the graph.")


@router.get(
    "/{format}",
    operation_id="exportGraph",
    response_class=StreamingResponse,
    responses={200: {"content": {kind.partition(";")[0]: {} for kind, _ in _MEDIA_TYPES.values()}}},
)
def export_graph(
    request: Request, store: StoreDep, format: Format, query: Annotated[ExportQuery, Query()]
) -> StreamingResponse:
    """The graph as a file to download. It is made whole before it is sent: a failure never looks like half a file."""
    gate: Gate = request.app.state.exports
    media_type, ending = _MEDIA_TYPES[format]
    file: SpooledTemporaryFile[bytes] = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115
    try:
        with gate.enter():
            export(store, format, file, story=query.story)  # type: ignore[arg-type]
    except BaseException:
        file.close()
        raise
    size = file.tell()
    file.seek(0)
    name = f"eventgraph-{query.story or 'all'}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Content-Length": str(size)}
    return StreamingResponse(_chunks(file), media_type=media_type, headers=headers)


def _chunks(file: "SpooledTemporaryFile[bytes]") -> Iterator[bytes]:
    with file:
        while chunk := file.read(_CHUNK):
            yield chunk
