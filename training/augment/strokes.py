"""Other people's hands: plausible variants of written strokes, for training.

Everything happens to the strokes, before they are rasterized, so that the pen stays as wide as a pen is.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from training.ink import Ink, Stroke

PEN_RADII = (0.9, 1.9)
"""Pen widths trained on, as radius in pixels of the 28 x 28 image; the device's `PEN_RADIUS` is among them."""


def vary(ink: Ink, rng: np.random.Generator) -> list[Stroke]:
    """A variant of the same writing: turned, slanted, stretched, bent, trembling, thinned, its ends and joins altered.

    Args:
        ink: strokes of [n, 2] points, any units.
        rng: the source of every choice.

    Returns:
        Strokes in units of the ink's longer side, about the origin.
    """
    strokes = to_unit(ink)
    strokes = [_thin(stroke, int(rng.integers(1, 4))) for stroke in strokes]
    strokes = [_few_points(stroke, rng) for stroke in strokes] if rng.random() < 0.12 else strokes
    strokes = _rejoin(strokes, rng) if rng.random() < 0.15 else strokes
    strokes = [_move_stroke(stroke, rng) for stroke in strokes] if len(strokes) > 1 else strokes
    strokes = [_alter_ends(stroke, rng) for stroke in strokes]
    strokes = _set_down(strokes, rng) if rng.random() < 0.12 else strokes
    strokes = _bend(strokes, rng)
    strokes = _tremble(strokes, rng) if rng.random() < 0.3 else strokes
    matrix = _affine(rng)
    return [stroke @ matrix for stroke in strokes]


def random_pen_radius(rng: np.random.Generator, widest: float = PEN_RADII[1]) -> float:
    """A pen's radius in pixels, within `PEN_RADII` and at most `widest`."""
    return float(rng.uniform(PEN_RADII[0], widest))


def to_unit(ink: Ink) -> list[Stroke]:
    """Strokes with the middle of their bounding box at the origin and its longer side 1."""
    points = np.concatenate(list(ink))
    low, high = points.min(axis=0), points.max(axis=0)
    size = max((high - low).max(), 1e-9)
    return [(stroke - (low + high) / 2) / size for stroke in ink]


def _affine(rng: np.random.Generator) -> np.ndarray:
    """[2, 2]: a slant up to 0.45, a stretch up to a third, then a turn: 9 degrees commonly, up to 25."""
    angle = np.radians(np.clip(rng.normal(0, 9), -25, 25))
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    slant = np.array([[1, 0], [np.clip(rng.normal(0, 0.18), -0.45, 0.45), 1]])
    stretch = np.exp(np.clip(rng.normal(0, 0.16), -0.4, 0.4))
    return np.diag([stretch, 1 / stretch]) @ slant @ turn


def _bend(strokes: list[Stroke], rng: np.random.Generator) -> list[Stroke]:
    """Move every point along slow sines of its place: proportions of the parts change, lines stay smooth."""
    amplitude = np.abs(rng.normal(0, 0.035, (2, 2)))
    frequency = rng.uniform(2, 7, (2, 2))
    phase = rng.uniform(0, 2 * np.pi, (2, 2))
    return [
        stroke + np.einsum("ab,nab->na", amplitude, np.sin(stroke[:, None, :] * frequency + phase))
        for stroke in strokes
    ]


def _tremble(strokes: list[Stroke], rng: np.random.Generator) -> list[Stroke]:
    """An unsteady hand: each point a little off, up to 2 % of the ink's size."""
    spread = rng.uniform(0.004, 0.02)
    return [stroke + rng.normal(0, spread, stroke.shape) for stroke in strokes]


def _thin(stroke: Stroke, every: int) -> Stroke:
    """Keep every n-th point and the last, as a slower tablet would, where at least a dozen remain."""
    if len(stroke) < 12 * every:
        return stroke
    return np.concatenate([stroke[:-1:every], stroke[-1:]])


def _few_points(stroke: Stroke, rng: np.random.Generator) -> Stroke:
    """7 to 13 points evenly along the way, as an old tablet gives them of a quick hand."""
    count = int(rng.integers(7, 14))
    if len(stroke) <= count:
        return stroke
    along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(stroke, axis=0), axis=1))])
    places = np.linspace(0, along[-1], count)
    return np.stack([np.interp(places, along, stroke[:, axis]) for axis in (0, 1)], axis=1)


def _set_down(strokes: list[Stroke], rng: np.random.Generator) -> list[Stroke]:
    """The pen comes down a little before a stroke: a tick or a dot, joined to it or lifted again."""
    which = int(rng.integers(len(strokes)))
    stroke = strokes[which]
    before = stroke[0] + rng.normal(0, 0.07, 2)
    if rng.random() < 0.6:
        strokes[which] = np.concatenate([before[None], stroke])
        return strokes
    return [*strokes[:which], np.stack([before, before + rng.normal(0, 0.012, 2)]), *strokes[which:]]


def _move_stroke(stroke: Stroke, rng: np.random.Generator) -> Stroke:
    """Set one stroke of several a little apart or larger, as a bar that misses its digit."""
    middle = stroke.mean(axis=0)
    return (stroke - middle) * np.exp(rng.normal(0, 0.06)) + middle + rng.normal(0, 0.025, 2)


def _rejoin(strokes: list[Stroke], rng: np.random.Generator) -> list[Stroke]:
    """Leave out a pen lift between two strokes that nearly meet, or lift the pen within one."""
    if len(strokes) > 1:
        gaps = [np.linalg.norm(b[0] - a[-1]) for a, b in pairwise(strokes)]
        first = int(np.argmin(gaps))
        if gaps[first] < 0.15:
            joined = np.concatenate([strokes[first], strokes[first + 1]])
            return [*strokes[:first], joined, *strokes[first + 2 :]]
    longest = int(np.argmax([len(stroke) for stroke in strokes]))
    stroke = strokes[longest]
    if len(stroke) < 8:
        return strokes
    cut = int(rng.integers(3, len(stroke) - 3))
    return [*strokes[:longest], stroke[: cut + 1], stroke[cut:], *strokes[longest + 1 :]]


def _alter_ends(stroke: Stroke, rng: np.random.Generator) -> Stroke:
    """Start late, stop early or run on: up to 5 % of the points less, or a short tail along the last direction."""
    if len(stroke) < 8:
        return stroke
    late, early = rng.integers(0, max(2, len(stroke) // 20 + 1), 2)
    stroke = stroke[late : len(stroke) - early]
    if rng.random() < 0.15:
        direction = stroke[-1] - stroke[-3]
        length = np.linalg.norm(direction)
        if length > 0:
            tail = stroke[-1] + direction / length * rng.uniform(0.02, 0.1)
            stroke = np.concatenate([stroke, tail[None]])
    return stroke
