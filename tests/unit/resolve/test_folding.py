import pytest

from ingest.resolve.folding import fold, latin, sound
from ingest.resolve.normal import bare_name, normalised_name, person_name


@pytest.mark.parametrize("name", ["Shoygu", "Schoigu", "Sjojgoe", "Şoygu", "Шойгу", "Szojgu"])
def test_romanisations_of_one_name_sound_the_same(name: str) -> None:
    assert sound(name) == sound("Shoigu")


def test_kims_never_sound_the_same() -> None:
    assert len({sound(name) for name in ("Kim Jong Un", "Kim Jong Il", "Kim Il Sung", "Kim Yo Jong")}) == 4


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("President Vladimir Putin", "Vladimir Putin"),
        ("Mr. Shoigu", "Shoigu"),
        ("the Kremlin's", "Kremlin"),
        ("Secretary General Mark Rutte", "Mark Rutte"),
        ("General", "General"),
    ],
)
def test_bare_name_drops_titles_article_and_possessive(name: str, bare: str) -> None:
    assert bare_name(name) == bare


def test_normalised_name_drops_corporate_suffixes_and_initials() -> None:
    assert normalised_name("Acme Widgets Co., Ltd.") == normalised_name("ACME Widgets")
    assert normalised_name("Donald J. Trump") == normalised_name("Donald Trump")


def test_person_name_joins_spellings_of_an_ending() -> None:
    assert person_name("Sergey Orlovsky") == person_name("Sergei Orlovskiy")
    assert person_name("Li Chen") != person_name("Li Shen")


def test_fold_keeps_the_script_and_latin_does_not() -> None:
    assert fold("МОСКВА-Сити") == "москва сити"
    assert latin("Москва") == "moskva"
    assert fold("İstanbul") == fold("istanbul")
