"""Fetching pages and feeds from a real server on loopback."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from ingest.parse import parse
from ingest.report import Failure
from ingest.sources import Fetcher, RawItem, read_sources
from tests.unit.sources.test_files import FEED

PAGE = (
    "<html lang='en'><head><title>Ministers meet in Oslo</title></head><body><article><h1>Ministers meet in Oslo</h1>"
    + "<p>The minister met the ambassador in Oslo on Monday, and they signed an agreement on fisheries.</p>" * 3
    + "</article></body></html>"
).encode()


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        host = f"http://127.0.0.1:{self.server.server_address[1]}"
        pages = {
            "/page": ("text/html", PAGE),
            "/feed": ("application/rss+xml", FEED.replace(b"https://desk.example/1", f"{host}/page".encode())),
            "/big": ("text/html", b"x" * 300_000),
        }
        if self.path not in pages:
            self.send_error(404)
            return
        kind, body = pages[self.path]
        self.send_response(200)
        self.send_header("content-type", kind)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None: ...


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def fetch(url: str, *, follow: bool = False) -> list[RawItem | Failure]:
    fetcher = Fetcher(timeout_s=5, follow=follow)
    try:
        return list(read_sources([url], fetcher, max_bytes=100_000))
    finally:
        fetcher.close()


def test_a_page_becomes_an_article(host: str) -> None:
    (item,) = fetch(f"{host}/page")
    assert isinstance(item, RawItem)
    article = parse(item, max_chars=10_000).article
    assert article.title == "Ministers meet in Oslo"
    assert "signed an agreement" in article.text


def test_a_feed_gives_entries_or_the_pages_behind_them(host: str) -> None:
    (entry,), (page,) = fetch(f"{host}/feed"), fetch(f"{host}/feed", follow=True)
    assert isinstance(entry, RawItem)
    assert entry.kind == "fields"
    assert isinstance(page, RawItem)
    assert page.kind == "html"


@pytest.mark.parametrize(("path", "reason"), [("/none", "404"), ("/big", "larger than")])
def test_what_cannot_be_fetched_says_why(host: str, path: str, reason: str) -> None:
    (failure,) = fetch(host + path)
    assert isinstance(failure, Failure)
    assert reason in failure.reason


def test_nobody_listening_is_a_failure() -> None:
    (failure,) = fetch("http://127.0.0.1:9/")
    assert isinstance(failure, Failure)
