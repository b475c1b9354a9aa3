"""Printed words on all sides of a sheet: what a form says tells which side is up, also where little is written."""

from __future__ import annotations

import numpy as np
from PIL import Image

from training.sheets.canvas import PRINT, Layer, Look
from training.sheets.material import find_fonts
from training.sheets.printing import Printer
from training.strings.glyphs import Glyph, close
from training.strings.rows import Hand, set_in_a_row

SIZES = (26, 46)
"""Least and most size of print, in pixels of a row for digits `HEIGHT` high."""

MOST_WORDS = 3

PIECE = 3
"""Letters that hang together at most, where small print is on its side."""

BLURRED = 0.5
"""The share of words on their side whose letters hang together."""


def printed(rng: np.random.Generator, quarters: int) -> np.ndarray:
    """Some words in one font.

    Args:
        rng: the source of every choice.
        quarters: turns to the left of the sheet that they are on. On its side, what is in a row is of several lines.

    Returns:
        [ROWS, w] uint8, 255 = ink, upright where the sheet stands or lies on its head; see `compose`.
    """
    fonts = find_fonts()
    canvas = Image.new("L", (1200, 90))
    printer = Printer(Layer(PRINT, Look((0, 0, 0)), canvas), fonts[rng.integers(len(fonts))], rng)
    size = rng.uniform(*SIZES)
    if quarters % 2 == 0:
        texts = [printer.words(int(rng.integers(1, MOST_WORDS + 1)))]
    else:
        length = int(rng.integers(2, PIECE + 1)) if rng.random() < BLURRED else 1
        texts = [printer.word()[:length] for _ in range(int(rng.integers(1, 8)))]
    glyphs = []
    for text in texts:
        canvas.paste(0, (0, 0, *canvas.size))
        printer.text(text, (8, 8), size)
        glyphs.append(Glyph(np.rot90(close(np.asarray(canvas)), quarters % 2 * quarters), text))
    pitch = size * rng.uniform(0.2, 1.2)
    return set_in_a_row(glyphs, Hand(touching=0, joined=0, gap=pitch, push=0, size=0, level=0, climb=0), rng)
