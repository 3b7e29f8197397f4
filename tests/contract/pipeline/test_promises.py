"""The design's promises, on real engines, over the whole demo corpus."""

from datetime import UTC, datetime

import pytest

from graph.errors import InputError, NotFoundError
from graph.judgements import Judgement
from graph.reads.paging import PageRequest
from graph.reads.relations import evidence
from graph.rows import Batch
from graph.store import Store
from ingest.assemble.members import Member
from tests.contract.pipeline.runs import exported, write, writer


def test_the_same_articles_again_write_nothing_new(full: Store, members: list[Member]) -> None:
    before = exported(full)
    write(full, [members[:20]])
    assert exported(full) == before


def test_offsets_cut_the_sentence_and_the_trigger(full: Store) -> None:
    rows = full.read(
        "MATCH (c:Claim)-[:IN_ARTICLE]->(a:Article) RETURN a.text AS text, c.start AS start, c.end AS end, "
        "c.sentence AS sentence, c.trigger AS trigger, c.trigger_start AS trigger_start, c.trigger_end AS trigger_end"
    )
    assert rows
    for row in rows:
        assert row["text"][row["start"] : row["end"]] == row["sentence"]
        assert row["text"][row["trigger_start"] : row["trigger_end"]] == row["trigger"]
    spans = full.read(
        "MATCH (a:Article)-[m:MENTIONS]->(e:Entity) RETURN a.text AS text, m.spans AS spans, m.forms AS forms"
    )
    for row in spans:
        cut_out = {row["text"][int(start) : int(end)] for start, end in (span.split(":") for span in row["spans"])}
        assert set(row["forms"]) <= cut_out


def test_every_event_and_relation_has_a_live_claim(full: Store) -> None:
    lonely = full.read(
        "MATCH (e:Event) OPTIONAL MATCH (c:Claim)-[:ASSERTS]->(e) WITH e, count(c) AS claims "
        "WHERE claims = 0 OR claims <> e.claims RETURN e.id"
    )
    assert lonely == []
    empty = full.read("MATCH (:Entity)-[r]->(:Entity) WHERE r.claims < 1 OR r.origins < 1 RETURN r.id")
    assert empty == []


def test_counts_of_a_relation_are_those_of_its_evidence(full: Store) -> None:
    edges = full.read(
        "MATCH (:Entity)-[r]->(:Entity) RETURN r.id AS id, r.claims AS claims, r.origins AS origins, "
        "r.outlets AS outlets, r.status AS status ORDER BY id"
    )
    assert edges
    supported = full.read(
        "MATCH (c:Claim)-[:ASSERTS]->(:Event) MATCH (c)-[:IN_ARTICLE]->(t:Article)-[:HAS_ORIGIN]->(o:Origin) "
        "UNWIND c.supports AS id "
        "RETURN id, c.status AS status, count(DISTINCT c) AS claims, count(DISTINCT o) AS origins, "
        "count(DISTINCT t.outlet) AS outlets ORDER BY id"
    )
    assert supported == edges


def test_the_evidence_of_a_relation_is_all_that_it_counts(full: Store) -> None:
    edges = full.read(
        "MATCH (:Entity)-[r]->(:Entity) RETURN r.id AS id, r.claims AS claims ORDER BY claims DESC LIMIT 20"
    )
    for edge in edges:
        assert len(evidence(full, edge["id"], PageRequest(limit=100))["items"]) == edge["claims"]


def test_copies_of_one_text_are_one_origin(full: Store) -> None:
    rows = full.read(
        "MATCH (a:Article)-[:HAS_ORIGIN]->(o:Origin) RETURN a.text AS text, o.id AS origin, a.id AS id ORDER BY a.id"
    )
    by_text: dict[str, set[str]] = {}
    for row in rows:
        by_text.setdefault(row["text"], set()).add(row["origin"])
    assert all(len(origins) == 1 for origins in by_text.values())
    assert len({row["origin"] for row in rows}) < len(rows)


