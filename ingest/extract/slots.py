"""The logical dependents of a verb or noun: who stands in which syntactic slot once passives, control, relative
clauses, participles, coordination and light verbs are undone."""

from typing import NamedTuple

from ingest.extract.lexicon import Lexicon
from ingest.extract.tree import RELATIVE, Tree

_RELATIVE_WORDS = RELATIVE | {"where", "when"}
_PASSIVE = frozenset({"aux:pass", "nsubj:pass", "obl:agent"})
_DEPTH = 6  # how far a missing subject is looked for upwards


class Slot(NamedTuple):
    """A dependent: ``subj``, ``obj``, ``iobj``, a preposition, ``poss``, ``mod``; with a prefix where it belongs to
    the verb above (``lv:`` a light verb, ``g:`` another one)."""

    name: str
    token: int


def inner_subject(tree: Tree, verb: int) -> int | None:
    """In *accusations of X supplying arms* the noun that stands right before a participle which hangs further up."""
    above = tree.head[verb]
    if tree.dep[verb] != "acl" or tree.tag[verb] != "VBG" or verb == 0:
        return None
    before = verb - 1
    while tree.dep[before] in ("conj", "compound", "punct") and tree.head[before] != above and before > above:
        before = tree.head[before]
    if before != above and tree.dep[before] == "nmod" and tree.cases(before) == "of" and tree.below(before, above):
        return before
    return None


