"""What the device proposes of ink, with what the network says to it: lattices, for a conditional random field."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass

import keras
import numpy as np

from training.data.datasets import CLASSES, NOT_A_DIGIT, SEPARATORS, SIGNS
from training.device import run_node
from training.ink import SIZE, Ink
from training.learning import as_input
from training.paths import ROOT

PROGRAM = ROOT / "tools" / "propose.js"

UNKNOWN = "?"

LABELS = "0123456789" + UNKNOWN + SIGNS + SEPARATORS
"""All that a segment may read as."""

LEAST_LOG = -10.0
"""Of a probability: below it the network does not know what it says."""


@dataclass(frozen=True)
class Proposed:
    """A line of ink: `atoms` pieces that no digit shares, and all n segments that are considered.

    `spans` [n, 2]: from which atom to which, not included. `geometry` [n, g]: `featuresOf` of
    web/reader/ink/features.js. `images` [n, 28, 28] uint8.
    """

    atoms: int
    spans: np.ndarray
    geometry: np.ndarray
    images: np.ndarray


@dataclass(frozen=True)
class Lattice:
    """The same with what the network says.

    `features` [n, f]: geometry, then logarithms of probabilities. `own` [n, 24]: of each of `LABELS`, what the network,
    or the shape of a separator, says to it, a logarithm.
    """

    atoms: int
    spans: np.ndarray
    features: np.ndarray
    own: np.ndarray


def propose(inks: Sequence[Ink]) -> list[list[Proposed]]:
    """What the device proposes of every ink, a line of writing each, from the top.

    Args:
        inks: strokes, y down, any units.

    Raises:
        DataError: Node.js is missing, or the device's code failed.
    """
    asked = "\n".join(json.dumps({"ink": [np.round(stroke, 2).tolist() for stroke in ink]}) for ink in inks)
    return [
        [_proposed(line) for line in json.loads(lines)]
        for lines in run_node([str(PROGRAM)], asked.encode()).splitlines()
    ]


def to_lattices(proposed: Sequence[Proposed], scores: keras.Model) -> list[Lattice]:
    """What the network says to all that is proposed.

    Args:
        proposed: lines of ink.
        scores: from [n, 28, 28, 1] to [n, 11 + 9], as `digits.network.build_model` has them.
    """
    images = np.concatenate([line.images for line in proposed])
    logs = log_probabilities(scores.predict(as_input(images), batch_size=500, verbose=0))
    ends = np.cumsum([len(line.spans) for line in proposed])
    return [_lattice(line, own) for line, own in zip(proposed, np.split(logs, ends[:-1]), strict=True)]


def log_probabilities(scores: np.ndarray) -> np.ndarray:
    """[n, 10 + 9] logarithms: of every digit, of what is neither a digit nor one of `SIGNS`, and of each of these."""
    classes = _log_softmax(scores[:, :CLASSES])
    signs = _log_softmax(scores[:, CLASSES:])
    return np.concatenate([classes[:, :NOT_A_DIGIT], classes[:, NOT_A_DIGIT:] + signs], axis=1)


def _proposed(line: dict) -> Proposed:
    segments = line["segments"]
    images = [np.frombuffer(base64.b64decode(segment["image"]), np.uint8) for segment in segments]
    return Proposed(
        line["atoms"],
        np.array([(segment["from"], segment["to"]) for segment in segments]),
        np.array([segment["features"] for segment in segments], np.float32),
        np.stack(images).reshape(-1, SIZE, SIZE),
    )


def _lattice(line: Proposed, logs: np.ndarray) -> Lattice:
    # The device tells separators by shape as a third of their logarithms.
    separators = line.geometry[:, -len(SEPARATORS) :] * 3
    own = np.maximum(np.concatenate([logs, separators], axis=1), LEAST_LOG).astype(np.float32)
    features = np.concatenate([line.geometry, own[:, : logs.shape[1]] / 5], axis=1)
    return Lattice(line.atoms, line.spans, features, own)


def _log_softmax(scores: np.ndarray) -> np.ndarray:
    shifted = scores - scores.max(axis=1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
