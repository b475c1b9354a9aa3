"""What goes with the network for strings on its way to the browser."""

from __future__ import annotations

import hashlib
import json
from importlib.metadata import version
from pathlib import Path
from typing import Any

import keras
import numpy as np

from training.data.datasets import data_hashes
from training.digits.calibrate import softmax
from training.fixtures import DIGITS
from training.graph_model import load_graph
from training.ink import PREPROCESSING, rasterize
from training.run import read_commits, read_settings
from training.strings.network import SYMBOLS
from training.strings.strip import to_strip

SAMPLES = ("2047", "98", "13")
"""Made of plain digits, to compare what was written with Keras."""


def for_export(model: keras.Model) -> keras.Model:
    """The network without its last steps: the two frames of a column lie in memory as they follow each other."""
    # Named: else Keras numbers it, and every node after it, by how many models there were before.
    outputs = {"pairs": model.get_layer("pairs").output, "sides": model.output["sides"]}
    return keras.Model(model.input, outputs, name="strings")


def compare_strings(model: Any, folder: Path) -> float:
    """How far a frame's probabilities differ between Keras and what was written, on average: at most, of its symbols'.

    In bytes, a single frame's may differ by 0.11, where one character goes over into the next.
    """
    run = load_graph(folder, "strip")
    differences = []
    for text in SAMPLES:
        ink = np.concatenate([rasterize(DIGITS[int(digit)])[4:24, 5:23] > 0.5 for digit in text], axis=1)
        strip = to_strip(ink[ink.any(axis=1)])[None, ..., None]
        expected, found = (
            softmax(np.asarray(pairs["pairs"]).reshape(-1, len(SYMBOLS)), 1.0) for pairs in (model(strip), run(strip))
        )
        differences.append(np.abs(expected - found).max(axis=-1))
    return float(np.concatenate(differences).mean())


def strings_card(model: Any, folder: Path, run: Path) -> dict:
    """What is known about the network; the files' hashes let the browser refuse damaged ones."""
    evaluation = json.loads((run / "evaluation.json").read_text())
    files = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(folder.iterdir())}
    return {
        "version": files["group1-shard1of1.bin"][:12],
        "preprocessing": PREPROCESSING["version"],
        "parameters": model.count_params(),
        "temperature": evaluation["temperature"],
        "evaluation": {"strings of held-out people": {name: evaluation[name] for name in ("n", "right", "sides")}},
        "training": read_settings(run),
        "commits": read_commits(run),
        "data": data_hashes(),
        "libraries": {name: version(name) for name in ("tensorflow", "keras", "tensorflowjs", "numpy")},
        "files": files,
    }
