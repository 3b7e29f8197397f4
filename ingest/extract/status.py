"""Whether an event happened: polarity, certainty, tense and status, from its form and the words that rule over it."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from graph.model import Certainty, Polarity, Status, Tense
from ingest.extract.lexicon import Lexicon, read_data
from ingest.extract.slots import inner_subject
from ingest.extract.tree import Tree

_DEPTH = 5
_CLAUSE = frozenset({"xcomp", "ccomp", "advcl", "acl"})
_NOMINAL = frozenset({"obj", "nmod", "obl", "nsubj:pass", "compound", "nsubj"})
_RULED_MARKS = frozenset({"of", "for", "to", "from", "that", "with"})
_SUBJECT_KINDS = frozenset({"planned", "possible", "negated", "alleged", "promised"})
_CLASSES = (
    "planned",
    "promised",
    "possible",
    "attempted",
    "demanded",
    "alleged",
    "denied",
    "negated",
    "happened",
    "report",
)
_WEIGHT = ("denied", "alleged", "negated", "demanded", "possible", "attempted", "promised", "planned")


class Factuality(NamedTuple):
    """What one claim says of its event."""

    polarity: Polarity
    certainty: Certainty
    tense: Tense
    status: Status
    rule: str


@dataclass(frozen=True, slots=True)
class _Finding:
    kinds: tuple[str, ...] = ()
    negative: bool = False
    future: bool = False
    uncertain: bool = False
    rule: str = ""

    def plus(self, kind: str, rule: str) -> "_Finding":
        """The finding under one more ruling word."""
        return replace(
            self,
            kinds=(*self.kinds, kind),
            negative=self.negative != (kind in ("denied", "negated")),
            future=self.future or kind in ("planned", "promised", "demanded"),
            uncertain=self.uncertain or kind not in ("planned", "denied", "negated"),
            rule=f"{self.rule} {rule}".strip(),
        )


@lru_cache(maxsize=8)
def governors(lang: str) -> dict[str, frozenset[str]]:
    """Ruling words by class, e.g. ``planned.complement``."""
    table: dict[str, frozenset[str]] = {}
    for name, entry in read_data(f"governors.{lang}.yaml").items():
        parts = entry if isinstance(entry, dict) else {"": entry}
        for part, text in parts.items():
            table[f"{name}.{part}".rstrip(".")] = frozenset(str(text).split())
    return table


class StatusReader:
    """Reads the status of triggers in one tree."""

    def __init__(self, tree: Tree, lexicon: Lexicon) -> None:
        self.tree = tree
        self.lexicon = lexicon
        self.table = governors(tree.lang)

    def read(self, trigger: int) -> Factuality:
        """The status of the event at `trigger`."""
        return _decide(self._climb(trigger, self._local(trigger)))

    def _in(self, name: str, word: str) -> bool:
        return word in self.table.get(name, frozenset())

    def _local(self, token: int) -> _Finding:
        """What the trigger's own auxiliaries, particles and modifiers say."""
        tree, found = self.tree, _Finding()
        perfect = any(tree.lemma[k] == "have" for k in tree.children(token, "aux"))
        for k in tree.kids[token]:
            word, dep = tree.lower[k], tree.dep[k]
            if (dep in ("aux", "aux:pass", "cop") and tree.pos[token] != "NOUN") or dep == "aux":
                found = self._modal(word, found, perfect)
            elif dep in ("advmod", "det", "cc:preconj") and (self._in("negators", word) or self._no_longer(k)):
                found = replace(found, negative=not found.negative, rule=f"{found.rule} {word}".strip())
            elif dep in ("advmod", "amod", "compound"):
                found = self._modifier(tree.lower[k], tree.lemma[k], found)
            elif dep == "mark" and self._in("conditions", word):
                found = replace(found.plus("possible", word), future=True)
            elif dep in ("nsubj", "nsubj:pass", "obj") and self._no_one(k):
                found = replace(found, negative=not found.negative, rule=f"{found.rule} {word}".strip())
            elif dep == "advcl" and found.future and self._conditional_clause(k):
                found = found.plus("possible", "if")
        return found

    def _conditional_clause(self, clause: int) -> bool:
        return any(self._in("conditions", self.tree.lower[m]) for m in self.tree.children(clause, "mark"))

    def _no_longer(self, token: int) -> bool:
        return self.tree.lower[token] == "longer" and any(self.tree.lower[k] == "no" for k in self.tree.kids[token])

    def _no_one(self, token: int) -> bool:
        tree = self.tree
        if tree.lower[token] in ("nobody", "none", "nothing"):
            return True
        return any(tree.lower[d] == "no" for d in tree.children(token, "det"))

    def _modal(self, word: str, found: _Finding, perfect: bool) -> _Finding:
        if self._in("modal_future", word):
            return found.plus("planned", word)
        if self._in("modal_possible", word):
            return replace(found.plus("possible", word), future=not perfect)
        if self._in("modal_demanded", word):
            return found.plus("demanded", word)
        if self._in("modal_conditional", word):
            return replace(found, kinds=(*found.kinds, "conditional"), rule=word)
        return found

    def _modifier(self, word: str, lemma: str, found: _Finding) -> _Finding:
        for kind in ("alleged", "possible", "attempted", "planned", "promised", "demanded"):
            if (
                self._in(f"{kind}_adverbs", word)
                or self._in(f"{kind}_adjectives", word)
                or self._in(f"{kind}_adjectives", lemma)
            ):
                return found.plus(kind, word)
        return found

    def _climb(self, token: int, found: _Finding) -> _Finding:
        """Apply the words above, from the nearest outwards."""
        tree = self.tree
        bare = tree.tag[token] == "VB" and not tree.children(token, "mark") and not found.kinds
        for _ in range(_DEPTH):
            above, dep = tree.head[token], tree.dep[token]
            if above == token:
                return self._headline(token, found)
            if dep == "conj":
                if bare or self._shares(token, above):
                    found = self._merge(found, self._local(above)) if tree.pos[above] == "VERB" else found
                    token = above
                    continue
                token = above
                if tree.dep[token] in ("ccomp", "acl:relcl", "ROOT"):
                    return self._resolve_conditional(found, token)
                continue
            if dep == "acl:relcl" and self._passive_infinitive(token):
                return found.plus("planned", "infinitive")
            if dep not in _CLAUSE and dep not in _NOMINAL:
                return self._resolve_conditional(found, token)
            found, stop = self._under(token, above, dep, found)
            if stop:
                return self._resolve_conditional(found, token)
            token = above
        return found

    def _shares(self, token: int, above: int) -> bool:
        """Whether a conjunct has no subject and no auxiliary of its own."""
        tree = self.tree
        return tree.pos[token] != "VERB" or (
            tree.tag[token] == tree.tag[above] and not tree.children(token, "nsubj", "nsubj:pass", "aux", "aux:pass")
        )

    def _merge(self, found: _Finding, other: _Finding) -> _Finding:
        return _Finding(
            found.kinds + other.kinds,
            found.negative != (other.negative and not found.negative),
            found.future or other.future,
            found.uncertain or other.uncertain,
            f"{found.rule} {other.rule}".strip(),
        )

    def _headline(self, token: int, found: _Finding) -> _Finding:
        """In headlines *X to send* is a plan."""
        tree = self.tree
        if tree.pos[token] == "VERB" and any(tree.lower[k] == "to" for k in tree.children(token, "mark")):
            return found.plus("planned", "headline to")
        return self._resolve_conditional(found, token)

    def _resolve_conditional(self, found: _Finding, token: int) -> _Finding:
        if "conditional" not in found.kinds:
            return found
        tree = self.tree
        above = tree.head[token]
        kinds = tuple(k for k in found.kinds if k != "conditional")
        reported = tree.dep[token] in ("ccomp", "advcl") and self._in("report.complement", tree.lemma[above])
        found = replace(found, kinds=kinds, future=True)
        return found.plus("planned" if reported else "possible", "reported" if reported else "conditional")

    def _under(self, token: int, above: int, dep: str, found: _Finding) -> tuple[_Finding, bool]:
        """The finding under the word above, and whether nothing further up matters."""
        tree = self.tree
        lemma = tree.lemma[above]
        clausal = dep in _CLAUSE and tree.pos[token] in ("VERB", "AUX", "ADJ")
        marks = {tree.lower[k] for k in tree.children(token, "mark")}
        kind = self._class_of(above, lemma, "complement" if clausal else "nominal")
        if dep in ("advcl", "acl") and not marks & _RULED_MARKS and not self._told(token):
            kind = None
        if kind in ("denied", "negated") and self._in("presupposed", tree.lemma[token]):
            return found, True
        if dep in ("nsubj", "compound") and kind not in _SUBJECT_KINDS:
            return found, True
        if kind is None:
            return self._unruled(token, above, dep, marks, found)
        return self._ruled(token, above, kind, found), False

    def _unruled(self, token: int, above: int, dep: str, marks: set[str], found: _Finding) -> tuple[_Finding, bool]:
        """Below a word of no class: purposes, passive infinitives, and nouns that share their verb's auxiliaries."""
        tree = self.tree
        verbal = tree.pos[token] in ("VERB", "AUX", "ADJ")
        if dep == "advcl" and "to" in marks:
            return replace(found.plus("possible", "purpose"), future=True), True
        if dep == "acl" and not found.kinds and self._passive_infinitive(token):
            return found.plus("planned", "infinitive"), True
        if not (dep in _CLAUSE and verbal) and dep in ("obj", "nsubj:pass", "obl") and tree.pos[above] == "VERB":
            local = self._local(above)
            carried = tree.lemma[above] in self.lexicon.light and dep != "obl"
            return self._merge(found, replace(local, negative=local.negative and carried)), not carried
        if dep in _CLAUSE and verbal and tree.pos[above] != "VERB":
            return found, True
        return found, dep not in ("ccomp", "xcomp")

    def _ruled(self, token: int, above: int, kind: str, found: _Finding) -> _Finding:
        """Below a word of a class, with that word's own auxiliaries and negation."""
        local, lemma = self._local(above), self.tree.lemma[above]
        if kind == "happened":
            return self._merge(found, local)
        if kind == "report":
            return found
        if local.negative and kind in ("planned", "promised", "possible") and not self._in("weak_negation", lemma):
            return replace(found.plus(kind, lemma), negative=not found.negative)
        found = self._merge(found.plus(kind, lemma), replace(local, negative=False, kinds=()))
        return self._dated(found, kind, token)

    def _passive_infinitive(self, verb: int) -> bool:
        """*A meeting to be held*."""
        tree = self.tree
        return bool(tree.children(verb, "aux:pass")) and any(tree.lower[k] == "to" for k in tree.children(verb, "mark"))

    def _told(self, verb: int) -> bool:
        """Whether a participle is the content of the noun above: *accusations of Pyongyang supplying arms*."""
        return verb > 0 and inner_subject(self.tree, verb) is not None

    def _dated(self, found: _Finding, kind: str, token: int) -> _Finding:
        """Whether what is hoped or tried still lies ahead: yes for infinitives, no for gerunds and finite clauses."""
        if kind == "possible" and self.tree.tag[token] not in ("VBD", "VBZ", "VBP"):
            return replace(found, future=True)
        return found

    def _class_of(self, above: int, lemma: str, part: str) -> str | None:
        particle = next((self.tree.lower[k] for k in self.tree.children(above, "compound:prt")), "")
        names = [f"{lemma}_{particle}", lemma] if particle else [lemma]
        return next((kind for name in names for kind in _CLASSES if self._in(f"{kind}.{part}", name)), None)


def _decide(found: _Finding) -> Factuality:
    kinds = set(found.kinds)
    strongest = next((k for k in _WEIGHT if k in kinds), None)
    polarity: Polarity = "NEG" if found.negative else "POS"
    certainty: Certainty = "UNCERTAIN" if found.uncertain else "CERTAIN"
    tense: Tense = "FUTURE" if found.future else "NON_FUTURE"
    status: Status = "occurred"
    if strongest == "denied" and found.negative:
        status = "denied"
    elif strongest in ("alleged", "demanded"):
        status = "alleged" if strongest == "alleged" else "demanded"
    elif found.negative:
        status = "negated"
    elif strongest in ("possible", "attempted", "denied", "negated"):
        status = "possible"
    elif strongest in ("planned", "promised"):
        status = "planned"
    return Factuality(polarity, certainty, tense, status, found.rule)
