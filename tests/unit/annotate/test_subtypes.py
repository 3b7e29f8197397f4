"""Subtypes of relations and Penn tags, out of plain Universal Dependencies."""

import pytest
import spacy
from spacy.tokens import Doc

from ingest.annotate.subtypes import complete


def tree(lang: str, rows: str) -> Doc:
    """A document of `word lemma pos dep head features` rows; heads count from 1, 0 is the root."""
    cells = [row.split() for row in rows.strip().splitlines()]
    return Doc(
        spacy.blank(lang).vocab,
        words=[c[0] for c in cells],
        lemmas=[c[1] for c in cells],
        pos=[c[2] for c in cells],
        deps=["ROOT" if c[3] == "root" else c[3] for c in cells],
        heads=[n if c[4] == "0" else int(c[4]) - 1 for n, c in enumerate(cells)],
        morphs=["" if c[5] == "_" else c[5] for c in cells],
    )


PASSIVE = """
He he PRON nsubj 3 _
was be AUX aux 3 Tense=Past|VerbForm=Fin
accused accuse VERB root 0 Tense=Past|VerbForm=Part
by by ADP case 5 _
Kyiv Kyiv PROPN obl 3 Number=Sing
"""
RELATIVE = """
Shoigu Shoigu PROPN nsubj 6 Number=Sing
, , PUNCT punct 4 _
who who PRON nsubj 4 PronType=Rel
resigned resign VERB acl 1 Mood=Ind|Tense=Past|VerbForm=Fin
, , PUNCT punct 4 _
left leave VERB root 0 Mood=Ind|Tense=Past|VerbForm=Fin
his his PRON nmod 8 _
post post NOUN obj 6 Number=Sing
"""
GERMAN = """
Er er PRON nsubj 4 _
wurde werden AUX aux 4 Tense=Past|VerbForm=Fin
gestern gestern ADV advmod 4 _
verhaftet verhaften VERB root 0 VerbForm=Part
"""
COMING = """
Er er PRON nsubj 3 _
ist sein AUX aux 3 Tense=Pres|VerbForm=Fin
gekommen kommen VERB root 0 VerbForm=Part
"""


@pytest.mark.parametrize(
    ("lang", "rows", "expected"),
    [
        ("en", PASSIVE, ["nsubj:pass", "aux:pass", "ROOT", "case", "obl:agent"]),
        ("en", RELATIVE, ["nsubj", "punct", "nsubj", "acl:relcl", "punct", "ROOT", "nmod:poss", "obj"]),
        ("de", GERMAN, ["nsubj:pass", "aux:pass", "advmod", "ROOT"]),
        ("de", COMING, ["nsubj", "aux", "ROOT"]),
    ],
)
def test_relations_get_their_subtypes(lang: str, rows: str, expected: list[str]) -> None:
    assert [token.dep_ for token in complete(tree(lang, rows))] == expected


def test_english_words_get_penn_tags() -> None:
    tags = [token.tag_ for token in complete(tree("en", PASSIVE))]
    assert tags == ["PRP", "VBD", "VBN", "IN", "NNP"]


def test_other_languages_keep_their_tags() -> None:
    assert [token.tag_ for token in complete(tree("de", GERMAN))] == [""] * 4
