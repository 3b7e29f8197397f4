"""Names, corrected by a gazetteer, and what refers back to them."""

from dataclasses import dataclass

from graph.model import Article
from ingest.extract import extract
from tests.unit.extract.reading import annotator, record


@dataclass(frozen=True)
class Hit:
    start: int
    end: int
    type: str
    weak: bool = False


def test_gazetteer_corrects_the_type_and_adds_names() -> None:
    text = "Troops reached Kursk."
    [(article, doc)] = annotator().annotate([Article(id="1", text=text, lang="en")])
    found = extract(article, doc, lambda text, lang: [Hit(15, 20, "GPE")])
    assert [(m.text, m.type) for m in found.mentions] == [("Kursk", "GPE")]


def test_gazetteer_alone_names_in_a_language_without_a_model() -> None:
    text = "Шойгу прибыл в Пхеньян."
    [(article, doc)] = annotator().annotate([Article(id="1", text=text, lang="ru")])
    found = extract(article, doc, lambda text, lang: [Hit(0, 5, "PERSON"), Hit(15, 22, "GPE")])
    assert [(m.text, m.type) for m in found.mentions] == [("Шойгу", "PERSON"), ("Пхеньян", "GPE")]


def test_weak_names_need_a_recogniser() -> None:
    text = "Er kam an."
    [(article, doc)] = annotator().annotate([Article(id="1", text=text, lang="de")])
    assert extract(article, doc, lambda text, lang: [Hit(0, 2, "GPE", weak=True)]).mentions == ()


def test_surname_and_pronoun_share_the_full_name() -> None:
    found = record("Angela Merkel met reporters on Monday. Merkel said that she would leave.")
    keys = {m.text: (m.entity, m.form) for m in found.mentions}
    assert keys["Merkel"][0] == keys["Angela Merkel"][0] == keys["she"][0]
    assert keys["she"][1] == "PRONOUN"


def test_quotation_with_speaker() -> None:
    [quote] = record("“We will never give up,” Merkel said on Monday.").quotes
    assert quote.text == "We will never give up,"
    assert quote.speaker is not None
    assert quote.speaker.text == "Merkel"
