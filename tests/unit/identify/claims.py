"""Claims for the tests of event identity."""

from datetime import UTC, datetime
from typing import Any

from graph.model import Argument, EventDate, EventMention
from ingest.identify import Assertion, identify

SHOIGU, PUTIN, KIM = "ent_shoigu", "ent_putin", "ent_kim"
RUSSIA, NORTH_KOREA, PYONGYANG = "ent_russia", "ent_north_korea", "ent_pyongyang"
PEOPLE = frozenset({SHOIGU, PUTIN, KIM})
NAMES = {
    SHOIGU: ("Sergei Shoigu", "RUS"),
    PUTIN: ("Vladimir Putin", "RUS"),
    KIM: ("Kim Jong Un", "PRK"),
    RUSSIA: ("Russia", "RUS"),
    NORTH_KOREA: ("North Korea", "PRK"),
    PYONGYANG: ("Pyongyang", "PRK"),
}


def argument(entity: str) -> Argument:
    name, country = NAMES.get(entity, (entity, ""))
    return Argument(text=name, entity=entity, country=country or None)


def claim(
    key: str,
    who: str = "",
    whom: str = "",
    *,
    relation: str = "VISITED",
    lemma: str = "visit",
    day: str | None = None,
    published: str = "2025-06-17",
    article: str = "",
    story: str = "s1",
    lang: str = "en",
    **fields: Any,
) -> Assertion:
    """One claim: who did it to whom, or where; everything that is not said stays out."""
    mention = EventMention(
        start=0,
        end=5,
        text=lemma,
        lemma=lemma,
        type="CONSULT" if relation == "VISITED" else "AID",
        relation=relation,
        sentence=(0, 40),
        confidence=0.9,
        actors=(argument(who),) if who else (),
        recipients=(argument(whom),) if whom else (),
        date=EventDate(value=day) if day else None,
        **fields,
    )
    return Assertion(
        claim_id=key,
        article_id=article or f"article of {key}",
        mention=mention,
        published=datetime.fromisoformat(published).replace(tzinfo=UTC),
        lang=lang,
        story_id=story,
        people=PEOPLE,
    )


def events(*claims: Assertion) -> set[frozenset[str]]:
    """The claim ids of each event."""
    return {frozenset(claims[place].claim_id for place in group) for group in identify(claims)}


def one_event(*claims: Assertion) -> bool:
    return len(events(*claims)) == 1
