"""Every text comes back as it went in, cut into sentences, whatever its script."""

import pytest

from graph.errors import ConfigurationError
from graph.model import Article
from ingest.annotate import AnnotateSettings, load_annotator

ANNOTATOR = load_annotator(AnnotateSettings(pipeline={}))
STRANGE = [
    "",
    "\x00a b\x00 c.",
    "  lead",
    "😀 hi 👩‍👩‍👧 ok.\n\nA",
    "\u200fabc\u202e",
    "\n\n\n",
    "a\r\nb",
    "\ufeffBOM",
    "x" * 30_000,
]


def sentences(text: str, lang: str) -> list[str]:
    [(_, doc)] = ANNOTATOR.annotate([Article(id="1", text=text, lang=lang)])
    assert doc.text == text
    return [sent.text.strip() for sent in doc.sents]


@pytest.mark.parametrize("lang", ["en", "ru", "ja", "ko", "ar", "und"])
@pytest.mark.parametrize("text", STRANGE)
def test_text_is_kept(text: str, lang: str) -> None:
    [(_, doc)] = ANNOTATOR.annotate([Article(id="1", text=text, lang=lang)])
    assert doc.text == text


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("ja", "会談した。中国は反対した！", ["会談した。", "中国は反対した！"]),
        ("ar", "هل وصل؟ نعم.", ["هل وصل؟", "نعم."]),
        ("ru", "Г. Иванов уехал. Он вернется.", ["Г. Иванов уехал.", "Он вернется."]),
        ("fr", "Titre sans point\n\nIl pleut.", ["Titre sans point", "Il pleut."]),
        ("en", "A headline without a stop\n\nRain fell.", ["A headline without a stop", "Rain fell."]),
    ],
)
def test_sentences(lang: str, text: str, expected: list[str]) -> None:
    assert sentences(text, lang) == expected


def test_articles_keep_their_order_over_languages() -> None:
    articles = [Article(id=str(n), text=f"Text {n}.", lang="en" if n % 2 else "de") for n in range(9)]
    assert [article.id for article, _ in ANNOTATOR.annotate(articles)] == [str(n) for n in range(9)]


def test_long_text_is_put_together_again() -> None:
    text = "One sentence stands here. " * 1200
    [(_, doc)] = ANNOTATOR.annotate([Article(id="1", text=text, lang="en")])
    assert doc.text == text
    assert len(list(doc.sents)) > 1000


def test_unknown_pipeline_is_named_with_its_setting() -> None:
    annotator = load_annotator(AnnotateSettings(pipeline={"de": "no_such_pipeline"}))
    with pytest.raises(ConfigurationError, match="EVENTGRAPH_PIPELINE_DE"):
        list(annotator.annotate([Article(id="1", text="Hallo.", lang="de")]))


def test_setting_by_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVENTGRAPH_PIPELINE_UK", "some_package")
    assert AnnotateSettings().pipeline["uk"] == "some_package"
