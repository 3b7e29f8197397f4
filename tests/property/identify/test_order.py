"""Events are a function of the set of claims, and never contain two dates that exclude each other."""

import random
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.timex import interval
from ingest.identify import Assertion
from tests.unit.identify.claims import KIM, NORTH_KOREA, PUTIN, PYONGYANG, RUSSIA, SHOIGU, claim, events

claims = st.lists(
    st.builds(
        dict,
        who=st.sampled_from(["", SHOIGU, PUTIN, KIM]),
        whom=st.sampled_from(["", PYONGYANG, NORTH_KOREA, RUSSIA]),
        relation=st.sampled_from(["VISITED", "SENT", "ACTED_ON"]),
        lemma=st.sampled_from(["visit", "send", "arrive"]),
        day=st.sampled_from([None, "2025-06-04", "2025-06-17", "2025-06", "2024", "PRESENT_REF"]),
        published=st.sampled_from(["2025-06-05", "2025-06-17", "2025-06-30"]),
        article=st.sampled_from(["x", "y", "z"]),
        status=st.sampled_from(["occurred", "planned", "denied"]),
    ),
    max_size=30,
).map(lambda found: [claim(f"c{number:02}", **fields) for number, fields in enumerate(found)])


@given(claims, st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_any_order_gives_the_same_events(given_claims: list[Assertion], order: random.Random) -> None:
    shuffled = given_claims[:]
    order.shuffle(shuffled)
    assert events(*shuffled) == events(*given_claims)


@given(claims)
@settings(max_examples=150, deadline=None)
def test_no_event_has_two_dates_that_exclude_each_other(given_claims: list[Assertion]) -> None:
    by_id = {one.claim_id: one for one in given_claims}
    for event in events(*given_claims):
        days = [interval(by_id[key].mention.date.value) for key in event if by_id[key].mention.date]
        for left, right in combinations(filter(None, days), 2):
            assert left.start <= right.end
            assert right.start <= left.end


@given(claims)
@settings(max_examples=50, deadline=None)
def test_every_claim_is_in_exactly_one_event(given_claims: list[Assertion]) -> None:
    found = [key for event in events(*given_claims) for key in event]
    assert sorted(found) == sorted(one.claim_id for one in given_claims)
