"""Hundreds of rows: only those around what is in sight are in the page, and nobody notices."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.support.batch_page import choose, press, progress
from tests.support.fake_reader import fake_number, use_fake_numbers
from tests.support.numbers_picture import page_of_numbers
from tests.support.page import open_page
from tests.support.pictures import as_file

NUMBERS = 100
"""Of each picture: 10 lines of 10, which say where they stand."""

PICTURES = 6


def rows(page: Page) -> Locator:
    return page.locator(".batch tbody tr[data-id]")


def readings(page: Page) -> list[str]:
    return page.locator(".batch-text").all_text_contents()


@pytest.fixture
def many(page: Page, site: str) -> Page:
    numbers = [
        fake_number(
            str(100 + number), place=(10 + 30 * (number % 10), 10 + 30 * (number // 10)), size=5, line=number // 10
        )
        for number in range(NUMBERS)
    ]
    use_fake_numbers(page, numbers)
    open_page(page, site)
    page.get_by_role("button", name="Batch").click()
    choose(page, [as_file(page_of_numbers(), f"page {number + 1}.png") for number in range(PICTURES)])
    expect(progress(page)).to_contain_text(f"{PICTURES} of {PICTURES} read")
    page.get_by_label("A row for each").select_option("Number or cell")
    expect(page.get_by_role("grid")).to_have_attribute("aria-rowcount", str(PICTURES * NUMBERS + 1))
    return page


def test_the_keys_lead_from_the_first_row_to_the_last_and_back(many: Page) -> None:
    rows(many).first.locator(".batch-reading").click()
    press(many, "Control+End")
    last = rows(many).last
    expect(last).to_have_attribute("data-selected", "")
    expect(last).to_have_attribute("aria-rowindex", str(PICTURES * NUMBERS + 1))
    expect(last).to_contain_text("page 6")
    expect(last).to_be_in_viewport()
    press(many, "ArrowUp", "ArrowUp")
    expect(many.locator("tr[data-selected] .batch-text")).to_have_text("197")
    expect(many.locator("tr[data-selected]")).to_be_in_viewport()
    press(many, "Control+Home")
    expect(rows(many).first).to_have_attribute("data-selected", "")
    expect(rows(many).first).to_be_in_viewport()
    assert readings(many)[:3] == ["100", "101", "102"]


def test_a_number_far_down_is_corrected(many: Page) -> None:
    rows(many).first.locator(".batch-reading").click()
    press(many, "Control+End", "ArrowLeft")
    many.locator("tr[data-selected] .batch-reading").click()
    many.keyboard.type("7")
    press(many, "Enter")
    expect(rows(many).last.locator(".batch-text")).to_have_text("7")
    press(many, "Control+z")
    expect(rows(many).last.locator(".batch-text")).to_have_text("199")
    assert rows(many).count() < PICTURES * NUMBERS


@pytest.mark.parametrize("size", [{"width": 1280, "height": 800}, {"width": 360, "height": 740}])
def test_who_scrolls_sees_rows_wherever_the_table_is_left(many: Page, size: ViewportSize) -> None:
    many.set_viewport_size(size)
    rows(many).nth(1).locator(".batch-reading").click()
    frame = many.locator(".batch-frame")
    for share in (0.5, 0.97, 0.2):
        frame.evaluate(
            """(frame, share) => {
                const scroller = frame.scrollHeight > frame.clientHeight + 1 ? frame : document.scrollingElement;
                scroller.scrollTop = share * scroller.scrollHeight;
            }""",
            share,
        )
        # A row, and no gap, is in the middle of what is in sight.
        many.wait_for_function(
            """() => {
                const frame = document.querySelector('.batch-frame').getBoundingClientRect();
                const middle = (Math.max(0, frame.top) + Math.min(innerHeight, frame.bottom)) / 2;
                return [...document.querySelectorAll('.batch tbody tr[data-id]')].some((row) => {
                    const { top, bottom } = row.getBoundingClientRect();
                    return top <= middle && bottom >= middle - 20;
                });
            }"""
        )
    expect(many.locator("tr[data-selected] .batch-text")).to_have_text("101")
    press(many, "ArrowDown")
    expect(many.locator("tr[data-selected] .batch-text")).to_have_text("102")
    expect(many.locator("tr[data-selected]")).to_be_in_viewport()


def test_all_rows_are_chosen_and_those_that_are_found_shown(many: Page) -> None:
    rows(many).first.locator(".batch-reading").click()
    press(many, "Control+a")
    expect(many.locator(".batch-chosen-words")).to_contain_text(f"{PICTURES * NUMBERS}")
    press(many, "Control+a", "Escape")
    many.locator(".batch-search").fill("page 3")
    expect(many.get_by_role("grid")).to_have_attribute("aria-rowcount", str(NUMBERS + 1))
    expect(rows(many)).to_have_count(NUMBERS)
    expect(many.locator(".batch-gap")).to_have_count(0)
