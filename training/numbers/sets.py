"""The sets of numbers that are measured, in the browser by `make bench` and in Node.js by `make evaluate`."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field

import numpy as np
from PIL import Image

from training.data.datasets import DataError
from training.data.writers import Handwriting, load_handwriting
from training.ink import Ink
from training.numbers.amounts import load_amounts
from training.numbers.pen import LENGTHS, pen_numbers
from training.numbers.photographs import page_photographs
from training.numbers.scans import scan_numbers
from training.numbers.score import digit_errors, digits_of

SEED = 2047
"""Of what is measured: what is tuned on is composed with other seeds, of other people."""

PEN_NUMBERS, PADS, SCANNED_NUMBERS, PAGES = 1000, 500, 500, 24
"""How many are measured; of the scanned ones of each kind."""

Parts = dict[str, np.ndarray]
"""[n] bool by name: which numbers, or digits, are right."""


@dataclass(frozen=True)
class NumberSet:
    """What is read, and what it says: one of `inks` and `files` (pictures) holds as many as `texts`.

    `score` takes what was read and `texts`, and tells what is right: first all, then parts of it.
    """

    name: str
    texts: list[str]
    inks: list[Ink] = field(default_factory=list)
    files: list[bytes] = field(default_factory=list)
    score: Callable[[list[str], list[str]], Parts] = field(default=lambda read, true: {"": _same(read, true)})


def pen_set(people: Handwriting, count: int) -> NumberSet:
    """Numbers of 2 to 6 digits as strokes; parts are those of each length."""
    numbers = pen_numbers(people.pen, count, SEED)

    def by_length(read: list[str], true: list[str]) -> Parts:
        right, lengths = _same(read, true), np.array([len(text) for text in true])
        return {"": right, **{f"of {length} digits": right[lengths == length] for length in LENGTHS}}

    texts = [number.text for number in numbers]
    return NumberSet("pen, 2 to 6 digits, whole number", texts, [number.ink for number in numbers], score=by_length)


def pad_set(people: Handwriting, count: int) -> NumberSet:
    """Pads with two lines, a number each, of one size and from a fifth to nine tenths of their height apart."""
    numbers = pen_numbers(people.pen, 2 * count, SEED + 1)
    rng = np.random.default_rng(SEED)
    texts: list[str] = []
    inks: list[Ink] = []
    for upper, lower in zip(numbers[::2], numbers[1::2], strict=True):
        (_, top), (_, bottom) = _corners(upper.ink)
        (left, lower_top), (_, lower_bottom) = _corners(lower.ink)
        scale = (bottom - top) / (lower_bottom - lower_top)
        start = np.array([rng.uniform(-0.5, 0.5), rng.uniform(0.2, 0.9)]) * (bottom - top) + (0, bottom)
        inks.append([*upper.ink, *((stroke - (left, lower_top)) * scale + start for stroke in lower.ink)])
        texts.append(f"{upper.text}\n{lower.text}")
    return NumberSet("pen, pads of two lines", texts, inks)


def scan_set(people: Handwriting, count: int, *, touching: bool) -> NumberSet:
    """Five digits of one writer of MNIST on a page, apart or touching; a part are those that hardly overlap."""
    numbers = scan_numbers(people.scans, count, SEED, touching=touching)
    lightly = np.array([number.pushed <= 1 for number in numbers])

    def by_overlap(read: list[str], true: list[str]) -> Parts:
        right = _same(read, true)
        return {"": right, "none pushed on by more than one column": right[lightly]} if touching else {"": right}

    name = f"MNIST, 5 digits {'touching' if touching else 'spaced'}, whole number"
    files = [_png(number.page) for number in numbers]
    return NumberSet(name, [number.text for number in numbers], files=files, score=by_overlap)


def page_set(people: Handwriting, count: int) -> NumberSet:
    """Photographs of pages; of each digit, whether it is right, and of each page, whether all are."""
    pages = page_photographs(people, count, SEED)
    texts = ["\n".join(" ".join(line) for line in page.lines) for page in pages]
    return NumberSet(
        "simulated photographs of pages, digits", texts, files=[page.file for page in pages], score=_digits
    )


def amount_set(most: int | None = None) -> NumberSet:
    """Real amounts on cheques, by their digits; parts are the half that was tuned on and the one that was not.

    What is read as no digit does not count: these are the dashes after the amount, which the labels lack as well. In
    place of a digit it leaves the string short. The last part tells how many strings are right and have none.
    """
    amounts = load_amounts()[:most]

    def halves(read: list[str], true: list[str]) -> Parts:
        found = [digits_of(text) for text in read]
        right = _same([text.replace("?", "") for text in found], true)
        return {
            "": right,
            "tuned on: every other file": right[::2],
            "the files between": right[1::2],
            "of all, and nothing else read beside the digits": _same(found, true),
        }

    name = "cheque amounts, ORAND-CAR-A (validation and tuning only), whole string"
    return NumberSet(name, [each.text for each in amounts], files=[each.file for each in amounts], score=halves)


def number_sets() -> Iterator[NumberSet]:
    """Every set of held-out people that there are data for, composed when its turn comes.

    Raises:
        DataError: the people's digits are missing.
    """
    people = load_handwriting("held-out")
    yield pen_set(people, PEN_NUMBERS)
    yield pad_set(people, PADS)
    yield scan_set(people, SCANNED_NUMBERS, touching=False)
    yield scan_set(people, SCANNED_NUMBERS, touching=True)
    with suppress(DataError):  # the amounts are not published: few have them
        yield amount_set()
    yield page_set(people, PAGES)


def _corners(ink: Ink) -> tuple[np.ndarray, np.ndarray]:
    """The least x and y, and the most."""
    points = np.concatenate(list(ink))
    return points.min(axis=0), points.max(axis=0)


def _same(read: list[str], true: list[str]) -> np.ndarray:
    return np.array([one == other for one, other in zip(read, true, strict=True)])


def _digits(read: list[str], true: list[str]) -> Parts:
    right = []
    for one, other in zip(read, true, strict=True):
        digits = len(digits_of(other))
        right.append(np.arange(digits) >= digit_errors(one, other))
    return {"": np.concatenate(right), "pages without a wrong digit": np.array([page.all() for page in right])}


def _png(page: np.ndarray) -> bytes:
    file = io.BytesIO()
    Image.fromarray(page).save(file, "PNG")
    return file.getvalue()
