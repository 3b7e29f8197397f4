"""The small graph with what is hard on a page: markup in names, text outside the BMP, right to left, a supernode."""

from graph.ids import content_id
from graph.rows import Batch, EdgeRow, NodeRow, Value
from tests.factories import EXTRACTOR, small_graph

HOSTILE = "<img src=x onerror=\"document.title='pwned'\"><script>document.title='pwned'</script>"
SIGN = "\U0001f6a7"  # one code point, two UTF-16 units
EMOJI_SENTENCE = f"Hub of all sent 12 builders to Spoke 1 {SIGN} on Monday."
EMOJI_TEXT = f"{SIGN}{SIGN} Builders set off. {EMOJI_SENTENCE} Nobody waved."
ARABIC_TITLE = "وصول أول دفعة من العمال"
ARABIC_TEXT = "وصلت أول دفعة من العمال يوم الاثنين."
PUBLISHED = "2025-06-21T10:00:00Z"
SPOKES = 300

HUB = content_id("ent", "e2e", "hub")
STORY = content_id("sto", "e2e")
ARTICLES = {"hostile": content_id("art", "e2e", "hostile"), "arabic": content_id("art", "e2e", "arabic")}
EVENT = content_id("evt", "e2e")
CLAIM = content_id("clm", "e2e")


def spoke(number: int) -> str:
    return content_id("ent", "e2e", f"spoke {number}")


def _edge(kind: str, start: tuple[str, str], end: tuple[str, str], **properties: Value) -> EdgeRow:
    return EdgeRow(kind, content_id("edg", kind, start[1], end[1]), *start, *end, properties)


def _articles() -> Batch:
    outlet = content_id("out", "hostile.example")
    origin = content_id("ori", "e2e")
    nodes = [
        NodeRow("Outlet", outlet, {"domain": "hostile.example", "name": HOSTILE}),
        NodeRow("Origin", origin, {"articles": 2, "first_published": PUBLISHED, "outlet": "hostile.example"}),
        NodeRow(
            "Story",
            STORY,
            {
                "title": HOSTILE, "lang": "en", "first_date": "2025-06-21", "last_date": "2025-06-21", "articles": 2,
                "languages": ["ar", "en"], "outlets": 1, "origins": 1,
            },
        ),
    ]  # fmt: skip
    edges = []
    for key, title, text, lang in (
        ("hostile", HOSTILE, EMOJI_TEXT, "en"),
        ("arabic", ARABIC_TITLE, ARABIC_TEXT, "ar"),
    ):
        article = ("Article", ARTICLES[key])
        properties: dict[str, Value] = {
            "title": title, "text": text, "lang": lang, "outlet": "hostile.example", "published": PUBLISHED,
            "published_date": PUBLISHED[:10], "known_at": PUBLISHED, "pending": False, "words": 9,
            "url": "javascript:document.title='pwned'",
        }  # fmt: skip
        nodes.append(NodeRow(*article, properties))
        edges.append(_edge("PUBLISHED_BY", article, ("Outlet", outlet)))
        edges.append(_edge("IN_STORY", article, ("Story", STORY)))
        edges.append(_edge("HAS_ORIGIN", article, ("Origin", origin)))
    return Batch(nodes=nodes, edges=edges)


def _claim() -> Batch:
    start = EMOJI_TEXT.index(EMOJI_SENTENCE)
    trigger = EMOJI_TEXT.index("sent")
    claim, event, article = ("Claim", CLAIM), ("Event", EVENT), ("Article", ARTICLES["hostile"])
    said: dict[str, Value] = {
        "sentence": EMOJI_SENTENCE, "start": start, "end": start + len(EMOJI_SENTENCE), "trigger": "sent",
        "trigger_start": trigger, "trigger_end": trigger + 4, "type": "AID", "relation": "SENT", "polarity": "POS",
        "certainty": "CERTAIN", "tense": "NON_FUTURE", "status": "occurred", "attribution": HOSTILE,
        "confidence": 0.9, "extractor": EXTRACTOR, "lang": "en", "known_at": PUBLISHED,
    }  # fmt: skip
    happened: dict[str, Value] = {
        "type": "AID", "relation": "SENT", "verb": "send", "title": HOSTILE, "status": "occurred", "date": "2025-06-16",
        "granularity": "DAY", "start": "2025-06-16", "end": "2025-06-16", "claims": 1, "origins": 1, "outlets": 1,
    }  # fmt: skip
    edges = [
        _edge("ASSERTS", claim, event),
        _edge("IN_ARTICLE", claim, article),
        _edge("IN_STORY", event, ("Story", STORY)),
        _edge("ACTOR", event, ("Entity", HUB), text="Hub of all"),
        _edge("RECIPIENT", event, ("Entity", spoke(1)), text="Spoke 1"),
    ]
    return Batch(nodes=[NodeRow(*claim, said), NodeRow(*event, happened)], edges=edges)


def _wheel() -> Batch:
    """A hub with many neighbours, one of them with markup for a name."""
    nodes = [_entity(HUB, "Hub of all", "ORG", SPOKES)]
    edges = []
    for number in range(1, SPOKES + 1):
        name = HOSTILE if number == 2 else f"Spoke {number}"
        nodes.append(_entity(spoke(number), name, "GPE" if number % 2 else "PERSON", 1))
        properties: dict[str, Value] = {
            "type": "AID", "verb": "send", "status": "occurred", "confidence": 0.9, "claims": 1, "outlets": 1,
            "origins": max(1, 8 - number), "first_date": "2025-06-16", "last_date": "2025-06-16",
        }  # fmt: skip
        identifier = content_id("rel", HUB, "SENT", "", spoke(number), "occurred")
        edges.append(EdgeRow("SENT", identifier, "Entity", HUB, "Entity", spoke(number), properties))
    return Batch(nodes=nodes, edges=edges)


def _entity(identifier: str, name: str, type_: str, articles: int) -> NodeRow:
    properties: dict[str, Value] = {
        "name": name, "type": type_, "aliases": [], "normalised": name.casefold(), "articles": articles,
    }  # fmt: skip
    return NodeRow("Entity", identifier, properties)


def world() -> Batch:
    """Everything that the pages of the tests show."""
    parts = [small_graph().batch(), _wheel(), _articles(), _claim()]
    return Batch(
        nodes=[node for part in parts for node in part.nodes], edges=[edge for part in parts for edge in part.edges]
    )
