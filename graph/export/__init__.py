"""The graph in other tools' formats; `jsonl` is the canonical one, equal to the byte for equal graphs."""

from graph.export.formats import FORMATS, export

__all__ = ["FORMATS", "export"]
