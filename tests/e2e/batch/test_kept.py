"""A batch outlives a reload, being offline and other tabs, until it is cleared."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.support.batch_page import add, choose, names, open_batch, press, progress, readings, row_of, rows, written
from tests.support.kept import expect_soon, kept, kept_rows, kept_statuses
from tests.support.site_server import SiteServer
from tests.support.slow_reader import go_on, let_go, named, use_slow_reader


def test_a_reload_in_the_middle_goes_on_where_it_was(page: Page, site: str) -> None:
    open_batch(page, site, named("1", "2", "3"), is_held=True)
    for name, share in (("1", "0%"), ("1", "50%"), ("2", "0%"), ("2", "50%")):
        expect(row_of(page, name)).to_contain_text(f"Reading, {share}")
        if (name, share) != ("2", "50%"):
            go_on(page)
    expect_soon(page, lambda: kept_statuses(page).get("1.png"), "read")
    page.reload()
    expect(row_of(page, "2")).to_contain_text("Reading, 0%")
    assert names(page) == ["1", "2", "3"]
    expect(progress(page)).to_have_text("1 of 3 read · reading 2.png")
    let_go(page)
    expect(progress(page)).to_have_text("3 of 3 read")
    assert readings(page) == ["1", "2", "3"]
    assert page.evaluate("started") == ["2.png", "3.png"]


def test_the_rest_is_read_with_the_network_and_the_server_gone(dist: Path, context: BrowserContext, page: Page) -> None:
    with SiteServer(dist) as server:
        page.goto(server.url)
        expect(page.locator("#offline-status")).to_contain_text("Ready to work offline")
        add(page, [written(4, "a.png"), written(7, "b.png")])
        page.get_by_role("button", name="Stop").click()
        server.stop()
        context.set_offline(True)
        page.reload()
        page.get_by_role("button", name="Go on").click()
        expect(progress(page)).to_have_text(re.compile("^2 of 2 read"))
        assert readings(page) == ["4", "7"]


def test_corrections_outlive_a_reload(page: Page, site: str) -> None:
    open_batch(page, site, named("22 50%"))
    expect(progress(page)).to_contain_text("1 needs a look")
    row_of(page, "22 50%").locator(".batch-reading").focus()
    page.keyboard.type("27")
    press(page, "Enter")
    expect_soon(page, lambda: kept_rows(page)["22 50%.png"]["corrections"], ["27"])
    page.reload()
    expect(page.locator(".batch-text")).to_have_text("27")
    expect(rows(page)).to_contain_text("was 22")


def test_what_is_being_typed_is_saved_where_back_leads_away_from_it(page: Page, site: str) -> None:
    use_slow_reader(page)
    page.goto(site)
    add(page, named("11"))
    row_of(page, "11").locator(".batch-reading").focus()
    page.keyboard.type("17")
    page.go_back()
    expect(page.locator("#pad")).to_be_visible()
    page.go_forward()
    expect(row_of(page, "11")).to_contain_text("was 11")
    assert readings(page) == ["17"]


def test_what_is_being_typed_when_the_page_is_left_is_not_lost(page: Page, site: str) -> None:
    open_batch(page, site, named("11", "22", "33"))
    expect(progress(page)).to_have_text("3 of 3 read")
    row_of(page, "22").locator(".batch-reading").focus()
    page.keyboard.type("2")
    page.reload()
    expect(row_of(page, "22")).to_contain_text("was 22")
    assert readings(page) == ["11", "2", "33"]
    row_of(page, "11").locator(".batch-reading").focus()
    press(page, "F2", "End", "9", "Escape")
    page.reload()
    expect(rows(page)).to_have_count(3)
    assert readings(page) == ["11", "2", "33"], "what was given up stays given up"


def test_clearing_asks_first_and_leaves_nothing_behind(page: Page, site: str) -> None:
    open_batch(page, site, named("11", "22"))
    expect(progress(page)).to_have_text("2 of 2 read")
    expect_soon(page, lambda: len(kept(page, "batch-pictures")), 2)
    clear, dialog = page.get_by_role("button", name="Clear all"), page.get_by_role("dialog")
    clear.click()
    press(page, "Escape")
    expect(dialog).not_to_be_visible()
    expect(clear).to_be_focused()
    expect(rows(page)).to_have_count(2)
    clear.click()
    dialog.get_by_role("button", name="Clear all").click()
    expect(rows(page)).to_have_count(0)
    expect(page.get_by_text("No pictures yet")).to_be_visible()
    expect_soon(page, lambda: (kept(page, "batch-pictures"), kept_rows(page)), ({}, {}))
    page.reload()
    expect(page.get_by_text("No pictures yet")).to_be_visible()
    page.goto(site)
    expect(page.locator("#pad")).to_be_visible()


@pytest.mark.parametrize(
    "obstacle",
    [
        "Object.defineProperty(window, 'indexedDB', { value: undefined });",
        "IDBObjectStore.prototype.put = () => { throw new DOMException('Full', 'QuotaExceededError'); };",
    ],
    ids=["no database", "no room"],
)
def test_a_browser_that_keeps_nothing_reads_all_the_same_and_says_so(page: Page, site: str, obstacle: str) -> None:
    page.add_init_script(obstacle)
    open_batch(page, site, named("11", "22"))
    expect(progress(page)).to_have_text("2 of 2 read")
    expect(page.locator(".batch-note")).to_contain_text("a reload forgets")
    expect(page.locator(".batch-thumbnail").first).not_to_have_js_property("naturalWidth", 0)


def test_a_second_tab_does_not_overwrite_the_first_ones_work(context: BrowserContext, page: Page, site: str) -> None:
    open_batch(page, site, named("11"))
    expect(progress(page)).to_have_text("1 of 1 read")
    expect_soon(page, lambda: kept_statuses(page), {"11.png": "read"})
    other = context.new_page()
    use_slow_reader(other)
    other.goto(site)  # where a batch is kept, it is what comes into view
    choose(other, named("22"))
    expect(other.locator(".batch-note")).to_contain_text("open in another tab")
    expect(progress(other)).to_have_text("1 of 1 read")
    assert readings(other) == ["22"]
    other.close()
    page.reload()
    expect(rows(page)).to_have_count(1)
    assert names(page) == ["11"]
