"""Sheets of paper with lines of numbers on them, before a camera sees them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from training.augment.photographs.pens import PENS, Pen, enlarge, paint
from training.data.datasets import Images, PenDigit
from training.numbers.pen import choose_digits, in_order, random_hand, set_side_by_side, usual_height
from training.numbers.scans import in_a_row

LENGTHS = (2, 3, 4, 5, 6)
"""Digits of a number."""

MOST_GAP = 0.3
"""Between digits of a number on a sheet, in heights: more is a space between numbers."""

SPACES = (0.9, 1.8)
"""Least and most between two numbers on a line, in heights of a digit."""

LINE_DIGITS = (6, 12)
"""A line ends after a number once it has so many digits; each line has its own least."""


@dataclass(frozen=True)
class Block:
    """A number as it covers paper, [h, w] 0..1: its text, its foot's row, and each digit's box [n, 4] in it.

    A box is x, y, width and height.
    """

    text: str
    covered: np.ndarray
    foot: float
    boxes: np.ndarray


@dataclass(frozen=True)
class Sheet:
    """Lines of numbers on a sheet: what the ink covers, [h, w] 0..1.

    `lines`: the numbers on each. `boxes`: of every digit, line by line, [n, 4]. `height`: of a digit, in pixels.
    `feet`: the row on which each line stands at its left end. `pitch`: rows from one line to the next.
    """

    covered: np.ndarray
    lines: list[list[str]]
    boxes: np.ndarray
    height: float
    feet: list[float]
    pitch: float
    pen: Pen


@dataclass(frozen=True)
class Format:
    """A sheet's width and height, its margin, and the digits' height, in pixels; how many digits, about, and lines."""

    size: tuple[int, int]
    margin: int
    height: float
    digits: int
    most_lines: int


def pen_blocks(own: Sequence[PenDigit], height: float, pen: Pen, rng: np.random.Generator) -> Iterator[Block]:
    """Numbers of one writer, without end, painted with one pen."""
    hand = random_hand(rng)
    hand = dataclasses.replace(hand, gap=min(hand.gap, MOST_GAP - 2 * hand.loose))
    width = max(1.5, height * np.exp(rng.uniform(*np.log(pen.width))))
    while True:
        chosen = choose_digits(own, int(rng.choice(LENGTHS)), rng)
        parts = set_side_by_side(chosen, usual_height(own), hand, rng)
        ink = [stroke * height for stroke in in_order(parts, rng)]
        points = np.concatenate(ink)
        low, extent = points.min(axis=0), np.ptp(points, axis=0).max()
        # `paint` brings the ink with its pen to a size: to its own, so that a pen is as wide on every number.
        size = float(extent + width)
        covered = paint(ink, size, dataclasses.replace(pen, width=(width / size, width / size)), rng)
        boxes = np.array([_box(np.concatenate(part) * height - low, width) for part in parts])
        text = "".join(str(digit.label) for digit in chosen)
        yield Block(text, covered, width - low[1], boxes + (width, width, 0, 0))


def scan_blocks(own: Images, height: float, rng: np.random.Generator) -> Iterator[Block]:
    """Numbers of one writer's scanned digits, without end, enlarged."""
    while True:
        count = int(rng.choice(LENGTHS))
        chosen = own.where(rng.permutation(len(own.labels))[:count])
        row, columns = in_a_row(list(chosen.images), rng)
        rows, across = np.flatnonzero(row.any(axis=1)), np.flatnonzero(row.any(axis=0))
        longer = max(np.ptp(rows), np.ptp(across)) + 1
        scale = height / 20
        covered = enlarge(row, float(longer * scale))
        boxes = []
        for start, end in columns:
            tall = np.flatnonzero(row[:, start:end].any(axis=1))
            boxes.append((start - across[0] + 1, tall[0] - rows[0] + 1, end - start, np.ptp(tall) + 1))
        text = "".join(str(label) for label in chosen.labels)
        yield Block(text, covered, float(covered.shape[0] - scale), np.array(boxes) * scale)


def pen_sheet(own: Sequence[PenDigit], form: Format, rng: np.random.Generator) -> Sheet:
    """A sheet that one person wrote with one pen."""
    pen = PENS[rng.integers(len(PENS))]
    return lay_out(pen_blocks(own, form.height, pen, rng), form, pen, rng)


def scan_sheet(own: Images, form: Format, rng: np.random.Generator) -> Sheet:
    """A sheet of one person's scanned digits, as a ballpoint or a felt pen leaves them."""
    pen = PENS[rng.choice([0, 2])]
    return lay_out(scan_blocks(own, form.height, rng), form, pen, rng)


def lay_out(blocks: Iterator[Block], form: Format, pen: Pen, rng: np.random.Generator) -> Sheet:
    """Set numbers on lines, from the top left, until there are as many digits as wanted or the sheet is full."""
    width, height = form.size
    pitch = form.height * rng.uniform(1.8, 2.4)
    covered = np.zeros((height, width))
    lines: list[list[str]] = []
    feet: list[float] = []
    boxes: list[np.ndarray] = []
    free = height - 2 * form.margin - 1.3 * form.height - min(form.most_lines, form.digits / 7) * pitch
    foot, digits = form.margin + 1.3 * form.height + max(0, free) * rng.uniform(), 0
    while digits < form.digits and foot < height - form.margin and len(lines) < form.most_lines:
        line: list[str] = []
        left = form.margin + rng.uniform(0, 1.5) * form.height
        least = rng.integers(LINE_DIGITS[0], LINE_DIGITS[1] + 1)
        while sum(map(len, line)) < least and digits < form.digits:
            block = next(blocks)
            if left + block.covered.shape[1] > width - form.margin:
                break
            top = round(foot - block.foot + rng.normal(0, 0.03) * form.height)
            at = (max(0, top), round(left))
            region = covered[at[0] : at[0] + block.covered.shape[0], at[1] : at[1] + block.covered.shape[1]]
            np.maximum(region, block.covered[: region.shape[0], : region.shape[1]], out=region)
            boxes.append(block.boxes + (at[1], at[0], 0, 0))
            line.append(block.text)
            digits += len(block.text)
            left += block.covered.shape[1] + rng.uniform(*SPACES) * form.height
        if line:
            lines.append(line)
            feet.append(foot)
        foot += pitch
    return Sheet(covered, lines, np.concatenate(boxes), form.height, feet, pitch, pen)


def _box(points: np.ndarray, pen: float) -> tuple[float, float, float, float]:
    low, high = points.min(axis=0) - pen / 2, points.max(axis=0) + pen / 2
    return (*low, *(high - low))
