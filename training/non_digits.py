"""Ink that is not a digit: scribbles and signs made from curves, letters, unfinished digits, digits run together."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

import numpy as np

from training.augment_strokes import to_unit
from training.curves import arc, join, line
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

LETTERS: dict[str, list[Stroke]] = {
    "A": [line((15, 95), (50, 5), (85, 95)), line((30, 62), (70, 62))],
    "E": [line((80, 6), (22, 6), (22, 94), (82, 94)), line((22, 50), (70, 50))],
    "F": [line((80, 6), (24, 6), (24, 96)), line((24, 48), (68, 48))],
    "H": [line((20, 5), (20, 95)), line((80, 5), (80, 95)), line((20, 50), (80, 50))],
    "K": [line((22, 5), (22, 95)), line((78, 6), (24, 52), (82, 95))],
    "M": [line((10, 95), (18, 6), (50, 66), (82, 6), (90, 95))],
    "N": [line((18, 95), (18, 6), (80, 94), (80, 5))],
    "P": [line((24, 96), (24, 6)), join(line((24, 6)), arc(46, 28, 32, 23, -90, 180), line((24, 51)))],
    "R": [line((24, 96), (24, 6)), join(line((24, 6)), arc(46, 28, 32, 23, -90, 180), line((24, 51), (80, 96)))],
    "W": [line((6, 6), (28, 94), (50, 30), (72, 94), (94, 6))],
    "d": [arc(44, 70, 24, 25, -20, -320), line((70, 4), (70, 96))],
    "k": [line((26, 4), (26, 96)), line((70, 40), (28, 68), (72, 96))],
    "m": [
        line((10, 96), (10, 36)),
        join(arc(30, 55, 20, 20, -180, 180), line((50, 96))),
        arc(70, 55, 20, 20, -180, 180),
        line((90, 55), (90, 96)),
    ],
    "n": [line((22, 30), (22, 96)), join(arc(50, 56, 28, 26, -180, 180), line((78, 96)))],
    "w": [join(arc(28, 66, 20, 28, -180, -180), arc(70, 66, 20, 28, -180, -180))],
    "C": [arc(56, 50, 36, 44, -50, -260)],
    "L": [line((28, 5), (28, 94), (80, 94))],
    "U": [join(line((20, 5), (20, 60)), arc(50, 62, 30, 32, 180, -180), line((80, 5)))],
}
"""Letters in a square of 100, y down."""

SIGNS: dict[str, list[Stroke]] = {
    "%": [arc(24, 24, 14, 16), line((82, 6), (18, 94)), arc(76, 76, 14, 16)],
    "?": [join(arc(50, 28, 24, 24, 190, 235), line((50, 70))), line((50, 92), (51, 93))],
    "heart": [join(line((50, 92)), arc(30, 32, 22, 24, 150, 190), arc(70, 32, 22, 24, -160, 190), line((50, 92)))],
    "house": [
        line((18, 94), (18, 42), (50, 8), (82, 42), (82, 94), (18, 94)),
        line((42, 94), (42, 66), (58, 66), (58, 94)),
    ],
    "face": [arc(50, 50, 45, 45), line((34, 36), (35, 38)), line((66, 36), (67, 38)), arc(50, 54, 22, 20, 20, 140)],
    "euro": [arc(58, 50, 34, 42, -50, -260), line((8, 40), (62, 40)), line((8, 58), (58, 58))],
    "dollar": [join(arc(50, 28, 26, 20, -20, -250), arc(50, 70, 27, 22, -70, 250)), line((50, 0), (50, 100))],
    "ampersand": [
        join(line((84, 94), (28, 30)), arc(44, 20, 16, 14, 160, 230), arc(38, 72, 24, 22, -60, -260), line((84, 52)))
    ],
    "brackets": [arc(44, 50, 22, 46, -110, -140), arc(56, 50, 22, 46, -70, 140)],
    "stick figure": [
        arc(50, 16, 13, 13),
        line((50, 30), (50, 64), (28, 96)),
        line((50, 64), (72, 96)),
        line((22, 46), (78, 46)),
    ],
}
"""Signs and small drawings in a square of 100, y down."""
