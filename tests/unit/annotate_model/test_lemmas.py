"""Rules that make lemmas."""

import pytest

from ingest.annotate.model.lemmas import Rewrite, rewrite


@pytest.mark.parametrize(
    ("word", "lemma", "rule"),
    [
        ("visited", "visit", Rewrite(False, 2, "")),
        ("Was", "be", Rewrite(False, 3, "be")),
        ("Пхеньяне", "Пхеньян", Rewrite(True, 1, "")),
        ("NATO", "NATO", Rewrite(True, 0, "")),
        ("aller", "aller", Rewrite(False, 0, "")),
    ],
)
def test_a_rule_leads_from_the_word_to_its_lemma(word: str, lemma: str, rule: Rewrite) -> None:
    assert rewrite(word, lemma) == rule
    assert rule(word) == lemma


def test_a_rule_that_takes_more_than_there_is_leaves_the_word() -> None:
    assert Rewrite(False, 5, "en")("Go") == "go"
    assert Rewrite(False, 2, "")("go") == "go"
