"""What is known, and where it is kept. Imports nothing of `ingest` or `api`."""
