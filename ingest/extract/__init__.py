"""Extraction: from an annotated article to mentions, triples, events, times, quantities and quotations."""

from ingest.extract.extraction import EXTRACTOR, extract
from ingest.extract.mentions import NameHit, Names

__all__ = ["EXTRACTOR", "NameHit", "Names", "extract"]
