"""Whoever corrects a digit sees its ink: beside the dialog, and large in it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.fake_reader import fake_number, use_fake_numbers
from tests.support.hand import DIGITS
from tests.support.kept import expect_soon
from tests.support.numbers_picture import page_of_numbers
from tests.support.page import open_page, settle
from tests.support.pictures import as_file, open_file

SIZES = [(320, 568), (360, 740), (768, 1024), (1440, 900), (2560, 1440), (740, 360)]


def expect_clear(page: Page, mark: Locator) -> None:
    """The dialog is off the ink, and both are in sight."""
    settle(page)
    dialog = page.get_by_role("dialog")
    ink, box, size = mark.bounding_box(), dialog.bounding_box(), page.viewport_size
    assert ink
    assert box
    assert size
    apart = (
        box["x"] >= ink["x"] + ink["width"]
        or ink["x"] >= box["x"] + box["width"]
        or box["y"] >= ink["y"] + ink["height"]
        or ink["y"] >= box["y"] + box["height"]
    )
    assert apart, f"the dialog {box} covers the ink {ink}"
    for rect in (ink, box):
        assert rect["x"] >= -1
        assert rect["y"] >= -1
        assert rect["x"] + rect["width"] <= size["width"] + 1
        assert rect["y"] + rect["height"] <= size["height"] + 1
    expect(dialog.get_by_role("img", name="The ink, enlarged")).to_be_visible()


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_dialog_covers_no_digit_of_the_pad_that_it_asks_about(page: Page, site: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    use_fake_numbers(
        page, [fake_number("2047", place=(0.1, 0.1), size=0.2), fake_number("3", place=(0.4, 0.6), line=1)]
    )
    pad = open_page(page, site)
    pad.draw(DIGITS[2])
    parts = page.locator(".answer-part")
    expect(parts).to_have_count(5)
    desk = page.locator("#desk").bounding_box()
    for place in (0, 3, 4):
        parts.nth(place).click()
        expect(page.get_by_role("dialog")).to_be_visible()
        expect_clear(page, page.locator("#pad-marks .mark").nth(place))
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_be_hidden()
    # The sheet is where it was.
    expect_soon(page, page.locator("#desk").bounding_box, desk)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_dialog_covers_no_digit_of_a_picture_that_it_asks_about(
    page: Page, site: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    numbers = [
        fake_number(text, place=(40 + 500 * (line % 2), 20 + 220.0 * line), size=60, line=line)
        for line, text in enumerate(["2047", "316", "58"])
    ]
    use_fake_numbers(page, numbers)
    open_page(page, site)
    open_file(page, as_file(page_of_numbers(), "page.png"))
    parts = page.locator(".answer-part")
    expect(parts).to_have_count(9)
    for place in (0, 4, 8):
        parts.nth(place).click()
        expect(page.get_by_role("dialog")).to_be_visible()
        expect_clear(page, page.locator(".picture .mark[data-kind='digit']").nth(place))
        page.keyboard.press("Escape")
    # Enlarged, the digit is brought into sight first.
    for _ in range(3):
        page.get_by_role("button", name="Larger").click()
    parts.nth(8).click()
    expect_clear(page, page.locator(".picture .mark[data-kind='digit']").nth(8))


def test_a_digit_is_as_sure_in_the_dialog_as_in_the_answer(page: Page, site: str) -> None:
    use_fake_numbers(page, [fake_number("47", confidence=0.5, sure={0: 0.5}, place=(0.2, 0.2), size=0.2)])
    open_page(page, site).write("47")
    first = page.locator(".answer-part").first
    expect(first).to_have_accessible_name("4, not sure: 50%")
    first.click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("heading").first).to_have_text("4, not sure: 50%")
    expect(dialog.get_by_role("group", name="It is", exact=True).get_by_role("button", name="4")).to_contain_text("50%")


def test_a_digit_that_is_missing_is_added_and_one_too_many_taken_away(page: Page, site: str) -> None:
    use_fake_numbers(page, [fake_number("247", place=(0.2, 0.2), size=0.2)])
    open_page(page, site).write("247")
    answer, dialog = page.locator("#answer"), page.get_by_role("dialog")
    page.locator(".answer-part").first.click()
    dialog.get_by_role("button", name="A digit is missing").click()
    page.keyboard.type("0")
    page.keyboard.press("Enter")
    expect(answer).to_have_text("2047")
    page.keyboard.press("Control+z")
    expect(answer).to_have_text("247")
    page.locator(".answer-part").nth(1).click()
    expect(dialog).to_be_visible()
    page.keyboard.press("Delete")
    expect(dialog).to_be_hidden()
    expect(page.locator(".answer-part").nth(1)).to_have_accessible_name("deleted: 4")
