"""The label sets of the network's heads; their order is the order of its outputs."""

from typing import Final

NAMES: Final = ("PER", "ORG", "LOC")
NAME_TAGS: Final = ("O", *(f"{place}-{kind}" for kind in NAMES for place in "BI"))
# fmt: off
TAGS: Final = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
    "SYM", "VERB", "X",
)
RELATIONS: Final = (
    "acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "clf", "compound", "conj", "cop", "csubj",
    "dep", "det", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod",
    "nsubj", "nummod", "obj", "obl", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp",
)
# features of Universal Dependencies; the first value of each, "", is its absence
FEATURES: Final = {
    "Aspect": ("", "Imp", "Perf", "Prog"),
    "Case": ("", "Abl", "Acc", "Dat", "Gen", "Ins", "Loc", "Nom"),
    "Definite": ("", "Def", "Ind"),
    "Degree": ("", "Cmp", "Pos", "Sup"),
    "Gender": ("", "Com", "Fem", "Masc", "Neut"),
    "Mood": ("", "Cnd", "Imp", "Ind", "Sub"),
    "Number": ("", "Plur", "Sing"),
    "Person": ("", "1", "2", "3"),
    "Polarity": ("", "Neg"),
    "PronType": ("", "Art", "Dem", "Ind", "Int", "Neg", "Prs", "Rel", "Tot"),
    "Tense": ("", "Fut", "Imp", "Past", "Pres"),
    "VerbForm": ("", "Conv", "Fin", "Ger", "Inf", "Part", "Sup", "Vnoun"),
    "Voice": ("", "Act", "Cau", "Pass"),
}
FEATURE_SCORES: Final = sum(map(len, FEATURES.values()))
PLOVER: Final = (
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "OTHER",
)
# fmt: on
TRIGGERS: Final = ("O", *PLOVER, "I")  # I: the trigger goes on
ROLES: Final = ("none", "actor", "recipient", "theme", "place", "time", "attribution")
STATUS: Final = ("NEG", "UNCERTAIN", "FUTURE")
