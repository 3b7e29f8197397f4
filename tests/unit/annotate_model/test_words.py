"""Characters that the tree hangs together become words."""

import spacy
from spacy.tokens import Doc, Span

from ingest.annotate.model.words import in_words
from ingest.annotations import EVENT, model_candidates, register


def characters(text: str, glued: set[int]) -> Doc:
    """A document of one character a token; those of `glued` hang on the one before, all others on the first."""
    heads = [n - 1 if n in glued else 0 for n in range(len(text))]
    deps = ["ROOT", *("goeswith" if n in glued else "dep" for n in range(1, len(text)))]
    return Doc(
        spacy.blank("xx").vocab,
        words=list(text),
        spaces=[False] * len(text),
        heads=heads,
        deps=deps,
        pos=["NOUN"] * len(text),
    )


def test_words_keep_the_text_and_the_tree() -> None:
    doc = in_words(characters("访问平壤。", {1, 3}))
    assert [token.text for token in doc] == ["访问", "平壤", "。"]
    assert doc.text == "访问平壤。"
    assert [token.head.i for token in doc] == [0, 0, 0]
    assert [token.lemma_ for token in doc][:2] == ["访问", "平壤"]


def test_a_name_is_never_glued_to_its_neighbours() -> None:
    doc = characters("绍伊古周二", {1, 2, 3, 4})
    doc.ents = (Span(doc, 0, 3, label="PERSON"),)
    words = in_words(doc)
    assert [token.text for token in words] == ["绍伊古", "周二"]
    assert [ent.text for ent in words.ents] == ["绍伊古"]


def test_events_stay_where_they_are_in_the_text() -> None:
    register()
    doc = characters("他访问", {2})
    stored = {"end": 2, "type": "CONSULT", "score": 0.9, "roles": [], "flags": (False, False, False)}
    doc[1]._.set(EVENT, {**stored, "chances": {"CONSULT": 0.9}, "model": "m"})
    (event,) = model_candidates(in_words(doc))
    assert (event.start, event.end, event.type) == (1, 3, "CONSULT")


def test_spaced_text_is_left_alone() -> None:
    doc = characters("ab", set())
    assert in_words(doc) is doc
