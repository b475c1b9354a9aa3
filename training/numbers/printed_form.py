"""A form while it is printed and filled in: boxes, tables, and rows of cells for a digit each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from training.augment.photographs.pens import PENS, Pen, paint, put_ink
from training.data.datasets import PenDigit

SIZE = (1240, 1754)
"""Of a sheet, in pixels: A4 at 150 to the inch."""

GROUP_GAP = 0.8
"""Between a date's day, month and year, in widths of a cell."""

BLUE, BLACK = (0.12, 0.2, 0.55), (0.12, 0.12, 0.13)
"""Red, green and blue of pens, 0..1."""


@dataclass(frozen=True)
class PrintedField:
    """A field of a picture: x, y, width and height of its paper, in pixels, how many cells it has, and what it says."""

    box: tuple[float, float, float, float]
    cells: int = 1
    text: str = ""


@dataclass(frozen=True)
class FormPicture:
    """A picture of a form: `file`, a PNG or JPEG, and the fields in it."""

    name: str
    file: bytes
    fields: list[PrintedField]


@dataclass
class Form:
    """A sheet while it is printed and written on; whoever writes in its fields does so in a part of them."""

    rng: np.random.Generator
    own: Sequence[PenDigit] | None
    fields: list[PrintedField] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.image = Image.new("L", SIZE, 255)
        self.draw = ImageDraw.Draw(self.image)
        self.ink = np.zeros(SIZE[::-1])
        self.gray = int(self.rng.integers(0, 130))
        self.width = int(self.rng.integers(2, 5))
        self.pen: Pen = PENS[self.rng.choice([0, 2])]

    def text(self, text: str, at: tuple[float, float], size: float) -> None:
        """Prints it, its left top at a place."""
        self.draw.text(at, text, fill=20, font=ImageFont.load_default(size=size))

    def frame(self, left: float, top: float, width: float, height: float) -> None:
        """Prints its rules."""
        self.draw.rectangle((left, top, left + width, top + height), outline=self.gray, width=self.width)

    def box(self, at: tuple[float, float], size: tuple[float, float], caption: str = "") -> None:
        """A frame to write a number in; the caption stands small in its left top."""
        self.frame(*at, *size)
        self.text(caption, (at[0] + 8, at[1] + 5), size[1] / 5)
        self._add((at, size), 1, write=0.8)

    def line(self, at: tuple[float, float], caption: str, size: float, ends: tuple[float, float]) -> None:
        """A caption, and after it a line to write a number on, from one place across to another."""
        self.text(caption, at, size)
        (left, right), under = ends, at[1] + 1.05 * size
        self.draw.line((left, under, right, under), fill=self.gray, width=self.width)
        self._add(((left, under - 1.6 * size), (right - left, 1.8 * size)), 1, write=0.8)

    def comb(self, at: tuple[float, float], groups: Sequence[int], cell: tuple[float, float], *, apart: bool) -> None:
        """Rows of cells for a digit each, beside each other."""
        left, top = at
        wide, high = cell
        gap = 0.18 * wide if apart else 0
        for count in groups:
            for index in range(count):
                self.frame(left + index * wide + gap / 2, top, wide - gap, high)
            self._add(((left, top), (count * wide, high)), count, write=0.8)
            left += (count + GROUP_GAP) * wide

    def table(
        self, at: tuple[float, float], wide: Sequence[float], rows: Sequence[Sequence[str | None]], high: float
    ) -> None:
        """Cells with their print; where that is None, one is to write."""
        y = at[1]
        for row in rows:
            x = at[0]
            for width, text in zip(wide, row, strict=True):
                self.frame(x, y, width, high)
                if text is None:
                    self._add(((x, y), (width, high)), 1, write=0.7)
                else:
                    self.text(text, (x + 10, y + 0.27 * high), 0.4 * high)
                x += width
            y += high

    def _add(self, frame: tuple[tuple[float, float], tuple[float, float]], count: int, write: float) -> None:
        (x, y), (width, high) = frame
        inset = self.width / 2
        box = (x + inset, y + inset, width - 2 * inset, high - 2 * inset)
        text = ""
        if self.own is not None and self.rng.random() <= write:
            size = 0.6 * high
            if count > 1:
                side = min(size, 0.8 * width / count)
                places = [(x + (index + 0.5) * width / count, y + 0.5 * high, side) for index in range(count)]
            else:
                digits = int(self.rng.integers(1, max(2, min(6, int(width / size)))))
                places = [(x + (index + 0.8) * 0.75 * size, y + 0.58 * high, size) for index in range(digits)]
            text = "".join(str(self._write(*place)) for place in places)
        self.fields.append(PrintedField(box, count, text))

    def _write(self, x: float, y: float, size: float) -> int:
        """A digit with its middle at a place; returns which one."""
        assert self.own
        digit = self.own[self.rng.integers(len(self.own))]
        covered = paint(digit.ink, size, self.pen, self.rng)
        left, top = round(x - covered.shape[1] / 2), round(y - covered.shape[0] / 2)
        part = self.ink[top : top + covered.shape[0], left : left + covered.shape[1]]
        np.maximum(part, covered[: part.shape[0], : part.shape[1]], out=part)
        return digit.label


def colors_of(form: Form, pen: tuple[float, float, float] = BLUE) -> np.ndarray:
    """[h, w, 3], 0..1: print and ink on white paper; `pen`: red, green and blue of the ink."""
    paper = np.repeat(np.asarray(form.image, np.float32)[..., None] / 255, 3, axis=2)
    taken = put_ink(form.ink, form.pen, form.rng).astype(np.float32)
    return paper * (1 - taken[..., None] * (1 - np.array(pen, np.float32)))
