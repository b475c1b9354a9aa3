"""What goes with the network for strings on its way to the browser."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
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
from training.samples import read_samples
from training.strings.network import SYMBOLS
from training.strings.sides import sides_of_strip
from training.strings.strip import HEIGHT, to_strip

SAMPLES = ("2047", "98", "13")
"""Made of plain digits, to compare what was written with Keras."""


def for_export(model: keras.Model) -> keras.Model:
    """The network without its last steps: the two frames of a column lie in memory as they follow each other."""
    # Named: else Keras numbers it, and every node after it, by how many models there were before.
    outputs = {"pairs": model.get_layer("pairs").output, "sides": model.output["sides"]}
    return keras.Model(model.input, outputs, name="strings")


def compare_strings(model: Any, folder: Path) -> float:
    """How far a frame's probabilities differ between Keras and what was written, on average: at most, of its symbols'.

    Where those of a strip's sides differ by more, it is by how much.

    In bytes, a single frame's may differ by 0.11, where one character goes over into the next.
    """
    run = load_graph(folder, "strip")
    frames, sides = [], []
    for text in SAMPLES:
        ink = np.concatenate([rasterize(DIGITS[int(digit)])[4:24, 5:23] > 0.5 for digit in text], axis=1)
        strip = to_strip(ink[ink.any(axis=1)])[None, ..., None]
        expected, found = model(strip), run(strip)
        frames.append(_apart(*(np.asarray(each["pairs"]).reshape(-1, len(SYMBOLS)) for each in (expected, found))))
        sides.append(_apart(*(sides_of_strip(each["sides"]) for each in (expected, found))))
    return max(float(np.concatenate(frames).mean()), float(np.concatenate(sides).max()))


def _apart(expected: np.ndarray, found: np.ndarray) -> np.ndarray:
    """The largest difference of a probability in each row of two tables of logits."""
    return np.abs(softmax(expected, 1.0) - softmax(found, 1.0)).max(axis=-1)


def strings_card(model: Any, folder: Path, run: Path) -> dict:
    """What is known about the network; the files' hashes let the browser refuse damaged ones."""
    evaluation = json.loads((run / "evaluation.json").read_text())
    files = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(folder.iterdir())}
    return {
        "version": files["group1-shard1of1.bin"][:12],
        "preprocessing": PREPROCESSING["version"],
        "parameters": model.count_params(),
        "temperature": evaluation["temperature"],
        "evaluation": {
            "strings of held-out people": {name: evaluation[name] for name in ("n", "right", "sides")},
            "print in the fonts that it learned from": {"sides": evaluation["printed"]},
        },
        "training": read_settings(run),
        "commits": read_commits(run),
        "data": data_hashes(),
        "libraries": {name: version(name) for name in ("tensorflow", "keras", "tensorflowjs", "numpy")},
        "files": files,
        "samples": read_samples(lambda image: _sampled(load_graph(folder, "strip"), image, evaluation["temperature"])),
    }


def _sampled(run: Callable, image: np.ndarray, temperature: float) -> np.ndarray:
    """Probabilities of each frame's symbols, then of four sides by each head, of a digit in the middle of a strip."""
    rows = (HEIGHT - len(image)) // 2
    found = run(np.pad(image, ((rows, rows), (0, 0)))[None, ..., None])
    pairs = softmax(np.asarray(found["pairs"]).reshape(-1, len(SYMBOLS)), temperature)
    return np.concatenate([pairs.ravel(), softmax(sides_of_strip(found["sides"]), 1.0).ravel()])
