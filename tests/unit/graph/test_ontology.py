"""The closed vocabulary holds together."""

import re
from typing import get_args

from graph.model import Status
from graph.ontology import NODE_LABELS, STATEMENT_EDGES, event_types, relation_types, statuses


def test_every_relation_has_a_known_root_and_two_readings() -> None:
    for relation in relation_types().values():
        assert relation.root in event_types()
        assert relation.reading
        assert relation.inverse
        assert relation.symmetric == (relation.reading == relation.inverse) or not relation.symmetric


def test_names_follow_the_naming_rule_and_never_clash() -> None:
    names = {*relation_types(), *STATEMENT_EDGES}
    assert all(re.fullmatch(r"[A-Z]+(_[A-Z]+)*", name) for name in names)
    assert not set(relation_types()) & set(STATEMENT_EDGES)
    assert not names & set(NODE_LABELS)


def test_statuses_are_those_of_the_model() -> None:
    assert set(statuses()) == set(get_args(Status))
