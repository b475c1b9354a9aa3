"""What goes with the network that labels pixels on its way to the browser."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import keras
import numpy as np

from training.data.datasets import data_hashes
from training.digits.calibrate import softmax
from training.fixtures import DIGITS
from training.graph_model import load_graph
from training.ink import PREPROCESSING, rasterize
from training.run import read_commits, read_settings
from training.samples import read_samples
from training.sheets.canvas import LABELS
from training.sheets.network import STEP

SAMPLED = 37
"""Of a sample's pixels, one in so many is looked at: as in web/reader/network/labeler.js."""

SAMPLE_SIZE = (64, 192)
"""Rows and columns of the sample."""


def for_export(model: keras.Model) -> keras.Model:
    """The same network for pictures of `SAMPLE_SIZE`: in its graph no size is computed.

    Whoever runs it on others doubles, wherever it says how large to make what is doubled.
    """
    colors = keras.Input((*SAMPLE_SIZE, 3), name="colors")
    exported = keras.models.clone_model(model, input_tensors=colors)
    exported.set_weights(model.get_weights())
    # Named: else Keras numbers it, and every node after it, by how many models there were before.
    return keras.Model(exported.input, {"labels": exported.output}, name="labels")


def compare_labels(model: keras.Model, folder: Path) -> float:
    """The largest difference of a label's probability between Keras and what was written, on the sample."""
    colors = sample_sheet()[None]
    expected, found = (
        softmax(np.asarray(run(colors)["labels"]).reshape(-1, len(LABELS)), 1.0)
        for run in (model, load_graph(folder, "colors"))
    )
    return float(np.abs(expected - found).max())


def sample_sheet() -> np.ndarray:
    """[64, 192, 3] float32, 0..1: plain digits in blue over a line, on light paper."""
    row = np.concatenate([rasterize(DIGITS[int(digit)]) for digit in "204798"], axis=1)
    covered = np.zeros(SAMPLE_SIZE, np.float32)
    covered[12:40, : row.shape[1]] = row
    sheet = np.ones((*SAMPLE_SIZE, 3), np.float32) * 0.95
    sheet[48:50] = 0.5
    return (sheet * (1 - covered[..., None] * np.array([0.9, 0.8, 0.4], np.float32))).astype(np.float32)


def labels_card(model: keras.Model, folder: Path, run: Path) -> dict:
    """What is known about the network; the files' hashes let the browser refuse damaged ones."""
    evaluation = json.loads((run / "evaluation.json").read_text())
    files = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(folder.iterdir())}
    return {
        "version": files["group1-shard1of1.bin"][:12],
        "preprocessing": PREPROCESSING["version"],
        "labels": LABELS,
        "step": STEP,
        "parameters": model.count_params(),
        "evaluation": {"overlaps of composed crops": evaluation},
        "training": read_settings(run),
        "commits": read_commits(run),
        "data": data_hashes(),
        "libraries": {name: version(name) for name in ("tensorflow", "keras", "tensorflowjs", "numpy")},
        "files": files,
        "samples": read_samples(lambda image: _sampled(load_graph(folder, "colors"), image)),
    }


def _sampled(run: Callable, image: np.ndarray) -> np.ndarray:
    """Probabilities of pen, print, rule and other, at one in `SAMPLED` pixels, of a row of one digit, blue on paper."""
    height, width = SAMPLE_SIZE
    beyond = (height - len(image)) // 2
    row = np.tile(image, width // len(image) + 1)[:, :width]
    ink = np.pad(row, ((beyond, beyond), (0, 0)))
    colors = np.round(240 - ink[..., None] * np.array([200, 180, 80])) / 255
    labels = softmax(np.asarray(run(colors[None].astype(np.float32))["labels"]).reshape(-1, len(LABELS)), 1.0)
    return labels[::SAMPLED, 1:].ravel()
