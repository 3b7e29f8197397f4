"""Trains all heads together; stops and resumes at any checkpoint.

python -m training.train --data DIR --out DIR [--passes names=2,trees=1.5,events:en=3,events:other=6] [--steps N]
    [--after CHECKPOINT]
"""

import argparse
import json
import math
import random
import time
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 (torch's own custom)

from ingest.annotate.model.labels import FEATURES, NAME_TAGS, RELATIONS, TAGS
from ingest.annotate.model.lemmas import rewrite
from ingest.annotate.model.pieces import WordPieces
from training.base import Shape
from training.batches import IGNORED, Example, grouped, labels, packed
from training.model import FORBIDDEN, Annotator

WARM_UP = 0.06
SAVED_EVERY, TOLD_EVERY = 50, 25  # steps


def load_pieces(folder: Path) -> WordPieces:
    content = json.loads((folder / "vocabulary.json").read_text(encoding="utf-8"))
    return WordPieces(content["pieces"], content["scores"], content["folding"], content["unknown"])


def new_model(folder: Path) -> Annotator:
    """Encoder as downloaded, heads at random."""
    with np.load(folder / "base.npz") as file:
        weights = {name: file[name] for name in file.files}
    layers = 1 + max(int(name.split(".")[1]) for name in weights if name.startswith("layers."))
    inner, hidden = weights["layers.0.fi.weight"].shape
    shape = Shape(hidden, layers, 12, inner, len(weights["word.weight"]), len(weights["position"]), 1e-12)
    return Annotator(shape, weights, len(load_rules(folder)))


def load_rules(folder: Path) -> dict[tuple[bool, int, str], int]:
    """The rewrite rules of lemmas with their numbers."""
    rules = json.loads((folder / "lemmas.json").read_text(encoding="utf-8"))
    return {(bool(capital), cut, ending): n for n, (capital, cut, ending) in enumerate(rules)}


def load_data(folder: Path) -> dict[str, list[Example]]:
    """Sentences of all tasks; those with lemmas have the numbers of their rewrite rules too."""
    data: dict[str, list[Example]] = json.loads((folder / "data.json").read_text(encoding="utf-8"))
    rules = load_rules(folder)
    for example in data["trees"]:
        example["rules"] = [
            rules.get(rewrite(word, lemma), IGNORED) if lemma else IGNORED
            for (word, _space), lemma in zip(example["words"], example["lemmas"], strict=True)
        ]
    return data


def names_loss(model: Annotator, batch: list[Example], words: Tensor, _root: Tensor, present: Tensor) -> Tensor:
    gold = labels([[NAME_TAGS.index(tag) for tag in e["names"]] for e in batch], present)
    return F.cross_entropy(model.heads.names(words).flatten(0, 1), gold.flatten())


def trees_loss(model: Annotator, batch: list[Example], words: Tensor, root: Tensor, present: Tensor) -> Tensor:
    heads = model.heads
    tags = labels([[TAGS.index(t) if t in TAGS else IGNORED for t in e["tags"]] for e in batch], present)
    above = labels([e["heads"] for e in batch], present)
    kinds = [[RELATIONS.index(r if r in RELATIONS else "dep") for r in e["relations"]] for e in batch]
    arcs, nodes = heads.arcs(words, root)
    allowed = torch.cat([torch.ones_like(present[:, :1]), present], 1)
    arcs = arcs.masked_fill(~allowed[:, None, :], FORBIDDEN)
    relations = heads.relations(words, nodes, above.clamp(min=0))
    return (
        F.cross_entropy(heads.tags(words).flatten(0, 1), tags.flatten())
        + F.cross_entropy(arcs.flatten(0, 1), above.flatten())
        + F.cross_entropy(relations.flatten(0, 1), labels(kinds, present).flatten())
        + forms_loss(model, batch, words, present)
    )


def forms_loss(model: Annotator, batch: list[Example], words: Tensor, present: Tensor) -> Tensor:
    """Lemmas and features, of the sentences that have them."""
    lemmas = labels([e["rules"] for e in batch], present)
    loss = 0.5 * F.cross_entropy(model.heads.lemmas(words).flatten(0, 1), lemmas.flatten(), reduction="sum")
    loss = loss / (lemmas != IGNORED).sum().clamp(min=1)
    marked = [n for n, e in enumerate(batch) if any(e["features"])]
    if not marked:
        return loss
    scores, here = model.heads.features(words[marked]), present[marked]
    said = [[features(text) for text in batch[n]["features"]] for n in marked]
    at = 0
    for name, values in FEATURES.items():
        gold = [[values.index(f[name]) if f.get(name) in values else 0 for f in row] for row in said]
        part = scores[..., at : at + len(values)]
        loss = loss + F.cross_entropy(part.flatten(0, 1), labels(gold, here).flatten()) / len(FEATURES) * 3
        at += len(values)
    return loss


def features(text: str) -> dict[str, str]:
    """The features of one word, out of their form in CoNLL-U."""
    return dict(part.split("=") for part in text.split("|")) if text else {}


def events_loss(model: Annotator, batch: list[Example], words: Tensor, _root: Tensor, present: Tensor) -> Tensor:
    heads = model.heads
    gold = labels([e["triggers"] for e in batch], present)
    loss = 2 * F.cross_entropy(heads.triggers(words).flatten(0, 1), gold.flatten())
    events = [(n, *event) for n, e in enumerate(batch) for event in e["events"]]
    if not events:
        return loss
    sentence = torch.tensor([event[0] for event in events])
    at = torch.tensor([event[1] for event in events])
    roles = labels([event[2] for event in events], present[sentence])
    status = torch.tensor([event[3] for event in events], dtype=torch.float32)
    loss = loss + 2 * F.cross_entropy(heads.roles(words, sentence, at).flatten(0, 1), roles.flatten())
    return loss + F.binary_cross_entropy_with_logits(heads.status(words[sentence, at]), status)


LOSSES = {"names": names_loss, "trees": trees_loss, "events": events_loss}


Plan = list[tuple[str, list[Example]]]


def plan(data: dict[str, list[Example]], passes: dict[str, float], budget: int, seed: int) -> Plan:
    """All batches of the run in order: each task's passes spread evenly over it."""
    shuffler = random.Random(seed)
    out = []
    for part, number in passes.items():
        task, _, lang = part.partition(":")
        examples = [e for e in data[task] if not lang or (e["lang"] == "en") == (lang == "en")]
        batches = [batch for _ in range(math.ceil(number)) for batch in grouped(examples, budget, shuffler)]
        batches = batches[: round(len(batches) * number / math.ceil(number))]
        out += [((n + shuffler.random()) / len(batches), task, batch) for n, batch in enumerate(batches)]
    return [(task, batch) for _place, task, batch in sorted(out, key=lambda entry: entry[0])]


class Run:
    """A model with its optimiser and where it stands."""

    def __init__(self, model: Annotator, steps: int, rates: tuple[float, float], floor: float = 0.0) -> None:
        self.model, self.step, self.steps, self.floor = model, 0, steps, floor
        body = [p for p in model.encoder.parameters() if p.requires_grad]
        groups = [{"params": body, "lr": rates[0]}, {"params": list(model.heads.parameters()), "lr": rates[1]}]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, self._rate)

    def _rate(self, step: int) -> float:
        left = max(0.0, (self.steps - step) / ((1 - WARM_UP) * self.steps))
        return min((step + 1) / (WARM_UP * self.steps), self.floor + (1 - self.floor) * left)

    def learn(self, task: str, batch: list[Example], pieces: WordPieces) -> float:
        ids, mask, first = packed(batch, pieces)
        words, root = self.model(ids, mask, first)
        loss = LOSSES[task](self.model, batch, words, root, first > 0)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        self.step += 1
        return loss.item()

    def save(self, path: Path) -> None:
        state = {k: v for k, v in self.model.state_dict().items() if k != "encoder.word.weight"}
        content = {
            "model": state,
            "optimizer": self.optimizer.state_dict(),
            "schedule": self.schedule.state_dict(),
            "step": self.step,
            "random": torch.get_rng_state(),
        }
        torch.save(content, path.with_suffix(".new"))
        path.with_suffix(".new").replace(path)

    def resume(self, path: Path) -> None:
        content = torch.load(path, weights_only=True)
        self.model.load_state_dict(content["model"], strict=False)
        self.optimizer.load_state_dict(content["optimizer"])
        self.schedule.load_state_dict(content["schedule"])
        self.step = content["step"]
        torch.set_rng_state(content["random"])


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--passes", default="names=2,trees=1.5,events:en=3,events:other=6")
    parser.add_argument("--batch", type=int, default=700, help="words a batch")
    parser.add_argument("--rates", default="2e-4,1e-3", help="learning rates of encoder and heads")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--frozen", type=int, default=0, help="lowest layers that are not trained")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--half", action="store_true", help="multiply in bfloat16, for processors that have it")
    parser.add_argument("--after", type=Path, help="a checkpoint of another run whose weights this one begins with")
    parser.add_argument("--floor", type=float, default=0.0, help="part of the learning rates that is left at the end")
    parser.add_argument("--steps", type=int, default=0, help="end the schedule and the run here")
    return parser.parse_args()


