"""A canvas in the looks of one sheet, and who writes and what prints on it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.sheets.canvas import OTHER, PAPER, PEN, PRINT, RULE, Box, Canvas, Layer, Look
from training.sheets.looks import Looks
from training.sheets.material import Material
from training.sheets.printing import Printer, code, logo, stamp
from training.sheets.writing import Writer, random_number, random_writer


@dataclass(frozen=True)
class Scene:
    """A canvas, and what is put on it: all in the looks of one sheet."""

    canvas: Canvas
    looks: Looks
    material: Material
    rng: np.random.Generator

    @property
    def unit(self) -> float:
        """The height of a written digit."""
        return self.canvas.unit

    @property
    def rules(self) -> Layer:
        """Where lines go."""
        return self.canvas.layer(RULE, self.looks.rule)

    def writer(self) -> Writer:
        """Somebody with the sheet's pen."""
        look = self.looks.pen if self.rng.random() < 0.9 else self.looks.second
        return random_writer(self.material, self.canvas.layer(PEN, look), self.unit, self.rng)

    def printer(self) -> Printer:
        """Print in some font."""
        latin = self.rng.random() < 0.88
        fonts = [font for font in self.material.fonts if font.is_latin == latin] or self.material.fonts
        return Printer(self.canvas.layer(PRINT, self.looks.print), fonts[self.rng.integers(len(fonts))], self.rng)

    @property
    def shade(self) -> Layer:
        """Where paper is only darker: shaded cells, and what shines through from the back."""
        return self.canvas.layer(PAPER, Look(self.looks.print.color, 0.15 * self.looks.rule.strength))

    def line_width(self) -> float:
        """Of a line of a table or a box: fine to thick."""
        thick = np.exp(self.rng.normal(np.log(0.045), 0.5)) * self.unit
        return float(np.clip(thick, 1.3, max(3.0, 0.16 * self.unit)))


def write_something(scene: Scene, writer: Writer, at: tuple[float, float], words: float) -> Box:
    """A number, or in a share `words` of cases a word; some are struck out or ringed. Returns the box around it."""
    rng = scene.rng
    if rng.random() < words:
        box = writer.word(int(rng.integers(1, 9)), at, scene.unit)
    else:
        box = writer.number(random_number(rng), at, scene.unit)
    chance = rng.random()
    if chance < 0.04:
        writer.strike(box, scene.unit)
    elif chance < 0.07:
        writer.circle(box, scene.unit)
    return box


def adorn(scene: Scene) -> None:
    """A stamp, a code, a logo, or marks for machines somewhere."""
    rng, unit = scene.rng, scene.unit
    left, top, right, bottom = scene.canvas.sheet
    kind = rng.choice(["stamp", "code", "logo", "marks", "none"], p=[0.25, 0.2, 0.2, 0.1, 0.25])
    x, y = rng.uniform(left, right), rng.uniform(top, bottom)
    side = min(rng.uniform(3, 8) * unit, 0.6 * (right - left))
    if kind == "stamp":
        font = scene.material.fonts[rng.integers(len(scene.material.fonts))]
        stamp(scene.canvas.layer(OTHER, scene.looks.stamp), font, (x, y, x + side, y + side * rng.uniform(0.4, 1)), rng)
    elif kind == "code":
        code(scene.canvas.layer(OTHER, scene.looks.print), (x, y, x + side, y + side * rng.uniform(0.3, 1)), rng)
    elif kind == "logo":
        logo(scene.canvas.layer(OTHER, scene.looks.stamp), (x, y, x + side, y + side), rng)
    elif kind == "marks":
        half = unit * rng.uniform(0.1, 0.4)
        for row in np.arange(y, bottom, rng.uniform(3, 8) * unit):
            box = (x - half, row - half, x + half, row + half)
            scene.canvas.layer(OTHER, scene.looks.print).pen.rectangle(box, fill=255)


def shine_through(scene: Scene) -> None:
    """What is printed on the sheet's back, as it is seen from its front."""
    fonts = scene.material.fonts
    printer = Printer(scene.shade, fonts[scene.rng.integers(len(fonts))], scene.rng)
    printer.block(scene.canvas.sheet, scene.unit * scene.rng.uniform(0.4, 1.2))
    scene.shade.mirror()
