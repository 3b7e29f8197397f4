"""Extraction and clustering over a stream of articles, without a store: behind `extract` and `cluster`."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from graph.ids import content_id
from graph.model import Article, EventMention, Record
from ingest.assemble.members import Member
from ingest.cluster import partition, signature
from ingest.identify import Assertion, identify
from ingest.perceive import perceive_all
from ingest.report import Failure


def iter_records(articles: Iterable[Article], *, with_events: bool) -> Iterator[Record]:
    """Yield one record for every article, in order; one that fails says why in `errors`.

    With events, each event mention gets the identity of its event among all articles, so all are read first.
    """
    results = _members(articles)
    if not with_events:
        yield from (_record(article, result) for article, result in results)
        return
    read = list(results)
    members = [result for _, result in read if isinstance(result, Member)]
    identities = _event_identities(members)
    for article, result in read:
        record = _record(article, result)
        yield replace(
            record, events=tuple(_identified(record, n, event, identities) for n, event in enumerate(record.events))
        )


def story_of(articles: Sequence[Article]) -> dict[str, str]:
    """Article id -> story id, with all articles as one corpus. An article without text is a story of its own."""
    stories: dict[str, str] = {}
    signatures = [signature(article, Record(id=article.id, lang=article.lang), wording=False) for article in articles]
    for group in partition(signatures):
        stories.update(dict.fromkeys(group, content_id("sto", min(group))))
    return {article.id: stories.get(article.id, content_id("sto", article.id)) for article in articles}


def _members(articles: Iterable[Article]) -> Iterator[tuple[Article, Member | Failure]]:
    waiting: list[Article] = []

    def remembered() -> Iterator[Article]:
        for article in articles:
            waiting.append(article)
            yield article

    for result in perceive_all(remembered(), jobs=0, wording=False):
        yield waiting.pop(0), result


def _record(article: Article, result: Member | Failure) -> Record:
    if isinstance(result, Member):
        return result.record
    return Record(id=article.id, lang=article.lang, errors=(f"{result.stage}: {result.reason}",))


def _event_identities(members: Sequence[Member]) -> Mapping[tuple[str, int], str]:
    """(article id, place in its events) -> event id; every article counts as an origin of its own."""
    by_id = {member.article.id: member for member in members}
    identities: dict[tuple[str, int], str] = {}
    for story in partition([member.signature for member in members]):
        keys = [(key, n) for key in sorted(story) for n in range(len(by_id[key].record.events))]
        assertions = [_assertion(by_id[key], n, min(story)) for key, n in keys]
        for group in identify(assertions):
            event_id = content_id("evt", min(assertions[index].claim_id for index in group))
            identities.update({keys[index]: event_id for index in group})
    return identities


def _assertion(member: Member, n: int, story: str) -> Assertion:
    mention = member.record.events[n]
    return Assertion(
        claim_id=content_id("clm", member.article.id, str(n)),
        article_id=member.article.id,
        published=member.article.published,
        lang=member.record.lang,
        origin_id=member.article.id,
        story_id=story,
        mention=mention,
        people=frozenset(one.entity for one in member.record.mentions if one.type == "PERSON"),
    )


def _identified(record: Record, n: int, event: EventMention, identities: Mapping[tuple[str, int], str]) -> EventMention:
    return replace(event, event=identities.get((record.id, n)))
