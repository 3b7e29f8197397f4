from functools import cache

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from ingest.annotate.model.component import ANNOTATOR
from ingest.annotate.pipelines import blank_pipeline
from ingest.annotations import model_events

TEXTS = {
    "en": "President Ana Oliveira visited Berlin on Monday. She will send 200 doctors to Kenya.",
    "de": "Präsidentin Ana Oliveira besuchte am Montag Berlin. Sie traf dort Kanzler Karl Weber.",
    "ru": "Президент Анна Орлова посетила Берлин. Полиция арестовала десять человек.",
    "zh": "总统安娜周一访问了柏林。警方逮捕了十人。",
    "ar": "زارت الرئيسة آنا برلين يوم الاثنين. اعتقلت الشرطة عشرة أشخاص.",
    "ko": "대통령은 월요일 베를린을 방문했다. 경찰은 열 명을 체포했다.",
}


@cache
def pipeline(lang: str) -> Language:
    nlp = blank_pipeline(lang)
    nlp.add_pipe(ANNOTATOR)
    return nlp


@pytest.mark.parametrize("lang", sorted(TEXTS))
def test_the_document_is_filled(lang: str) -> None:
    doc = pipeline(lang)(TEXTS[lang])
    assert doc.text == TEXTS[lang]
    assert len(list(doc.sents)) == 2
    assert doc.has_annotation("DEP")
    assert all(sum(token.dep_ == "ROOT" for token in sentence) == 1 for sentence in doc.sents)
    assert model_events(doc)


def test_a_visit_is_read() -> None:
    doc = pipeline("en")(TEXTS["en"])
    visit = model_events(doc)[0]
    assert (doc.text[visit.start : visit.end], visit.type) == ("visited", "CONSULT")
    assert "Ana Oliveira" in doc.text[visit.roles[0].start : visit.roles[0].end]
    assert [ent.text for ent in doc.ents][:1] == ["Ana Oliveira"]


def test_what_is_planned_lies_ahead() -> None:
    doc = pipeline("en")(TEXTS["en"])
    assert [e.tense for e in model_events(doc) if doc.text[e.start : e.end] == "send"] == ["FUTURE"]


def reading(doc: Doc) -> object:
    return [(t.text, t.pos_, t.dep_, t.head.i) for t in doc], [e.text for e in doc.ents], model_events(doc)


def test_neighbours_do_not_change_a_reading() -> None:
    nlp = pipeline("en")
    texts = [TEXTS["en"], "No.", TEXTS["en"] * 9, TEXTS["en"]]
    together = [reading(doc) for doc in nlp.pipe(texts)]
    assert together == [reading(nlp(text)) for text in texts]


def test_empty_and_blank_texts_pass() -> None:
    docs = list(pipeline("en").pipe(["", " \n ", "\n\nBerlin."]))
    assert [doc.text for doc in docs] == ["", " \n ", "\n\nBerlin."]
    assert model_events(docs[0]) == model_events(docs[1]) == ()


def test_a_very_long_sentence_is_read_to_its_end() -> None:
    text = "She said " + "and " * 300 + "that police arrested ten men in Berlin."
    doc = pipeline("en")(text)
    assert len(list(doc.sents)) == 1
    assert "arrested" in [doc.text[e.start : e.end] for e in model_events(doc)]


def test_documents_survive_bytes_and_joining() -> None:
    nlp = pipeline("de")
    doc = nlp(TEXTS["de"])
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert model_events(again) == model_events(doc)
    joined = Doc.from_docs([doc, doc], ensure_whitespace=False)
    events = model_events(joined)
    size = len(doc.text)
    assert [(e.start, e.end) for e in events[len(events) // 2 :]] == [
        (e.start + size, e.end + size) for e in model_events(doc)
    ]
    assert [joined.text[e.start : e.end] for e in events] == [doc.text[e.start : e.end] for e in model_events(doc)] * 2


def test_only_the_parts_asked_for_are_filled() -> None:
    nlp = blank_pipeline("en")
    nlp.add_pipe(ANNOTATOR, config={"parts": ["names"]})
    doc = nlp(TEXTS["en"])
    assert doc.ents
    assert not doc.has_annotation("DEP")
    assert model_events(doc) == ()
