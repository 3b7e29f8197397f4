"""Event titles keep the status: a plan is never told as a fact."""

from datetime import UTC, datetime

import pytest

from graph.model import Argument, Article, EventMention, Record, Status
from ingest.assemble.claims import ClaimDraft
from ingest.assemble.members import Member
from ingest.assemble.titles import Name, event_title
from ingest.cluster import Signature

NAMES = {"e1": Name("North Korea", "GPE"), "e2": Name("Russia", "GPE"), "e3": Name("Sergei Shoigu", "PERSON")}
KOREA, RUSSIA = Argument(text="Pyongyang", entity="e1"), Argument(text="Russia", entity="e2")


def claim(relation: str, status: Status = "occurred", **roles: tuple[Argument, ...]) -> ClaimDraft:
    article = Article(id="a", text="sent", published=datetime(2025, 6, 17, tzinfo=UTC))
    member = Member(article=article, record=Record(id="a", lang="en"), signature=Signature(id="a", lang="en"))
    mention = EventMention(
        start=0,
        end=4,
        text="sent",
        type="AID",
        sentence=(0, 4),
        confidence=0.9,
        relation=relation,
        lemma="send",
        status=status,
        actors=roles.get("actors", ()),
        recipients=roles.get("recipients", ()),
    )
    return ClaimDraft(id=f"clm_{relation}_{status}", member=member, mention=mention)


@pytest.mark.parametrize(
    ("status", "title"),
    [
        ("occurred", "North Korea sent help to Russia"),
        ("planned", "North Korea to send help to Russia"),
        ("possible", "North Korea may send help to Russia"),
        ("alleged", "North Korea allegedly sent help to Russia"),
        ("negated", "North Korea did not send help to Russia"),
    ],
)
def test_each_status_has_its_words(status: Status, title: str) -> None:
    one = claim("SENT", status, actors=(KOREA,), recipients=(RUSSIA,))
    assert event_title([one], "SENT", status, NAMES) == title


def test_the_title_is_that_of_a_claim_of_the_events_status() -> None:
    planned = claim("SENT", "planned", actors=(KOREA,), recipients=(RUSSIA,))
    denied = claim("SENT", "denied", actors=(KOREA,), recipients=(RUSSIA, Argument(text="Iran", entity="e9")))
    assert event_title([denied, planned], "SENT", "planned", NAMES) == "North Korea to send help to Russia"


def test_those_who_are_described_are_not_called_by_their_states_name() -> None:
    dead = Argument(text="about 600 North Koreans", entity="e1")
    assert (
        event_title([claim("KILLED", recipients=(dead,))], "KILLED", "occurred", NAMES)
        == "about 600 North Koreans: killed"
    )


def test_both_sides_of_a_meeting_are_named_once() -> None:
    shoigu = Argument(text="the security chief", entity="e3")
    assert event_title([claim("MET", actors=(shoigu, RUSSIA))], "MET", "occurred", NAMES) == "Sergei Shoigu met Russia"
