"""Every recipe of docs/cypher-cookbook.md runs, finds something, and finds the same on both engines."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from graph.ontology import STATEMENT_EDGES, relation_types
from graph.store import Store

COOKBOOK = Path(__file__).parents[3] / "docs" / "cypher-cookbook.md"
RECIPE = re.compile(r"^## (?P<title>.+?)$(?P<body>.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
BLOCK = re.compile(r"```(?P<kind>\w+)\n(?P<text>.*?)```", re.DOTALL)
FOUND: dict[str, dict[str, Any]] = {}


def recipes() -> dict[str, tuple[str, dict[str, Any]]]:
    found = {}
    for recipe in RECIPE.finditer(COOKBOOK.read_text("utf-8")):
        blocks = {block["kind"]: block["text"] for block in BLOCK.finditer(recipe["body"])}
        found[recipe["title"]] = (blocks["cypher"], json.loads(blocks.get("json", "{}")))
    return found


@pytest.mark.parametrize("title", recipes())
def test_a_recipe_finds_the_same_on_both_engines(small: Store, title: str) -> None:
    cypher, parameters = recipes()[title]
    result = small.query(cypher, parameters)
    assert result.rows
    assert not result.truncated
    rows = [json.dumps([_unordered(cell) for cell in row], sort_keys=True) for row in result.rows]
    before = FOUND.setdefault(title, {"columns": result.columns, "rows": rows})
    assert before == {"columns": result.columns, "rows": rows}


def test_recipes_name_only_types_of_the_schema() -> None:
    named = [name for cypher, _ in recipes().values() for name in re.findall(r"\[\w*:([A-Z_|]+)", cypher)]
    assert {one for pattern in named for one in pattern.split("|")} <= {*relation_types(), *STATEMENT_EDGES}


def _unordered(value: Any) -> Any:
    """The value with lists sorted: the engines collect in no promised order."""
    if isinstance(value, list):
        return sorted((_unordered(one) for one in value), key=lambda one: json.dumps(one, sort_keys=True))
    return {key: _unordered(one) for key, one in value.items()} if isinstance(value, dict) else value
