"""The measures of numbers and pictures: each is tried on a few that are quickly read."""

from __future__ import annotations

import re

import numpy as np
import pytest
from playwright.sync_api import Browser

from bench import batch, numbers, pictures
from bench.main_thread import MainThread
from bench.memory import PeakMemory
from tests.support.hand import SCRIBBLE
from tests.support.kept import expect_soon
from tests.support.paper import draw_line_of, encode
from training.fixtures import DIGITS
from training.numbers.camera import Photograph
from training.numbers.sets import NumberSet


@pytest.fixture
def photographs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small picture wherever a photograph would be composed, so that no data are needed."""
    photograph = Photograph(encode(draw_line_of("2047"), "JPEG"), [["2047"]], np.zeros((4, 4)))
    for module in (pictures, batch):
        monkeypatch.setattr(module, "load_handwriting", lambda _: None)
        monkeypatch.setattr(module, "line_photographs", lambda _, count, __: [photograph] * count)
    monkeypatch.setattr(pictures, "page_photographs", lambda _, count, __: [photograph] * count)
    monkeypatch.setattr(pictures, "TIMES", 1)
    monkeypatch.setattr(batch, "PHOTOGRAPHS", 3)


def test_numbers_are_read_by_the_site_and_those_that_are_right_counted(
    browser: Browser, site: str, monkeypatch: pytest.MonkeyPatch
):
    ink = [stroke + (120 * place, 0) for place, digit in enumerate((2, 4)) for stroke in DIGITS[digit]]
    picture = encode(draw_line_of("2047"))
    scribble = [np.array(stroke) * 100 for stroke in SCRIBBLE]
    sets = [
        NumberSet("inks", ["24", "25"], inks=[ink, ink]),
        NumberSet("scribbles, none of which is sure", ["?"], inks=[scribble]),
        NumberSet("pictures", ["2047"], files=[picture]),
    ]
    monkeypatch.setattr(numbers, "number_sets", lambda: iter(sets))
    lines = list(numbers.measure_numbers(browser, site))
    assert [re.split(r" {2,}", line.strip())[:2] for line in lines] == [
        ["inks", "50.00%"],
        ["of those called sure", "50.00%"],
        ["scribbles, none of which is sure", "100.00%"],
        ["pictures", "100.00%"],
        ["of those called sure", "100.00%"],
    ]


@pytest.mark.usefixtures("photographs")
def test_pictures_are_timed_by_the_reader_and_on_the_page(browser: Browser, site: str):
    lines = list(pictures.measure_pictures(browser, site))
    assert len(lines) == 4
    for line in lines:
        assert re.search(
            r"p50 +\d+\.\d\d s, slowest +\d+\.\d\d s \(n = 1\); longest task of the main thread \d+ ms, .*", line
        )


def test_a_task_that_holds_the_page_up_is_seen(browser: Browser):
    page = browser.new_page()
    with MainThread(page) as idle:
        page.wait_for_timeout(200)  # what does nothing has no end that could be waited for
    with MainThread(page) as busy:
        page.evaluate(
            """() => new Promise((done) => setTimeout(() => {
                const end = performance.now() + 320;
                while (performance.now() < end);
                done();
            }))"""
        )
    page.close()
    assert busy.longest >= 300 > idle.longest
    assert busy.longest >= busy.busiest > idle.busiest


@pytest.mark.usefixtures("photographs")
def test_a_batch_is_timed_and_its_memory_told(browser: Browser, site: str):
    lines = list(batch.measure_batch(browser, site))
    assert all(re.search(r"3 photographs .*: \d+ s, peak memory growth -?\d+ MB", line) for line in lines)


def test_memory_that_a_page_takes_for_a_while_is_in_the_peak(browser: Browser):
    page = browser.new_page()
    with PeakMemory() as memory:
        page.evaluate("() => void (globalThis.large = new Uint8Array(3e8).fill(1))")
        expect_soon(page, lambda: memory.growth > 250e6, expected=True)
    page.close()
    assert 250e6 < memory.growth < 500e6
