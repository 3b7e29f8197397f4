"""Serving the graph: the HTTP API and the explorer. Reads through `graph`, never through `ingest`."""
