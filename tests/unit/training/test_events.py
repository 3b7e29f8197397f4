from typing import Any

from ingest.annotate.model.labels import ROLES, TRIGGERS
from training.events import Tokenizers, sentences
from training.prepare import in_characters
from training.readers import Sentence


def part(text: str, piece: str) -> dict[str, Any]:
    return {"start": text.index(piece), "end": text.index(piece) + len(piece), "text": piece}


def item(text: str, lang: str, trigger: str, **roles: str) -> dict[str, Any]:
    event: dict[str, Any] = {name: [] for name in ("actors", "recipients", "themes", "places", "dates", "attribution")}
    event |= {name: [part(text, piece)] for name, piece in roles.items()}
    event |= {"trigger": part(text, trigger), "type": "AID", "polarity": "POS", "certainty": "CERTAIN"}
    return {"text": text, "lang": lang, "events": [{**event, "tense": "FUTURE"}]}


def test_an_item_becomes_its_sentences() -> None:
    text = "It rained. Norland will hand out 90 tents in Sudland."
    first, second = sentences(item(text, "en", "hand out", actors="Norland", themes="90 tents"), Tokenizers())
    assert (first.events, set(first.triggers)) == ([], {0})
    (at, roles, status) = second.events[0]
    words = [word for word, _space in second.words]
    assert words[at] == "hand"
    assert [TRIGGERS[t] for t in second.triggers[at : at + 2]] == ["AID", "I"]
    assert {words[n]: ROLES[r] for n, r in enumerate(roles) if r} == {
        "Norland": "actor",
        "90": "theme",
        "tents": "theme",
    }
    assert status == [0, 0, 1]


def test_unspaced_scripts_go_by_characters() -> None:
    (sentence,) = sentences(item("北国援助南国。", "zh", "援助", actors="北国"), Tokenizers())
    assert [word for word, _space in sentence.words] == list("北国援助南国。")
    assert [TRIGGERS[t] for t in sentence.triggers[2:4]] == ["AID", "I"]


def test_characters_of_a_word_hang_on_its_first() -> None:
    words = Sentence(
        "zh", [("北国", False), ("援助", False)], tags=["PROPN", "VERB"], heads=[2, 0], relations=["nsubj", "root"]
    )
    words.names = ["B-LOC", "O"]
    words.features, words.lemmas = ["", "Voice=Act"], ["北国", "援助"]
    cut = in_characters(words)
    assert cut.heads == [3, 1, 0, 3]
    assert cut.relations == ["nsubj", "goeswith", "root", "goeswith"]
    assert cut.names == ["B-LOC", "I-LOC", "O", "O"]
    assert cut.features == ["", "", "Voice=Act", ""]
    assert cut.lemmas == ["", "", "", ""]  # no word of one character, so nothing to learn from
