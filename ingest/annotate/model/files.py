"""The annotator's files: found, checked against their hashes, loaded once a process."""

import gzip
import hashlib
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from graph.errors import ConfigurationError
from ingest.annotate.model.lemmas import Rewrite
from ingest.annotate.model.pieces import WordPieces

FOLDER = Path(__file__).with_name("data")
NETWORK, VOCABULARY, MANIFEST = "annotator.onnx", "vocabulary.json.gz", "manifest.json"


@lru_cache(maxsize=4)
def manifest(folder: Path = FOLDER) -> dict[str, Any]:
    """Version and hashes."""
    try:
        content: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigurationError(f"The annotator's {folder / MANIFEST} cannot be read ({error}). Reinstall.") from error
    return content


def available(folder: Path = FOLDER) -> bool:
    """Whether a model is installed."""
    return all((folder / name).is_file() for name in (MANIFEST, NETWORK, VOCABULARY))


def version(folder: Path = FOLDER) -> str:
    """Name and version, as claims carry it."""
    return str(manifest(folder)["version"])


def checked(name: str, folder: Path = FOLDER) -> bytes:
    """The bytes of a file, if they are those that the manifest names."""
    path = folder / name
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ConfigurationError(f"The annotator's file {path} cannot be read ({error}). Reinstall.") from error
    expected = manifest(folder)["files"][name]["sha256"]
    if hashlib.sha256(content).hexdigest() != expected:
        raise ConfigurationError(f"The annotator's file {path} is damaged: its SHA-256 is not {expected}. Reinstall.")
    return content


def vocabulary(folder: Path = FOLDER) -> tuple[WordPieces, list[Rewrite]]:
    """The word pieces, and the rules that make lemmas, by their number."""
    content = json.loads(gzip.decompress(checked(VOCABULARY, folder)))
    pieces = WordPieces(content["pieces"], content["scores"], content["folding"], content["unknown"])
    return pieces, [Rewrite(*rule) for rule in content["lemmas"]]
