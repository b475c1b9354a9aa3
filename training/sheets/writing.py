"""What a hand puts on a sheet: numbers, words, signatures and crossings-out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image

from training.ink import Ink, Stroke
from training.sheets.canvas import Box, Layer
from training.sheets.material import Hand, Material

SIZES = {".": 0.06, ",": 0.25, "-": 0.4, "/": 1.3, ":": 0.5, "=": 0.4, "+": 0.5, "'": 0.2}
"""Heights of signs, or widths of those that lie, in heights of a digit."""

RISES = {"-": 0.45, "=": 0.35, "+": 0.25, "'": 0.9, ":": 0.1, ",": -0.15, "/": -0.1}
"""How far above the line that digits stand on a sign ends, in their heights."""

LYING = "-="

SMALL = "acemnorsuvwxz"

HANGING = "gjpqy"

FORMS = (
    *("#" * count for count in (1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 5, 6, 7, 8, 10)),
    *("#.#", "##.#", "##.##", "##,#", "#,###", "##/##/##", "##-##", "#+#", "##+##", "##-#", "#/#", "(#+#)/#", "##:##"),
    *("##,###/-", "$##.##", "-##", "#x#", "##=#", "##%", "####-####"),
)
"""What numbers look like; # is a digit."""


DIGITS = np.array([2, 4, *(2 for _ in range(8))]) / 22
"""How often each digit is written."""


@dataclass(frozen=True)
class Pen:
    """`width` in heights of a digit; the rest varies from person to person: lean to the right, gaps, unsteadiness."""

    width: float
    lean: float
    gap: float
    loose: float
    rise: float
    stretch: float


