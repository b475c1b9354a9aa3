"""Ink that validates nothing: letters that may be taken for digits, and blank paper. Told; nothing is chosen by it."""

from __future__ import annotations

from typing import Any

import numpy as np

from training.data.datasets import NOT_A_DIGIT, Character
from training.evaluation.interval import wilson_interval
from training.ink import SIZE, rasterize, to_bytes

GRAYS = (16, 32, 64, 96, 128)
"""Gray papers, of 255 for full ink."""

SPECKLED = 50
"""Papers with dark pixels on them, 1 % to 5 % of all."""


def informative_images(ambiguous: list[Character]) -> dict[str, np.ndarray]:
    """[n, 28, 28] uint8 by name, the same every time.

    Args:
        ambiguous: letters of the held-out alphabet that a person could take for a digit; may be none.
    """
    rng = np.random.default_rng(0)
    share = np.linspace(0.01, 0.05, SPECKLED)[:, None, None]
    images = {
        "blank paper, clean": np.zeros((1, SIZE, SIZE), np.uint8),
        "blank paper, gray": np.stack([np.full((SIZE, SIZE), gray, np.uint8) for gray in GRAYS]),
        "blank paper, speckled": (rng.random((SPECKLED, SIZE, SIZE)) < share).astype(np.uint8) * 255,
    }
    if ambiguous:
        images["ambiguous letters, held-out alphabet"] = to_bytes(rasterize(letter.ink) for letter in ambiguous)
    return images


def read_as_digits(logits: np.ndarray) -> dict[str, Any]:
    """n, the share `read_as_a_digit` and its 95 % `interval`, from logits [n, 11]."""
    share = float((logits.argmax(axis=1) != NOT_A_DIGIT).mean())
    return {"n": len(logits), "read_as_a_digit": share, "interval": list(wilson_interval(share, len(logits)))}
