from typing import Any

import pytest

from graph.reads.said import Said
from graph.reads.summary import bullets, stands_alone, tell


def say(number: int, sentence: str, **more: Any) -> Said:
    known: dict[str, Any] = {
        "id": f"clm_{number}", "sentence": sentence, "start": 0, "end": len(sentence), "lang": "en",
        "status": "occurred", "value": None, "unit": None, "comparison": None, "quantity": None,
        "article": f"art_{number}",
        "outlet": f"paper{number}.example", "published": f"2025-06-{number:02d}", "origin": f"ori_{number}",
        "story": "sto_1",
    }  # fmt: skip
    return Said(**known | more)


def event(key: str, **more: Any) -> dict[str, Any]:
    known = {"id": key, "type": "CONSULT", "relation": key.upper(), "status": "occurred"}
    return known | {"actors": [], "recipients": [], "themes": [], "place": None, "date": None} | more


VISIT = "Anna Berg visited the flooded town of Lind on Monday."


@pytest.mark.parametrize(
    ("sentence", "lang"),
    [
        (VISIT, "en"),
        ("Анна Берг посетила затопленный город в понедельник.", "ru"),
        ("安娜·贝格周一访问了被洪水淹没的小镇。", "zh"),
        ("안나 베르그는 월요일에 물에 잠긴 마을을 방문했다.", "ko"),
    ],
)
def test_a_whole_sentence_stands_alone(sentence: str, lang: str) -> None:
    assert stands_alone(sentence, lang)


@pytest.mark.parametrize(
    ("sentence", "lang"),
    [
        ("He visited the flooded town of Lind on Monday.", "en"),
        ("But Anna Berg visited the flooded town of Lind.", "en"),
        ("visited the flooded town of Lind on Monday.", "en"),
        ("Anna Berg visited the flooded town of Lind on", "en"),
        ("Too short.", "en"),
        ("Anna Berg " + "and her many friends " * 20 + "came.", "en"),
        ("Anna Berg said “the town is lost and we go home.", "en"),
        ("LIND, Monday\nAnna Berg visited the flooded town.", "en"),
        ("Она посетила затопленный город в понедельник.", "ru"),
        ("이는 마을을 방문한 뒤에 나온 발표라고 한다.", "ko"),
        ("", "en"),
    ],
)
def test_a_sentence_that_leans_on_others_does_not(sentence: str, lang: str) -> None:
    assert not stands_alone(sentence, lang)


def test_a_bullet_cites_each_article_once_and_the_quoted_one_first() -> None:
    said = [say(1, "It happened."), say(2, VISIT), say(3, VISIT, article="art_2", origin="ori_2"), say(4, VISIT)]
    [bullet] = bullets([event("visit")], {"visit": said}, "en")
    assert bullet["text"] == VISIT
    assert [one["article_id"] for one in bullet["citations"]] == ["art_2", "art_1", "art_4"]
    assert (bullet["claims"], bullet["origins"]) == (4, 3)


def test_only_claims_of_the_quoted_status_are_cited() -> None:
    said = [say(1, VISIT), say(2, "Anna Berg will visit the flooded town of Lind soon.", status="planned")]
    [bullet] = bullets([event("visit")], {"visit": said}, "en")
    assert [one["claim_id"] for one in bullet["citations"]] == ["clm_1"]


def test_the_storys_language_goes_first_and_another_is_better_than_nothing() -> None:
    foreign = say(1, "Anna Berg besuchte am Montag die überflutete Stadt Lind.", lang="de")
    assert bullets([event("visit")], {"visit": [foreign, say(2, VISIT)]}, "en")[0]["lang"] == "en"
    assert bullets([event("visit")], {"visit": [foreign]}, "en")[0]["lang"] == "de"


def test_a_lone_dissenter_does_not_speak_for_the_event_because_of_its_language() -> None:
    many = [say(n, "Anna Berg besuchte am Montag die überflutete Stadt Lind.", lang="de") for n in range(1, 6)]
    lone = say(9, "Anna Berg denied that she visited the town of Lind.", status="denied")
    assert bullets([event("visit")], {"visit": [*many, lone]}, "en")[0]["lang"] == "de"


@pytest.mark.parametrize(
    ("dateline", "sentence"),
    [
        ("LIND, June 17 (North Wire) - ", VISIT),
        ("LIND/ODA — ", VISIT),
        ("Lind (dpa) - ", VISIT),
        ("МОСКВА, 17 июня — ", "Анна Берг посетила затопленный город."),
        ("(서울=한강) ", "안나 베르그는 월요일에 물에 잠긴 마을을 방문했다."),
        ("【東京】", "アンナ・ベルクは月曜日に水没した町を訪れた。"),
    ],
)
def test_a_dateline_is_cut_and_the_offsets_move_along(dateline: str, sentence: str) -> None:
    [bullet] = bullets([event("visit")], {"visit": [say(1, dateline + sentence, start=100)]}, "en")
    assert bullet["text"] == sentence
    assert bullet["citations"][0]["start"] == 100 + len(dateline)


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna Berg (Greens) - the mayor of Lind - visited the town.",
        "Москва и Осло подписали договор — это случилось в понедельник.",
        "NATO ships - three of them - left the port of Lind.",
        "The town of Lind - flooded on Monday - was closed.",
    ],
)
def test_a_dash_within_a_sentence_is_no_dateline(sentence: str) -> None:
    [bullet] = bullets([event("visit")], {"visit": [say(1, sentence)]}, "en")
    assert bullet["text"] == sentence


def test_near_copies_and_the_same_parties_are_told_once() -> None:
    near = "Anna Berg visited the flooded town of Lind on Monday morning."
    far = "The council of Lind closed both of its schools until Friday."
    party = [{"id": "ent_1", "name": "Anna Berg", "type": "PERSON"}]
    events = [event("visit"), event("tour"), event("close"), event("shut", relation="CLOSE"), event("a", actors=party)]
    said = {
        "visit": [say(1, VISIT)],
        "tour": [say(2, near)],
        "close": [say(3, far)],
        "shut": [say(4, "Lind " * 12 + ".")],
    }
    assert [one["text"] for one in bullets(events, said, "en")] == [VISIT, far]


def test_what_nobody_says_in_a_whole_sentence_is_left_out() -> None:
    assert bullets([event("visit")], {"visit": [say(1, "She did.")]}, "en") == []
    assert bullets([event("visit")], {}, "en") == []


def test_states_are_told_only_if_nothing_happened() -> None:
    state = event("post", type="HOLDS_POST")
    said = {"post": [say(1, "Anna Berg is the mayor of the town of Lind.")], "visit": [say(2, VISIT)]}
    assert [one["text"] for one in tell([state, event("visit")], said, "en")] == [VISIT]
    assert len(tell([state], said, "en")) == 1
