"""From an article and its document to its record."""

from spacy.tokens import Doc

from graph.model import Article, EventMention, Record, TimeExpression, Triple
from ingest.annotations import model_events
from ingest.extract.attribution import Attributions
from ingest.extract.coref import add_coreferents
from ingest.extract.events import Reading, find_events
from ingest.extract.frames import load_frames
from ingest.extract.heads import heads_of
from ingest.extract.lexicon import has_lexicon, load_lexicon
from ingest.extract.mentions import Mentions, Names, find_names
from ingest.extract.neural import events_from_model, iter_event_triples
from ingest.extract.quotes import find_quotes
from ingest.extract.references import find_references
from ingest.extract.slots import Slots
from ingest.extract.states import StateFinder
from ingest.extract.status import StatusReader
from ingest.extract.times import find_times
from ingest.extract.tree import Tree, mark_times, read_tree
from ingest.extract.triples import TripleFinder

EXTRACTOR = "eventgraph-rules/0.1"


def extract(article: Article, doc: Doc, names: Names | None = None) -> Record:
    """All that the article says; pure. `names` looks up known names: (text, language) -> hits."""
    tree = read_tree(doc, article.lang)
    mentions = find_names(doc, tree, names)
    times = find_times(article.text, article.lang, article.published.date() if article.published else None)
    mark_times(tree, times)
    events: list[EventMention] = []
    triples: list[Triple] = []
    attributions = None
    if tree.parsed and has_lexicon(article.lang):
        reading = _reading(article, tree, mentions, doc)
        attributions = reading.attributions
        events, triples = _clauses(reading, times)
    else:
        dates = [time for time in times if time.type in ("DATE", "TIME")]
        events = list(events_from_model(article, doc, mentions.items, dates))
        triples = _open_triples(tree, mentions, events) if tree.parsed else list(iter_event_triples(events))
    return Record(
        id=article.id,
        lang=article.lang,
        mentions=tuple(sorted(mentions.items, key=lambda m: (m.start, m.end))),
        references=tuple(find_references(tree, mentions, load_lexicon(article.lang))),
        triples=tuple(triples),
        events=tuple(events),
        times=tuple(times),
        quotes=tuple(find_quotes(tree, mentions, attributions)),
        extractor=" ".join((EXTRACTOR, *sorted({event.model for event in model_events(doc)}))),
    )


def _reading(article: Article, tree: Tree, mentions: Mentions, doc: Doc) -> Reading:
    lexicon = load_lexicon(article.lang)
    slots = Slots(tree, lexicon)
    add_coreferents(tree, mentions, lexicon)
    return Reading(
        tree=tree,
        mentions=mentions,
        lexicon=lexicon,
        frames=load_frames(article.lang),
        slots=slots,
        status=StatusReader(tree, lexicon),
        attributions=Attributions(tree, slots),
        published=article.published.date() if article.published else None,
        heads=heads_of(doc, tree),
    )


def _open_triples(tree: Tree, mentions: Mentions, events: list[EventMention]) -> list[Triple]:
    """What the clauses say, in a language that has trees and no word lists."""
    lexicon = load_lexicon(tree.lang)
    place = tree.beginnings()
    by_trigger = {place[event.start]: event for event in events if event.start in place}
    return TripleFinder(tree, mentions, lexicon, Slots(tree, lexicon)).find(by_trigger)


def _clauses(reading: Reading, times: list[TimeExpression]) -> tuple[list[EventMention], list[Triple]]:
    events = find_events(reading, times)
    triples = TripleFinder(reading.tree, reading.mentions, reading.lexicon, reading.slots).find(events)
    states = StateFinder(reading.tree, reading.mentions, reading.lexicon).find()
    return sorted([*events.values(), *states], key=lambda e: (e.start, e.end, e.type)), triples
