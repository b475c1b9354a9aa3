"""Numbers of scanned digits of one writer, spaced or touching, on gray paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from training.augment.photographs.pens import enlarge
from training.data.datasets import Images
from training.data.writers import scans_by_writer

DIGITS = 5
"""Of a number, as a postal code has."""

INKED = 128
"""A pixel of a scan is ink from here on, where it is asked what touches."""

GAPS = (2, 8)
"""Least and most columns without ink between two spaced digits, of digits 20 pixels high."""

OVERLAPS = (0.4, 0.3, 0.2, 0.1)
"""The shares of touching digits that just touch, and that are pushed on by one, two and three columns."""

HEIGHTS = (40, 90)
"""Least and most height of the digits on the page, in pixels."""

MARGIN = 4
"""Rows above and below the digits for those that stand higher or lower."""


@dataclass(frozen=True)
class ScannedNumber:
    """A number of one writer on a page, [h, w] uint8, 0 = black.

    `pushed`: of touching digits, the most columns that one was pushed on once it touched.
    """

    text: str
    page: np.ndarray
    writer: int
    pushed: int = 0


def scan_numbers(scans: Images, count: int, seed: int, *, touching: bool) -> list[ScannedNumber]:
    """Numbers of `DIGITS` digits by the writers of `scans`.

    Args:
        scans: digits, of which each number takes those of one writer, none twice.
        count: of numbers; the first ones of a larger count are those of a smaller one.
        seed: of every choice.
        touching: whether every digit touches or runs into the next, else all are apart.

    Raises:
        DataError: the writers are not known.
    """
    writers = [own for own in scans_by_writer(scans) if len(own.labels) >= DIGITS]
    numbers = []
    for own_seed in np.random.SeedSequence(seed).spawn(count):
        rng = np.random.default_rng(own_seed)
        own = writers[rng.integers(len(writers))]
        assert own.writers is not None
        chosen = own.where(rng.permutation(len(own.labels))[:DIGITS])
        pushes = [int(push) for push in rng.choice(len(OVERLAPS), DIGITS - 1, p=OVERLAPS)] if touching else []
        row, _ = in_a_row(list(chosen.images), rng, touching=touching, pushes=pushes)
        text = "".join(str(label) for label in chosen.labels)
        numbers.append(ScannedNumber(text, _on_paper(row, rng), int(own.writers[0]), max(pushes, default=0)))
    return numbers


def in_a_row(
    images: list[np.ndarray], rng: np.random.Generator, *, touching: bool = False, pushes: Sequence[int] = ()
) -> tuple[np.ndarray, list[tuple[int, int]]]:
    """Digits of [28, 28] uint8 side by side, at the scans' own size.

    Args:
        images: of one digit each.
        rng: the source of every choice.
        touching: whether every digit touches or runs into the one before.
        pushes: by how many columns each but the first is pushed on then; drawn, by `OVERLAPS`, where there are none.

    Returns:
        The row, [h, w] uint8, 255 = ink; and for each digit the first column of its ink and the one after its last.
    """
    height = max(_crop(image).shape[0] for image in images) + 2 * MARGIN
    row = np.zeros((height, 28 * len(images) + GAPS[1] * len(images)), np.uint8)
    columns: list[tuple[int, int]] = []
    for image in images:
        digit = _crop(image)
        # The middle of each is about level: a scan's digit fills its box, so that most are equally high.
        top = (height - digit.shape[0]) // 2 + int(rng.integers(-1, 2))
        glyph = np.zeros((height, digit.shape[1]), np.uint8)
        glyph[top : top + digit.shape[0]] = digit
        left = 0
        if columns:
            gap = int(rng.integers(GAPS[0], GAPS[1] + 1))
            left = columns[-1][1] + gap
            if touching:
                push = pushes[len(columns) - 1] if pushes else rng.choice(len(OVERLAPS), p=OVERLAPS)
                left = max(columns[-1][0] + 1, touch_at(row, glyph) - int(push))
        region = row[:, left : left + glyph.shape[1]]
        np.maximum(region, glyph, out=region)
        columns.append((left, left + glyph.shape[1]))
    return row[:, : max(end for _, end in columns)], columns


def touch_at(row: np.ndarray, glyph: np.ndarray) -> int:
    """The column for `glyph`'s first at which its ink just touches that of `row`, also across a corner."""
    inked, own = row >= INKED, glyph >= INKED
    width = row.shape[1]
    last = np.where(inked.any(axis=1), width - 1 - inked[:, ::-1].argmax(axis=1), -1000)
    # Of the rows above and below too: pixels touch at corners.
    last = np.maximum(last, np.maximum(np.append(last[1:], -1000), np.insert(last[:-1], 0, -1000)))
    first = np.where(own.any(axis=1), own.argmax(axis=1), 1000)
    return int((last - first).max()) + 1


def _crop(image: np.ndarray) -> np.ndarray:
    rows, columns = np.flatnonzero(image.any(axis=1)), np.flatnonzero(image.any(axis=0))
    return image[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def _on_paper(row: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """The row enlarged, dark on lighter gray paper with a margin and a little noise."""
    scale = np.exp(rng.uniform(*np.log(HEIGHTS))) / 20
    covered = enlarge(row, max(_crop(row).shape) * scale)
    margins = (rng.uniform(0.4, 1.5, 4) * 20 * scale).astype(int)
    covered = np.pad(covered, (margins[:2], margins[2:]))
    paper, ink = rng.uniform(190, 250), rng.uniform(20, 90)
    gray = paper + (ink - paper) * covered + rng.normal(0, rng.uniform(0, 4), covered.shape)
    return np.clip(np.rint(gray), 0, 255).astype(np.uint8)
