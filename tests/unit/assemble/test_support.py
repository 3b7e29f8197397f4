"""Which entities a claim relates."""

import pytest

from graph.model import Argument, Article, EventMention, Record
from ingest.assemble.claims import ClaimDraft
from ingest.assemble.events import draft_event
from ingest.assemble.members import Member
from ingest.assemble.support import LEAST_CONFIDENCE, relation_supports
from ingest.cluster import Signature

A, B = Argument(text="Norland", entity="e1"), Argument(text="Sudland", entity="e2")
PLACE = Argument(text="Oslo", entity="e3")


def pairs(relation: str, confidence: float = 0.9, **roles: object) -> list[tuple[str, str]]:
    article = Article(id="a", text="They met.")
    member = Member(article=article, record=Record(id="a", lang="en"), signature=Signature(id="a", lang="en"))
    mention = EventMention(
        start=5, end=8, text="met", type="CONSULT", sentence=(0, 9), confidence=confidence, relation=relation,
        **roles,  # type: ignore[arg-type]
    )  # fmt: skip
    event = draft_event([ClaimDraft(id="clm", member=member, mention=mention)], {"a": "ori"})
    return [(support.subject, support.object) for support in relation_supports([event])]


@pytest.mark.parametrize(
    ("relation", "roles", "expected"),
    [
        ("VISITED", {"actors": (A,), "recipients": (B,), "place": PLACE}, [("e1", "e2"), ("e1", "e3")]),
        ("ACCUSED", {"actors": (A,), "recipients": (B,), "place": PLACE}, [("e1", "e2")]),
        ("SENT", {"actors": (A,), "themes": (B,)}, [("e1", "e2")]),
        ("MET", {"actors": (B, A)}, [("e1", "e2")]),
        ("MET", {"actors": (B,), "recipients": (A,)}, [("e1", "e2")]),
        ("MET", {"actors": (A, B), "recipients": (PLACE,), "place": PLACE}, [("e1", "e2")]),
        ("MET", {"actors": (A,), "recipients": (PLACE,), "place": PLACE}, []),
        ("ACCUSED", {"actors": (A,), "recipients": (A,)}, []),
    ],
)
def test_subject_and_object_follow_from_the_roles(
    relation: str, roles: dict[str, object], expected: list[tuple[str, str]]
) -> None:
    assert pairs(relation, **roles) == expected


def test_a_doubtful_claim_relates_nobody() -> None:
    roles = {"actors": (A,), "recipients": (B,)}
    assert pairs("ACCUSED", LEAST_CONFIDENCE, **roles)
    assert not pairs("ACCUSED", LEAST_CONFIDENCE - 0.01, **roles)
