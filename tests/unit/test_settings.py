"""Every setting stands in the table of docs/settings.md, and the table has no other."""

import re
from pathlib import Path

from api.settings import ApiSettings
from graph.settings import GraphSettings
from ingest.annotate.settings import AnnotateSettings
from ingest.settings import IngestSettings

TABLE = Path(__file__).parents[2] / "docs" / "settings.md"
PACKAGES = (GraphSettings, IngestSettings, AnnotateSettings, ApiSettings)


def test_the_table_is_complete_and_true() -> None:
    documented = set(re.findall(r"^\| `EVENTGRAPH_([A-Z_]+?)(?:_<LANG>)?`", TABLE.read_text("utf-8"), re.MULTILINE))
    known = {name.upper() for settings in PACKAGES for name in settings.model_fields}
    assert documented == known


def test_every_setting_says_what_it_is() -> None:
    for settings in PACKAGES:
        for name, field in settings.model_fields.items():
            assert field.description, f"{settings.__name__}.{name}"
