"""The reference for how ink of several digits becomes a strip; `web/reader/image/normalize.js` does the same."""

from __future__ import annotations

import numpy as np

from training.ink import PREPROCESSING, box_filter

_STRIP = PREPROCESSING["strip"]

HEIGHT: int = _STRIP["height"]
"""Of a strip, in pixels."""

INK_HEIGHT: int = _STRIP["inkHeight"]
"""Of the ink in it: as high as it is, whatever it shows."""

MARGIN: int = _STRIP["margin"]
"""Least columns of paper on either side."""

MOST_INK: int = _STRIP["mostInk"]
"""Columns of ink; what is longer, as a thin line is, is made smaller: a hundred digits are not."""

STEP: int = _STRIP["step"]
"""A strip is a multiple of so many pixels wide: the network answers for every half of that."""


def to_strip(mask: np.ndarray) -> np.ndarray:
    """Bring ink into the layout of a strip.

    Args:
        mask: [height, width], 0 = paper, 1 = ink, without an empty row or column at its border.

    Returns:
        [32, w] float32, 0..1, `w` a multiple of 4: the ink 28 pixels high, less where it is very long, in the middle.
    """
    height, width = mask.shape
    scale = min(INK_HEIGHT / height, MOST_INK / width)
    columns = int(np.ceil((width * scale + 2 * MARGIN) / STEP)) * STEP
    down = box_filter(height, HEIGHT, height / 2, scale)
    across = box_filter(width, columns, width / 2, scale)
    return (down @ np.asarray(mask, np.float64) @ across.T).astype(np.float32)
