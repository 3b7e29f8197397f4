"""Claims of an article."""

from graph.model import Argument, Article, EventMention, Mention, Record
from ingest.assemble.claims import iter_claims
from ingest.assemble.members import Member
from ingest.cluster import Signature

TEXT = "The minister spoke during a visit to Norland."
HOST, GUEST = Argument(text="Norland", entity="e1"), Argument(text="The minister", entity="e2")


def actors(relation: str) -> list[str]:
    event = EventMention(
        start=28, end=33, text="visit", type="CONSULT", sentence=(0, 45), confidence=0.9, relation=relation,
        actors=(HOST, GUEST), recipients=(HOST,),
    )  # fmt: skip
    mentions = (
        Mention(start=37, end=44, text="Norland", type="GPE", entity="e1"),
        Mention(start=0, end=12, text="The minister", type="PERSON", entity="e2"),
    )
    record = Record(id="a", lang="en", mentions=mentions, events=(event,))
    member = Member(article=Article(id="a", text=TEXT), record=record, signature=Signature(id="a", lang="en"))
    (claim,) = iter_claims(member, {})
    return [argument.text for argument in claim.mention.actors]


def test_a_state_does_not_visit() -> None:
    assert actors("VISITED") == ["The minister"]


def test_a_state_acts_in_other_relations() -> None:
    assert actors("ACCUSED") == ["Norland", "The minister"]
