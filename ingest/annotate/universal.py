"""The one place where ClearNLP labels and attachments become Universal Dependencies."""

from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
import yaml
from spacy.language import Language
from spacy.tokens import Doc

COMPONENT = "eventgraph_universal"


@lru_cache(maxsize=1)
def label_map() -> dict[str, Any]:
    """The label tables of `data/clearnlp_to_ud.yaml`."""
    text = files("ingest.annotate").joinpath("data/clearnlp_to_ud.yaml").read_text(encoding="utf-8")
    table: dict[str, Any] = yaml.safe_load(text)
    return table


def speaks_clearnlp(nlp: Language) -> bool:
    """Whether the parser of `nlp` still needs the conversion."""
    if "parser" not in nlp.pipe_names:
        return False
    labels = set(nlp.get_pipe("parser").labels)  # type: ignore[attr-defined]
    return bool(labels & set(label_map()["signs"]))


@Language.component(COMPONENT)
def to_universal(doc: Doc) -> Doc:
    """Rewrite heads and labels of `doc` in place."""
    if len(doc) and doc.has_annotation("DEP"):
        tree = _Conversion(doc)
        tree.run()
        if tree.is_forest():
            tree.write(doc)
    return doc


class _Conversion:
    """Heads and labels of one document while they are rewritten."""

    def __init__(self, doc: Doc) -> None:
        self.head = [token.head.i for token in doc]
        self.dep = [token.dep_ for token in doc]
        self.pos = [token.pos_ for token in doc]
        self.lemma = [token.lemma_.lower() for token in doc]
        self.kids: list[list[int]] = [[] for _ in self.head]
        for i, h in enumerate(self.head):
            if h != i:
                self.kids[h].append(i)
        self.nominal = set(label_map()["nominal"])

    def run(self) -> None:
        self.dep = ["compound" if dep == "nmod" else dep for dep in self.dep]  # prenominal in ClearNLP, not so in UD
        for i, dep in enumerate(self.dep):
            if self._prepositional(i) and not self._prepositional(self.head[i]) and dep not in ("conj", "pcomp"):
                self._raise_object(i, self.head[i], None)
        self._coordinations()
        for i in range(len(self.head)):
            if self.lemma[i] == "be" and self.dep[i] not in ("aux", "auxpass", "cop"):
                self._copula(i)
        relabel: dict[str, str] = label_map()["relabel"]
        for i, dep in enumerate(self.dep):
            if dep == "aux" and self.lemma[i] == "to":
                self.dep[i] = "mark"
            elif dep == "npadvmod" and self.pos[self.head[i]] in self.nominal:
                self.dep[i] = "nmod:npmod"
            else:
                self.dep[i] = relabel.get(dep, dep)

    def _prepositional(self, i: int) -> bool:
        dep = self.dep[i]
        return dep in ("prep", "agent") or (dep in ("dative", "pcomp", "conj") and self.pos[i] in ("ADP", "SCONJ"))

    def _move(self, i: int, head: int, dep: str) -> None:
        if self.head[i] != i:
            self.kids[self.head[i]].remove(i)
        self.head[i], self.dep[i] = head, dep
        if head != i:
            self.kids[head].append(i)

    def _raise_object(self, prep: int, head: int, dep: str | None) -> int | None:
        """Attach what stands after the preposition to `head`, and the preposition to it; the raised token."""
        kids = list(self.kids[prep])
        inner = [k for k in kids if self._prepositional(k)]
        main = next((k for k in kids if self.dep[k] == "pobj"), None)
        clause = next((k for k in kids if self.dep[k] == "pcomp" and k not in inner), None)
        nominal = self.pos[head] in self.nominal
        if main is not None:
            oblique = "obl:agent" if self.dep[prep] == "agent" else "nmod" if nominal else "obl"
            self._move(main, head, dep or oblique)
        elif clause is not None:
            main = clause
            self._move(main, head, dep or ("acl" if nominal else "advcl"))
        else:
            main = next((m for k in inner if (m := self._raise_object(k, head, dep)) is not None), None)
            if main is None:
                return None
            inner = [k for k in inner if self._prepositional(k)]
        self._move(prep, main, "mark" if main == clause else "case")
        for k in kids:
            if k in inner and self.head[k] == prep:
                if self._raise_object(k, main, "conj" if self.dep[k] == "conj" else None) is None:
                    self._move(k, main, "case")
            elif self.head[k] == prep and k != main:
                self._move(k, main, self.dep[k])
        return main

    def _coordinations(self) -> None:
        """Conjuncts hang on the first one, and conjunctions on the conjunct that follows them."""
        members: dict[int, list[int]] = {}
        for i, dep in enumerate(self.dep):
            if dep == "conj":
                top = self.head[i]
                while self.dep[top] == "conj" and self.head[top] != top:
                    top = self.head[top]
                members.setdefault(top, []).append(i)
        for top, conjuncts in members.items():
            group = {top, *conjuncts}
            for i in conjuncts:
                self._move(i, top, "conj")
            for h in group:
                for k in [k for k in self.kids[h] if self.dep[k] == "cc"]:
                    after = next((c for c in sorted(conjuncts) if c > k), None)
                    if after is not None:
                        self._move(k, after, "cc")

    def _copula(self, verb: int) -> None:
        """Make the predicate the head of its copula."""
        kids = self.kids[verb]
        predicate = next((k for k in kids if self.dep[k] in ("attr", "acomp")), None)
        if any(self.dep[k] == "expl" for k in kids):
            if predicate is not None and self.dep[predicate] == "attr":
                self.dep[predicate] = "nsubj"
            return
        if predicate is None and not any(self.dep[k] in ("xcomp", "ccomp", "advcl") for k in kids):
            predicate = next((k for k in kids if self.dep[k] == "obl" and k > verb), None)
        if predicate is None or not any(self.dep[k] in ("nsubj", "csubj") for k in kids):
            return
        root = self.head[verb] == verb
        outer, dep = self.head[verb], self.dep[verb]
        self.kids[verb].remove(predicate)
        if not root:
            self.kids[outer].remove(verb)
            self.kids[outer].append(predicate)
        self.head[predicate], self.dep[predicate] = (predicate if root else outer), dep
        for k in list(self.kids[verb]):
            self._move(k, predicate, self.dep[k])
        self.head[verb], self.dep[verb] = predicate, "cop"
        self.kids[predicate].append(verb)

    def is_forest(self) -> bool:
        """Whether every token still leads to a root (a parse that does not is left as it was)."""
        safe: set[int] = set()
        for start in range(len(self.head)):
            path: set[int] = set()
            i = start
            while i not in safe and self.head[i] != i:
                if i in path:
                    return False
                path.add(i)
                i = self.head[i]
            safe |= path | {i}
        return True

    def write(self, doc: Doc) -> None:
        strings = doc.vocab.strings
        array = np.zeros((len(doc), 2), dtype="uint64")
        array[:, 0] = np.array([h - i for i, h in enumerate(self.head)], dtype="int64").astype("uint64")
        array[:, 1] = [strings.add(dep) for dep in self.dep]
        doc.from_array(["HEAD", "DEP"], array)  # type: ignore[arg-type]
