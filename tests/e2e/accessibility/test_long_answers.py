"""A page of many lines, and the dialogs about what is doubtful in it, are for everybody."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.support.axe import axe
from tests.support.fake_reader import fake_number, use_fake_numbers
from tests.support.numbers_picture import page_of_numbers
from tests.support.page import open_page
from tests.support.pictures import as_file, open_file


def test_axe_finds_nothing_on_ten_lines_nor_in_the_dialogs_about_them(page: Page, site: str) -> None:
    numbers = [
        fake_number("2047", place=(100, 20 + 66.0 * line), size=20, line=line, confidence=0.5, sure={0: 0.5})
        for line in range(10)
    ]
    use_fake_numbers(page, numbers)
    open_page(page, site)
    open_file(page, as_file(page_of_numbers(), "sheet.png"))
    expect(page.locator(".answer-words")).to_have_text("10 numbers, 10 not sure")
    assert axe(page) == []
    page.keyboard.press("F8")
    heading = page.get_by_role("dialog").get_by_role("heading").first
    expect(heading).to_have_text("Not sure: 1 of 10")
    assert axe(page) == []
    for _ in range(10):
        page.keyboard.press("Enter")
    expect(heading).to_have_text("All checked")
    assert axe(page) == []
    page.keyboard.press("Enter")
    page.locator(".answer-part").first.click()
    expect(heading).to_have_text("2, checked")
    assert axe(page) == []
