"""Whom an actor acts for: ISO 3166-1 alpha-3 country (or body code) and PLOVER sector of a name or a description."""

import re
from collections import defaultdict
from functools import cached_property, lru_cache
from importlib.resources import files

from graph.model import Mention
from ingest.resolve.gazetteer import Gazetteer
from ingest.resolve.normal import bare_name
from ingest.resolve.tables import Knowledge, Known

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_FORMER = re.compile(
    r"\b(?:former|ex|disgraced|ousted|late|deposed|бывш\w+|ancien\w*|ehemalige\w*|exministr\w*)\b", re.I
)
_BREAK = re.compile(r"[.,;:!?\"“”()\n]| and | with ")
_TITLE = 60  # characters before a name in which its title may stand
_RULING = frozenset({"GOV", "MIL", "LEG", "SPY", "COP", "JUD"})


class ActorCoder:
    """Codes phrases by the names in them and by the word that says what the actor is."""

    def __init__(self, knowledge: Knowledge, gazetteer: Gazetteer) -> None:
        self._entities = knowledge.entities
        self._gazetteer = gazetteer

    @cached_property
    def _sectors(self) -> dict[str, dict[str, str]]:
        table: dict[str, dict[str, str]] = defaultdict(dict)
        lines = (files("ingest.resolve") / "knowledge" / "sectors.tsv").read_text(encoding="utf-8").splitlines()[1:]
        for line in lines:
            lang, phrase, sector = line.split("\t")
            table[lang][phrase] = sector
        return dict(table)

    def of_entity(self, known: Known, day: str) -> tuple[str | None, str | None]:
        """Codes of a known entity on a day: an office then held gives the sector, offices past make it ELI."""
        if known.type == "GPE" and known.sector == "GOV":
            return known.country, None  # a state by itself has no sector
        if known.type != "PERSON" or not known.offices or not day:
            return known.country, known.sector
        held = [office for office in known.offices if office.covers(day)]
        if held:
            return known.country, held[-1].sector
        began = any(office.start <= day for office in known.offices)
        return known.country, "ELI" if began and known.sector in _RULING else known.sector

    @lru_cache(maxsize=8192)  # noqa: B019 - lives as long as its process
    def of_phrase(self, phrase: str, lang: str, day: str) -> tuple[str | None, str | None]:
        """Codes of a description: the state that it names, and the sector of its last telling word."""
        country = sector = None
        for hit in self._gazetteer.find(phrase, lang):
            known = self._entities[hit.entity]
            found, kind = self.of_entity(known, day)
            if hit.type == "PERSON" or (country is None and found):
                country = found or country
            if not (known.type == "GPE" and known.sector == "GOV") and known.type != "LOC":
                sector = kind or sector
        word = self.sector_of(phrase, lang)
        if word and _FORMER.search(phrase) and word in _RULING:
            word = "ELI"
        return country, word or sector

    def of_name(self, text: str, mention: Mention, lang: str, day: str) -> tuple[str | None, str | None]:
        """Codes of an unknown name: a body's own words, for a person the title that stands before the name."""
        if mention.type != "PERSON":
            return self.of_phrase(mention.text, lang, day)
        inside = mention.text.find(bare_name(mention.text))
        begin = mention.start + max(inside, 0)
        title = _BREAK.split(text[max(0, begin - _TITLE) : begin])[-1].strip()
        if not title or not self.sector_of(" ".join(title.split()[-3:]), lang):
            return None, None
        return self.of_phrase(title, lang, day)

    def sector_of(self, phrase: str, lang: str) -> str | None:
        """Sector of the longest, else the last, word or words of the sector table in the phrase."""
        table = self._sectors.get(lang, {})
        head = re.split(r"\b(?:of|for|in|at|from|de|du|von|,|who|which|that)\b", phrase.lower(), maxsplit=1)[0]
        return _longest(table, head) or _longest(table, phrase.lower())


def _longest(table: dict[str, str], phrase: str) -> str | None:
    words = _WORD.findall(phrase)
    for count in range(min(4, len(words)), 0, -1):
        for at in range(len(words) - count, -1, -1):
            for form in _base_forms(" ".join(words[at : at + count])):
                if found := table.get(form):
                    return found
    return None


def _base_forms(phrase: str) -> list[str]:
    phrase = phrase.replace("’", "'")
    forms = [phrase, phrase.removesuffix("'s")]
    if phrase.endswith("ies"):
        forms.append(phrase[:-3] + "y")
    if phrase.endswith("es"):
        forms.append(phrase[:-2])
    if phrase.endswith("s"):
        forms.append(phrase[:-1])
    if phrase.endswith("men"):
        forms.append(phrase[:-2] + "an")
    return forms
