"""ClearNLP trees become Universal Dependencies: labels and attachment."""

import spacy
from spacy.tokens import Doc

from ingest.annotate.universal import to_universal

VOCAB = spacy.blank("en").vocab


def tree(rows: list[tuple[str, str, str, str, int]]) -> dict[str, tuple[str, str]]:
    """Word to (label, head word) after the conversion of (word, lemma, pos, label, head)."""
    words, lemmas, pos, deps, heads = (list(column) for column in zip(*rows, strict=True))
    doc = Doc(VOCAB, words=words, lemmas=lemmas, pos=pos, deps=deps, heads=heads)
    return {token.text: (token.dep_, token.head.text) for token in to_universal(doc)}


def test_preposition_becomes_case_of_an_oblique() -> None:
    found = tree(
        [
            ("He", "he", "PRON", "nsubj", 1),
            ("flew", "fly", "VERB", "ROOT", 1),
            ("to", "to", "ADP", "prep", 1),
            ("Rome", "Rome", "PROPN", "pobj", 2),
        ]
    )
    assert found["Rome"] == ("obl", "flew")
    assert found["to"] == ("case", "Rome")


def test_preposition_below_a_noun_makes_a_nominal_modifier() -> None:
    found = tree(
        [
            ("head", "head", "NOUN", "ROOT", 0),
            ("of", "of", "ADP", "prep", 0),
            ("state", "state", "NOUN", "pobj", 1),
        ]
    )
    assert found["state"] == ("nmod", "head")


def test_passive_subject_auxiliary_and_agent() -> None:
    found = tree(
        [
            ("Town", "town", "NOUN", "nsubjpass", 2),
            ("was", "be", "AUX", "auxpass", 2),
            ("taken", "take", "VERB", "ROOT", 2),
            ("by", "by", "ADP", "agent", 2),
            ("troops", "troop", "NOUN", "pobj", 3),
        ]
    )
    assert found["Town"] == ("nsubj:pass", "taken")
    assert found["was"] == ("aux:pass", "taken")
    assert found["troops"] == ("obl:agent", "taken")


def test_predicate_heads_its_copula() -> None:
    found = tree(
        [
            ("She", "she", "PRON", "nsubj", 1),
            ("is", "be", "AUX", "ROOT", 1),
            ("minister", "minister", "NOUN", "attr", 1),
        ]
    )
    assert found["is"] == ("cop", "minister")
    assert found["She"] == ("nsubj", "minister")
    assert found["minister"] == ("ROOT", "minister")


def test_conjuncts_hang_on_the_first_and_conjunctions_on_what_follows() -> None:
    found = tree(
        [
            ("A", "a", "PROPN", "ROOT", 0),
            (",", ",", "PUNCT", "punct", 0),
            ("B", "b", "PROPN", "conj", 0),
            ("and", "and", "CCONJ", "cc", 2),
            ("C", "c", "PROPN", "conj", 2),
        ]
    )
    assert found["C"] == ("conj", "A")
    assert found["and"] == ("cc", "C")


def test_gerund_after_a_preposition_is_a_marked_clause() -> None:
    found = tree(
        [
            ("accused", "accuse", "VERB", "ROOT", 0),
            ("Iran", "Iran", "PROPN", "dobj", 0),
            ("of", "of", "ADP", "prep", 0),
            ("lying", "lie", "VERB", "pcomp", 2),
        ]
    )
    assert found["Iran"] == ("obj", "accused")
    assert found["lying"] == ("advcl", "accused")
    assert found["of"] == ("mark", "lying")
