"""The page that a digit stands on, as a camera sees it from nearly above, its gaps and what else is there."""

from __future__ import annotations

import numpy as np
from PIL import Image


def lay_out(covered: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """The digit on a page around it, [h, w], turned by up to 10 degrees and seen a little from the side."""
    size = max(covered.shape)
    margins = (size * rng.uniform(0.2, 0.9, 4)).astype(int) + 3
    page = np.pad(covered, (margins[:2], margins[2:]))
    height, width = page.shape
    angle = np.radians(np.clip(rng.normal(0, 4), -10, 10))
    tilt = rng.uniform(-0.12, 0.12, 2) / (width, height)
    middle = np.array([width, height]) / 2
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    # A projective map about the page's middle, in the form of Pillow's PERSPECTIVE: (ax + by + c) / (gx + hy + 1).
    moved = np.eye(3)
    moved[:2, 2] = -middle
    mapped = np.linalg.inv(moved) @ np.block([[turn, np.zeros((2, 1))], [tilt, np.ones((1, 1))]]) @ moved
    image = Image.fromarray((page * 255).astype(np.uint8))
    coefficients = tuple((mapped / mapped[2, 2]).ravel()[:8])
    seen = image.transform(image.size, Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BICUBIC)
    return np.asarray(seen) / 255


def box_around(page: np.ndarray) -> np.ndarray:
    """[4]: x, y, width and height of what is covered at least half; of thinner lines, half as much as any of it."""
    covered = page > page.max() / 2
    rows, columns = np.flatnonzero(covered.any(axis=1)), np.flatnonzero(covered.any(axis=0))
    return np.array([columns[0], rows[0], columns[-1] + 1 - columns[0], rows[-1] + 1 - rows[0]], np.float64)


def interrupt(page: np.ndarray, size: float, rng: np.random.Generator) -> np.ndarray:
    """Gaps in the line, where the pen skipped or a scan was too light."""
    y, x = np.mgrid[: page.shape[0], : page.shape[1]]
    inked = np.argwhere(page > page.max() / 2)
    for _ in range(int(rng.integers(1, 5))):
        top, left = inked[rng.integers(len(inked))]
        angle, gap = rng.uniform(0, np.pi), size * rng.uniform(0.015, 0.08)
        across = np.abs(np.cos(angle) * (x - left) + np.sin(angle) * (y - top))
        near = np.hypot(x - left, y - top) < size * 0.15
        page = np.where(near, page * np.clip(across - gap / 2 + 0.5, 0, 1), page)
    return page


def marks(page: np.ndarray, size: float, rng: np.random.Generator) -> np.ndarray:
    """[h, w], 0..1: a point at the digit's foot, or what is left of a printed line across or below it."""
    y, x = np.mgrid[: page.shape[0], : page.shape[1]]
    left, top, width, height = box_around(page)
    if rng.random() < 0.5:
        radius = size * rng.uniform(0.025, 0.06)
        side = rng.choice([left - radius, left + width + radius]) + rng.normal(0, 0.08) * size
        distance = np.hypot(x - side, y - (top + height - rng.uniform(0, 0.15) * size))
        return np.clip(radius + 0.5 - distance, 0, 1)
    # Not along the foot: a 7 on a line is a 2.
    share = rng.choice([rng.uniform(0.6, 0.9), rng.uniform(1.05, 1.15)])
    level = top + height * share + (x - left) * rng.normal(0, 0.03)
    start, length = left + size * rng.uniform(-0.15, 0.5), size * rng.uniform(0.1, 0.6)
    thickness = max(1.0, size * rng.uniform(0.01, 0.04))
    line = np.clip(thickness / 2 + 0.5 - np.abs(y - level), 0, 1)
    return np.where((x >= start) & (x < start + length), line, 0.0)


def dirt(shape: tuple[int, ...], size: float, rng: np.random.Generator) -> np.ndarray:
    """[h, w], 0..1: light that specks on the paper take away; most paper is clean."""
    specks = np.zeros(shape)
    y, x = np.mgrid[: shape[0], : shape[1]]
    for _ in range(int(rng.integers(1, 5)) if rng.random() < 0.15 else 0):
        distance = np.hypot(x - rng.uniform(0, shape[1]), y - rng.uniform(0, shape[0]))
        speck = np.clip(size * rng.uniform(0.005, 0.03) + 0.5 - distance, 0, 1)
        specks = np.maximum(specks, speck * rng.uniform(0.3, 0.8))
    return specks
