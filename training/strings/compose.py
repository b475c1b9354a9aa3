"""Composes strings: digits of one hand with what stands between them, as a mask has them."""

from __future__ import annotations

from itertools import takewhile

import numpy as np
from PIL import Image

from training.data.datasets import SEPARATORS
from training.strings.beside import with_fillers, with_word
from training.strings.config import StringConfig
from training.strings.glyphs import Glyph, Material, close, scanned
from training.strings.joined import with_joined
from training.strings.network import MOST_LENGTH
from training.strings.rows import OPERATORS, draw_separator, random_hand, resized, set_in_a_row
from training.strings.seen import spoil, to_gray
from training.strings.strip import to_strip

LENGTHS = np.array([2, 5, 4, 3, 2, 1.2, 0.8])
"""How often a string has 1, 2, ... characters."""

SUMS = 0.12
"""The share of strings that are sums, in which most numbers have a digit."""

SLASHES = 0.15
"""The share of operators that are a slash for sure, as a 1 is likelier anywhere else."""

MOST_WIDTH = 256
"""Columns of a strip; a wider string is left out."""

WRITTEN = 0.05
"""The share of strings that are whole numbers as somebody wrote them."""

SPOILED = 0.2
"""The share of strings that other things were taken out of, or near."""

BESIDE = 0.08
"""The share of strings with a word or a tally, or of one alone."""

FILLED = 0.06
"""The share of strings that lines lead up to, or begin with."""

SCANNED = 0.45
"""The share of strings of scanned digits; the rest is by pens, of people more of whom write a 1 with two strokes."""

RUNS = 0.25
"""The share of strings whose last digits are the same, as amounts end in zeros: joined, they are hard to count."""

SMALL = 0.4
"""The share of runs of zeros that are written smaller than what they follow, down to `SMALLEST` of its height."""

SMALLEST = 0.4

LEANING = 0.5
"""The share of strings that lean: mostly to the right, up to `MOST_LEAN` of their height."""

MOST_LEAN = 0.6


def compose(
    material: Material, config: StringConfig, rng: np.random.Generator, quarters: int = 0
) -> tuple[np.ndarray, str]:
    """One string.

    Args:
        material: what it is composed of.
        config: how often there are separators, and how far digits that touch are pushed into each other.
        rng: the source of every choice.
        quarters: turns to the left of the sheet that it is on. On its side, each character is in a row with others.

    Returns:
        A strip, [32, w] uint8, 255 = ink; and its text.
    """
    while True:
        count = 1 + int(rng.choice(len(LENGTHS), p=LENGTHS / LENGTHS.sum()))
        digits = _with_small_zeros(with_joined(_digits(material, count, rng), rng), rng)
        glyphs = _with_others(digits, material, config.signs, rng)
        if rng.random() < FILLED:
            glyphs = with_fillers(glyphs, rng)
        text = "".join(glyph.text for glyph in glyphs)
        if len(text) > MOST_LENGTH:
            continue
        if rng.random() < LEANING:
            lean = float(np.clip(rng.normal(0.12, 0.2), -MOST_LEAN / 2, MOST_LEAN))
            glyphs = [Glyph(_leaning(glyph.ink, lean), glyph.text) for glyph in glyphs]
        if quarters % 2:
            glyphs = [Glyph(np.rot90(glyph.ink, quarters), glyph.text) for glyph in glyphs]
        row = set_in_a_row(glyphs, random_hand(config.most_push, rng), rng)
        strip = strip_of(row, rng, on_its_head=quarters == 2)
        if strip is not None:
            return strip, text


def strip_of(row: np.ndarray, rng: np.random.Generator, *, on_its_head: bool) -> np.ndarray | None:
    """[32, w] uint8, 255 = ink: a row [ROWS, w] as it is seen; None where it is too low, or wider than `MOST_WIDTH`."""
    if rng.random() < SPOILED:
        spoil(row, rng)
    ink = close(to_gray(row, rng))
    if ink.shape[0] < 6:
        return None
    strip = to_strip((ink[::-1, ::-1] if on_its_head else ink) / 255)
    return np.rint(strip * 255).astype(np.uint8) if strip.shape[1] <= MOST_WIDTH else None


def _digits(material: Material, count: int, rng: np.random.Generator) -> list[Glyph]:
    if rng.random() < SCANNED:
        scans = material.scans[rng.integers(len(material.scans))]
        return scanned(scans, _chosen(scans.labels, count, rng), rng)
    own = material.penned[rng.integers(len(material.penned))]
    return [own[at] for at in _chosen(np.array([int(glyph.text) for glyph in own]), count, rng)]


