"""The drawing is saved as a picture or as lines, and its number shared."""

from __future__ import annotations

import re
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.support.hand import DIGITS
from tests.support.page import open_page


def draw_and_open(page: Page, site: str) -> Locator:
    """The dialog, after a 4 was drawn and read."""
    pad = open_page(page, site)
    tool = page.get_by_role("button", name="Save or share the drawing")
    expect(tool).to_be_disabled()
    pad.draw(DIGITS[4])
    expect(page.locator("#answer")).to_have_text("4")
    tool.click()
    return page.get_by_role("dialog", name="Save or share the drawing")


def test_the_drawing_is_saved_as_a_picture_on_white_paper(page: Page, site: str) -> None:
    dialog = draw_and_open(page, site)
    with page.expect_download() as download:
        dialog.get_by_role("button", name="Save as a picture").click()
    assert download.value.suggested_filename == "inkdigit 4.png"
    picture = Image.open(Path(download.value.path())).convert("L")
    assert max(picture.size) == 2048
    ink = sum(picture.histogram()[:128]) / (picture.width * picture.height)
    assert 0.02 < ink < 0.3
    assert picture.getpixel((2, 2)) == 255
    expect(dialog).to_be_hidden()


def test_the_drawing_is_saved_as_lines(page: Page, site: str) -> None:
    dialog = draw_and_open(page, site)
    with page.expect_download() as download:
        dialog.get_by_role("button", name="Save as lines").click()
    assert download.value.suggested_filename == "inkdigit 4.svg"
    lines = Path(download.value.path()).read_text(encoding="utf-8")
    assert lines.startswith('<svg xmlns="http://www.w3.org/2000/svg" viewBox="')
    assert len(re.findall("<path ", lines)) == len(DIGITS[4])


def test_the_number_is_shared_where_the_browser_can(page: Page, site: str) -> None:
    page.add_init_script(
        """window.shared = [];
        navigator.canShare = () => true;
        navigator.share = async (what) => void shared.push(what);"""
    )
    dialog = draw_and_open(page, site)
    dialog.get_by_role("button", name="Share the number").click()
    expect(dialog).to_be_hidden()
    assert page.evaluate("shared") == [{"text": "4"}]


def test_escape_closes_it_and_the_focus_goes_back(page: Page, site: str) -> None:
    page.add_init_script("navigator.canShare = undefined")
    dialog = draw_and_open(page, site)
    expect(dialog.get_by_role("button")).to_have_text(["Save as a picture (PNG)", "Save as lines (SVG)", "Close"])
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("button", name="Save or share the drawing")).to_be_focused()
