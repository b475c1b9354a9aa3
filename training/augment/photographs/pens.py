"""Pens on paper: paints written strokes, or a scan of them, as large as a camera sees them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw
from scipy import ndimage

from training.ink import Ink

FINER = 4
"""A pen is painted this many times finer, then averaged: its edges cover pixels in part."""


@dataclass(frozen=True)
class Pen:
    """A kind of pen.

    `width`: least and most, as a share of the digit's longer side. `darkness`: least and most, as the share of light
    that its ink takes away. `grain`: the most that the paper's grain leaves out of a line, 0..1.
    """

    width: tuple[float, float]
    darkness: tuple[float, float]
    grain: float


PENS = (
    Pen(width=(0.03, 0.08), darkness=(0.45, 0.85), grain=0.25),  # ballpoint
    Pen(width=(0.03, 0.09), darkness=(0.25, 0.6), grain=0.8),  # pencil
    Pen(width=(0.07, 0.19), darkness=(0.6, 0.95), grain=0.1),  # felt pen
)


def paint(ink: Ink, size: float, pen: Pen, rng: np.random.Generator) -> np.ndarray:
    """[h, w], 0..1: how much of each pixel a line covers whose width follows the hand's pressure, within a margin.

    The ink's longer side becomes `size` pixels.
    """
    points = np.concatenate(list(ink))
    low, high = points.min(axis=0), points.max(axis=0)
    width = max(1.3, size * np.exp(rng.uniform(*np.log(pen.width)))) * FINER
    scale = (size * FINER - width) / max((high - low).max(), 1e-9)
    across, down = ((high - low) * scale + 2 * width).astype(int) // FINER + 1
    canvas = Image.new("L", (across * FINER, down * FINER))
    draw = ImageDraw.Draw(canvas)
    pressure, phase = rng.uniform(0, 0.3), rng.uniform(0, 6)
    for stroke in ink:
        places = (np.asarray(stroke) - low) * scale + width
        radii = width / 2 * (1 + pressure * np.sin(phase + np.linspace(0, 4, len(places))))
        for place, radius in zip(places, radii, strict=True):
            draw.ellipse([*(place - radius), *(place + radius)], 255)
        for start, end, radius in zip(places[:-1], places[1:], radii[1:], strict=True):
            draw.line([*start, *end], 255, round(2 * radius))
    return np.asarray(canvas.reduce(FINER)) / 255


def enlarge(scan: np.ndarray, size: float) -> np.ndarray:
    """[h, w], 0..1: a scanned digit, [28, 28] uint8, its longer side `size` pixels, its edges as sharp as a pen's."""
    rows, columns = np.flatnonzero(scan.any(axis=1)), np.flatnonzero(scan.any(axis=0))
    close = Image.fromarray(np.pad(scan[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1], 1))
    scale = size / (max(close.size) - 2)
    large = close.resize((round(close.width * scale), round(close.height * scale)), Image.Resampling.BICUBIC)
    # Of its own highest pixel: all of a faint scan is below half of 255, and would be cut off.
    return np.clip((np.asarray(large) / float(scan.max()) - 0.5) * max(1.0, scale / 2) + 0.5, 0, 1)


def put_ink(covered: np.ndarray, pen: Pen, rng: np.random.Generator) -> np.ndarray:
    """[h, w], 0..1: the share of light that ink takes away where it covers so much; grainy as pen and paper are."""
    grain = ndimage.gaussian_filter(rng.normal(0, 1, covered.shape), rng.uniform(0.5, 1.2))
    missing = np.clip(grain / grain.std() * 0.5, 0, 1) * rng.uniform(0, pen.grain)
    return covered * (1 - missing) * rng.uniform(*pen.darkness)
