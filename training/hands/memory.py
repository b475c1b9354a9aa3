"""What digits that a person corrected say of another one: the same arithmetic as in web/reader/hand/memory.js."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from training.data.datasets import CLASSES

DIMENSIONS = 32

REACH = 32
"""Steps of a place: at this distance an example says the share exp(-1/2) of what it says of its very own ink."""

STRENGTH = 5.0
"""Nats that an example adds to its digit where the ink is its own."""

STEPS = 127
"""Places are kept as signed bytes."""


@dataclass(frozen=True)
class Metric:
    """Where a network's embedding lies, so that digits of one hand and kind lie near each other.

    `matrix` [d, DIMENSIONS] and `center` [DIMENSIONS]: whole hundredths of steps.
    """

    matrix: np.ndarray
    center: np.ndarray

    def places(self, embeddings: np.ndarray) -> np.ndarray:
        """[n, DIMENSIONS] int8 from embeddings [n, d]."""
        steps = (embeddings.astype(np.float64) @ self.matrix - self.center) / 100
        return np.clip(np.rint(steps), -STEPS, STEPS).astype(np.int8)

    def as_dict(self) -> dict[str, Any]:
        """As JSON holds it, with all that the device needs to know beside it."""
        numbers = {"matrix": self.matrix.tolist(), "center": self.center.tolist()}
        return {"reach": REACH, "strength": STRENGTH, **numbers}


def weigh(examples: np.ndarray, labels: np.ndarray, places: np.ndarray) -> np.ndarray:
    """[n, 11] nats that examples add to the logits of what lies at `places`: of each class, what its nearest one says.

    The nearest alone, since many examples that lie far off would else outweigh the network together, and since one
    can be shown.

    Args:
        examples: [m, DIMENSIONS] places of what was corrected; m may be 0.
        labels: [m] of 0-10.
        places: [n, DIMENSIONS].
    """
    return nats_of(kernel(examples, places), labels)


def nats_of(near: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """[n, 11] from `kernel`'s [n, m]: see `weigh`."""
    nats = np.zeros((len(near), CLASSES))
    for label in np.unique(labels):
        nats[:, label] = STRENGTH * near[:, labels == label].max(axis=1)
    return nats


def kernel(examples: np.ndarray, places: np.ndarray) -> np.ndarray:
    """[n, m] in 0..1: how near every place is to every example."""
    one, other = examples.astype(np.float64), places.astype(np.float64)
    squares = (other**2).sum(axis=1)[:, None] + (one**2).sum(axis=1) - 2 * other @ one.T
    return np.exp(-squares / (2 * REACH**2))
