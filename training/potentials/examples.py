"""What the potentials are learned from: what people wrote, and variants of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from training.augment.styles import restyled
from training.data import datasets, held_out
from training.data.unipen import Kind, Written, few_of_each, load_unipen
from training.ink import Ink, Stroke
from training.potentials.crf import NO_DIGIT
from training.potentials.lattices import LABELS

OF_EACH_PERSON = 40
"""Single digits of one person."""


LIKE_DIGITS = "|/,;'`\"!()"
"""Signs that by themselves are drawn as a 1 is, or as two: without digits beside them nobody can tell."""


RESTYLED = 0.5
"""The same of the variants of single zeros and sevens."""


DIGITS = tuple("0123456789")


@dataclass(frozen=True)
class Example:
    """Ink, and what it reads as: a text of `LABELS` without spaces, or `NO_DIGIT`."""

    ink: Ink
    truth: str


def written_examples(*, held_out_people: bool) -> dict[str, list[Example]]:
    """What UNIPEN's people wrote, of those who are held out or of the others: numbers, digits, letters and signs.

    Raises:
        DataError: there is no UNIPEN.
    """

    def of(kind: Kind) -> list[Written]:
        return held_out.split_unipen(load_unipen(kind))[int(held_out_people)]

    numbers = [Example(each.ink, "".join(each.label.split())) for each in of("numbers")]
    letters = [*of("capitals"), *of("lowercase")]
    return {
        "numbers": [each for each in numbers if set(each.truth) <= set(LABELS)],
        "digits": [Example(each.ink, each.label) for each in few_of_each(of("digits"), OF_EACH_PERSON)],
        "letters": [Example(each.ink, NO_DIGIT) for each in letters if not each.ambiguous],
        "signs": [
            Example(each.ink, _truth_of(each.label))
            for each in of("symbols")
            if not each.ambiguous and each.label not in LIKE_DIGITS
        ],
    }


def variants(examples: Sequence[Example], count: int, seed: int) -> list[Example]:
    """Each as it was written, and `count` - 1 times leaning, stretched, bent or of fewer points, as by other hands.

    The network was trained on these very digits and is surer of them than of other people's; of variants it is less so.
    """
    rng = np.random.default_rng(seed)
    varied = []
    for each in examples:
        varied.append(each)
        for _ in range(count - 1):
            ink = (
                restyled(each.ink, int(each.truth), rng)
                if each.truth in DIGITS and rng.random() < RESTYLED
                else each.ink
            )
            varied.append(Example(_variant(ink, rng), each.truth))
    return varied


def _variant(ink: Ink, rng: np.random.Generator) -> list[Stroke]:
    points = np.concatenate(list(ink))
    height = max(np.ptp(points[:, 1]), 0.1 * np.ptp(points[:, 0]), 1e-6)
    stretch, slant = np.exp(rng.normal(0, 0.1)), rng.normal(0, 0.12)
    lean = np.array([[stretch, 0], [slant, 1 / stretch]])
    strength = np.abs(rng.normal(0, 0.025, 2)) * height
    waves, phase = rng.uniform(2, 6, 2) / height, rng.uniform(0, 2 * np.pi, 2)
    every = int(rng.integers(1, 4))
    strokes = []
    for stroke in ink:
        kept = np.concatenate([stroke[:-1:every], stroke[-1:]]) if len(stroke) > 10 * every else stroke
        bent = kept + strength * np.sin(kept[:, ::-1] * waves + phase)
        strokes.append((bent + rng.normal(0, 0.006 * height, kept.shape)) @ lean)
    return strokes


def _truth_of(sign: str) -> str:
    """Separators are none by themselves: no digit is beside them."""
    return sign if sign in datasets.SIGNS else NO_DIGIT
