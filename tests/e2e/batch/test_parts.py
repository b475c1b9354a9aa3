"""The lines or the numbers of a batch's pictures are rows of their own, with their ink beside them."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.support.batch_page import names, open_pages, press, progress, readings, rows
from tests.support.kept import expect_soon, kept


def places(page: Page) -> list[str]:
    return page.locator(".batch-place").all_text_contents()


def test_each_line_has_a_row_with_its_ink_its_reading_and_its_doubt(page: Page, site: str) -> None:
    open_pages(page, site, 2)
    page.get_by_label("A row for each").select_option("Line")
    expect(rows(page)).to_have_count(4)
    assert names(page) == ["page 1", "page 1", "page 2", "page 2"]
    assert places(page) == ["Line 1", "Line 2", "Line 1", "Line 2"]
    assert readings(page) == ["2047 316", "58", "2047 316", "58"]
    assert [row.get_attribute("data-look") for row in rows(page).all()] == ["true", "false", "true", "false"]
    crop = rows(page).first.locator("img")
    expect(crop).not_to_have_js_property("naturalWidth", 0)
    assert crop.evaluate("({ naturalWidth, naturalHeight }) => naturalWidth / naturalHeight") > 2, "a line is long"


def test_the_viewer_opens_at_the_chosen_part(page: Page, site: str) -> None:
    open_pages(page, site, 1)
    page.get_by_label("A row for each").select_option("Number or cell")
    expect(rows(page)).to_have_count(3)
    rows(page).nth(1).locator(".batch-reading").click()
    expect(page.get_by_role("button", name="Zoom")).to_have_attribute("aria-pressed", "true")
    mark = page.locator(".batch-viewer .mark[data-mark='unsure']")
    expect(mark).to_be_in_viewport()
    frame, box = page.locator(".batch-viewer-frame").bounding_box(), mark.bounding_box()
    assert frame
    assert box
    for start, length in (("x", "width"), ("y", "height")):
        middle = box[start] + box[length] / 2  # type: ignore[literal-required]
        assert abs(middle - frame[start] - frame[length] / 2) <= 3, "in the middle"  # type: ignore[literal-required]


def test_a_line_is_corrected_by_itself(page: Page, site: str) -> None:
    open_pages(page, site, 2)
    page.get_by_label("A row for each").select_option("Line")
    rows(page).first.locator(".batch-reading").click()
    page.keyboard.type("2047 318")
    press(page, "Enter")
    expect(progress(page)).to_contain_text("1 needs a look")
    expect(rows(page).nth(2)).to_have_attribute("data-selected", "")
    assert readings(page) == ["2047 318", "58", "2047 316", "58"]
    expect(rows(page).first.locator(".batch-corrections")).to_have_text("was 2047 316")
    press(page, "Control+z")
    assert readings(page)[0] == "2047 316"
    press(page, "2", "Enter")
    page.get_by_label("A row for each").select_option("Picture")
    expect(rows(page)).to_have_count(2)
    assert readings(page) == ["2\n58", "2047 316\n58"]


def test_doubts_are_answered_over_the_rows_of_numbers(page: Page, site: str) -> None:
    open_pages(page, site, 2)
    page.get_by_label("A row for each").select_option("Number or cell")
    expect(page.get_by_role("button", name="Next that needs a look (2)")).to_be_visible()
    page.keyboard.press("F8")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("heading")).to_have_text("Not sure: 1 of 2")
    press(page, "Enter")
    expect(dialog.get_by_role("heading")).to_have_text("Not sure: 2 of 2")
    page.keyboard.type("318")
    press(page, "Enter", "Escape")
    expect(page.get_by_role("button", name="Nothing needs a look")).to_be_visible()
    assert readings(page) == ["2047", "316", "58", "2047", "318", "58"]


def test_a_number_is_removed_alone_and_comes_back(page: Page, site: str) -> None:
    open_pages(page, site, 2)
    page.get_by_label("A row for each").select_option("Number or cell")
    page.get_by_role("button", name="Remove page 1.png, Number 2").click()
    assert readings(page) == ["2047", "58", "2047", "316", "58"]
    expect(page.get_by_role("button", name="Remove page 1.png, Number 3")).to_be_focused()
    page.reload()
    expect(rows(page)).to_have_count(5)
    page.get_by_label("A row for each").select_option("Picture")
    expect(rows(page)).to_have_count(2)
    assert readings(page) == ["2047\n58", "2047 316\n58"]
    page.get_by_label("A row for each").select_option("Line")
    expect(rows(page)).to_have_count(4)
    rows(page).first.locator(".batch-reading").click()
    press(page, "End", "Enter")
    assert readings(page) == ["58", "2047 316", "58"]
    press(page, "Control+z")
    assert readings(page) == ["2047", "58", "2047 316", "58"]


def test_the_choice_outlives_a_reload_and_exports_follow_it(page: Page, site: str) -> None:
    open_pages(page, site, 1)
    page.get_by_label("A row for each").select_option("Line")
    page.get_by_label("Show").select_option("Needs a look")
    expect(rows(page)).to_have_count(1)
    with page.expect_download() as found:
        page.get_by_role("button", name="Export as CSV").click()
    table = list(csv.reader(io.StringIO(Path(found.value.path()).read_bytes().decode()[1:], newline="")))
    assert [row[:3] for row in table] == [["Picture", "Line", "Reading"], ["page 1.png", "1", "2047 316"]]
    expect_soon(page, lambda: kept(page, "batch-rows").get("settings", {}).get("by"), "line")
    page.reload()
    expect(rows(page)).to_have_count(2)
    expect(page.get_by_label("A row for each")).to_have_value("line")
