"""How right the shipped files are, in the browser, on MNIST's test digits and on people not trained on."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from playwright.sync_api import Browser

from tests.support.reader_page import ReaderPage
from training.augment.strokes import to_unit
from training.data import datasets, held_out
from training.data.datasets import NOT_A_DIGIT, PenDigit
from training.evaluation.interval import wilson_interval
from training.ink import Ink

PAD = 320
"""A phone's pad, in CSS pixels; a pen's points are taken to whole pixels on it, as a mouse gives them."""

TINY = 0.08
"""Of the pad's side."""


def measure_accuracy(browser: Browser, site: str) -> Iterator[str]:
    """A line a measure. Raises DataError without data."""
    page = browser.new_page()
    reader = ReaderPage(page, site)
    _, test = datasets.load_mnist()
    found = reader.classify(test.images / 255).argmax(axis=1)
    yield line("MNIST, 10,000 test digits, reader.classify", found == test.labels)
    digits = held_out.split_pendigits(datasets.load_pendigits())[1]
    right = _are_right(reader, digits, [digit.ink for digit in digits])
    yield line(f"pen, {len({digit.writer for digit in digits})} held-out writers, reader.readInk", right)
    writers = np.array([digit.writer for digit in digits])
    worst = min(np.unique(writers), key=lambda writer: right[writers == writer].mean())
    yield line(f"  the worst of them, writer {worst}", right[writers == worst])
    large = [_on_pad(digit.ink, 0.7) for digit in digits]
    yield line("  on a pad of 320 pixels, 70 % of its side", _are_right(reader, digits, large))
    tiny = [_on_pad(digit.ink, TINY) for digit in digits]
    yield line("  tiny in a corner, 8 % of its side", _are_right(reader, digits, tiny))
    characters = held_out.split_characters(datasets.load_characters())[1]
    texts = reader.read_texts([list(character.ink) for character in characters])
    if characters:
        yield line("letters of a held-out alphabet refused", np.array(texts) == "?")
    blank = reader.classify(np.zeros((1, 28, 28))).argmax()
    yield line("blank paper is not a digit", np.array([blank == NOT_A_DIGIT]))
    page.close()


def line(name: str, right: np.ndarray) -> str:
    """A measure with its n and 95 % interval."""
    n, share = len(right), right.mean()
    low, high = wilson_interval(share, n)
    return f"{name:55}{share:8.2%}  ({low:.2%} to {high:.2%}, n = {n:,})"


def _are_right(reader: ReaderPage, digits: list[PenDigit], inks: list) -> np.ndarray:
    texts = reader.read_texts(inks)
    return np.array([text == str(digit.label) for text, digit in zip(texts, digits, strict=True)])


def _on_pad(ink: Ink, size: float) -> list[np.ndarray]:
    """The ink in the lower right corner of the pad, its points on whole pixels."""
    side = PAD * size
    return [np.rint(stroke * side + PAD - side) for stroke in to_unit(ink)]
