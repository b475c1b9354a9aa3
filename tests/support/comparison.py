"""A comparison of methods on a few made-up digits, and its results as if networks had been timed."""

from __future__ import annotations

from typing import Any

import numpy as np

from training.comparison.sets import Sets
from training.data.datasets import Images
from training.fixtures import DIGITS
from training.ink import rasterize, to_bytes

QUICK = ("bayes", "tree", "perceptron", "inkdigit")


def made_up_sets(seed: int = 0) -> Sets:
    """Twenty plain digits, some of them soiled, to learn from; ten by two writers to be measured on."""
    images = to_bytes(rasterize(DIGITS[label]) for label in range(10))
    soiled = np.maximum(images, np.random.default_rng(seed).integers(0, 60, images.shape, np.uint8))
    labels = np.arange(10)
    plain, train = Images(images, labels), Images(np.concatenate([images, soiled]), np.tile(labels, 2))
    return Sets(train, plain, plain, Images(images, labels, labels // 5), most_digits=20)


def in_browser(results: dict[str, Any]) -> dict[str, Any]:
    """As if the networks had been timed."""
    for method in results["methods"].values():
        if "graph" in method:
            method |= {"brotli": 1000, "browser": {backend: {"ms": 1.0, "n": 300} for backend in ("wasm", "cpu")}}
    return results | {"browser": "Chromium 1"}