class Slots:
    """Finds slots in one tree, keeping what it has found."""

    def __init__(self, tree: Tree, lexicon: Lexicon) -> None:
        self.tree = tree
        self.lexicon = lexicon
        self._subjects: dict[int, list[int]] = {}

    def of(self, token: int) -> list[Slot]:
        """All slots of a trigger, coordinated fillers each on their own."""
        verbal = self.tree.pos[token] in ("VERB", "AUX")
        found = self.verb(token) + self._nested(token) if verbal else self.noun(token) + self._of_participle(token)
        found += self._higher(token, {t for _, t in found})
        return [Slot(name, k) for name, t in found for k in self.tree.conjuncts(self.antecedent(t)) if k != token]

    def is_passive(self, verb: int) -> bool:
        """Whether the verb's surface subject is its logical object."""
        tree = self.tree
        if any(tree.dep[k] in _PASSIVE for k in tree.kids[verb]):
            return True
        if tree.tag[verb] != "VBN" or any(tree.dep[k] in ("aux", "obj", "nsubj") for k in tree.kids[verb]):
            return False
        if tree.dep[verb] == "conj" and tree.head[verb] != verb:
            return self.is_passive(tree.head[verb])
        return tree.dep[verb] in ("acl", "advcl", "ROOT", "amod")

    def antecedent(self, token: int) -> int:
        """What a relative pronoun stands for; any other token is itself."""
        tree = self.tree
        if not tree.relative[token] or tree.pos[token] not in ("PRON", "DET", "SCONJ"):
            return token
        above = token
        for _ in range(_DEPTH):
            if tree.dep[above] == "acl:relcl":
                return tree.head[above]
            above = tree.head[above]
        return token

    def verb(self, verb: int) -> list[Slot]:
        """Slots of a verb."""
        tree = self.tree
        found = [Slot("subj", s) for s in self.subjects(verb)] + [Slot("obj", o) for o in self.objects(verb)]
        for k in tree.kids[verb]:
            dep = tree.dep[k]
            if dep == "iobj":
                found.append(Slot("iobj", k))
            elif dep == "obl":
                found.append(Slot(tree.cases(k) or "obl", k))
            elif dep == "obl:npmod":
                found.append(Slot("when", k))
            elif dep == "xcomp" and tree.pos[k] in ("NOUN", "PROPN"):
                found.append(Slot("as", k))
        if tree.dep[verb] == "acl:relcl" and not any(tree.relative[k] for k in tree.kids[verb]):
            stranded = next((k for k in tree.children(verb, "case") if k > verb), None)
            if stranded is not None:
                found.append(Slot(tree.lower[stranded], tree.head[verb]))
        if any(tree.lower[k] == "where" for k in tree.children(verb, "advmod")) and tree.dep[verb] == "acl:relcl":
            found.append(Slot("in", tree.head[verb]))
        return found

    def subjects(self, verb: int, depth: int = 0) -> list[int]:
        """Logical subjects of a verb, its own or inherited."""
        if verb not in self._subjects:
            self._subjects[verb] = []  # against circles
            self._subjects[verb] = self._find_subjects(verb, depth)
        return self._subjects[verb]

    def _find_subjects(self, verb: int, depth: int) -> list[int]:
        tree = self.tree
        if self.is_passive(verb):
            own = tree.children(verb, "obl:agent")
            if own or tree.dep[verb] != "conj" or tree.children(verb, "nsubj:pass") or tree.dep[verb] == "acl":
                return own
        own = tree.children(verb, "nsubj")
        if own or depth > _DEPTH or tree.head[verb] == verb:
            return own
        return self._inherited(verb, depth + 1)

    def _inherited(self, verb: int, depth: int) -> list[int]:
        tree, above = self.tree, self.tree.head[verb]
        dep = tree.dep[verb]
        if dep == "conj":
            return self._surface(above, depth) if not self.is_passive(verb) else self.subjects(above, depth)
        if dep in ("xcomp", "advcl", "ccomp") and tree.pos[above] in ("VERB", "AUX", "ADJ", "NOUN"):
            if dep == "ccomp" and tree.tag[verb] not in ("VB", "VBG"):
                return []
            return self._controller(verb, above, depth)
        if dep == "acl":
            return self._of_noun(verb, above, depth)
        if dep == "acl:relcl" and not self._has_relative_object(verb):
            return [above]
        return []

    def _controller(self, verb: int, above: int, depth: int) -> list[int]:
        tree = self.tree
        objects = [o for o in self.objects(above) if o < verb or self.is_passive(above)]
        lemma = tree.lemma[above]
        control = tree.dep[verb] in ("xcomp", "ccomp") and lemma not in self.lexicon.subject_control
        if objects and (control or lemma in self.lexicon.object_control):
            return objects
        return self._surface(above, depth)

    def _surface(self, verb: int, depth: int) -> list[int]:
        """The subject that stands there, passive or not."""
        passive = self.tree.children(verb, "nsubj:pass")
        if passive:
            return passive
        if self.is_passive(verb) and self.tree.dep[verb] in ("acl", "acl:relcl"):
            return self.objects(verb)
        return self.subjects(verb, depth)

    def _of_noun(self, verb: int, noun: int, depth: int) -> list[int]:
        tree = self.tree
        inner = inner_subject(tree, verb)
        if inner is not None:
            return [inner]
        document = tree.lemma[noun] in self.lexicon.documents and tree.tag[verb] == "VBG"
        if document or tree.children(verb, "mark"):
            holders = [s.token for s in self.noun(noun) if s.name in ("poss", "by", "mod", "lv:subj", "g:subj", "of")]
            if document or tree.lemma[noun] in self.lexicon.control_nouns or not holders:
                return holders[:1] or [noun]
            return [noun]
        return [noun]

    def _has_relative_object(self, verb: int) -> bool:
        return any(self.tree.relative[k] for k in self.tree.children(verb, "obj"))

    def objects(self, verb: int) -> list[int]:
        """Logical objects of a verb."""
        tree = self.tree
        if self.is_passive(verb):
            own = tree.children(verb, "nsubj:pass")
            return own if own or tree.children(verb, "nsubj") else self._passive_object(verb)
        own = tree.children(verb, "obj")
        if own:
            return own
        return [tree.head[verb]] if self._is_object_relative(verb) else self._shared_object(verb)

    def _passive_object(self, verb: int) -> list[int]:
        tree, above, dep = self.tree, self.tree.head[verb], self.tree.dep[verb]
        if dep == "conj":
            return tree.children(above, "nsubj:pass") or self.objects(above)
        if dep in ("acl", "acl:relcl", "amod"):
            return [above]
        return self._surface(above, 0) if dep == "advcl" and tree.pos[above] == "VERB" else []

    def _is_object_relative(self, verb: int) -> bool:
        """Whether a relative clause without a pronoun says what is done to its noun: *the man he met*."""
        tree = self.tree
        if tree.dep[verb] != "acl:relcl" or not tree.children(verb, "nsubj"):
            return False
        if any(k > verb for k in tree.children(verb, "case", "ccomp")):
            return False
        return not any(tree.relative[k] or tree.lower[k] in _RELATIVE_WORDS for k in tree.kids[verb])

    def _shared_object(self, verb: int) -> list[int]:
        """In *killed or wounded ten people* the object stands after the last verb."""
        tree = self.tree
        conjuncts = tree.children(verb, "conj")
        if not conjuncts or tree.children(verb, "obl", "ccomp", "xcomp") or conjuncts[0] - verb > 2:
            return []
        return tree.children(conjuncts[-1], "obj") if not self.is_passive(conjuncts[-1]) else []

    def noun(self, noun: int) -> list[Slot]:
        """Slots of an event noun: its own modifiers, then those of the verb above it."""
        tree = self.tree
        found: list[Slot] = []
        for k in tree.kids[noun]:
            dep = tree.dep[k]
            if dep == "nmod:poss":
                found.append(Slot("poss", k))
            elif dep in ("nmod", "obl", "obl:agent"):
                found.append(Slot(tree.cases(k) or "nmod", k))
            elif dep in ("compound", "amod", "nmod:npmod"):
                found.append(Slot("mod", k))
            elif dep == "nsubj":
                found.append(Slot("subj", k))
        return found + self._of_governor(noun)

    def _nested(self, verb: int) -> list[Slot]:
        """Those one step further down: modifiers of the object, subjects and objects of complements."""
        tree = self.tree
        found = [
            Slot("obj." + ("poss" if tree.dep[k] == "nmod:poss" else tree.cases(k) or "mod"), k)
            for o in self.objects(verb)
            if o > verb
            for k in tree.kids[o]
            if tree.dep[k] in ("nmod:poss", "nmod") or (tree.dep[k] in ("compound", "amod") and tree.entity[k])
        ]
        for c in tree.kids[verb]:
            if tree.dep[c] in ("ccomp", "xcomp", "advcl") and tree.pos[c] in ("VERB", "AUX"):
                for k in tree.kids[c]:
                    if tree.dep[k] in ("nsubj", "nsubj:pass", "obj"):
                        found.append(Slot(f"{tree.dep[c]}.{tree.dep[k][:4]}", k))
                    elif tree.dep[k] == "obl" and tree.dep[c] == "xcomp":
                        found.append(Slot(f"xcomp.{tree.cases(k)}", k))
        return found

    def _of_participle(self, noun: int) -> list[Slot]:
        """In *a lawsuit filed by X* and *a plan to attack X* the clause below the noun names its parties."""
        tree = self.tree
        found = []
        for c in tree.children(noun, "acl", "acl:relcl"):
            found += [
                Slot(f"acl.{tree.dep[k].split(':')[-1][:5]}", k) for k in tree.children(c, "obl:agent", "obj", "nsubj")
            ]
        return found

    def _higher(self, token: int, seen: set[int]) -> list[Slot]:
        """Subjects and objects of the verbs above, which may be the parties where none stands nearer."""
        tree, found = self.tree, []
        above, level = token, 0
        while tree.head[above] != above and level < 2:
            above = tree.head[above]
            if tree.pos[above] != "VERB":
                continue
            level += 1
            prefix = "up" if level == 1 else "upup"
            for name, tokens in (("subj", self.subjects(above)), ("obj", self.objects(above))):
                found += [Slot(f"{prefix}:{name}", t) for t in tokens if t not in seen and t != token]
            seen = seen | {s.token for s in found}
        return found

    def _of_governor(self, noun: int) -> list[Slot]:
        tree = self.tree
        top = noun
        while tree.head[top] != top and (
            tree.dep[top] == "conj"
            or (tree.dep[top] == "nmod" and tree.lemma[tree.head[top]] in self.lexicon.transparent)
            or (tree.dep[top] == "compound" and tree.pos[tree.head[top]] == "NOUN")
        ):
            top = tree.head[top]
        verb = tree.head[top]
        if verb == top or tree.pos[verb] != "VERB":
            return []
        place = {"obj": "g", "nsubj:pass": "g", "nsubj": "s", "obl": "o", "obl:agent": "s", "xcomp": "g"}.get(
            tree.dep[top]
        )
        if place is None:
            return []
        if place == "g" and tree.lemma[verb] in self.lexicon.light:
            place = "lv"
        elif place == "o" and tree.lemma[verb] in self.lexicon.light_oblique:
            place = "lo"
        return [Slot(f"{place}:{s.name}", s.token) for s in self.verb(verb) if s.token != top]
