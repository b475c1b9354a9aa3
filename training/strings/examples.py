"""Strips of strings by the thousand, for training and for validation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain

import numpy as np

from training.data import datasets, held_out
from training.data.writers import load_handwriting, pen_by_writer, scans_by_writer
from training.digits.written import OF_LINES, draw_sign
from training.in_parallel import each_in_parallel
from training.strings.beside import draw_beside, lettered_hands
from training.strings.compose import compose
from training.strings.config import StringConfig
from training.strings.glyphs import Material, draw_penned, draw_unknown, draw_written
from training.strings.network import encode
from training.strings.others import load_others
from training.strings.strip import HEIGHT

WIDTH_STEP = 16
"""Strips are padded to a multiple of so many columns, so that few shapes occur."""

HAND = 60
"""Digits drawn by one hand with one pen."""

MADE_OF_LINES = 50
"""Signs of each kind that few wrote, or nobody."""

STRINGS_A_HAND = 400
"""Strings for each hand and pen that are drawn."""

JOB = 500
"""Strings composed in one go by one process."""


@dataclass(frozen=True)
class Strips:
    """Strips of one width: `images` [n, 32, w] uint8, 255 = ink, and `labels` [n, 8], 0 after a text's end."""

    images: np.ndarray
    labels: np.ndarray


def make_material(whose: str, hands: int, seed: int) -> Material:
    """What strings of "training" or "held-out" people are composed of, with so many hands and pens.

    Raises:
        DataError: data are missing, or nobody knows who wrote MNIST's digits.
    """
    people = load_handwriting(whose)
    others = load_others(whose)
    characters = held_out.split_characters(datasets.load_characters())[whose == "held-out"]
    letters = [*(character.ink for character in characters), *others.letters]
    writers = [*pen_by_writer(people.pen), *others.digits]
    penned = each_in_parallel(draw_penned, [(writers[at % len(writers)], HAND) for at in range(hands)], seed)
    unknown = each_in_parallel(draw_unknown, [(letters, HAND)] * (hands // 4), seed + 1)
    rng = np.random.default_rng(seed)
    drawn = [(draw_sign(sign, rng), sign) for sign in OF_LINES for _ in range(MADE_OF_LINES)]
    signs, numbers = (
        each_in_parallel(draw_written, [(written, HAND)] * (-(-hands // 8) if written else 0), seed + at)
        for at, written in enumerate(([*others.signs, *drawn], others.numbers), start=2)
    )
    lettered = lettered_hands(whose)
    jobs = [(lettered[at % len(lettered)], HAND) for at in range(hands // 4 if lettered else 0)]
    beside = each_in_parallel(draw_beside, jobs, seed + 4)
    made = (list(chain(*each)) for each in (unknown, signs, numbers, beside))
    return Material(scans_by_writer(people.scans), penned, *made)


def make_strips(whose: str, count: int, config: StringConfig, seed: int, say: Callable[[str], None]) -> list[Strips]:
    """`count` strings, by their strips' width; see `compose`.

    Raises:
        DataError: data are missing, or nobody knows who wrote MNIST's digits.
    """
    say(f"drawing digits of {whose} people")
    material = make_material(whose, max(8, count // STRINGS_A_HAND), seed)
    say(f"composing {count} strings")
    jobs = [(min(JOB, count - first), material, config) for first in range(0, count, JOB)]
    return by_width([pair for made in each_in_parallel(_compose_many, jobs, seed) for pair in made])


def by_width(strings: list[tuple[np.ndarray, str]]) -> list[Strips]:
    """Strips padded with paper to the next `WIDTH_STEP`, together with those as wide."""
    groups: dict[int, list[tuple[np.ndarray, str]]] = {}
    for strip, text in strings:
        groups.setdefault(-(-strip.shape[1] // WIDTH_STEP) * WIDTH_STEP, []).append((strip, text))
    found = []
    for width, group in sorted(groups.items()):
        images = np.zeros((len(group), HEIGHT, width), np.uint8)
        for row, (strip, _) in zip(images, group, strict=True):
            row[:, : strip.shape[1]] = strip
        found.append(Strips(images, np.stack([encode(text) for _, text in group])))
    return found


def _compose_many(
    rng: np.random.Generator, count: int, material: Material, config: StringConfig
) -> list[tuple[np.ndarray, str]]:
    return [compose(material, config, rng) for _ in range(count)]
