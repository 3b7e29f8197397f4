"""Who is given as the source of a statement, other than the article itself."""

from ingest.extract.slots import Slots
from ingest.extract.status import governors
from ingest.extract.tree import Tree

_DEPTH = 6
_CITING = frozenset({"cite", "quote"})
_ACCORDING = frozenset({"according_to", "per"})
_CLAUSE = frozenset(
    {
        "ccomp",
        "xcomp",
        "conj",
        "advcl",
        "acl",
        "acl:relcl",
        "obj",
        "obl",
        "nmod",
        "nsubj",
        "nsubj:pass",
        "compound",
        "parataxis",
    }
)


class Attributions:
    """Finds the sources of the statements in one tree."""

    def __init__(self, tree: Tree, slots: Slots) -> None:
        self.tree = tree
        self.slots = slots
        table = governors(tree.lang)
        self._reporting = table.get("report.complement", frozenset()) | table.get("alleged.complement", frozenset())
        self._speaking = self._reporting | table.get("denied.complement", frozenset()) | {"warn", "confirm", "claim"}

    def source(self, trigger: int) -> int | None:
        """The token that heads the nearest source's phrase."""
        tree, token = self.tree, trigger
        for _ in range(_DEPTH):
            found = self._according(token)
            if found is not None:
                return found
            above, dep = tree.head[token], tree.dep[token]
            if above == token or dep not in _CLAUSE:
                return None
            if (
                dep in ("ccomp", "parataxis", "advcl")
                and tree.lemma[above] in self._speaking
                and tree.pos[above] == "VERB"
            ):
                speaker = self._speaker(above, token, dep)
                if speaker is not None and speaker != trigger:
                    return speaker
            token = above
        return None

    def _according(self, token: int) -> int | None:
        return next((k for k in self.tree.children(token, "obl", "nmod") if self.tree.cases(k) in _ACCORDING), None)

    def _speaker(self, verb: int, clause: int, dep: str) -> int | None:
        tree = self.tree
        if dep == "advcl" and not any(tree.lower[m] == "as" for m in tree.children(clause, "mark")):
            return None
        if tree.lemma[verb] in _CITING:
            cited = tree.children(verb, "obj")
            if cited:
                return cited[0]
        subjects = self.slots.subjects(verb)
        return self.slots.antecedent(subjects[0]) if subjects else None
