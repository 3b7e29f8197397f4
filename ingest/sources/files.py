"""Items of files and folders: JSON lines, JSON, HTML, plain text, RSS and Atom, each also gzipped."""

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

import msgspec

from ingest.report import Failure
from ingest.sources.feeds import iter_feed, looks_like_feed
from ingest.sources.items import RawItem

JSON_LINES = {".jsonl", ".ndjson", ".jsonlines"}
HTML = {".html", ".htm", ".xhtml"}
TEXT = {".txt", ".md", ".text"}
FEEDS = {".xml", ".rss", ".atom"}
KNOWN = JSON_LINES | HTML | TEXT | FEEDS | {".json"}

_READ_ERRORS = (OSError, EOFError, zlib.error)  # a broken gzip stream raises any of the three


def iter_path(source: str, *, max_bytes: int) -> Iterator[RawItem | Failure]:
    """Yield the items of a file, or of every known file below a folder in sorted order."""
    path = Path(source)
    if path.is_dir():
        files = sorted(file for file in path.rglob("*") if file.is_file() and _suffix(file) in KNOWN)
        if not files:
            yield Failure(source, "read", f"no article file in this folder; known endings: {', '.join(sorted(KNOWN))}")
    elif path.exists():
        files = [path]
    else:
        yield Failure(source, "read", "no such file or folder; check the path")
        return
    for file in files:
        yield from iter_file(file, max_bytes=max_bytes)


def iter_file(path: Path, *, max_bytes: int) -> Iterator[RawItem | Failure]:
    """Yield the items of one file; the ending says how it is read, and an unknown ending is a failure."""
    suffix = _suffix(path)
    if suffix not in KNOWN:
        yield Failure(str(path), "read", f"unknown file type {suffix or path.name!r}; use {', '.join(sorted(KNOWN))}")
        return
    try:
        with _open(path) as stream:
            if suffix in JSON_LINES:
                yield from _iter_lines(stream, str(path), max_bytes)
                return
            data = stream.read(max_bytes + 1)
    except _READ_ERRORS as error:
        yield Failure(str(path), "read", f"cannot be read: {error}")
        return
    if len(data) > max_bytes:
        yield _too_large(str(path), max_bytes)
    elif suffix == ".json":
        yield from _iter_json(data, str(path))
    elif suffix in FEEDS or (suffix in HTML and looks_like_feed(data)):
        yield from iter_feed(data, str(path))
    else:
        yield RawItem(place=str(path), kind="html" if suffix in HTML else "text", data=data)


def _suffix(path: Path) -> str:
    return Path(path.name.removesuffix(".gz")).suffix.lower()


def _open(path: Path) -> IO[bytes]:
    return cast("IO[bytes]", gzip.open(path, "rb")) if path.suffix == ".gz" else path.open("rb")


def _iter_lines(stream: IO[bytes], place: str, max_bytes: int) -> Iterator[RawItem | Failure]:
    number = 0
    while line := stream.readline(max_bytes + 1):
        number += 1
        if len(line) > max_bytes:
            while line and not line.endswith(b"\n"):
                line = stream.readline(max_bytes)
            yield _too_large(f"{place}:{number}", max_bytes)
        elif line.strip():
            yield from _iter_json(line, f"{place}:{number}")
    if number == 0:
        yield Failure(place, "read", "the file is empty")


def _iter_json(data: bytes, place: str) -> Iterator[RawItem | Failure]:
    """Yield the object in `data`, or each object of the list in it."""
    try:
        value = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except msgspec.DecodeError as error:
        yield Failure(place, "read", f"is not JSON: {error}" if data.strip() else "the file is empty")
        return
    except (UnicodeDecodeError, RecursionError) as error:
        yield Failure(place, "read", f"is not JSON in UTF-8: {error}")
        return
    for number, entry in enumerate(value if isinstance(value, list) else [value], 1):
        here = f"{place}[{number}]" if isinstance(value, list) else place
        if isinstance(entry, dict):
            yield RawItem(place=here, kind="fields", fields=entry)
        else:
            yield Failure(here, "read", f"is a JSON {type(entry).__name__}, an object with a `text` is needed")


def _too_large(place: str, max_bytes: int) -> Failure:
    return Failure(place, "read", f"is larger than {max_bytes / 1e6:g} MB; split it or raise EVENTGRAPH_MAX_ITEM_BYTES")
