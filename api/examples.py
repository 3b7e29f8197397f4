"""Examples for OpenAPI: answers over the small graph of the tests, which a contract test keeps true."""

import json
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "examples.json"


@cache
def examples() -> dict[str, Any]:
    """Example answers by operation id."""
    found: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
    return found


def example(operation: str) -> dict[int | str, dict[str, Any]]:
    """OpenAPI's declaration of a good answer with its example."""
    return {200: {"content": {"application/json": {"example": examples()[operation]}}}}
