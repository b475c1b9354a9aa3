"""Photographs of numbers: pages of about sixty digits, and one line of them in twelve megapixels."""

from __future__ import annotations

import numpy as np

from training.data.writers import Handwriting, pen_by_writer, scans_by_writer
from training.numbers.camera import PAPERS, Photograph, photograph
from training.numbers.sheets import Format, pen_sheet, scan_sheet

PEN_SHARE = 0.7
"""Of the pages, those that are written with a pen; the others are of scanned digits."""

BEYOND = 0.1
"""How far a sheet reaches beyond its picture, as a share of the picture's longer side."""

PAGE_MEGAPIXELS = (2.0, 3.0)


def page_photographs(people: Handwriting, count: int, seed: int) -> list[Photograph]:
    """Photographs of pages of about 60 digits in several lines, in turn on plain, ruled and squared paper.

    The first ones of a larger count are those of a smaller one.
    """
    pages = []
    for number, own_seed in enumerate(np.random.SeedSequence(seed).spawn(count)):
        rng = np.random.default_rng(own_seed)
        width = np.sqrt(rng.uniform(*PAGE_MEGAPIXELS) * 1e6 * 4 / 3)
        height = width / 18 * np.exp(rng.uniform(-0.25, 0.1))
        pages.append(_take(people, (round(width), round(width * 3 / 4)), height, (60, 20, PAPERS[number % 3]), rng))
    return pages


def line_photographs(people: Handwriting, count: int, seed: int) -> list[Photograph]:
    """Photographs of one line in twelve megapixels, 4000 x 3000, on plain paper."""
    rngs = (np.random.default_rng(own_seed) for own_seed in np.random.SeedSequence(seed).spawn(count))
    return [_take(people, (4000, 3000), 4000 / 18, (6, 1, "plain"), rng) for rng in rngs]


def _take(
    people: Handwriting, size: tuple[int, int], height: float, what: tuple[int, int, str], rng: np.random.Generator
) -> Photograph:
    """One picture of `size`, of digits so high; `what`: how many, on how many lines at most, and on which paper."""
    beyond = round(BEYOND * max(size))
    digits, most_lines, paper = what
    form = Format((size[0] + 2 * beyond, size[1] + 2 * beyond), 2 * beyond, height, digits, most_lines)
    pens, scans = pen_by_writer(people.pen), scans_by_writer(people.scans)
    if rng.random() < PEN_SHARE:
        sheet = pen_sheet(pens[rng.integers(len(pens))], form, rng)
    else:
        sheet = scan_sheet(scans[rng.integers(len(scans))], form, rng)
    return photograph(sheet, paper, beyond, rng)
