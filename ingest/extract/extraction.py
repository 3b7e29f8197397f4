"""From an article and its document to its record."""

from spacy.tokens import Doc

from graph.model import Article, Record
from ingest.extract.events import Reading, find_events
from ingest.extract.frames import load_frames
from ingest.extract.lexicon import load_lexicon
from ingest.extract.mentions import Names, find_names
from ingest.extract.slots import Slots
from ingest.extract.status import StatusReader
from ingest.extract.times import find_times
from ingest.extract.tree import read_tree

EXTRACTOR = "eventgraph-rules/0.1"


def extract(article: Article, doc: Doc, names: Names | None = None) -> Record:
    """All that the article says; pure. `names` looks up known names: (text, language) -> hits."""
    tree = read_tree(doc, article.lang)
    mentions = find_names(doc, tree, names)
    anchor = article.published.date() if article.published else None
    times = find_times(article.text, article.lang, anchor)
    events = []
    if tree.parsed:
        lexicon = load_lexicon(article.lang)
        slots = Slots(tree, lexicon)
        reading = Reading(tree, mentions, lexicon, load_frames(article.lang), slots, StatusReader(tree, lexicon))
        events = find_events(reading)
    return Record(
        id=article.id,
        lang=article.lang,
        mentions=tuple(mentions.items),
        events=tuple(events),
        times=tuple(times),
        extractor=EXTRACTOR,
    )
