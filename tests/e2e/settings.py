"""What the environment says about the browser of the test session."""

import shutil
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PLACES = (Path("/usr/bin/chromium"), Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"))


class BrowserTestSettings(BaseSettings):
    """Read from the environment, prefix `EVENTGRAPH_`."""

    model_config = SettingsConfigDict(env_prefix="EVENTGRAPH_", extra="ignore")

    chromium: Path | None = Field(default=None, description="The browser to test with; found on PATH where not given.")
    require_browser: bool = Field(default=False, description="Fail, rather than skip, where no browser is found.")

    def find_browser(self) -> Path | None:
        """The browser's path, or None where there is none."""
        if self.chromium is not None:
            return self.chromium if self.chromium.is_file() else None
        found = (shutil.which(name) for name in NAMES)
        paths = [Path(path) for path in found if path] + [path for path in PLACES if path.is_file()]
        return paths[0] if paths else None
