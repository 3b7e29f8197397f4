"""Raw item to `Article`: fields under any of their usual names, HTML to text, dates, language, outlet, cleaning."""

from ingest.parse.article import Parsed, parse

__all__ = ["Parsed", "parse"]
