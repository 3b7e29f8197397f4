"""Terms, names and numbers."""

import pytest

from ingest.cluster.tokens import names, numbers, sound_key, terms


def test_endings_do_not_make_two_terms_of_one_word() -> None:
    assert set(terms("российский российского российскому")) == {"россий"}


def test_scripts_without_spaces_give_pairs_of_characters() -> None:
    assert list(terms("朝鲜领导人")) == ["朝鲜", "鲜领", "领导", "导人"]
    assert list(terms("쿠르스크")) == ["쿠르", "르스", "스크"]


def test_japanese_gives_han_pairs_and_katakana_words_without_endings() -> None:
    assert list(terms("ショイグ氏は平壌を訪問した")) == ["ショイグ", "氏", "平壌", "訪問"]


@pytest.mark.parametrize("spelling", ["Shoigu", "Шойгу", "ショイグ", "Schoigu", "쇼이구"])
def test_a_name_sounds_alike_in_every_alphabet(spelling: str) -> None:
    assert sound_key(spelling) == sound_key("Shoigu")


def test_names_are_capitalised_words_that_do_not_begin_a_sentence() -> None:
    found = list(names("Yesterday the minister met Kerimov. Talks in Astana lasted two hours."))
    assert found == [sound_key("Kerimov"), sound_key("Astana")]


def test_a_korean_name_loses_its_particle() -> None:
    assert sound_key("김정은") in names("김정은이 회담했다")


@pytest.mark.parametrize("written", ["1,000 men", "1.000 Mann", "1 000 hommes", "1千人", "1천명", "1000 hombres"])
def test_a_number_is_the_same_however_it_is_written(written: str) -> None:
    assert list(numbers(written)) == ["1000"]


def test_single_digits_say_too_little() -> None:
    assert list(numbers("3 of 12 died")) == ["12"]
