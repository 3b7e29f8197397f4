"""The settings of the server."""

from ipaddress import ip_address
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class ApiSettings(BaseSettings):
    """Read from the environment, prefix `EVENTGRAPH_`."""

    model_config = SettingsConfigDict(env_prefix="EVENTGRAPH_", extra="ignore")

    host: str = Field(default="127.0.0.1", description="Address that the server listens on.")
    port: int = Field(default=8000, ge=0, le=65535, description="Port that the server listens on; 0 takes a free one.")
    allowed_hosts: list[str] = Field(
        default_factory=list,
        description="Names that a request's Host header may carry, as a JSON list; empty: on a loopback address the "
        "loopback names only, else any.",
    )
    query_endpoint: Literal["auto", "on", "off"] = Field(
        default="auto", description="Whether POST /api/v1/query answers; `auto`: only on a loopback address."
    )
    query_concurrency: int = Field(
        default=4, ge=1, le=64, description="Read-only Cypher queries that run at a time; more get status 429."
    )

    @property
    def is_loopback(self) -> bool:
        if self.host == "localhost":
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:  # a name: it may resolve to anything
            return False

    @property
    def answers_queries(self) -> bool:
        return self.query_endpoint == "on" or (self.query_endpoint == "auto" and self.is_loopback)

    @property
    def host_names(self) -> frozenset[str]:
        """Names to accept in the Host header; empty means any."""
        names = set(self.allowed_hosts)
        if self.is_loopback:
            names |= {"127.0.0.1", "localhost", "[::1]"}
        return frozenset(name.lower() for name in names)
