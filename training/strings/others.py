"""What strings are composed of that UNIPEN's people wrote: digits by writer, letters, signs, and whole numbers."""

from __future__ import annotations

from dataclasses import dataclass, field

from training.data.datasets import SEPARATORS, SIGNS, DataError, PenDigit
from training.data.held_out import split_unipen
from training.data.unipen import Kind, Written, few_of_each, load_unipen
from training.data.writers import WHOSE, pen_by_writer
from training.ink import Ink
from training.strings.glyphs import UNKNOWN
from training.strings.network import MOST_LENGTH, SYMBOLS

MOST_OF_ONE = 100
"""Digits of one person."""

OFTEN_BESIDE = "#*"
"""Signs that stand beside amounts, and that no strip knows."""

FEWEST = 5
"""Digits of a person whose hand numbers are composed of."""


@dataclass(frozen=True)
class Others:
    """Digits of each writer; signs and numbers with their text, in which a sign that no strip knows is `UNKNOWN`.

    `letters` are those that nobody takes for a digit.
    """

    digits: list[list[PenDigit]] = field(default_factory=list)
    letters: list[Ink] = field(default_factory=list)
    signs: list[tuple[Ink, str]] = field(default_factory=list)
    numbers: list[tuple[Ink, str]] = field(default_factory=list)


def load_others(whose: str) -> Others:
    """What "training" or "held-out" people of UNIPEN wrote; nothing without it."""
    try:
        digits, symbols, numbers = (_written(kind, whose) for kind in ("digits", "symbols", "numbers"))
        letters = _written("capitals", whose) + _written("lowercase", whose)
    except DataError:
        return Others()
    writers = sorted({each.writer for each in digits})
    penned = [
        PenDigit(each.ink, int(each.label), writers.index(each.writer)) for each in few_of_each(digits, MOST_OF_ONE)
    ]
    signs = [(each.ink, _text(each.label)) for each in symbols if each.label in SIGNS + SEPARATORS + OFTEN_BESIDE]
    whole = [
        (each.ink, _text(each.label))
        for each in numbers
        if not set(each.label) - set("0123456789" + SIGNS + SEPARATORS)
    ]
    return Others(
        [own for own in pen_by_writer(penned) if len(own) >= FEWEST],
        [each.ink for each in letters if not each.ambiguous],
        # What has no height says nothing in a row: separators that are dots are drawn.
        [(ink, text) for ink, text in signs if text not in ".,:-"],
        [(ink, text) for ink, text in whole if 1 < len(text) <= MOST_LENGTH],
    )


def _written(kind: Kind, whose: str) -> list[Written]:
    return split_unipen(load_unipen(kind))[WHOSE.index(whose)]


def _text(label: str) -> str:
    return "".join(sign if sign in SYMBOLS else UNKNOWN for sign in label)
