"""The embedded engine at run time: one detached loopback server for each data folder, shared by every process.

Whoever comes first starts it, under a lock; whoever comes later finds it by the state file. Passwords are made anew at
each start, so a lost or damaged state file costs one restart and nothing else.
"""

import json
import secrets
import socket
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import psutil
from filelock import FileLock, Timeout

from graph.errors import StoreUnavailableError
from graph.settings import GraphSettings
from graph.store.dialect import ArcadeAdmin
from graph.store.engine import LOOPBACK, READER_GROUP, EngineLayout, engine_command, write_private

READER = "analyst"
STOP_TIMEOUT_S = 60.0
_PROBE_PAUSE_S = 0.05


@dataclass(frozen=True, slots=True)
class RunningEngine:
    """What the state file keeps: how to reach the engine that runs on a data folder."""

    pid: int
    bolt_port: int
    http_port: int
    database: str
    password: str
    reader_password: str

    @property
    def url(self) -> str:
        return f"bolt://{LOOPBACK}:{self.bolt_port}"

    def admin(self) -> ArcadeAdmin:
        return ArcadeAdmin(LOOPBACK, self.http_port, self.password, self.database)


def layout_of(settings: GraphSettings) -> EngineLayout:
    """Return the engine's folder below the data folder."""
    return EngineLayout(settings.data_dir.expanduser().resolve() / "engine")


def start_engine(settings: GraphSettings) -> tuple[RunningEngine, bool]:
    """Return the engine of the data folder, and whether this call started it."""
    layout = layout_of(settings)
    engine = find_engine(settings)
    if engine is not None:
        return engine, False
    try:
        layout.root.mkdir(parents=True, exist_ok=True)
        with FileLock(layout.lock, timeout=settings.start_timeout_s):
            engine = find_engine(settings)
            if engine is not None:
                return engine, False
            _end_processes(layout)
            return _start(layout, settings), True
    except Timeout as error:
        raise StoreUnavailableError(
            f"another process has been starting the engine in {layout.root} for {settings.start_timeout_s:.0f} s; "
            f"see {layout.log}, or end that process"
        ) from error
    except OSError as error:
        raise StoreUnavailableError(
            f"the data folder {layout.root} cannot be used ({error}); set EVENTGRAPH_DATA_DIR to a folder that can be "
            "written, on a disk with space"
        ) from error


def find_engine(settings: GraphSettings) -> RunningEngine | None:
    """Return the engine that runs on the data folder and answers, or `None`."""
    engine = _read_state(layout_of(settings))
    if engine is None or engine.database != settings.store_database or not engine.admin().is_ready():
        return None
    return engine


def stop_engine(settings: GraphSettings) -> bool:
    """End the engine of the data folder in good order; return whether there was one."""
    layout = layout_of(settings)
    if not layout.root.is_dir():
        return False
    with FileLock(layout.lock, timeout=settings.start_timeout_s):
        ended = _end_processes(layout)
        layout.state.unlink(missing_ok=True)
    return ended


def _read_state(layout: EngineLayout) -> RunningEngine | None:
    try:
        data: dict[str, Any] = json.loads(layout.state.read_text("utf-8"))
        return RunningEngine(**data)
    except (OSError, ValueError, TypeError):  # none yet, or damaged: a start writes a new one
        return None


def _end_processes(layout: EngineLayout) -> bool:
    """End whatever engine runs on this folder, also one whose password nobody knows any more."""
    processes = [process for process in psutil.process_iter() if _is_engine(process, layout)]
    for process in processes:
        process.terminate()
    _, alive = psutil.wait_procs(processes, timeout=STOP_TIMEOUT_S)
    for process in alive:  # a hung engine; its write-ahead log makes this safe
        process.kill()
    psutil.wait_procs(alive, timeout=STOP_TIMEOUT_S)
    return bool(processes)


def _is_engine(process: psutil.Process, layout: EngineLayout) -> bool:
    try:
        return layout.marker in process.cmdline() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:  # ended meanwhile, or another user's
        return False


def _start(layout: EngineLayout, settings: GraphSettings) -> RunningEngine:
    password, reader_password = secrets.token_hex(24), secrets.token_hex(24)
    layout.prepare(password)
    bolt_port, http_port = _free_ports()
    command = engine_command(layout, settings.store_database, settings.heap, bolt_port, http_port)
    process = _spawn(command, layout)
    engine = RunningEngine(process.pid, bolt_port, http_port, settings.store_database, password, reader_password)
    try:
        _await_ready(engine, process, layout, settings.start_timeout_s)
        engine.admin().create_user(READER, reader_password, READER_GROUP)
    except BaseException:
        process.kill()
        process.wait()
        raise
    write_private(layout.state, json.dumps(asdict(engine)))
    process.returncode = 0  # the engine outlives this handle, of which Python would warn
    return engine


def _spawn(command: list[str], layout: EngineLayout) -> "subprocess.Popen[bytes]":
    detached: dict[str, Any] = (
        {"creationflags": 0x00000200 | 0x00000008}  # new process group, detached
        if sys.platform == "win32"
        else {"start_new_session": True}
    )
    with layout.log.open("wb") as log:
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=layout.root, **detached)


def _await_ready(engine: RunningEngine, process: "subprocess.Popen[bytes]", layout: EngineLayout, limit: float) -> None:
    deadline = time.monotonic() + limit
    admin = engine.admin()
    while not admin.is_ready():
        if process.poll() is not None:
            raise StoreUnavailableError(
                f"the embedded engine ended with status {process.returncode} while starting in {layout.root}: "
                f"{_tail(layout.log)}"
            )
        if time.monotonic() > deadline:
            raise StoreUnavailableError(
                f"the embedded engine did not answer within {limit:.0f} s, see {layout.log}; "
                "EVENTGRAPH_START_TIMEOUT_S gives it longer"
            )
        time.sleep(_PROBE_PAUSE_S)


def _tail(log: Path) -> str:
    lines = log.read_text("utf-8", errors="replace").splitlines()
    return " | ".join(line for line in lines[-5:] if line.strip()) or "no output"


def _free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as other:
        one.bind((LOOPBACK, 0))
        other.bind((LOOPBACK, 0))
        return int(one.getsockname()[1]), int(other.getsockname()[1])
