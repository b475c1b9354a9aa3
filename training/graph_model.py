"""TensorFlow.js graph models: how a Keras model becomes one, and how one is run in Python."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

# Printing its welcome, a package that tensorflowjs imports takes a test runner for a notebook and fails.
os.environ.setdefault("TFDF_DISABLE_WELCOME_MESSAGE", "1")


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
        converter.convert_tf_saved_model(saved, str(out), quantization_dtype_map={"float16": "*"})
    # The converter's order of attributes changes from run to run; the same network is to give the same file.
    file = out / "model.json"
    file.write_text(json.dumps(json.loads(file.read_text()), sort_keys=True, separators=(",", ":")))


def graph_files(folder: Path) -> list[Path]:
    """The files that a browser loads of the graph model in `folder`: model.json, then its weights."""
    described = json.loads((folder / "model.json").read_text())
    weights = [folder / path for group in described["weightsManifest"] for path in group["paths"]]
    return [folder / "model.json", *weights]


def load_graph(folder: Path, name: str = "ink") -> Callable[[np.ndarray], dict[str, Any]]:
    """The TensorFlow.js graph model in `folder` as a function of its input `name`: float32 -> a dict of its outputs."""
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
    imported = tf.compat.v1.wrap_function(lambda: tf.graph_util.import_graph_def(graph, name=""), [])
    run = imported.prune(f"{name}:0", outputs)
    return lambda images: run(tf.constant(images, tf.float32))
