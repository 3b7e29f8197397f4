"""What the annotator alone says of texts, in the scorers' exchange format (`extract`): names and events, no rules.

python -m training.predict --model DIR extract < IN.jsonl > OUT.jsonl
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from ingest.annotate.model.files import FOLDER
from ingest.annotate.pipelines import own_pipeline
from ingest.annotations import NeuralEvent, model_events


def span(text: str, start: int, end: int) -> dict[str, Any]:
    return {"start": start, "end": end, "text": text[start:end]}


def event(text: str, found: NeuralEvent) -> dict[str, Any]:
    roles: dict[str, list[dict[str, Any]]] = {}
    for role in found.roles:
        roles.setdefault(role.role, []).append(span(text, role.start, role.end))
    return {
        **span(text, found.start, found.end),
        "type": found.type,
        "actors": roles.get("actor", []),
        "recipients": roles.get("recipient", []),
        "themes": roles.get("theme", []),
        "polarity": found.polarity,
        "certainty": found.certainty,
        "tense": found.tense,
        "confidence": found.score,
    }


def record(item: dict[str, Any], doc: Doc) -> dict[str, Any]:
    text = item["text"]
    mentions = [
        {**span(text, ent.start_char, ent.end_char), "type": ent.label_, "entity": ent.text} for ent in doc.ents
    ]
    events = [event(text, found) for found in model_events(doc)]
    return {"id": item["id"], "lang": item["lang"], "mentions": mentions, "events": events}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, default=FOLDER)
    parser.add_argument("command", choices=["extract"])
    options = parser.parse_args()
    items = [json.loads(line) for line in sys.stdin]
    out: dict[int, dict[str, Any]] = {}
    for lang in sorted({item["lang"] for item in items}):
        places = [n for n, item in enumerate(items) if item["lang"] == lang]
        docs = own_pipeline(lang, options.model).pipe((items[n]["text"] for n in places), batch_size=256)
        out.update((n, record(items[n], doc)) for n, doc in zip(places, docs, strict=True))
    for n in range(len(items)):
        print(json.dumps(out[n], ensure_ascii=False))


if __name__ == "__main__":
    main()
