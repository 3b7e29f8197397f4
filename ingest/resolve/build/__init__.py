"""How the generated knowledge tables are made: run once per refresh of the sources, never at run time.

    python -m ingest.resolve.build CORPORA [--atlas countries-50m.json]

CORPORA is the folder that holds `knowledge/` and `ud/`. The extra `knowledge` brings the packages that are read.
"""
