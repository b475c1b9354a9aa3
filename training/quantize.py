"""Fewer bits for the large kernels of a graph model, whose weights are float16 when the converter has written it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from training.graph_model import put_in_order, read_weights, write_weights

SMALL_KERNEL = 1000
"""Weights of a kernel that is left as it is: the first and last layers are small, and most sensitive."""

LEVELS = 127
"""Steps to either side of zero that a byte has room for."""

ZERO = 128
"""What stands for zero in a byte: TensorFlow.js knows unsigned ones alone."""


def quantize_kernels(folder: Path, levels: int) -> None:
    """Keep every large kernel of the graph model in `folder` as bytes, each within a step of what it was.

    With fewer than `LEVELS` a weight is a byte still, and takes fewer bits of what is fetched, which is packed.

    TensorFlow.js' own bytes have one size of step for a whole kernel, which serves a channel of small weights badly.
    Here each output channel has its own, and the graph multiplies by it: whoever runs graph models runs this one, too.
    """
    file = folder / "model.json"
    described = json.loads(file.read_text())
    nodes = {node["name"]: node for node in described["modelTopology"]["node"]}
    (group,) = described["weightsManifest"]
    parts: list[tuple[dict[str, Any], bytes]] = []
    for weight, part in read_weights(folder, group):
        if not _is_large_kernel(weight):
            parts.append((weight, part))
            continue
        name, kernel = weight["name"], np.frombuffer(part, "<f2").reshape(weight["shape"])
        steps, step = quantized(kernel, levels)
        parts += _parts(name, steps, step)
        nodes |= {node["name"]: node for node in _nodes(name, steps, step)}
    write_weights(folder, group, parts)
    described["modelTopology"]["node"] = list(nodes.values())
    file.write_text(json.dumps(described))
    put_in_order(folder)


def quantized(kernel: np.ndarray, levels: int) -> tuple[np.ndarray, np.ndarray]:
    """A kernel [rows, columns, in, out] as int8 steps of its shape, and float16 sizes of a step [out], each above 0.

    What rounding takes from a weight is added to the next one in the window, as a picture is dithered: neighboring
    pixels are much alike, so that the errors of a window nearly cancel. Measured against rounding each weight by
    itself: the same bytes, and the logits' error falls by a third.
    """
    exact = kernel.astype(np.float64)
    # The next larger of float16's: so that the largest needs no step more than there are.
    step = np.nextafter((np.abs(exact).max(axis=(0, 1, 2)) / levels).astype(np.float16), np.float16(1))
    wanted = exact / step
    steps, rest = np.zeros(kernel.shape, np.int8), 0.0
    for row, column in _along_the_window(*kernel.shape[:2]):
        rest = wanted[row, column] + rest
        steps[row, column] = np.clip(np.round(rest), -levels, levels)
        rest = rest - steps[row, column]
    return steps, step


def _along_the_window(rows: int, columns: int) -> list[tuple[int, int]]:
    """Every place, each beside the one before: from left to right and back."""
    return [(row, column if row % 2 == 0 else columns - 1 - column) for row in range(rows) for column in range(columns)]


def _is_large_kernel(weight: dict[str, Any]) -> bool:
    is_half = weight.get("quantization", {}).get("dtype") == "float16"
    return is_half and len(weight["shape"]) == 4 and np.prod(weight["shape"]) > SMALL_KERNEL


def _parts(name: str, steps: np.ndarray, step: np.ndarray) -> list[tuple[dict[str, Any], bytes]]:
    """Steps and their sizes as the manifest describes them and the weights' file holds them."""
    whole = {"dtype": "uint8", "scale": 1.0, "min": -float(ZERO), "original_dtype": "float32"}
    half = {"dtype": "float16", "original_dtype": "float32"}
    common = {"dtype": "float32"}
    return [
        (
            {**common, "name": f"{name}/steps", "shape": list(steps.shape), "quantization": whole},
            (steps.astype(np.int16) + ZERO).astype(np.uint8).tobytes(),
        ),
        (
            {**common, "name": f"{name}/step", "shape": list(step.shape), "quantization": half},
            step.astype("<f2").tobytes(),
        ),
    ]


def _nodes(name: str, steps: np.ndarray, step: np.ndarray) -> list[dict[str, Any]]:
    """The graph's nodes of a kernel that is the product of its steps and their sizes."""
    product = {"name": name, "op": "Mul", "input": [f"{name}/steps", f"{name}/step"]}
    return [
        _constant(f"{name}/steps", steps.shape),
        _constant(f"{name}/step", step.shape),
        {**product, "attr": {"T": {"type": "DT_FLOAT"}}},
    ]


def _constant(name: str, shape: tuple[int, ...]) -> dict[str, Any]:
    tensor = {"dtype": "DT_FLOAT", "tensorShape": {"dim": [{"size": str(size)} for size in shape]}}
    return {"name": name, "op": "Const", "attr": {"dtype": {"type": "DT_FLOAT"}, "value": {"tensor": tensor}}}
