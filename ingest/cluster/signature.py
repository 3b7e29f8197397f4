"""What clustering keeps of one article: a small, fixed-size summary that can be compared without the article."""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from graph.model import Article, Record
from ingest.cluster.citations import cited, credited
from ingest.cluster.encoder import WIDTH, encode
from ingest.cluster.frequencies import NAMES, frequencies
from ingest.cluster.packing import Floats, pack_keys, pack_rows, pack_weights, unit, unpack_rows
from ingest.cluster.sentences import sentences
from ingest.cluster.shingles import fingerprints
from ingest.cluster.tokens import names, numbers, terms

_SENTENCE_WIDTH = 128
_LEAD_WORDS = 90
_LEAD_CHARACTERS = 600
_TITLE_TIMES = 2  # a headline's words count as if the text said them twice more
_TERMS = 60
_TERMS_OF_PAIRS = {"ko": 120, "zh": 120}  # pairs of characters are more than words, and many straddle two words
_ANCHORS = 40
_SENTENCES = 16
_SENTENCE_CHARACTERS = 160  # more costs time and tells no better which sentence it is
_NAMES_LANGUAGE = "en"  # in which the names of linked entities are given
_TELLING_DIGITS = 3  # numbers of fewer digits stand in too many texts to say much


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Summary of one article; a pure function of the article and its record.

    `lead`, `terms`, `anchors`, `sentences` and `passages` are packed numbers (see `packing`).
    """

    id: str
    lang: str
    published: datetime | None = None
    outlet: str | None = None
    words: int = 0
    lead: str = ""  # vector of headline and first words
    terms: str = ""  # what the article is about, in its own language
    anchors: str = ""  # names and numbers, the same in every language
    sentences: str = ""  # vectors of the first sentences
    passages: str = ""  # fingerprints of the wording
    credits: tuple[str, ...] = ()  # agencies that the article names as the source of its text
    cites: tuple[str, ...] = ()  # outlets and agencies that it quotes


def signature(article: Article, record: Record, *, wording: bool = True) -> Signature:
    """Summarise an article for `linked`, `partition` and `origins`.

    Without `wording`, for stories alone, it costs a fifth; `origins` then takes every article for an origin of its own.
    """
    text = f"{article.title}\n\n{article.text}" if article.title else article.text
    body = [one[:_SENTENCE_CHARACTERS] for one in sentences(article.text)[:_SENTENCES]] if wording else []
    vectors = encode([_lead(article), *body])
    return Signature(
        id=article.id,
        lang=article.lang,
        published=article.published,
        outlet=article.outlet,
        words=len(article.text.split()),
        lead=pack_rows(vectors[:1]),
        terms=pack_weights(_term_weights(article), _TERMS_OF_PAIRS.get(article.lang, _TERMS)),
        anchors=pack_weights(_anchor_weights(text, article.lang, record), _ANCHORS),
        sentences=pack_rows(_folded(vectors[1:])),
        passages=pack_keys(fingerprints(article.text)) if wording else "",
        credits=credited(article.text, article.lang),
        cites=cited(article.text, article.lang),
    )


def lead_row(signature: Signature) -> Floats:
    """Return the vector of an article's lead, as one row of whole numbers."""
    return unpack_rows(signature.lead, WIDTH)


def sentence_rows(signature: Signature) -> Floats:
    """Return the vectors of an article's first sentences, of unit length."""
    return unit(unpack_rows(signature.sentences, _SENTENCE_WIDTH))


def _lead(article: Article) -> str:
    first = article.text[: _LEAD_CHARACTERS * 2].split()[:_LEAD_WORDS]
    return f"{article.title}. {' '.join(first)}"[:_LEAD_CHARACTERS]


def _folded(vectors: Floats) -> Floats:
    """Fold vectors to a quarter: nearly all that tells a translation from another sentence is left (docs/adr/0003)."""
    return unit(vectors.reshape(len(vectors), WIDTH // _SENTENCE_WIDTH, _SENTENCE_WIDTH).sum(axis=1))


def _term_weights(article: Article) -> dict[str, float]:
    counts = Counter(terms(article.text))
    for _ in range(_TITLE_TIMES):
        counts.update(terms(article.title))
    return _damped(counts, article.lang)


def _damped(counts: Counter[str], table: str) -> dict[str, float]:
    known = frequencies(table)
    return {entry: (1 + math.log(count)) * known.weight(entry) for entry, count in counts.items()}


def _anchor_weights(text: str, lang: str, record: Record) -> dict[str, float]:
    weights = _damped(Counter(names(text)), NAMES)
    for number, count in Counter(_telling(numbers(text))).items():
        weights[f"#{number}"] = (1 + math.log(count)) * frequencies(NAMES).weight("") / 2
    if lang != _NAMES_LANGUAGE:
        linked = (mention.name for mention in record.mentions if mention.wikidata)
        known = _damped(Counter(key for name in linked for key in names(f"a {name}")), NAMES)
        weights = {entry: max(weights.get(entry, 0), known.get(entry, 0)) for entry in weights | known}
    return weights


def _telling(found: Iterable[str]) -> Iterable[str]:
    return (number for number in found if len(number) >= _TELLING_DIGITS)
