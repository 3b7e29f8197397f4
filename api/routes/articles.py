"""Articles and outlets."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.deps import TAGGED, Identifier, Key, PageQuery, StoreDep
from api.errors import responses
from api.examples import example
from api.schemas import ArticleDetail, ArticleSummary, OutletSummary, Page
from graph.reads import articles, sources
from graph.reads.paging import Row

router = APIRouter(prefix="/api/v1/articles", tags=["articles"], dependencies=TAGGED, responses=responses())
outlets = APIRouter(prefix="/api/v1/outlets", tags=["articles"], dependencies=TAGGED, responses=responses())


class ArticlesQuery(PageQuery):
    outlet: Key | None = None
    lang: Key | None = None
    story: Key | None = None
    origin: Key | None = None


@router.get("", operation_id="listArticles", response_model=Page[ArticleSummary], responses=example("listArticles"))
def list_articles(store: StoreDep, query: Annotated[ArticlesQuery, Query()]) -> Row:
    """Articles, newest first; `outlet` is a domain."""
    filters = {name: getattr(query, name) for name in ("outlet", "lang", "story", "origin")}
    return articles.list_articles(store, query.page(), filters)


@router.get(
    "/{article_id}",
    operation_id="getArticle",
    response_model=ArticleDetail,
    responses=responses(404) | example("getArticle"),
)
def get_article(store: StoreDep, article_id: Identifier) -> Row:
    """One article with its text, its mentions and its claims; all offsets are code points into `text`."""
    return articles.get_article(store, article_id)


@outlets.get("", operation_id="listOutlets", response_model=list[OutletSummary], responses=example("listOutlets"))
def list_outlets(store: StoreDep) -> list[Row]:
    """Every outlet with its ratings, each with its source and date; most articles first."""
    return sources.list_outlets(store)
