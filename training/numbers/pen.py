"""Numbers as a pen writes them: one person's digits side by side, with the gaps, slope and drift of a hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from training.data.datasets import PenDigit
from training.data.writers import pen_by_writer
from training.ink import Stroke

LENGTHS = (2, 3, 4, 5, 6)
"""Digits of a number; each length comes as often as another."""

LATE_SHARE = 0.25
"""Of the numbers in which a digit of several strokes is followed by others, those in which its last comes later."""

SIZES = (40, 140)
"""Least and most height of the digits, in the pad's pixels."""


@dataclass(frozen=True)
class PenNumber:
    """A number of one writer: its strokes in the order in which they were written, [n, 2] points, y down."""

    text: str
    ink: list[Stroke]
    writer: int


@dataclass(frozen=True)
class Hand:
    """How somebody sets digits side by side; lengths are in heights of a digit.

    `gap`: between the boxes of two neighbors, on average. `loose`: standard deviation of that. `drift`: standard
    deviation of a digit's foot about the line. `slope`: of the line, downwards. `growth`: logarithm of how much larger
    the last digit is than the first. `uneven`: standard deviation of the logarithm of a digit's height.
    """

    gap: float
    loose: float
    drift: float
    slope: float
    growth: float
    uneven: float


def random_hand(rng: np.random.Generator) -> Hand:
    """From digits that touch now and then to digits a digit's width apart."""
    return Hand(
        gap=float(rng.uniform(0.02, 0.45)),
        loose=float(rng.uniform(0.02, 0.08)),
        drift=float(rng.uniform(0, 0.06)),
        slope=float(np.clip(rng.normal(0, 0.04), -0.12, 0.12)),
        growth=float(np.clip(rng.normal(0, 0.12), -0.35, 0.35)),
        uneven=float(rng.uniform(0.02, 0.1)),
    )


def pen_numbers(digits: list[PenDigit], count: int, seed: int) -> list[PenNumber]:
    """Numbers of the writers of `digits`, of every one of `LENGTHS` alike.

    Args:
        digits: of which each number takes those of one writer.
        count: of numbers; the first ones of a larger count are those of a smaller one.
        seed: of every choice.
    """
    writers = pen_by_writer(digits)
    numbers = []
    for number, own_seed in enumerate(np.random.SeedSequence(seed).spawn(count)):
        rng = np.random.default_rng(own_seed)
        own = writers[rng.integers(len(writers))]
        chosen = choose_digits(own, LENGTHS[number % len(LENGTHS)], rng)
        parts = set_side_by_side(chosen, usual_height(own), random_hand(rng), rng)
        size = np.exp(rng.uniform(*np.log(SIZES)))
        ink = [np.round(stroke * size, 1) for stroke in in_order(parts, rng)]
        numbers.append(PenNumber("".join(str(digit.label) for digit in chosen), ink, own[0].writer))
    return numbers


def choose_digits(own: Sequence[PenDigit], count: int, rng: np.random.Generator) -> list[PenDigit]:
    """Of each of the ten digits as often as of another, as far as `own` has them."""
    labels = sorted({digit.label for digit in own})
    wanted = rng.choice(labels, count)
    return [own[int(rng.choice([at for at, digit in enumerate(own) if digit.label == label]))] for label in wanted]


def usual_height(own: Sequence[PenDigit]) -> float:
    """The median height of somebody's digits."""
    return float(np.median([np.ptp(np.concatenate(list(digit.ink))[:, 1]) for digit in own]))


def set_side_by_side(
    digits: Sequence[PenDigit], usual: float, hand: Hand, rng: np.random.Generator
) -> list[list[Stroke]]:
    """The strokes of each digit; a height of 1 is usual, the first foot is near (0, 0).

    Every digit keeps its own proportions. It keeps its size in part: half (as a logarithm) of what it differs from the
    writer's `usual` height, since the tablet asked for single digits.
    """
    right, parts = 0.0, []
    for place, digit in enumerate(digits):
        points = np.concatenate(list(digit.ink))
        low, high = points.min(axis=0), points.max(axis=0)
        own = max(float(high[1] - low[1]), 0.2 * usual)
        through = place / max(1, len(digits) - 1)
        height = np.sqrt(own / usual) * np.exp(hand.growth * (through - 0.5) + rng.normal(0, hand.uneven))
        foot = rng.normal(0, hand.drift) + right * hand.slope
        scale = height / own
        parts.append([(stroke - (low[0], high[1])) * scale + (right, foot) for stroke in digit.ink])
        gap = np.clip(hand.gap + rng.normal(0, hand.loose), -0.06, 0.7)
        right += float((high[0] - low[0]) * scale + gap)
    return parts


def in_order(parts: list[list[Stroke]], rng: np.random.Generator) -> list[Stroke]:
    """The strokes as they are written: digit by digit, or (`LATE_SHARE`) with the last of one after later digits."""
    order = [stroke for part in parts for stroke in part]
    split = [at for at, part in enumerate(parts[:-1]) if len(part) > 1]
    if not split or rng.random() >= LATE_SHARE:
        return order
    late = int(rng.choice(split))
    after = int(rng.integers(late + 1, len(parts)))
    ends = np.cumsum([len(part) for part in parts])
    stroke = order.pop(ends[late] - 1)
    order.insert(ends[after] - 1, stroke)
    return order
