import pytest

from ingest.resolve.declension import nominative
from ingest.resolve.folding import fold
from ingest.resolve.person_keys import person_key

SAME = [
    ("Глеба Рябцова", "Глеб Рябцов", "Gleb Ryabtsov", "Gleb Riabcow"),
    ("Павлом Чистяковым", "Pavel Chistyakov", "Pavel Tchistiakov", "Pavel Tsjistjakov"),
    ("Оксани Грицаєнко", "Oksana Hrytsayenko"),
    ("Инне Щербатовой", "Inna Shcherbatova"),
    ("서하준", "Seo Ha-joon", "Suh Hajun", "Ha-joon Seo", "Со Ха Чжун"),
    ("박은영", "Park Eun-young", "Eunyoung Park"),
    ("陶伟民", "陶偉民", "Tao Weimin", "Tao Wei-min", "Weimin Tao"),
    ("Onoda Haruki", "Haruki Onoda"),
    ("Kántor Szilveszter", "Szilveszter Kántor"),
    ("Łukasza Wiśniewieckiego", "Łukasz Wiśniewiecki"),
]
TWO = [
    ("Валентин Рощин", "Валентина Рощина"),
    ("Юрий Шабанин", "Юрий Сабанин"),
    ("Глеб Рябцов", "Глеба Рябинина"),
    ("이상훈", "이상헌"),
    ("Park Eun-young", "Park Eun-jung"),
    ("周小兰", "周小玲"),
    ("Adama Barrow", "Adam Barrow"),
    ("Jana Nowak", "Jan Nowak"),
    ("Anna Moore", "Anna More"),
    ("Maria Rosa", "Rosa Maria"),
    ("حسن قباني", "حسين قباني"),
]


@pytest.mark.parametrize("names", SAME, ids=lambda names: names[0])
def test_spellings_of_one_name_share_a_key(names: tuple[str, ...]) -> None:
    assert len({person_key(name) for name in names}) == 1, [person_key(name) for name in names]


@pytest.mark.parametrize(("one", "other"), TWO)
def test_names_that_look_alike_keep_their_keys(one: str, other: str) -> None:
    assert person_key(one) != person_key(other)


@pytest.mark.parametrize(
    ("form", "plain"),
    [
        ("Андреем Лопуховым", "Андрей Лопухов"),
        ("Тимофея Журавского", "Тимофей Журавский"),
        ("Александра Козлова", "Александра Козлова"),
        ("Андрієм Тарасенком", "Андрій Тарасенко"),
        ("Льва Рохлина", "Лев Рохлин"),
        ("Джона Смита", "Джона Смита"),
    ],
)
def test_a_listed_given_name_shows_the_case(form: str, plain: str) -> None:
    assert nominative(fold(form).split()) == fold(plain).split()
