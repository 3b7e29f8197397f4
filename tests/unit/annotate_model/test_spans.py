"""Argument spans without holes and ragged ends."""

import spacy
from spacy.tokens import Doc

from ingest.annotate.model.decoding import Argument, Trigger
from ingest.annotate.model.spans import tidy

WORDS = ["Russia", "'s", "Security", "Council", "and", "Kyiv", "accused", "the", ",", "envoy"]
POS = ["PROPN", "PART", "PROPN", "PROPN", "CCONJ", "PROPN", "VERB", "DET", "PUNCT", "NOUN"]


def tidied(
    *arguments: tuple[str, int, int, float], names: tuple[tuple[int, int], ...] = ()
) -> list[tuple[str, int, int]]:
    doc = Doc(spacy.blank("en").vocab, words=WORDS, pos=POS)
    trigger = Trigger(6, 7, "ACCUSE", 0.9, (False, False, False), {}, [Argument(*a) for a in arguments])
    return [(a.role, a.start, a.stop) for a in tidy(doc, range(len(WORDS)), trigger, names)]


def test_pieces_of_one_role_become_one() -> None:
    assert tidied(("actor", 0, 1, 0.9), ("actor", 2, 4, 0.8)) == [("actor", 0, 4)]


def test_members_of_a_coordination_stay_apart() -> None:
    assert tidied(("actor", 2, 4, 0.9), ("actor", 5, 6, 0.8)) == [("actor", 2, 4), ("actor", 5, 6)]


def test_an_argument_takes_the_whole_name() -> None:
    assert tidied(("actor", 3, 4, 0.9), names=((2, 4),)) == [("actor", 2, 4)]


def test_the_trigger_parts_arguments() -> None:
    assert tidied(("recipient", 5, 6, 0.9), ("recipient", 7, 10, 0.9)) == [("recipient", 5, 6), ("recipient", 7, 10)]


def test_outer_punctuation_and_prepositions_are_left_out() -> None:
    assert tidied(("actor", 4, 6, 0.9)) == [("actor", 5, 6)]
    assert tidied(("recipient", 8, 9, 0.9)) == []
