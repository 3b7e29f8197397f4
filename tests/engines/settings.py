"""What the environment says about the engines of the test session."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class EngineTestSettings(BaseSettings):
    """Read from the environment, prefix `EVENTGRAPH_`."""

    model_config = SettingsConfigDict(env_prefix="EVENTGRAPH_", extra="ignore")

    test_cache: Path = Field(
        default=Path("~/.cache/eventgraph-tests"), description="Folder that the Neo4j jars are fetched into, once."
    )
    require_neo4j: bool = Field(default=False, description="Fail, rather than skip, where Neo4j cannot be run.")
