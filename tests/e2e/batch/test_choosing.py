"""Several rows of a batch are chosen, and what is done is done with all of them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.batch_page import focused, names, open_batch, press, progress, row_of, rows
from tests.support.kept import expect_soon
from tests.support.slow_reader import named


def chosen(page: Page) -> Locator:
    return page.locator(".batch tbody tr[aria-selected=true] .batch-name")


@pytest.mark.parametrize("size", [(360, 740), (1440, 900)], ids=str)
def test_rows_are_ticked_removed_together_and_come_back_together(page: Page, site: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    open_batch(page, site, named("11", "22", "33", "44"))
    expect(progress(page)).to_have_text("4 of 4 read")
    bar = page.get_by_role("group", name="Chosen rows")
    expect(bar).to_be_hidden()
    page.get_by_role("checkbox", name="Choose 22.png").click()
    page.get_by_role("checkbox", name="Choose 44.png").click()
    expect(bar).to_contain_text("2 chosen")
    expect(bar).to_be_in_viewport(ratio=1)
    bar.get_by_role("button", name="Remove").click()
    expect(rows(page)).to_have_count(2)
    assert names(page) == ["11", "33"]
    expect(bar).to_be_hidden()
    page.get_by_role("button", name="Undo").click()
    expect(rows(page)).to_have_count(4)
    assert names(page) == ["11", "22", "33", "44"]


def test_rows_are_chosen_by_keyboard_alone(page: Page, site: str) -> None:
    open_batch(page, site, named("11", "22", "33", "44"))
    expect(progress(page)).to_have_text("4 of 4 read")
    row_of(page, "22").locator(".batch-reading").focus()
    press(page, "Space")
    expect(chosen(page)).to_have_text(["22.png"])
    press(page, "Shift+ArrowDown")
    expect(chosen(page)).to_have_text(["22.png", "33.png"])
    expect(row_of(page, "33").locator(".batch-reading")).to_be_focused()
    press(page, "Control+a")
    expect(chosen(page)).to_have_count(4)
    press(page, "Escape")
    expect(chosen(page)).to_have_count(0)
    expect(page.get_by_role("grid")).to_be_visible()
    expect(row_of(page, "33").locator(".batch-reading")).to_be_focused()


def test_rows_are_chosen_by_the_pointer_as_files_are(page: Page, site: str) -> None:
    open_batch(page, site, named("11", "22", "33", "44"))
    expect(progress(page)).to_have_text("4 of 4 read")
    row_of(page, "11").locator(".batch-reading").click()
    row_of(page, "33").locator(".batch-reading").click(modifiers=["Shift"])
    expect(chosen(page)).to_have_text(["11.png", "22.png", "33.png"])
    expect(row_of(page, "11").locator(".batch-reading")).to_be_focused()
    row_of(page, "22").locator(".batch-name").click(modifiers=["Control"])
    expect(chosen(page)).to_have_text(["11.png", "33.png"])
    expect(focused(page)).not_to_have_role("textbox")


def test_what_is_chosen_is_exported_and_read_again(page: Page, site: str) -> None:
    open_batch(page, site, named("11", "22", "broken"))
    expect(progress(page)).to_contain_text("2 of 3 read")
    page.get_by_role("checkbox", name="Choose 22.png").click()
    expect(page.get_by_text("Exports hold the 1 row chosen")).to_be_visible()
    with page.expect_download():
        page.get_by_role("button", name="Export as CSV").click()
    expect(page.locator(".batch-note")).to_contain_text("holds 1 row")
    page.get_by_role("button", name="Read again").click()
    expect_soon(page, lambda: page.evaluate("started"), ["11.png", "22.png", "broken.png", "22.png"])
    expect(progress(page)).to_contain_text("2 of 3 read")
    page.get_by_role("button", name="Choose none").click()
    expect(chosen(page)).to_have_count(0)
