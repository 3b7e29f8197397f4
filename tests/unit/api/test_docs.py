"""docs/api.md lists every route, and no route that is gone."""

import re
from pathlib import Path

from api.app import ROUTERS

DOCS = Path(__file__).parents[3] / "docs" / "api.md"


def test_every_route_is_documented() -> None:
    served = {f"{method} {route.path}" for router in ROUTERS for route in router.routes for method in route.methods}
    documented = set(re.findall(r"`((?:GET|POST) /[^`]+)`", DOCS.read_text("utf-8")))
    assert documented - {"POST /api/v1/query"} == served - {"POST /api/v1/query"}
    assert "POST /api/v1/query" in served
