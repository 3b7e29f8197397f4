"""One raw item as a source gives it, before parsing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class RawItem:
    """Either `fields` (of a JSON object or a feed entry) or the `data` of one HTML page or text file.

    `place` says where it was found, for the report: ``folder/file.jsonl:12``.
    """

    place: str
    kind: Literal["fields", "html", "text"]
    fields: Mapping[str, Any] | None = None
    data: bytes = b""
    url: str | None = None
    charset: str | None = None
