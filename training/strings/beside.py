"""What people write beside numbers: words, tallies, and lines that fill a field up to its number."""

from __future__ import annotations

import numpy as np
from PIL import Image

from training.data.datasets import DataError
from training.sheets.canvas import PEN, Layer, Look
from training.sheets.material import Hand, load_hands
from training.sheets.writing import Writer, random_pen
from training.strings.glyphs import HEIGHT, UNKNOWN, Glyph, close
from training.strings.network import MOST_LENGTH
from training.strings.rows import FILLER

LETTERS = (2, 7)
"""Least and most letters of a word."""

TALLIES = 0.2
"""The share of tallies; the rest are words."""

CANVAS = (16 * HEIGHT, 3 * HEIGHT)

LONG = (0.8, 4.0)
"""Least and most length of a line that fills a field, in heights of a digit."""


def lettered_hands(whose: str) -> list[Hand]:
    """Those of "training" or "held-out" people who wrote letters; none without UNIPEN."""
    try:
        return [hand for hand in load_hands(whose) if any(label.isalpha() for label in hand.others)]
    except DataError:
        return []


def draw_beside(rng: np.random.Generator, hand: Hand, count: int) -> list[Glyph]:
    """Words and tallies of one hand, each one glyph: a word has as many unknown characters as letters, a tally one."""
    return [_beside(hand, rng) for _ in range(count)]


def with_word(glyphs: list[Glyph], word: Glyph, rng: np.random.Generator) -> list[Glyph]:
    """The word alone, or after or before as many of the glyphs as a string has room for."""
    few = glyphs[: MOST_LENGTH - len(word.text)]
    return [[word], [*few, word], [word, *few]][rng.integers(3)]


def with_fillers(glyphs: list[Glyph], rng: np.random.Generator) -> list[Glyph]:
    """The glyphs with a line that leads up to them, one that goes on behind them, or both."""
    ends = int(rng.integers(1, 4))
    return [*([_filler(rng)] if ends & 1 else []), *glyphs, *([_filler(rng)] if ends & 2 else [])]


def _beside(hand: Hand, rng: np.random.Generator) -> Glyph:
    mask = Image.new("L", CANVAS)
    pen = random_pen(rng, HEIGHT)
    left, foot = HEIGHT // 2, 2 * HEIGHT
    writer = Writer(Layer(PEN, Look((0, 0, 0)), mask), hand, pen, None, rng)
    if rng.random() < TALLIES:
        for stroke in _tally(rng):
            writer.layer.line(stroke * HEIGHT + (left, foot), pen.width * HEIGHT)
        return Glyph(close(np.asarray(mask)), UNKNOWN)
    text = UNKNOWN * int(rng.integers(LETTERS[0], LETTERS[1] + 1))
    writer.word(len(text), (left, foot), HEIGHT)
    return Glyph(close(np.asarray(mask)), text)


def _tally(rng: np.random.Generator) -> list[np.ndarray]:
    """Four strokes and one across them, in heights of a digit that stands on y = 0."""
    places = rng.uniform(0.2, 0.45) * np.arange(4)
    strokes = [np.array([(x, -1), (x, 0)]) + rng.normal(0, 0.05, (2, 2)) for x in places]
    low, high = rng.uniform(0, 0.35, 2)
    return [*strokes, np.array([(-rng.uniform(0, 0.2), -low), (places[-1] + rng.uniform(0, 0.25), high - 1)])]


def _filler(rng: np.random.Generator) -> Glyph:
    """A line from a field's side to its number: straight, sagging or waved; it says nothing."""
    wide = rng.uniform(*LONG) * HEIGHT
    thick = float(np.exp(rng.uniform(*np.log((2, 6)))))
    x = np.linspace(0, wide, 24)
    sag, wave = rng.normal(0, 0.12) * HEIGHT, abs(rng.normal(0, 0.06)) * HEIGHT * (rng.random() < 0.4)
    y = sag * np.sin(np.pi * x / wide) + wave * np.sin(x / rng.uniform(4, 9)) + rng.normal(0, 0.05) * x
    mask = Image.new("L", (round(wide) + 16, 3 * HEIGHT))
    Layer(PEN, Look((0, 0, 0)), mask).line(np.stack([x + 8, y + 1.5 * HEIGHT], axis=1), thick)
    return Glyph(close(np.asarray(mask)), FILLER)
