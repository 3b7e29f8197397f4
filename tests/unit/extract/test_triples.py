"""Open triples: complete, minimal, one for each argument."""

import pytest

from tests.unit.extract.reading import record


def triples(text: str) -> set[tuple[str, str, str]]:
    return {(t.subject.text, t.relation.text, t.object.text) for t in record(text).triples}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway sent troops to Chad.", ("Norway", "sent", "troops")),
        ("Norway sent troops to Chad.", ("Norway", "sent troops to", "Chad")),
        ("The town was taken by rebels.", ("The town", "was taken by", "rebels")),
        ("Norway plans to build a dam.", ("Norway", "plans to build", "a dam")),
        ("Oslo is the capital of Norway.", ("Oslo", "is", "the capital of Norway")),
        ("Chad, which borders Libya, closed its embassy.", ("Chad", "borders", "Libya")),
        ("Norway and Chad signed a pact.", ("Chad", "signed", "a pact")),
        ("Anna Berg, a lawyer from Oslo, won.", ("Anna Berg", "is", "a lawyer from Oslo")),
    ],
)
def test_triple(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in triples(text)


def test_relation_type_only_where_the_object_is_a_party() -> None:
    found = {(t.object.text): t.relation.type for t in record("Norway attacked Chad in May 2024.").triples}
    assert found["Chad"] == "ATTACKED"
    assert found["May 2024"] is None
