from dataclasses import replace

import pytest

from graph.model import EventMention
from ingest.resolve import Resolver, entity_id, normalised_name
from tests.unit.resolve.conftest import Make, argument


def ids(resolver: Resolver, *article) -> dict[str, str]:  # type: ignore[no-untyped-def]
    record = resolver.resolve(*article)
    return {m.text: m.entity for m in record.mentions}


def test_one_person_in_every_language_has_one_id(resolver: Resolver, make: Make) -> None:
    spellings = {"en": "Sergei Shoigu", "ru": "Шойгу", "ko": "쇼이구", "fr": "Sergueï Choïgou", "de": "Schoigu"}
    spellings |= {
        "ja": "ショイグ",
        "zh": "绍伊古",
        "ar": "شويغو",
        "tr": "Şoygu",
        "pl": "Szojgu",
        "es": "Serguéi Shoigú",
    }
    found = {ids(resolver, *make(name, [(name, "PERSON")], lang=lang))[name] for lang, name in spellings.items()}
    known = resolver.describe("Q32024")
    assert known is not None
    assert found == {entity_id(known)}


def test_kim_jong_un_and_kim_jong_il_are_two(resolver: Resolver, make: Make) -> None:
    text = "Kim Jong Un is the son of Kim Jong Il."
    record = resolver.resolve(*make(text, [("Kim Jong Un", "PERSON"), ("Kim Jong Il", "PERSON")]))
    assert [m.wikidata for m in record.mentions] == ["Q56226", "Q10665"]


def test_a_surname_resolves_to_the_one_full_name_of_its_article(resolver: Resolver, make: Make) -> None:
    text = "Olga Vetrova spoke. Vetrova wept."
    found = ids(resolver, *make(text, [("Olga Vetrova", "PERSON"), ("Vetrova", "PERSON")]))
    assert found["Olga Vetrova"] == found["Vetrova"]


def test_a_surname_that_two_people_share_stays_alone(resolver: Resolver, make: Make) -> None:
    names = [("Kim Gyu-jin", "PERSON"), ("Kim Nam-cheol", "PERSON"), ("Kim", "PERSON")]
    text = "Coach Gyu met him. Kim Gyu-jin and Kim Nam-cheol disagree, and"
    text += " Kim said so"
    article, record = make(text, names)
    bare = replace(record.mentions[2], start=len(text) - 11, end=len(text) - 8)
    found = resolver.resolve(article, replace(record, mentions=(*record.mentions[:2], bare))).mentions
    assert len({m.entity for m in found}) == 3


def test_bare_surnames_of_different_articles_never_meet(resolver: Resolver, make: Make) -> None:
    one = ids(resolver, *make("Ivanenko spoke.", [("Ivanenko", "PERSON")], id="art_1"))
    two = ids(resolver, *make("Ivanenko spoke.", [("Ivanenko", "PERSON")], id="art_2"))
    assert one["Ivanenko"] != two["Ivanenko"]


def test_unknown_full_names_meet_across_articles(resolver: Resolver, make: Make) -> None:
    one = ids(resolver, *make("Tan Wei Ling spoke.", [("Tan Wei Ling", "PERSON")], id="art_1"))
    two = ids(resolver, *make("Dr Tan Wei Ling spoke.", [("Dr Tan Wei Ling", "PERSON")], id="art_2"))
    assert set(one.values()) == set(two.values())


def test_an_acronym_joins_its_expansion(resolver: Resolver, make: Make) -> None:
    text = "The Boreal Trade Union Congress (BTUC) met. BTUC voted."
    found = resolver.resolve(*make(text, [("Boreal Trade Union Congress", "ORG"), ("BTUC", "ORG"), ("BTUC", "ORG")]))
    assert len({m.entity for m in found.mentions}) == 1


