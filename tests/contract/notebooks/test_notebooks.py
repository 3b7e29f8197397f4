"""The notebooks run from top to bottom against a real store."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from graph.settings import GraphSettings
from graph.store import open_store
from tests.contract.small import fill

NOTEBOOKS = sorted((Path(__file__).parents[3] / "notebooks").glob("*.py"))


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_runs(notebook: Path, arcadedb_settings: GraphSettings, tmp_path: Path) -> None:
    store = open_store(arcadedb_settings)
    fill(store)
    store.close()
    environment = {
        **os.environ,
        "EVENTGRAPH_DATA_DIR": str(arcadedb_settings.data_dir),
        "EVENTGRAPH_NOTEBOOK_OUT": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-P", notebook], env=environment, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert (tmp_path / "story.html").stat().st_size > 10_000
