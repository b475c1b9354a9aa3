"""Colors and strengths of pens, print and rules on one sheet."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.sheets.canvas import Color, Look
from training.sheets.surfaces import BOARDS, PAPERS

PENS: tuple[Color, ...] = (
    *((25, 25, 30), (30, 50, 150), (20, 35, 100), (40, 60, 190), (170, 30, 40), (210, 60, 50), (20, 100, 60)),
    *((215, 60, 130), (110, 40, 140), (60, 60, 65), (30, 110, 170)),
)

PRINTS: tuple[Color, ...] = ((15, 15, 15), (30, 30, 30), (60, 60, 60), (40, 60, 140), (150, 40, 40), (40, 110, 60))

RULES: tuple[Color, ...] = (
    *((20, 20, 20), (60, 60, 60), (140, 165, 215), (110, 130, 190), (150, 150, 160), (215, 150, 150), (150, 190, 165)),
    *((200, 90, 90), (230, 160, 90), (80, 150, 160)),
)

CHALKS: tuple[Color, ...] = ((245, 245, 240), (240, 230, 150), (240, 180, 190), (170, 210, 240))


@dataclass(frozen=True)
class Looks:
    """What is on a sheet of `paper` color: one pen, and a second that some sheets have, print, rules and a stamp."""

    paper: Color
    pen: Look
    second: Look
    print: Look
    rule: Look
    stamp: Look


def random_looks(rng: np.random.Generator) -> Looks:
    """Ink that can be seen on its paper; on a board all is light."""
    if rng.random() < 0.06:
        board = BOARDS[rng.integers(len(BOARDS))]
        pen, second, printed, rule, stamp = (_chalk(rng) for _ in range(5))
        return Looks(board, pen, second, printed, rule, stamp)
    paper = PAPERS[rng.integers(4 if rng.random() < 0.6 else len(PAPERS))]
    printed = _ink(PRINTS, (0.55, 1.0), rng, favored=0.6)
    rule = _ink(RULES, (0.3, 1.0), rng, favored=0.3)
    if rng.random() < 0.3:
        rule = printed
    pen, second = _pen(rng), _pen(rng)
    if rng.random() < 0.2:
        pen = Look(printed.color, printed.strength, pen.grain)
    return Looks(paper, pen, second, printed, rule, _ink(PENS, (0.3, 0.8), rng, grain=0.5))


def _pen(rng: np.random.Generator) -> Look:
    if rng.random() < 0.14:
        gray = float(rng.uniform(50, 110))
        return Look((gray, gray, gray), float(rng.uniform(0.35, 0.8)), float(rng.uniform(0.2, 0.7)))
    return _ink(PENS, (0.7, 1.0), rng, favored=0.3, grain=0.3)


def _chalk(rng: np.random.Generator) -> Look:
    return _ink(CHALKS, (0.6, 1.0), rng, favored=0.6, grain=0.5)


def _ink(
    colors: tuple[Color, ...],
    strength: tuple[float, float],
    rng: np.random.Generator,
    *,
    favored: float = 0.0,
    grain: float = 0.0,
) -> Look:
    """One of the colors, varied; the first one in a share `favored` of cases."""
    color = colors[0 if rng.random() < favored else rng.integers(len(colors))]
    red, green, blue = np.clip(np.array(color) + rng.normal(0, 12, 3), 0, 255)
    return Look((float(red), float(green), float(blue)), float(rng.uniform(*strength)), float(rng.uniform(0, grain)))
