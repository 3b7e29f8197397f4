"""The spaCy component that runs the network and fills documents with what it says."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans
from threadpoolctl import ThreadpoolController

from ingest.annotate.model.decoding import Reading, decode
from ingest.annotate.model.files import FOLDER, version
from ingest.annotate.model.lemmas import Rewrite
from ingest.annotate.model.network import Network, Word, load_network
from ingest.annotate.model.spans import tidy
from ingest.annotate.model.words import in_words
from ingest.annotations import EVENT, StoredEvent

ANNOTATOR = "eventgraph_annotator"
PARTS = ("names", "tree", "events")
_TYPES = {"PER": "PERSON", "ORG": "ORG", "LOC": "GPE"}  # most places in the news are; the gazetteer corrects the rest
_LONGEST = 100  # words; a longer sentence is read in pieces
_BUDGET = 120  # words the network reads at once; more would be padding, as one article has sentences of all lengths


@Language.factory(ANNOTATOR, default_config={"parts": list(PARTS), "threads": 1, "folder": str(FOLDER)})
class Annotator:
    """Fills `ents`, `pos`, `dep`, `head` and the event extension; sentences must be marked before."""

    def __init__(self, nlp: Language, name: str, parts: list[str], threads: int, folder: str) -> None:
        self.parts = frozenset(parts)
        self._threads = threads
        self._folder = Path(folder)

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 1) -> Iterator[Doc]:
        """Annotate documents in order. Each is read alone: eight-bit sums depend a little on what is read beside."""
        network = load_network(self._folder, self._threads)
        for doc in stream:
            with _linear_algebra().limit(limits=self._threads, user_api="blas"):
                self._annotate(doc, network)
            yield in_words(doc) if "tree" in self.parts else doc

    def _annotate(self, doc: Doc, network: Network) -> None:
        pieces = list(sentence_tokens(doc))
        readings = [Reading()] * len(pieces)
        for batch in network.score([words_of(doc, tokens) for tokens in pieces], _BUDGET):
            for member, reading in zip(batch.members, decode(network, batch, self.parts), strict=True):
                readings[member] = reading
        read = list(zip(pieces, readings, strict=True))
        if "tree" in self.parts and read:
            write_trees(doc, read, network.rewrites)
        if "names" in self.parts:
            write_names(doc, read)
        if "events" in self.parts:
            write_events(doc, read, version(self._folder))


@cache
def _linear_algebra() -> ThreadpoolController:
    """NumPy's own threads: after each product they wait at full speed for the next, all through the network's run."""
    return ThreadpoolController()


def sentence_tokens(doc: Doc) -> Iterator[list[int]]:
    """The tokens of each sentence that are no space; of a very long one, piece by piece."""
    for sentence in doc.sents:
        tokens = [token.i for token in sentence if not token.is_space]
        for start in range(0, len(tokens), _LONGEST):
            yield tokens[start : start + _LONGEST]


def words_of(doc: Doc, tokens: list[int]) -> list[Word]:
    """The words with the spaces before them."""
    out = []
    for i in tokens:
        before = doc[i - 1] if i else None
        out.append((doc[i].text, before is None or bool(before.whitespace_) or before.is_space))
    return out


def write_trees(doc: Doc, read: list[tuple[list[int], Reading]], rewrites: list[Rewrite]) -> None:
    """Tags, heads, relations, lemmas and features.

    Space hangs on the word before it, pieces of one sentence on its first root.
    """
    size = len(doc)
    head, dep, pos = list(range(size)), ["dep"] * size, ["SPACE"] * size
    lemma, morph = [token.lower_ for token in doc], [""] * size
    starts = [bool(token.is_sent_start) for token in doc]
    root = -1
    for tokens, reading in read:
        fresh = root < 0 or any(starts[root + 1 : tokens[0] + 1])
        for i, tag, above, relation in zip(tokens, reading.tags, reading.heads, reading.relations, strict=True):
            head[i], dep[i], pos[i] = (tokens[above - 1] if above else i), relation, tag
        for i, rule, features in zip(tokens, reading.rules, reading.features, strict=True):
            lemma[i], morph[i] = rewrites[rule](doc[i].text), features
        top = tokens[reading.heads.index(0)]
        if fresh:
            root = top
            dep[top] = "ROOT"
        else:
            head[top], dep[top] = root, "parataxis"
    _hang_spaces(doc, head, pos, starts)
    strings, morphology = doc.vocab.strings, doc.vocab.morphology
    rows: Any = np.array(
        [
            [(head[i] - i) & 0xFFFFFFFFFFFFFFFF for i in range(size)],
            [strings.add(d) for d in dep],
            [strings.add(p) for p in pos],
            [strings.add(text) for text in lemma],
            [morphology.add(features) for features in morph],
        ],
        dtype=np.uint64,
    )
    doc.from_array(["HEAD", "DEP", "POS", "LEMMA", "MORPH"], rows.T)


def _hang_spaces(doc: Doc, head: list[int], pos: list[str], starts: list[bool]) -> None:
    """A space that begins a sentence hangs on the next word of it, every other one on the word before."""
    following = -1
    for i in reversed(range(len(doc))):
        if pos[i] != "SPACE":
            following = i
        elif starts[i] and following > i and not any(starts[i + 1 : following + 1]):
            head[i] = following
        if starts[i]:
            following = -1
    for i in range(1, len(doc)):
        if pos[i] == "SPACE" and head[i] == i and not starts[i]:
            head[i] = head[i - 1] if pos[i - 1] == "SPACE" else i - 1


def write_names(doc: Doc, read: list[tuple[list[int], Reading]]) -> None:
    """Names as entities; a name never spans a line break, and one letter is none."""
    spans: list[Span] = []
    for tokens, reading in read:
        for start, stop, kind in reading.names:
            span = Span(doc, tokens[start], tokens[stop - 1] + 1, label=_TYPES[kind])
            if len(span.text) > 1 and "\n" not in span.text:
                spans.append(span)
    doc.ents = tuple(filter_spans(spans))


def write_events(doc: Doc, read: list[tuple[list[int], Reading]], model: str) -> None:
    """Events on the tokens that begin their triggers."""
    for tokens, reading in read:
        names = [(start, stop) for start, stop, _kind in reading.names]
        for trigger in reading.triggers:
            first = doc[tokens[trigger.start]]
            stored: StoredEvent = {
                "end": _end(doc[tokens[trigger.stop - 1]]) - first.idx,
                "type": trigger.type,
                "score": round(trigger.score, 4),
                "roles": [
                    (
                        argument.role,
                        doc[tokens[argument.start]].idx - first.idx,
                        _end(doc[tokens[argument.stop - 1]]) - first.idx,
                        round(argument.score, 4),
                    )
                    for argument in tidy(doc, tokens, trigger, names)
                ],
                "flags": trigger.flags,
                "chances": {kind: round(chance, 4) for kind, chance in trigger.chances.items()},
                "model": model,
            }
            first._.set(EVENT, stored)


def _end(token: Token) -> int:
    return token.idx + len(token)
