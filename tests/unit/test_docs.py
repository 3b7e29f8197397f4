"""The documents say what is true of the code."""

from pathlib import Path

import pytest
from typer.main import get_command

from graph.cli import build_app
from graph.ontology import NODE_LABELS, STATEMENT_EDGES, event_types, relation_types, statuses

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("names", [relation_types(), event_types(), statuses(), NODE_LABELS, STATEMENT_EDGES])
def test_the_schema_document_has_every_name(names: object) -> None:
    text = (ROOT / "docs" / "schema.md").read_text("utf-8")
    missing = [name for name in names if name not in text]  # type: ignore[attr-defined]
    assert not missing


def test_the_readme_has_every_command() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    commands = get_command(build_app()).commands  # type: ignore[attr-defined]
    assert len(commands) >= 12
    missing = [name for name in commands if f"eventgraph {name}" not in text]
    assert not missing


def test_links_between_documents_lead_somewhere() -> None:
    import re

    broken = []
    for page in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text("utf-8")):
            if not (page.parent / target).exists():
                broken.append(f"{page.relative_to(ROOT)} -> {target}")
    assert not broken
