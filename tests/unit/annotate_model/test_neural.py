import pytest
import spacy
from spacy.tokens import Doc

from graph.model import Article, Mention, TimeExpression
from graph.ontology import relation_types
from ingest.annotations import EVENT, NeuralEvent, StoredEvent
from ingest.extract.neural import (
    _table,
    events_from_model,
    relation_of_trigger,
    status_of,
    trimmed,
)

TEXT = "Norland denied attacking Sudland on Monday."
ARTICLE = Article(id="a", text=TEXT, lang="en")


def marked(doc: Doc, word: str, kind: str, flags: tuple[bool, bool, bool], **roles: str) -> None:
    token = next(t for t in doc if t.text == word)
    spans = [(r, doc.text.index(s) - token.idx, doc.text.index(s) - token.idx + len(s), 0.9) for r, s in roles.items()]
    stored: StoredEvent = {
        "end": len(word), "type": kind, "score": 0.87, "roles": spans, "flags": flags, "chances": {kind: 0.87},
        "model": "m/1",
    }  # fmt: skip
    token._.set(EVENT, stored)


def document() -> Doc:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    doc = nlp(TEXT)
    marked(doc, "denied", "REJECT", (False, False, False), actor="Norland")
    marked(doc, "attacking", "ASSAULT", (True, False, False), actor="Norland", recipient="Sudland", time="on Monday")
    return doc


def test_an_event_gets_its_relation_roles_and_status() -> None:
    sudland = Mention(start=25, end=32, text="Sudland", type="GPE", entity="sudland")
    monday = TimeExpression(start=36, end=42, text="Monday", type="DATE", value="2025-06-16")
    denial, attack = events_from_model(ARTICLE, document(), [sudland], [monday])
    assert (denial.relation, denial.status, denial.lemma) == ("DENIED", "occurred", "denied")
    assert (attack.relation, attack.status, attack.polarity) == ("ATTACKED", "denied", "NEG")
    assert [(a.text, a.entity) for a in attack.recipients] == [("Sudland", "sudland")]
    assert attack.date is not None
    assert attack.date.value == "2025-06-16"
    assert attack.sentence == (0, len(TEXT))
    assert attack.head == "annotator m/1"
    assert all(TEXT[a.start : a.end] == a.text for a in (*attack.actors, *attack.recipients))


def test_an_argument_that_cuts_through_a_name_takes_it_whole() -> None:
    doc = document()
    marked(doc, "attacking", "ASSAULT", (False, False, False), actor="Norl", recipient="Sudland on")
    names = [
        Mention(start=0, end=7, text="Norland", type="GPE", entity="norland"),
        Mention(start=25, end=32, text="Sudland", type="GPE", entity="sudland"),
    ]
    attack = events_from_model(ARTICLE, doc, names)[1]
    assert [(a.text, a.entity) for a in attack.actors] == [("Norland", "norland")]


@pytest.mark.parametrize(
    ("trigger", "kind", "lang", "relation"),
    [
        ("visited", "CONSULT", "en", "VISITED"),
        ("besuchte", "CONSULT", "de", "VISITED"),
        ("отправит", "AID", "ru", "SENT"),
        ("访问", "CONSULT", "zh", "VISITED"),
        ("يزور", "CONSULT", "ar", "VISITED"),
        ("체포했다", "COERCE", "ko", "ARRESTED"),
        ("tutuklandı", "COERCE", "tr", "ARRESTED"),
        ("met", "CONSULT", "en", "MET"),
        ("指控", "ACCUSE", "zh", "ACCUSED"),
        ("oskarżają", "ACCUSE", "pl", "ACCUSED"),
        ("起诉", "ACCUSE", "zh", "CHARGED"),
        ("blamed", "ACCUSE", "en", "ACCUSED"),
        ("won", "OTHER", "en", "ACTED_ON"),
        ("vroom", "CONSULT", "xx", "MET"),
    ],
)
def test_triggers_name_relations(trigger: str, kind: str, lang: str, relation: str) -> None:
    assert relation_of_trigger(trigger, kind, lang) == relation


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Soldaten aus Nordland kämpften an der Seite von Südland.", "FOUGHT_ALONGSIDE"),
        ("Soldaten aus Nordland kämpften gegen Südland.", "FOUGHT"),
    ],
)
def test_who_fights_side_by_side_does_not_fight_each_other(text: str, relation: str) -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("sentencizer")
    doc = nlp(text)
    at = text.index("kämpften")
    token = doc.char_span(at, at + 8)[0]  # type: ignore[index]
    token._.set(
        EVENT,
        {
            "end": 8,
            "type": "ASSAULT",
            "score": 0.9,
            "roles": [],
            "flags": (False, False, False),
            "chances": {"ASSAULT": 0.9},
            "model": "m/1",
        },
    )
    (event,) = events_from_model(Article(id="a", text=text, lang="de"), doc, [])
    assert event.relation == relation


def test_every_relation_of_the_tables_is_in_the_vocabulary() -> None:
    named = set(_table("trigger_stems.yaml")) | set(_table("neural.yaml")["relations"].values())
    assert named <= set(relation_types())


def said(kind: str, start: int, polarity: str = "POS", certainty: str = "CERTAIN", tense: str = "NON_FUTURE"):
    return NeuralEvent(start, start + 4, kind, 0.9, (), polarity, certainty, tense, {kind: 0.9}, "m/1")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("event", "others", "status"),
    [
        (said("AID", 20), [], "occurred"),
        (said("AID", 20, tense="FUTURE"), [], "planned"),
        (said("AID", 20, certainty="UNCERTAIN", tense="FUTURE"), [said("REQUEST", 5)], "demanded"),
        (said("AID", 20, certainty="UNCERTAIN", tense="FUTURE"), [said("AGREE", 5)], "planned"),
        (said("AID", 20, certainty="UNCERTAIN"), [said("ACCUSE", 5)], "alleged"),
        (said("AID", 20, certainty="UNCERTAIN"), [], "possible"),
        (said("AID", 20, polarity="NEG"), [], "negated"),
    ],
)
def test_status_follows_flags_and_neighbours(event: NeuralEvent, others: list[NeuralEvent], status: str) -> None:
    assert status_of(event, [event, *others], ARTICLE) == status


@pytest.mark.parametrize(
    ("text", "lang", "name"),
    [
        ("경찰은", "ko", "경찰"),
        ("북한에서", "ko", "북한"),
        ("Türkiye'ye", "tr", "Türkiye"),
        ("O'Neill", "en", "O'Neill"),
        ("(NATO),", "en", "NATO"),
        ("도", "ko", "도"),
    ],
)
def test_what_grammar_glued_on_is_cut(text: str, lang: str, name: str) -> None:
    start, end = trimmed(text, 0, len(text), lang)
    assert text[start:end] == name
