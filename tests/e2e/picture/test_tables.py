"""A table on a sheet is a table in the answer."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.fake_reader import FakeNumber, fake_number, use_fake_numbers
from tests.support.numbers_picture import SIZES, page_of_numbers, shown_at
from tests.support.page import open_page
from tests.support.pictures import as_file, open_file

WIDE, HIGH = 100, 50
"""Of a cell, in pixels of the picture."""


def fake_table(page: Page, rows: list[list[str]], *, doubtful: str = "") -> None:
    """Let the reader find 2047 above a table."""
    # After a reload a service worker would answer with the real reader.
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    numbers: list[FakeNumber] = [fake_number("2047", place=(10, 10), size=15)]
    cells: list[dict[str, Any]] = []
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            box = {"x": WIDE * column, "y": 100 + HIGH * row, "width": WIDE, "height": HIGH}
            cells.append({"row": row, "column": column, "number": len(numbers) if text else None, "box": box})
            if not text:
                continue
            sure = 0.5 if text == doubtful else 0.99
            place = (WIDE * column + 20.0, 105.0 + HIGH * row)
            number = fake_number(text, place=place, size=15, line=row + 1, confidence=sure, sure={0: sure})
            numbers.append(number)
    box = {"x": 0, "y": 100, "width": WIDE * len(rows[0]), "height": HIGH * len(rows)}
    table = {"rows": len(rows), "columns": len(rows[0]), "box": box, "cells": cells}
    use_fake_numbers(page, numbers, tables=[table])


def open_table(page: Page, site: str) -> Locator:
    """Open a picture; the table in the answer."""
    open_page(page, site)
    open_file(page, as_file(page_of_numbers(), "marks.png"))
    table = page.locator("#answer-box").get_by_role("table")
    expect(table).to_be_visible()
    return table


def texts_of(table: Locator) -> list[list[str]]:
    return table.evaluate("(table) => [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent))")


MARKS = [["1", "22", ""], ["3", "", "4"]]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_table_is_shown_in_its_rows_and_columns(page: Page, site: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    fake_table(page, MARKS, doubtful="3")
    table = open_table(page, site)
    assert texts_of(table) == MARKS
    expect(page.locator("#answer")).to_have_text("2047")
    expect(table.locator("[data-mark='unsure']")).to_have_text(["3"])
    expect(page.get_by_role("region", name="Table, 2 by 3")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_cell_is_chosen_with_its_ink_and_corrected(page: Page, site: str) -> None:
    fake_table(page, MARKS)
    table = open_table(page, site)
    page.mouse.click(*shown_at(page.locator(".picture-photo img"), WIDE + 26, 105 + 15))
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("heading").first).to_have_text("2, 99% sure")
    page.keyboard.press("Escape")
    expect(table.locator("[data-selected]")).to_have_text(["2"])
    expect(page.locator(".picture .mark[data-selected] .mark-text")).to_have_text(["2"])
    table.get_by_role("button", name="1, 99% sure").click()
    expect(dialog).to_be_visible()
    page.keyboard.press("7")
    expect(table.get_by_role("button", name="7, corrected")).to_be_visible()
    assert texts_of(table) == [["7", "22", ""], ["3", "", "4"]]


def test_a_table_is_copied_as_rows_for_a_spreadsheet(page: Page, site: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    fake_table(page, MARKS)
    open_table(page, site)
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "2047\n1\t22\t\n3\t\t4"


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_long_table_scrolls_by_keyboard_in_its_own_place(page: Page, site: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    fake_table(page, [[str(10 * row + column) for column in range(1, 7)] for row in range(1, 25)])
    table = open_table(page, site)
    region = page.get_by_role("region", name="Table, 24 by 6")
    box = region.bounding_box()
    assert box
    assert box["height"] <= 0.5 * size[1]
    last = table.get_by_role("row").last.get_by_role("button").first
    expect(last).not_to_be_in_viewport()
    region.focus()
    page.keyboard.press("End")
    expect(last).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_table_goes_with_its_picture(page: Page, site: str) -> None:
    fake_table(page, MARKS)
    table = open_table(page, site)
    page.get_by_role("button", name="Back to the pad").last.click()
    expect(page.locator("#pad")).to_be_visible()
    expect(table).to_have_count(0)
    expect(page.locator("#answer-box")).not_to_have_attribute("data-tabular", "")
