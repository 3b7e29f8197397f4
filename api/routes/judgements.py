"""Judgements on which entities are the same, and the pairs that wait for one; judging is the command line's."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import Field

from api.deps import TAGGED, Key, PageDep, PageQuery, RevisionDep, StoreDep
from api.errors import responses
from api.examples import example
from api.gate import Gate
from api.schemas import JudgementView, Page, ReviewPair
from graph.judgements import Verdict
from graph.reads.judgements import JudgementFilter
from graph.reads.judgements import list_judgements as read_page
from graph.reads.paging import Row, cut_page
from graph.review import review_queue
from graph.store import Store

router = APIRouter(prefix="/api/v1/judgements", tags=["judgements"], dependencies=TAGGED, responses=responses())
review = APIRouter(prefix="/api/v1/review", tags=["judgements"], dependencies=TAGGED, responses=responses(429))


class ReviewList:
    """The review queue, made once for each revision of the graph; in a large graph that takes seconds."""

    def __init__(self) -> None:
        self.gate = Gate(1)  # whoever comes meanwhile is turned away, and no thread waits
        self._made: tuple[str, list[Row]] = "", []

    def read(self, store: Store, revision: str) -> list[Row]:
        if self._made[0] != revision:
            with self.gate.enter():
                self._made = revision, review_queue(store)
        return self._made[1]


class JudgementsQuery(PageQuery):
    entity: Key | None = Field(default=None, description="Id of an entity on either side, also of a merged one.")
    verdict: Verdict | None = None
    history: bool = Field(default=False, description="Also what was undone or replaced.")


@router.get("", operation_id="listJudgements", response_model=Page[JudgementView], responses=example("listJudgements"))
def list_judgements(store: StoreDep, query: Annotated[JudgementsQuery, Query()]) -> Row:
    """Judgements on pairs of entities, newest first: in force, and with `history` all that ever were."""
    return read_page(store, query.page(), JudgementFilter(query.entity, query.verdict, query.history))


@review.get("", operation_id="listReview", response_model=Page[ReviewPair], responses=example("listReview"))
def list_review(request: Request, store: StoreDep, current: RevisionDep, query: PageDep) -> Row:
    """Pairs of entities that may be one and have no judgement, the most useful first; 200 at most."""
    waiting: ReviewList = request.app.state.review
    items, following = cut_page(waiting.read(store, current), query.page())
    return {"items": items, "next": following}
