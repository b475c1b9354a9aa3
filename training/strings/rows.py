"""Sets glyphs in a row: apart, touching, joined by a stroke or run into each other, each sign at its height."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image

from training.data.datasets import SEPARATORS
from training.strings.glyphs import HEIGHT, Glyph, close
from training.strings.seen import FLOOR, ROWS

OPERATORS = "+-×÷=/"
"""What stands between the numbers of a sum; those but the slash are half as high as a digit, and touch none."""


FILLER = ""
"""The text of a line that leads up to a number."""

FILLERS_TOUCHING = 0.8
"""The share of such lines that touch it."""

DROPS = {",": (0.05, 0.4), "-": (-0.6, -0.35), ":": (-0.25, -0.1), FILLER: (-0.7, 0)}
"""How much lower than a digit a sign ends, in heights of a digit: least and most."""


@dataclass(frozen=True)
class Hand:
    """How a string is set: shares of pairs that touch and that are joined by a stroke; the rest has gaps up to `gap`.

    `push` is the most that what touches is pushed on, and all lengths are in pixels of a digit `HEIGHT` high.
    """

    touching: float
    joined: float
    gap: float
    push: float
    size: float
    level: float
    climb: float


def random_hand(most_push: float, rng: np.random.Generator) -> Hand:
    """Anybody's way to set digits; `most_push` in heights."""
    touching = rng.choice([0.0, 0.5, 1.0], p=[0.25, 0.3, 0.45])
    return Hand(
        touching=touching,
        joined=0.35 if rng.random() < 0.25 else 0.0,
        gap=rng.uniform(0.1, 0.7) * HEIGHT,
        push=rng.uniform(0, most_push) * HEIGHT,
        size=rng.uniform(0, 0.12 if rng.random() < 0.75 else 0.3),
        level=rng.uniform(0, 0.08 if rng.random() < 0.75 else 0.16) * HEIGHT,
        climb=rng.normal(0, 0.06),
    )


def set_in_a_row(glyphs: list[Glyph], hand: Hand, rng: np.random.Generator) -> np.ndarray:
    """[ROWS, w] uint8, 255 = ink."""
    row = np.zeros((ROWS, 64 + sum(glyph.ink.shape[1] + 40 for glyph in glyphs)), np.uint8)
    end, texts = 32, [glyph.text for glyph in glyphs]
    for number, glyph in enumerate(glyphs):
        ink = resized(glyph.ink, np.exp(rng.normal(0, hand.size)))
        bottom = FLOOR + rng.normal(0, hand.level) + hand.climb * (end - 32) + _drop(glyph.text, len(ink), rng)
        top = int(np.clip(bottom - ink.shape[0], 0, ROWS - ink.shape[0]))
        left = end + round(rng.uniform(0.04 * HEIGHT, hand.gap)) if number else end
        touching = FILLERS_TOUCHING if FILLER in texts[max(0, number - 1) : number + 1] else hand.touching
        touches = number > 0 and rng.random() < touching and glyph.text not in tuple(SEPARATORS + OPERATORS)
        if touches:
            left = max(0, end - 3 * HEIGHT // 4, _touch_at(row[top : top + ink.shape[0], :end], ink))
            left -= round(rng.uniform(0, hand.push)) if rng.random() < 0.7 else 0
            left = max(left, 0)
        if number and not touches and rng.random() < hand.joined:
            _join(row, end, left, rng)
        region = row[top : top + ink.shape[0], left : left + ink.shape[1]]
        np.maximum(region, ink[:, : region.shape[1]], out=region)
        end = max(end, left + ink.shape[1]) if not touches else left + ink.shape[1]
    return row


def _touch_at(row: np.ndarray, ink: np.ndarray) -> int:
    """The column for `ink`'s first at which it just touches what is in `row`, at the same rows."""
    inked, own = row >= 128, ink >= 128
    width = row.shape[1]
    last = np.where(inked.any(axis=1), width - 1 - inked[:, ::-1].argmax(axis=1), -1000)
    first = np.where(own.any(axis=1), own.argmax(axis=1), 1000)
    reach = int((last - first).max())
    # Nothing at the same height: side by side.
    return reach + 1 if reach > -500 else width


def _join(row: np.ndarray, end: int, left: int, rng: np.random.Generator) -> None:
    """A stroke from one digit to the next, as a pen that is not lifted leaves it."""
    y = int(np.clip(FLOOR - rng.uniform(0, 1) * HEIGHT, 4, ROWS - 8))
    thick = int(rng.integers(2, 6))
    row[y : y + thick, max(0, end - 8) : left + 8] = 255


def _drop(text: str, high: int, rng: np.random.Generator) -> float:
    """How much lower than a digit a sign so many pixels high ends, in pixels."""
    if text in "+×÷=()":
        return (high - HEIGHT) / 2 + rng.normal(0, 0.08) * HEIGHT
    if text == "/" and high > HEIGHT:
        return (high - HEIGHT) * rng.uniform(0, 0.7)
    if text == "." and rng.random() < 0.4:
        return -rng.uniform(0.1, 0.55) * HEIGHT
    return rng.uniform(*DROPS.get(text, (-0.05, 0.05))) * HEIGHT


def draw_separator(text: str, rng: np.random.Generator) -> Glyph:
    """One of `SEPARATORS`, made of lines."""
    thick = int(rng.integers(3, 8))
    if text in ".:":
        dot = np.full((thick, thick), 255, np.uint8)
        if text == ".":
            return Glyph(dot, text)
        apart = np.zeros((round(rng.uniform(0.2, 0.4) * HEIGHT), thick), np.uint8)
        return Glyph(np.concatenate([dot, apart, dot]), text)
    if text == "-":
        return Glyph(np.full((thick, round(rng.uniform(0.25, 0.6) * HEIGHT)), 255, np.uint8), text)
    high = HEIGHT * (rng.uniform(0.95, 1.3 if rng.random() < 0.6 else 1.9) if text == "/" else rng.uniform(0.15, 0.45))
    wide = high * rng.uniform(0.25, 0.6)
    y, x = np.mgrid[0 : int(high), 0 : int(wide) + thick]
    line = np.abs(x - thick / 2 - wide * (1 - y / high)) <= thick / 2
    return Glyph(close(line.astype(np.uint8) * 255), text)


def resized(ink: np.ndarray, scale: float) -> np.ndarray:
    """Ink so many times as high and wide, a row's height at most."""
    size = (max(1, round(ink.shape[1] * scale)), min(ROWS - 2, max(1, round(ink.shape[0] * scale))))
    return np.asarray(Image.fromarray(ink).resize(size, Image.Resampling.BILINEAR))
