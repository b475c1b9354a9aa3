"""Digits that are written without lifting the pen: zeros as a coil, ones as a zigzag."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

import numpy as np

from training.ink import Ink
from training.strings.glyphs import Glyph, paint_ink

SHARE = 0.4
"""Of runs of zeros and ones, those that are joined."""

STEPS = 24
"""Points of a zero."""


def with_joined(glyphs: list[Glyph], rng: np.random.Generator) -> list[Glyph]:
    """The glyphs, in which some runs of zeros and ones are one glyph."""
    found: list[Glyph] = []
    for text, run in groupby(glyphs, lambda glyph: glyph.text):
        same = list(run)
        is_joined = len(same) > 1 and text in WAYS and rng.random() < SHARE
        found += [paint_ink(WAYS[text](len(same), rng), text * len(same), rng)] if is_joined else same
    return found


def _coil(count: int, rng: np.random.Generator) -> Ink:
    """Each zero goes on into the next, above or below: closed, or as the loops of a trochoid."""
    across, high = rng.uniform(18, 46), rng.uniform(26, 48)
    start, way = rng.choice((-90, -90, 90)) + rng.normal(0, 20), rng.choice((-1, -1, 1))
    if rng.random() < 0.6:
        pitch = rng.uniform(1.8, 2.8) * across
        angles = np.radians(start + way * np.linspace(0, rng.uniform(355, 400), STEPS))
        points = np.concatenate([_oval(angles, across, high) + (number * pitch, 0) for number in range(count)])
        if rng.random() < 0.4:  # lower than wide
            points *= (1, rng.uniform(0.5, 0.9))
    else:
        turns = count + rng.uniform(0.1, 0.35)
        angles = np.radians(start + way * 360 * np.linspace(0, turns, round(STEPS * turns)))
        drift = rng.uniform(1.0, 1.7) * across * np.linspace(0, turns, len(angles))
        points = _oval(angles, across, high) + np.stack([drift, np.zeros_like(drift)], axis=1)
    if rng.random() < 0.3:
        points = np.concatenate([points, points[-1:] + (rng.uniform(10, 60), rng.uniform(-12, 12))])
    return [points + rng.normal(0, 0.6, points.shape)]


def _oval(angles: np.ndarray, across: float, high: float) -> np.ndarray:
    return np.stack([across * np.cos(angles), 50 + high * np.sin(angles)], axis=1)


def _zigzag(count: int, rng: np.random.Generator) -> Ink:
    """Each 1 has a flag that begins where the one before ends, or a part of its height above."""
    wide, lean = rng.uniform(22, 60), rng.uniform(-4, 14)
    points = [(0.0, rng.uniform(30, 96))]
    for number in range(count):
        x = (number + 1) * wide
        points += [(x, 4 + rng.normal(0, 3)), (x - lean, 96 + rng.normal(0, 3))]
        if number + 1 < count and rng.random() < 0.4:
            points.append((x - lean * 0.5, rng.uniform(45, 80)))
    return [np.array(points)]


WAYS: dict[str, Callable[[int, np.random.Generator], Ink]] = {"0": _coil, "1": _zigzag}
"""How so many of a digit are written in one go."""
