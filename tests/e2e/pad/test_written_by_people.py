"""Digits that people wrote with a pen, none of whom the network was trained on, written again on the pad."""

from __future__ import annotations

import os

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from tests.support.page import let_pass
from training.augment.strokes import to_unit
from training.data import datasets, held_out
from training.data.datasets import PenDigit
from training.data.held_out import PEN_VALIDATION_WRITERS

pytestmark = pytest.mark.skipif(not os.environ.get("INKDIGIT_DATA"), reason="INKDIGIT_DATA names no data folder")

DIGITS_A_WRITER = 5

ANNOUNCED = 800
"""Milliseconds: longer than an answer rests until it is announced."""


def some_of_every_writer() -> list[PenDigit]:
    """Different digits of each, so that each digit comes three times."""
    _, validation = held_out.split_pendigits(datasets.load_pendigits())
    chosen = []
    for number, writer in enumerate(PEN_VALIDATION_WRITERS):
        for place in range(DIGITS_A_WRITER):
            label = (number * DIGITS_A_WRITER + place) % 10
            chosen.append(next(digit for digit in validation if (digit.writer, digit.label) == (writer, label)))
    return chosen


@pytest.mark.parametrize("size", [0.6, 0.08], ids=["large", "tiny, in a corner"])
def test_the_page_reads_what_unseen_people_write(page: Page, site: str, size: float):
    page.clock.install()
    page.goto(site)
    expect(page.locator("html")).to_have_attribute("data-reader", "ready")
    pad = page.locator("#pad").bounding_box()
    assert pad
    side = size * min(pad["width"], pad["height"])
    middle = np.array([pad["x"] + pad["width"] / 2, pad["y"] + pad["height"] / 2])
    if size < 0.5:
        middle = np.array([pad["x"] + pad["width"] - side, pad["y"] + pad["height"] - side])
    wrong = []
    digits = some_of_every_writer()
    for digit in digits:
        for stroke in to_unit(digit.ink):
            write(page, stroke * side + middle)
        # Announced once the answer has come to rest.
        expect(page.locator("#answer-status")).not_to_be_empty()
        answer = page.locator("#answer").inner_text()
        if answer != str(digit.label):
            wrong.append((digit.label, digit.writer, answer))
        page.keyboard.press("Delete")
        let_pass(page, ANNOUNCED)
        expect(page.locator("#answer-status")).to_be_empty()
    assert len(wrong) <= len(digits) // 20, wrong


def write(page: Page, points: np.ndarray) -> None:
    """One stroke with the mouse."""
    page.mouse.move(*points[0])
    page.mouse.down()
    for point in points[1:]:
        page.mouse.move(*point)
    page.mouse.up()
