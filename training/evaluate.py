"""Tags, lemmas and trees of the exported model against the development treebanks, and words a second of processor time.

python -m training.evaluate --data DIR --model DIR [--out FILE]
"""

import argparse
import json
import time
from pathlib import Path
from typing import Any

from ingest.annotate.model.component import PARTS
from ingest.annotate.model.decoding import decode
from ingest.annotate.model.files import FOLDER
from ingest.annotate.model.network import Network


def tree_scores(network: Network, examples: list[dict[str, Any]]) -> dict[str, float]:
    """UPOS, UAS, LAS and lemmas in percent on words as written, punctuation counted; lemmas where gold has one."""
    words = tags = heads = relations = lemmas = lemmatised = 0
    sentences = [[(word, space) for word, space in e["words"]] for e in examples]
    for batch in network.score(sentences, 1600):
        for member, reading in zip(batch.members, decode(network, batch, frozenset({"tree"})), strict=True):
            gold = examples[member]
            for n, head in enumerate(gold["heads"]):
                words += 1
                tags += reading.tags[n] == gold["tags"][n]
                heads += reading.heads[n] == head
                relations += reading.heads[n] == head and reading.relations[n] == gold["relations"][n]
                if gold["lemmas"][n]:
                    lemmatised += 1
                    lemmas += network.rewrites[reading.rules[n]](gold["words"][n][0]) == gold["lemmas"][n]
    found = {"upos": tags / words, "uas": heads / words, "las": relations / words, "lemmas": lemmas / lemmatised}
    return {name: round(100 * share, 1) for name, share in found.items()}


def mean(scores: dict[str, Any], name: str) -> float:
    """The mean over languages."""
    values = [score[name] for lang, score in scores.items() if lang != "mean"]
    return round(sum(values) / len(values), 1)


def speed(network: Network, examples: list[dict[str, Any]]) -> float:
    """Words a second of processor time, all heads and decoding included, tokenisation not."""
    sentences = [[(word, space) for word, space in e["words"]] for e in examples]
    begun = time.process_time()
    for batch in network.score(sentences, 1600):
        decode(network, batch, frozenset(PARTS))
    return round(sum(map(len, sentences)) / (time.process_time() - begun))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=FOLDER)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    network = Network(options.model)
    examples = json.loads((options.data / "data.json").read_text(encoding="utf-8"))["dev_trees"]
    scores: dict[str, Any] = {}
    for lang in sorted({e["lang"] for e in examples}):
        scores[lang] = tree_scores(network, [e for e in examples if e["lang"] == lang])
        print(lang, scores[lang], flush=True)
    for name in ("upos", "uas", "las", "lemmas"):
        scores.setdefault("mean", {})[name] = mean(scores, name)
    scores["words_per_second"] = speed(network, [e for e in examples if e["lang"] == "en"])
    print("mean", scores["mean"], "words/s", scores["words_per_second"], flush=True)
    if options.out:
        options.out.write_text(json.dumps(scores, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
