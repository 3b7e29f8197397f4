"""What the graph can be asked: one module an area, each of plain functions over a `Store`, answering with plain dicts.

Every list first finds a page of ids in a stable order, then loads what belongs to all of them at once. The Cypher is
the same text on both engines; values go in as parameters, and types in patterns come from the closed vocabulary.
"""
