"""A reader that ends or hangs gives way to a new one, and what it read before is no answer to what is written now."""

from __future__ import annotations

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.support.faulty_worker import HANGS, FaultyWorker, fail_worker, live_until_replaced
from tests.support.hand import Pad
from tests.support.page import live_until, open_page
from tests.support.paper import draw_line_of, encode
from tests.support.pictures import open_file

FAULTS = {"ends": "close()", "hangs": "() => void setTimeout(() => { for (;;); })"}
SAYS = "The reader does not answer"
READING = 60_000
"""Milliseconds, in which a busy machine starts a reader and reads."""
SOON = 3_000
"""Milliseconds: an answer is late, and the reader not yet given up."""

FILE: FilePayload = {"name": "number.png", "mimeType": "image/png", "buffer": encode(draw_line_of("47"))}


def open_with_clock(page: Page, site: str) -> Pad:
    page.clock.install()
    return open_page(page, site)


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_written_after_the_reader_failed_is_not_answered_by_what_was_read_before(
    page: Page, site: str, fault: str
) -> None:
    pad = open_with_clock(page, site)
    pad.write("1")
    expect(page.locator("#answer")).to_have_text("1")
    fail_worker(page, FAULTS[fault])

    pad.write("1", after=1)
    page.clock.run_for(SOON)

    expect(page.locator("#answer-box")).to_contain_text("Reading…")
    expect(page.locator("#answer")).to_have_text("")


@pytest.mark.parametrize("fault", FAULTS)
def test_ink_is_read_by_a_new_reader_without_anybody_doing_anything(page: Page, site: str, fault: str) -> None:
    pad = open_with_clock(page, site)
    fail_worker(page, FAULTS[fault])
    pad.write("7")
    live_until_replaced(page)

    expect(page.locator("#answer")).to_have_text("7", timeout=READING)
    expect(page.get_by_role("alert")).to_have_count(0)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_picture_is_read_by_a_new_reader_without_anybody_doing_anything(page: Page, site: str, fault: str) -> None:
    open_with_clock(page, site)
    fail_worker(page, FAULTS[fault])
    open_file(page, FILE)
    expect(page.get_by_role("progressbar")).to_be_visible()
    live_until_replaced(page)

    expect(page.locator("#answer")).to_have_text("47", timeout=READING)
    expect(page.get_by_role("alert")).to_have_count(0)


def test_where_the_new_reader_hangs_too_the_page_says_so_and_tries_again_when_told_to(page: Page, site: str) -> None:
    worker = FaultyWorker(page, HANGS % "readInk")
    pad = open_with_clock(page, site)
    pad.write("7")
    live_until(page, page.get_by_role("alert").get_by_text(SAYS))
    expect(page.get_by_role("alert")).to_contain_text("Your drawing is kept")

    worker.code = ""
    page.get_by_role("button", name="Try again").click()

    expect(page.locator("#answer")).to_have_text("7")


def test_a_picture_that_hangs_every_reader_is_told_of_and_the_pad_goes_on(page: Page, site: str) -> None:
    FaultyWorker(page, HANGS % "readImage")
    pad = open_with_clock(page, site)
    open_file(page, FILE)
    expect(page.get_by_role("progressbar")).to_be_visible()
    live_until(page, page.get_by_role("alert").get_by_text(SAYS))

    pad.write("7")
    expect(page.locator("#answer")).to_have_text("7")
