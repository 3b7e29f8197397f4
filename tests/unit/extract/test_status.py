"""What happened, will, may, should, is said to have, or did not: never the same status."""

import pytest

from tests.unit.extract.reading import event


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Norway sent troops to Chad.", "sent", "occurred"),
        ("Norway will send troops to Chad.", "send", "planned"),
        ("Norway plans to send troops to Chad.", "send", "planned"),
        ("Norway to send troops to Chad", "send", "planned"),
        ("Norway may send troops to Chad.", "send", "possible"),
        ("Norway is considering sending troops to Chad.", "sending", "possible"),
        ("Aid will stop if Norway invades Chad.", "invades", "possible"),
        ("Chad urged Norway to send troops.", "send", "demanded"),
        ("Norway should send troops to Chad.", "send", "demanded"),
        ("Chad accused Norway of attacking villages.", "attacking", "alleged"),
        ("Norway allegedly attacked villages in Chad.", "attacked", "alleged"),
        ("Norway denied that it had attacked villages in Chad.", "attacked", "denied"),
        ("Norway did not attack villages in Chad.", "attack", "negated"),
        ("Norway refused to release the prisoners.", "release", "negated"),
        ("Norway failed to release the prisoners.", "release", "negated"),
        ("Norway will not attack Chad.", "attack", "negated"),
    ],
)
def test_status(text: str, trigger: str, status: str) -> None:
    assert event(text, trigger).status == status


def test_axes() -> None:
    planned = event("Norway will send troops to Chad.", "send")
    assert (planned.polarity, planned.certainty, planned.tense) == ("POS", "CERTAIN", "FUTURE")
    demanded = event("Chad urged Norway to send troops.", "send")
    assert (demanded.certainty, demanded.tense) == ("UNCERTAIN", "FUTURE")
    denied = event("Norway denied that it had attacked villages in Chad.", "attacked")
    assert denied.polarity == "NEG"


def test_verb_that_manages_passes_on_what_stands_above() -> None:
    assert event("Norway managed to release the prisoners.", "release").status == "occurred"
    assert event("Norway did not manage to release the prisoners.", "release").polarity == "NEG"
