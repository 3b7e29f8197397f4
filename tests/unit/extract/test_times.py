"""Time expressions and their TIMEX3 values, for an article of Tuesday, 17 June 2025."""

from datetime import date

import pytest

from ingest.extract.times import find_times
from ingest.extract.times.calendar import easter, exact, nearest_year, shift, weekday_near
from ingest.extract.times.grammar import load_grammar
from ingest.extract.times.numbers import read_han, read_number

ANCHOR = date(2025, 6, 17)


def values(text: str, lang: str) -> list[str | None]:
    return [t.value for t in find_times(text, lang, ANCHOR)]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "He came on Tuesday.", ["2025-06-17"]),
        ("en", "He left on Friday.", ["2025-06-13"]),
        ("en", "He will leave on Friday.", ["2025-06-20"]),
        ("en", "In August 2024 it began.", ["2024-08"]),
        ("en", "It was signed last year.", ["2024"]),
        ("en", "They met three weeks ago.", ["2025-05-27"]),
        ("en", "Talks lasted over two hours.", ["PT2H"]),
        ("en", "in the 1990s", ["199X"]),
        ("en", "Talks were put off until Friday.", ["2025-06-20"]),
        ("en", "It was founded in nineteen ninety-six.", ["1996"]),
        ("en", "First-quarter profit rose from that of a year earlier.", ["2025-Q1", "2024-Q1"]),
        ("en", "The firm was sold a year earlier.", ["2024"]),
        ("de", "Im ersten Quartal 2025 sank der Gewinn; ein Jahr zuvor war er höher.", ["2025-Q1", "2024-Q1"]),
        ("en", "They may march and a man of 44 may not.", []),
        ("ru", "Он прибыл во вторник, 17 июня.", ["2025-06-17"]),
        ("ru", "Это было в прошлом году.", ["2024"]),
        ("uk", "У серпні 2024 року.", ["2024-08"]),
        ("pl", "W ubiegłym roku, trzy dni temu.", ["2024", "2025-06-14"]),
        ("fr", "Il y a deux ans, en août 2024, hier.", ["2023", "2024-08", "2025-06-16"]),
        ("de", "Am 5. Mai und vor drei Tagen.", ["2025-05-05", "2025-06-14"]),
        ("es", "El martes 17 de junio y hace tres días.", ["2025-06-17", "2025-06-14"]),
        ("it", "Ieri e il 2 giugno 2024.", ["2025-06-16", "2024-06-02"]),
        ("pt", "Ontem e em agosto de 2024.", ["2025-06-16", "2024-08"]),
        ("nl", "Gisteren en vorige week.", ["2025-06-16", "2025-W24"]),
        ("sv", "I går och förra året.", ["2025-06-16", "2024"]),
        ("tr", "Dün ve 17 Haziran 2025.", ["2025-06-16", "2025-06-17"]),
        ("ar", "في أغسطس 2024", ["2024-08"]),
        ("fa", "۱۷ ژوئن ۲۰۲۵", ["2025-06-17"]),
        ("zh", "去年6月和本月4日", ["2024-06", "2025-06-04"]),
        ("ja", "2024年8月、昨年、6月4日", ["2024-08", "2024", "2025-06-04"]),
        ("ko", "2024년 8월, 지난해, 다음 주 화요일", ["2024-08", "2024", "2025-06-24"]),
    ],
)
def test_values(lang: str, text: str, expected: list[str]) -> None:
    assert values(text, lang) == expected


def test_without_publication_only_full_dates_have_a_value() -> None:
    found = find_times("On 5 May 2024 and yesterday.", "en", None)
    assert [t.value for t in found] == ["2024-05-05", None]


def test_unknown_language_has_no_times() -> None:
    assert find_times("5 May 2024", "xx", ANCHOR) == []


def test_calendar() -> None:
    assert shift(ANCHOR, "Q", -1) == "2025-Q1"
    assert shift(date(9999, 12, 31), "D", 1) is None
    assert exact(date(2024, 3, 31), "M", -1) == "2024-02-29"
    assert nearest_year(ANCHOR, 12, None, None) == 2024
    assert weekday_near(ANCHOR, 5, "last", False) == date(2025, 6, 13)
    assert [easter(y) for y in (2018, 2024, 2025)] == [date(2018, 4, 1), date(2024, 3, 31), date(2025, 4, 20)]


def test_numbers() -> None:
    grammar = load_grammar("en")
    assert grammar is not None
    assert read_number("twenty-five", grammar) == 25
    assert read_number("two thousand", grammar) == 2000
    assert read_number("several", grammar) is None
    assert [read_han(t) for t in ("二零零四", "十五", "三百二十", "12")] == [2004, 15, 320, 12]
