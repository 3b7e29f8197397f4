"""One article with all that deriving the graph around it needs."""

from dataclasses import dataclass
from datetime import datetime

from graph.model import Article, Record
from ingest.cluster import Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An article, its record and its signature; a retracted one keeps its place in the story and loses its claims."""

    article: Article
    record: Record
    signature: Signature
    retracted_at: datetime | None = None

    @property
    def is_live(self) -> bool:
        return self.retracted_at is None

    @property
    def entities(self) -> frozenset[str]:
        """What the article names, or the tables know; a pronoun that leads to no name is nobody in the graph."""
        mentions = self.record.mentions
        return frozenset(one.entity for one in mentions if one.form == "NAME" or one.wikidata is not None)

    @property
    def age_key(self) -> tuple[str, str]:
        """Sorts oldest first; an undated article after all dated ones."""
        return iso(self.article.published) or "~", self.article.id


def iso(moment: datetime | None) -> str | None:
    """ISO 8601 in UTC with seconds and `Z`: one notation, so that strings sort as times do."""
    return None if moment is None else moment.strftime("%Y-%m-%dT%H:%M:%SZ")
