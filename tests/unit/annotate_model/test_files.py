import json
import shutil
from pathlib import Path

import pytest

from graph.errors import ConfigurationError
from ingest.annotate.model.files import FOLDER, NETWORK, VOCABULARY, checked, manifest, version


def test_the_shipped_files_are_those_of_the_manifest() -> None:
    assert checked(NETWORK)
    assert checked(VOCABULARY)
    assert version().startswith("eventgraph-annotator/")


def test_the_model_is_small() -> None:
    assert sum((FOLDER / name).stat().st_size for name in (NETWORK, VOCABULARY)) <= 60_000_000


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    shutil.copy(FOLDER / VOCABULARY, tmp_path / VOCABULARY)
    content = json.loads((FOLDER / "manifest.json").read_text(encoding="utf-8"))
    (tmp_path / "manifest.json").write_text(json.dumps(content), encoding="utf-8")
    assert checked(VOCABULARY, tmp_path)
    with (tmp_path / VOCABULARY).open("ab") as file:
        file.write(b"x")
    with pytest.raises(ConfigurationError, match=VOCABULARY):
        checked(VOCABULARY, tmp_path)


def test_a_missing_model_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="Reinstall"):
        manifest(tmp_path)
