"""Stories with more claims than can be compared all with all."""

import pytest

from ingest.identify import grouping
from tests.unit.identify.claims import NORTH_KOREA, PUTIN, PYONGYANG, RUSSIA, SHOIGU, claim, events


def test_relations_are_parted_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouping, "_LARGEST", 4)
    visits = [claim(f"v{n}", who, PYONGYANG, lemma="travel") for n, who in enumerate((SHOIGU, SHOIGU, PUTIN))]
    sent = [
        claim(f"s{n}", NORTH_KOREA, RUSSIA, relation="SENT", lemma=lemma) for n, lemma in enumerate(("travel", "send"))
    ]
    found = events(*visits, *sent)
    assert frozenset({"v0", "v1"}) in found
    assert frozenset({"s0", "s1"}) in found


def test_every_claim_of_one_word_keeps_an_event(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouping, "_LARGEST", 3)
    told = [claim(f"c{n:02}", f"Person {n}", PYONGYANG) for n in range(10)]
    assert sorted(key for event in events(*told) for key in event) == [one.claim_id for one in told]
