"""Articles to spaCy documents, in order, batch by batch, each language with its own pipeline."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc

from graph.model import Article
from ingest.annotate.pipelines import load_pipeline
from ingest.annotate.settings import AnnotateSettings

_BATCH = 64  # articles read ahead, so that texts of one language go through the pipeline together
_WINDOW = 20_000  # characters; a longer text is cut, since parser and recogniser need memory by text length
_CUT = re.compile(r"\n\s*\n|\n|(?<=[.!?。！？؟])\s|\s")


class Annotator:
    """Holds one pipeline a language, loaded when its first article comes."""

    def __init__(self, settings: AnnotateSettings) -> None:
        self._configured = settings.pipeline
        self._pipelines: dict[str, Language] = {}

    def annotate(self, articles: Iterable[Article]) -> Iterator[tuple[Article, Doc]]:
        """Yield each article with its document, in the given order; `doc.text == article.text`."""
        source = iter(articles)
        while batch := list(islice(source, _BATCH)):
            docs: dict[int, Doc] = {}
            for lang in sorted({article.lang for article in batch}):
                places = [n for n, article in enumerate(batch) if article.lang == lang]
                docs.update(zip(places, self._documents([batch[n].text for n in places], lang), strict=True))
            yield from ((article, docs[n]) for n, article in enumerate(batch))

    def pipeline(self, lang: str) -> Language:
        """The pipeline that annotates `lang`."""
        if lang not in self._pipelines:
            self._pipelines[lang] = load_pipeline(lang, self._configured.get(lang))
        return self._pipelines[lang]

    def _documents(self, texts: list[str], lang: str) -> Iterator[Doc]:
        windows = [list(_windows(text)) for text in texts]
        stream = self.pipeline(lang).pipe((piece for pieces in windows for piece in pieces), batch_size=_BATCH)
        for pieces in windows:
            docs = list(islice(stream, len(pieces)))
            if len(docs) == 1:
                yield docs[0]
            else:
                yield Doc.from_docs(docs, ensure_whitespace=False)


def load_annotator(settings: AnnotateSettings | None = None) -> Annotator:
    """An annotator by `settings`; by default English is parsed and other languages are cut into sentences."""
    return Annotator(settings or AnnotateSettings())


def _windows(text: str) -> Iterator[str]:
    """Pieces of at most `_WINDOW` characters, cut after a paragraph, else a line, a sentence, a word."""
    start = 0
    while len(text) - start > _WINDOW:
        stop = start + _WINDOW
        cut = _last_cut(text, start + _WINDOW // 2, stop)
        yield text[start:cut]
        start = cut
    yield text[start:]


def _last_cut(text: str, low: int, high: int) -> int:
    best, rank = high, 9
    for match in _CUT.finditer(text, low, high):
        kind = 0 if match.group().count("\n") > 1 else 1 if "\n" in match.group() else 2
        if kind == 2 and text[match.start() - 1] not in ".!?。！？؟":
            kind = 3
        if kind <= rank:
            best, rank = match.end(), kind
    return best
