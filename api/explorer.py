"""The explorer's built files; every address that is not a file is one of its pages."""

from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.routing import Match, Route
from starlette.types import Scope

DIST = Path(__file__).parent / "web" / "dist"

_NOT_BUILT = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>EventGraph</title></head>
<body>
<h1>The explorer is not built</h1>
<p>The API works: see <a href="/openapi.json">/openapi.json</a> and <a href="/api/v1/stories">/api/v1/stories</a>.</p>
<p>To build the explorer, run <code>make setup</code> in the repository and load this page again.</p>
</body>
</html>
"""


class ExplorerRoute(Route):
    """Serves everything outside /api; addresses under /api stay errors of the API."""

    def __init__(self, dist: Path = DIST) -> None:
        self.dist = dist.resolve()
        super().__init__("/{path:path}", self.serve, name="explorer", include_in_schema=False)

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        path = scope.get("path", "")
        if path == "/api" or path.startswith("/api/"):
            return Match.NONE, {}
        return super().matches(scope)

    def serve(self, request: object) -> Response:
        path: str = getattr(request, "path_params", {}).get("path", "")
        index = self.dist / "index.html"
        if not index.is_file():
            return HTMLResponse(_NOT_BUILT, 503 if path else 200)
        file = self._file(path)
        if file is not None:
            lasting = path.startswith("assets/")  # their names carry a hash of their content
            return FileResponse(file, headers={"Cache-Control": f"max-age={31536000 if lasting else 0}"})
        if "." in path.rpartition("/")[2]:
            raise HTTPException(404)
        return FileResponse(index, headers={"Cache-Control": "no-cache"})

    def _file(self, path: str) -> Path | None:
        if not path or "\0" in path:
            return None
        file = (self.dist / path).resolve()
        return file if file.is_relative_to(self.dist) and file.is_file() else None
