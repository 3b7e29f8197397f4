"""Annotated English items as parsed trees, and in each tree the words that can be triggers with what was annotated."""

import gzip
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc, DocBin

from graph.model import Article
from ingest.annotate import load_annotator
from ingest.extract.cues import cues, is_candidate, trigger_word, word_class
from ingest.extract.lexicon import Lexicon, load_lexicon
from ingest.extract.slots import Slot, Slots
from ingest.extract.tree import Tree, read_tree

LANG = "en"
_ATTRIBUTES = ("ORTH", "LEMMA", "POS", "TAG", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE", "SENT_START", "SPACY")
_FIELDS = {"actors": "actor", "recipients": "recipient", "themes": "theme", "places": "place"}
_DEPTH = 60  # a bound for walks to the root

Item = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Filler:
    """Who stands in one slot of an annotated trigger, and in which role."""

    slot: str
    kind: str
    role: str


@dataclass(frozen=True, slots=True)
class Site:
    """A word that can be a trigger; `event` is the annotated type, and only then are there fillers."""

    word: str
    cues: list[str]
    event: str | None
    fillers: tuple[Filler, ...]


def read_items(path: Path) -> list[Item]:
    """The English items of a file of annotation, one JSON object a line, plain or packed."""
    packed = path.suffix == ".gz"
    with gzip.open(path, "rt", encoding="utf-8") if packed else path.open(encoding="utf-8") as lines:
        return [item for item in map(json.loads, lines) if item["lang"] == LANG]


def parsed(items: list[Item], cache: Path) -> list[Doc]:
    """A document for each item; read from `cache` where it holds these very texts, else parsed and kept there."""
    vocab = spacy.blank(LANG).vocab
    if cache.is_file():
        docs = list(DocBin().from_disk(cache).get_docs(vocab))
        if [doc.text for doc in docs] == [item["text"] for item in items]:
            return docs
        print(f"{cache} holds other texts; parsing anew", file=sys.stderr, flush=True)
    kept = DocBin(attrs=_ATTRIBUTES)
    articles = (Article(id=item["sid"], text=item["text"], lang=LANG) for item in items)
    for n, (_article, doc) in enumerate(load_annotator().annotate(articles), 1):
        kept.add(doc)
        if n % 1000 == 0:
            print(f"parsed {n} of {len(items)}", file=sys.stderr, flush=True)
    cache.parent.mkdir(parents=True, exist_ok=True)
    kept.to_disk(cache)
    return list(kept.get_docs(vocab))  # read back, so that a first run sees what later ones see


def sites(items: Iterable[Item], docs: Iterable[Doc]) -> Iterator[Site]:
    """Every word that can be a trigger, in text order."""
    lexicon = load_lexicon(LANG)
    for item, doc in zip(items, docs, strict=True):
        tree = read_tree(doc, LANG)
        finder = Slots(tree, lexicon)
        events = _events_by_word(tree, item["events"])
        for token in range(len(tree.words)):
            if is_candidate(tree, token):
                slots = finder.of(token)
                event = events.get(token)
                yield Site(
                    word=trigger_word(tree, token),
                    cues=cues(tree, token, slots, finder),
                    event=event["type"] if event else None,
                    fillers=_fillers(tree, slots, event, lexicon) if event else (),
                )


def _events_by_word(tree: Tree, events: list[Item]) -> dict[int, Item]:
    """Each event at the head of its trigger, or at the last word of it that the rules would look at."""
    found: dict[int, Item] = {}
    for event in events:
        start, end = event["trigger"]["start"], event["trigger"]["end"]
        covered = [n for n in range(len(tree.words)) if tree.start[n] < end and tree.end[n] > start]
        able = [n for n in covered if is_candidate(tree, n)]
        if able:
            head = next((n for n in covered if tree.head[n] == n or tree.head[n] not in covered), covered[0])
            found[head if head in able else able[-1]] = event
    return found


def _fillers(tree: Tree, slots: list[Slot], event: Item, lexicon: Lexicon) -> tuple[Filler, ...]:
    roles = _roles_by_word(tree, {token for _name, token in slots}, event)
    return tuple(
        Filler(name, word_class(tree, token, lexicon), roles.get(token, "none")) for name, token in sorted(set(slots))
    )


def _roles_by_word(tree: Tree, tokens: set[int], event: Item) -> dict[int, str]:
    """Each argument at the slot filler that stands highest in it; the first role wins."""
    found: dict[int, str] = {}
    for field, role in _FIELDS.items():
        for part in event[field]:
            inside = [n for n in tokens if tree.start[n] >= part["start"] and tree.end[n] <= part["end"]]
            if inside:
                found.setdefault(min(inside, key=lambda n: (_depth(tree, n), n)), role)
    return found


def _depth(tree: Tree, token: int) -> int:
    steps = 0
    while tree.head[token] != token and steps < _DEPTH:
        token = tree.head[token]
        steps += 1
    return steps
