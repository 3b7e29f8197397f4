"""The word lists and frame tables of one language, read once from the data files."""

from dataclasses import dataclass, field, fields
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the rules know about the words of a language."""

    light: frozenset[str] = frozenset()
    subject_control: frozenset[str] = frozenset()
    object_control: frozenset[str] = frozenset()
    control_nouns: frozenset[str] = frozenset()
    transparent: frozenset[str] = frozenset()
    organs: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    light_oblique: frozenset[str] = frozenset()
    human: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    no_trigger: frozenset[str] = frozenset()
    words: dict[str, frozenset[str]] = field(default_factory=dict)


def read_data(name: str) -> Any:
    """A YAML file of the data folder, or an empty dictionary where a language has none."""
    path = files("ingest.extract").joinpath(f"data/{name}")
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) if path.is_file() else {}


@lru_cache(maxsize=64)
def has_lexicon(lang: str) -> bool:
    """Whether there are rules for the language; without them the trained annotator's events are taken."""
    return files("ingest.extract").joinpath(f"data/words.{lang}.yaml").is_file()


@lru_cache(maxsize=32)
def load_lexicon(lang: str) -> Lexicon:
    """The lexicon of a language."""
    raw: dict[str, Any] = read_data(f"words.{lang}.yaml")
    words = {name: frozenset(str(text).split()) for name, text in raw.items()}
    own = [field.name for field in fields(Lexicon) if field.name != "words"]
    return Lexicon(**{name: words.get(name, frozenset()) for name in own}, words=words)
