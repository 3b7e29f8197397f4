"""The look-up commands and `serve`, as a user runs them."""

import json
import os
import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from api.cli import register
from api.serve import serve
from api.settings import ApiSettings
from graph.errors import ConfigurationError, NotFoundError
from graph.settings import GraphSettings
from graph.store import Store, find_engine, stop_engine
from tests.contract.environment import point_at
from tests.factories import small_graph

SERVER = "import typer, api.cli; app = typer.Typer(); api.cli.register(app); app()"


@pytest.fixture
def run(small: Store, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> "Run":
    settings: GraphSettings = request.getfixturevalue(f"{small.engine}_settings")
    point_at(settings, monkeypatch, columns=200)
    return Run()


class Run:
    def __init__(self) -> None:
        self.app = typer.Typer()
        register(self.app)

    def __call__(self, *arguments: str) -> str:
        result = CliRunner().invoke(self.app, arguments)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == 0, result.output
        return result.output


def test_a_story_is_told_with_its_sources_and_disputes(run: Run) -> None:
    told = run("story", small_graph().ids["story:kursk"])
    assert "Sergei Shoigu visited Pyongyang on Tuesday. (3 origins: northwire.example" in told
    assert "Center 2, Right 2, unrated 1" in told
    assert "disputed (quantity)" in told
    assert "is denied (1 origin: vestnik.example)" in told


def test_several_words_find_stories(run: Run) -> None:
    assert "Portvale opens the Delta Bridge" in run("story", "delta", "bridge")
    assert small_graph().ids["story:kursk"] in run("story")
    assert "nothing found" in run("story", "unheard of")


def test_an_entity_shows_relations_and_sentences(run: Run) -> None:
    told = run("entity", "Шойгу")
    assert "Sergei Shoigu visited Pyongyang" in told
    assert "“Сергей Шойгу посетил Пхеньян во вторник.” (vestnik.example, 2025-06-17, occurred)" in told


def test_an_event_shows_every_claim(run: Run) -> None:
    told = run("event", small_graph().ids["event:builders"])
    assert "occurred 1, planned 2, possible 1, denied 1" in told
    assert told.count("“") == 5
    assert small_graph().ids["event:visit"] in run("event")
    assert "Portvale built Delta Bridge" in run("event", "portvale")


def test_json_has_the_shapes_of_the_api(run: Run) -> None:
    entity = json.loads(run("entity", "kim", "jong", "un", "--json"))
    assert entity["wikidata"] == "Q56226"
    assert len(json.loads(run("entity", "--json", "--limit", "3"))) == 3
    assert json.loads(run("story", "bridge", "--json"))["summary"]
    assert json.loads(run("event", "ukraine", "--json"))["claims"]


def test_an_unknown_id_is_an_error_that_names_it(run: Run) -> None:
    for command, identifier in (("story", "sto_none"), ("entity", "ent_none"), ("event", "evt_none")):
        with pytest.raises(NotFoundError, match=identifier):
            run(command, identifier)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_server_and_the_engine_that_it_started(tmp_path: Path, number: signal.Signals) -> None:
    environment = os.environ | {"EVENTGRAPH_DATA_DIR": str(tmp_path), "EVENTGRAPH_HEAP": "256m"}
    environment.pop("EVENTGRAPH_STORE_URL", None)
    settings = GraphSettings(store_url=None, data_dir=tmp_path)
    command = [sys.executable, "-c", SERVER, "serve", "--port", "0"]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr is not None
            address = re.search(r"http://127\.0\.0\.1:\d+/", server.stderr.readline())
            assert address is not None
            with urllib.request.urlopen(f"{address[0]}healthz", timeout=30) as answer:
                assert json.load(answer) == {"status": "ok"}
            assert find_engine(settings) is not None
            server.send_signal(number)
            assert server.wait(60) == 0
            assert server.stderr.read() == ""
            assert find_engine(settings) is None
        finally:
            server.kill()
            stop_engine(settings)


def test_an_address_that_cannot_be_had_is_said_before_anything_starts(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="--port"):
        serve(
            ApiSettings(host="192.0.2.1"),
            GraphSettings(store_url=None, data_dir=tmp_path),
            stop_engine_too=False,
            open_browser=False,
        )
    assert not (tmp_path / "engine").exists()
