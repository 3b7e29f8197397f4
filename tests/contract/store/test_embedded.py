"""What the embedded engine promises as a process: found by others, restarted when it is gone, ended when asked."""

import json
import os
import random
import signal
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from graph.errors import StoreUnavailableError
from graph.rows import Batch, EdgeRow, NodeRow
from graph.settings import GraphSettings
from graph.store import Store, find_engine, open_store, stop_engine
from graph.store.embedded import layout_of


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphSettings]:
    settings = GraphSettings(store_url=None, data_dir=tmp_path_factory.mktemp("embedded"), heap="256m")
    yield settings
    stop_engine(settings)


@pytest.fixture
def store(settings: GraphSettings) -> Iterator[Store]:
    store = open_store(settings)
    store.write(Batch(nodes=[NodeRow("Entity", "e1", {"name": "Kim"})]))
    yield store
    store.close()


def kill(settings: GraphSettings) -> None:
    engine = find_engine(settings)
    assert engine is not None
    process = psutil.Process(engine.pid)
    process.send_signal(signal.SIGKILL)
    psutil.wait_procs([process], timeout=30)


def answers(store: Store) -> bool:
    return store.read("MATCH (n:Entity {id: 'e1'}) RETURN n.name AS name") == [{"name": "Kim"}]


def test_a_second_open_finds_the_first_engine(settings: GraphSettings, store: Store) -> None:
    engine = find_engine(settings)
    other = open_store(settings)
    assert answers(other)
    other.close()
    assert find_engine(settings) == engine
    assert answers(store)


def test_it_listens_on_loopback_only_and_tells_no_secret(settings: GraphSettings, store: Store) -> None:
    engine = find_engine(settings)
    assert engine is not None
    process = psutil.Process(engine.pid)
    listening = {one.laddr for one in process.net_connections(kind="inet") if one.status == psutil.CONN_LISTEN}
    assert {port for _, port in listening} == {engine.bolt_port, engine.http_port}
    assert {address.removeprefix("::ffff:") for address, _ in listening} == {"127.0.0.1"}
    command = " ".join(process.cmdline())
    assert engine.password not in command
    assert engine.reader_password not in command
    layout = layout_of(settings)
    for secret in (layout.state, layout.root_password, layout.users):
        assert stat.S_IMODE(secret.stat().st_mode) == 0o600, secret


def test_reads_and_queries_go_on_after_the_engine_was_killed(settings: GraphSettings, store: Store) -> None:
    kill(settings)
    assert answers(store)
    kill(settings)
    assert store.query("MATCH (n:Entity {id: 'e1'}) RETURN n.name").rows == [["Kim"]]


def test_batches_are_whole_and_none_is_lost_when_the_engine_is_killed_between(
    settings: GraphSettings, store: Store
) -> None:
    """The engine is killed four times at moments that fall anywhere within a write."""
    batches, kills, chance = 60, 4, random.Random(7)
    doomed = {batches * kill // kills for kill in range(kills)}

    def kill_soon() -> None:
        engine, pause = find_engine(settings), chance.uniform(0.0, 0.05)
        assert engine is not None
        killers.append(threading.Timer(pause, psutil.Process(engine.pid).kill))
        killers[-1].start()

    killers: list[threading.Timer] = []
    try:
        for number in range(batches):
            if number in doomed:
                kill_soon()
            ids = [f"k{number}_{part}" for part in range(50)]
            edges = [EdgeRow("MET", f"{id_}_r", "Entity", ids[0], "Entity", id_, {"claims": 1}) for id_ in ids[1:]]
            store.write(Batch(nodes=[NodeRow("Entity", id_, {"batch": number}) for id_ in ids], edges=edges))
    finally:
        for killer in killers:
            killer.join()
    counted = store.read("MATCH (n:Entity) WHERE n.batch >= 0 RETURN n.batch AS batch, count(n) AS n ORDER BY batch")
    assert counted == [{"batch": number, "n": 50} for number in range(batches)]
    assert store.read("MATCH (:Entity)-[r:MET]->(:Entity) RETURN count(r) AS n") == [{"n": batches * 49}]


WRITER = """
import sys
from pathlib import Path
from graph.rows import Batch, EdgeRow, NodeRow
from graph.settings import GraphSettings
from graph.store import open_store
store = open_store(GraphSettings(store_url=None, data_dir=Path(sys.argv[1]), heap="256m"))
for number in range(30):
    ids = [f"p{number}_{part}" for part in range(20)]
    edges = [EdgeRow("MET", f"{id_}_m", "Entity", ids[0], "Entity", id_) for id_ in ids[1:]]
    store.write(Batch(nodes=[NodeRow("Entity", id_, {"shared": number}) for id_ in ids], edges=edges))
"""


def test_two_processes_may_open_and_write_one_store_at_once(settings: GraphSettings) -> None:
    """They start with no engine running and write the same nodes, the worst that two can do to each other."""
    stop_engine(settings)
    command = [sys.executable, "-P", "-c", WRITER, str(settings.data_dir)]
    writers = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(2)]
    for writer in writers:
        _, errors = writer.communicate(timeout=300)
        assert writer.returncode == 0, errors.decode()
    store = open_store(settings)
    assert store.read("MATCH (n:Entity) WHERE n.shared >= 0 RETURN count(n) AS n") == [{"n": 600}]
    assert store.read("MATCH (a:Entity)-[r:MET]->() WHERE a.shared >= 0 RETURN count(r) AS n") == [{"n": 570}]
    store.close()
    layout = layout_of(settings)
    assert sum(layout.marker in process.cmdline() for process in psutil.process_iter(["pid"]) if _mine(process)) == 1


