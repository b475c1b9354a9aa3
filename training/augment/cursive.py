"""Ways to write digits in quick hands: curled, flat, or with strokes left out, as on people's checks."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from training.data.curves import arc, join, line
from training.ink import Stroke

Draw = Callable[[np.random.Generator], list[Stroke]]


def _one_with_a_wide_flag(rng: np.random.Generator) -> list[Stroke]:
    start = (50 - rng.uniform(40, 78), rng.uniform(40, 98))
    bend = (50 - rng.uniform(10, 24), rng.uniform(18, 40))
    return [line(start, bend, (50, 4), (50 - rng.uniform(-6, 14), 96))]


def _seven_like_a_cross(rng: np.random.Generator) -> list[Stroke]:
    top, x, end = rng.uniform(4, 14), rng.uniform(56, 72), rng.uniform(30, 52)
    bar = rng.uniform(30, 56)
    at = x + (end - x) * (bar - top) / (96 - top)
    head = line((x - rng.uniform(12, 34), top + rng.uniform(0, 16)), (x, top), (end, 96))
    return [head, line((at - rng.uniform(16, 34), bar + rng.normal(0, 5)), (at + rng.uniform(16, 40), bar))]


def _seven_with_a_wave(rng: np.random.Generator) -> list[Stroke]:
    end = rng.uniform(30, 54)
    wave = line(
        (rng.uniform(10, 22), rng.uniform(20, 34)), (28, rng.uniform(4, 10)), (54, rng.uniform(10, 18)), (82, 6)
    )
    stem = line((rng.uniform(54, 66), 44), (end, 94))
    foot = line((end + 8, 98), (end + rng.uniform(16, 30), rng.uniform(84, 94)))
    return [join(wave, stem, foot) if rng.random() < 0.4 else join(wave, stem)]


def _zero_that_goes_on(rng: np.random.Generator) -> list[Stroke]:
    around = arc(50, 54, rng.uniform(24, 44), 42, rng.uniform(-100, -50), -rng.uniform(350, 400))
    return [join(around, line((rng.uniform(80, 108), rng.uniform(4, 26))))]


def _flat_zero(rng: np.random.Generator) -> list[Stroke]:
    return [arc(50, 50, rng.uniform(46, 80), 44, rng.uniform(-140, -30), rng.choice((-1, 1)) * rng.uniform(340, 390))]


def _two_with_a_curled_head(rng: np.random.Generator) -> list[Stroke]:
    start = rng.uniform(-60, 165)
    wide = rng.uniform(18, 32)
    head = arc(50, 28, wide, rng.uniform(18, 25), start, rng.uniform(365, 400) - start)
    left, foot = rng.uniform(4, 30), rng.uniform(86, 94)
    reach = rng.uniform(16, 70)
    end = line((left + 0.7 * reach, foot + rng.uniform(-2, 6)), (left + reach, foot - rng.uniform(-4, 14)))
    if rng.random() < 0.5:
        return [join(head, arc(left + 12, 84, rng.uniform(5, 13), rng.uniform(5, 11), 60, 300), end)]
    return [join(head, line((left, foot)), end)]


def _two_like_z(rng: np.random.Generator) -> list[Stroke]:
    bend = (rng.uniform(68, 84), rng.uniform(6, 22))
    letter = line((rng.uniform(14, 28), rng.uniform(4, 20)), bend, (rng.uniform(12, 28), 92), (86, rng.uniform(86, 97)))
    if rng.random() < 0.7:
        return [letter]
    return [letter, line((30, 50 + rng.normal(0, 4)), (68, 50 + rng.normal(0, 4)))]


def _four_like_h(rng: np.random.Generator) -> list[Stroke]:
    top, bottom, end = rng.uniform(22, 38), rng.uniform(56, 97), rng.uniform(60, 76)
    left = top - rng.uniform(0, 14)
    arch = line((left + 4, bottom - 20), (rng.uniform(40, 50), bottom - rng.uniform(24, 38)), (end, bottom - 22))
    return [join(line((top, 4), (left, bottom)), arch, line((end - rng.uniform(-4, 8), 98)))]


def _four_like_y(rng: np.random.Generator) -> list[Stroke]:
    deep, right = rng.uniform(44, 62), rng.uniform(68, 84)
    cup = line((rng.uniform(14, 26), rng.uniform(4, 16)), (24, deep - 8), (40, deep), (60, deep - 8))
    return [join(cup, line((right, rng.uniform(2, 14)), (right - rng.uniform(-2, 24), 98)))]


def _four_whose_arms_meet(rng: np.random.Generator) -> list[Stroke]:
    level, stem, end = rng.uniform(42, 58), rng.uniform(50, 66), rng.uniform(44, 64)
    arm = line((stem - rng.uniform(4, 20), rng.uniform(2, 20)), (rng.uniform(16, 32), level - rng.uniform(4, 12)))
    elbow = line((stem - 16, level + rng.uniform(-4, 3)), (stem + rng.uniform(-6, 4), level - rng.uniform(0, 8)))
    down = line((stem + rng.uniform(-4, 8), rng.uniform(2, 26)), (end, 97))
    return [join(arm, elbow, down)] if rng.random() < 0.5 else [join(arm, elbow), down]


def _five_like_a_hook(rng: np.random.Generator) -> list[Stroke]:
    x, top = rng.uniform(28, 44), rng.uniform(3, 12)
    bowl = arc(x + 14, 70, rng.uniform(16, 30), rng.uniform(22, 27), 250, rng.uniform(130, 230))
    return [join(line((rng.uniform(76, 96), top + rng.normal(0, 4)), (x, top + 2), (x - 4, 44)), bowl)]


def _five_like_a_check(rng: np.random.Generator) -> list[Stroke]:
    top, foot = rng.uniform(3, 16), rng.uniform(30, 48)
    tick = line((foot - rng.uniform(8, 30), rng.uniform(56, 88)), (foot, 96), (foot + rng.uniform(4, 22), top))
    bar = line(
        (tick[-1, 0] + rng.uniform(-6, 14), top - rng.uniform(-3, 4)), (rng.uniform(76, 110), top - rng.uniform(-6, 14))
    )
    return [tick, bar] if rng.random() < 0.5 else [join(tick, bar)]


def _five_like_j(rng: np.random.Generator) -> list[Stroke]:
    top, x = rng.uniform(3, 12), rng.uniform(34, 52)
    hook = line(
        (x + rng.uniform(-6, 10), 78), (x - rng.uniform(0, 10), 95), (x - rng.uniform(16, 34), rng.uniform(76, 92))
    )
    return [join(line((rng.uniform(78, 100), top + rng.normal(0, 4)), (x, top), (x - 2, 40)), hook)]


def _nine_that_is_open(rng: np.random.Generator) -> list[Stroke]:
    start = -rng.uniform(30, 100)
    head = arc(48, 28, rng.uniform(22, 30), rng.uniform(20, 25), start, -rng.uniform(250, 300) - start - 60)
    return [join(head, line((rng.uniform(66, 80), rng.uniform(8, 24)), (rng.uniform(40, 72), 97)))]


CURSIVE: dict[str, tuple[int, Draw]] = {
    "1 with a wide flag": (1, _one_with_a_wide_flag),
    "7 like a cross": (7, _seven_like_a_cross),
    "7 with a wave": (7, _seven_with_a_wave),
    "0 that goes on": (0, _zero_that_goes_on),
    "flat 0": (0, _flat_zero),
    "2 with a curled head": (2, _two_with_a_curled_head),
    "2 like Z": (2, _two_like_z),
    "4 like h": (4, _four_like_h),
    "4 like Y": (4, _four_like_y),
    "4 whose arms meet": (4, _four_whose_arms_meet),
    "5 like a hook": (5, _five_like_a_hook),
    "5 like a check": (5, _five_like_a_check),
    "5 like J": (5, _five_like_j),
    "9 that is open": (9, _nine_that_is_open),
}
"""Every way by its name: the digit, and how it is drawn."""