@dataclass(frozen=True)
class Writer:
    """Somebody with a pen and a layer to write on; `scans` instead of strokes where these are given."""

    layer: Layer
    hand: Hand
    pen: Pen
    scans: np.ndarray | None
    rng: np.random.Generator

    def number(self, text: str, at: tuple[float, float], unit: float) -> Box:
        """Write digits and signs, in a row from a place, which is left on the line; returns the box around them."""
        return self._row([self._glyph(sign) for sign in text], at, unit)

    def word(self, length: int, at: tuple[float, float], unit: float) -> Box:
        """Write letters, some of them joined; digits, where the person wrote no letters."""
        letters = [label for label in self.hand.others if label.isalpha()]
        if not letters:
            return self.number(random_digits(length, self.rng), at, unit)
        if self.rng.random() < 0.7:
            letters = [label for label in letters if label.islower()] or letters
        glyphs = [self._glyph(letters[self.rng.integers(len(letters))]) for _ in range(length)]
        return self._row(_joined(glyphs) if self.rng.random() < 0.5 else glyphs, at, unit)

    def signature(self, box: Box, unit: float) -> None:
        """A swift curve through a box."""
        left, top, right, bottom = box
        count = int(self.rng.integers(6, 16))
        across = np.linspace(left, right, count) + self.rng.normal(0, 0.25 * (right - left) / count, count)
        down = self.rng.uniform(top, bottom, count)
        self.layer.line(smooth(np.stack([across, down], axis=1)), self.pen.width * unit)

    def strike(self, box: Box, unit: float) -> None:
        """Cross a box out."""
        left, top, right, bottom = box
        lines = [((left, top), (right, bottom)), ((left, bottom), (right, top)), ((left, (top + bottom) / 2),) * 1]
        kind = self.rng.random()
        if kind < 0.5:
            for start, end in lines[:2]:
                self.layer.line(self._shaky(start, end, unit), self.pen.width * unit)
        elif kind < 0.75:
            middle = top + (bottom - top) * self.rng.uniform(0.3, 0.7)
            self.layer.line(self._shaky((left, middle), (right, middle), unit), self.pen.width * unit)
        else:
            turns = int(self.rng.integers(4, 12))
            points = np.stack([np.linspace(left, right, turns), np.where(np.arange(turns) % 2, top, bottom)], axis=1)
            self.layer.line(points + self.rng.normal(0, 0.08 * unit, points.shape), self.pen.width * unit)

    def circle(self, box: Box, unit: float) -> None:
        """A ring, a tick or a triangle around or in a box."""
        left, top, right, bottom = box
        middle, half = np.array([left + right, top + bottom]) / 2, np.array([right - left, bottom - top]) / 2
        sides = int(self.rng.choice([3, 24, 24]))
        turn = np.linspace(0, 2 * np.pi * self.rng.uniform(0.95, 1.1), sides + 1) + self.rng.uniform(0, 6)
        points = middle + half * np.stack([np.cos(turn), np.sin(turn)], axis=1) * self.rng.uniform(0.9, 1.3)
        self.layer.line(points + self.rng.normal(0, 0.02 * unit, points.shape), self.pen.width * unit)

    def tally(self, box: Box, unit: float) -> None:
        """Strokes side by side, every fifth across the four before; or a tick."""
        left, top, right, bottom = box
        if self.rng.random() < 0.3:
            points = [(left, (top + bottom) / 2), (left + 0.3 * (right - left), bottom), (right, top)]
            self.layer.line(points, self.pen.width * unit)
            return
        step = unit * self.rng.uniform(0.25, 0.6)
        for number, x in enumerate(np.arange(left, right, step)):
            start, end = (x - 0.2 * unit * self.rng.uniform(-0.5, 1), bottom), (x, top)
            if number % 5 == 4:
                start = (x - 4.5 * step, bottom)
            self.layer.line(self._shaky(start, end, unit), self.pen.width * unit)

    def _shaky(self, start: tuple[float, float], end: tuple[float, float], unit: float) -> np.ndarray:
        along = np.linspace(0, 1, 6)[:, None]
        return np.array(start) * (1 - along) + np.array(end) * along + self.rng.normal(0, 0.03 * unit, (6, 2))

    def _glyph(self, label: str) -> Ink | np.ndarray:
        """Strokes whose foot is at y = 0 and that begin at x = 0; or a scanned digit, [28, 28]."""
        if label.isdigit():
            if self.scans is not None:
                return self.scans[self.rng.integers(len(self.scans))]
            inks = self.hand.digits.get(label) or next(iter(self.hand.digits.values()))
            return _standing(inks[self.rng.integers(len(inks))], 0.0)
        if label not in self.hand.others:
            return _drawn(label)
        inks = self.hand.others[label]
        ink = inks[self.rng.integers(len(inks))]
        extent = np.ptp(np.concatenate(list(ink)), axis=0)
        if label.isalpha():
            wanted = 0.6 if label in SMALL else 0.95
            size = wanted / max(extent[1], 0.4 * extent[0], 1e-3)
            return _standing([stroke * size for stroke in ink], 0.3 if label in HANGING else 0.0)
        size = SIZES.get(label, 1.0) / max(extent[0 if label in LYING else 1], 0.3 * extent[0], 1e-3)
        return _standing([stroke * size for stroke in ink], -RISES.get(label, 0.0))

    def _row(self, glyphs: Sequence[Ink | np.ndarray], at: tuple[float, float], unit: float) -> Box:
        pen, right = self.pen, 0.0
        top, bottom = at[1], at[1]
        for glyph in glyphs:
            foot = at[1] + unit * (self.rng.normal(0, pen.loose) - pen.rise * right)
            size = float(np.exp(self.rng.normal(0, 0.08)))
            if isinstance(glyph, np.ndarray):
                wide = self._lay_scan(glyph, (at[0] + right * unit, foot), unit * size)
                top = min(top, foot - unit)
            else:
                points = [self._placed(stroke, size) for stroke in glyph]
                for stroke in points:
                    self.layer.line(stroke * unit + (at[0] + right * unit, foot), pen.width * unit)
                every = np.concatenate(points)
                wide = float(every[:, 0].max())
                top, bottom = min(top, foot + every[:, 1].min() * unit), max(bottom, foot + every[:, 1].max() * unit)
            right += wide + pen.gap + self.rng.normal(0, pen.loose) + 0.5 * pen.width
        return (at[0], top, at[0] + right * unit, bottom)

    def _placed(self, stroke: Stroke, size: float) -> np.ndarray:
        """The stroke, as large as told, leaning and stretched as the person writes."""
        x, y = np.asarray(stroke, float).T * size
        return np.stack([x * self.pen.stretch - y * self.pen.lean, y], axis=1)

    def _lay_scan(self, scan: np.ndarray, at: tuple[float, float], unit: float) -> float:
        rows, columns = np.flatnonzero(scan.any(axis=1)), np.flatnonzero(scan.any(axis=0))
        cut = scan[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
        high = max(4, round(unit))
        wide = max(2, round(high * cut.shape[1] / cut.shape[0])) if cut.shape[0] > 6 else max(2, round(0.5 * high))
        enlarged = np.asarray(
            Image.fromarray(np.pad(cut, 1)).resize((wide, high), Image.Resampling.BICUBIC), np.float32
        )
        sharp = np.clip((enlarged - 110) * min(4.0, 1 + high / 24) + 128, 0, 255).astype(np.uint8)
        self.layer.lay(Image.fromarray(sharp), (at[0], at[1] - high))
        return wide / unit


def random_pen(rng: np.random.Generator, unit: float) -> Pen:
    """From a hard pencil to a marker; no line is thinner than one and a half pixels, of which a digit has `unit`."""
    width = np.exp(rng.normal(np.log(0.08), 0.4)) if rng.random() < 0.85 else rng.uniform(0.12, 0.26)
    return Pen(
        width=float(np.clip(width, max(0.03, 1.6 / unit), 0.26)),
        lean=float(rng.normal(0, 0.15)),
        gap=float(rng.uniform(0.02, 0.35)),
        loose=float(rng.uniform(0.01, 0.06)),
        rise=float(rng.normal(0, 0.03)),
        stretch=float(np.exp(rng.normal(0, 0.12))),
    )


def random_writer(material: Material, layer: Layer, unit: float, rng: np.random.Generator) -> Writer:
    """One of the people, with a pen of their own."""
    hand = material.hands[rng.integers(len(material.hands))]
    scans = material.scans[rng.integers(len(material.scans))] if rng.random() < 0.2 else None
    return Writer(layer, hand, random_pen(rng, unit), scans, rng)


def random_digits(count: int, rng: np.random.Generator) -> str:
    """Digits, ones more often than others: a stroke by itself is easily taken for a line."""
    return "".join(map(str, rng.choice(10, count, p=DIGITS)))


def random_number(rng: np.random.Generator) -> str:
    """A number's text, some with signs."""
    form = FORMS[rng.integers(len(FORMS))]
    return "".join(random_digits(1, rng) if sign == "#" else sign for sign in form)


def smooth(points: np.ndarray) -> np.ndarray:
    """A curve through [n, 2] points."""
    from scipy.interpolate import CubicSpline

    places = np.arange(len(points))
    return CubicSpline(places, points)(np.linspace(0, len(points) - 1, 8 * len(points)))


def _standing(ink: Ink, drop: float) -> Ink:
    low, high = (getattr(np.concatenate(list(ink)), edge)(axis=0) for edge in ("min", "max"))
    return [np.asarray(stroke - (low[0], high[1] - drop), np.float32) for stroke in ink]


def _joined(glyphs: Sequence[Ink | np.ndarray]) -> list[Ink | np.ndarray]:
    """Letters that each end with a way to the next."""
    joined: list[Ink | np.ndarray] = []
    for glyph in glyphs:
        if isinstance(glyph, np.ndarray) or not glyph:
            joined.append(glyph)
            continue
        *before, last = glyph
        reach = max(float(stroke[:, 0].max()) for stroke in glyph) + 0.2
        joined.append([*before, np.concatenate([last, [[reach, -0.15]]]).astype(np.float32)])
    return joined


def _drawn(sign: str) -> Ink:
    """A sign that nobody wrote."""
    high, rise = SIZES.get(sign, 0.6), RISES.get(sign, 0.0)
    if sign in LYING:
        return [np.array([[0, -rise], [high, -rise]], np.float32)]
    return [np.array([[0.3 * high, -rise - high], [0, -rise]], np.float32)]