def _mine(process: psutil.Process) -> bool:
    try:
        return bool(process.cmdline())
    except psutil.Error:
        return False


@pytest.mark.parametrize("content", [None, "{", '{"pid": 1}'])
def test_a_lost_or_damaged_state_file_costs_one_restart(
    settings: GraphSettings, store: Store, content: str | None
) -> None:
    before = find_engine(settings)
    assert before is not None
    state = layout_of(settings).state
    state.unlink()
    if content is not None:
        state.write_text(content, "utf-8")
    other = open_store(settings)
    assert answers(other)
    other.close()
    after = find_engine(settings)
    assert after is not None
    assert after.pid != before.pid
    assert not psutil.pid_exists(before.pid) or psutil.Process(before.pid).status() == psutil.STATUS_ZOMBIE
    assert answers(store)


def test_a_state_file_that_names_a_strange_process_does_it_no_harm(settings: GraphSettings, store: Store) -> None:
    stop_engine(settings)
    layout = layout_of(settings)
    strange = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    try:
        secrets = {"password": "x", "reader_password": "x"}
        state = {"pid": strange.pid, "bolt_port": 1, "http_port": 1, "database": "neo4j", **secrets}
        layout.state.write_text(json.dumps(state), "utf-8")
        assert answers(store)
        assert strange.poll() is None
    finally:
        strange.kill()
        strange.wait()


def test_stop_ends_the_engine_in_good_order_and_the_data_stays(settings: GraphSettings, store: Store) -> None:
    engine = find_engine(settings)
    assert engine is not None
    assert stop_engine(settings)
    assert find_engine(settings) is None
    assert not stop_engine(settings)
    assert "recover" not in layout_of(settings).log.read_text("utf-8").lower()
    assert answers(store)


def test_stop_where_nothing_ever_ran_makes_nothing(tmp_path: Path) -> None:
    settings = GraphSettings(store_url=None, data_dir=tmp_path / "none")
    assert not stop_engine(settings)
    assert find_engine(settings) is None
    assert not settings.data_dir.exists()


def test_a_data_folder_that_cannot_be_written_is_named_with_the_remedy(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", "utf-8")
    with pytest.raises(StoreUnavailableError, match=r"data folder .*EVENTGRAPH_DATA_DIR"):
        open_store(GraphSettings(store_url=None, data_dir=blocked))


def test_an_engine_that_cannot_start_says_why(tmp_path: Path) -> None:
    settings = GraphSettings(store_url=None, data_dir=tmp_path, heap="9999999g")
    with pytest.raises(StoreUnavailableError, match=r"heap|memory"):
        open_store(settings)
    assert find_engine(settings) is None


def test_a_server_that_is_not_there_is_named_with_the_remedy(tmp_path: Path) -> None:
    settings = GraphSettings.model_validate(
        {"store_url": "bolt://127.0.0.1:1", "store_password": "secret-word", "data_dir": tmp_path}
    )
    started = time.monotonic()
    with pytest.raises(StoreUnavailableError, match=r"127\.0\.0\.1:1.*EVENTGRAPH_STORE_URL") as raised:
        open_store(settings)
    assert "secret-word" not in str(raised.value)
    assert time.monotonic() - started < 30


def test_the_engine_outlives_the_process_that_started_it(settings: GraphSettings) -> None:
    stop_engine(settings)
    code = "from tests.contract.store.test_embedded import outlive; outlive()"
    environment = {**os.environ, "EVENTGRAPH_DATA_DIR": str(settings.data_dir), "EVENTGRAPH_HEAP": "256m"}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True, timeout=120)
    assert find_engine(settings) is not None


def outlive() -> None:
    """Open and close the store of the environment, in a process of its own."""
    open_store(GraphSettings()).close()
