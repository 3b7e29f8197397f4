"""From the names of one article to entities: the same ids for the same thing in every article, language and script."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from graph.ids import content_id
from graph.model import Article, EntityType, Mention, Record
from ingest.resolve.actors import ActorCoder
from ingest.resolve.gazetteer import Gazetteer, NameHit
from ingest.resolve.geography import place_mentions
from ingest.resolve.grouping import Group, group_names
from ingest.resolve.implied import implied_mentions
from ingest.resolve.linking import Linker
from ingest.resolve.normal import bare_name, person_name
from ingest.resolve.roles import RoleFiller
from ingest.resolve.tables import Knowledge, Known, load_knowledge


@dataclass(frozen=True, slots=True)
class Resolved:
    """What the article's names became: entity id, and the tables' entry where there is one."""

    id: str
    name: str
    known: Known | None


class Resolver:
    """Resolves records one at a time; pure and independent of what it has seen before."""

    def __init__(self, knowledge: Knowledge | None = None) -> None:
        self.knowledge = knowledge or load_knowledge()
        self.gazetteer = Gazetteer(self.knowledge)
        self._linker = Linker(self.knowledge)
        self._coder = ActorCoder(self.knowledge, self.gazetteer)
        self._roles = RoleFiller(self.knowledge, self._coder)

    def resolve(self, article: Article, record: Record) -> Record:
        """`record` with entity ids, names, Wikidata ids, countries, sectors and places filled."""
        day = article.published.date().isoformat() if article.published else ""
        hits = self.gazetteer.find(article.text, record.lang)
        mentions = record.mentions
        known = self._link(mentions, hits, day)
        groups = group_names(mentions, [k.key if k else None for k in known])
        resolved: dict[int, Resolved] = {}
        for group in groups:
            entity = self._identify(group, mentions, known, article.id)
            resolved.update(dict.fromkeys(group.members, entity))
        local = _by_local_key(mentions, resolved)
        named = tuple(
            self._mention(m, resolved.get(i) or local.get(m.entity), record.lang, day, article.id)
            for i, m in enumerate(mentions)
        )
        facts = {r.id: r.known for r in resolved.values()}
        events, triples = self._roles.fill(record, named, local_ids(local), facts, day)
        places = place_mentions(record, named, facts)
        named += implied_mentions(events, triples, named, self.describe)
        return replace(record, mentions=named, events=events, triples=triples, places=places)

    def describe(self, entity: str) -> Known | None:
        """What the tables know of an entity, by its id or by its key (a Wikidata id, or ours)."""
        return self.knowledge.entities.get(entity) or self._by_id.get(entity)

    @cached_property
    def _by_id(self) -> dict[str, Known]:
        return {entity_id(known): known for known in self.knowledge.entities.values()}

    def _link(self, mentions: Sequence[Mention], hits: Sequence[NameHit], day: str) -> list[Known | None]:
        company = frozenset(
            country
            for h in hits
            if (country := self.knowledge.entities[h.entity].country) and h.type in ("GPE", "NORP")
        )
        context = frozenset(h.entity for h in hits if h.type == "GPE")
        covering = _covering(mentions, hits)
        linked: list[Known | None] = []
        for at, mention in enumerate(mentions):
            if mention.form != "NAME":
                linked.append(None)
                continue
            candidates: Sequence[str] = covering[at].candidates if at in covering else ()
            found = self._linker.choose(candidates, mention.type, day, company, context) if candidates else None
            if found is None and mention.type == "PERSON" and (similar := self._linker.person_by_sound(mention.text)):
                found = self._linker.choose(similar, "PERSON", day, company, context)
            linked.append(found)
        return linked

    def _identify(
        self, group: Group, mentions: Sequence[Mention], known: Sequence[Known | None], article: str
    ) -> Resolved:
        votes = Counter(k.key for i in group.members if (k := known[i]))
        if votes:
            best = self.knowledge.entities[min(votes, key=lambda key: (-votes[key], key))]
            return Resolved(entity_id(best), best.name, best)
        kind = "PERSON" if group.person else _commonest(mentions[i].type for i in group.members)
        name = group.display()
        key = person_name(name) if group.person else group.name
        scope = (article,) if group.ambiguous else ()
        return Resolved(content_id("ent", kind, key, *scope), name, None)

    def _mention(self, mention: Mention, entity: Resolved | None, lang: str, day: str, article: str) -> Mention:
        if entity is None:
            own = content_id("ent", mention.form, mention.entity, article)
            country, sector = self._coder.of_phrase(mention.text, lang, day)
            return replace(mention, entity=own, name=mention.text, country=country, sector=sector)
        if entity.known:
            country, sector = self._coder.of_entity(entity.known, day)
        else:
            country, sector = self._coder.of_phrase(mention.text, lang, day)
        kind = _settled(mention, entity.known)
        wikidata = entity.known.wikidata if entity.known else None
        return replace(
            mention, type=kind, entity=entity.id, name=entity.name, wikidata=wikidata, country=country, sector=sector
        )


def entity_id(known: Known) -> str:
    """Id of an entity of the tables."""
    return content_id("ent", known.key)


def _settled(mention: Mention, known: Known | None) -> EntityType:
    return mention.type if known is None or mention.type == "NORP" else known.type


def _commonest(kinds: Iterable[EntityType]) -> EntityType:
    counted = Counter(kinds)
    return min(counted, key=lambda kind: (-counted[kind], kind))


def _covering(mentions: Sequence[Mention], hits: Sequence[NameHit]) -> dict[int, NameHit]:
    """The hit that covers the bare name of each mention."""
    starts = {at: hit for hit in hits for at in range(hit.start, hit.end)}
    found = {}
    for at, mention in enumerate(mentions):
        bare = bare_name(mention.text)
        offset = mention.text.find(bare)
        begin = mention.start + max(offset, 0)
        end = begin + len(bare) if offset >= 0 else mention.end
        hit = starts.get(begin)
        if hit and hit.start <= begin and hit.end >= end:
            found[at] = hit
    return found


def _by_local_key(mentions: Sequence[Mention], resolved: Mapping[int, Resolved]) -> dict[str, Resolved]:
    """What each local key of the extraction came to denote; the commonest where its names went apart."""
    votes: dict[str, Counter[str]] = {}
    by_id: dict[str, Resolved] = {}
    for at, entity in resolved.items():
        votes.setdefault(mentions[at].entity, Counter())[entity.id] += 1
        by_id[entity.id] = entity
    return {key: by_id[min(c, key=lambda i: (-c[i], i))] for key, c in votes.items()}


def local_ids(local: Mapping[str, Resolved]) -> dict[str, str]:
    return {key: entity.id for key, entity in local.items()}
