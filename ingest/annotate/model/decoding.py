"""Scores to labels: names, tags, trees with relations, and events with roles and status."""

from dataclasses import dataclass, field
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.special import erf

from ingest.annotate.model.labels import FEATURES, NAME_TAGS, RELATIONS, ROLES, TAGS, TRIGGERS
from ingest.annotate.model.network import Array, Batch, Network
from ingest.annotate.model.trees import best_heads

_CONTINUED = TRIGGERS.index("I")
_TYPES = slice(1, _CONTINUED)  # the labels that are types
_HALF = 0.0  # a logit
_LIKELY = 0.1  # a word that is an event at least this likely is kept for those who know more of it
_MENTIONED = 0.02  # a type less likely than this is not named


@dataclass(slots=True)
class Argument:
    """Words `start` to `stop` (half-open, counted from 0) fill `role`."""

    role: str
    start: int
    stop: int
    score: float


@dataclass(slots=True)
class Trigger:
    start: int
    stop: int
    type: str
    score: float
    flags: tuple[bool, bool, bool]
    chances: dict[str, float]  # of every type that is not all but excluded
    arguments: list[Argument] = field(default_factory=list)


@dataclass(slots=True)
class Reading:
    """What the network says of one sentence; a part that was not asked for is empty."""

    names: list[tuple[int, int, str]] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)  # 0 is the root, words count from 1
    relations: list[str] = field(default_factory=list)
    features: list[str] = field(default_factory=list)  # Tense=Past|..., "" for none
    rules: list[int] = field(default_factory=list)  # numbers of the rules that make the lemmas
    triggers: list[Trigger] = field(default_factory=list)


def decode(network: Network, batch: Batch, parts: frozenset[str]) -> list[Reading]:
    """One reading a sentence, in the order of the batch."""
    readings = [Reading() for _ in batch.lengths]
    if "names" in parts:
        best = batch.scores["names"].argmax(2)
        for reading, row, length in zip(readings, best, batch.lengths, strict=True):
            reading.names = name_spans(row[1 : length + 1].tolist())
    if "tree" in parts:
        _trees(network, batch, readings)
    if "events" in parts:
        _events(network, batch, readings)
    return readings


def name_spans(tags: list[int]) -> list[tuple[int, int, str]]:
    """Half-open spans of names; one that goes on without having begun begins there."""
    out: list[tuple[int, int, str]] = []
    before = ""
    for n, tag in enumerate(tags):
        place, _, kind = NAME_TAGS[tag].partition("-")
        if kind:
            if place == "I" and kind == before:
                out[-1] = (out[-1][0], n + 1, kind)
            else:
                out.append((n, n + 1, kind))
        before = kind
    return out


def _with_one(x: Array) -> Array:
    return np.concatenate([x, np.ones_like(x[..., :1])], -1)


def _trees(network: Network, batch: Batch, readings: list[Reading]) -> None:
    scores = batch.scores
    heads = best_heads(scores["arcs"], batch.lengths)
    present = np.arange(heads.shape[1])[None, :] <= np.array(batch.lengths)[:, None]
    present[:, 0] = False
    dependents = _with_one(scores["relation_d"][present])
    above = _with_one(np.take_along_axis(scores["relation_h"], heads[:, :, None], 1)[present])
    form = network.constants["relation"]
    half = dependents @ form.transpose(1, 0, 2).reshape(form.shape[1], -1)
    best = np.einsum("nrj,nj->nr", half.reshape(len(above), form.shape[0], -1), above).argmax(1)
    relations = np.zeros(heads.shape, np.int64)
    relations[present] = best
    tags = scores["tags"].argmax(2)
    features = _features(scores["features"])
    for n, (reading, length) in enumerate(zip(readings, batch.lengths, strict=True)):
        reading.heads = heads[n, 1 : length + 1].tolist()
        labels = [RELATIONS[r] for r in relations[n, 1 : length + 1].tolist()]
        reading.relations = [
            "root" if head == 0 else "dep" if label == "root" else label
            for head, label in zip(reading.heads, labels, strict=True)
        ]
        reading.tags = [TAGS[t] for t in tags[n, 1 : length + 1].tolist()]
        reading.rules = scores["lemmas"][n, 1 : length + 1].tolist()
        reading.features = [marks(values) for values in features[n, 1 : length + 1].tolist()]


