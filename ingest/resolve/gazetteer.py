"""Finds known names in running text, in any of the scripts, by the longest match."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from graph.model import EntityType
from ingest.resolve.demonyms import Demonyms
from ingest.resolve.folding import fold
from ingest.resolve.inflection import (
    arabic_forms,
    cyrillic_dative,
    cyrillic_nominative,
    cyrillic_stem,
    latin_forms,
    polish_stem,
)
from ingest.resolve.names import ACRONYM, Index, Names, word_lists
from ingest.resolve.tables import Knowledge

_TOKEN = re.compile(
    r"(?P<latin>[0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff\u0300-\u036f]+)|(?P<cyrillic>[\u0400-\u052f]+)"
    r"|(?P<arabic>[\u0600-\u06ff\u200c]+)|(?P<hangul>[\uac00-\ud7a3]+)|(?P<cjk>[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f]+)"
)
_GAP = re.compile(r"[ \u00a0\u2009]?[-,‐‑–'’.·・«»\"“”]?[ \u00a0\u2009]?|\n")
_CYRILLIC_FORMS = (cyrillic_nominative, cyrillic_stem, cyrillic_dative)
_LEAD = 250  # characters
_KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc-\u30ff]")


@dataclass(frozen=True, slots=True)
class NameHit:
    """A known name in a text: `entity` is the likeliest key of the tables, `candidates` all, likeliest first.

    A `weak` hit is a name that is more often something else; it counts where a recogniser saw a place.
    """

    start: int
    end: int
    text: str
    type: EntityType
    entity: str
    candidates: tuple[str, ...]
    weak: bool = False
    others: tuple[str, ...] = ()  # places that only rarely are meant by the name: Paris in Texas


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str
    script: str
    key: str


class Gazetteer:
    """Looks texts through for the names of the knowledge tables; holds no state of a text."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._entities = knowledge.entities
        self._names = Names(knowledge)
        self._demonyms = Demonyms(knowledge)
        words = word_lists()
        self._particles = frozenset(words["korean_particles"])
        self._suffixes = frozenset(words["korean_suffixes"])
        self._prefixes = tuple(words["arabic_prefixes"])
        self._locatives = frozenset(words["locatives"])

    def find(self, text: str, lang: str) -> list[NameHit]:
        """Known names in `text`, in its order, none inside another."""
        return [hit for hit in self.scan(text, lang) if not hit.weak]

    @lru_cache(maxsize=128)  # noqa: B019 - extraction and resolution ask for one text in turn
    def scan(self, text: str, lang: str) -> tuple[NameHit, ...]:
        """`find` with the weak hits."""
        words = [
            _Word(m.start(), m.end(), m[0], m.lastgroup or "latin", fold(m[0]) if m.lastgroup != "cjk" else m[0])
            for m in _TOKEN.finditer(text)
        ]
        hits: list[NameHit] = []
        at = 0
        while at < len(words):
            word = words[at]
            if word.script == "cjk":
                hits.extend(self._ideographs(text, word))
                at += 1
                continue
            hit = self._syllables(text, word) if word.script == "hangul" else self._phrase(text, words, at, lang)
            if hit is None:
                at += 1
                continue
            hits.append(hit)
            while at < len(words) and words[at].start < hit.end:
                at += 1
        return tuple(hits)

    def _phrase(self, text: str, words: list[_Word], at: int, lang: str) -> NameHit | None:
        """The longest known name that begins with the word at `at`."""
        word = words[at]
        longest = max((index.heads.get(head, 0) for index, head in self._heads(word, lang)), default=0)
        for count in range(min(longest, len(words) - at), 0, -1):
            span = words[at : at + count]
            if count > 1 and not _joined(text, span):
                continue
            keys = self._look_up(text, span, lang)
            rare = self._weak(span) if word.script == "latin" else []
            weak = not keys and word.script == "latin" and not self._supported(text, span)
            others = tuple(k for k in rare if keys and k not in keys)
            keys = keys or rare
            if keys:
                end = span[-1].end
                if len(span[-1].text) < 3 and "." in text[word.start : end] and text[end : end + 1] == ".":
                    end += 1
                start = word.start + self._attached(span)
                name = replace(self._hit(text, start, end, keys, weak=weak), others=others)
                return self._longer(name, self._demonym(text, words, at, lang))
        return self._demonym(text, words, at, lang)

    @staticmethod
    def _longer(name: NameHit, demonym: NameHit | None) -> NameHit:
        return demonym if demonym and demonym.end > name.end else name

    def _heads(self, word: _Word, lang: str) -> Iterator[tuple[Index, str]]:
        if word.script == "latin":
            for form in latin_forms(word.key, lang):
                yield self._names.latin, form
            yield self._names.latin, ACRONYM + word.key
            yield self._names.of_language(lang), polish_stem(word.key) if lang == "pl" else word.key
            yield self._names.of_language(lang), ACRONYM + word.key
        elif word.script == "cyrillic":
            for reduce in _CYRILLIC_FORMS:
                yield self._names.cyrillic, reduce(word.key)
            yield self._names.cyrillic, ACRONYM + word.key
        else:
            for form in arabic_forms(word.key, self._prefixes):
                yield self._names.arabic, form

    def _look_up(self, text: str, span: list[_Word], lang: str) -> list[str]:
        if span[0].script == "latin":
            return self._latin(text, span, lang)
        key = " ".join(w.key for w in span)
        if span[0].script == "arabic":
            rest = "".join(f" {w.key}" for w in span[1:])
            forms = (form + rest for form in arabic_forms(span[0].key, self._prefixes))
            return next((found for form in forms if (found := self._names.arabic.keys.get(form))), [])
        if span[0].text.isupper() and len(span) == 1 and (found := self._names.cyrillic.keys.get(ACRONYM + key)):
            return found
        if not span[0].text[0].isupper() or len(key) < 3:
            return []
        forms = (" ".join(reduce(w.key) for w in span) for reduce in _CYRILLIC_FORMS)
        return next((found for form in forms if (found := self._names.cyrillic.keys.get(form))), [])

    def _attached(self, span: list[_Word]) -> int:
        """Letters of a conjunction or preposition that is written onto an Arabic name."""
        if span[0].script != "arabic":
            return 0
        rest = "".join(f" {w.key}" for w in span[1:])
        keys = self._names.arabic.keys
        if span[0].key + rest in keys:
            return 0
        prefixes = (p for p in self._prefixes if span[0].key.startswith(p) and not p.endswith("ل"))
        return next((len(p) for p in prefixes if span[0].key[len(p) :] + rest in keys), 0)

    def _latin(self, text: str, span: list[_Word], lang: str) -> list[str]:
        key = " ".join(w.key for w in span)
        names, own = self._names.latin, self._names.of_language(lang)
        if all(w.text.isupper() for w in span) and _in_mixed_case(text, span):
            acronym = ACRONYM + key
            found = names.keys.get(acronym) or own.keys.get(acronym)
            if found:
                return found
        if not self._capitalised(span, key):
            return []
        rest = "".join(f" {w.key}" for w in span[:-1]).lstrip()
        for form in latin_forms(span[-1].key, lang):
            phrase = f"{rest} {form}".lstrip()
            if found := names.keys.get(phrase) or (own.keys.get(phrase) if lang != "pl" else None):
                return found
        if lang == "pl" and (found := own.keys.get(" ".join(polish_stem(w.key) for w in span))):
            return found
        return []

    def _weak(self, span: list[_Word]) -> list[str]:
        key = " ".join(w.key for w in span)
        return self._names.latin.weak.get(key, []) if self._capitalised(span, key) else []

    def _capitalised(self, span: list[_Word], key: str) -> bool:
        if key in self._names.latin.lower:
            return True
        return span[0].text[0].isupper() and all(w.text[0].isupper() or len(w.text) < 4 for w in span)

    def _supported(self, text: str, span: list[_Word]) -> bool:
        """Whether a weak name stands where a place would."""
        before = text[max(0, span[0].start - 12) : span[0].start].split()
        return bool(before) and before[-1].lower() in self._locatives

    def _demonym(self, text: str, words: list[_Word], at: int, lang: str) -> NameHit | None:
        if words[at].script not in ("latin", "cyrillic"):
            return None
        for count in (3, 2, 1):
            span = words[at : at + count]
            if len(span) == count and (count == 1 or _joined(text, span)):
                country = self._demonyms.country(text[span[0].start : span[-1].end], lang)
                if country and (state := self._demonyms.state(country)):
                    return self._hit(text, span[0].start, span[-1].end, [state], "NORP")
        return None

    def _syllables(self, text: str, word: _Word) -> NameHit | None:
        """A Korean name at the beginning of a word, with a particle or a known noun behind it."""
        index, start = self._names.hangul, word.start
        for length in range(min(index.heads.get(text[start : start + 2], 0), len(text) - start), 1, -1):
            keys = index.keys.get(text[start : start + length])
            if not keys:
                continue
            tail = re.match(r"[\uac00-\ud7a3]*", text[start + length :])
            rest = tail[0] if tail else ""
            if not rest or rest in self._particles or rest in self._suffixes:
                return self._hit(text, start, start + length, keys)
        return None

    def _ideographs(self, text: str, word: _Word) -> Iterator[NameHit]:
        """Chinese and Japanese names anywhere in a run of letters."""
        index, at = self._names.cjk, word.start
        while at < word.end - 1:
            for length in range(min(index.heads.get(text[at : at + 2], 0), len(text) - at), 1, -1):
                name = text[at : at + length]
                if (keys := index.keys.get(name)) and not _inside_katakana(text, at, at + length):
                    yield self._hit(text, at, at + length, keys)
                    at += length - 1
                    break
            at += 1

    def _hit(
        self, text: str, start: int, end: int, keys: list[str], kind: EntityType | None = None, *, weak: bool = False
    ) -> NameHit:
        ranked = sorted(keys, key=lambda k: (-self._prior(k), k)) if len(keys) > 1 else keys
        if len(ranked) > 1 and (meant := next((k for k in ranked if self._spoken_of(k, text, start)), None)):
            ranked = [meant]
        best = self._entities[ranked[0]]
        return NameHit(start, end, text[start:end], kind or best.type, ranked[0], tuple(ranked), weak)

    def _spoken_of(self, key: str, text: str, position: int) -> bool:
        """Whether the words that call for the entity stand near, or in the text's first lines."""
        words = self._entities[key].context
        if not words:
            return False
        around = f"{text[:_LEAD]} {text[max(0, position - _LEAD) : position + _LEAD]}".lower()
        return any(word in around for word in words)

    def _prior(self, key: str) -> int:
        """States before their namesakes, people and bodies before small towns."""
        known = self._entities[key]
        if known.sector == "GOV" and known.type == "GPE":
            return known.weight * 50
        return known.weight * 1000 if known.type in ("PERSON", "ORG") else known.weight


def _joined(text: str, span: list[_Word]) -> bool:
    """Whether the words can be one name: same script, and only a space, a hyphen or a short word's dot between them."""
    for left, right in pairwise(span):
        gap = text[left.end : right.start]
        if left.script != right.script or not _GAP.fullmatch(gap):
            return False
        if ("." in gap and len(left.text) > 3) or ("," in gap and right.text != "D"):
            return False
    return True


def _in_mixed_case(text: str, span: list[_Word]) -> bool:
    around = text[max(0, span[0].start - 30) : span[-1].end + 30]
    return any(c.islower() for c in around)


def _inside_katakana(text: str, start: int, end: int) -> bool:
    """Whether the name is a piece of a longer word in katakana."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return bool(
        (_KATAKANA.match(text[start]) and _KATAKANA.match(before))
        or (_KATAKANA.match(text[end - 1]) and _KATAKANA.match(after))
    )
