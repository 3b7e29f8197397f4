"""What rules read beside plain Universal Dependencies: relations with their subtypes, and in English Penn tags.

The trained annotator says features and bare relations, which are alike in all languages; both follow from them.
"""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
import yaml
from spacy.language import Language
from spacy.tokens import Doc, Token

COMPONENT = "eventgraph_subtypes"

_BY_TAG = {
    "ADP": "IN",
    "CCONJ": "CC",
    "DET": "DT",
    "INTJ": "UH",
    "NUM": "CD",
    "PRON": "PRP",
    "PUNCT": ".",
    "SCONJ": "IN",
}
_COMPARED = {"Cmp": "R", "Sup": "S"}
_MODALS = frozenset(
    ["can", "could", "may", "might", "must", "shall", "should", "will", "would", "'ll", "’ll", "'d", "’d", "ca", "wo"]
)


@dataclass(frozen=True, slots=True)
class Marks:
    """The words of one language that tell subtypes."""

    passive: frozenset[str]
    relative: frozenset[str]
    agent: frozenset[str]
    own: frozenset[str]
    genitive: frozenset[str]


@lru_cache(maxsize=32)
def marks(lang: str) -> Marks:
    """The row of `data/subtypes.yaml` for a language; a language that it lacks goes by features alone."""
    text = files("ingest.annotate").joinpath("data/subtypes.yaml").read_text(encoding="utf-8")
    table: dict[str, Any] = yaml.safe_load(text)
    rows = {name: frozenset(table[name].get(lang, "").split()) for name in ("passive", "relative", "agent", "own")}
    return Marks(**rows, genitive=frozenset(table["genitive"].split()))


@Language.component(COMPONENT)
def complete(doc: Doc) -> Doc:
    """Write subtypes, and tags of English."""
    if len(doc) and doc.has_annotation("DEP"):
        strings = doc.vocab.strings
        known = marks(doc.lang_)
        columns = {"DEP": [strings.add(relation(token, known)) for token in doc]}
        if doc.lang_ == "en":
            columns["TAG"] = [strings.add(penn_tag(token)) for token in doc]
        rows: Any = np.array(list(columns.values()), dtype=np.uint64)
        doc.from_array([*columns], rows.T)
    return doc


def penn_tag(token: Token) -> str:
    """The tag of the Penn Treebank."""
    features, kind = token.morph.to_dict(), token.pos_
    if kind == "AUX" and token.lower_ in _MODALS:
        return "MD"
    if kind in ("VERB", "AUX"):
        return _verb_tag(features)
    if kind in ("NOUN", "PROPN"):
        return ("NNP" if kind == "PROPN" else "NN") + ("S" if features.get("Number") == "Plur" else "")
    if kind in ("ADJ", "ADV"):
        return ("JJ" if kind == "ADJ" else "RB") + _COMPARED.get(features.get("Degree", ""), "")
    return _function_tag(kind, token.lower_)


def _function_tag(kind: str, word: str) -> str:
    if kind == "PART":
        return "TO" if word == "to" else "POS" if word in marks("en").genitive else "RB"
    return "PRP$" if kind == "PRON" and word in marks("en").own else _BY_TAG.get(kind, "XX")


def _verb_tag(features: dict[str, str]) -> str:
    form, tense = features.get("VerbForm"), features.get("Tense")
    if form == "Ger" or (form == "Part" and tense == "Pres"):
        return "VBG"
    if form == "Part":
        return "VBN"
    if form == "Inf" or features.get("Mood") == "Imp":
        return "VB"
    if tense == "Past":
        return "VBD"
    return "VBZ" if (features.get("Person"), features.get("Number")) == ("3", "Sing") else "VBP"


def relation(token: Token, known: Marks) -> str:
    """The relation with the subtype that its surroundings tell."""
    dep, head = token.dep_, token.head
    cases = {k.lower_ for k in token.children if k.dep_ == "case"}
    if dep in ("nsubj", "csubj"):
        return f"{dep}:pass" if is_passive(head, known) else dep
    if dep == "aux":
        return "aux:pass" if token.lemma_.lower() in known.passive and is_participle(head) else dep
    if dep == "obl":
        agent = bool(cases & known.agent) and is_passive(head, known)
        bare = not cases and token.pos_ == "NOUN" and token.doc.lang_ == "en"  # elsewhere case endings do the work
        return "obl:agent" if agent else "obl:npmod" if bare else dep
    if dep in ("nmod", "det") and (token.lower_ in known.own or cases & known.genitive):
        return "nmod:poss"
    particle = dep == "compound" and head.pos_ == "VERB" and token.pos_ in ("ADP", "ADV", "PART")
    return "compound:prt" if particle else "acl:relcl" if dep == "acl" and is_relative(token, known) else dep


def is_participle(verb: Token) -> bool:
    """Whether the word is a past participle."""
    features = verb.morph.to_dict()
    return features.get("VerbForm") == "Part" and features.get("Tense") != "Pres"


def is_passive(verb: Token, known: Marks) -> bool:
    """Whether the word is passive by its features, a past participle under a passive auxiliary, or one at a noun."""
    if verb.doc.lang_ != "en" and verb.morph.to_dict().get("Voice") == "Pass":
        return True
    if not is_participle(verb):
        return False
    helpers = [k.lemma_.lower() for k in verb.children if k.dep_ in ("aux", "aux:pass")]
    return bool(known.passive & set(helpers)) or (not helpers and verb.dep_.startswith("acl"))


def is_relative(verb: Token, known: Marks) -> bool:
    """Whether the clause has a relative word before its verb, or in English a subject of its own and a finite verb."""
    before = [k for k in verb.subtree if k.i < verb.i or k.head.i == verb.i]
    if any(k.lower_ in known.relative or k.morph.to_dict().get("PronType") == "Rel" for k in before):
        return True
    finite = any(k.morph.to_dict().get("VerbForm") == "Fin" for k in (verb, *verb.children))
    return finite and any(k.dep_.startswith(("nsubj", "csubj")) for k in verb.children)
