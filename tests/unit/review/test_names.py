"""Names across spellings and scripts."""

import pytest

from graph.review.names import names_of, near, skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [("vetrova", "wetrowa"), ("liachin", "lyachin"), ("korenevo", "korenewo"), ("institute", "instituto")],
)
def test_spellings_of_one_word_are_near(one: str, other: str) -> None:
    assert near(one, other)
    assert near(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("lee", "lie"), ("iran", "iraq"), ("marina", "moran"), ("brigade47", "brigade74"), ("council", "counsel")],
)
def test_other_words_are_not(one: str, other: str) -> None:
    assert not near(one, other)


def test_romanisations_share_a_skeleton() -> None:
    assert skeleton("vereshchagin") == skeleton("wereschagin")
    assert skeleton("kolpino") == skeleton("kolpina")


def test_a_name_is_read_in_latin_letters_without_small_words() -> None:
    (name,) = names_of("Совет по безопасности", ())
    assert name.words[0] == "sovet"
    (bank,) = names_of("Bank of the North", ())
    assert bank.words == ("bank", "north")
    assert bank.initials == {"botn"}


def test_signs_of_chinese_and_korean_keep_their_own_letters() -> None:
    assert names_of("北朝鮮軍", ())[0].words == ("北朝鮮軍",)


def test_spellings_that_tell_nothing_new_are_left_out() -> None:
    assert [
        name.written for name in names_of("Olga Vetrova", ["OLGA VETROVA", "Olga Wetrowa", "Vetrova", "!", ""])
    ] == [
        "Olga Vetrova",
        "Vetrova",
    ]
