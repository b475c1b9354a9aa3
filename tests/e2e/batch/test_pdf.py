"""A PDF in the batch is as many pictures as it has pages."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, FilePayload, Page, Route, expect

from tests.support.batch_page import add, names, open_batch, progress, readings, rows, written
from tests.support.kept import expect_soon, kept_rows
from tests.support.pdf import CODINGS, PATIENCE, scan_of
from tests.support.pictures import picture_of

OPENS_PDFS = "**/assets/pdf-worker-*.js"
# It would ask in the place of the page.
NO_SERVICE_WORKER = "delete Navigator.prototype.serviceWorker"


def test_each_page_of_a_pdf_is_a_row(page: Page, site: str) -> None:
    page.goto(site)
    add(page, [written(3, "a.png"), scan_of([picture_of(4), picture_of(7)]), written(9, "z.png")])
    expect(progress(page)).to_contain_text("4 of 4 read", timeout=PATIENCE)
    assert names(page) == ["a", "marks.pdf, page 1", "marks.pdf, page 2", "z"]
    assert readings(page) == ["3", "4", "7", "9"]
    for thumbnail in page.locator(".batch-thumbnail").all():
        thumbnail.scroll_into_view_if_needed()
        expect(thumbnail).not_to_have_js_property("naturalWidth", 0)


@pytest.mark.parametrize("coding", CODINGS)
def test_it_is_read_however_a_scanner_coded_it(page: Page, site: str, coding: str) -> None:
    page.goto(site)
    add(page, [scan_of([picture_of(5, paper="white")], coding=coding)])
    expect(progress(page)).to_contain_text("1 of 1 read", timeout=PATIENCE)
    assert names(page) == ["marks.pdf"]
    assert readings(page) == ["5"]


def test_what_cannot_be_opened_says_why_and_stops_nothing(page: Page, site: str) -> None:
    page.goto(site)
    small = picture_of(8, size=(90, 120))
    broken: FilePayload = {"name": "broken.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 and so on"}
    others = [scan_of([small], "locked.pdf", is_locked=True), broken, scan_of([], "empty.pdf")]
    add(page, [*others, scan_of([small] * 201, "long.pdf"), written(7, "b.png")])
    expect(progress(page)).to_contain_text("1 of 5 read · 4 failed", timeout=PATIENCE)
    for name, words in (
        ("locked.pdf", "asks for a password: save a copy without one"),
        ("broken.pdf", "damaged, or has no pages"),
        ("empty.pdf", "damaged, or has no pages"),
        ("long.pdf", "has 201 pages; the most is 200"),
    ):
        expect(rows(page).filter(has_text=name)).to_contain_text(words)
    assert readings(page)[-1] == "7"


def test_pages_that_are_not_read_yet_are_read_at_the_next_visit(context: BrowserContext, page: Page, site: str) -> None:
    open_batch(page, site, [scan_of([picture_of(4), picture_of(7), picture_of(2)])], is_held=True)
    expect(rows(page).first).to_contain_text("Reading, 0%", timeout=PATIENCE)
    expect_soon(page, lambda: len(kept_rows(page)), expected=3)
    page.close()
    later = context.new_page()
    later.goto(site)
    expect(progress(later)).to_contain_text("3 of 3 read", timeout=PATIENCE)
    assert readings(later) == ["4", "7", "2"]


def test_one_that_was_taken_away_gives_no_rows(page: Page, site: str) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.add_init_script(NO_SERVICE_WORKER)
    page.route(OPENS_PDFS, hold)
    page.goto(site)
    add(page, [scan_of([picture_of(4), picture_of(7)]), written(9, "z.png")])
    expect_soon(page, lambda: len(held), expected=1)
    page.get_by_role("button", name="Remove marks.pdf").click()
    held[0].continue_()
    expect(progress(page)).to_contain_text("1 of 1 read", timeout=PATIENCE)
    assert names(page) == ["z"]


def test_what_opens_pdfs_can_be_asked_for_again(page: Page, site: str) -> None:
    page.add_init_script(NO_SERVICE_WORKER)
    page.route(OPENS_PDFS, lambda route: route.abort())
    page.goto(site)
    add(page, [scan_of([picture_of(4)])])
    expect(rows(page).first).to_contain_text(
        "What opens PDFs could not be fetched. Check the connection", timeout=PATIENCE
    )
    page.unroute(OPENS_PDFS)
    page.get_by_role("button", name="Try the failed again").click()
    expect(progress(page)).to_contain_text("1 of 1 read", timeout=PATIENCE)
    assert readings(page) == ["4"]
