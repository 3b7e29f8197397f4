import pytest

from graph.errors import InputError, NotFoundError
from graph.reads import articles, entities, events, paths, relations, schema, search, status, story
from graph.reads.paging import PageRequest
from graph.reads.relations import EdgeFilter
from graph.store import Store
from tests.factories import small_graph


def test_every_offset_cuts_its_text(small: Store) -> None:
    for key in small_graph().spec["articles"]:
        article = articles.get_article(small, small_graph().ids[f"article:{key}"])
        assert article["mentions"]
        for claim in article["claims"]:
            assert article["text"][claim["start"] : claim["end"]] == claim["sentence"]
            trigger = claim["trigger"]
            assert article["text"][trigger["start"] : trigger["end"]] == trigger["text"]


def test_a_retracted_article_stays_visible_without_claims(small: Store, ids: dict[str, str]) -> None:
    article = articles.get_article(small, ids["article:retracted"])
    assert article["retracted_at"] == "2025-06-19T07:00:00Z"
    assert article["claims"] == []
    shown = articles.list_articles(small, PageRequest(), {"story": ids["story:kursk"]})["items"]
    assert [one["id"] for one in shown if one["retracted_at"]] == [ids["article:retracted"]]


def test_an_event_keeps_statuses_and_quantities_apart(small: Store, ids: dict[str, str]) -> None:
    event = events.get_event(small, ids["event:builders"])
    assert event["statuses"] == {"occurred": 1, "planned": 2, "possible": 1, "denied": 1}
    assert [(one["value"], one["claims"], one["origins"]) for one in event["quantities"]] == [
        (6000, 3, 2),
        (1000, 1, 1),
    ]
    assert [one["name"] for one in event["actors"]] == ["North Korea"]
    assert event["date"] == {"value": "2025-07", "granularity": "MONTH", "start": "2025-07-01", "end": "2025-07-31"}
    assert events.get_event(small, ids["event:visit"])["place"]["name"] == "Pyongyang"
    assert events.get_event(small, ids["event:accusation"])["date"] is None


@pytest.mark.parametrize(("status", "articles_of_it"), [("planned", {"wire", "copy"}), ("denied", {"russian"})])
def test_a_relation_rests_on_the_claims_of_its_own_status(
    small: Store, ids: dict[str, str], status: str, articles_of_it: set[str]
) -> None:
    relation = ids[f"relation:builders:{status}"]
    claims = relations.evidence(small, relation, PageRequest())["items"]
    assert {one["article"]["id"] for one in claims} == {ids[f"article:{name}"] for name in articles_of_it}
    assert {one["status"] for one in claims} == {status}
    detail = relations.get_relation(small, relation)
    assert (detail["source_entity"]["name"], detail["target_entity"]["name"]) == ("North Korea", "Kursk Oblast")
    assert [one["id"] for one in detail["events"]] == [ids["event:builders"]]


def test_a_symmetric_relation_finds_events_told_from_either_end(small: Store, ids: dict[str, str]) -> None:
    relation = ids["relation:agreement:occurred"]
    assert relations.get_relation(small, relation)["source"] == ids["entity:north_korea"]
    assert [one["id"] for one in relations.get_relation(small, relation)["events"]] == [ids["event:agreement"]]
    assert len(relations.evidence(small, relation, PageRequest())["items"]) == 2


def test_evidence_names_speaker_outlet_and_origin(small: Store, ids: dict[str, str]) -> None:
    claim = relations.evidence(small, ids["relation:builders:planned"], PageRequest(1))["items"][0]
    assert claim["attributed_to"] == {"id": ids["entity:shoigu"], "name": "Sergei Shoigu", "type": "PERSON"}
    assert claim["article"]["outlet"]["bias"] == "Center"
    assert claim["article"]["origin_id"] == ids["origin:agency"]
    assert claim["article"]["origin_size"] == 2
    assert claim["quantity"] == {"value": 6000, "unit": "person", "comparison": "=", "text": "6,000 builders"}


def test_a_neighbourhood_shows_the_best_supported_and_counts_the_rest(small: Store, ids: dict[str, str]) -> None:
    whole = relations.neighbourhood(small, ids["entity:north_korea"], 500, EdgeFilter())
    assert (len(whole["edges"]), whole["more"], whole["truncated"]) == (7, 0, False)
    part = relations.neighbourhood(small, ids["entity:north_korea"], 2, EdgeFilter())
    assert part["edges"] == whole["edges"][:2]
    assert (part["more"], part["truncated"]) == (5, True)
    support = [(-edge["origins"], -edge["claims"], edge["id"]) for edge in whole["edges"]]
    assert support == sorted(support)
    ends = {edge[end] for edge in part["edges"] for end in ("source", "target")}
    assert {node["id"] for node in part["nodes"]} == ends
    assert {node["degree"] for node in part["nodes"] if node["id"] == ids["entity:north_korea"]} == {7}


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        (EdgeFilter(relations=("SENT",), statuses=("planned", "denied")), {"builders:planned", "builders:denied"}),
        (EdgeFilter(statuses=("denied",)), {"builders:denied"}),
        (EdgeFilter(min_origins=2), {"agreement:occurred"}),
        (EdgeFilter(since="2025-07-01", statuses=("planned",)), {"builders:planned"}),
        (EdgeFilter(until="2025-06-30"), {"agreement:occurred"}),
        (EdgeFilter(relations=("KILLED",)), set()),
    ],
)  # fmt: skip
def test_a_neighbourhood_is_filtered(small: Store, ids: dict[str, str], chosen: EdgeFilter, found: set[str]) -> None:
    graph = relations.neighbourhood(small, ids["entity:north_korea"], 50, chosen)
    assert {edge["id"] for edge in graph["edges"]} == {ids[f"relation:{name}"] for name in found}
    assert ids["entity:north_korea"] in {node["id"] for node in graph["nodes"]}


