"""The rows of a batch are sorted, filtered, looked at and removed, on every screen."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.support.batch_page import focused, names, open_batch, press, progress, readings, row_of, rows
from tests.support.slow_reader import named


def test_rows_are_sorted(page: Page, site: str) -> None:
    open_batch(page, site, named("page 10", "page 9 50%", "broken", "page 2 60%"))
    expect(progress(page)).to_contain_text("3 of 4 read")
    page.get_by_role("button", name="Picture", exact=True).click()
    heading = page.get_by_role("columnheader", name="Picture")
    expect(heading).to_have_attribute("aria-sort", "ascending")
    assert names(page) == ["broken", "page 2 60%", "page 9 50%", "page 10"]
    page.get_by_role("button", name="Picture", exact=True).click()
    expect(heading).to_have_attribute("aria-sort", "descending")
    assert names(page) == ["page 10", "page 9 50%", "page 2 60%", "broken"]
    press(page, "Enter")
    expect(heading).to_have_attribute("aria-sort", "none")
    assert names(page) == ["page 10", "page 9 50%", "broken", "page 2 60%"], "the third press brings them back"
    expect(focused(page)).to_have_text("Picture")
    page.get_by_role("button", name="Reading", exact=True).click()
    expect(page.get_by_role("columnheader", name="Reading")).to_have_attribute("aria-sort", "ascending")
    assert readings(page) == ["page 2", "page 9", "page 10", ""]
    page.get_by_role("button", name="Confidence").click()
    expect(page.get_by_role("columnheader", name="Confidence")).to_have_attribute("aria-sort", "ascending")
    expect(heading).to_have_attribute("aria-sort", "none")
    assert names(page) == ["page 9 50%", "page 2 60%", "page 10", "broken"]
    for order, first in {"Needs a look first": "page 9 50%", "Failed and unread first": "broken"}.items():
        page.get_by_label("Order").select_option(order)
        expect(page.locator(".batch-name").first).to_have_text(f"{first}.png")
    page.get_by_label("Order").select_option("Order added")
    expect(page.locator(".batch-name").first).to_have_text("page 10.png")


def test_rows_are_filtered_and_searched(page: Page, site: str) -> None:
    open_batch(page, site, named("11", "22 50%", "broken"))
    expect(progress(page)).to_contain_text("2 of 3 read")
    row_of(page, "11").locator(".batch-reading").focus()
    page.keyboard.type("19")
    press(page, "Enter")
    show = page.get_by_label("Show")
    for filtered, expected in {
        "Needs a look": ["22 50%", "broken"],
        "Corrected": ["11"],
        "Failed": ["broken"],
        "All": ["11", "22 50%", "broken"],
    }.items():
        show.select_option(filtered)
        expect(page.locator(".batch-name")).to_have_text([f"{name}.png" for name in expected])
    page.get_by_role("searchbox", name="Search").fill("19")
    expect(rows(page)).to_have_count(1)
    assert names(page) == ["11"]
    expect(page.get_by_text("Exports hold the 1 row shown, of 3")).to_be_visible()
    page.get_by_role("searchbox", name="Search").fill("nothing like it")
    expect(page.get_by_text("No row is like that")).to_be_visible()


def test_the_picture_of_the_selected_row_is_shown_with_what_was_found_in_it(page: Page, site: str) -> None:
    open_batch(page, site, named("22 50%", "33"))
    expect(progress(page)).to_contain_text("2 of 2 read")
    page.get_by_role("button", name="Next that needs a look (1)").click()
    picture = page.get_by_role("img", name="22 50%.png")
    expect(picture).to_be_visible()
    mark = page.locator(".batch-viewer .mark")
    expect(mark).to_have_count(1)
    expect(mark).to_have_attribute("data-mark", "unsure")
    outer, inner = picture.bounding_box(), mark.bounding_box()
    assert outer
    assert inner
    # The reader's box is the middle of the picture, half as wide and high.
    assert inner["x"] - outer["x"] == pytest.approx(outer["width"] / 4, abs=2)
    assert inner["height"] == pytest.approx(outer["height"] / 2, abs=2)
    width = outer["width"]
    page.get_by_role("button", name="Zoom").click()
    expect(page.get_by_role("button", name="Zoom")).to_have_attribute("aria-pressed", "true")
    larger = picture.bounding_box()
    assert larger
    assert larger["width"] > 1.1 * width
    page.get_by_role("button", name="It is right").click()
    expect(progress(page)).to_have_text("2 of 2 read")


def test_a_removed_row_comes_back_by_undo(page: Page, site: str) -> None:
    open_batch(page, site, named("11", "22", "33"))
    expect(progress(page)).to_have_text("3 of 3 read")
    page.get_by_role("button", name="Remove 22.png").click()
    expect(rows(page)).to_have_count(2)
    expect(focused(page)).to_have_attribute("aria-label", "Remove 33.png")
    page.get_by_role("button", name="Undo").click()
    expect(rows(page)).to_have_count(3)
    assert names(page) == ["11", "22", "33"]
    expect(row_of(page, "22").locator(".batch-thumbnail")).not_to_have_js_property("naturalWidth", 0)


@pytest.mark.parametrize("size", [(360, 740), (800, 900), (1440, 900)], ids=str)
def test_one_press_removes_a_row_also_where_another_one_is_selected(
    page: Page, site: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    open_batch(page, site, named("11", "22", "33", "44"))
    expect(progress(page)).to_have_text("4 of 4 read")
    page.get_by_role("button", name="Remove 22.png").click()
    expect(rows(page)).to_have_count(3)
    row_of(page, "44").locator(".batch-reading").click()
    page.keyboard.type("5")
    page.get_by_role("button", name="Remove 11.png").click()
    expect(rows(page)).to_have_count(2)
    assert names(page) == ["33", "44"]
    assert readings(page) == ["33", "5"], "what was typed in another row is kept"
    expect(focused(page)).to_have_attribute("aria-label", "Remove 33.png")
    press(page, "Enter", "Enter")
    expect(rows(page)).to_have_count(0)
    expect(focused(page)).to_have_text("Batch")


@pytest.mark.parametrize("size", [(360, 740), (800, 900), (1440, 900)], ids=str)
def test_no_number_is_written_over_two_lines(page: Page, site: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    open_batch(page, site, named("12345678901234567890", "555-1234567 3;7;2026 0815 4711 19 84 1001", "7"))
    expect(progress(page)).to_contain_text("3 of 3 read")
    row_of(page, "12345678901234567890").locator(".batch-reading").click()
    lines = page.locator(".batch-number").evaluate_all("numbers => numbers.map((each) => each.getClientRects().length)")
    assert len(lines) == 1 + 7 + 1 + 1, "also above the picture"
    assert set(lines) == {1}
    over = "texts => texts.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)"
    assert set(page.locator(".batch-text").evaluate_all(over)) == {0}


def test_corrections_have_a_column_only_where_there_are_any(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    open_batch(page, site, named("11", "22"))
    expect(progress(page)).to_have_text("2 of 2 read")
    heading = page.get_by_role("columnheader", name="Corrections")
    expect(heading).to_be_hidden()
    row_of(page, "11").locator(".batch-confidence").click()
    press(page, "ArrowRight")
    expect(focused(page)).to_have_class(re.compile("batch-look"))
    press(page, "ArrowLeft")
    expect(focused(page)).to_have_class(re.compile("batch-confidence"))
    press(page, "ArrowLeft", "1", "9", "Enter")
    expect(heading).to_be_visible()
    expect(row_of(page, "11").locator(".batch-corrections")).to_have_text("was 11")
    press(page, "Control+z")
    expect(heading).to_be_hidden()


def test_confidence_is_a_bar_with_a_figure_where_it_is_low(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    open_batch(page, site, named("11", "22 50%"))
    expect(progress(page)).to_contain_text("2 of 2 read")
    filled = """cell => {
        const { width, backgroundSize } = getComputedStyle(cell, '::before');
        return parseFloat(width) > 0 ? parseFloat(backgroundSize) : null;
    }"""
    sure, unsure = (row_of(page, name).locator(".batch-confidence") for name in ("11", "22 50%"))
    assert sure.evaluate(filled) == pytest.approx(99, abs=1)
    assert unsure.evaluate(filled) == pytest.approx(50, abs=1)
    expect(unsure.locator("span")).to_have_text("50%")
    expect(unsure.locator("span")).to_have_css("clip-path", "none")
    expect(sure.locator("span")).not_to_have_css("clip-path", "none")
    expect(sure).to_have_attribute("title", "99% sure")


@pytest.mark.parametrize("size", [(360, 740), (800, 900), (1440, 900)], ids=str)
def test_the_batch_fits_the_screen(page: Page, site: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    open_batch(page, site, named("a photo with quite a long name from a camera", "22 50%", "broken"))
    expect(progress(page)).to_contain_text("2 of 3 read")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing sticks out at the side"
    row_of(page, "22 50%").locator(".batch-reading").click()
    page.keyboard.type("2")
    editor = focused(page)
    expect(editor).to_have_value("2")
    expect(editor).to_be_in_viewport(ratio=1)
    picture = page.get_by_role("img", name="22 50%.png")
    expect(picture).to_be_in_viewport()
    assert not page.evaluate(
        """() => {
            const { x, y, width, height } = document.activeElement.getBoundingClientRect();
            return document.elementFromPoint(x + width / 2, y + height / 2) !== document.activeElement;
        }"""
    ), "nothing covers what is typed"
    # The label around the box of a row is what a finger hits.
    fields = "input:not([type=file], [type=checkbox]), label:has([type=checkbox])"
    for target in page.locator(f".batch :is(button, .button, select, {fields}):visible").all():
        box = target.bounding_box()
        assert box
        assert box["width"] >= 44
        assert box["height"] >= 44