def test_a_supreme_court_belongs_to_its_state(resolver: Resolver, make: Make) -> None:
    def court(text: str, name: str) -> str:
        return ids(resolver, *make(text, [(name, "ORG")]))[name]

    brazil = court("In Brazil the Supreme Court ruled.", "Supreme Court")
    assert brazil == court("The Supreme Court of Brazil ruled.", "Supreme Court of Brazil")
    assert brazil == court("The Brazilian Supreme Court ruled.", "Brazilian Supreme Court")
    assert brazil != court("In Kenya the Supreme Court ruled.", "Supreme Court")


def test_a_capital_that_signs_is_its_state_and_one_that_is_visited_is_a_place(resolver: Resolver, make: Make) -> None:
    text = "Moscow and Pyongyang signed a treaty. Shoigu visited Pyongyang."
    signed = EventMention(
        start=21, end=27, text="signed", type="AGREE", relation="SIGNED_WITH", sentence=(0, 37), confidence=1.0,
        actors=(argument(text, "Moscow"), argument(text, "Pyongyang")),
    )  # fmt: skip
    last = text.rindex("Pyongyang")
    visited = EventMention(
        start=45, end=52, text="visited", type="CONSULT", relation="VISITED", sentence=(38, 63), confidence=1.0,
        actors=(argument(text, "Shoigu"),),
        recipients=(replace(argument(text, "Pyongyang"), start=last, end=last + 9),),
    )  # fmt: skip
    names = [("Moscow", "GPE"), ("Pyongyang", "GPE"), ("Shoigu", "PERSON"), ("Pyongyang", "GPE")]
    record = resolver.resolve(*make(text, names, [signed, visited]))
    state, capital, russia = (resolver.describe(q) for q in ("Q423", "Q18808", "Q159"))
    assert state is not None
    assert capital is not None
    assert russia is not None
    assert [a.entity for a in record.events[0].actors] == [entity_id(russia), entity_id(state)]
    assert record.events[1].recipients[0].entity == entity_id(capital)
    assert record.events[1].recipients[0].country == "PRK"


def test_the_capital_of_a_state_is_its_city(resolver: Resolver, make: Make) -> None:
    text = "Shoigu visited North Korea's capital."
    event = EventMention(
        start=7, end=14, text="visited", type="CONSULT", relation="VISITED", sentence=(0, 37), confidence=1.0,
        actors=(argument(text, "Shoigu"),), recipients=(argument(text, "North Korea's capital"),),
    )  # fmt: skip
    record = resolver.resolve(*make(text, [("Shoigu", "PERSON"), ("North Korea", "GPE")], [event]))
    capital = resolver.describe("Q18808")
    assert capital is not None
    assert record.events[0].recipients[0].entity == entity_id(capital)


@pytest.mark.parametrize(("day", "sector"), [("2019-04-01", "GOV"), ("2022-04-01", "ELI"), ("2025-06-01", "GOV")])
def test_offices_count_on_the_article_s_day(resolver: Resolver, make: Make, day: str, sector: str) -> None:
    record = resolver.resolve(*make("Trump spoke.", [("Trump", "PERSON")], day=day))
    assert (record.mentions[0].country, record.mentions[0].sector) == ("USA", sector)


@pytest.mark.parametrize(
    ("phrase", "country", "sector"),
    [
        ("North Korean troops", "PRK", "MIL"),
        ("a Belarusian protester", "BLR", "CVL"),
        ("the Mongolian President", "MNG", "GOV"),
        ("rebels", None, "REB"),
        ("a former minister", None, "ELI"),
    ],
)
def test_descriptions_are_coded(
    resolver: Resolver, make: Make, phrase: str, country: str | None, sector: str | None
) -> None:
    text = f"They met {phrase}."
    event = EventMention(
        start=5, end=8, text="met", type="CONSULT", relation="MET", sentence=(0, len(text)), confidence=1.0,
        recipients=(argument(text, phrase),),
    )  # fmt: skip
    found = resolver.resolve(*make(text, [], [event])).events[0].recipients[0]
    assert (found.country, found.sector) == (country, sector)


