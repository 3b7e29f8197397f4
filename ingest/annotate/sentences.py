"""Sentence boundaries: line breaks for every pipeline, and punctuation where no parser finds them."""

from bisect import bisect_left

from spacy.language import Language
from spacy.tokens import Doc

from ingest.annotate.datelines import iter_after_datelines

PARAGRAPHS = "eventgraph_paragraphs"
SENTENCES = "eventgraph_sentences"

_FINAL = frozenset(".!?…。！？؟۔।｡⸮‽")
_CLOSING = frozenset("\"'”’»)]）」』】》›“")
_WRAP = range(60, 100)  # a line this long that ends in the middle of a sentence was wrapped by a formatter
_SHORT_ABBREVIATION = 3


@Language.component(PARAGRAPHS)
def mark_paragraphs(doc: Doc) -> Doc:
    """Start a sentence after a dateline and each line break that is no mere wrapping; the parser does the rest."""
    for after in _after_datelines(doc):
        doc[after].is_sent_start = True
    text = doc.text  # joined anew by each call
    for token in doc[:-1]:
        if token.is_space and "\n" in token.text and _breaks(doc, token.i, text):
            following = token.i + 1
            while following < len(doc) - 1 and doc[following].is_space:
                following += 1
            doc[following].is_sent_start = True
    return doc


def _breaks(doc: Doc, at: int, text: str) -> bool:
    space = doc[at]
    if space.text.count("\n") > 1 or at == 0:
        return True
    if doc[at + 1].text[:1].islower():
        return False
    start = text.rfind("\n", 0, space.idx) + 1
    line = text[start : space.idx].rstrip()
    return len(line) not in _WRAP or line[-1:] in _FINAL or line[-1:] in _CLOSING


@Language.component(SENTENCES)
def mark_sentences(doc: Doc) -> Doc:
    """Set every token's sentence start by datelines, final punctuation and line breaks, in any script."""
    after = _after_datelines(doc)
    whole = doc.text  # joined anew by each call
    starting, closing = True, False
    for token in doc:
        text = token.text
        if closing and not (text[0] in _CLOSING or text[0] in _FINAL or token.is_space):
            starting, closing = _may_start(doc, token.i), False
        token.is_sent_start = starting or token.i in after
        starting = False
        if token.is_space and "\n" in text and token.i + 1 < len(doc) and _breaks(doc, token.i, whole):
            starting, closing = True, False
        elif text[-1] in _FINAL and not _is_abbreviation(doc, token.i):
            closing = True
    return doc


def _after_datelines(doc: Doc) -> frozenset[int]:
    """The tokens that begin a sentence because a dateline ends before them."""
    ends = list(iter_after_datelines(doc.text))
    if not ends:
        return frozenset()
    starts = [token.idx for token in doc]
    return frozenset(place for end in ends if (place := bisect_left(starts, end)) < len(doc))


def _may_start(doc: Doc, at: int) -> bool:
    return not doc[at].text[0].islower()


def _is_abbreviation(doc: Doc, at: int) -> bool:
    token = doc[at]
    if token.text != ".":
        return "." in token.text and token.text[-1] == "." and not set(token.text) <= _FINAL
    if at == 0 or doc[at - 1].whitespace_:
        return False
    before = doc[at - 1].text
    return (len(before) == 1 and before.isalpha()) or (before.isdigit() and len(before) < _SHORT_ABBREVIATION)
