"""`eventgraph review`, `judge`, `merge` and `split`, as a user runs them."""

import json
from collections.abc import Callable

import pytest
import typer
from typer.testing import CliRunner

from graph.errors import InputError, NotFoundError
from graph.settings import GraphSettings
from graph.store import Store
from ingest.assemble.members import Member
from ingest.commands import register
from tests.contract.environment import point_at
from tests.contract.pipeline.few import best_known, fill_few
from tests.contract.pipeline.runs import exported

Run = Callable[..., str]


@pytest.fixture(scope="module")
def few(module_store: Store, members: list[Member]) -> Store:
    return fill_few(module_store, members)


@pytest.fixture
def run(few: Store, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Run:
    settings: GraphSettings = request.getfixturevalue(f"{few.engine}_settings")
    point_at(settings, monkeypatch, columns=200)
    app = typer.Typer()
    register(app)

    def invoke(*arguments: str, answers: str | None = None) -> str:
        result = CliRunner().invoke(app, arguments, input=answers)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == 0, result.output
        return result.output

    return invoke


def queue(run: Run) -> list[tuple[str, str]]:
    return [(pair["left"]["id"], pair["right"]["id"]) for pair in json.loads(run("review", "--json"))]


def test_a_pair_is_listed_until_it_is_judged_and_again_when_that_is_undone(few: Store, run: Run) -> None:
    before, (left, right) = exported(few), queue(run)[0]
    listed = run("review", "--limit", "1")
    assert left in listed
    assert right in listed
    told = run("judge", left, right, "--different", "--reason", "seen", "--by", "ann")
    assert f"eventgraph judge {left} {right} --undo" in told
    assert (left, right) not in queue(run)
    assert "of ann" in run("judge", left, right, "--undo")
    assert (left, right) in queue(run)
    assert exported(few) == before


def test_merge_and_split_are_short_forms(few: Store, run: Run) -> None:
    before, (keep, other) = exported(few), best_known(few, 2)
    run("merge", keep, other)
    assert few.read("MATCH (e:Entity) WHERE e.id = $id RETURN e.id AS id", id=other) == []
    run("split", keep, other)
    assert exported(few) == before


def test_answers_are_recorded_one_by_one(few: Store, run: Run) -> None:
    before, first = exported(few), queue(run)[:3]
    told = run("review", "-i", "--by", "ann", answers="n\nwhat\nu\n\nq\n")
    assert "'w' is none of" in told
    assert told.rstrip().splitlines()[-1].startswith("2 judged")
    rows = few.read(
        "MATCH (j:Judgement {by: 'ann'}) WHERE j.undone_at IS NULL RETURN j.verdict AS verdict, j.reason AS why"
    )
    assert sorted(row["verdict"] for row in rows) == ["different", "unsure"]
    assert all(row["why"].startswith("in review: ") for row in rows)
    assert queue(run)[0] == first[2]
    for left, right in first[:2]:
        run("judge", left, right, "--undo")
    assert exported(few) == before


def test_what_makes_no_sense_is_refused(run: Run) -> None:
    with pytest.raises(InputError, match="one of --same"):
        run("judge", "ent_a", "ent_b")
    with pytest.raises(InputError, match="one of --same"):
        run("judge", "ent_a", "ent_b", "--same", "--undo")
    with pytest.raises(NotFoundError, match="ent_a"):
        run("judge", "ent_a", "ent_b", "--unsure")
    with pytest.raises(InputError, match="--json"):
        run("review", "--json", "--interactive")
