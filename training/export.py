"""A checkpoint to the files that the product reads: an int8 ONNX network, its vocabulary, and a manifest with hashes.

    python -m training.export --data DIR --checkpoint FILE --out DIR --version NAME [--precise]

The graph is written node by node with the fused operators of ONNX Runtime, since those are what makes int8 pay.
"""

import argparse
import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from training.model import ARC, FAR, Annotator, Layer
from training.train import new_model

FUSED = "com.microsoft"
HEADS = 12


class Graph:
    """Nodes and constants while they are collected."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.constants: list[Any] = []
        self.outputs: list[Any] = []

    def constant(self, name: str, value: Any, kind: Any = np.float32) -> str:
        if isinstance(value, torch.Tensor):
            value = value.detach().numpy()
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(np.asarray(value, dtype=kind)), name))
        return name

    def add(self, operator: str, inputs: list[str], out: str, **options: Any) -> str:
        domain = options.pop("domain", None)
        self.nodes.append(helper.make_node(operator, inputs, [out], domain=domain, **options))
        return out

    def linear(self, x: str, layer: nn.Linear, out: str) -> str:
        product = self.add("MatMul", [x, self.constant(f"{out}.w", layer.weight.T)], f"{out}.product")
        return self.add("Add", [product, self.constant(f"{out}.b", layer.bias)], out)

    def gelu(self, x: str, layer: nn.Linear, out: str) -> str:
        product = self.add("MatMul", [x, self.constant(f"{out}.w", layer.weight.T)], f"{out}.product")
        return self.add("BiasGelu", [product, self.constant(f"{out}.b", layer.bias)], out, domain=FUSED)

    def leaky(self, x: str, layer: nn.Linear, out: str) -> str:
        return self.add("LeakyRelu", [self.linear(x, layer, f"{out}.in")], out, alpha=0.1)

    def give(self, name: str, shape: list[Any]) -> None:
        self.outputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, shape))

    def give_constant(self, name: str, value: torch.Tensor) -> None:
        """Hand a constant out, so that one file holds all that decoding needs."""
        self.add("Identity", [self.constant(f"{name}.value", value)], name)
        self.give(name, list(value.shape))


def embeddings(graph: Graph, model: Annotator) -> str:
    """Rows of pieces in eight bits with a scale each, positions, normalisation."""
    weight = model.encoder.word.weight.detach().numpy()
    scale = np.abs(weight).max(1, keepdims=True) / 127 + 1e-12
    graph.add("Gather", [graph.constant("word.rows", np.round(weight / scale), np.int8), "ids"], "row")
    graph.add("Cast", ["row"], "row.float", to=TensorProto.FLOAT)
    graph.add("Gather", [graph.constant("word.scales", scale), "ids"], "scale")
    graph.add("Mul", ["row.float", "scale"], "word")
    for name, number in (("n0", 0), ("n1", 1), ("n2", 2)):
        graph.constant(name, [number], np.int64)
    graph.add("Shape", ["ids"], "ids.shape")
    graph.add("Slice", ["ids.shape", "n1", "n2"], "length")
    graph.add("Slice", [graph.constant("positions", model.encoder.position), "n0", "length", "n0"], "position")
    graph.add("Add", ["word", "position"], "embedded")
    norm = model.encoder.norm
    scaled = [graph.constant("norm.w", norm.weight), graph.constant("norm.b", norm.bias)]
    return graph.add("LayerNormalization", ["embedded", *scaled], "x0", axis=-1, epsilon=norm.eps)


def encoder_layer(graph: Graph, x: str, layer: Layer, name: str) -> str:
    parts = (layer.q, layer.k, layer.v)
    weight = graph.constant(f"{name}.qkv.w", torch.cat([p.weight.T for p in parts], 1))
    bias = graph.constant(f"{name}.qkv.b", torch.cat([p.bias for p in parts]))
    seen = graph.add("Attention", [x, weight, bias, "mask"], f"{name}.seen", domain=FUSED, num_heads=HEADS)
    x = _residual(graph, seen, x, layer.ao, layer.aln, f"{name}.a")
    inner = graph.gelu(x, layer.fi, f"{name}.inner")
    return _residual(graph, inner, x, layer.fo, layer.oln, f"{name}.o")


def _residual(graph: Graph, new: str, old: str, layer: nn.Linear, norm: nn.LayerNorm, name: str) -> str:
    """Three plain operators: the fused SkipLayerNormalization takes a fifth of the run, these a twentieth (1.32)."""
    graph.add("Add", [old, graph.linear(new, layer, name)], f"{name}.sum")
    scaled = [graph.constant(f"{name}.nw", norm.weight), graph.constant(f"{name}.nb", norm.bias)]
    return graph.add("LayerNormalization", [f"{name}.sum", *scaled], f"{name}.x", axis=-1, epsilon=norm.eps)


def heads(graph: Graph, model: Annotator, words: str) -> None:
    """What each word scores; pairs of words are scored from their parts by the decoder, except for heads in trees."""
    layers = model.heads
    plain = {"names": layers.names, "tags": layers.tags, "mix_t": layers.mix_t, "mix_a": layers.mix_a}
    plain["features"] = layers.features
    for name, layer in plain.items():
        graph.linear(words, layer, name)
    graph.add("ArgMax", [graph.linear(words, layers.lemmas, "rules")], "lemmas", axis=2, keepdims=0)
    graph.outputs.append(helper.make_tensor_value_info("lemmas", TensorProto.INT64, ["B", "W"]))
    for name, layer in (("relation_d", layers.relation_d), ("relation_h", layers.relation_h)):
        graph.leaky(words, layer, name)
    for name, layer in (("role_t", layers.role_t), ("role_a", layers.role_a)):
        graph.gelu(words, layer, name)
    for name, two in (("triggers", layers.triggers), ("status", layers.status)):
        graph.linear(graph.gelu(words, two[0], f"{name}.inner"), two[2], name)
    dependents, above = graph.leaky(words, layers.arc_d, "arc_d"), graph.leaky(words, layers.arc_h, "arc_h")
    scale = 1 / float(np.sqrt(ARC))
    graph.add("MatMul", [dependents, graph.constant("arc.w", layers.arc[:-1] * scale)], "arc.product")
    graph.add("Add", ["arc.product", graph.constant("arc.b", layers.arc[-1] * scale)], "arc.one")
    graph.add("Transpose", [above], "arc.other", perm=[0, 2, 1])
    graph.add("MatMul", ["arc.one", "arc.other"], "arcs")
    graph.give("arcs", ["B", "W", "W"])
    for name in (*plain, "relation_d", "relation_h", "role_t", "role_a", "triggers", "status"):
        graph.give(name, ["B", "W", None])
    for name in ("relation", "role", "distance"):
        graph.give_constant(name, getattr(layers, name))
    graph.give_constant("mix_weight", layers.mix.weight)
    graph.give_constant("mix_bias", layers.mix.bias)


def network(model: Annotator) -> Any:
    """The whole graph in full precision. `first` begins with 0, the place of <s>, which is the root of trees."""
    graph = Graph()
    x = embeddings(graph, model)
    for n, layer in enumerate(model.encoder.layers):
        x = encoder_layer(graph, x, layer, f"layer{n}")
    graph.constant("last", [-1], np.int64)
    graph.constant("hidden", [model.encoder.position.shape[1]], np.int64)
    graph.add("Unsqueeze", ["first", "last"], "first.column")
    graph.add("Shape", ["first"], "first.shape")
    graph.add("Concat", ["first.shape", "hidden"], "first.wide", axis=0)
    graph.add("Expand", ["first.column", "first.wide"], "first.all")
    heads(graph, model, graph.add("GatherElements", [x, "first.all"], "words", axis=1))
    inputs = [
        helper.make_tensor_value_info("ids", TensorProto.INT64, ["B", "T"]),
        helper.make_tensor_value_info("mask", TensorProto.INT32, ["B", "T"]),
        helper.make_tensor_value_info("first", TensorProto.INT64, ["B", "W"]),
    ]
    content = helper.make_graph(graph.nodes, "annotator", inputs, graph.outputs, graph.constants)
    imports = [helper.make_opsetid("", 17), helper.make_opsetid(FUSED, 1)]
    return helper.make_model(content, opset_imports=imports, ir_version=8)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--data", "--checkpoint", "--out"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--version", required=True)
    parser.add_argument("--bold", type=float, default=0.0, help="taken off the score of *no trigger*; set on dev")
    parser.add_argument("--precise", action="store_true", help="leave the network in full precision")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    model = new_model(options.data)
    model.load_state_dict(torch.load(options.checkpoint, weights_only=True)["model"], strict=False)
    with torch.no_grad():
        model.heads.triggers[2].bias[0] -= options.bold
    path = options.out / "annotator.onnx"
    onnx.save(network(model), path)
    if not options.precise:
        quantize_dynamic(
            path,
            path,
            op_types_to_quantize=["MatMul", "Attention"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            extra_options={"MatMulConstBOnly": True, "DefaultTensorType": TensorProto.FLOAT},
        )
    content = json.loads((options.data / "vocabulary.json").read_text(encoding="utf-8"))
    content["lemmas"] = json.loads((options.data / "lemmas.json").read_text(encoding="utf-8"))
    vocabulary = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    (options.out / "vocabulary.json.gz").write_bytes(gzip.compress(vocabulary, 9, mtime=0))
    files = {
        name: {"sha256": hashlib.sha256((options.out / name).read_bytes()).hexdigest()}
        for name in ("annotator.onnx", "vocabulary.json.gz")
    }
    manifest = {"version": options.version, "far": FAR, "files": files}
    (options.out / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    print({name: (options.out / name).stat().st_size for name in files})


if __name__ == "__main__":
    main()
