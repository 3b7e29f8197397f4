"""Noun phrases and pronouns whose names are not known."""

from tests.unit.extract.reading import record


def references(text: str) -> list[tuple[str, str, str]]:
    return [(r.text, r.type, r.form) for r in record(text).references]


def test_common_nouns_have_the_class_of_what_they_mean() -> None:
    found = references("Two young soldiers hid the old truck in a factory near the river.")
    assert found == [
        ("Two young soldiers", "PERSON", "NOMINAL"),
        ("the old truck", "PRODUCT", "NOMINAL"),
        ("a factory", "FAC", "NOMINAL"),
        ("the river", "LOC", "NOMINAL"),
    ]


def test_what_a_name_is_known_for_is_a_mention_not_a_reference() -> None:
    found = record("Angela Merkel met reporters. She left.")
    assert [m.text for m in found.mentions if m.form == "PRONOUN"] == ["She"]
    assert [r.text for r in found.references] == ["reporters"]


def test_an_expletive_refers_to_nothing() -> None:
    assert references("There is no hope.") == []


def test_pronouns_of_people_and_relative_ones() -> None:
    found = references("They said that the ship which sank was theirs.")
    assert ("They", "PERSON", "PRONOUN") in found
    assert ("which", "MISC", "PRONOUN") in found
