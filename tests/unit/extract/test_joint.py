"""Frames and the annotator as one reader."""

import pytest

from ingest.extract.frames import NONE
from ingest.extract.joint import joined


def test_two_readers_who_agree_are_surer_than_two_who_do_not() -> None:
    agreed = joined({"ACCUSE": 0.8}, {NONE: 0.2, "ACCUSE": 0.8})
    split = joined({"ACCUSE": 0.8}, {NONE: 0.2, "ASSAULT": 0.8})
    assert agreed.type == "ACCUSE"
    assert agreed.probability > split.probability


def test_a_reader_who_knows_nothing_leaves_the_other_alone() -> None:
    alone = joined({"AID": 0.7, "MOBILIZE": 0.1}, {})
    assert alone.type == "AID"
    assert alone.probability > alone.none


def test_silence_of_the_annotator_counts_against_the_frames() -> None:
    heard, silent = joined({}, {NONE: 0.4, "AID": 0.6}), joined({NONE: 1.0}, {NONE: 0.4, "AID": 0.6})
    assert heard.none < heard.probability
    assert silent.none > silent.probability


@pytest.mark.parametrize("head", [{}, {"AID": 0.5}, {"AID": 0.3, "ACCUSE": 0.2}])
def test_chances_are_probabilities(head: dict[str, float]) -> None:
    result = joined(head, {NONE: 0.5, "AID": 0.5})
    assert 0 <= result.probability <= 1
    assert 0 <= result.none <= 1
