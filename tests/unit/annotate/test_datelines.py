"""Where a dateline ends."""

import pytest

from ingest.annotate.datelines import dateline_end, iter_after_datelines

SENTENCE = "The envoy left."


@pytest.mark.parametrize(
    "dateline",
    [
        "OSLO — ",
        "OSLO/BERGEN, May 3 (Agency) - ",
        "TROMSØ, Norway — ",
        "OSLO: ",
        "Oslo, 3 may (Agencia).- ",
        "Oslo/Bergen (agn) - ",
        "OSLO, May 3. /Agency-Two/. ",
        "ОСЛО, 3 мая (Агентство) - ",
        "(오슬로=통신) 김기자 기자 = ",
        "【オスロ】",
        "（奥斯陆讯）",
    ],
)
def test_the_sentence_after_a_dateline_is_found(dateline: str) -> None:
    assert dateline_end(dateline + SENTENCE) == len(dateline)


@pytest.mark.parametrize(
    "text",
    [
        "The envoy - a former minister - left.",
        "Norway: what comes next",
        "The talks (in Oslo) - the third - failed.",
        "He left — she stayed.",
        "Oslo",
        "OSLO — ",
        "",
        "17 - 20 May",
        "北京 - 代表团离开。",
    ],
)
def test_other_openings_are_none(text: str) -> None:
    assert dateline_end(text) == 0


def test_a_dateline_below_another_paragraph_is_found_too() -> None:
    text = f"Our desk adds this.\n\nOSLO — {SENTENCE}\nIt went on.\n\n(Edited in Oslo)"
    assert [text[at:] for at in iter_after_datelines(text)] == [f"{SENTENCE}\nIt went on.\n\n(Edited in Oslo)"]
