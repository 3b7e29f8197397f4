"""Single relations and what they rest on."""

from fastapi import APIRouter

from api.deps import TAGGED, Identifier, PageDep, StoreDep
from api.errors import responses
from api.examples import example
from api.schemas import Claim, Page, RelationDetail
from graph.reads import relations
from graph.reads.paging import Row

router = APIRouter(prefix="/api/v1/relations", tags=["relations"], dependencies=TAGGED, responses=responses(404))


@router.get(
    "/{relation_id}", operation_id="getRelation", response_model=RelationDetail, responses=example("getRelation")
)
def get_relation(store: StoreDep, relation_id: Identifier) -> Row:
    """One relation with its two ends and the events that add up to it."""
    return relations.get_relation(store, relation_id)


@router.get(
    "/{relation_id}/evidence",
    operation_id="listEvidence",
    response_model=Page[Claim],
    responses=example("listEvidence"),
)
def list_evidence(store: StoreDep, relation_id: Identifier, query: PageDep) -> Row:
    """The sentences that the relation rests on, each with its article, outlet and origin."""
    return relations.evidence(store, relation_id, query.page())
