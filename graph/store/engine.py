"""The embedded engine as a program: what of it the installed wheel holds, and the command line that starts it."""

import importlib.util
import json
import sys
from dataclasses import dataclass
from pathlib import Path

from graph.errors import StoreUnavailableError

LOOPBACK = "127.0.0.1"
READER_GROUP = "readers"
BACKSTOP_S = 300
"""Seconds after which the engine itself ends a statement whose client did not."""

_GROUPS = {
    "version": 2,
    "databases": {
        "*": {
            "groups": {
                "admin": {
                    "resultSetLimit": -1,
                    "readTimeout": -1,
                    "access": ["updateSecurity", "updateSchema", "updateDatabaseSettings"],
                    "types": {"*": {"access": ["createRecord", "readRecord", "updateRecord", "deleteRecord"]}},
                },
                READER_GROUP: {
                    "resultSetLimit": -1,
                    "readTimeout": -1,
                    "access": [],
                    "types": {"*": {"access": ["readRecord"]}},
                },
                "*": {"resultSetLimit": -1, "readTimeout": -1, "access": [], "types": {"*": {"access": []}}},
            }
        }
    },
}


@dataclass(frozen=True, slots=True)
class EngineLayout:
    """Where the embedded engine keeps what, below the data folder."""

    root: Path

    @property
    def lock(self) -> Path:
        return self.root / "engine.lock"

    @property
    def write_lock(self) -> Path:
        return self.root / "write.lock"

    @property
    def state(self) -> Path:
        return self.root / "engine.json"

    @property
    def log(self) -> Path:
        return self.root / "engine.log"

    @property
    def root_password(self) -> Path:
        return self.root / "config" / "root-password"

    @property
    def users(self) -> Path:
        return self.root / "config" / "server-users.jsonl"

    @property
    def marker(self) -> str:
        """The argument by which a running engine of this folder is told from any other process."""
        return f"-Darcadedb.server.rootPath={self.root}"

    def prepare(self, root_password: str) -> None:
        """Lay out the folder for a start with this password; users of an earlier start are forgotten."""
        (self.root / "config").mkdir(parents=True, exist_ok=True)
        self.users.unlink(missing_ok=True)
        write_private(self.root_password, root_password)
        (self.root / "config" / "server-groups.json").write_text(json.dumps(_GROUPS), "utf-8")


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner can read, and that is never seen half written."""
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)
    part.touch(mode=0o600)
    part.write_text(text, "utf-8")
    part.replace(path)


def engine_command(layout: EngineLayout, database: str, heap: str, bolt_port: int, http_port: int) -> list[str]:
    """Return the command line of the server; it holds no secret, because every user can list processes."""
    package = _wheel()
    java = package / "jre" / "bin" / ("java.exe" if sys.platform == "win32" else "java")
    settings = {
        "server.databaseDirectory": layout.root / "databases",
        "server.rootPasswordPath": layout.root_password,
        "server.defaultDatabases": f"{database}[root]",
        "server.mode": "development",  # the other modes hide the messages of refused queries
        "server.httpIncomingHost": LOOPBACK,
        "server.httpIncomingPort": http_port,
        "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "bolt.host": LOOPBACK,
        "bolt.port": bolt_port,
        "bolt.maxMessageSize": 64 * 2**20,  # above the default the driver would hang instead of failing
        "opencypher.loadCsv.allowFileUrls": "false",
        "opencypher.loadCsv.allowRemoteUrls": "false",
        "command.timeout": BACKSTOP_S * 1000,
        "queryMaxConcurrent": 16,  # the default 4 lets four slow queries block everybody
        "typeDefaultBuckets": 1,  # there is one writer; more buckets only mean more files
    }
    return [
        str(java),
        f"-Xmx{heap}",
        "-Djava.awt.headless=true",
        "-Dfile.encoding=UTF8",
        "--add-modules",
        "jdk.incubator.vector",
        "--enable-native-access=ALL-UNNAMED",
        layout.marker,
        *(f"-Darcadedb.{name}={value}" for name, value in settings.items()),
        "-cp",
        str(package / "jars" / "*"),
        "com.arcadedb.server.ArcadeDBServer",
    ]


def _wheel() -> Path:
    spec = importlib.util.find_spec("arcadedb_embedded")
    locations = list(spec.submodule_search_locations or ()) if spec else []
    if not locations or not (Path(locations[0]) / "jre").is_dir():
        raise StoreUnavailableError(
            f"the embedded engine is not installed (there is no wheel of it for {sys.platform} with this C library "
            "or processor); set EVENTGRAPH_STORE_URL, EVENTGRAPH_STORE_USER and EVENTGRAPH_STORE_PASSWORD to a "
            "Neo4j 5 server"
        )
    return Path(locations[0])
