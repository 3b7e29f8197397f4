"""Open triples: who did what to whom as the sentence words it, one for each argument of each clause."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from graph.model import Argument, EventMention, RelationPhrase, Triple
from ingest.extract.arguments import named_entity
from ingest.extract.lexicon import Lexicon, read_data
from ingest.extract.mentions import Mentions
from ingest.extract.slots import Slots
from ingest.extract.tree import Tree

_LOOSE = frozenset({"acl:relcl", "appos", "parataxis", "advcl", "dep", "discourse", "ccomp", "punct", "cc:preconj"})
_CUT = _LOOSE | {"conj", "cc", "case", "mark"}
_CLAUSAL_CUT = _CUT | {"nsubj", "nsubj:pass", "aux", "aux:pass", "cop", "obl", "obl:npmod", "xcomp", "cc"}
_VERBAL = frozenset({"aux", "aux:pass", "cop", "compound:prt"})
_NEGATORS = frozenset({"not", "n't", "n’t", "never"})
_PREDICATES = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "PRON", "ADV"})


@dataclass(slots=True)
class _Clause:
    """A predicate with its words and its subjects."""

    head: int
    words: list[int]
    subjects: list[int]
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class _Wording:
    """How a language words its relations."""

    verb_first: bool
    bare_genitive: bool
    reflexive: frozenset[str]


@lru_cache(maxsize=32)
def _wording(lang: str) -> _Wording:
    table = read_data("open_triples.yaml")
    return _Wording(
        verb_first=lang in table["verb_first"].split(),
        bare_genitive=lang in table["bare_genitive"].split(),
        reflexive=frozenset(table["reflexive"].get(lang, "").split()),
    )


class TripleFinder:
    """Finds the triples of one tree."""

    def __init__(self, tree: Tree, mentions: Mentions, lexicon: Lexicon, slots: Slots) -> None:
        self.tree = tree
        self.mentions = mentions
        self.lexicon = lexicon
        self.slots = slots
        self.events: dict[int, EventMention] = {}
        self.wording = _wording(tree.lang)

    def find(self, events: dict[int, EventMention]) -> list[Triple]:
        """All triples, in text order, none twice; `events` by trigger name the relation that a predicate supports."""
        self.events = events
        found: dict[tuple[str, str, str, int], Triple] = {}
        for token in range(len(self.tree.words)):
            for triple in self._of(token):
                key = (triple.subject.text, triple.relation.text, triple.object.text, triple.sentence[0])
                if key not in found or found[key].confidence < triple.confidence:
                    found[key] = triple
        return list(found.values())

    def _of(self, token: int) -> Iterator[Triple]:
        tree = self.tree
        copular = any(tree.dep[k] == "cop" for k in tree.kids[token])
        if copular and tree.pos[token] in _PREDICATES:
            yield from self._copula(token)
        elif tree.pos[token] in ("VERB", "AUX") and tree.dep[token] not in _VERBAL:
            clause = self._clause(token)
            if clause is not None:
                yield from self._verbal(clause)
        if tree.dep[token] == "appos":
            yield from self._apposition(token)

    def _clause(self, verb: int) -> _Clause | None:
        tree = self.tree
        passive = self.slots.is_passive(verb)
        own = tree.children(verb, "nsubj", "nsubj:pass")
        subjects = own or (self.slots.objects(verb) if passive else self.slots.subjects(verb))
        subjects = [self.slots.antecedent(s) for s in subjects]
        subjects = [c for s in subjects for c in tree.conjuncts(s) if c != verb and not tree.relative[c]]
        if not subjects or (tree.dep[verb] == "xcomp" and not own and not tree.children(tree.head[verb], "obj")):
            return None  # what the verb above says with its complement
        words = [verb, *(k for k in tree.kids[verb] if tree.dep[k] in _VERBAL or self._negates(k))]
        words += [k for k in tree.kids[verb] if self._is_reflexive(k)]
        if tree.dep[verb] == "conj" and not any(tree.dep[k] in ("aux", "aux:pass") for k in words):
            words += self._shared_auxiliaries(verb)
        return _Clause(verb, sorted(words), subjects, 0.8 if own else 0.65, tree.dep[verb])

    def _is_reflexive(self, token: int) -> bool:
        return self.tree.lower[token] in self.wording.reflexive and self.tree.pos[token] == "PRON"

    def _negates(self, token: int) -> bool:
        return self.tree.dep[token] == "advmod" and self.tree.lower[token] in _NEGATORS

    def _shared_auxiliaries(self, verb: int) -> list[int]:
        tree, above = self.tree, self.tree.head[verb]
        if tree.tag[verb] == tree.tag[above] and tree.tag[verb] in ("VB", "VBN", "VBG"):
            return [k for k in tree.kids[above] if tree.dep[k] in ("aux", "aux:pass") or self._negates(k)]
        return []

    def _verbal(self, clause: _Clause) -> Iterator[Triple]:
        tree, verb = self.tree, clause.head
        objects = [o for o in tree.children(verb, "obj") if not self._is_reflexive(o)]
        for o in objects:
            for c in tree.conjuncts(o):
                yield from self._emit(clause, clause.words, c, clause.confidence + 0.1, "object")
            yield from self._nested(clause, clause.words, o)
        heavy = clause.words + (self._phrase(objects[0]) if objects else [])
        for k in tree.kids[verb]:
            dep = tree.dep[k]
            if dep in ("obl", "obl:agent"):
                words = sorted(heavy) + [c for c in tree.kids[k] if tree.dep[c] == "case"]
                for c in tree.conjuncts(k):
                    yield from self._emit(clause, words, c, clause.confidence, "oblique")
                yield from self._nested(clause, words, k)
            elif dep == "obl:npmod" and tree.entity[k] in ("DATE", "TIME"):
                yield from self._emit(clause, sorted(heavy), k, clause.confidence - 0.2, "time")
            elif dep == "iobj" and not self._is_reflexive(k):
                yield from self._emit(clause, clause.words, k, clause.confidence, "indirect object")
            elif dep == "xcomp":
                yield from self._complement(clause, heavy, k)
            elif dep == "ccomp" and k > verb:
                marks = tree.children(k, "mark")
                yield from self._emit(clause, sorted(clause.words + marks), k, clause.confidence - 0.15, "clause")

    def _nested(self, clause: _Clause, words: list[int], holder: int) -> Iterator[Triple]:
        """*Served as minister of* Australia: what a modifier of an argument names is told of the subject too."""
        tree = self.tree
        for k in tree.children(holder, "nmod"):
            if k > holder and (tree.children(k, "case") or not self.wording.bare_genitive):
                inner = [t for t in self._predicate_words(holder, k) if t not in words]
                yield from self._emit(clause, words + inner, k, clause.confidence - 0.3, "nested")

    def _complement(self, clause: _Clause, heavy: list[int], complement: int) -> Iterator[Triple]:
        """*Plans to build a dam*: one predicate of two verbs; *became president*: a predicative."""
        tree = self.tree
        if tree.pos[complement] not in ("VERB", "AUX"):
            yield from self._emit(clause, sorted(heavy), complement, clause.confidence + 0.05, "predicative")
            return
        inner = [
            k for k in tree.kids[complement] if tree.dep[k] in _VERBAL or tree.lower[k] == "to" or self._negates(k)
        ]
        words = sorted({*heavy, complement, *inner})
        longer = _Clause(complement, words, clause.subjects, clause.confidence - 0.05, "xcomp")
        yield from self._verbal(longer)

    def _copula(self, predicate: int) -> Iterator[Triple]:
        tree = self.tree
        clause = self._clause(predicate)
        if clause is None:
            return
        words = [w for w in clause.words if w != predicate]
        cases = [c for c in tree.children(predicate, "case") if c < predicate]
        for c in [predicate, *tree.children(predicate, "conj")]:
            if c != predicate and (tree.pos[c] in ("VERB", "AUX") or tree.children(c, "cop", "nsubj")):
                continue
            yield from self._emit(clause, sorted(words + cases), c, clause.confidence + 0.1, "copula")
        for k in tree.kids[predicate]:
            told = bool(tree.children(k, "case")) or not self.wording.bare_genitive
            if tree.dep[k] in ("obl", "nmod") and told and k > predicate and tree.pos[predicate] in ("ADJ", "NOUN"):
                inner = self._predicate_words(predicate, k)
                yield from self._emit(
                    clause, sorted({*words, *cases, *inner}), k, clause.confidence - 0.1, "copula oblique"
                )
            elif tree.dep[k] == "xcomp" and tree.pos[predicate] == "ADJ":
                longer = _Clause(
                    predicate, sorted([*words, predicate]), clause.subjects, clause.confidence - 0.1, "copula"
                )
                yield from self._complement(longer, longer.words, k)

    def _predicate_words(self, predicate: int, without: int) -> list[int]:
        """The predicate's phrase up to the preposition of one of its dependents."""
        tree = self.tree
        cases = [c for c in tree.kids[without] if tree.dep[c] == "case"]
        stop = min([*cases, without])
        return [t for t in self._phrase(predicate) if t < stop] + cases

    def _apposition(self, token: int) -> Iterator[Triple]:
        tree, head = self.tree, self.tree.head[token]
        if tree.pos[head] not in ("NOUN", "PROPN") or tree.pos[token] not in ("NOUN", "PROPN"):
            return
        if tree.entity[head] != "PERSON" or tree.entity[token]:  # Austin, Texas; lists of names
            return
        subject = self._argument(head)
        yield Triple(
            subject=subject,
            relation=RelationPhrase(text="is"),
            object=self._argument(token),
            sentence=tree.bounds(token),
            confidence=0.5,
            head="apposition",
        )

    def _emit(self, clause: _Clause, words: list[int], target: int, confidence: float, rule: str) -> Iterator[Triple]:
        tree = self.tree
        target = self.slots.antecedent(target)
        if tree.relative[target] or target in clause.subjects:
            return
        relation = " ".join(tree.words[w] for w in self._ordered(clause, words))
        for s in clause.subjects:
            yield Triple(
                subject=self._argument(s, clause.head),
                relation=RelationPhrase(text=relation, type=self._type(clause.head, target)),
                object=self._argument(target),
                sentence=tree.bounds(clause.head),
                confidence=round(min(confidence, 0.95), 2),
                head=f"{rule} of {clause.rule}",
            )

    def _ordered(self, clause: _Clause, words: list[int]) -> list[int]:
        """The words of a relation as one would say it in a main clause."""
        if not self.wording.verb_first:
            return words
        verbs = set(clause.words)
        finite = {w for w in verbs if self.tree.pos[w] == "AUX"} or {clause.head}
        return sorted(words, key=lambda w: (w not in finite, w not in verbs, w))

    def _type(self, predicate: int, target: int) -> str | None:
        """The relation of the event at the predicate, where the object is one of the event's parties."""
        event = self.events.get(predicate)
        if event is None:
            return None
        place = (event.place,) if event.place else ()
        at = self.tree.start[target]
        for party in (*event.recipients, *event.themes, *event.actors, *place):
            if party.start is not None and party.end is not None and party.start <= at < party.end:
                return event.relation
        return None

    def _phrase(self, head: int) -> list[int]:
        """The tokens of an argument: all below it but what hangs on it loosely."""
        tree = self.tree
        if tree.pos[head] in ("VERB", "AUX"):
            found = [t for t in tree.subtree(head) if tree.dep[t] not in ("punct", "parataxis")]
            found = [t for t in found if t not in tree.children(head, "mark")]
        else:
            clausal = tree.pos[head] == "ADJ" or any(tree.dep[k] == "cop" for k in tree.kids[head])
            found = self._below(head, _CLAUSAL_CUT if clausal else _CUT)
        found = sorted(found)
        kept = set(found)
        for a, b in pairwise(found):  # hyphens and quotes in between belong to it
            if b - a == 2 and tree.pos[a + 1] == "PUNCT":
                kept.add(a + 1)
        return sorted(kept)

    def _below(self, head: int, cut: frozenset[str]) -> list[int]:
        found = [head]
        for k in self.tree.kids[head]:
            if self.tree.dep[k] not in cut:
                found += self._below(k, _LOOSE)
        return found

    def _argument(self, head: int, without: int = -1) -> Argument:
        tree = self.tree
        tokens = self._phrase(head)
        if without in tokens and without != head:  # a participle is not part of its own subject
            tokens = [t for t in tokens if not tree.below(t, without)]
        entity = named_entity(tree, head, self.mentions, self.lexicon)
        if tokens[-1] - tokens[0] + 1 == len(tokens):
            span = tree.span(tokens[0], tokens[-1])
            return Argument(text=span.text, start=span.start, end=span.end, entity=entity)
        return Argument(text=" ".join(tree.words[t] for t in tokens), entity=entity)
