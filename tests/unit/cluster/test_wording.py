"""Fingerprints of wording and the names of sources."""

from ingest.cluster.citations import cited, credited, is_named, name_sound, outlet_sound
from ingest.cluster.shingles import fingerprints
from tests.unit.cluster.texts import DAM, DAM_INDEPENDENT


def test_whatever_stands_in_both_texts_word_for_word_leaves_a_common_fingerprint() -> None:
    run = "engineers had warned about cracks in the spillway"  # eight words
    left = f"Today we learned that {run} many years before it broke in March."
    right = f"Nobody listened, a clerk said, although {run}, he added, and wept."
    assert set(fingerprints(left)) & set(fingerprints(right))


def test_independent_reports_share_next_to_nothing() -> None:
    assert len(set(fingerprints(DAM)) & set(fingerprints(DAM_INDEPENDENT))) <= 1


def test_a_common_quotation_is_no_common_wording() -> None:
    speech = "“We will rebuild every house that the water took, and we will do it before the winter comes,”"
    left = f"{speech} the governor told reporters outside the school."
    right = f"In the evening the head of the province went on television. {speech} was all she had to offer."
    assert not set(fingerprints(left)) & set(fingerprints(right))


def test_datelines_credit_an_agency() -> None:
    assert credited("MOSCOW, June 17 (Intermondial) - The council met.", "en") == (name_sound("Intermondial"),)
    assert credited("МОСКВА, 17 июня. /Телеграф-Союз/. Совет собрался.", "ru") == (name_sound("Telegraf-Soyuz"),)
    assert credited("(서울=새벽통신) 위원회가 열렸다.", "ko") == (name_sound("Saebyeok"),)


def test_a_closing_line_credits_an_agency() -> None:
    assert credited("The council met and parted.\n\nINTERMONDIAL", "en") == (name_sound("Intermondial"),)


def test_a_sentence_cites_whoever_reported() -> None:
    sounds = cited("The deal is off, the Harbor Post reported on Monday. Nothing else is known.", "en")
    assert is_named(outlet_sound("harborpost.example"), sounds)
    assert not is_named(outlet_sound("thames-chronicle.example"), sounds)
