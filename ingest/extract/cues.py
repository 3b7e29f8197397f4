"""What stands around a possible trigger, as short keys that the frame tables are indexed by."""

from ingest.extract.lexicon import Lexicon
from ingest.extract.slots import Slot, Slots
from ingest.extract.tree import TIME_TYPES, Tree

_CLASSES = {"PERSON": "person", "ORG": "org", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group"}
_PERSONAL = frozenset(
    ["he", "she", "they", "him", "her", "them", "his", "their", "who", "we", "us", "our", "i", "me", "my"]
)


def word_class(tree: Tree, token: int, lexicon: Lexicon) -> str:
    """Coarse class of a possible argument: person, org, place, group, time, number, pronoun, it, human,
    body, thing."""
    kind = tree.entity[token]
    if kind in _CLASSES:
        return _CLASSES[kind]
    if kind in TIME_TYPES:
        return "time"
    if tree.pos[token] == "PRON":
        return "pronoun" if tree.lower[token] in _PERSONAL else "it"
    if tree.pos[token] == "NUM":
        return "number"
    lemma = tree.lemma[token]
    return "human" if lemma in lexicon.human else "body" if lemma in lexicon.bodies else "thing"


def is_candidate(tree: Tree, token: int) -> bool:
    """Whether a token can be a trigger at all: a full verb, a noun outside names, or an adjective."""
    pos = tree.pos[token]
    if pos == "VERB":
        return True
    if pos in ("NOUN", "ADJ"):
        return tree.entity[token] in ("", "EVENT", "LAW", "WORK_OF_ART", "MONEY", "CARDINAL")
    return pos == "PROPN" and tree.entity[token] in ("", "EVENT") and tree.lower[token].isalpha()


def trigger_word(tree: Tree, token: int) -> str:
    """The lemma with its kind, e.g. ``attack/V``, ``attack/N``; a particle belongs to the verb: ``call_off/V``."""
    lemma, pos = tree.lemma[token], tree.pos[token]
    if pos == "VERB":
        particle = next((tree.lower[k] for k in tree.kids[token] if tree.dep[k] == "compound:prt"), None)
        return f"{lemma}_{particle}/V" if particle else f"{lemma}/V"
    return f"{lemma}/A" if pos == "ADJ" else f"{lemma}/N"


def cues(tree: Tree, token: int, slots: list[Slot], finder: Slots) -> list[str]:
    """Keys of the context of a candidate."""
    found = ["passive"] if tree.pos[token] == "VERB" and finder.is_passive(token) else []
    dep = tree.dep[token].split(":")[0]
    found.append(f"dep={dep}")
    for name, filler in slots:
        found.append(f"{name}={tree.lemma[filler]}")
        found.append(f"{name}:{word_class(tree, filler, finder.lexicon)}")
    for k in tree.kids[token]:
        if tree.dep[k] in ("xcomp", "ccomp", "advcl", "acl"):
            found.append(f"{tree.dep[k]}={tree.lemma[k]}")
            found.append(tree.dep[k])
        elif tree.dep[k] in ("compound", "amod", "advmod", "compound:prt"):
            found.append(f"mod={tree.lemma[k]}")
    above = tree.head[token]
    if above != token:
        found.append(f"under:{dep}={tree.lemma[above]}")
    if tree.pos[token] != "VERB":
        found.append(f"case={tree.cases(token)}")
    return found
