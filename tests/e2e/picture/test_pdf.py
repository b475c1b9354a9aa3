"""A PDF of one page is a picture like any other; one of several goes to the batch."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.support.batch_page import names, progress, readings
from tests.support.hand import DIGITS
from tests.support.kept import expect_soon, kept
from tests.support.page import open_page
from tests.support.pdf import PATIENCE, page_of_lines, scan_of
from tests.support.pictures import hand_over, open_file, picture_of

FOR_PDFS = re.compile(r"/(pdf-worker|jbig2|openjpeg)-")
THREE = page_of_lines([[(150 + 300 * x, 150 + 300 * y) for x, y in stroke] for stroke in DIGITS[3]])


@pytest.mark.parametrize("event", ["drop", "paste"])
def test_a_page_is_shown_and_read(page: Page, site: str, event: str) -> None:
    open_page(page, site)
    hand_over(page, event, [scan_of([picture_of(4)])])
    expect(page.get_by_role("img", name="The opened picture")).to_be_visible()
    expect(page.locator("#answer")).to_have_text("4", timeout=PATIENCE)
    expect(page.get_by_text("marks.pdf")).to_be_visible()


def test_a_page_that_was_drawn_and_not_scanned_is_read_too(page: Page, site: str) -> None:
    open_page(page, site)
    open_file(page, THREE)
    expect(page.locator("#answer")).to_have_text("3", timeout=PATIENCE)


def test_a_page_that_was_open_comes_back_with_the_page(page: Page, site: str) -> None:
    open_page(page, site)
    open_file(page, THREE)
    expect(page.locator("#answer")).to_have_text("3", timeout=PATIENCE)
    expect_soon(page, lambda: "file" in kept(page, "picture"), expected=True)
    page.reload()
    expect(page.locator("#answer")).to_have_text("3", timeout=PATIENCE)


def test_several_pages_become_a_table(page: Page, site: str) -> None:
    open_page(page, site)
    open_file(page, scan_of([picture_of(4), picture_of(7)]))
    expect(progress(page)).to_contain_text("2 of 2 read", timeout=PATIENCE)
    assert names(page) == ["marks.pdf, page 1", "marks.pdf, page 2"]
    assert readings(page) == ["4", "7"]


def test_one_with_a_password_says_so_and_leaves_the_drawing(page: Page, site: str) -> None:
    pad = open_page(page, site)
    pad.draw(DIGITS[4])
    expect(page.locator("#answer")).to_have_text("4", timeout=PATIENCE)
    open_file(page, scan_of([picture_of(7)], is_locked=True))
    expect(page.get_by_role("alert")).to_contain_text("asks for a password: save a copy without one", timeout=PATIENCE)
    expect(page.locator("#answer")).to_have_text("4", timeout=PATIENCE)


def test_one_that_is_given_up_while_it_opens_does_not_come_later(page: Page, site: str) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.add_init_script("delete Navigator.prototype.serviceWorker")
    page.route("**/assets/pdf-worker-*.js", hold)
    pad = open_page(page, site)
    open_file(page, THREE)
    expect_soon(page, lambda: len(held), expected=1)
    page.keyboard.press("Escape")
    expect(page.locator("#message .message-text")).to_be_empty()
    held[0].continue_()
    pad.draw(DIGITS[4])
    expect(page.locator("#answer")).to_have_text("4", timeout=PATIENCE)
    expect(page.get_by_role("img", name="The opened picture")).to_be_hidden()
    assert all("pdf-worker" not in worker.url for worker in page.workers)


def test_what_opens_pdfs_is_fetched_with_the_first(page: Page, site: str) -> None:
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    open_page(page, site)
    expect(page.locator("#offline-status")).to_contain_text("Ready to work offline", timeout=PATIENCE)
    assert not [url for url in asked if FOR_PDFS.search(url)]
    open_file(page, THREE)
    expect(page.locator("#answer")).to_have_text("3", timeout=PATIENCE)
    assert [url for url in asked if FOR_PDFS.search(url)]
