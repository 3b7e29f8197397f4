from graph.reads import articles, events, relations, search, sources, status, story
from graph.reads.paging import PageRequest
from graph.rows import Batch, EdgeRow, NodeRow
from graph.store import Store
from tests.factories import small_graph


def test_the_claims_of_a_retracted_article_count_nowhere(store: Store) -> None:
    """Also between the retraction and the next derivation, while they still assert their event."""
    small = small_graph()
    store.write(small.batch())
    article, event = small.ids["article:korean"], small.ids["event:builders"]
    claims = [number for number, claim in enumerate(small.spec["claims"]) if claim["article"] == "korean"]
    at = "2025-06-20T00:00:00Z"
    marked = [NodeRow("Claim", small.ids[f"claim:{n}"], {"retracted_at": at}, replace=False) for n in claims]
    store.write(Batch(nodes=[NodeRow("Article", article, {"retracted_at": at}, replace=False), *marked]))
    found = events.get_event(store, event)
    assert found["statuses"] == {"planned": 2, "possible": 1, "denied": 1}
    assert [one["value"] for one in found["quantities"]] == [6000]
    assert all(one["article"]["id"] != article for one in events.claims_of_event(store, event, PageRequest())["items"])
    told = story.get_story(store, small.ids["story:kursk"])
    assert all(one["article_id"] != article for bullet in told["summary"] for one in bullet["citations"])
    assert [one["kind"] for one in told["disputes"]] == ["status"]


def test_the_revision_changes_with_the_graph(store: Store) -> None:
    store.write(small_graph().batch())
    before = status.revision(store)
    assert status.revision(store) == before
    article = small_graph().ids["article:wire"]
    store.write(Batch(nodes=[NodeRow("Article", article, {"retracted_at": "2025-07-01T00:00:00Z"}, replace=False)]))
    assert status.revision(store) != before


def test_an_empty_graph_answers_too(store: Store) -> None:
    assert status.count_all(store)["articles"] == 0
    assert status.revision(store)
    assert sources.list_outlets(store) == []
    assert search.search(store, "anything", [], 20) == []


def test_an_article_without_outlet_or_story_is_readable(store: Store) -> None:
    article = NodeRow("Article", "art_bare", {"title": "Bare", "text": "Nothing more.", "lang": "en"})
    store.write(Batch(nodes=[article]))
    found = articles.get_article(store, "art_bare")
    assert (found["outlet"], found["story_id"], found["origin_id"], found["published"]) == (None, None, None, None)
    assert articles.list_articles(store, PageRequest(), {})["items"][0]["id"] == "art_bare"


def test_an_acted_on_relation_rests_on_events_with_its_verb_only(store: Store) -> None:
    small = small_graph()
    store.write(small.batch())
    ends = ("Entity", small.ids["entity:kim"], "Entity", small.ids["entity:marsh"])
    nodes, edges = [], []
    for verb in ("greet", "ignore"):
        shown = {"type": "OTHER", "relation": "ACTED_ON", "verb": verb, "title": verb, "status": "occurred"}
        nodes.append(NodeRow("Event", f"evt_{verb}", shown))
        said = {"status": "occurred", "sentence": verb, "start": 0, "end": 1, "supports": [f"rel_{verb}"]}
        nodes.append(NodeRow("Claim", f"clm_{verb}", said))
        edges.append(EdgeRow("ACTED_ON", f"rel_{verb}", *ends, {"verb": verb, "status": "occurred", "type": "OTHER"}))
        edges.append(EdgeRow("ACTOR", f"act_{verb}", "Event", f"evt_{verb}", "Entity", ends[1]))
        edges.append(EdgeRow("RECIPIENT", f"rec_{verb}", "Event", f"evt_{verb}", "Entity", ends[3]))
        edges.append(EdgeRow("ASSERTS", f"ass_{verb}", "Claim", f"clm_{verb}", "Event", f"evt_{verb}"))
        edges.append(EdgeRow("IN_ARTICLE", f"ina_{verb}", "Claim", f"clm_{verb}", "Article", small.ids["article:wire"]))
    store.write(Batch(nodes=nodes, edges=edges))
    assert [one["id"] for one in relations.get_relation(store, "rel_greet")["events"]] == ["evt_greet"]
    assert [one["id"] for one in relations.evidence(store, "rel_greet", PageRequest())["items"]] == ["clm_greet"]
