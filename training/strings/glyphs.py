"""What strings are composed of: digits by their writers, and ink that is none."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from PIL import Image

from training.augment.non_digits import scribble
from training.augment.photographs.pens import Pen, enlarge, paint
from training.augment.strokes import vary
from training.augment.styles import styled_digit
from training.data.datasets import Images, PenDigit
from training.ink import Ink

HEIGHT = 40
"""Pixels that a digit is high, about."""

WIDTHS = (0.05, 0.18)
"""Least and most width of a pen, in heights of a digit."""

VARIED_SLANT = 0.07
VARIED_WIDTH = 0.08
"""How much scanned digits vary in slant, sideways for each row, and in the logarithm of their width: deviations."""

UNKNOWN = "?"

SIZES = {"+": (0.35, 0.95), "×": (0.3, 0.8), "÷": (0.4, 0.9), "=": (0.3, 0.8), "(": (0.85, 1.7), ")": (0.85, 1.7)}
"""Least and most length of a sign's longer side, in heights of a digit; others are about as high as a digit."""


@dataclass(frozen=True)
class Glyph:
    """Ink, [h, w] uint8, 255 = ink, close around; and the character that it is, `UNKNOWN` for none."""

    ink: np.ndarray
    text: str


@dataclass(frozen=True)
class Material:
    """What strings are composed of: scans by writer, digits by hand and pen, and ink that is no digit.

    `signs` stand between digits. `numbers` were written as they are. `beside` are words and tallies.
    """

    scans: list[Images]
    penned: list[list[Glyph]]
    unknown: list[Glyph]
    signs: list[Glyph] = field(default_factory=list)
    numbers: list[Glyph] = field(default_factory=list)
    beside: list[Glyph] = field(default_factory=list)


def scanned(own: Images, chosen: np.ndarray, rng: np.random.Generator) -> list[Glyph]:
    """Some digits of one writer, as scanned but a little more or less slanted and wide each."""
    return [Glyph(close(_varied(to_bytes(enlarge(own.images[at], HEIGHT)), rng)), str(own.labels[at])) for at in chosen]


def _varied(ink: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """[h, w] uint8, slanted and stretched about its middle, with room for that beside it."""
    slant, stretch = rng.normal(0, VARIED_SLANT), np.exp(rng.normal(0, VARIED_WIDTH))
    high, wide = ink.shape
    size = (round(1.5 * wide), high)
    across = (1 / stretch, slant, wide / 2 - size[0] / 2 / stretch - slant * high / 2)
    found = Image.fromarray(ink).transform(size, Image.Transform.AFFINE, (*across, 0, 1, 0), Image.Resampling.BILINEAR)
    return np.asarray(found)


def draw_penned(rng: np.random.Generator, own: list[PenDigit], count: int) -> list[Glyph]:
    """Digits of one writer by a pen of one width, varied; some in styles that the data lack."""
    pen = _pen(rng)
    styled = rng.random() < 0.5
    glyphs = []
    for _ in range(count):
        if styled and rng.random() < 0.6:
            ink, label = styled_digit(rng)
        else:
            digit = own[rng.integers(len(own))]
            ink, label = list(digit.ink), digit.label
        glyphs.append(_painted(vary(ink, rng) if rng.random() < 0.7 else ink, str(label), pen, rng))
    return glyphs


def draw_unknown(rng: np.random.Generator, letters: list[Ink], count: int) -> list[Glyph]:
    """Letters and scribbles."""
    glyphs = []
    for _ in range(count):
        is_letter = letters and rng.random() < 0.7
        ink: Ink = letters[rng.integers(len(letters))] if is_letter else scribble(rng)
        glyphs.append(_painted(ink, UNKNOWN, _pen(rng), rng))
    return glyphs


def draw_written(rng: np.random.Generator, written: list[tuple[Ink, str]], count: int) -> list[Glyph]:
    """Some signs or whole numbers as somebody wrote them, in proportion; `HEIGHT` high."""
    glyphs = []
    for _ in range(count):
        ink, text = written[rng.integers(len(written))]
        varied = vary(ink, rng) if len(text) == 1 and rng.random() < 0.7 else ink
        if text in SIZES:
            size = HEIGHT * rng.uniform(*SIZES[text])
        else:
            extent = np.ptp(np.concatenate(list(varied)), axis=0)
            size = HEIGHT * rng.uniform(0.9, 1.25) * max(1.0, extent[0] / max(extent[1], 0.1 * extent[0], 1e-6))
        glyphs.append(Glyph(close(to_bytes(paint(varied, size, _narrow(_pen(rng), size), rng))), text))
    return glyphs


def paint_ink(ink: Ink, text: str, rng: np.random.Generator) -> Glyph:
    """Ink by a pen of any width, `HEIGHT` high."""
    extent = np.ptp(np.concatenate(list(ink)), axis=0)
    size = HEIGHT * max(1.0, extent[0] / extent[1])
    return Glyph(close(to_bytes(paint(ink, size, _narrow(_pen(rng), size), rng))), text)


def _narrow(pen: Pen, size: float) -> Pen:
    """A pen as wide for a digit `HEIGHT` high as the given one, of ink whose longer side is `size` pixels."""
    return Pen(width=(pen.width[0] * HEIGHT / size, pen.width[1] * HEIGHT / size), darkness=pen.darkness, grain=0)


def _pen(rng: np.random.Generator) -> Pen:
    width = np.exp(rng.uniform(*np.log(WIDTHS)))
    return Pen(width=(width * 0.95, width * 1.05), darkness=(1, 1), grain=0)


def _painted(ink: Ink, text: str, pen: Pen, rng: np.random.Generator) -> Glyph:
    points = np.concatenate(list(ink))
    extent = np.ptp(points, axis=0)
    # As high as others, unless it is wider than high.
    size = HEIGHT * min(2.0, extent.max() / max(extent[1], 1e-6)) if text != UNKNOWN else HEIGHT
    return Glyph(close(to_bytes(paint(ink, size, pen, rng))), text)


def to_bytes(covered: np.ndarray) -> np.ndarray:
    """[h, w] uint8 of 0..1."""
    return np.rint(covered * 255).astype(np.uint8)


def close(ink: np.ndarray) -> np.ndarray:
    """The ink without what is empty around it; one pixel of ink where there is none."""
    rows, columns = np.flatnonzero((ink >= 128).any(axis=1)), np.flatnonzero((ink >= 128).any(axis=0))
    if not len(rows):
        return np.full((1, 1), 255, np.uint8)
    return ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