def test_an_entity_has_relations_stories_and_timeline(small: Store, ids: dict[str, str]) -> None:
    entity = entities.get_entity(small, ids["entity:north_korea"])
    assert (entity["wikidata"], entity["country"], entity["lat"]) == ("Q423", "PRK", 40.0)
    assert entity["claims"] == 9
    assert [one["id"] for one in entity["stories"]] == [ids["story:kursk"]]
    assert entity["timeline"] == [
        {"date": "2025-06-17", "claims": 5},
        {"date": "2025-06-18", "claims": 2},
        {"date": "2025-06-19", "claims": 2},
    ]
    named = {one["id"] for one in entity["neighbours"]} | {entity["id"]}
    assert {edge[end] for edge in entity["relations"] for end in ("source", "target")} <= named


def test_a_story_graph_holds_the_relations_of_its_events_only(small: Store, ids: dict[str, str]) -> None:
    graph = story.story_graph(small, ids["story:bridge"], 50)
    assert {edge["relation"] for edge in graph["edges"]} == {"BUILT", "LEADS"}
    whole = story.story_graph(small, ids["story:kursk"], 50)
    assert len(whole["edges"]) == 8
    part = story.story_graph(small, ids["story:kursk"], 3)
    assert part["edges"] == whole["edges"][:3]
    assert (part["more"], part["truncated"]) == (5, True)


def test_a_timeline_counts_articles_and_origins_by_day(small: Store, ids: dict[str, str]) -> None:
    timeline = story.story_timeline(small, ids["story:kursk"])
    assert timeline["days"][0] == {"date": "2025-06-17", "articles": 3, "origins": 2}
    assert [one["id"] for one in timeline["events"]][-1] == ids["event:builders"]


def test_paths_are_shortest_and_carry_their_edges(small: Store, ids: dict[str, str]) -> None:
    found = paths.find_paths(small, ids["entity:shoigu"], ids["entity:russia"], 4, 3)
    assert found["message"] == ""
    [path] = found["paths"]
    assert [one["name"] for one in path["nodes"]] == ["Sergei Shoigu", "Pyongyang", "North Korea", "Russia"]
    assert [one["relation"] for one in path["edges"]] == ["VISITED", "LOCATED_IN", "AGREED_WITH"]


def test_parallel_relations_make_one_path_over_the_best(small: Store, ids: dict[str, str]) -> None:
    [path] = paths.find_paths(small, ids["entity:kursk"], ids["entity:north_korea"], 1, 3)["paths"]
    assert path["edges"][0]["id"] == ids["relation:builders:planned"]


def test_no_path_is_said_in_words(small: Store, ids: dict[str, str]) -> None:
    apart = paths.find_paths(small, ids["entity:shoigu"], ids["entity:marsh"], 6, 3)
    near = paths.find_paths(small, ids["entity:shoigu"], ids["entity:russia"], 2, 3)
    assert apart == {"paths": [], "message": "no path of at most 6 relations joins the two"}
    assert near["paths"] == []


def test_a_path_needs_two_known_entities(small: Store, ids: dict[str, str]) -> None:
    with pytest.raises(InputError, match="same entity"):
        paths.find_paths(small, ids["entity:shoigu"], ids["entity:shoigu"], 3, 3)
    with pytest.raises(NotFoundError, match="ent_none"):
        paths.find_paths(small, ids["entity:shoigu"], "ent_none", 3, 3)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("shoi", "Sergei Shoigu"),
        ("Пхеньян", "Pyongyang"),
        ("пхен", "Pyongyang"),
        ("북한", "North Korea"),
        ("kim j", "Kim Jong Un"),
    ],
)
def test_search_finds_names_in_any_language_from_their_first_letters(small: Store, words: str, name: str) -> None:
    hits = search.search(small, words, ["entity"], 5)
    assert [one["label"] for one in hits] == [name]


@pytest.mark.parametrize("words", ["AND", "OR NOT", '"', "*", "a:b", "(((", "~1", "/x/", "\\", "-", "\0", "🦊", " "])
def test_search_takes_any_text(small: Store, words: str) -> None:
    assert search.search(small, words, [], 20) == []


def test_search_shares_its_places_among_the_kinds(small: Store) -> None:
    hits = search.search(small, "Pyongyang", [], 4)
    assert [one["kind"] for one in hits] == ["entity", "story", "article", "event"]
    assert len(search.search(small, "Pyongyang", ["article"], 20)) == 2


def test_search_names_the_events_of_an_entity(small: Store, ids: dict[str, str]) -> None:
    hits = search.search(small, "Shoigu", ["event"], 5)
    assert [one["id"] for one in hits] == [ids["event:visit"]]


def test_counts_are_those_of_the_graph(small: Store) -> None:
    counts = status.count_all(small)
    assert [counts[name] for name in ("articles", "outlets", "origins", "stories")] == [8, 5, 7, 2]
    assert [counts[name] for name in ("entities", "events", "claims", "relations")] == [10, 7, 17, 10]


def test_the_schema_names_every_property_of_the_graph(small: Store) -> None:
    known = schema.properties()
    for row in small.read("MATCH (n) UNWIND keys(n) AS key RETURN DISTINCT labels(n)[0] AS label, key"):
        if row["key"] not in ("pending", "component", "alias_text"):  # bookkeeping of the writer and the indexes
            assert row["key"] in known[row["label"]]
    for row in small.read("MATCH ()-[r]->() UNWIND keys(r) AS key RETURN DISTINCT type(r) AS kind, key"):
        assert row["key"] in known.get(row["kind"], known["Entity-Entity"])
