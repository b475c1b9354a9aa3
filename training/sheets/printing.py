"""What a machine puts on a sheet: print in many fonts, stamps, logos and codes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from training.sheets.canvas import Box, Layer
from training.sheets.material import Font

FORM_WORDS = """
Name Date Total Sum Marks Amount No. Page Sheet Class Roll Number Signature Year Month Day Test Exam Score Hole Par
Votes Valid Code Item Price Quantity Tax Order Account Bank Pay Rupees Only Address City Phone Form Section Student
Teacher Grade Result Votes Candidate Registered Station County the of and to in for is on by with from at write your
answer each box below not more than one fill use black ink please do not fold lorem ipsum dolor sit amet consectetur
adipiscing elit sed eiusmod tempor incididunt ut labore magna aliqua Betrag Datum Nombre Fecha Signe Summe KM A B C
D
"""

WORDS = tuple(FORM_WORDS.split())

LEAST_SIZE, MOST_SIZE = 14, 600
"""Of print, in pixels of the canvas."""


@dataclass(frozen=True)
class Printer:
    """Prints into a layer, in one font."""

    layer: Layer
    font: Font
    rng: np.random.Generator

    def text(self, text: str, at: tuple[float, float], size: float) -> Box:
        """Print in letters `size` pixels high, whose left top is at a place; returns the box around them."""
        font = _loaded(self.font.file, _rounded(size))
        self.layer.pen.text(at, text, 255, font=font)
        return self.layer.pen.textbbox(at, text, font=font)

    def centered(self, text: str, box: Box, size: float) -> None:
        """Print in the middle of a box."""
        font = _loaded(self.font.file, _rounded(size))
        place = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        self.layer.pen.text(place, text, 255, font=font, anchor="mm")

    def word(self) -> str:
        """A word of the font's script, or a number."""
        kind = self.rng.random()
        if kind < 0.2 and self.font.is_latin:
            return "".join(str(digit) for digit in self.rng.integers(0, 10, self.rng.integers(1, 6)))
        if kind < 0.65 and self.font.is_latin:
            word = WORDS[self.rng.integers(len(WORDS))]
            return word.upper() if self.rng.random() < 0.2 else word
        letters = self.font.letters
        if self.font.is_latin:
            letters = letters[:26] if self.rng.random() < 0.3 else letters[26:]
        return "".join(letters[at] for at in self.rng.integers(0, len(letters), self.rng.integers(1, 10)))

    def words(self, count: int) -> str:
        """Some words."""
        return " ".join(self.word() for _ in range(count))

    def block(self, box: Box, size: float) -> None:
        """Lines of words that fill a box."""
        left, top, right, bottom = box
        pitch = size * self.rng.uniform(1.15, 2.0)
        while top + pitch < bottom:
            wide = right - left if self.rng.random() < 0.8 else (right - left) * self.rng.uniform(0.2, 1)
            self.text(self.words(max(1, int(wide / (3.2 * size)))), (left, top), size)
            top += pitch

    def character(self) -> str:
        """One letter or digit."""
        if self.rng.random() < 0.5 and self.font.is_latin:
            return str(self.rng.integers(10))
        letters = self.font.letters[:26] if self.font.is_latin else self.font.letters
        return letters[self.rng.integers(len(letters))]


def stamp(layer: Layer, font: Font, box: Box, rng: np.random.Generator) -> None:
    """A turned frame or ring with words in it."""
    wide, high = (max(24, round(side)) for side in (box[2] - box[0], box[3] - box[1]))
    mask = Image.new("L", (wide, high))
    pen = ImageDraw.Draw(mask)
    width = max(2, round(0.03 * high))
    shape = pen.ellipse if rng.random() < 0.5 else pen.rectangle
    shape((1, 1, wide - 2, high - 2), outline=255, width=width)
    if rng.random() < 0.5:
        shape((0.1 * wide, 0.1 * high, 0.9 * wide, 0.9 * high), outline=255, width=width)
    loaded = _loaded(font.file, _rounded(0.22 * high))
    for row in (0.35, 0.65):
        text = WORDS[rng.integers(len(WORDS))].upper() if font.is_latin else font.letters[:5]
        pen.text((wide / 2, high * row), text, 255, font=loaded, anchor="mm")
    layer.lay(mask.rotate(rng.uniform(-40, 40), expand=True), box[:2])


def code(layer: Layer, box: Box, rng: np.random.Generator) -> None:
    """Squares or bars, as machines read them."""
    wide, high = (max(12, round(side)) for side in (box[2] - box[0], box[3] - box[1]))
    if rng.random() < 0.5:
        wide = high = min(wide, high)
    count = int(rng.integers(12, 30))
    cells = rng.random((count, count) if rng.random() < 0.6 else (1, 2 * count)) < 0.5
    mask = Image.fromarray(cells.astype(np.uint8) * 255).resize((wide, high), Image.Resampling.NEAREST)
    layer.lay(mask, box[:2])


def logo(layer: Layer, box: Box, rng: np.random.Generator) -> None:
    """Some filled shapes."""
    left, top, right, bottom = box
    for _ in range(int(rng.integers(1, 5))):
        x, y = np.sort(rng.uniform(left, right, 2)), np.sort(rng.uniform(top, bottom, 2))
        shape = (x[0], y[0], x[1] + 2, y[1] + 2)
        kind = rng.integers(3)
        if kind == 0:
            layer.pen.ellipse(shape, fill=255)
        elif kind == 1:
            layer.pen.rectangle(shape, fill=255)
        else:
            points = np.stack([rng.uniform(left, right, 5), rng.uniform(top, bottom, 5)], axis=1)
            layer.pen.polygon([tuple(point) for point in points], fill=255)


def _rounded(size: float) -> int:
    """So that few sizes of each font are loaded."""
    size = min(MOST_SIZE, max(LEAST_SIZE, size))
    return round(size) if size < 24 else 4 * round(size / 4)


@lru_cache(maxsize=400)
def _loaded(file: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)
