"""The one writer: finds which part of the graph new articles touch, derives it anew, writes the difference."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from graph.judgements import Judgement, canonical_entities, judgement_row, read_judgements
from graph.model import Outlet
from graph.rows import Batch
from graph.store import Store
from ingest.assemble.base import outlet_id, outlet_rows
from ingest.assemble.members import Member
from ingest.assemble.update import update_batch
from ingest.assemble.view import GraphView
from ingest.cluster import Signature, touched
from ingest.judgements import checked, judged, recorded, taken_back


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

    def judge(self, judgement: Judgement) -> Judgement:
        """Record a judgement on two entities, in place of an earlier one, and show one for the other if it says so.

        Raises `InputError` or `NotFoundError` as `checked` does.
        """
        ledger = read_judgements(self._store)
        changed = judged(ledger, checked(self._store, judgement, ledger))
        self._rejudge(ledger, changed)
        return changed[-1]

    def undo(self, left: str, right: str, by: str) -> Judgement:
        """Take the judgement on two entities back. Raises `NotFoundError` if there is none."""
        ledger = read_judgements(self._store)
        gone = taken_back(ledger, left, right, by)
        self._rejudge(ledger, [gone])
        return gone

    def retract(self, article_ids: Collection[str], moment: datetime | None) -> None:
        """Retract articles from that moment on, or restore them with `None`."""
        components = self._view.components(sorted(article_ids))
        members = [
            replace(member, retracted_at=moment) if member.article.id in article_ids else member
            for member in self._view.members(components)
        ]
        self._store.write(update_batch(self._view, components, members, self._canonical))

    def _rejudge(self, ledger: Sequence[Judgement], changed: Sequence[Judgement]) -> None:
        """Write the changed judgements and all that follows from them, in one transaction."""
        before, self._canonical = canonical_entities(ledger), canonical_entities(recorded(ledger, changed))
        moved = before.items() ^ self._canonical.items()
        components = self._view.components_naming(sorted({before.get(entity, entity) for entity, _ in moved}))
        batch = update_batch(self._view, components, self._view.members(components), self._canonical)
        batch.nodes += [judgement_row(one) for one in changed]
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
