"""Signatures are small, pure, and survive being stored."""

import msgspec
import pytest

from graph.model import Mention, Record
from ingest.cluster import Signature, origins, partition, signature
from tests.unit.cluster.texts import DAM, DAM_INDEPENDENT, DAM_KOREAN, article, sign

SMALL = 6_000  # bytes of JSON


def test_it_survives_json() -> None:
    signed = sign(DAM, title="Dam bursts in Ostrava")
    assert msgspec.json.decode(msgspec.json.encode(signed), type=Signature) == signed


def test_it_stays_small_however_long_the_text() -> None:
    assert len(msgspec.json.encode(sign("\n".join([DAM] * 200)))) < SMALL


def test_signing_again_gives_the_same() -> None:
    first = sign(DAM_KOREAN, lang="ko")
    sign(DAM)
    assert sign(DAM_KOREAN, lang="ko") == first


@pytest.mark.parametrize("text", ["", " ", "…", "🙂🙂", "\u200f\u202b", "1", "a" * 100_000])
def test_text_that_says_nothing_is_signed_too(text: str) -> None:
    assert sign(text).id == article(text).id


def test_stories_need_no_wording() -> None:
    first, second = article(DAM), article(DAM_INDEPENDENT)
    short = [signature(one, Record(id=one.id, lang="en"), wording=False) for one in (first, second)]
    assert len(partition(short)) == 1
    assert len(origins(short)) == 2


def test_linked_names_reach_articles_whose_script_does_not_spell_them() -> None:
    chinese = article("俄罗斯安全会议秘书绍伊古抵达平壤。", lang="zh")
    mention = Mention(start=10, end=13, text="绍伊古", type="PERSON", entity="e1", name="Sergei Shoigu", wikidata="Q1")
    bare = signature(chinese, Record(id=chinese.id, lang="zh"))
    assert signature(chinese, Record(id=chinese.id, lang="zh", mentions=(mention,))).anchors != bare.anchors