def _features(scores: Array) -> NDArray[np.int64]:
    """The best value of each feature [sentence, word, feature]."""
    bounds = [0, *accumulate(map(len, FEATURES.values()))]
    return np.stack([scores[..., a:b].argmax(-1) for a, b in pairwise(bounds)], -1)


def marks(values: list[int]) -> str:
    """Features as CoNLL-U writes them."""
    named = zip(FEATURES.items(), values, strict=True)
    return "|".join(f"{name}={known[value]}" for (name, known), value in named if value)


def _softmax(x: Array) -> Array:
    raised: Array = np.exp(x - x.max(-1, keepdims=True))
    out: Array = raised / raised.sum(-1, keepdims=True)
    return out


def _events(network: Network, batch: Batch, readings: list[Reading]) -> None:
    chances = _softmax(batch.scores["triggers"])
    best = chances[..., _TYPES].argmax(2) + _TYPES.start
    likely = 1 - chances[..., 0] - chances[..., _CONTINUED] >= _LIKELY
    goes_on = chances.argmax(2) == _CONTINUED
    found: list[tuple[int, Trigger]] = []
    for n, (reading, length) in enumerate(zip(readings, batch.lengths, strict=True)):
        for word in range(1, length + 1):
            if goes_on[n, word] and reading.triggers and reading.triggers[-1].stop == word - 1:
                reading.triggers[-1].stop = word
            elif likely[n, word] and not goes_on[n, word]:
                trigger = _trigger(word, int(best[n, word]), chances[n, word], batch.scores["status"][n, word])
                reading.triggers.append(trigger)
                found.append((n, trigger))
    if found:
        _arguments(network, batch, found)


def _trigger(word: int, kind: int, chances: Array, status: Array) -> Trigger:
    """The word as a trigger, likely or not."""
    named = {TRIGGERS[k]: float(chances[k]) for k in range(_TYPES.start, _TYPES.stop) if chances[k] >= _MENTIONED}
    negated, uncertain, future = (status > _HALF).tolist()
    return Trigger(word - 1, word, TRIGGERS[kind], float(chances[kind]), (negated, uncertain, future), named)


def _arguments(network: Network, batch: Batch, found: list[tuple[int, Trigger]]) -> None:
    """Give each trigger its arguments: runs of words whose best role is the same."""
    sentence = np.array([n for n, _trigger in found])
    at = np.array([trigger.start + 1 for _n, trigger in found])
    chances = _softmax(role_scores(network, batch.scores, sentence, at))
    best = chances.argmax(2)
    for row, (n, trigger) in enumerate(found):
        roles = best[row, 1 : batch.lengths[n] + 1].tolist()
        roles[trigger.start : trigger.stop] = [0] * (trigger.stop - trigger.start)
        start = 0
        for stop in range(1, len(roles) + 1):
            if stop == len(roles) or roles[stop] != roles[start]:
                if roles[start]:
                    score = float(chances[row, start + 1 : stop + 1, roles[start]].mean())
                    trigger.arguments.append(Argument(ROLES[roles[start]], start, stop, score))
                start = stop


def role_scores(
    network: Network, scores: dict[str, Array], sentence: NDArray[np.int64], at: NDArray[np.int64]
) -> Array:
    """Scores [event, word, role] for triggers at the words `at` of the sentences `sentence`."""
    form = network.constants["role"]
    trigger = _with_one(scores["role_t"][sentence, at])
    half = (trigger @ form.transpose(1, 0, 2).reshape(form.shape[1], -1)).reshape(len(at), form.shape[0], -1)
    pair = _with_one(scores["role_a"])[sentence] @ half.transpose(0, 2, 1)
    words = np.arange(scores["mix_a"].shape[1])
    away = (words[None, :] - at[:, None]).clip(-network.far, network.far) + network.far
    mixed = scores["mix_t"][sentence, at][:, None] + scores["mix_a"][sentence] + network.constants["distance"][away]
    active: Array = (0.5 * mixed * (1 + erf(mixed / np.sqrt(2)))).astype(np.float32)
    out: Array = pair + active @ network.constants["mix_weight"].T + network.constants["mix_bias"]
    return out
