"""A sheet before a camera sees it: layers of ink, each with its color and with what its pixels are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageOps

LABELS = ("paper", "pen", "print", "rule", "other")
"""What a pixel is, in the order of the network's answers.

Rule: ruled lines, lines and frames of tables and boxes, dotted guides, strokes by a ruler. Other: stamps, logos,
pictures, and what lies beside the sheet.
"""

PAPER, PEN, PRINT, RULE, OTHER = range(len(LABELS))

FINE = 2
"""Pixels of a canvas for each of the picture, across and down."""

BEYOND = 1.32
"""Sides of the picture that a canvas has, so that a turned view sees little beyond."""

Color = tuple[float, float, float]

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in pixels of the canvas."""


@dataclass(frozen=True)
class Look:
    """How ink looks: `color` 0..255, `strength` 0..1 of it where it covers, `grain` 0..1 of it that texture takes."""

    color: Color
    strength: float = 1.0
    grain: float = 0.0


@dataclass
class Layer:
    """Ink of one look and label: `mask`, 8 bit, 255 = covered."""

    label: int
    look: Look
    mask: Image.Image
    pen: ImageDraw.ImageDraw = field(init=False)

    def __post_init__(self) -> None:
        self.pen = ImageDraw.Draw(self.mask)

    def line(self, points: np.ndarray | Sequence[tuple[float, float]], width: float) -> None:
        """A line through [n, 2] points, with round ends and corners."""
        path = [(float(x), float(y)) for x, y in points]
        wide = max(1, round(width))
        if len(path) > 1:
            self.pen.line(path, 255, wide, joint="curve" if wide > 2 else None)
        if wide > 2:
            for x, y in (path[0], path[-1]):
                self.pen.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), 255)

    def straight(self, start: tuple[float, float], end: tuple[float, float], width: float) -> None:
        """A straight line with square ends."""
        self.pen.line((start, end), 255, max(1, round(width)))

    def frame(self, box: Box, width: float) -> None:
        """A rectangle's outline."""
        left, top, right, bottom = (round(side) for side in box)
        if right > left and bottom > top:
            self.pen.rectangle((left, top, right, bottom), outline=255, width=max(1, round(width)))

    def lay(self, glyph: Image.Image, at: tuple[float, float]) -> None:
        """An 8-bit mask with its left top corner at a place; what reaches beyond the canvas is cut off."""
        left, top = round(at[0]), round(at[1])
        box = (
            max(0, left),
            max(0, top),
            min(self.mask.width, left + glyph.width),
            min(self.mask.height, top + glyph.height),
        )
        if box[0] >= box[2] or box[1] >= box[3]:
            return
        part = glyph.crop((box[0] - left, box[1] - top, box[2] - left, box[3] - top))
        self.mask.paste(ImageChops.lighter(self.mask.crop(box), part), box)

    def mirror(self) -> None:
        """Turn all that is there around, as seen from behind."""
        self.mask.paste(ImageOps.mirror(self.mask))


@dataclass
class Canvas:
    """A square of `size` pixels; `sheet` is where on it the paper is, `unit` how high a written digit is, in pixels."""

    size: int
    sheet: Box
    unit: float
    layers: list[Layer] = field(default_factory=list)

    def layer(self, label: int, look: Look) -> Layer:
        """A new layer over those that are there; layers of one label and look are the same."""
        for layer in self.layers:
            if layer.label == label and layer.look == look:
                return layer
        self.layers.append(Layer(label, look, Image.new("L", (self.size, self.size))))
        return self.layers[-1]
