"""The settings of the graph: which engine, where its data is, and what a query may cost."""

from pathlib import Path

import platformdirs
from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


def _default_data_dir() -> Path:
    return platformdirs.user_data_path("eventgraph", appauthor=False)


class GraphSettings(BaseSettings):
    """Read from the environment, prefix `EVENTGRAPH_`; without any setting the engine is the embedded one."""

    model_config = SettingsConfigDict(env_prefix="EVENTGRAPH_", extra="ignore")

    store_url: str | None = Field(
        default=None,
        description="Bolt address of a Neo4j server, e.g. `neo4j://host:7687`; unset: the embedded engine.",
    )
    store_user: str = Field(default="neo4j", description="User name at the server that `store_url` names.")
    store_password: SecretStr | None = Field(default=None, description="Password at the server that `store_url` names.")
    store_database: str = Field(
        default="neo4j", pattern=r"^[A-Za-z][A-Za-z0-9_-]{0,62}$", description="Name of the database, on either engine."
    )
    data_dir: Path = Field(
        default_factory=_default_data_dir, description="Folder that the embedded engine keeps its data in."
    )
    heap: str = Field(
        default="1g",
        pattern=r"^[1-9][0-9]*[mMgG]$",
        description="Memory of the embedded engine; 2g for whole-graph queries.",
    )
    start_timeout_s: float = Field(
        default=60.0, gt=0, description="Seconds that the embedded engine may take to start."
    )
    query_timeout_s: float = Field(default=30.0, gt=0, description="Seconds that one read-only query may run.")
    query_row_limit: int = Field(default=10_000, gt=0, description="Rows that one read-only query may return.")
    query_byte_limit: int = Field(
        default=32 * 2**20, gt=0, description="Bytes that the result of one read-only query may take as JSON."
    )
