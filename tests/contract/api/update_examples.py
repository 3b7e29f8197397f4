"""Writes OpenAPI's examples anew: `python -m tests.contract.api.update_examples`, after answers changed on purpose."""

import json
import tempfile
from pathlib import Path

from starlette.testclient import TestClient

from api.app import create_app
from api.examples import FILE
from api.settings import ApiSettings
from graph.settings import GraphSettings
from graph.store import open_store, stop_engine
from tests.contract.api.calls import calls
from tests.contract.api.conftest import BASE
from tests.contract.small import fill

WITHOUT_EXAMPLE = {"getHealth", "getReadiness", "getSchema"}


def main() -> None:
    """Ask an engine of its own for every answer, and keep them."""
    with tempfile.TemporaryDirectory() as folder:
        settings = GraphSettings(store_url=None, data_dir=Path(folder), heap="512m")
        store = fill(open_store(settings))
        with TestClient(create_app(ApiSettings(), store), base_url=BASE) as client:
            answers = {name: call.send(client).json() for name, call in calls().items() if name not in WITHOUT_EXAMPLE}
        store.close()
        stop_engine(settings)
    FILE.write_text(json.dumps(answers, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
