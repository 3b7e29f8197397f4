"""Which spaCy pipeline annotates which language, and how texts are cut into pieces for it."""

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class AnnotateSettings(BaseSettings):
    """`EVENTGRAPH_PIPELINE_<LANG>` names an installed spaCy package or a folder, e.g. `EVENTGRAPH_PIPELINE_DE`."""

    model_config = SettingsConfigDict(env_prefix="EVENTGRAPH_", env_nested_delimiter="_", env_nested_max_split=1)

    pipeline: dict[str, str] = Field(default_factory=dict, description="Language code to spaCy package or folder")
