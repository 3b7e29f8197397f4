"""Which articles go back to one text."""

from ingest.cluster import Signature, origins
from tests.unit.cluster.texts import DAM, DAM_GERMAN, DAM_INDEPENDENT, DAM_KOREAN, sign

LOCAL = (
    "Readers in our own valley will remember the flood of 1998, when the same river took the bridge at Torm. This time "
    "it is Ostrava that mourns. Our mayor has offered two pumps and a team of six.\n\n"
)


def together(*signatures: Signature) -> bool:
    return len(origins(signatures)) == 1


def test_a_copy_under_another_headline_is_no_second_origin() -> None:
    assert together(sign(DAM, title="Dam bursts"), sign(DAM, title="Wall of water hits town", outlet="b.example"))


def test_a_cut_is_no_second_origin() -> None:
    assert together(sign(DAM), sign(DAM[: len(DAM) // 3]))


def test_a_paragraph_on_top_makes_no_second_origin() -> None:
    assert together(sign(DAM), sign(LOCAL + DAM))


def test_translations_are_no_second_origin() -> None:
    assert together(sign(DAM), sign(DAM_GERMAN, lang="de"), sign(DAM_KOREAN, lang="ko"))


def test_an_independent_report_of_the_same_facts_is_a_second_origin() -> None:
    first, second = sign(DAM), sign(DAM_INDEPENDENT)
    assert origins([first, second]) == sorted([(first.id,), (second.id,)])


def test_a_text_that_resembles_two_sources_does_not_join_them() -> None:
    both = sign(DAM_INDEPENDENT.split(". ")[0] + ". " + DAM.split(". ")[0] + ".")
    groups = origins([sign(DAM), sign(DAM_INDEPENDENT), both])
    assert len(groups) >= 2
