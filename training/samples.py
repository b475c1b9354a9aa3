"""What a network's card carries for the browser to read when it starts, to know that it reads right."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from training.fixtures import DIGITS
from training.ink import rasterize

SAMPLE_DIGITS = (0, 4, 7)
"""Of the golden inks."""


def read_samples(read: Callable[[np.ndarray], np.ndarray]) -> list[dict]:
    """Digits as strokes, and how they have to be read.

    Args:
        read: a digit's [28, 28] float32, 0..1, to the probabilities that the browser compares, [n].
    """
    inks = [[np.round(stroke, 3) for stroke in DIGITS[digit]] for digit in SAMPLE_DIGITS]
    return [
        {"ink": [stroke.tolist() for stroke in ink], "probabilities": np.round(read(rasterize(ink)), 4).tolist()}
        for ink in inks
    ]
