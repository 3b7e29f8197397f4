"""A Neo4j Community server for the tests, put together from Maven Central's jars.

It is fetched and run, never distributed. Java is the system's, or the one inside the embedded engine's wheel.
"""

import importlib.util
import os
import re
import secrets
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import neo4j
from filelock import FileLock
from neo4j.exceptions import DriverError, Neo4jError

VERSION = "5.26.30"
JAVA_NEEDED = 17
START_TIMEOUT_S = 300.0  # a loaded machine takes minutes

_HERE = Path(__file__).parent
_JVM = (
    "-Xmx768m",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",  # starts in half the time
    "-XX:-ExitOnOutOfMemoryError",  # a query that exhausts the heap gets an error, the server lives
    "-Djava.awt.headless=true",
    "-Dfile.encoding=UTF-8",
    "-Dlog4j2.disable.jmx=true",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
)


class EngineMissingError(Exception):
    """This machine lacks what the server needs; the text says what."""


@dataclass(frozen=True, slots=True)
class Neo4jServer:
    url: str
    password: str
    pid: int


@contextmanager
def running_neo4j(home: Path, cache: Path) -> Iterator[Neo4jServer]:
    """Run a fresh server with its data in `home`; it ends with the block."""
    java = _find_java()
    class_path = os.pathsep.join(str(jar) for jar in sorted(_jars(cache).glob("*.jar")))
    port, password = _configure(home), secrets.token_hex(16)
    environment = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    admin = "org.neo4j.server.startup.Neo4jAdminCommand"
    subprocess.run(
        [java, "-XX:TieredStopAtLevel=1", "-cp", class_path, admin, "dbms", "set-initial-password", password],
        env=environment, check=True, capture_output=True, timeout=START_TIMEOUT_S,
    )  # fmt: skip
    entry = ["org.neo4j.server.CommunityEntryPoint", f"--home-dir={home}", f"--config-dir={home / 'conf'}"]
    with (home / "server.log").open("wb") as log:
        process = subprocess.Popen(
            [java, *_JVM, "-cp", class_path, *entry],
            env=environment,
            cwd=home,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
    server = Neo4jServer(f"bolt://127.0.0.1:{port}", password, process.pid)
    try:
        _await_answer(server, process, home / "server.log")
        yield server
    finally:
        process.terminate()
        try:
            process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _jars(cache: Path) -> Path:
    """Return the folder with the server's jars; Maven fetches them the first time (145 MB)."""
    folder = cache.expanduser() / f"neo4j-{VERSION}"
    complete = folder / "complete"
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / "lock", timeout=900):
        if not complete.exists():
            maven = shutil.which("mvn")
            if maven is None:
                raise EngineMissingError(f"there is no mvn on the PATH to fetch Neo4j {VERSION} with")
            goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={folder}"]
            command = [maven, "-B", "-q", "-f", str(_HERE / "pom.xml"), f"-Dneo4j.version={VERSION}", *goal]
            fetched = subprocess.run(command, capture_output=True, text=True, timeout=900, check=False)
            if fetched.returncode:
                raise EngineMissingError(f"mvn could not fetch Neo4j {VERSION}: {fetched.stdout[-400:].strip()}")
            complete.touch()
    return folder


def _find_java() -> str:
    candidates = [shutil.which("java")]
    spec = importlib.util.find_spec("arcadedb_embedded")
    if spec is not None and spec.submodule_search_locations:
        candidates.append(str(Path(spec.submodule_search_locations[0]) / "jre" / "bin" / "java"))
    for java in candidates:
        if java and Path(java).exists() and _major_version(java) >= JAVA_NEEDED:
            return java
    raise EngineMissingError(f"there is no Java {JAVA_NEEDED} or newer on the PATH or in the engine's wheel")


def _major_version(java: str) -> int:
    said = subprocess.run([java, "-version"], capture_output=True, text=True, timeout=30, check=False).stderr
    match = re.search(r'version "(\d+)', said)
    return int(match[1]) if match else 0


def _configure(home: Path) -> int:
    for name in ("conf", "data", "logs", "run", "import", "plugins"):
        (home / name).mkdir(parents=True, exist_ok=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    template = (_HERE / "neo4j.conf").read_text("utf-8")
    (home / "conf" / "neo4j.conf").write_text(template.replace("{bolt_port}", str(port)), "utf-8")
    return port


def _await_answer(server: Neo4jServer, process: "subprocess.Popen[bytes]", log: Path) -> None:
    """Wait until a query is answered; the port opens a second or two before the database does."""
    deadline = time.monotonic() + START_TIMEOUT_S
    while True:
        try:
            with neo4j.GraphDatabase.driver(
                server.url, auth=("neo4j", server.password), connection_timeout=5, max_transaction_retry_time=0
            ) as driver:
                driver.execute_query("RETURN 1", database_="neo4j")
            return
        except (OSError, DriverError, Neo4jError):
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"Neo4j did not start: {log.read_text('utf-8', errors='replace')[-2000:]}") from None
            time.sleep(0.2)
