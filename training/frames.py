"""Learns which word means which type of event in which context, and who fills which role, from annotated sentences.

python -m training.frames ANNOTATION BENCH --out ingest/extract/data

Two tables of weights by logistic regression over the features of `ingest.extract.frames`: `types.en.tsv` and
`roles.en.tsv`. Nothing is drawn by chance: on one thread the same parses give the same tables to the byte.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from ingest.annotate.model.labels import PLOVER
from ingest.extract.frames import NONE, ROLES, read_classes, role_features, type_features
from training.parses import LANG, Site, parsed, read_items, sites

TYPES = (NONE, "OTHER", *(kind for kind in PLOVER if kind != "OTHER"))
PENALTY = 1.5  # of squared weights
RARE = 2  # features of fewer examples are left out
STEPS = 80
LEAST_TYPE, LEAST_ROLE = 0.2, 0.1  # smaller weights change no decision worth the space
SURE = 0.5  # for the printed scores, as at run time: an event is read where its type is this likely compared with none
NOTE = (
    "Weights learnt from the English training part of the project's own event annotation: facts about words, no text."
)

Floats = NDArray[np.float64]  # with fewer digits the number of threads would show in the tables
Features = list[list[str]]


@dataclass(frozen=True, slots=True)
class Table:
    """A weight for each feature (row) and class (column)."""

    rows: dict[str, int]
    weights: Floats

    def probabilities(self, examples: Features) -> Floats:
        """A row of class probabilities for each example."""
        return softmax(matrix(examples, self.rows) @ self.weights)

    def without(self, least: float) -> "Table":
        """The table with smaller weights struck out."""
        kept = np.where(np.abs(self.weights) >= least, self.weights, 0)
        return Table(self.rows, kept)


def softmax(sums: Floats) -> Floats:
    powers = np.exp(sums - sums.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))


def matrix(examples: Features, rows: dict[str, int]) -> csr_matrix:
    """Examples by features; unknown features are passed over."""
    found = [(n, rows[name]) for n, names in enumerate(examples) for name in names if name in rows]
    places = np.array(found, dtype=np.int32).reshape(-1, 2).T
    ones = np.ones(len(found))
    return csr_matrix((ones, (places[0], places[1])), shape=(len(examples), len(rows)))


def fit(examples: Features, labels: Sequence[int], classes: int) -> Table:
    """The table of least penalised loss."""
    counts = Counter(name for names in examples for name in set(names))
    rows = {name: n for n, name in enumerate(sorted(name for name, count in counts.items() if count >= RARE))}
    inputs = matrix(examples, rows)
    back = inputs.T.tocsr()
    at = (np.arange(len(labels)), np.asarray(labels))
    truth = np.zeros((len(labels), classes))
    truth[at] = 1
    tell(f"{len(examples)} examples, {len(rows)} features, {classes} classes")
    steps = iter(range(1, STEPS + 1))

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights = flat.reshape(-1, classes)
        likely = softmax(inputs @ weights)
        value = -np.log(likely[at]).sum() + 0.5 * PENALTY * (weights**2).sum()
        slope = back @ (likely - truth) + PENALTY * weights
        return float(value), slope.ravel()

    def progress(_flat: Floats) -> None:
        if (step := next(steps, STEPS)) % 20 == 0:
            tell(f"step {step} of at most {STEPS}")

    start = np.zeros(len(rows) * classes)
    best = minimize(loss, start, jac=True, method="L-BFGS-B", callback=progress, options={"maxiter": STEPS})
    return Table(rows, best.x.reshape(-1, classes))


def type_examples(found: list[Site]) -> tuple[Features, list[int]]:
    """Features and type of every word that can be a trigger."""
    classes = read_classes(LANG)
    features = [type_features(site.word, site.cues, classes.get(site.word, ())) for site in found]
    return features, [TYPES.index(site.event or NONE) for site in found]


def role_examples(found: list[Site]) -> tuple[Features, list[int]]:
    """Features and role of every slot of the annotated triggers."""
    features: Features = []
    labels = []
    for site in found:
        if site.event is None:
            continue
        present = frozenset(filler.slot for filler in site.fillers)
        for filler in site.fillers:
            features.append(role_features(site.word, site.event, filler.slot, filler.kind, present))
            labels.append(ROLES.index(filler.role))
    return features, labels


def typed_score(likely: Floats, labels: Sequence[int]) -> str:
    """Precision, recall and F1 of PLOVER types, words that can be triggers alone; OTHER is not counted."""
    truth = np.asarray(labels)
    best = likely[:, 1:].argmax(axis=1) + 1
    sure = likely[np.arange(len(best)), best] >= SURE * likely[:, 0]
    read = np.where(sure, best, 0)
    hits = int(((read > 1) & (read == truth)).sum())
    return rates(hits, int((read > 1).sum()), int((truth > 1).sum()))


def role_score(likely: Floats, labels: Sequence[int]) -> str:
    """Precision, recall and F1 of roles, given the annotated triggers."""
    truth = np.asarray(labels)
    read = likely.argmax(axis=1)
    hits = int(((read > 0) & (read == truth)).sum())
    return rates(hits, int((read > 0).sum()), int((truth > 0).sum()))


def rates(hits: int, read: int, true: int) -> str:
    precision, recall = hits / max(read, 1), hits / max(true, 1)
    return f"P {precision:.3f} R {recall:.3f} F1 {2 * hits / max(read + true, 1):.3f}"


def write(path: Path, what: str, columns: Sequence[str], table: Table) -> None:
    """Write the weights other than 0, a feature a line."""
    lines = [f"# {what}", f"# {NOTE}", " ".join(columns)]
    for name, row in sorted(table.rows.items()):
        cells = " ".join(f"{n}:{weight:.2f}" for n, weight in enumerate(table.weights[row]) if weight)
        if cells:
            lines.append(f"{name}\t{cells}")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    tell(f"{path}: {len(lines) - 3} features")


def tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def read_sites(path: Path, cache: Path) -> list[Site]:
    """The words of one file of annotation that can be triggers."""
    items = read_items(path)
    tell(f"{path}: {len(items)} items")
    return list(sites(items, parsed(items, cache)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("annotation", type=Path, help="folder that holds data/train.jsonl.gz")
    parser.add_argument(
        "bench", type=Path, help="folder that holds data/events_own/dev.jsonl; scored, never learnt from"
    )
    parser.add_argument("--out", type=Path, required=True, help="folder for types.en.tsv and roles.en.tsv")
    parser.add_argument("--cache", type=Path, default=Path("var/parses"), help="folder that keeps the parses")
    options = parser.parse_args()
    train = read_sites(options.annotation / "data/train.jsonl.gz", options.cache / "train.spacy")
    dev = read_sites(options.bench / "data/events_own/dev.jsonl", options.cache / "dev.spacy")

    table = fit(*type_examples(train), len(TYPES)).without(LEAST_TYPE)
    features, labels = type_examples(dev)
    tell(f"types on the development set: {typed_score(table.probabilities(features), labels)}")
    write(options.out / f"types.{LANG}.tsv", "Feature of a trigger, then index of the type and weight.", TYPES, table)

    table = fit(*role_examples(train), len(ROLES)).without(LEAST_ROLE)
    features, labels = role_examples(dev)
    tell(f"roles on the development set: {role_score(table.probabilities(features), labels)}")
    write(options.out / f"roles.{LANG}.tsv", "Feature of a slot, then index of the role and weight.", ROLES, table)


if __name__ == "__main__":
    main()
