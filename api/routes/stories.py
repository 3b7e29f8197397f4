"""Stories: the list, and the parts of a story page."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from api.deps import TAGGED, Identifier, Key, PageDep, PageQuery, StoreDep, Text
from api.errors import responses
from api.examples import example
from api.schemas import ArticleSummary, Graph, Page, StoryDetail, StorySummary, StoryTimeline
from graph.reads import articles, stories, story
from graph.reads.paging import Row

router = APIRouter(prefix="/api/v1/stories", tags=["stories"], dependencies=TAGGED, responses=responses())


class StoriesQuery(PageQuery):
    q: Text | None = Field(default=None, description="Words of an article of the story.")
    lang: Key | None = Field(default=None, description="ISO 639-1: stories told in this language.")
    sort: stories.Sorting = "recent"


class GraphQuery(BaseModel):
    limit: int = Field(default=100, ge=1, le=500, description="Relations to show at most.")


@router.get("", operation_id="listStories", response_model=Page[StorySummary], responses=example("listStories"))
def list_stories(store: StoreDep, query: Annotated[StoriesQuery, Query()]) -> Row:
    """Stories, the latest or the largest first."""
    return stories.list_stories(store, query.page(), query.sort, query.q, query.lang)


@router.get(
    "/{story_id}", operation_id="getStory", response_model=StoryDetail, responses=responses(404) | example("getStory")
)
def get_story(store: StoreDep, story_id: Identifier) -> Row:
    """One story: cited summary, ratings of its outlets, who takes part, best events, disputes."""
    return story.get_story(store, story_id)


@router.get(
    "/{story_id}/articles",
    operation_id="listStoryArticles",
    response_model=Page[ArticleSummary],
    responses=responses(404) | example("listStoryArticles"),
)
def list_story_articles(store: StoreDep, story_id: Identifier, query: PageDep) -> Row:
    """The story's articles, newest first; retracted ones are marked."""
    story.check_story(store, story_id)
    return articles.list_articles(store, query.page(), {"story": story_id})


@router.get(
    "/{story_id}/timeline",
    operation_id="getStoryTimeline",
    response_model=StoryTimeline,
    responses=responses(404) | example("getStoryTimeline"),
)
def get_timeline(store: StoreDep, story_id: Identifier) -> Row:
    """Articles and independent origins by day, and the story's dated events."""
    return story.story_timeline(store, story_id)


@router.get(
    "/{story_id}/graph",
    operation_id="getStoryGraph",
    response_model=Graph,
    responses=responses(404) | example("getStoryGraph"),
)
def get_graph(store: StoreDep, story_id: Identifier, query: Annotated[GraphQuery, Query()]) -> Row:
    """The relations that the story's events add up to, the best supported first."""
    return story.story_graph(store, story_id, query.limit)
