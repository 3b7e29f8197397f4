from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import pytest

from graph.model import Argument, Article, EventMention, Mention, Record
from ingest.resolve import Resolver

Make = Callable[..., tuple[Article, Record]]


@pytest.fixture(scope="session")
def resolver() -> Resolver:
    return Resolver()


@pytest.fixture(scope="session")
def make(resolver: Resolver) -> Make:
    """Build an article and a record whose mentions are the given (text, type) pairs, each at its next occurrence."""

    def build(
        text: str,
        names: Sequence[tuple[str, str]],
        events: Sequence[EventMention] = (),
        *,
        lang: str = "en",
        day: str = "2025-06-17",
        id: str = "art_1",
    ) -> tuple[Article, Record]:
        mentions = []
        seen: dict[str, int] = {}
        for name, kind in names:
            start = text.index(name, seen.get(name, 0))
            seen[name] = start + len(name)
            mentions.append(
                Mention(start=start, end=start + len(name), text=name, type=kind, entity=name.casefold())  # type: ignore[arg-type]
            )
        published = datetime.fromisoformat(day).replace(tzinfo=UTC)
        article = Article(id=id, text=text, lang=lang, published=published)
        return article, Record(id=id, lang=lang, mentions=tuple(mentions), events=tuple(events))

    return build


def argument(text: str, phrase: str) -> Argument:
    start = text.index(phrase)
    return Argument(text=phrase, start=start, end=start + len(phrase), entity=None)
