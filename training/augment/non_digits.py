"""Ink that is not a digit: scribbles and signs made from curves, letters, unfinished digits, digits run together."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

import numpy as np

from training.augment.strokes import to_unit
from training.data.signs import LETTERS, SIGNS
from training.ink import Ink, Stroke

VALIDATION_SCRIBBLES = ("cross", "polygon", "spiral")
"""Kinds of scribble that validate "not a digit" and are never trained on."""

LEAST_ROUND = 0.35
"""How far an unfinished digit bends: its spread across over its spread along. A straighter line may be a 1."""

LEAST_OPEN = 0.4
"""From the beginning of an unfinished digit to its end, as a share of its size: what nearly closes may be a 0."""

UNFINISHED = MappingProxyType({0: (0.3, 0.55), 4: (0.4, 0.6), 8: (0.2, 0.33), 9: (0.2, 0.4)})
"""How much of a digit is there when a person cannot yet say which it will be: shares of the way along its strokes.
The beginnings of the other digits are a 1, a 7 or an S more often than not."""


def scribble(rng: np.random.Generator) -> list[Stroke]:
    """One of the kinds below that are trained on; strokes about the origin, about one unit large."""
    kinds = [draw for kind, draw in SCRIBBLES.items() if kind not in VALIDATION_SCRIBBLES]
    return kinds[int(rng.integers(len(kinds)))](rng)


def unfinished(ink: Ink, label: int, rng: np.random.Generator) -> list[Stroke] | None:
    """The beginning of a digit of `UNFINISHED`, or None where a person could take what there is for a digit."""
    strokes = to_unit(ink)
    lengths = [np.linalg.norm(np.diff(stroke, axis=0), axis=1) for stroke in strokes]
    wanted = rng.uniform(*UNFINISHED[label]) * sum(length.sum() for length in lengths)
    begun: list[Stroke] = []
    for stroke, length in zip(strokes, lengths, strict=True):
        count = int(np.searchsorted(np.cumsum(length), wanted)) + 1
        begun.append(stroke[:count])
        wanted -= length.sum()
        if wanted <= 0:
            break
    points = np.concatenate(begun)
    if len(points) < 4:
        return None
    along, across = np.linalg.svd(points - points.mean(axis=0), compute_uv=False)
    gap = np.linalg.norm(points[-1] - points[0]) / np.ptp(points, axis=0).max()
    if across < LEAST_ROUND * along or gap < LEAST_OPEN:
        return None
    return begun


def run_together(left: Ink, right: Ink, rng: np.random.Generator) -> list[Stroke]:
    """Two digits side by side, touching or nearly: to be read apart, not as one."""
    first, second = to_unit(left), to_unit(right)
    edge = max(stroke[:, 0].max() for stroke in first) - min(stroke[:, 0].min() for stroke in second)
    offset = np.array([edge + rng.uniform(-0.08, 0.2), rng.normal(0, 0.08)])
    return first + [stroke * rng.uniform(0.85, 1.15) + offset for stroke in second]


def _tangle(rng: np.random.Generator) -> list[Stroke]:
    """A pen moved about without aim: a smooth random walk."""
    steps = rng.normal(0, 1, (int(rng.integers(25, 90)), 2))
    kernel = np.hanning(int(rng.integers(5, 14)))
    smooth = np.stack([np.convolve(steps[:, axis], kernel, "valid") for axis in (0, 1)], axis=1)
    return [np.cumsum(smooth, axis=0) - 0.7 * np.linspace(0, 1, len(smooth))[:, None] * smooth.sum(axis=0)]


def _hatching(rng: np.random.Generator) -> list[Stroke]:
    """To and fro, as one crosses out or shades: five turns or more."""
    turns = int(rng.integers(6, 16))
    y = np.linspace(-0.5, 0.5, turns) * rng.uniform(0.2, 1.0)
    x = 0.5 * (-1.0) ** np.arange(turns) * rng.uniform(0.6, 1.0, turns)
    return _turned([np.stack([x, y], axis=1)], rng)


def _spiral(rng: np.random.Generator) -> list[Stroke]:
    """At least two turns: one turn could be a 6 or a 9."""
    angle = np.linspace(0, rng.uniform(4.2, 9) * np.pi, 90)
    radius = np.linspace(rng.uniform(0.02, 0.1), 0.5, 90)
    return _turned([np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)], rng)


def _dots(rng: np.random.Generator) -> list[Stroke]:
    """Two to six dots or dashes apart; one alone fills the box as a disc."""
    return [
        place + np.array([[0, 0], rng.normal(0, 0.03, 2)])
        for place in rng.uniform(-0.5, 0.5, (int(rng.integers(2, 7)), 2))
    ]


def _dot(rng: np.random.Generator) -> list[Stroke]:
    """The pen put down and lifted, with or without a tremble."""
    if rng.random() < 0.5:
        return [np.zeros((1, 2))]
    angle = np.linspace(0, 2 * np.pi * rng.uniform(2, 5), 40)
    radius = rng.uniform(0, 0.5, 40)
    return [np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)]


def _bar(rng: np.random.Generator) -> list[Stroke]:
    """A line that lies rather than stands: within 20 degrees of level."""
    return _turned([np.stack([np.linspace(-0.5, 0.5, 8), np.zeros(8)], axis=1)], rng, 20)


def _tick(rng: np.random.Generator) -> list[Stroke]:
    """A check mark: a short way down, a long way up."""
    corner = np.array([rng.uniform(-0.3, -0.05), 0.4])
    start = corner - [rng.uniform(0.12, 0.3), rng.uniform(0.15, 0.35)]
    end = np.array([0.5, rng.uniform(-0.5, -0.2)])
    return [np.stack([start, corner, end])]


def _cross(rng: np.random.Generator) -> list[Stroke]:
    """A plus or a multiplication sign, or a star of three or four bars."""
    bars = int(rng.integers(2, 5))
    angles = rng.uniform(0, np.pi) + np.arange(bars) * np.pi / bars
    reach = rng.uniform(0.35, 0.5, (bars, 2))
    direction = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    return [np.stack([-a * d, b * d]) for (a, b), d in zip(reach, direction, strict=True)]


def _polygon(rng: np.random.Generator) -> list[Stroke]:
    """A triangle, a box with a cross or a diagonal, a star: closed and with corners."""
    corners = int(rng.integers(3, 6))
    angle = rng.uniform(0, 2 * np.pi) + np.arange(corners + 1) * 2 * np.pi / corners * (2 if corners == 5 else 1)
    points = 0.5 * np.stack([np.cos(angle), np.sin(angle)], axis=1)
    strokes = [points + np.concatenate([rng.normal(0, 0.04, (corners, 2)), np.zeros((1, 2))])]
    if corners == 4:
        strokes.append(points[[0, 2]])
        if rng.random() < 0.5:
            strokes.append(points[[1, 3]])
    return strokes


def _wave(rng: np.random.Generator) -> list[Stroke]:
    """Waves or teeth: three periods or more, lying or standing."""
    x = np.linspace(-0.5, 0.5, 60)
    y = rng.uniform(0.08, 0.25) * np.sin(x * 2 * np.pi * rng.uniform(3, 7) + rng.uniform(0, 6))
    return _turned([np.stack([x, np.sign(y) * 0.15 if rng.random() < 0.3 else y], axis=1)], rng)


def _parallel(rng: np.random.Generator) -> list[Stroke]:
    """An equals sign, a pause sign, tally marks, a hash."""
    places = np.linspace(-0.35, 0.35, int(rng.integers(2, 6)))
    bars = [np.array([[-0.5, place], [0.5, place]]) + rng.normal(0, 0.03, (2, 2)) for place in places]
    if rng.random() < 0.4:
        bars += [bar[:, ::-1] for bar in bars[:2]]
    return _turned(bars, rng)


def _arrow(rng: np.random.Generator) -> list[Stroke]:
    """A shaft and a head of two sides, pointing anywhere but as a 1 or a 7 does."""
    head = rng.uniform(0.2, 0.4)
    tip = np.array([0.5, 0.0])
    wings = np.array([tip + [-head, -head * 0.8], tip, tip + [-head, head * 0.8]])
    return _turned([np.array([[-0.5, 0.0], [0.5, 0.0]]), wings], rng)


def _loops(rng: np.random.Generator) -> list[Stroke]:
    """A row of three loops or more, as one tries a pen."""
    along = np.linspace(0, 2 * np.pi * rng.uniform(3, 6), 110)
    x = 0.5 * (along / along[-1] - 0.5) * 2 + 0.09 * np.sin(along)
    return _turned([np.stack([x, rng.uniform(0.15, 0.4) * np.cos(along)], axis=1)], rng, 30)


def _letter(rng: np.random.Generator) -> list[Stroke]:
    """A Latin letter that no digit looks like."""
    letters = list(LETTERS.values())
    strokes = letters[int(rng.integers(len(letters)))]
    return [(stroke + rng.normal(0, 2, stroke.shape) - 50) / 100 for stroke in strokes]


def _sign(rng: np.random.Generator) -> list[Stroke]:
    """A percent sign, a question mark, a heart, a house, a face: what people draw to see what happens."""
    signs = list(SIGNS.values())
    strokes = signs[int(rng.integers(len(signs)))]
    return [(stroke + rng.normal(0, 1.5, stroke.shape) - 50) / 100 for stroke in strokes]


def _turned(strokes: list[Stroke], rng: np.random.Generator, most_degrees: float = 180) -> list[Stroke]:
    angle = np.radians(rng.uniform(-most_degrees, most_degrees))
    matrix = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    return [stroke @ matrix for stroke in strokes]


SCRIBBLES: dict[str, Callable[[np.random.Generator], list[Stroke]]] = {
    "tangle": _tangle,
    "hatching": _hatching,
    "spiral": _spiral,
    "dots": _dots,
    "dot": _dot,
    "bar": _bar,
    "tick": _tick,
    "cross": _cross,
    "polygon": _polygon,
    "wave": _wave,
    "parallel": _parallel,
    "arrow": _arrow,
    "loops": _loops,
    "letter": _letter,
    "sign": _sign,
}
"""Every kind of scribble by its name."""
