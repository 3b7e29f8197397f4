"""Reading files and folders."""

import gzip
from pathlib import Path

from ingest.report import Failure
from ingest.sources import RawItem, read_sources

FEED = b"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Desk</title><language>de</language>
<item><title>Treffen in Wien</title><link>https://desk.example/1</link>
<pubDate>Tue, 17 Jun 2025 09:00:00 +0200</pubDate>
<description>&lt;p&gt;Der Minister traf den Botschafter.&lt;/p&gt;</description></item>
</channel></rss>"""


def read(*paths: Path) -> list[RawItem | Failure]:
    return list(read_sources([str(path) for path in paths], max_bytes=1_000_000))


def test_a_folder_is_read_sorted_and_deep(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "1.txt").write_text("two")
    (tmp_path / "a.txt").write_text("one")
    (tmp_path / "skipped.csv").write_text("x")
    assert [item.place for item in read(tmp_path)] == [str(tmp_path / "a.txt"), str(tmp_path / "b" / "1.txt")]


def test_gzip_is_read_through(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"text": "a"}\n\n{"text": "b"}\n'))
    assert [item.place for item in read(path)] == [f"{path}:1", f"{path}:3"]


def test_a_feed_gives_its_entries_with_date_link_and_language(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(FEED)
    (item,) = read(path)
    assert isinstance(item, RawItem)
    assert item.fields is not None
    assert item.fields["url"] == "https://desk.example/1"
    assert item.fields["published"] == "2025-06-17T07:00:00+00:00"
    assert item.fields["lang"] == "de"


def test_what_is_not_there_and_what_is_unknown_say_so(tmp_path: Path) -> None:
    other = tmp_path / "a.docx"
    other.write_bytes(b"x")
    missing, unknown, empty = *read(tmp_path / "none.json"), *read(other), *read(_folder(tmp_path / "empty"))
    assert isinstance(missing, Failure)
    assert "no such file" in missing.reason
    assert isinstance(unknown, Failure)
    assert ".docx" in unknown.reason
    assert isinstance(empty, Failure)
    assert "no article file" in empty.reason


def test_urls_are_refused_without_a_fetcher() -> None:
    (failure,) = list(read_sources(["https://desk.example/"], max_bytes=100))
    assert isinstance(failure, Failure)


def _folder(path: Path) -> Path:
    path.mkdir()
    return path