def _chosen(labels: np.ndarray, count: int, rng: np.random.Generator) -> np.ndarray:
    """[count] int: which digits of one hand, given what each is, are set in a row."""
    chosen = rng.integers(len(labels), size=count)
    if count > 1 and rng.random() < RUNS:
        run = int(rng.integers(1, count))
        which = rng.random()
        same = np.flatnonzero(labels == (0 if which < 0.5 else 1 if which < 0.6 else labels[chosen[-1]]))
        if len(same):
            chosen[-run:] = rng.choice(same, run)
    return chosen


def _with_small_zeros(glyphs: list[Glyph], rng: np.random.Generator) -> list[Glyph]:
    """The zeros that some strings end in, all smaller by the same."""
    zeros = sum(1 for _ in takewhile(lambda glyph: not glyph.text.strip("0"), reversed(glyphs)))
    first = len(glyphs) - zeros
    if not 0 < first < len(glyphs) or rng.random() >= SMALL:
        return glyphs
    scale = rng.uniform(SMALLEST, 0.85)
    return [*glyphs[:first], *(Glyph(resized(glyph.ink, scale), glyph.text) for glyph in glyphs[first:])]


def _leaning(ink: np.ndarray, lean: float) -> np.ndarray:
    """A glyph's ink with its head to the right of its foot by so many of its heights."""
    high, wide = ink.shape
    size, across = (wide + round(abs(lean) * high), high), (1, lean, -max(lean, 0) * high)
    found = Image.fromarray(ink).transform(size, Image.Transform.AFFINE, (*across, 0, 1, 0), Image.Resampling.BILINEAR)
    return close(np.asarray(found))


def _with_others(glyphs: list[Glyph], material: Material, signs: float, rng: np.random.Generator) -> list[Glyph]:
    """Some strings with separators or with ink that is no digit; some of that ink alone; some whole numbers."""
    if material.signs and rng.random() < SUMS:
        return _sum(glyphs, material, rng)
    if material.numbers and rng.random() < WRITTEN:
        return [material.numbers[rng.integers(len(material.numbers))]]
    if material.beside and rng.random() < BESIDE:
        return with_word(glyphs, material.beside[rng.integers(len(material.beside))], rng)
    kind = rng.random()
    if kind < signs:
        for _ in range(int(rng.integers(1, 3))):
            at = int(rng.integers(len(glyphs) + 1))
            glyphs = [*glyphs[:at], _sign(material, rng, leads=at == 0), *glyphs[at:]]
        return glyphs
    unknown = 0.4 if kind < signs + 0.04 else 1 if kind < signs + 0.1 else 0
    return [_unknown(material, rng) if rng.random() < unknown else glyph for glyph in glyphs]


def _sum(digits: list[Glyph], material: Material, rng: np.random.Generator) -> list[Glyph]:
    """Digits with operators between most of them, after a part of them, and now and then in brackets."""
    made: list[Glyph] = []
    opened = int(rng.integers(len(digits))) if rng.random() < 0.3 else -1
    closed = int(rng.integers(max(opened, 0), len(digits))) if opened >= 0 or rng.random() < 0.1 else -1
    for number, digit in enumerate(digits):
        if number and rng.random() < 0.7:
            slash = rng.random() < SLASHES
            made.append(_operator("/" if slash else OPERATORS[rng.integers(len(OPERATORS))], material, rng))
        made += [_operator("(", material, rng)] if number == opened else []
        made.append(digit)
        made += [_operator(")", material, rng)] if number == closed else []
    return [*made, _operator("=", material, rng)] if rng.random() < 0.15 else made


def _operator(text: str, material: Material, rng: np.random.Generator) -> Glyph:
    if text in SEPARATORS:
        return draw_separator(text, rng)
    same = [glyph for glyph in material.signs if glyph.text == text]
    return same[rng.integers(len(same))]


def _sign(material: Material, rng: np.random.Generator, *, leads: bool) -> Glyph:
    if material.signs and rng.random() < 0.45:
        return material.signs[rng.integers(len(material.signs))]
    # A separator that leads is a minus.
    return draw_separator("-" if leads else SEPARATORS[rng.integers(len(SEPARATORS))], rng)


def _unknown(material: Material, rng: np.random.Generator) -> Glyph:
    return material.unknown[rng.integers(len(material.unknown))]
