import pytest

from ingest.resolve import Resolver

SENTENCES = [
    ("en", "Sergei Shoigu flew to Pyongyang.", {"Sergei Shoigu": "Q32024", "Pyongyang": "Q18808"}),
    ("ru", "Шойгу обсудил это с Ким Чен Ыном.", {"Шойгу": "Q32024", "Ким Чен Ыном": "Q56226"}),
    ("ru", "Помощь получит Курская область.", {"Курская область": "Q3178"}),
    ("ru", "Рабочие уже в Курской области.", {"Курской области": "Q3178"}),
    ("ru", "Он вернулся из Пхеньяна в Москву.", {"Пхеньяна": "Q18808", "Москву": "Q649"}),
    ("uk", "Путін прибув до Пхеньяна, заявили в Росії.", {"Путін": "Q7747", "Пхеньяна": "Q18808", "Росії": "Q159"}),
    ("ko", "쇼이구는 평양에서 김정은과 만났다.", {"쇼이구": "Q32024", "평양": "Q18808", "김정은": "Q56226"}),
    ("ko", "북한은 러시아에 공병을 보낸다.", {"북한": "Q423", "러시아": "Q159"}),
    ("zh", "绍伊古抵达平壤会见金正恩。", {"绍伊古": "Q32024", "平壤": "Q18808", "金正恩": "Q56226"}),
    ("ja", "ショイグ氏は平壌で北朝鮮の支援を確認した。", {"ショイグ": "Q32024", "平壌": "Q18808", "北朝鮮": "Q423"}),
    ("fr", "Sergueï Choïgou est arrivé en Corée du Nord.", {"Sergueï Choïgou": "Q32024", "Corée du Nord": "Q423"}),
    ("de", "Russlands Sekretär Schoigu sprach in Pjöngjang.", {"Russlands": "Q159", "Schoigu": "Q32024",
                                                             "Pjöngjang": "Q18808"}),
    ("es", "Shoigú viajó a Pionyang; EE.UU. protestó.", {"Shoigú": "Q32024", "Pionyang": "Q18808", "EE.UU.": "Q30"}),
    ("pl", "Szojgu rozmawiał w Rosji i w Moskwie.", {"Szojgu": "Q32024", "Rosji": "Q159", "Moskwie": "Q649"}),
    ("tr", "Şoygu Pyongyang'a gitti, Kuzey Kore açıkladı.", {"Şoygu": "Q32024", "Pyongyang": "Q18808",
                                                           "Kuzey Kore": "Q423"}),
    ("ar", "وصل شويغو إلى كوريا الشمالية وروسيا.", {"شويغو": "Q32024", "كوريا الشمالية": "Q423", "روسيا": "Q159"}),
    ("it", "La Corea del Nord aiuta la Russia.", {"Corea del Nord": "Q423", "Russia": "Q159"}),
    ("pt", "A Coreia do Norte ajuda a Rússia.", {"Coreia do Norte": "Q423", "Rússia": "Q159"}),
    ("nl", "Noord-Korea helpt Rusland.", {"Noord-Korea": "Q423", "Rusland": "Q159"}),
    ("sv", "Nordkorea hjälper Ryssland.", {"Nordkorea": "Q423", "Ryssland": "Q159"}),
    ("fa", "کره شمالی به روسیه کمک می‌کند.", {"کره شمالی": "Q423", "روسیه": "Q159"}),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "expected"), SENTENCES)
def test_known_names_are_found_in_their_inflected_forms(
    resolver: Resolver, lang: str, text: str, expected: dict[str, str]
) -> None:
    found = {hit.text: hit.entity for hit in resolver.gazetteer.find(text, lang)}
    assert expected.items() <= found.items()


def test_offsets_cut_the_text(resolver: Resolver) -> None:
    for lang, text, _ in SENTENCES:
        for hit in resolver.gazetteer.find(text, lang):
            assert text[hit.start : hit.end] == hit.text


@pytest.mark.parametrize(
    "text",
    ["Tell us who may march in the east.", "It is nice to be reading.", "a polish for the china", "WHO IS IT?"],
)
def test_common_words_are_no_names(resolver: Resolver, text: str) -> None:
    assert resolver.gazetteer.find(text, "en") == []


def test_a_weak_name_needs_a_preposition(resolver: Resolver) -> None:
    assert [h.text for h in resolver.gazetteer.find("They met in Reading.", "en")] == ["Reading"]
    assert resolver.gazetteer.find("Reading was loved by all.", "en") == []


def test_demonyms_point_to_their_state(resolver: Resolver) -> None:
    hits = resolver.gazetteer.find("North Korean troops and Russian sappers", "en")
    assert [(h.text, h.type, h.entity) for h in hits] == [("North Korean", "NORP", "Q423"), ("Russian", "NORP", "Q159")]
    assert [h.entity for h in resolver.gazetteer.find("северокорейские войска", "ru")] == ["Q423"]
    assert resolver.gazetteer.find("les japonais et", "fr")[0].text == "japonais"


def test_the_longest_name_wins(resolver: Resolver) -> None:
    assert [h.text for h in resolver.gazetteer.find("the Kursk region", "en")] == ["Kursk region"]
    assert [h.text for h in resolver.gazetteer.find("in South Korea", "en")] == ["South Korea"]


def test_kursk_is_a_submarine_among_submarines(resolver: Resolver) -> None:
    sunk = resolver.gazetteer.find("The submarine sank in 2000; all aboard the Kursk died.", "en")
    assert [(h.text, h.type) for h in sunk] == [("Kursk", "PRODUCT")]
    assert [h.type for h in resolver.gazetteer.find("Sappers will clear Kursk.", "en")] == ["GPE"]


def test_katakana_inside_a_longer_word_is_no_name(resolver: Resolver) -> None:
    assert [h.text for h in resolver.gazetteer.find("イランは", "ja")] == ["イラン"]
    assert resolver.gazetteer.find("スイランド", "ja") == []
