"""Two people, and the digits that they have written."""

from __future__ import annotations

import numpy as np

from training.data.datasets import Images, PenDigit
from training.data.writers import Handwriting
from training.fixtures import DIGITS
from training.ink import rasterize, to_bytes

SIZE_OF_WRITER = {3: 1.0, 8: 2.5}


def _people() -> Handwriting:
    """Two people, each of whom wrote every digit twice, the second one larger."""
    pen = [
        PenDigit([stroke * size for stroke in DIGITS[label]], label, writer)
        for writer, size in SIZE_OF_WRITER.items()
        for label in range(10)
        for _ in range(2)
    ]
    labels = np.tile(np.arange(10), 4)
    scans = to_bytes(rasterize(DIGITS[label], 1.0 + 0.5 * (number >= 20)) for number, label in enumerate(labels))
    return Handwriting(pen, Images(scans, labels, np.repeat([11, 12], 20)))


PEOPLE = _people()
