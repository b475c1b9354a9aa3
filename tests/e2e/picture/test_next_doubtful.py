"""One key leads from doubt to doubt over a page or a table, and one answers each."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.support.fake_reader import FakeNumber, fake_number, use_fake_numbers
from tests.support.kept import expect_soon, kept_corrections
from tests.support.numbers_picture import SIZES, page_of_numbers
from tests.support.page import open_page
from tests.support.pictures import as_file, open_file

WRITTEN = ["2047", "316", "58", "901", "77", "4410", "23", "68", "5", "1990"]
"""What is on a page of ten lines."""
READ = ["2047", "376", "58", "901", "71", "4410", "23", "63", "5", "1990"]
"""What the reader makes of it."""
DOUBTFUL = {0, 1, 3, 4, 5, 6, 7, 9}
"""Of these lines it is not sure; the three wrong ones are among them."""


def lines() -> list[FakeNumber]:
    made: list[FakeNumber] = []
    for line, text in enumerate(READ):
        sure = 0.5 if line in DOUBTFUL else 0.99
        place = (100, 20 + 66.0 * line)
        made.append(fake_number(text, place=place, size=20, line=line, confidence=sure, sure={0: sure}))
    return made


def cells() -> tuple[list[FakeNumber], list[dict[str, object]]]:
    """The same numbers in a table of five rows and two columns."""
    numbers: list[FakeNumber] = []
    places = []
    for at, text in enumerate(READ):
        row, column = divmod(at, 2)
        sure = 0.5 if at in DOUBTFUL else 0.99
        place = (20.0 + 300 * column, 20.0 + 100 * row)
        numbers.append(fake_number(text, place=place, size=20, line=row, confidence=sure, sure={0: sure}))
        box = {"x": 300 * column, "y": 100 * row, "width": 300, "height": 100}
        places.append({"row": row, "column": column, "number": at, "box": box})
    box = {"x": 0, "y": 0, "width": 600, "height": 500}
    return numbers, [{"rows": 5, "columns": 2, "box": box, "cells": places}]


def fake_lines(page: Page) -> None:
    use_fake_numbers(page, lines())


def fake_cells(page: Page) -> None:
    numbers, tables = cells()
    use_fake_numbers(page, numbers, tables=tables)


def open_sheet(page: Page, site: str, fake: Callable[[Page], None]) -> None:
    # After a reload a service worker would answer with the real reader.
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    fake(page)
    open_page(page, site)
    open_file(page, as_file(page_of_numbers(), "sheet.png"))
    expect(page.locator(".answer-words")).to_have_text("10 numbers, 8 not sure")


def answered(page: Page) -> list[str]:
    """The numbers of the answer."""
    return page.locator(".answer-number").all_text_contents()


@pytest.mark.parametrize("fake", [fake_lines, fake_cells], ids=["page", "table"])
def test_all_is_checked_by_one_key_a_doubt_and_the_digits_of_what_is_wrong(
    page: Page, site: str, fake: Callable[[Page], None]
) -> None:
    open_sheet(page, site, fake)
    keys = 0

    def press(key: str) -> None:
        nonlocal keys
        keys += 1
        page.keyboard.press(key)

    press("F8")
    dialog = page.get_by_role("dialog")
    said = dialog.get_by_role("textbox", name="It says")
    for place, line in enumerate(sorted(DOUBTFUL)):
        expect(dialog.get_by_role("heading")).to_have_text(f"Not sure: {place + 1} of 8")
        expect(said).to_have_value(READ[line])
        expect(dialog.get_by_role("img", name="The ink, enlarged")).to_be_visible()
        if READ[line] != WRITTEN[line]:
            for digit in WRITTEN[line]:
                press(digit)
        press("Enter")
    expect(dialog.get_by_role("heading")).to_have_text("All checked")
    expect(dialog).to_contain_text("3 changed")
    # One that begins, one for each that is in doubt, and the digits of the wrong ones.
    assert keys == 1 + len(DOUBTFUL) + len("316" + "77" + "68")
    page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    assert answered(page) == WRITTEN
    expect(page.locator(".answer-words")).not_to_contain_text("not sure")
    expect(page.get_by_role("button", name="Check", exact=True)).to_be_hidden()


def test_what_was_checked_is_kept_over_a_reload_and_undone_as_corrections_are(page: Page, site: str) -> None:
    open_sheet(page, site, fake_lines)
    page.get_by_role("button", name="Check", exact=True).click()
    expect(page.get_by_role("dialog").get_by_role("textbox")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.type("316")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page.locator(".answer-words")).to_contain_text("10 numbers, 6 not sure")
    expect_soon(page, lambda: kept_corrections(page), 3)
    page.reload()
    expect(page.locator(".answer-words")).to_contain_text("10 numbers, 6 not sure")
    assert answered(page)[:2] == ["2047", "316"]
    expect(page.get_by_role("button", name="2, checked").first).to_be_visible()


def test_tab_leaves_a_doubt_open_and_the_end_tells_so(page: Page, site: str) -> None:
    open_sheet(page, site, fake_lines)
    page.keyboard.press("F8")
    dialog = page.get_by_role("dialog")
    heading = dialog.get_by_role("heading")
    expect(heading).to_have_text("Not sure: 1 of 8")
    page.keyboard.press("Tab")
    expect(heading).to_have_text("Not sure: 2 of 8")
    page.keyboard.press("Shift+Tab")
    expect(heading).to_have_text("Not sure: 1 of 8")
    page.keyboard.press("Tab")
    for _ in range(7):
        page.keyboard.press("Enter")
    expect(heading).to_have_text("1 left open")
    expect(dialog).to_contain_text("Nothing changed")
    page.keyboard.press("Enter")
    expect(heading).to_have_text("Not sure: 1 of 1")
    page.keyboard.press("Enter")
    expect(heading).to_have_text("All checked")


def test_what_no_number_can_be_is_not_taken(page: Page, site: str) -> None:
    open_sheet(page, site, fake_lines)
    page.keyboard.press("F8")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("textbox")).to_be_focused()
    page.keyboard.type("12a")
    page.keyboard.press("Enter")
    expect(dialog.get_by_role("alert")).to_contain_text("A number is written with")
    expect(dialog.get_by_role("heading")).to_have_text("Not sure: 1 of 8")


@pytest.mark.parametrize("size", [*SIZES, (768, 1024), (320, 568)], ids=str)
def test_the_ink_its_reading_and_the_buttons_are_in_sight_together(
    page: Page, site: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    open_sheet(page, site, fake_lines)
    page.get_by_role("button", name="Check", exact=True).click()
    dialog = page.get_by_role("dialog")
    for name in ("It is right", "Leave open", "Close"):
        expect(dialog.get_by_role("button", name=name)).to_be_in_viewport(ratio=1)
    expect(dialog.get_by_role("img")).to_be_in_viewport(ratio=1)
    dialog.get_by_role("button", name="Leave open").click()
    dialog.get_by_role("button", name="It is right").click()
    expect(dialog.get_by_role("heading")).to_have_text("Not sure: 3 of 8")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_numbers_on_the_pad_are_checked_too(page: Page, site: str) -> None:
    use_fake_numbers(page, [fake_number("47", confidence=0.5, sure={0: 0.5}, place=(0.2, 0.2))])
    pad = open_page(page, site)
    pad.write("47")
    expect(page.locator(".answer-words")).to_contain_text("Not sure")
    page.keyboard.press("F8")
    expect(page.get_by_role("dialog").get_by_role("heading")).to_have_text("Not sure: 1 of 1")
    page.keyboard.type("49")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog").get_by_role("heading")).to_have_text("All checked")
    page.keyboard.press("Enter")
    expect(page.locator("#answer")).to_have_text("49")
    expect(page.locator("#pad")).to_be_focused()
    expect(page.locator(".answer-words")).not_to_contain_text("Not sure")
