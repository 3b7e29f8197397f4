"""Raw items to articles."""

from datetime import UTC, datetime
from typing import Any

import pytest

from graph.errors import InputError
from ingest.parse import Parsed, parse
from ingest.sources import RawItem

TEXT = "The minister met the ambassador in Oslo on Monday."


def parsed(**fields: Any) -> Parsed:
    return parse(RawItem(place="x.json", kind="fields", fields=fields), max_chars=10_000)


def test_fields_are_found_under_their_usual_names() -> None:
    article = parsed(
        content=TEXT, headline="Ministers meet", uri="https://www.desk.example/a", date="2025-06-17", language="EN-us"
    ).article
    assert (article.text, article.title, article.lang) == (TEXT, "Ministers meet", "en")
    assert article.outlet == "desk.example"
    assert article.published == datetime(2025, 6, 17, tzinfo=UTC)


def test_it_is_known_when_it_came_out_unless_the_source_says_when_it_was_seen() -> None:
    assert parsed(text=TEXT, published="2025-06-17").article.known_at == datetime(2025, 6, 17, tzinfo=UTC)
    seen = parsed(text=TEXT, published="2025-06-17", retrieved_at="2025-06-18T10:00:00Z").article
    assert seen.known_at == datetime(2025, 6, 18, 10, tzinfo=UTC)


def test_the_id_follows_from_the_content() -> None:
    assert parsed(text=TEXT, url="https://a.example").article == parsed(url="https://a.example", text=TEXT).article
    assert (
        parsed(text=TEXT, url="https://a.example").article.id != parsed(text=TEXT, url="https://b.example").article.id
    )


def test_a_lead_that_the_text_lacks_is_put_before_it() -> None:
    assert parsed(text=TEXT, description="Talks on fisheries.").article.text == f"Talks on fisheries.\n\n{TEXT}"
    assert parsed(text=TEXT, description=TEXT[:45]).article.text == TEXT


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025-06-17T12:58:00+02:00", datetime(2025, 6, 17, 10, 58, tzinfo=UTC)),
        ("Tue, 17 Jun 2025 09:00:00 GMT", datetime(2025, 6, 17, 9, tzinfo=UTC)),
        (1750150680, datetime(2025, 6, 17, 8, 58, tzinfo=UTC)),
        (1750150680000, datetime(2025, 6, 17, 8, 58, tzinfo=UTC)),
        ("June 17, 2025", datetime(2025, 6, 17, tzinfo=UTC)),
    ],
)
def test_dates_in_usual_notations(value: object, expected: datetime) -> None:
    assert parsed(text=TEXT, published=value).article.published == expected


@pytest.mark.parametrize("value", ["17 June", "12:30", "9999-01-01", "soon"])
def test_a_date_that_is_none_costs_only_the_date(value: str) -> None:
    result = parsed(text=TEXT, published=value)
    assert result.article.published is None
    assert value[:4] in result.warnings[0]


def test_too_long_a_text_is_refused_with_the_remedy() -> None:
    with pytest.raises(InputError, match="EVENTGRAPH_MAX_CHARS"):
        parsed(text="word " * 3000)
