"""The network in training: a shared encoder, and heads for names, tags, trees and events on each word's first piece."""

import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 (torch's own custom)

from ingest.annotate.model.labels import FEATURE_SCORES, NAME_TAGS, RELATIONS, ROLES, STATUS, TAGS, TRIGGERS
from training.base import MODULES, Array, Shape

DROPOUT = 0.1
ARC, RELATION, ROLE, MIX, FAR = 192, 96, 160, 128, 30
FORBIDDEN = -1e4


class Layer(nn.Module):
    """One transformer layer, normalised after each half."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        sizes = {"fi": (shape.hidden, shape.inner), "fo": (shape.inner, shape.hidden)}
        for name in MODULES:
            setattr(self, name, nn.Linear(*sizes.get(name, (shape.hidden, shape.hidden))))
        self.aln = nn.LayerNorm(shape.hidden, eps=shape.epsilon)
        self.oln = nn.LayerNorm(shape.hidden, eps=shape.epsilon)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, hidden = x.shape
        parts = (self.q, self.k, self.v)
        weight, bias = torch.cat([p.weight for p in parts]), torch.cat([p.bias for p in parts])
        shape = (batch, length, 3, self.heads, hidden // self.heads)
        q, k, v = F.linear(x, weight, bias).view(shape).permute(2, 0, 3, 1, 4).unbind(0)
        # written out: over short sentences it learns a third faster than the fused attention of torch 2.15
        scores = torch.matmul(q / math.sqrt(q.shape[-1]), k.transpose(2, 3)) + mask.to(q.dtype)
        weights = torch.softmax(scores, -1, dtype=torch.float32).to(v.dtype)
        seen = torch.matmul(weights, v).transpose(1, 2).reshape(batch, length, hidden)
        x = self.aln(x + F.dropout(self.ao(seen), DROPOUT, self.training))
        return self.oln(x + F.dropout(self.fo(F.gelu(self.fi(x))), DROPOUT, self.training))


class Encoder(nn.Module):
    """Word pieces to vectors. Their embeddings are not trained, so that rare pieces stay where the others are."""

    def __init__(self, shape: Shape, weights: dict[str, Array]) -> None:
        super().__init__()
        vocabulary, hidden = weights["word.weight"].shape
        self.word = nn.Embedding(vocabulary, hidden)
        self.position = nn.Parameter(torch.zeros(shape.positions, hidden))
        self.norm = nn.LayerNorm(hidden, eps=shape.epsilon)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.load_state_dict({name: torch.from_numpy(value.copy()) for name, value in weights.items()})
        self.word.weight.requires_grad = False
        self.frozen = 0  # layers from below that stay as they are, which saves their half of the work

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        bias = ((1 - mask) * FORBIDDEN)[:, None, None, :]
        with torch.set_grad_enabled(self.training and not self.frozen):
            x = self.norm(self.word(ids) + self.position[: ids.shape[1]])
            x = F.dropout(x, DROPOUT, self.training and not self.frozen)
        for number, layer in enumerate(self.layers):
            layer.train(self.training and number >= self.frozen)
            with torch.set_grad_enabled(self.training and number >= self.frozen):
                x = layer(x, bias)
        return x


def _two(inner: int, out: int, hidden: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(hidden, inner), nn.GELU(), nn.Linear(inner, out))


class Heads(nn.Module):
    """All that reads the words' vectors."""

    def __init__(self, hidden: int, lemmas: int) -> None:
        super().__init__()
        self.names = nn.Linear(hidden, len(NAME_TAGS))
        self.tags = nn.Linear(hidden, len(TAGS))
        self.features = nn.Linear(hidden, FEATURE_SCORES)
        self.lemmas = nn.Linear(hidden, lemmas)
        self.arc_d, self.arc_h = nn.Linear(hidden, ARC), nn.Linear(hidden, ARC)
        self.relation_d, self.relation_h = nn.Linear(hidden, RELATION), nn.Linear(hidden, RELATION)
        self.arc = nn.Parameter(nn.init.orthogonal_(torch.zeros(ARC + 1, ARC)))
        self.relation = nn.Parameter(torch.randn(len(RELATIONS), RELATION + 1, RELATION + 1) * 0.01)
        self.triggers = _two(hidden, len(TRIGGERS), hidden)
        self.status = _two(hidden // 2, len(STATUS), hidden)
        self.role_t, self.role_a = nn.Linear(hidden, ROLE), nn.Linear(hidden, ROLE)
        self.role = nn.Parameter(torch.randn(len(ROLES), ROLE + 1, ROLE + 1) * 0.02)
        self.mix_t, self.mix_a = nn.Linear(hidden, MIX), nn.Linear(hidden, MIX)
        self.distance = nn.Parameter(torch.randn(2 * FAR + 1, MIX) * 0.02)
        self.mix = nn.Linear(MIX, len(ROLES))

    def arcs(self, words: Tensor, root: Tensor) -> tuple[Tensor, Tensor]:
        """Scores [sentence, dependent, head], head 0 being the root, for which <s> stands; and the heads' vectors."""
        nodes = torch.cat([root, words], 1)
        dependents = with_one(F.leaky_relu(self.arc_d(words), 0.1))
        heads = F.leaky_relu(self.arc_h(nodes), 0.1)
        return dependents @ self.arc @ heads.transpose(1, 2) / math.sqrt(ARC), nodes

    def relations(self, words: Tensor, nodes: Tensor, heads: Tensor) -> Tensor:
        """Scores of the relation to the given head of each word."""
        above = torch.gather(nodes, 1, heads[:, :, None].expand(-1, -1, nodes.shape[-1]))
        one = with_one(F.leaky_relu(self.relation_d(words), 0.1))
        other = with_one(F.leaky_relu(self.relation_h(above), 0.1))
        return torch.einsum("bwi,rij,bwj->bwr", one, self.relation, other)

    def roles(self, words: Tensor, sentence: Tensor, at: Tensor) -> Tensor:
        """Scores [event, word, role] for triggers at the words `at` of the sentences `sentence`."""
        trigger, others = words[sentence, at], words[sentence]
        one, other = with_one(F.gelu(self.role_t(trigger))), with_one(F.gelu(self.role_a(others)))
        pair = torch.einsum("ni,rij,nwj->nwr", one, self.role, other)
        away = (torch.arange(words.shape[1])[None, :] - at[:, None]).clamp(-FAR, FAR) + FAR
        mixed = F.gelu(self.mix_t(trigger)[:, None] + self.mix_a(others) + self.distance[away])
        return pair + self.mix(mixed)


def with_one(x: Tensor) -> Tensor:
    """Append a constant 1, so that a bilinear form has its linear parts too."""
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


class Annotator(nn.Module):
    """Encoder and heads; `lemmas` is the number of rewrite rules. With `half` the encoder multiplies in bfloat16."""

    def __init__(self, shape: Shape, weights: dict[str, Array], lemmas: int) -> None:
        super().__init__()
        self.encoder = Encoder(shape, weights)
        self.heads = Heads(shape.hidden, lemmas)
        self.half = False

    def forward(self, ids: Tensor, mask: Tensor, first: Tensor) -> tuple[Tensor, Tensor]:
        """The words' vectors, and the vector of <s>."""
        with torch.autocast("cpu", torch.bfloat16, enabled=self.half):
            x = self.encoder(ids, mask)
        x = x.float()
        words = torch.gather(x, 1, first[:, :, None].expand(-1, -1, x.shape[-1]))
        return F.dropout(words, DROPOUT, self.training), x[:, :1]
