"""What holds of resolution whatever the names, texts and the order of articles."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import Article, Mention, Record
from ingest.resolve import Resolver, normalised_name
from ingest.resolve.folding import fold, latin, sound
from ingest.resolve.normal import bare_name, person_name

RESOLVER, OTHER = Resolver(), Resolver()  # two, that have seen different texts
NAMES = [
    *["Sergei Shoigu", "Шойгу", "Kim Jong Un", "Kim Jong Il", "Kim", "Moscow", "Пхеньяне", "北朝鮮", "북한은", "U.S."],
    *["Supreme Court", "Russian", "Kursk", "Kursk region", "Olga Vetrova", "Vetrova", "TASS", "شويغو"],
]
KINDS = ["PERSON", "ORG", "GPE", "LOC", "NORP", "PRODUCT"]

relaxed = settings(deadline=None, max_examples=60)  # the first look-up in a script builds its index
texts = st.lists(st.one_of(st.sampled_from(NAMES), st.text(max_size=12)), max_size=12).map(" ".join)
langs = st.sampled_from(["en", "ru", "uk", "ko", "ja", "zh", "fr", "de", "es", "pl", "tr", "ar", "fa", "und"])


@st.composite
def records(draw: st.DrawFn, id: str = "art_1") -> tuple[Article, Record]:
    names = draw(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(KINDS)), max_size=8))
    mentions, text = [], ""
    for name, kind in names:
        start = len(text)
        text += f"{name} . "
        mentions.append(Mention(start=start, end=start + len(name), text=name, type=kind, entity=name))  # type: ignore[arg-type]
    article = Article(id=id, text=text, lang=draw(langs), published=datetime(2025, 6, 17, tzinfo=UTC))
    return article, Record(id=id, lang=article.lang, mentions=tuple(mentions))


@relaxed
@given(st.text(max_size=40))
def test_folding_is_idempotent(name: str) -> None:
    for reduce in (fold, latin, normalised_name, bare_name, person_name):
        assert reduce(reduce(name)) == reduce(name), reduce


@relaxed
@given(texts, langs)
def test_hits_cut_the_text_in_order_without_overlap(text: str, lang: str) -> None:
    end = 0
    for hit in RESOLVER.gazetteer.find(text, lang):
        assert text[hit.start : hit.end] == hit.text
        assert hit.start >= end
        assert hit.entity == hit.candidates[0]
        end = hit.end


@relaxed
@given(records(), records(id="art_2"))
def test_what_was_resolved_before_does_not_matter(one: tuple[Article, Record], two: tuple[Article, Record]) -> None:
    first = (OTHER.resolve(*two), OTHER.resolve(*one))
    assert first == (RESOLVER.resolve(*two), RESOLVER.resolve(*one))


@relaxed
@given(records())
def test_resolution_keeps_every_span_and_gives_every_mention_an_id(pair: tuple[Article, Record]) -> None:
    article, record = pair
    resolved = RESOLVER.resolve(article, record)
    spans = [(m.start, m.end, m.text) for m in record.mentions]
    assert [(m.start, m.end, m.text) for m in resolved.mentions[: len(spans)]] == spans
    assert all(m.entity.startswith("ent_") and m.name for m in resolved.mentions)
    assert all(article.text[p.start : p.end] == p.text for p in resolved.places)


@relaxed
@given(records())
def test_mentions_of_two_kims_never_share_an_entity(pair: tuple[Article, Record]) -> None:
    article, record = pair
    text = f"{article.text}Kim Jong Un . Kim Jong Il"
    at = len(article.text)
    un = Mention(start=at, end=at + 11, text="Kim Jong Un", type="PERSON", entity="un")
    il = Mention(start=at + 14, end=at + 25, text="Kim Jong Il", type="PERSON", entity="il")
    resolved = RESOLVER.resolve(replace(article, text=text), replace(record, mentions=(*record.mentions, un, il)))
    assert resolved.mentions[len(record.mentions)].entity != resolved.mentions[len(record.mentions) + 1].entity


@relaxed
@given(st.sampled_from(["Un", "Il", "Nam", "Chul"]), st.sampled_from(["Un", "Il", "Nam", "Chul"]))
def test_a_different_given_name_always_sounds_different(one: str, two: str) -> None:
    assert (sound(f"Kim Jong {one}") == sound(f"Kim Jong {two}")) == (one == two)
