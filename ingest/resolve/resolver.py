"""From the names of one article to entities: the same ids for the same thing in every article, language and script."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from graph.ids import content_id
from graph.model import Article, EntityType, Mention, Record
from ingest.resolve.actors import ActorCoder
from ingest.resolve.bodies import Bodies, Company
from ingest.resolve.gazetteer import Gazetteer, NameHit
from ingest.resolve.geography import adjacent_regions, named_regions, place_mentions, short_regions
from ingest.resolve.grouping import Group, group_names
from ingest.resolve.implied import implied_mentions
from ingest.resolve.inflection import cited
from ingest.resolve.linking import Context, Linker, covering_hits, family_hits
from ingest.resolve.normal import normalised_name
from ingest.resolve.person_keys import person_key
from ingest.resolve.roles import RoleFiller
from ingest.resolve.tables import Knowledge, Known, load_knowledge


@dataclass(frozen=True, slots=True)
class Resolved:
    """What the article's names became: entity id, and the tables' entry where there is one."""

    id: str
    name: str
    known: Known | None


@dataclass(frozen=True, slots=True)
class Candidates:
    """Which entities of the tables each mention of one article may mean."""

    covering: Mapping[int, NameHit]
    families: Mapping[int, tuple[NameHit, str]]
    regions: Mapping[int, tuple[str, ...]]
    context: Context
    linker: Linker

    def of(self, at: int) -> Sequence[str]:
        """Keys of the tables for the mention at this position of the record."""
        if hit := self.covering.get(at):
            return self.regions.get(hit.start, hit.candidates)
        return self.linker.by_family_name(*self.families[at], self.context) if at in self.families else ()


class Resolver:
    """Resolves records one at a time; pure and independent of what it has seen before."""

    def __init__(self, knowledge: Knowledge | None = None) -> None:
        self.knowledge = knowledge or load_knowledge()
        self.gazetteer = Gazetteer(self.knowledge)
        self._capitals = frozenset(state.within for state in self.knowledge.states.values())
        self._linker = Linker(self.knowledge)
        self._bodies = Bodies(self.knowledge, self.gazetteer)
        self._coder = ActorCoder(self.knowledge, self.gazetteer)
        self._roles = RoleFiller(self.knowledge, self._coder)

    def resolve(self, article: Article, record: Record) -> Record:
        """`record` with entity ids, names, Wikidata ids, countries, sectors and places filled."""
        day = day_of(article)
        hits = self.gazetteer.scan(article.text, record.lang)
        mentions = record.mentions
        names = [replace(m, text=cited(m.text, record.lang)) for m in mentions]
        known, bodies = self._link(names, hits, article, record.lang)
        groups = group_names(names, [k.key if k else None for k in known], bodies)
        resolved: dict[int, Resolved] = {}
        for group in groups:
            entity = self._identify(group, names, known, article.id)
            resolved.update(dict.fromkeys(group.members, entity))
        local = _by_local_key(mentions, resolved)
        named = tuple(
            self._mention(m, resolved.get(i) or local.get(m.entity), article, record.lang)
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

    def _link(
        self, mentions: Sequence[Mention], hits: Sequence[NameHit], article: Article, lang: str
    ) -> tuple[list[Known | None], list[str | None]]:
        """For each mention the tables' entity, and the key of a state's body that the tables do not know."""
        company = Company(hits, [self.knowledge.entities[h.entity].country for h in hits])
        candidates = self._candidates(mentions, hits, article, lang)
        linked: list[Known | None] = []
        keys: list[str | None] = []
        for at, mention in enumerate(mentions):
            found = (
                self._linker.choose(candidates.of(at), mention, candidates.context) if mention.form == "NAME" else None
            )
            key: str | None = None
            if found is None and mention.form == "NAME" and mention.type in ("ORG", "GPE", "FAC", "MISC"):
                body = self._bodies.reduce(mention.text, lang, company, mention.start)
                known = self._bodies.known(body) if body else None
                found = self.knowledge.entities[known] if known else None
                key = f"{body.words} {body.country}" if body and not known else None
            linked.append(found)
            keys.append(key)
        return linked, keys

    def _candidates(
        self, mentions: Sequence[Mention], hits: Sequence[NameHit], article: Article, lang: str
    ) -> Candidates:
        entities = self.knowledge.entities
        regions = short_regions(hits, entities) | named_regions(hits, entities, article.text)
        regions |= adjacent_regions(hits, entities, article.text)
        context = Context(day_of(article), hits, entities, self._capitals)
        covering = covering_hits(mentions, hits)
        covering |= {at: own for at, hit in covering.items() if (own := self._own_hit(mentions[at], hit, lang))}
        return Candidates(covering, family_hits(mentions, hits), regions, context, self._linker)

    def _own_hit(self, mention: Mention, hit: NameHit, lang: str) -> NameHit | None:
        """What a place's name means by itself where the hit over it is a longer name of something else."""
        if mention.end >= hit.end or mention.type not in ("GPE", "LOC") or hit.type in ("GPE", "LOC", "FAC"):
            return None
        own = next(iter(self.gazetteer.scan(mention.text, lang)), None)
        return replace(own, start=mention.start, end=mention.end) if own and own.text == mention.text else None

    def _identify(
        self, group: Group, mentions: Sequence[Mention], known: Sequence[Known | None], article: str
    ) -> Resolved:
        votes = Counter(k.key for i in group.members if (k := known[i]))
        if votes:
            best = self.knowledge.entities[min(votes, key=lambda key: (-votes[key], key))]
            return Resolved(entity_id(best), best.name, best)
        name = group.display()
        key = person_key(name) if group.person else group.name
        scope = (article,) if group.ambiguous else ()
        kind = identity_class(_commonest(mentions[i].type for i in group.members))
        return Resolved(content_id("ent", kind, key, *scope), name, None)

    def _mention(self, mention: Mention, entity: Resolved | None, article: Article, lang: str) -> Mention:
        day = day_of(article)
        if entity is None:
            own = content_id("ent", mention.form, mention.entity, article.id)
            country, sector = self._coder.of_phrase(mention.text, lang, day)
            return replace(mention, entity=own, name=mention.text, country=country, sector=sector)
        if entity.known:
            country, sector = self._coder.of_entity(entity.known, day)
        else:
            country, sector = self._coder.of_name(article.text, mention, lang, day)
        kind = _settled(mention, entity.known)
        wikidata = entity.known.wikidata if entity.known and kind != "NORP" else None
        return replace(
            mention, type=kind, entity=entity.id, name=entity.name, wikidata=wikidata, country=country, sector=sector
        )


def day_of(article: Article) -> str:
    return article.published.date().isoformat() if article.published else ""


def entity_id(known: Known) -> str:
    """Id of an entity of the tables."""
    return content_id("ent", known.key)


def plain_entity_ids(type_: str, name: str) -> frozenset[str]:
    """The ids of an entity that its name and type alone tell: no table knows it, and no context sets it apart."""
    kind = identity_class(type_)
    return frozenset(content_id("ent", kind, key) for key in (normalised_name(name), person_key(name)))


def _settled(mention: Mention, known: Known | None) -> EntityType:
    return mention.type if known is None or mention.type == "NORP" else known.type


def _commonest(kinds: Iterable[EntityType]) -> EntityType:
    counted = Counter(kinds)
    return min(counted, key=lambda kind: (-counted[kind], kind))


def identity_class(kind: str) -> str:
    """What of a type counts for identity: recognisers waver between places, bodies and things of one name."""
    return "PERSON" if kind == "PERSON" else "NAME"


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
