"""What a person chooses, and that it is remembered."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.support.hand import DIGITS
from tests.support.page import open_page, open_settings


def test_the_tools_lie_under_the_hand_that_does_not_write(page: Page, site: str) -> None:
    pad = open_page(page, site)
    tools, sheet = page.locator("#toolbar"), pad.element

    def tools_are_left() -> bool:
        one, other = tools.bounding_box(), sheet.bounding_box()
        assert one
        assert other
        return one["x"] < other["x"]

    assert tools_are_left()
    open_settings(page).get_by_role("radio", name="the left hand").check()
    assert not tools_are_left()
    page.reload()
    expect(page.locator("#view").get_by_role("radio", name="the left hand")).to_be_checked()
    assert not tools_are_left()


def test_another_language_keeps_the_drawing_and_is_remembered(page: Page, site: str) -> None:
    pad = open_page(page, site)
    pad.draw(DIGITS[4])
    expect(page.locator("#answer")).to_have_text("4")
    drawn = pad.ink()
    choice = open_settings(page).get_by_role("combobox", name="Language")
    choice.select_option(label="English")
    expect(page.locator("html")).to_have_attribute("data-reader", "ready")
    expect(page.locator("#answer")).to_have_text("4")
    assert pad.ink() == drawn
    expect(choice).to_have_value("en")


def test_says_which_version_reads_and_with_what(page: Page, site: str) -> None:
    open_page(page, site)
    expect(open_settings(page)).to_contain_text(re.compile(r"Inkdigit 0\.0\.1, reading with (wasm|webgl|webgpu|cpu)"))
