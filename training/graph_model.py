"""TensorFlow.js graph models: how a Keras model becomes one, and how one is run in Python."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Iterable
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

# Printing its welcome, a package that tensorflowjs imports takes a test runner for a notebook and fails.
os.environ.setdefault("TFDF_DISABLE_WELCOME_MESSAGE", "1")

ONE_FILE = 2**31
"""Bytes until weights are parted: never, where 4 MB is the converter's own limit."""


class Graph(NamedTuple):
    """A graph model by its folder, and the name of the output that tells the class, [n, classes]."""

    folder: Path
    output: str


def write_graph_model(model: Any, out: Path) -> None:
    """Write a Keras model with one input and a dict of outputs as `out`/model.json and float16 weights.

    Keras 3 models survive by way of a SavedModel alone (tfjs #8328).
    """
    from tensorflowjs.converters import tf_saved_model_conversion_v2 as converter

    with tempfile.TemporaryDirectory() as saved:
        model.export(saved, verbose=False)
        converter.convert_tf_saved_model(
            saved, str(out), quantization_dtype_map={"float16": "*"}, weight_shard_size_bytes=ONE_FILE
        )
    put_in_order(out)


def put_in_order(folder: Path) -> None:
    """Put the nodes and weights of the graph model in `folder` into an order of their own, a node after its inputs.

    The converter's changes from run to run and from machine to machine; the same network is to give the same files.
    """
    file = folder / "model.json"
    described = json.loads(file.read_text())
    nodes = {node["name"]: node for node in described["modelTopology"]["node"]}
    sorter = TopologicalSorter(
        {name: [each.lstrip("^").split(":")[0] for each in node.get("input", [])] for name, node in nodes.items()}
    )
    sorter.prepare()
    order: list[str] = []
    while sorter.is_active():
        ready = sorted(sorter.get_ready())
        sorter.done(*ready)
        order += ready
    described["modelTopology"]["node"] = [nodes[name] for name in order]
    for group in described["weightsManifest"]:
        _put_weights_in_order(folder, group, order)
    file.write_text(json.dumps(described, sort_keys=True, separators=(",", ":")))


def _put_weights_in_order(folder: Path, group: dict[str, Any], order: list[str]) -> None:
    """The same for a group of weights, which lie in its one file as the group lists them."""
    parts = sorted(read_weights(folder, group), key=lambda part: order.index(part[0]["name"]))
    write_weights(folder, group, parts)


def read_weights(folder: Path, group: dict[str, Any]) -> list[tuple[dict[str, Any], bytes]]:
    """What a manifest's group tells of each weight, and the weight's part of the group's one file."""
    (name,) = group["paths"]
    content, start, parts = (folder / name).read_bytes(), 0, []
    for weight in group["weights"]:
        kept = weight.get("quantization", {}).get("dtype", weight["dtype"])
        end = start + int(np.prod(weight["shape"])) * np.dtype(kept).itemsize
        parts.append((weight, content[start:end]))
        start = end
    return parts


def write_weights(folder: Path, group: dict[str, Any], parts: list[tuple[dict[str, Any], bytes]]) -> None:
    """Write these weights in place of a group's; see `read_weights`. The manifest itself is the caller's to write."""
    (name,) = group["paths"]
    group["weights"] = [weight for weight, _ in parts]
    (folder / name).write_bytes(b"".join(part for _, part in parts))


def graph_files(folder: Path) -> list[Path]:
    """The files that a browser loads of the graph model in `folder`: model.json, then its weights."""
    described = json.loads((folder / "model.json").read_text())
    weights = [folder / path for group in described["weightsManifest"] for path in group["paths"]]
    return [folder / "model.json", *weights]


def load_graph(folder: Path, name: str = "ink", nodes: Iterable[str] = ()) -> Callable[[np.ndarray], dict[str, Any]]:
    """The TensorFlow.js graph model in `folder` as a function of its input `name`.

    Returns:
        float32 -> a dict of its outputs, and of what these nodes give, each by its name.
    """
    import tensorflow as tf
    from google.protobuf import json_format
    from tensorflowjs import read_weights

    described = json.loads((folder / "model.json").read_text())
    weights = {
        entry["name"]: entry["data"]
        for group in read_weights.read_weights(described["weightsManifest"], str(folder))
        for entry in group
    }
    graph = json_format.ParseDict(described["modelTopology"], tf.compat.v1.GraphDef())
    for node in graph.node:
        if node.op == "Const":
            dtype = tf.as_dtype(node.attr["dtype"].type)
            value = np.asarray(weights[node.name], dtype.as_numpy_dtype)
            node.attr["value"].tensor.CopyFrom(tf.make_tensor_proto(value))
    outputs = {name: tensor["name"] for name, tensor in described["signature"]["outputs"].items()}
    outputs |= {node: f"{node}:0" for node in nodes}
    imported = tf.compat.v1.wrap_function(lambda: tf.graph_util.import_graph_def(graph, name=""), [])
    run = imported.prune(f"{name}:0", outputs)
    return lambda images: run(tf.constant(images, tf.float32))
