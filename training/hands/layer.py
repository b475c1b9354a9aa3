"""A last layer that a person taught: the same arithmetic as in web/reader/hand/layer.js."""

from __future__ import annotations

import numpy as np

from training.data.datasets import CLASSES
from training.hands.memory import DIMENSIONS, REACH

PULL = 0.15
"""How strongly what is learned is pulled back to nothing, which is the network's own layer.

Of 0.1, 0.15, 0.2, 0.3, 0.5 and 1 the least with which, of people who are trained on, somebody else is misread at most a
tenth more often.
"""

STEPS = 120
"""Of learning; more change hardly a digit."""

LEARNING = {"pull": PULL, "steps": STEPS}
"""As JSON holds it, for the device."""

INPUTS = DIMENSIONS + 1
"""What the layer sees: a place in reaches, then 1."""


def learn_layer(places: np.ndarray, labels: np.ndarray, logits: np.ndarray) -> np.ndarray:
    """[INPUTS, 11]: what to add to the network's last layer, so that it reads a person's digits as they were meant.

    Softmax regression beside the network's logits, with Gaussian weights around 0 (ridge), by accelerated gradient
    steps (Nesterov 1983). It adds to the last layer itself, for places are a linear map of what that layer sees; and
    it adds along those directions alone in which hands differ.

    Args:
        places: [n, DIMENSIONS] of the digits; n may be 0.
        labels: [n] of 0-10.
        logits: [n, 11] of the network alone.
    """
    inputs = inputs_of(places)
    meant = np.eye(CLASSES)[labels]
    # No eigenvalue is larger than the largest sum of a row.
    size = 1 / (0.5 * np.abs(inputs.T @ inputs).sum(axis=1).max() + PULL)
    layer = np.zeros((INPUTS, CLASSES))
    ahead, momentum = layer, 1.0
    for _ in range(STEPS):
        found = logits + inputs @ ahead
        shares = np.exp(found - found.max(axis=1, keepdims=True, initial=-np.inf))
        shares /= shares.sum(axis=1, keepdims=True)
        stepped = ahead - size * (inputs.T @ (shares - meant) + PULL * ahead)
        grown = (1 + np.sqrt(1 + 4 * momentum**2)) / 2
        ahead = stepped + (momentum - 1) / grown * (stepped - layer)
        layer, momentum = stepped, grown
    return layer


def layer_nats(layer: np.ndarray, places: np.ndarray) -> np.ndarray:
    """[n, 11] nats that a taught layer adds to the logits of what lies at `places` [n, DIMENSIONS]."""
    return inputs_of(places) @ layer


def inputs_of(places: np.ndarray) -> np.ndarray:
    """[n, INPUTS] from places [n, DIMENSIONS]."""
    return np.concatenate([places / REACH, np.ones((len(places), 1))], axis=1)
