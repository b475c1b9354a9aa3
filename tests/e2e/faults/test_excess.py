"""More than can be read in time is refused in words, and the page goes on."""

from __future__ import annotations

import json

from playwright.sync_api import Page, expect

from tests.support.hand import Pad
from tests.support.page import button, open_page


def test_more_strokes_than_can_be_read_are_refused_and_fewer_are_read_again(page: Page, site: str) -> None:
    dots = [[{"x": 0.01 + index % 20 * 0.045, "y": 0.01 + index // 20 * 0.05}] for index in range(301)]
    drawing = json.dumps({"version": 1, "strokes": dots, "corrections": []})
    page.goto(f"{site}404.html")
    page.evaluate("(drawing) => localStorage.setItem('inkdigit.drawing', drawing)", drawing)
    open_page(page, site)
    expect(page.get_by_role("alert")).to_contain_text("Ink of more than 300 strokes is not read")
    expect(page.locator("#answer-box")).not_to_contain_text("Reading…")

    button(page, "Clear").click()
    Pad(page).write("7")

    expect(page.locator("#answer")).to_have_text("7")
