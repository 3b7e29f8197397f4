"""The names of the tables as look-up keys, one index for each way of writing."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib.resources import files

import yaml

from ingest.resolve.folding import table_key
from ingest.resolve.inflection import cyrillic_nominative, cyrillic_stem, polish_stem
from ingest.resolve.tables import Knowledge, Known

ACRONYM = "^"
_ACRONYM_NAME = re.compile(r"(?:[A-ZА-ЯІЇЄ0-9]{2,8}|(?:[A-Z]\.){2,5}(?: ?[A-Z]{2}\.)?)")
_SMALL = 100_000  # inhabitants
_BIG = 400_000  # from this weight on a place has names in inflected form that are worth an index of their own


@dataclass(slots=True)
class Index:
    """Keys to entities; `heads` says how many words a key with this first word may have."""

    keys: dict[str, list[str]] = field(default_factory=dict)
    weak: dict[str, list[str]] = field(default_factory=dict)
    heads: dict[str, int] = field(default_factory=dict)
    lower: set[str] = field(default_factory=set)  # keys whose words may all be in lower case

    def add(self, key: str, entity: str, *, weak: bool = False) -> None:
        if not key:
            return
        entries = (self.weak if weak else self.keys).setdefault(key, [])
        if entity not in entries:
            entries.append(entity)
        words = key.split(" ")
        if self.heads.get(words[0], 0) < len(words):
            self.heads[words[0]] = len(words)


@lru_cache(maxsize=1)
def word_lists() -> dict[str, list[str]]:
    lists: dict[str, list[str]] = yaml.safe_load((files("ingest.resolve") / "words.yaml").read_text(encoding="utf-8"))
    return lists


class Names:
    """Indexes over all names, each built when a text first needs it."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    @cached_property
    def latin(self) -> Index:
        index = Index()
        for known in self.knowledge.entities.values():
            small = known.type == "GPE" and known.weight < _SMALL and known.key.startswith("gn:") and known.within != ""
            for name in known.latin.split("|"):
                if name[2:3] != ":":
                    add_latin(index, name, known.key, small=small)
        return index

    @lru_cache(maxsize=32)  # noqa: B019 - one Names lives as long as its process
    def of_language(self, lang: str) -> Index:
        """Names that are names in one language only, and its demonyms."""
        index = Index()
        for known in self._worldwide():
            for name in f"{known.latin}|{known.native}".split("|"):
                if name[2:3] == ":" and name[:2] == lang:
                    add_latin(index, name[3:], known.key)
                elif lang == "pl" and name[2:3] != ":":
                    index.add(" ".join(polish_stem(w) for w in table_key(name.lstrip("?")).split()), known.key)
        return index

    @cached_property
    def cyrillic(self) -> Index:
        index = Index()
        for known in self.knowledge.entities.values():
            for name in _native(known, "\u0400", "\u052f"):
                words = table_key(name).split()
                if name.isupper() and len(words) == 1:
                    index.add(ACRONYM + words[0], known.key)
                else:
                    index.add(" ".join(cyrillic_stem(w) for w in words), known.key)
                    index.add(" ".join(cyrillic_nominative(w) for w in words), known.key)
        return index

    @cached_property
    def arabic(self) -> Index:
        index = Index()
        for known in self.knowledge.entities.values():
            for name in _native(known, "\u0600", "\u06ff"):
                index.add(table_key(name), known.key)
        return index

    @cached_property
    def hangul(self) -> Index:
        return self._unspaced("\uac00", "\ud7a3")

    @cached_property
    def cjk(self) -> Index:
        return self._unspaced("\u3040", "\u9fff")

    def _unspaced(self, first: str, last: str) -> Index:
        """Keys are the names as written; `heads` holds their first two letters and the longest length."""
        index = Index()
        for known in self.knowledge.entities.values():
            for name in _native(known, first, last):
                for key in {name, name.replace(" ", "")}:
                    if len(key) > 1:
                        index.keys.setdefault(key, []).append(known.key)
                        index.heads[key[:2]] = max(index.heads.get(key[:2], 0), len(key))
        return index

    def _worldwide(self) -> Iterable[Known]:
        return (k for k in self.knowledge.entities.values() if k.weight >= _BIG or k.type in ("PERSON", "ORG"))


def add_latin(index: Index, name: str, entity: str, *, small: bool = False) -> None:
    """Enter a Latin-script name: acronyms ask for capitals, weak names for a preposition before them.

    The one-word name of a `small` town is weak: more people than texts about the town bear it.
    """
    weak = name.startswith("?") or (small and " " not in name)
    name = name.lstrip("?~")
    key = table_key(name)
    if _ACRONYM_NAME.fullmatch(name):
        index.add(ACRONYM + key, entity, weak=weak)
        return
    if len(key) < 2:
        return
    index.add(key, entity, weak=weak)
    if name[0].islower() or any(w[0].islower() and len(w) > 3 for w in re.split(r"[\s-]", name) if w):
        index.lower.add(key)
    if "'" in name or "’" in name:
        index.add(table_key(name.replace("'", "").replace("’", "")), entity, weak=weak)


def _native(known: Known, first: str, last: str) -> Iterable[str]:
    return (n for n in known.native.replace("~", "").split("|") if n and first <= n[0] <= last)
