"""A batch on paper: one row a number, with its ink beside it."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.support.batch_page import open_pages, rows


def test_a_print_has_a_row_for_each_number_with_its_ink_and_its_heading_on_every_sheet(page: Page, site: str) -> None:
    page.add_init_script("window.print = () => { window.printed = true; }")
    open_pages(page, site, 20)
    page.get_by_role("button", name="Print with the ink beside the numbers").click()
    page.wait_for_function("() => window.printed")
    page.emulate_media(media="print", color_scheme="dark")
    sheet = page.locator(".batch-print")
    expect(sheet.locator("tbody tr")).to_have_count(60)
    first = sheet.locator("tbody tr").nth(1)
    assert first.locator("td").all_text_contents() == ["page 1.png", "Number 2", "", "316", "Not sure"]
    sizes = sheet.locator("img").evaluate_all("images => images.map(({ naturalWidth }) => naturalWidth)")
    assert len(sizes) == 60
    assert min(sizes) > 0, "every ink is there before the paper is"
    expect(page.get_by_role("grid")).to_be_hidden()
    expect(sheet).to_have_css("color", "rgb(0, 0, 0)")
    expect(sheet.locator("thead")).to_have_css("display", "table-header-group")
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf())) > 1
    page.emulate_media(media="screen")
    expect(sheet).to_have_count(0)
    expect(page.get_by_role("grid")).to_be_visible()


def test_a_print_holds_the_chosen_lines_alone(page: Page, site: str) -> None:
    page.add_init_script("window.print = () => { window.printed = true; }")
    open_pages(page, site, 2)
    page.get_by_label("A row for each").select_option("Line")
    rows(page).nth(2).get_by_role("checkbox").click()
    page.get_by_role("button", name="Print with the ink beside the numbers").click()
    page.wait_for_function("() => window.printed")
    cells = page.locator(".batch-print tbody td").all_text_contents()
    assert cells == ["page 2.png", "Line 1", "", "2047 316", "Not sure"]
