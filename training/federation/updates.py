"""Updates: what a person taught, as numbers alone, with nobody's ink in them; `web/hand/update.js` writes them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from training.data.datasets import CLASSES
from training.hands.layer import INPUTS

FORMAT = 1

CLIP = 4.0
"""No update's layer is longer than this (its Frobenius norm): nine of ten people's are shorter by half."""

LEAST_EXAMPLES = 20

MOST_EXAMPLES = 100
"""An update counts for no more, however many digits it says that it saw."""

MOST_BYTES = 100_000

FARTHEST = 5.0
"""Of the usual distance from the middle of all updates: what lies farther off is left out."""


class BadUpdateError(Exception):
    """An update that is not taken; the message says why."""


@dataclass(frozen=True)
class Update:
    """`layer` [INPUTS, 11], as `hands/layer.py` has it; `examples`: digits that it was learned from."""

    layer: np.ndarray
    examples: int


def to_text(layer: np.ndarray, examples: int, model: str) -> str:
    """An update as the page writes it, clipped."""
    clipped = layer * min(1.0, CLIP / max(float(np.linalg.norm(layer)), 1e-12))
    values = {"format": FORMAT, "model": model, "examples": examples, "layer": np.round(clipped.ravel(), 4).tolist()}
    return json.dumps(values) + "\n"


def read_update(path: Path, model: str) -> Update:
    """An update of the network whose version `model` is.

    Raises:
        BadUpdateError: it is too large, broken, of another network or format, of too few digits, or longer than `CLIP`.
    """
    if path.stat().st_size > MOST_BYTES:
        raise BadUpdateError(f"it is larger than {MOST_BYTES:,} bytes")
    try:
        values: Any = json.loads(path.read_text())
        layer = np.array(values["layer"], np.float64)
        examples, given = values["examples"], (values["format"], values["model"])
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as problem:
        raise BadUpdateError("it is broken") from problem
    if given != (FORMAT, model):
        raise BadUpdateError(f"it is of format {given[0]} and of the network {given[1]}, not {FORMAT} and {model}")
    if not isinstance(examples, int) or isinstance(examples, bool) or examples < LEAST_EXAMPLES:
        raise BadUpdateError(f"it was learned from fewer than {LEAST_EXAMPLES} digits")
    if layer.shape != (INPUTS * CLASSES,) or not np.isfinite(layer).all():
        raise BadUpdateError(f"its layer is not {INPUTS * CLASSES} numbers")
    if np.linalg.norm(layer) > 1.01 * CLIP:
        raise BadUpdateError(f"it is longer than {CLIP:g}: the page clips what it writes")
    return Update(layer.reshape(INPUTS, CLASSES), examples)


def outlying(updates: list[Update]) -> np.ndarray:
    """[n] bool: updates much farther than is usual from the median of all, weight by weight."""
    layers = np.array([each.layer for each in updates])
    distances = np.linalg.norm(layers - np.median(layers, axis=0), axis=(1, 2))
    return distances > FARTHEST * np.median(distances)


def average(updates: list[Update]) -> np.ndarray:
    """[INPUTS, 11]: their mean, each as often as it has examples, up to `MOST_EXAMPLES` (McMahan et al. 2017)."""
    weights = [min(each.examples, MOST_EXAMPLES) for each in updates]
    return np.average([each.layer for each in updates], axis=0, weights=weights)
