"""Killing ingest and engine at random moments, and running again, ends in the graph of an undisturbed run."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

DEMO = Path(__file__).parents[3] / "demo"
KILLS = 10
SOURCES = [str(DEMO / "articles" / name) for name in ("two-kims", "kursk-submarine", "shoigu-earlier-visit")]


def command(data: Path, *arguments: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "EVENTGRAPH_DATA_DIR": str(data), "EVENTGRAPH_BATCH_ARTICLES": "4"}
    eventgraph = Path(sys.executable).parent / "eventgraph"
    return subprocess.Popen(
        [eventgraph, *arguments], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )


def ingest(data: Path) -> subprocess.Popen[bytes]:
    return command(data, "ingest", *SOURCES, "--outlets", str(DEMO / "outlets.csv"), "--jobs", "0")


def exported(data: Path) -> bytes:
    out, _ = command(data, "export", "--format", "jsonl").communicate(timeout=120)
    return out


def kill_engine(data: Path) -> None:
    for state in data.rglob("server.json"):
        import json

        try:
            os.kill(json.loads(state.read_text())["pid"], signal.SIGKILL)
        except ProcessLookupError:
            continue


@pytest.mark.timeout(900)
def test_ten_kills_lose_nothing(tmp_path: Path) -> None:
    calm, rough = tmp_path / "calm", tmp_path / "rough"
    try:
        began = time.monotonic()
        assert ingest(calm).wait(timeout=300) == 0
        length = time.monotonic() - began
        chance = random.Random(7)
        for _ in range(KILLS):
            run = ingest(rough)
            time.sleep(chance.uniform(0.3, 0.9) * length)
            run.kill()
            run.wait()
            kill_engine(rough)
        assert ingest(rough).wait(timeout=300) == 0
        assert exported(rough) == exported(calm)
        assert exported(calm).count(b"\n") > 300
    finally:
        for data in (calm, rough):
            command(data, "stop").wait(timeout=60)
