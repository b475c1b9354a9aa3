"""What UNIPEN's people wrote, made ready to train on: digits, letters, pieces of letters, signs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from training.augment.strokes import to_unit
from training.data.curves import arc, line
from training.data.datasets import NOT_A_DIGIT, SEPARATORS, SIGNS, DataError, Images, PenDigit
from training.data.held_out import split_unipen
from training.data.number_parts import digits_of_numbers
from training.data.unipen import Kind, Written, few_of_each, load_unipen
from training.ink import Ink, Stroke, rasterize, to_bytes

MOST_OF_ONE = 150
"""Digits of one person, so that a few who wrote hundreds do not stand for all."""

TIMES, DIVIDED = "\u00d7", "\u00f7"

OF_LINES = (TIMES, DIVIDED, "+", "=", "(", ")")
"""Signs that few wrote: `draw_sign` makes them of lines."""

LIKE_DIGITS = "|'`"
"""Signs that look like a 1, or like the beginning of one."""

STRAIGHT = 0.15
"""Thickness over length of a piece that may be a 1."""

CLOSED = 0.3
"""From beginning to end, as a share of its size, of a piece that may be a 0."""


@dataclass(frozen=True)
class People:
    """What is trained on of UNIPEN, by people and places that are not held out.

    `others`: letters and signs that are no digit and none of `SIGNS`; `signs`: those, with their label.
    """

    digits: list[PenDigit] = field(default_factory=list)
    others: list[Ink] = field(default_factory=list)
    signs: list[tuple[Ink, int]] = field(default_factory=list)


def load_people(say: Callable[[str], None]) -> People:
    """All of it; nobody where there is no UNIPEN, and `say` is told."""
    try:
        digits, letters = _trained_on("digits"), [*_trained_on("capitals"), *_trained_on("lowercase")]
        symbols, numbers = _trained_on("symbols"), _trained_on("numbers")
    except DataError as problem:
        say(f"no people of UNIPEN: {problem}")
        return People()
    try:
        digits += digits_of_numbers(numbers)
    except DataError as problem:
        say(f"no digits out of whole numbers: {problem}")
    others = [each for each in symbols if each.label not in SIGNS + SEPARATORS + LIKE_DIGITS]
    return People(
        digits=[
            PenDigit(each.ink, int(each.label), _number_of(each.writer)) for each in few_of_each(digits, MOST_OF_ONE)
        ],
        others=[each.ink for each in [*letters, *others] if not each.ambiguous],
        signs=[(each.ink, label_of(each.label)) for each in symbols if each.label in SIGNS],
    )


def held_out_people() -> dict[str, Images]:
    """Digits, letters and signs of people who are held out, as the device sees them; nothing without UNIPEN."""
    try:
        digits, symbols = _held_out("digits"), _held_out("symbols")
        letters = [*_held_out("capitals"), *_held_out("lowercase")]
    except DataError:
        return {}
    others = [each for each in symbols if each.label not in SEPARATORS + LIKE_DIGITS]
    return {
        "UNIPEN digits, held-out people": _images(digits, [int(each.label) for each in digits]),
        "UNIPEN letters, held-out people": _images(letters, [NOT_A_DIGIT] * len(letters)),
        "UNIPEN signs, held-out people": _images(others, [NOT_A_DIGIT] * len(others)),
    }


def label_of(sign: str) -> int:
    """The label of one of `SIGNS`."""
    return NOT_A_DIGIT + 1 + SIGNS.index(sign)


def piece(ink: Ink, rng: np.random.Generator) -> list[Stroke] | None:
    """Some neighboring strokes of a letter, as the search takes them for one thing; None where they may be a digit."""
    strokes = sorted(to_unit(ink), key=lambda stroke: float(stroke[:, 0].min() + stroke[:, 0].max()))
    if len(strokes) < 2:
        return None
    first, last = sorted(rng.choice(len(strokes) + 1, 2, replace=False))
    taken = strokes[first:last]
    if len(taken) == len(strokes):
        return None
    points = np.concatenate(taken)
    if len(points) < 3:
        return None
    along, across = np.linalg.svd(points - points.mean(axis=0), full_matrices=False, compute_uv=False)
    gap = np.linalg.norm(points[-1] - points[0]) / max(1e-9, np.ptp(points, axis=0).max())
    return None if across < STRAIGHT * along or gap < CLOSED else taken


def drawn_sign(rng: np.random.Generator) -> tuple[list[Stroke], int]:
    """One of the signs that few wrote, made from lines, and its label."""
    sign = OF_LINES[int(rng.integers(len(OF_LINES)))]
    return draw_sign(sign, rng), label_of(sign)


def draw_sign(sign: str, rng: np.random.Generator) -> list[Stroke]:
    """One of `OF_LINES`, in a square of 100."""
    reach = rng.uniform(30, 48)
    high = reach * rng.uniform(0.7, 1.3)
    if sign == TIMES:
        falls, rises = (50 - reach, 50 - high), (50 - reach, 50 + high)
        strokes = [line(falls, (50 + reach, 50 + high)), line(rises, (50 + reach, 50 - high))]
    elif sign == "+":
        strokes = [line((50 - reach, 50), (50 + reach, 50)), line((50, 50 - high), (50, 50 + high))]
    elif sign == "=":
        apart = reach * rng.uniform(0.2, 0.6)
        strokes = [line((50 - reach, 50 + y), (50 + reach, 50 + y)) for y in (-apart, apart)]
    elif sign in "()":
        strokes = [arc(50, 50, high * rng.uniform(0.2, 0.6), 48, 100 if sign == "(" else -80, 160)]
    else:
        apart, dot = reach * rng.uniform(0.45, 0.9), rng.uniform(0.5, 5)
        dots = [arc(50 + rng.normal(0, 4), 50 + y, dot, dot, rng.uniform(0, 360)) for y in (-apart, apart)]
        strokes = [dots[0], line((50 - reach, 50), (50 + reach, 50)), dots[1]]
    return [stroke + rng.normal(0, 2, stroke.shape) for stroke in strokes]


def _trained_on(kind: Kind) -> list[Written]:
    return split_unipen(load_unipen(kind))[0]


def _held_out(kind: Kind) -> list[Written]:
    """Those that nobody could take for a digit, or that are one."""
    return [each for each in split_unipen(load_unipen(kind))[1] if not each.ambiguous]


def _images(written: Sequence[Written], labels: list[int]) -> Images:
    writers = np.array([_number_of(each.writer) for each in written])
    return Images(to_bytes(rasterize(each.ink) for each in written), np.array(labels), writers)


def _number_of(writer: str) -> int:
    """A number of their own for people of UNIPEN, beyond those of other sets."""
    return 1000 + int(writer.lstrip("w"))
