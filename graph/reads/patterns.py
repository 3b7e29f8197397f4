"""Pieces of Cypher that several reads share; everything in them comes from the closed vocabulary."""

from graph.ontology import relation_types

RELATIONS = "|".join(sorted(relation_types()))
"""Every relation between two entities, as the alternatives of a relationship pattern."""

OBJECT_ROLES = "RECIPIENT|PLACE|THEME|ACTOR"
"""Roles that an event's object can stand in; its subject is always the ACTOR."""

ROLES = "ACTOR|RECIPIENT|PLACE|INSTRUMENT|THEME"

EDGE = "r {.*, relation: type(r), source: startNode(r).id, target: endNode(r).id}"
"""A relation `r` between two entities as a map; `relations.edge_view` makes the answer of it."""
