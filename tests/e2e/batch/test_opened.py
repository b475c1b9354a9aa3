"""A picture of the batch opened by itself: what is said of it there is said of its row."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.support.batch_page import add, focused, press, progress
from tests.support.corrections import correct
from tests.support.fake_reader import fake_number, use_fake_numbers
from tests.support.kept import expect_soon, kept, kept_rows, kept_statuses
from tests.support.page import button, expect_view
from tests.support.slow_reader import named


def open_row(page: Page, site: str, name: str = "b") -> None:
    """A batch of three pictures, in each of which 2047 and, below it, 316 are read; one of them opened by itself."""
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    number, below = fake_number("2047", place=(10, 10), size=20), fake_number("316", place=(10, 100), size=20, line=1)
    use_fake_numbers(page, [number, below])
    page.goto(site)
    add(page, named("a", "b", "c"))
    expect(progress(page)).to_have_text("3 of 3 read")
    open_again(page, name)


def open_again(page: Page, name: str = "b") -> None:
    reading(page, name).focus()
    button(page, "Open").click()
    expect_view(page, "picture")


def row(page: Page, name: str) -> Locator:
    return page.locator("#batch tbody tr").filter(has_text=f"{name}.png")


def reading(page: Page, name: str) -> Locator:
    return row(page, name).locator(".batch-reading")


def text(page: Page, name: str) -> Locator:
    return row(page, name).locator(".batch-text")


def test_what_is_corrected_in_an_opened_picture_is_in_its_row(page: Page, site: str) -> None:
    open_row(page, site)
    correct(page, 2, "1")
    expect(page.locator("#answer")).to_have_text("2017\n316")
    back = button(page, "Back to the batch")
    expect(back).to_be_visible()
    expect(button(page, "Back to the pad")).to_have_count(0)
    back.click()
    expect_view(page, "batch")
    expect(text(page, "b")).to_have_text("2017\n316")
    expect(row(page, "b")).to_contain_text("was 2047 316")
    expect(text(page, "a")).to_have_text("2047\n316")
    expect(focused(page)).to_have_text(re.compile("2017"))
    page.get_by_role("button", name="Undo").click()
    expect(text(page, "b")).to_have_text("2047\n316")


def test_a_batch_that_is_cleared_leaves_no_opened_picture_behind(page: Page, site: str) -> None:
    open_row(page, site)
    button(page, "Back to the batch").click()
    expect(button(page, "Back to the picture")).to_be_visible()
    button(page, "Clear all").click()
    page.get_by_role("dialog").get_by_role("button", name="Clear all").click()
    expect(button(page, "Back to the picture")).to_be_hidden()
    expect(focused(page)).to_have_text("Batch")
    expect_soon(page, lambda: kept_rows(page), {})
    page.reload()
    expect(page.get_by_text("No pictures yet")).to_be_visible()
    expect(button(page, "Back to the picture")).to_be_hidden()


def test_escape_leads_back_to_the_batch_too(page: Page, site: str) -> None:
    open_row(page, site)
    press(page, "Escape")
    expect_view(page, "batch")


def test_a_correction_that_is_taken_back_in_the_picture_is_taken_back_in_the_row(page: Page, site: str) -> None:
    open_row(page, site)
    correct(page, 2, "1")
    button(page, "Undo").click()
    button(page, "Back to the batch").click()
    expect(text(page, "b")).to_have_text("2047\n316")
    expect(row(page, "b")).not_to_contain_text("was")
    expect(row(page, "b")).not_to_contain_text("checked")


def test_a_picture_that_is_opened_again_has_its_corrections_also_after_a_reload(page: Page, site: str) -> None:
    open_row(page, site)
    correct(page, 2, "1")
    correct(page, 6, "Delete")
    button(page, "Back to the batch").click()
    open_again(page, "a")
    expect(page.locator("#answer")).to_have_text("2047\n316")
    button(page, "Back to the batch").click()
    expect_soon(page, lambda: kept_rows(page)["b.png"]["corrections"], ["2017\n31"])
    page.reload()
    expect(text(page, "b")).to_have_text("2017\n31")
    open_again(page, "b")
    expect(page.locator("#answer")).to_have_text("2017\n31")


def test_a_correction_after_a_reload_of_the_opened_picture_finds_its_row(page: Page, site: str) -> None:
    open_row(page, site)
    expect_soon(page, lambda: kept(page, "picture").get("file"), "b.png")
    expect_soon(page, lambda: set(kept_statuses(page).values()), {"read"})
    page.reload()
    expect(page.locator("#answer")).to_have_text("2047\n316")
    correct(page, 2, "1")
    button(page, "Back to the batch").click()
    expect(text(page, "b")).to_have_text("2017\n316")


def test_what_was_typed_in_the_row_is_in_its_opened_picture(page: Page, site: str) -> None:
    open_row(page, site)
    button(page, "Back to the batch").click()
    press(page, "F2", "Control+a")
    page.keyboard.insert_text("2047\n319")
    press(page, "Enter")
    open_again(page)
    expect(page.locator("#answer")).to_have_text("2047\n319")
    expect(page.locator("#answer .answer-part").last).to_have_attribute("data-mark", "corrected")
