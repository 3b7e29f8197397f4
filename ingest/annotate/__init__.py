"""Annotation: article texts to spaCy documents with Universal Dependencies."""

from ingest.annotate.annotator import Annotator, load_annotator
from ingest.annotate.settings import AnnotateSettings

__all__ = ["AnnotateSettings", "Annotator", "load_annotator"]
