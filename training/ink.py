"""The reference for how strokes and pixels become a 28 x 28 ink image.

`web/reader/ink/rasterize.js` and `web/reader/image/normalize.js` do the same arithmetic on the device. Both sides read
their constants from `web/reader/preprocessing.json` and are proven equal by the golden vectors in `tests/fixtures/`.

The layout is MNIST's (LeCun et al., http://yann.lecun.com/exdb/mnist/): the ink's longer side fills a box of 20
pixels and its center of mass lies in the middle of 28 x 28, here to a fraction of a pixel.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

import numpy as np

from training.paths import ROOT

Stroke = np.ndarray
"""[n, 2] float: the points (x, y) of one stroke, any units, y down."""

Ink = Sequence[Stroke]

PREPROCESSING_FILE = ROOT / "web" / "reader" / "preprocessing.json"
PREPROCESSING = json.loads(PREPROCESSING_FILE.read_text())

SIZE: int = PREPROCESSING["size"]
BOX: int = PREPROCESSING["box"]
PEN_RADIUS: float = PREPROCESSING["penRadius"]
EDGE: float = PREPROCESSING["edge"]

MIDDLE = SIZE / 2
MOST_SHIFT = (SIZE - BOX) / 2
"""How far the center of mass may move the box, in pixels, before ink would leave the image."""


def rasterize(ink: Ink, pen_radius: float = PEN_RADIUS) -> np.ndarray:
    """Draw strokes as an ink image.

    Args:
        ink: strokes of [n, 2] points, any units, y down. Points that are not finite are ignored.
        pen_radius: half the pen's width, in pixels of the result.

    Returns:
        [28, 28] float32, 0 = paper, 1 = ink. All zeros for ink without a point.
    """
    segments = _segments(ink)
    if not len(segments):
        return np.zeros((SIZE, SIZE), np.float32)
    low = segments.reshape(-1, 2).min(axis=0)
    high = segments.reshape(-1, 2).max(axis=0)
    longer_side = (high - low).max()
    scale = (BOX - 2 * pen_radius) / longer_side if longer_side > 0 else 0.0
    segments = (segments - (low + high) / 2) * scale + MIDDLE
    image = _paint(segments, pen_radius)
    shift = np.clip(MIDDLE - _center_of_mass(image), -MOST_SHIFT, MOST_SHIFT)
    return _paint(segments + shift, pen_radius).astype(np.float32)


def normalize(mask: np.ndarray) -> np.ndarray:
    """Bring the ink of a picture into the layout of an ink image.

    Args:
        mask: [height, width], 0 = paper, 1 = ink, values between for partly covered pixels.

    Returns:
        [28, 28] float32, the darkest pixel 1. All zeros for a mask without ink.
    """
    mask = np.asarray(mask, np.float64)
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        return np.zeros((SIZE, SIZE), np.float32)
    low = np.array([columns[0], rows[0]], np.float64)
    high = np.array([columns[-1] + 1, rows[-1] + 1], np.float64)
    scale = BOX / (high - low).max()
    middle = (low + high) / 2
    shift = np.clip((middle - _center_of_mass(mask)) * scale, -MOST_SHIFT, MOST_SHIFT)
    center = middle - shift / scale
    across = box_filter(mask.shape[1], SIZE, center[0], scale)
    down = box_filter(mask.shape[0], SIZE, center[1], scale)
    image = down @ mask @ across.T
    return (image / image.max()).astype(np.float32)


def to_bytes(images: Iterable[np.ndarray]) -> np.ndarray:
    """[n, 28, 28] uint8 from ink images of 0..1."""
    return np.stack([np.rint(image * 255).astype(np.uint8) for image in images])


def _segments(ink: Ink) -> np.ndarray:
    """[n, 2, 2]: start and end of every piece of every stroke; a stroke of one point is a piece of length 0."""
    pieces = []
    for stroke in ink:
        points = np.asarray(stroke, np.float64).reshape(-1, 2)
        points = points[np.isfinite(points).all(axis=1)]
        if len(points) == 1:
            points = np.repeat(points, 2, axis=0)
        if len(points):
            pieces.append(np.stack([points[:-1], points[1:]], axis=1))
    return np.concatenate(pieces) if pieces else np.zeros((0, 2, 2))


def _paint(segments: np.ndarray, pen_radius: float) -> np.ndarray:
    """[28, 28] float64: how much of each pixel a round pen covers, from the distance of the pixel's center to the line.

    The edge falls from 1 to 0 over `2 * EDGE` pixels, which is a pixel's own width: the usual distance approximation
    of coverage.
    """
    centers = np.arange(SIZE) + 0.5
    start, along = segments[:, 0, :, None, None], (segments[:, 1] - segments[:, 0])[:, :, None, None]
    x = centers[None, None, :] - start[:, 0]
    y = centers[None, :, None] - start[:, 1]
    length = along[:, 0] ** 2 + along[:, 1] ** 2
    part = np.clip((x * along[:, 0] + y * along[:, 1]) / np.where(length > 0, length, 1.0), 0.0, 1.0)
    nearest = ((x - part * along[:, 0]) ** 2 + (y - part * along[:, 1]) ** 2).min(axis=0)
    return np.clip((pen_radius + EDGE - np.sqrt(nearest)) / (2 * EDGE), 0.0, 1.0)


def _center_of_mass(image: np.ndarray) -> np.ndarray:
    """(x, y) in pixels, a pixel's center being at its index + 0.5."""
    total = image.sum()
    height, width = image.shape
    x = (image.sum(axis=0) * (np.arange(width) + 0.5)).sum() / total
    y = (image.sum(axis=1) * (np.arange(height) + 0.5)).sum() / total
    return np.array([x, y])


def box_filter(length: int, count: int, center: float, scale: float) -> np.ndarray:
    """[count, length]: the share of each source pixel in each result pixel, along one axis.

    A result pixel averages the source that it covers; where the source is the coarser one, a window of one source
    pixel, which interpolates linearly. `center` is the place of the source that comes to the middle, `scale` how many
    result pixels there are to one of the source.
    """
    width = max(1.0 / scale, 1.0)
    start = (np.arange(count) + 0.5 - count / 2) / scale + center - width / 2
    pixels = np.arange(length)
    overlap = np.minimum(start[:, None] + width, pixels + 1) - np.maximum(start[:, None], pixels)
    return np.maximum(overlap, 0.0) / width
