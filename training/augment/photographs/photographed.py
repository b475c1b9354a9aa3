"""Ink as it comes out of photographs: digits on paper, seen by a camera, cut out by a stand-in for the page's code."""

from __future__ import annotations

import numpy as np
from PIL import Image

from training.augment.photographs.camera import FAULTS, take_picture
from training.augment.photographs.page import box_around, dirt, interrupt, lay_out, marks
from training.augment.photographs.pens import PENS, Pen, enlarge, paint, put_ink
from training.augment.strokes import vary
from training.data.datasets import Images, PenDigit
from training.device import SHORTEST_LONG_SIDE, Found, check_node, find_digits
from training.in_parallel import in_parallel

JOB = 250
"""Pictures taken in one go by one process."""

PEN_SHARE = 0.7
"""The share of the pictures that show digits written with a pen; the others show enlarged scans."""

SIZES = (24, 120)
"""A digit's longer side in a picture, in pixels: larger ones look the same once they are cut out."""

KINDS = (*FAULTS, "broken", "marked")
"""What is wrong with a picture above all, or with its ink: each as often as the others."""


def photographed(digits: list[PenDigit], scans: Images, count: int, seed: int, *, varied: bool = True) -> Images:
    """Digits out of photographs: binarized and normalized as on the device, cut out by a stand-in.

    Args:
        digits: written with a pen; each is drawn with a pen of some kind.
        scans: of digits, which are enlarged.
        count: pictures taken, of each digit about as many as of another.
        seed: of every choice.
        varied: whether the strokes are altered too, as other hands write; without, they are as they were written.

    Returns:
        At most `count` images: left out are pictures in which the stand-in finds nothing, more than one thing, or
        something larger or smaller than the digit was.

    Raises:
        DataError: Node.js is missing.
    """
    rng = np.random.default_rng(seed)
    scans = scans.where(scans.images.any(axis=(1, 2)))  # blank paper shows nothing to find
    count = count if digits or len(scans.labels) else 0
    share = PEN_SHARE if digits and len(scans.labels) else float(bool(digits))
    pens = round(count * share)
    written = [digits[number] for number in _choose(len(digits), pens, rng)]
    scanned = scans.where(_choose(len(scans.labels), count - pens, rng))
    parts = -(-count // JOB)
    if parts:
        check_node()
    jobs = [(written[part::parts], scanned.where(slice(part, None, parts)), varied) for part in range(parts)]
    return in_parallel(_photograph_each, jobs, seed)


def photograph(covered: np.ndarray, pen: Pen, kind: str, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Take a picture of one digit.

    Args:
        covered: [h, w], 0..1, how much of each pixel the digit covers.
        pen: what it is written with.
        kind: one of `KINDS`.
        rng: the source of every choice.

    Returns:
        The picture, [height, width] uint8, 0 = black, its longer side 160 pixels or more; and the digit's box in it:
        x, y, width, height.
    """
    size = float(max(covered.shape))
    page = lay_out(covered, rng)
    if kind == "marked":
        page = np.maximum(page, marks(page, size, rng))
    box = box_around(page)
    if kind == "broken":
        page = interrupt(page, size, rng)
    taken = np.maximum(put_ink(page, pen, rng), dirt(page.shape, size, rng))
    picture = take_picture(1 - taken, size, kind if kind in FAULTS else "plain", rng)
    # Smaller pictures are enlarged by the page before its pipeline.
    scale = max(1.0, SHORTEST_LONG_SIDE / max(picture.shape))
    width, height = (round(side * scale) for side in picture.shape[::-1])
    return np.asarray(Image.fromarray(picture).resize((width, height), Image.Resampling.BICUBIC)), box * scale


def is_the_digit(found: Found, boxes: np.ndarray) -> np.ndarray:
    """[n] bool: whether one thing was found, and it is where the digit is, [n, 4], to a sixth of its longer side."""
    there = np.concatenate([boxes[:, :2], boxes[:, :2] + boxes[:, 2:]], axis=1)
    here = found.boxes.astype(float)
    here[:, 2:] += here[:, :2]
    size = boxes[:, 2:].max(axis=1)
    return (found.things == 1) & (np.abs(here - there).max(axis=1) < 2 + size / 6)


def _choose(among: int, count: int, rng: np.random.Generator) -> np.ndarray:
    """[count] of the numbers below `among`: each once, in random order, before any comes again."""
    if not count:
        return np.zeros(0, np.int64)
    return np.concatenate([rng.permutation(among) for _ in range(-(-count // among))])[:count]


def _photograph_each(rng: np.random.Generator, digits: list[PenDigit], scans: Images, varied: bool) -> Images:
    """One picture of every digit and scan, cut out again."""
    taken = []
    for subject in (*digits, *scans.images):
        pen, size = PENS[rng.integers(len(PENS))], np.exp(rng.uniform(*np.log(SIZES)))
        if isinstance(subject, PenDigit):
            covered = paint(vary(subject.ink, rng) if varied else subject.ink, size, pen, rng)
        else:
            covered = enlarge(subject, size)
        taken.append(photograph(covered, pen, str(rng.choice(KINDS)), rng))
    found = find_digits([picture for picture, _ in taken])
    labels = np.array([*(digit.label for digit in digits), *scans.labels], np.int64)
    return Images(found.images, labels).where(is_the_digit(found, np.array([box for _, box in taken])))
