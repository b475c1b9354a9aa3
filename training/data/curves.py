"""Lines and arcs, for ink that is made rather than written; in a square of 100, y down."""

from __future__ import annotations

import numpy as np

from training.ink import Stroke


def line(*points: tuple[float, float]) -> Stroke:
    """[n, 2]: straight from point to point."""
    return np.array(points, np.float64)


def arc(x: float, y: float, across: float, down: float, start: float = -90, turn: float = 360) -> Stroke:
    """[25, 2]: along an ellipse about (x, y) of the given radii; degrees, 0 = right, clockwise as one sees it."""
    angle = np.radians(start + np.linspace(0, turn, 25))
    return np.stack([x + across * np.cos(angle), y + down * np.sin(angle)], axis=1)


def join(*parts: Stroke) -> Stroke:
    """[n, 2]: the parts without lifting the pen."""
    return np.concatenate(parts)
