"""The difference that new, retracted or re-judged articles make to the graph, as one batch to write."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graph.rows import Batch, NodeRow
from ingest.assemble.base import base_rows
from ingest.assemble.claims import Canonical
from ingest.assemble.derive import Derived, derive
from ingest.assemble.members import Member
from ingest.assemble.totals import distinct_judgement, distinct_judgement_id, entity_node, relation_edge
from ingest.assemble.view import GraphView
from ingest.cluster import linked

_DERIVED_LABELS = ("Claim", "Event", "Story", "Origin", "Support")


def update_batch(
    view: GraphView, old_components: Iterable[str], members: Sequence[Member], canonical: Canonical
) -> Batch:
    """Derive the graph around `members` anew and return what must change.

    `members` are all articles of `old_components` and the new ones; articles are taken apart into components again,
    since a new one can join two and a retraction can part them.
    """
    components = sorted(set(old_components))
    batch, deriveds = Batch(), list(_derive_all(members, canonical))
    for derived in deriveds:
        for member in derived.members:
            nodes, edges = base_rows(member, derived.component)
            batch.nodes += nodes
            batch.edges += edges
        batch.nodes += derived.nodes
        batch.edges += derived.edges
    _drop_what_is_gone(batch, view, [member.article.id for member in members], components)
    _add_totals(batch, view, components)
    return batch


def _derive_all(members: Sequence[Member], canonical: Canonical) -> Iterable[Derived]:
    by_id = {member.article.id: member for member in members}
    for group in linked([member.signature for member in members]):
        yield derive([by_id[key] for key in group], canonical)


def _drop_what_is_gone(batch: Batch, view: GraphView, article_ids: Sequence[str], components: Sequence[str]) -> None:
    old = view.derived(article_ids, components)
    nodes = {(row.label, row.id) for row in batch.nodes if row.label in _DERIVED_LABELS}
    edges = {row.id for row in batch.edges}
    batch.drop_nodes += sorted(old.nodes - nodes)
    gone = set(batch.drop_nodes)
    batch.drop_edges += sorted(key for key in old.edges if key[3] not in edges and (key[1], key[2]) not in gone)


def _add_totals(batch: Batch, view: GraphView, components: Sequence[str]) -> None:
    """Count entities and relations again from the supports of untouched components and the new ones."""
    new = [row for row in batch.nodes if row.label == "Support"]
    renewed = set(components) | {str(row.properties["component"]) for row in new}
    of = sorted(view.supported_by(components) | {str(row.properties["of"]) for row in new})
    before = view.supports(of)
    supports = {key: [support for support in before.get(key, []) if support["component"] not in renewed] for key in of}
    for row in new:
        supports[str(row.properties["of"])].append(dict(row.properties))
    for key in of:
        _add_total(batch, key, supports[key], before.get(key, []))


def _add_total(
    batch: Batch, key: str, supports: Sequence[Mapping[str, Any]], before: Sequence[Mapping[str, Any]]
) -> None:
    if not supports:
        if before[0]["kind"] == "entity":
            batch.drop_nodes += [("Entity", key), ("Judgement", distinct_judgement_id(key))]
        else:
            batch.drop_edges.append((before[0]["relation"], "Entity", before[0]["subject"], key))
    elif supports[0]["kind"] == "entity":
        _add_entity(batch, entity_node(key, supports))
    else:
        batch.edges.append(relation_edge(key, supports))


def _add_entity(batch: Batch, entity: NodeRow) -> None:
    batch.nodes.append(entity)
    judgement = distinct_judgement(entity)
    if judgement is None:
        batch.drop_nodes.append(("Judgement", distinct_judgement_id(entity.id)))
    else:
        batch.nodes.append(judgement)
