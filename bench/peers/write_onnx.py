"""Writes the network that ships as ONNX; runs in .venv/peers, where the package of that name is.

python bench/peers/write_onnx.py weights.npz model.onnx
"""

from __future__ import annotations

import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

CLASSES = 11
OPSET, IR = 17, 8


def network(weights: dict[str, np.ndarray]) -> onnx.ModelProto:
    """From `ink` [1, 28, 28, 1] to `logits` [1, 11]; see `our_weights` of contenders.py."""
    count = sum(name.startswith("kernel") for name in weights)
    nodes = [helper.make_node("Reshape", ["ink", "shape"], ["features0"])]
    kept = [numpy_helper.from_array(np.array([1, 1, 28, 28], np.int64), "shape")]
    for number in range(1, count + 1):
        kernel = weights[f"kernel{number}"].transpose(3, 2, 0, 1)
        stride, side = int(weights[f"stride{number}"]), kernel.shape[-1]
        kept.append(numpy_helper.from_array(np.ascontiguousarray(kernel, np.float32), f"kernel{number}"))
        kept.append(numpy_helper.from_array(weights[f"bias{number}"].astype(np.float32), f"bias{number}"))
        inputs = [f"features{number - 1}", f"kernel{number}", f"bias{number}"]
        # TensorFlow's "same": what is odd is added at the end.
        nodes.append(
            helper.make_node(
                "Conv",
                inputs,
                [f"sum{number}"],
                kernel_shape=[side, side],
                strides=[stride, stride],
                auto_pad="SAME_UPPER",
            )
        )
        if number < count:
            nodes.append(helper.make_node("Relu", [f"sum{number}"], [f"features{number}"]))
    kept += [numpy_helper.from_array(np.array([each], np.int64), name) for name, each in SLICE.items()]
    nodes += [
        helper.make_node("ReduceMean", [f"sum{count}"], ["scores"], axes=[2, 3], keepdims=0),
        helper.make_node("Slice", ["scores", *SLICE], ["logits"]),
    ]
    ink = helper.make_tensor_value_info("ink", TensorProto.FLOAT, [1, 28, 28, 1])
    logits = helper.make_tensor_value_info("logits", TensorProto.FLOAT, [1, CLASSES])
    graph = helper.make_graph(nodes, "inkdigit", [ink], [logits], kept)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR)


SLICE = {"first": 0, "end": CLASSES, "axis": 1}

if __name__ == "__main__":
    model = network(dict(np.load(sys.argv[1])))
    onnx.checker.check_model(model)
    onnx.save(model, sys.argv[2])
