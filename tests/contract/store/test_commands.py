"""`eventgraph query`, `export`, `status` and `stop`, as a user runs them."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from graph.commands import register
from graph.errors import ConfigurationError, QueryRefusedError
from graph.rows import Batch, EdgeRow, NodeRow
from graph.settings import GraphSettings
from graph.store import Store, stop_engine
from tests.contract.environment import point_at

Run = Callable[..., Result]
VISITS = "MATCH (a:Entity)-[r:VISITED]->(b:Entity) WHERE a.name = $who RETURN a.name, b.name, r.claims, r.outlets"


@pytest.fixture
def run(store: Store, store_settings: GraphSettings, monkeypatch: pytest.MonkeyPatch) -> Run:
    nodes = [NodeRow("Entity", "e1", {"name": "Шойгу"}), NodeRow("Entity", "e2", {"name": "Pyong\x1b[31myang [b]"})]
    edge = EdgeRow("VISITED", "r1", "Entity", "e1", "Entity", "e2", {"claims": 3})
    store.write(Batch(nodes=nodes, edges=[edge]))
    point_at(store_settings, monkeypatch, columns=120)
    app = typer.Typer()
    register(app)

    def invoke(*arguments: str) -> Result:
        result = CliRunner().invoke(app, arguments)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return invoke


def test_rows_are_shown_as_a_table_that_cannot_steer_the_terminal(run: Run) -> None:
    shown = run("query", VISITS, "--param", "who=Шойгу").output
    assert "Шойгу" in shown
    assert "Pyong [31myang [b]" in shown
    assert "\x1b[31m" not in shown


def test_rows_are_printed_as_the_api_gives_them(run: Run) -> None:
    answer = json.loads(run("query", VISITS, "--param", "who=Шойгу", "--json").stdout)
    assert answer == {
        "columns": ["a.name", "b.name", "r.claims", "r.outlets"],
        "rows": [["Шойгу", "Pyong\x1b[31myang [b]", 3, None]],
        "truncated": False,
    }


def test_rows_are_printed_as_csv(run: Run) -> None:
    rows = list(csv.reader(io.StringIO(run("query", VISITS, "--param", "who=Шойгу", "--csv").stdout)))
    assert rows == [["a.name", "b.name", "r.claims", "r.outlets"], ["Шойгу", "Pyong\x1b[31myang [b]", "3", ""]]


@pytest.mark.parametrize(
    ("given", "value"), [("3", 3), ("[1, 2]", [1, 2]), ("true", True), ("2024-06-19", "2024-06-19"), ("a=b", "a=b")]
)
def test_a_parameter_is_json_where_it_parses_and_text_else(run: Run, given: str, value: object) -> None:
    answer = json.loads(run("query", "RETURN $x AS x", "--param", f"x={given}", "--json").stdout)
    assert answer["rows"] == [[value]]


def test_left_off_rows_are_told_beside_the_answer(run: Run) -> None:
    result = run("query", "UNWIND range(1, 9) AS n RETURN n", "--csv", "--limit", "2")
    assert result.stdout == "n\n1\n2\n"
    assert "left off" in result.stderr


def test_what_is_not_read_only_or_not_a_parameter_is_refused(run: Run) -> None:
    with pytest.raises(QueryRefusedError, match="CREATE"):
        run("query", "CREATE (n)")
    with pytest.raises(ConfigurationError, match="NAME=VALUE"):
        run("query", "RETURN 1", "--param", "nonsense")


def test_an_export_goes_to_a_file_or_to_standard_output(run: Run, tmp_path: Path) -> None:
    run("export", "-o", str(tmp_path / "graph.jsonl"))
    lines = (tmp_path / "graph.jsonl").read_bytes()
    assert lines.count(b"\n") == 3
    assert run("export", "--format", "jsonl").stdout_bytes == lines


def test_status_and_stop_tell_what_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVENTGRAPH_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("EVENTGRAPH_HEAP", "256m")
    monkeypatch.delenv("EVENTGRAPH_STORE_URL", raising=False)
    app = typer.Typer()
    register(app)
    runner = CliRunner()
    assert runner.invoke(app, ["status"]).exit_code == 1
    assert "not running" in runner.invoke(app, ["stop"]).stdout
    try:
        assert runner.invoke(app, ["query", "RETURN 1 AS one", "--csv"]).stdout == "one\n1\n"
        told = runner.invoke(app, ["status"])
        assert told.exit_code == 0
        assert str(tmp_path) in told.stdout.replace("\n", "")
    finally:
        stopped = runner.invoke(app, ["stop"])
        stop_engine(GraphSettings())
    assert "stopped" in stopped.stdout
    assert runner.invoke(app, ["status", "--quiet"]).stdout == ""
