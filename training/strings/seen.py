"""What a camera, a threshold and the taking out of rules leave of a row of characters."""

from __future__ import annotations

import numpy as np
from PIL import Image
from scipy import ndimage

from training.strings.glyphs import HEIGHT

FLOOR = 64
"""The row on which digits stand, of a canvas of `ROWS`."""

ROWS = 100

IS_INK = 0.51

RESOLUTIONS = (13, 60)
"""Least and most height of digits in a picture, in pixels."""


def spoil(row: np.ndarray, rng: np.random.Generator) -> None:
    """Gaps where rules were, and rests of what lay near: pieces of rules, specks, tails of another line.

    `row` [ROWS, w] uint8 is altered.
    """
    columns = np.flatnonzero(row.any(axis=0))
    first, last = int(columns[0]), int(columns[-1])
    thin = int(rng.integers(1, 4))
    if rng.random() < 0.35:
        y = int(rng.integers(FLOOR - HEIGHT, FLOOR))
        row[y : y + thin] = 0
    if rng.random() < 0.2:
        x = int(rng.integers(first, last + 1))
        row[:, x : x + thin] = 0
    if rng.random() < 0.35:
        y = FLOOR + int(rng.integers(-2, 8))
        for x in rng.integers(first - 10, last + 10, int(rng.integers(1, 4))):
            row[y : y + thin, max(0, x) : x + int(rng.integers(2, 30))] = 255
    for _ in range(int(rng.integers(0, 4)) if rng.random() < 0.4 else 0):
        x, y = int(rng.integers(max(0, first - 6), last + 6)), int(rng.integers(FLOOR - HEIGHT, FLOOR + 4))
        row[y : y + int(rng.integers(1, 4)), x : x + int(rng.integers(1, 4))] = 255
    if rng.random() < 0.4:
        _stripe(row, rng)
    if rng.random() < 0.15:
        x, high = int(rng.integers(first, last + 1)), int(rng.integers(3, 10))
        y = FLOOR - HEIGHT - high - 2 if rng.random() < 0.5 else FLOOR + 4
        row[y : y + high, x : x + int(rng.integers(2, 6))] = 255


def _stripe(row: np.ndarray, rng: np.random.Generator) -> None:
    """Pieces of fine lines, as safety paper has them, on both sides of strokes."""
    near = ndimage.binary_dilation(row >= 128, np.ones((3, 2 * int(rng.integers(2, 9)) + 1)))
    period, tilt, share = rng.uniform(4, 12), rng.normal(0, 0.1), rng.uniform(0.1, 0.6)
    y, x = np.mgrid[: row.shape[0], : row.shape[1]]
    is_line = (y + tilt * x + rng.uniform(0, period)) % period < rng.uniform(0.8, 1.8)
    pieces = ndimage.gaussian_filter1d(rng.normal(0, 1, row.shape).astype(np.float32), rng.uniform(2, 5), axis=1)
    row[is_line & near & (pieces > np.quantile(pieces, 1 - share))] = 255


def to_gray(row: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """[h, w] uint8, 255 = ink: the row as a camera and the search for ink leave it, empty but for ink and its edges.

    It is slanted and stretched, as coarse as a picture may be, its edges rough, its lines a little thinner or thicker.
    Half is the border between paper and ink, as in `web/reader/image/pen-ink.js`.
    """
    scale = np.exp(rng.uniform(*np.log(RESOLUTIONS))) / HEIGHT
    stretch = np.exp(rng.normal(0, 0.12))
    slant = np.clip(rng.normal(0, 0.2), -0.5, 0.6)
    values = _sheared(row, scale, stretch, slant)
    values = ndimage.gaussian_filter(values, rng.uniform(0.1, 0.08 * HEIGHT * scale + 0.2))
    # The border follows how dark lines are, not how dark ink could be: thin ones are paler.
    darkness = np.percentile(values[values > 0.1], 80) if (values > 0.1).any() else 1.0
    if rng.random() < 0.3:
        noise = ndimage.gaussian_filter(rng.normal(0, 1, values.shape).astype(np.float32), rng.uniform(0.5, 1.5))
        values = values + np.where(values > 0.15 * darkness, noise / noise.std() * rng.uniform(0, 0.12), 0)
    border = darkness * rng.uniform(0.38, 0.62)
    # Some cameras sharpen what they see; fax machines know black and white alone.
    sharp = 1.0 if rng.random() < 0.5 else rng.uniform(1, 4)
    gray = np.clip(0.5 + sharp * (values / (2 * border) - 0.5), 0, 1)
    ink = values > border
    gray[ink] = np.maximum(gray[ink], IS_INK)
    near = ndimage.binary_dilation(ink, np.ones((3, 3)))
    return np.rint(np.where(ink, gray, np.where(near, np.minimum(gray, 0.49), 0)) * 255).astype(np.uint8)


def _sheared(row: np.ndarray, scale: float, stretch: float, slant: float) -> np.ndarray:
    """[h, w] float32, 0..1: the row `scale` times as high and `scale * stretch` times as wide, leaning to the right."""
    fine = 2 if scale < 0.5 else 1
    aside = abs(slant) * ROWS / 2
    size = (round((row.shape[1] + 2 * aside) * scale * stretch), round(ROWS * scale))
    # From a place in the result to that in the row.
    across = (1 / (scale * stretch), slant / scale, -aside - slant * ROWS / 2)
    matrix = (*np.divide(across, fine), 0, 1 / scale / fine, 0)
    found = Image.fromarray(row).reduce(fine).transform(size, Image.Transform.AFFINE, matrix, Image.Resampling.BILINEAR)
    return np.asarray(found, np.float32) / 255
