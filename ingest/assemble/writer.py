"""The one writer: finds which part of the graph new articles touch, derives it anew, writes the difference."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from graph.errors import NotFoundError
from graph.model import Outlet
from graph.rows import Batch
from graph.store import Store
from ingest.assemble.base import outlet_id, outlet_rows
from ingest.assemble.members import Member
from ingest.assemble.update import update_batch
from ingest.assemble.view import GraphView
from ingest.cluster import Signature, touched
from ingest.judgements import Judgement, canonical_entities, check_judgement, judgement_row, read_judgements


class Writer:
    """Writes articles and what follows from them; there must be only one at a time (see `lock.py`).

    All that follows from the articles of one call of `write` is one transaction: after a crash the graph holds
    whole batches, and the same run again adds what is missing.
    """

    def __init__(self, store: Store, view: GraphView) -> None:
        self._store = store
        self._view = view
        self._canonical = canonical_entities(read_judgements(store))
        self._outlets: set[str] = set()

    def write(self, members: Sequence[Member]) -> None:
        """Add articles. One that the graph has already changes nothing."""
        self._write_unrated_outlets(members)
        around: dict[str, Signature] = {}
        for member in members:
            around.update(self._view.around(member.article))
        near = touched([member.signature for member in members], list(around.values()))
        self._rewrite(self._view.components(sorted(near)), members)
        for member in members:
            self._view.add(member)

    def judge(self, judgement: Judgement) -> None:
        """Make two entities one. Raises `InputError` or `NotFoundError` as `check_judgement` does."""
        check_judgement(self._store, judgement)
        self._rejudge(judgement, [*read_judgements(self._store), judgement], Batch(nodes=[judgement_row(judgement)]))

    def undo(self, left: str, right: str) -> None:
        """Take the judgement on two entities back. Raises `NotFoundError` if there is none."""
        standing = read_judgements(self._store)
        judgement = next((one for one in standing if {one.left, one.right} == {left, right}), None)
        if judgement is None:
            raise NotFoundError(f"no judgement joins {left!r} and {right!r}; nothing to undo")
        others = [one for one in standing if one != judgement]
        self._rejudge(judgement, others, Batch(drop_nodes=[("Judgement", judgement.id)]))

    def retract(self, article_ids: Collection[str], moment: datetime | None) -> None:
        """Retract articles from that moment on, or restore them with `None`."""
        components = self._view.components(sorted(article_ids))
        members = [
            replace(member, retracted_at=moment) if member.article.id in article_ids else member
            for member in self._view.members(components)
        ]
        self._store.write(update_batch(self._view, components, members, self._canonical))

    def _rejudge(self, judgement: Judgement, standing: Sequence[Judgement], change: Batch) -> None:
        """Write the change of judgements and all that follows from it, in one transaction."""
        self._canonical = canonical_entities(standing)
        components = self._view.components_naming([judgement.left, judgement.right])
        batch = update_batch(self._view, components, self._view.members(components), self._canonical)
        batch.nodes += change.nodes
        batch.drop_nodes += change.drop_nodes
        self._store.write(batch)

    def write_outlets(self, outlets: Sequence[Outlet]) -> None:
        """Write what is known of outlets, e.g. their ratings."""
        self._store.write(Batch(nodes=outlet_rows(outlets)))

    def _rewrite(self, components: set[str], new: Sequence[Member]) -> None:
        members = {member.article.id: member for member in (*self._view.members(components), *new)}
        self._store.write(update_batch(self._view, components, list(members.values()), self._canonical))

    def _write_unrated_outlets(self, members: Sequence[Member]) -> None:
        """An outlet of which nothing is known is named by its domain; what a rating file said of it stays."""
        domains = {member.article.outlet for member in members if member.article.outlet} - self._outlets
        known = self._view.outlets([outlet_id(domain) for domain in sorted(domains)])
        self.write_outlets([Outlet(domain=one, name=one) for one in sorted(domains) if outlet_id(one) not in known])
        self._outlets |= domains
