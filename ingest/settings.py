"""Settings of reading, extraction and clustering."""

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class IngestSettings(BaseSettings):
    """Read from the environment, prefix `EVENTGRAPH_`; the table in docs/settings.md lists them all."""

    model_config = SettingsConfigDict(env_prefix="EVENTGRAPH_", extra="ignore")

    max_item_bytes: int = Field(20_000_000, ge=1, description="largest file, JSON line or page that is read, in bytes")
    max_chars: int = Field(900_000, ge=1, description="longest article text, in code points")
    batch_articles: int = Field(48, ge=1, description="articles that are extracted and written together")
    fetch_timeout_s: float = Field(20.0, gt=0, description="how long one URL may take, in seconds")