def test_places_get_coordinates_and_neighbours_decide(resolver: Resolver, make: Make) -> None:
    text = "Buffalo, New York, is far from Kursk in the Kursk region."
    names = [("Buffalo", "GPE"), ("New York", "GPE"), ("Kursk", "GPE"), ("Kursk region", "GPE")]
    places = {p.text: p for p in resolver.resolve(*make(text, names)).places}
    assert places["New York"].name == "New York"
    assert places["Kursk region"].name == places["Kursk"].name == "Kursk Oblast"
    assert places["Buffalo"].country == "USA"
    assert places["Buffalo"].lat == pytest.approx(42.9, abs=0.2)


def test_describe_answers_by_id_and_by_key(resolver: Resolver) -> None:
    known = resolver.describe("Q423")
    assert known is not None
    assert resolver.describe(entity_id(known)) is known
    assert known.name == "North Korea"
    assert "КНДР" in known.aliases
    assert resolver.describe("ent_nothing") is None


def test_normalised_name_is_never_empty() -> None:
    assert normalised_name("???") == "???"


@pytest.mark.parametrize(
    ("lang", "text", "name", "key"),
    [
        ("ru", "С Сергеем Шойгу говорили долго.", "Сергеем Шойгу", "Q32024"),
        ("ru", "Доклад сделал С. К. Шойгу.", "С. К. Шойгу", "Q32024"),
        ("ru", "В списке Путин Владимир.", "Путин Владимир", "Q7747"),
        ("tr", "Erdoğan'ın konuşması bitti.", "Erdoğan'ın", "Q39259"),
        ("en", "Kishida Fumio spoke.", "Kishida Fumio", "Q359480"),
        ("en", "Washington state burned.", "Washington", "Q1223"),
        ("en", "The river flooded Paris, Texas.", "Paris", "gn:4717560"),
        ("ru", "Нигер вышел из союза.", "Нигер", "Q1032"),
        ("ja", "ウクライナ軍が撤退した。", "ウクライナ", "Q212"),
    ],
)
def test_cases_orders_initials_and_neighbours_lead_to_the_known(
    resolver: Resolver, make: Make, lang: str, text: str, name: str, key: str
) -> None:
    kind = "PERSON" if key in ("Q32024", "Q7747", "Q39259", "Q359480") else "GPE"
    known = resolver.describe(ids(resolver, *make(text, [(name, kind)], lang=lang))[name])
    assert known is not None
    assert known.key == key


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Donald Trump Jr. flew to Nuuk.", "Donald Trump Jr."),
        ("Elizabeth I had a navy.", "Elizabeth I"),
        ("А. Путин играет в хоккей.", "А. Путин"),
        ("Yi Wang studies moss.", "Yi Wang"),
        ("Vic Putin plays hockey.", "Vic Putin"),
        ("Dan Biden sells cars.", "Dan Biden"),
        ("Kirill Budanov trains boxers in Omsk.", "Kirill Budanov"),
    ],
)
def test_namesakes_of_the_known_stay_unknown(resolver: Resolver, make: Make, text: str, name: str) -> None:
    assert resolver.describe(ids(resolver, *make(text, [(name, "PERSON")]))[name]) is None


def test_a_body_is_known_by_its_name_in_any_language(resolver: Resolver, make: Make) -> None:
    names = {
        "en": ("Ukraine's Defence Ministry", "The Ministry of Defence of Ukraine"),
        "de": ("Das ukrainische Verteidigungsministerium",),
        "uk": ("Міністерство оборони України", "Міноборони України"),
        "pl": ("Ministerstwo Obrony Ukrainy",),
        "zh": ("乌克兰国防部",),
    }
    found = {
        ids(resolver, *make(name, [(name.removeprefix("Das "), "ORG")], lang=lang))[name.removeprefix("Das ")]
        for lang, forms in names.items()
        for name in forms
    }
    assert len(found) == 1