def test_no_two_entities_share_name_and_type_unless_a_judgement_or_wikidata_tells_them_apart(full: Store) -> None:
    judged = full.read("MATCH (j:Judgement) WHERE j.verdict = 'different' RETURN j.left AS id")
    told_apart = {row["id"] for row in judged}
    told_apart |= {row["id"] for row in full.read("MATCH (e:Entity) WHERE e.wikidata IS NOT NULL RETURN e.id AS id")}
    doubles = full.read(
        "MATCH (e:Entity) WITH e.normalised AS name, e.type AS type, collect(e.id) AS ids WHERE size(ids) > 1 "
        "RETURN name, type, ids"
    )
    assert [row for row in doubles if len(set(row["ids"]) - told_apart) > 1] == []


def test_disagreeing_quantities_are_kept_side_by_side(full: Store) -> None:
    rows = full.read(
        "MATCH (c:Claim)-[:ASSERTS]->(e:Event) WHERE c.value IS NOT NULL "
        "WITH e, collect(DISTINCT c.value) AS values WHERE size(values) > 1 RETURN e.id AS id, values"
    )
    assert rows


def test_retraction_takes_exactly_its_claims_and_can_be_undone(full: Store) -> None:
    before = exported(full)
    (row,) = full.read(
        "MATCH (c:Claim)-[:IN_ARTICLE]->(a:Article) WITH a, count(c) AS claims ORDER BY claims DESC, a.id LIMIT 1 "
        "RETURN a.id AS id"
    )
    query = "MATCH (c:Claim)-[:ASSERTS]->(:Event) RETURN c.id AS id"
    asserted = {claim["id"] for claim in full.read(query)}
    own = {
        claim["id"]
        for claim in full.read(
            "MATCH (c:Claim)-[:IN_ARTICLE]->(a:Article) WHERE a.id = $id RETURN c.id AS id", id=row["id"]
        )
    }
    writer(full).retract({row["id"]}, datetime(2025, 6, 20, tzinfo=UTC))
    assert {claim["id"] for claim in full.read(query)} == asserted - own
    assert exported(full) != before
    writer(full).retract({row["id"]}, None)
    assert exported(full) == before


def test_a_merge_can_be_undone_to_the_byte(full: Store) -> None:
    before = exported(full)
    keep, other = (
        row["id"]
        for row in full.read(
            "MATCH (e:Entity)-[r]-(:Entity) WITH e, count(r) AS degree ORDER BY degree DESC, e.id LIMIT 2 "
            "RETURN e.id AS id"
        )
    )
    writer(full).judge(Judgement(left=keep, right=other, by="test"))
    assert full.read("MATCH (e:Entity) WHERE e.id = $id RETURN e.id", id=other) == []
    writer(full).undo(keep, other, by="test")
    assert exported(full) == before


def test_each_decision_is_one_transaction(full: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A crash between two would leave an article retracted whose claims stand, or a merge that nothing shows."""
    keep, other = (row["id"] for row in full.read("MATCH (e:Entity) RETURN e.id AS id ORDER BY e.id LIMIT 2"))
    (article,) = full.read("MATCH (a:Article) RETURN a.id AS id ORDER BY a.id LIMIT 1")
    write, written = full.write, []

    def counted(batch: Batch) -> None:
        written.append(batch)
        write(batch)

    decisions = (
        lambda one: one.judge(Judgement(left=keep, right=other, by="test")),
        lambda one: one.undo(keep, other, by="test"),
        lambda one: one.retract({article["id"]}, datetime(2025, 6, 20, tzinfo=UTC)),
        lambda one: one.retract({article["id"]}, None),
    )
    monkeypatch.setattr(full, "write", counted)
    for decision in decisions:
        written.clear()
        decision(writer(full))
        assert len(written) == 1


def test_judgements_that_make_no_sense_are_refused(full: Store) -> None:
    (entity,) = full.read("MATCH (e:Entity) RETURN e.id AS id ORDER BY e.id LIMIT 1")
    before = exported(full)
    with pytest.raises(InputError):
        writer(full).judge(Judgement(left=entity["id"], right=entity["id"], by="test"))
    with pytest.raises(NotFoundError):
        writer(full).judge(Judgement(left=entity["id"], right="ent_none", by="test"))
    with pytest.raises(NotFoundError):
        writer(full).undo(entity["id"], "ent_none", by="test")
    assert exported(full) == before