def main() -> None:
    options = arguments()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    torch.set_flush_denormal(True)
    data = load_data(options.data)
    passes = {task: float(number) for task, number in (part.split("=") for part in options.passes.split(","))}
    batches = plan(data, passes, options.batch, options.seed)[: options.steps or None]
    body, heads = map(float, options.rates.split(","))
    run = Run(new_model(options.data), len(batches), (body, heads), options.floor)
    run.model.encoder.frozen, run.model.half = options.frozen, options.half
    if options.after:
        run.model.load_state_dict(torch.load(options.after, weights_only=True)["model"], strict=False)
    options.out.mkdir(parents=True, exist_ok=True)
    checkpoint = options.out / "checkpoint.pt"
    if checkpoint.exists():
        run.resume(checkpoint)
    print(f"steps {len(batches)}, starting at {run.step}; {vars(options)}", flush=True)
    follow(run, batches, load_pieces(options.data), checkpoint)


def follow(run: Run, batches: list[tuple[str, list[Example]]], pieces: WordPieces, checkpoint: Path) -> None:
    """Learn the rest of the plan, telling how it goes."""
    run.model.train()
    losses: dict[str, list[float]] = defaultdict(list)
    begun, words = time.time(), 0
    for task, batch in batches[run.step :]:
        losses[task].append(run.learn(task, batch, pieces))
        words += sum(len(e["words"]) for e in batch)
        if run.step % TOLD_EVERY == 0:
            rate = words / (time.time() - begun)
            means = " ".join(f"{k} {sum(v) / len(v):.3f}" for k, v in sorted(losses.items()))
            print(f"step {run.step} of {len(batches)}: {means}; {rate:.0f} words/s", flush=True)
            losses.clear()
        if run.step % SAVED_EVERY == 0:
            run.save(checkpoint)
    run.save(checkpoint)


if __name__ == "__main__":
    main()
