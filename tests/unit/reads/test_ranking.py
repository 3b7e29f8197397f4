from typing import Any

from graph.reads.ranking import rank, within
from tests.unit.reads.test_summary import event, say


def dated(key: str, day: str, **more: Any) -> dict[str, Any]:
    return event(key, date={"value": day, "granularity": "DAY", "start": day, "end": day}, **more)


def test_news_goes_before_background_and_what_happened_before_how_things_stand() -> None:
    events = [
        event("post", type="HOLDS_POST"),
        dated("treaty", "2024-06-19"),
        dated("visit", "2025-06-17"),
        dated("plan", "2025-09-01"),
        event("undated"),
    ]
    said = {
        "post": [say(n, "x") for n in range(1, 9)],
        "treaty": [say(n, "x") for n in range(1, 8)],
        "visit": [say(1, "x"), say(2, "x")],
        "plan": [say(1, "x"), say(2, "x"), say(3, "x")],
        "undated": [say(1, "x")],
    }
    order = [one["id"] for one in rank(events, said, "2025-06-17")]
    assert order == ["plan", "visit", "undated", "treaty", "post"]


def test_copies_of_one_text_weigh_as_one() -> None:
    said = {"a": [say(n, "x", origin="ori_1") for n in range(1, 6)], "b": [say(1, "x"), say(2, "x")]}
    assert [one["id"] for one in rank([event("a"), event("b")], said, None)] == ["b", "a"]


def test_what_stands_at_the_beginning_of_texts_goes_before_what_stands_at_their_end() -> None:
    said = {"a": [say(n, "x", start=2_000) for n in range(1, 4)], "b": [say(1, "x", start=0)]}
    assert [one["id"] for one in rank([event("a"), event("b")], said, None)] == ["b", "a"]


def test_only_the_storys_own_articles_count() -> None:
    own, foreign = say(1, "x"), say(2, "x", story="sto_2")
    assert within({"a": [own, foreign]}, "sto_1") == {"a": [own]}
