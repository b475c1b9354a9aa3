"""What a network is validated with: people, an alphabet and scribbles that it is never trained on."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import numpy as np

from training.augment.non_digits import SCRIBBLES, UNFINISHED, VALIDATION_SCRIBBLES, run_together, unfinished
from training.augment.photographs.photographed import photographed
from training.data.datasets import NOT_A_DIGIT, Character, DataError, Images, PenDigit
from training.data.own.load import OwnData
from training.data.own.strokes import NO_WRITER
from training.ink import Ink, rasterize, to_bytes

VALIDATION_OF_EACH = 150
"""Scribbles of each held-out kind."""

VALIDATION_PAIRS = 50
"""Pairs of digits run together, of each held-out writer: few enough not to outweigh letters and scribbles."""

VALIDATION_PHOTOGRAPHS = 2_000


def validation_sets(
    mnist: Images,
    pen: list[PenDigit],
    characters: list[Character],
    photographs: int = VALIDATION_PHOTOGRAPHS,
    say: Callable[[str], None] = print,
) -> dict[str, Images]:
    """The held-out people and alphabet, as the device sees them; the same every time.

    Photographs, at most one for each digit, are left out where Node.js is missing; `say` is told.
    """
    sets = {
        "MNIST, held-out writers": mnist,
        "pen, held-out writers": pen_images(pen),
    }
    for name, inks in {
        "characters, held-out alphabet": [character.ink for character in characters],
        "scribbles, held-out kinds": _scribbles(),
        "unfinished, held-out writers": _unfinished(pen),
        "run together, held-out writers": _run_together(pen),
    }.items():
        if inks:
            sets[name] = Images(to_bytes(rasterize(ink) for ink in inks), np.full(len(inks), NOT_A_DIGIT))
    if photographs:
        try:
            sets["simulated photographs, held-out writers"] = _photographs(mnist, pen, photographs)
        except DataError as problem:
            say(f"no photographs to validate with: {problem}")
    return sets


def own_validation_set(own: OwnData) -> dict[str, Images]:
    """A person's own held-out ink as the device sees it, under its name; nothing where none is held out.

    Writers are told where every one is known.
    """
    if not len(own.labels):
        return {}
    strokes = to_bytes(rasterize(digit.ink) for digit in own.pen) if own.pen else own.images.images[:0]
    writers = own.writers if NO_WRITER not in own.writers else None
    return {"own data": Images(np.concatenate([strokes, own.images.images]), own.labels, writers)}


def pen_images(digits: list[PenDigit]) -> Images:
    """Pen digits as the device sees them."""
    return Images(
        to_bytes(rasterize(digit.ink) for digit in digits),
        np.array([digit.label for digit in digits]),
        np.array([digit.writer for digit in digits]),
    )


def _scribbles() -> list[Ink]:
    """`VALIDATION_OF_EACH` of every held-out kind."""
    rng = np.random.default_rng(0)
    return [SCRIBBLES[kind](rng) for kind in VALIDATION_SCRIBBLES for _ in range(VALIDATION_OF_EACH)]


def _unfinished(pen: list[PenDigit]) -> list[Ink]:
    """The beginnings of the digits that have one which nobody could take for a digit."""
    rng = np.random.default_rng(0)
    inks = [unfinished(digit.ink, digit.label, rng) for digit in pen if digit.label in UNFINISHED]
    return [ink for ink in inks if ink]


def _run_together(pen: list[PenDigit]) -> list[Ink]:
    """`VALIDATION_PAIRS` of two digits of every writer."""
    rng = np.random.default_rng(0)
    inks: list[Ink] = []
    for writer in sorted({digit.writer for digit in pen}):
        own = [digit.ink for digit in pen if digit.writer == writer]
        pairs = rng.integers(0, len(own), (VALIDATION_PAIRS, 2))
        inks += [run_together(own[left], own[right], rng) for left, right in pairs]
    return inks


def _photographs(mnist: Images, pen: list[PenDigit], count: int) -> Images:
    """Those of `count` photographs, at most one for each digit, from which the device cuts the digit out."""
    taken = min(count, len(pen) + len(mnist.labels))
    return dataclasses.replace(photographed(pen, mnist, taken, seed=0, varied=False), taken=taken)
