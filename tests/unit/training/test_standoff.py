"""Our own labels on texts of others."""

import json
from pathlib import Path

import pytest

from training.events import Tokenizers
from training.standoff import digest, event_items, named_sentences

TEXT = "Shoigu visited Pyongyang. Moscow denied it."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    events = [
        ["CONSULT", [7, 14], "+CN", {"actors": [[0, 6]], "recipients": [[15, 24]]}],
        ["REJECT", [33, 39], "-UF", {}],
    ]
    names = [[0, 6, "PER"], [15, 24, "LOC"], [26, 32, "ORG"]]
    (tmp_path / "events.en.jsonl").write_text(json.dumps({"text": digest(TEXT), "events": events}) + "\n")
    (tmp_path / "names.en.jsonl").write_text(json.dumps({"text": digest(TEXT), "names": names}) + "\n")
    return tmp_path


def test_events_take_the_form_of_the_annotation(folder: Path) -> None:
    (item,) = event_items({digest(TEXT): TEXT}, folder)
    visit, denial = item["events"]
    assert (item["lang"], item["text"]) == ("en", TEXT)
    assert visit["trigger"] == {"start": 7, "end": 14}
    assert visit["actors"] == [{"start": 0, "end": 6}]
    assert visit["places"] == []
    assert (denial["polarity"], denial["certainty"], denial["tense"]) == ("NEG", "UNCERTAIN", "FUTURE")


def test_names_fall_on_words_sentence_by_sentence(folder: Path) -> None:
    first, second = named_sentences({digest(TEXT): TEXT}, Tokenizers(), folder)
    assert [word for word, _ in first.words] == ["Shoigu", "visited", "Pyongyang", "."]
    assert first.names == ["B-PER", "O", "B-LOC", "O"]
    assert second.names == ["B-ORG", "O", "O", "O"]


def test_a_label_without_its_text_names_file_and_line(folder: Path) -> None:
    with pytest.raises(LookupError, match=r"events\.en\.jsonl:1: no text"):
        list(event_items({}, folder))
