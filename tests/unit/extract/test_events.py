"""Types, roles and relations of events in short sentences."""

import pytest

from tests.unit.extract.reading import event, record, texts


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "relation", "actors", "recipients"),
    [
        ("The minister visited Cairo on Monday.", "visited", "CONSULT", "VISITED", ["The minister"], ["Cairo"]),
        ("Chile accused Peru of spying.", "accused", "ACCUSE", "ACCUSED", ["Chile"], ["Peru"]),
        ("The journalist was arrested by police.", "arrested", "COERCE", "ARRESTED", ["police"], ["The journalist"]),
        ("Rebels attacked the town.", "attacked", "ASSAULT", "ATTACKED", ["Rebels"], ["the town"]),
        ("France condemned the attack.", "condemned", "ACCUSE", "CRITICISED", ["France"], ["the attack"]),
    ],
)
def test_who_did_what_to_whom(
    text: str, trigger: str, kind: str, relation: str, actors: list[str], recipients: list[str]
) -> None:
    found = event(text, trigger)
    assert (found.type, found.relation) == (kind, relation)
    assert texts(found.actors) == actors
    assert texts(found.recipients) == recipients


def test_light_verb_gives_the_noun_its_arguments() -> None:
    found = event("Shoigu held talks with Kim Jong Un.", "talks")
    assert found.type == "CONSULT"
    assert {"Shoigu", "Kim Jong Un"} == {*texts(found.actors), *texts(found.recipients)}


def test_controlled_subject_and_theme() -> None:
    found = event("Norway will send 300 tents to Chad.", "send")
    assert found.relation == "SENT"
    assert texts(found.actors) == ["Norway"]
    assert texts(found.themes) == ["300 tents"]
    assert texts(found.recipients) == ["Chad"]
    assert [(q.value, q.unit, q.comparison) for q in found.quantities] == [(300.0, "tent", "=")]


def test_inexact_quantities() -> None:
    found = event("The army killed more than 40 rebels on Friday.", "killed")
    assert [(q.value, q.unit, q.comparison) for q in found.quantities] == [(40.0, "rebel", ">")]
    assert found.date is not None
    assert found.date.value == "2025-06-13"


def test_source_of_a_statement() -> None:
    found = event("Rebels attacked the town, according to the mayor.", "attacked")
    assert found.attribution is not None
    assert found.attribution.text == "the mayor"


def test_post_of_a_person() -> None:
    states = [
        e for e in record("Anna Berg, the head of the World Bank, spoke in Oslo.").events if e.type == "HOLDS_POST"
    ]
    assert [(s.relation, texts(s.actors), texts(s.recipients), s.status) for s in states] == [
        ("LEADS", ["Anna Berg"], ["World Bank"], "ongoing")
    ]


def test_rule_is_named() -> None:
    assert event("Norway will send 300 tents to Chad.", "send").head
