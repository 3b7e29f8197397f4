"""Pages and feeds fetched over HTTP, one request at a time, bounded in size, time and number of feed entries."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

import httpx

from ingest.report import Failure
from ingest.sources.feeds import iter_feed, looks_like_feed
from ingest.sources.items import RawItem

USER_AGENT = "EventGraph/0.1 (news to graph; one request at a time)"


@dataclass(slots=True)
class Fetcher:
    """Fetches http(s) URLs. With `follow`, a feed's entries are replaced by the pages that they link to."""

    timeout_s: float = 20.0
    follow: bool = False
    client: httpx.Client = field(init=False)

    def __post_init__(self) -> None:
        self.client = httpx.Client(
            timeout=self.timeout_s, follow_redirects=True, max_redirects=5, headers={"user-agent": USER_AGENT}
        )

    def close(self) -> None:
        self.client.close()

    def iter_url(self, url: str, *, max_bytes: int) -> Iterator[RawItem | Failure]:
        """Yield the page at `url`, or the entries of the feed at `url`."""
        page = self._get(url, max_bytes)
        if isinstance(page, Failure) or not looks_like_feed(page.data):
            yield page
        else:
            for item in iter_feed(page.data, url):
                if self.follow and isinstance(item, RawItem) and item.url and item.url.startswith("http"):
                    yield self._get(item.url, max_bytes)
                else:
                    yield item

    def _get(self, url: str, max_bytes: int) -> RawItem | Failure:
        try:
            with self.client.stream("GET", url) as response:
                if response.is_error:
                    return Failure(url, "read", f"answered {response.status_code} {response.reason_phrase}")
                data = bytearray()
                for chunk in response.iter_bytes():
                    data += chunk
                    if len(data) > max_bytes:
                        return Failure(url, "read", f"is larger than {max_bytes / 1e6:g} MB")
                kind: Literal["text", "html"] = (
                    "text" if response.headers.get("content-type", "").startswith("text/plain") else "html"
                )
                place = str(response.url)
                return RawItem(place=place, kind=kind, data=bytes(data), url=place, charset=response.charset_encoding)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return Failure(url, "read", f"cannot be fetched: {error or type(error).__name__}")
