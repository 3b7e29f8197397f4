"""Two hundred inputs that are broken, odd or hostile, each with what must become of it.

Made from fixed recipes: the same files on every machine. `fate` is `lost` (named in the report as an error), `warned`
(kept, and named with a warning) or `kept` (odd, but an article like any other).
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

GOOD = "The minister met the ambassador in Oslo on Monday. They signed an agreement on fisheries."
HEBREW = "שר החוץ נפגש בירושלים."
ARABIC = "التقى الوزير السفير في القاهرة."


@dataclass(frozen=True)
class Malformed:
    name: str
    data: bytes
    fate: Literal["lost", "warned", "kept"]


def iter_malformed() -> Iterator[Malformed]:
    yield from _empty()
    yield from _binary()
    yield from _broken_json()
    yield from _cut_short()
    yield from _wrong_types()
    yield from _encodings()
    yield from _html()
    yield from _feeds()
    yield from _dates()
    yield from _texts()
    yield Malformed("large.txt", b"word " * 10_000_000, "lost")
    yield Malformed("large.jsonl", b'{"text": "' + b"x" * 50_000_000 + b'"}', "lost")


def _article(**fields: object) -> bytes:
    return json.dumps({"text": GOOD, **fields}).encode()


def _empty() -> Iterator[Malformed]:
    for ending in ("json", "jsonl", "txt", "html", "xml", "rss", "md", "htm", "atom"):
        yield Malformed(f"empty.{ending}", b"", "lost")
        yield Malformed(f"blank.{ending}", b" \n\t\n ", "lost" if ending != "jsonl" else "kept")
    for n, value in enumerate(("", " ", "\n\n", "...", "\u200b", "!?", "\u2014\u2014")):
        yield Malformed(f"no-letters-{n}.json", json.dumps({"text": value}).encode(), "lost")


def _binary() -> Iterator[Malformed]:
    heads = {
        "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3",
        "png": b"\x89PNG\r\n\x1a\n\x00\x00",
        "jpeg": b"\xff\xd8\xff\xe0\x00\x10JFIF",
        "zip": b"PK\x03\x04\x14\x00",
        "gif": b"GIF89a\x01\x00",
        "elf": b"\x7fELF\x02\x01\x01\x00",
        "exe": b"MZ\x90\x00\x03\x00",
        "doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "noise": bytes((n * 97 + 13) % 256 for n in range(400)),
    }
    for name, head in heads.items():
        for ending in ("txt", "html", "json", "jsonl"):
            yield Malformed(f"binary-{name}.{ending}", head + bytes(range(256)) * 4, "lost")
    yield Malformed("broken.txt.gz", b"\x1f\x8b\x08\x00\x00\x00", "lost")
    yield Malformed("not-gzip.txt.gz", GOOD.encode(), "lost")


def _broken_json() -> Iterator[Malformed]:
    texts = (
        '{"text": "a',
        '{"text": a}',
        "{'text': 'a'}",
        '{"text": "a",}',
        '{"text" "a"}',
        "[",
        "]",
        "{",
        "nul",
        "tru",
    )
    for n, text in enumerate(texts):
        yield Malformed(f"broken-{n}.json", text.encode(), "lost")
        yield Malformed(f"broken-line-{n}.jsonl", text.encode(), "lost")
    yield Malformed("deep.json", b"[" * 50_000, "lost")
    yield Malformed("bad-utf8.json", b'{"text": "caf\xe9 au lait"}', "lost")


def _cut_short() -> Iterator[Malformed]:
    """A download that ended early, at thirty places."""
    whole = _article(title="Minister meets ambassador", url="https://d.example/1", published="2025-06-17")
    for n in range(1, 31):
        yield Malformed(f"cut-{n:02}.json", whole[: len(whole) * n // 31], "lost")


def _wrong_types() -> Iterator[Malformed]:
    for n, text in enumerate(("1", "null", "true", '"text"', "[1, 2]", '["a"]', "3.5")):
        yield Malformed(f"not-object-{n}.json", text.encode(), "lost")
    for n, value in enumerate(([], {}, ["a"], {"a": 1}, True and [1], None, [[]])):
        yield Malformed(f"text-type-{n}.json", json.dumps({"text": value}).encode(), "lost")
    yield Malformed("no-text.json", json.dumps({"title": "Only a title"}).encode(), "lost")
    for name in ("title", "url", "outlet"):
        yield Malformed(f"{name}-list.json", _article(**{name: ["a", "b"]}), "lost")


def _encodings() -> Iterator[Malformed]:
    russian = (
        "\u041c\u0438\u043d\u0438\u0441\u0442\u0440 \u0432\u0441\u0442\u0440\u0435\u0442\u0438\u043b\u0441\u044f "
        "\u0441 "
        "\u043f\u043e\u0441\u043b\u043e\u043c \u0432 \u041c\u043e\u0441\u043a\u0432\u0435. "
    ) * 8
    for encoding in ("cp1251", "koi8-r", "utf-16", "iso8859-5"):
        yield Malformed(f"encoded-{encoding}.txt", russian.encode(encoding), "warned")
    yield Malformed("bom.txt", b"\xef\xbb\xbf" + GOOD.encode(), "kept")
    yield Malformed("bom.json", b"\xef\xbb\xbf" + _article(), "kept")


def _html() -> Iterator[Malformed]:
    bodies = (
        "",
        "<p></p>",
        "<script>var a = 1</script>",
        "<img src=x>",
        "<style>p{}</style>",
        "<br>" * 9,
        "<!-- note -->",
    )
    for n, body in enumerate(bodies):
        yield Malformed(
            f"no-text-{n}.html", f"<html><head><title>t</title></head><body>{body}</body></html>".encode(), "lost"
        )
    unclosed = "<html><body><article>" + f"<p>{GOOD}</p>" * 4
    yield Malformed("unclosed.html", unclosed.encode(), "kept")
    yield Malformed("nested.html", (b"<div>" * 3000) + GOOD.encode() * 4, "lost")


def _feeds() -> Iterator[Malformed]:
    head = '<?xml version="1.0"?><!DOCTYPE a [{}]><rss><channel><item><title>{}</title></item></channel></rss>'
    bomb = head.format('<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">', "&b;")
    outside = head.format('<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;")
    yield Malformed("bomb.xml", bomb.encode(), "lost")
    yield Malformed("outside.xml", outside.encode(), "lost")
    yield Malformed("no-entries.rss", b"<rss><channel><title>t</title></channel></rss>", "lost")
    yield Malformed("not-a-feed.xml", b"<?xml version='1.0'?><note><to>x</to></note>", "lost")
    yield Malformed("cut.rss", b"<rss><channel><item><title>t</title>", "lost")


def _dates() -> Iterator[Malformed]:
    dates = (
        "9999-12-31",
        "0001-01-01",
        "2025-13-40",
        "yesterday-ish",
        "not a date",
        "2025-02-30",
        "32/13/2025",
        1e300,
        "0",
    )
    for n, value in enumerate(dates):
        yield Malformed(f"date-{n}.json", _article(published=value, url=f"https://a.example/{n}"), "warned")


def _texts() -> Iterator[Malformed]:
    texts = {
        "nul": ("a\x00b " + GOOD, "warned"),
        "controls": ("\x01\x02\x03" + GOOD + "\x7f", "warned"),
        "surrogate": (GOOD + " \ud800", "lost"),  # half a pair is not JSON in UTF-8
        "noncharacter": (GOOD + " \uffff", "warned"),
        "hebrew": (HEBREW, "kept"),
        "arabic": (ARABIC, "kept"),
        "bidi": ("\u202e" + GOOD + "\u202c", "kept"),
        "emoji": ("\U0001f600\U0001f468\u200d\U0001f469\u200d\U0001f467 " + GOOD, "kept"),
        "combining": ("e\u0301" * 50 + " " + GOOD, "kept"),
        "one-word": ("Oslo", "kept"),
        "capitals": (GOOD.upper(), "kept"),
        "markup": ("<script>alert(1)</script> " + GOOD, "kept"),
        "cypher": ("'}) DETACH DELETE n // " + GOOD, "kept"),
        "long-word": ("x" * 20_000 + " " + GOOD, "kept"),
        "many-lines": ("\n".join(["a b"] * 5000), "kept"),
        "old-lines": (GOOD.replace(". ", ".\r\n"), "kept"),
    }
    for n, (name, (text, fate)) in enumerate(texts.items()):
        data = json.dumps({"text": text, "title": name, "url": f"https://b.example/{n}"}).encode()
        yield Malformed(f"text-{name}.json", data, "lost" if fate == "lost" else fate)  # type: ignore[arg-type]
    long_url = "https://a.example/" + "a" * 9000
    yield Malformed("long-url.json", _article(url=long_url), "warned")
    for n in range(20):
        yield Malformed(f"lang-{n}.json", _article(lang=("xx-" * n) or "EN", url=f"https://c.example/{n}"), "kept")
