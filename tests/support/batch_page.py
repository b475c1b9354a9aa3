"""The batch as a test sees it."""

from __future__ import annotations

import re

from playwright.sync_api import BrowserContext, FilePayload, Locator, Page, expect

from tests.support.fake_reader import fake_number, use_fake_numbers
from tests.support.hand import DIGITS
from tests.support.numbers_picture import page_of_numbers
from tests.support.page import open_page
from tests.support.paper import draw_picture, encode
from tests.support.pictures import as_file
from tests.support.slow_reader import named, use_slow_reader

DOUBTFUL = fake_number("316", confidence=0.5, sure={1: 0.5}, place=(400, 90), size=60)
NUMBERS = [
    fake_number("2047", place=(100, 90), size=60),
    DOUBTFUL,
    fake_number("58", place=(100, 300), size=60, line=1),
]


def written(digit: int, name: str) -> FilePayload:
    """A digit as with a felt pen on paper."""
    ink = [[(100 * x, 100 * y) for x, y in stroke] for stroke in DIGITS[digit]]
    return {"name": name, "mimeType": "image/png", "buffer": encode(draw_picture(ink))}


def add(page: Page, files: list[FilePayload]) -> None:
    page.get_by_role("button", name="Batch").click()
    choose(page, files)


def choose(page: Page, files: list[FilePayload]) -> None:
    """Choose the first pictures of a batch that is in view."""
    expect(page.get_by_text("No pictures yet")).to_be_visible()
    page.locator("#picture-file").set_input_files(files)
    expect(page.get_by_role("grid")).to_be_visible()


def open_batch(page: Page, site: str, files: list[FilePayload], *, is_held: bool = False) -> None:
    """Open these pictures on a page whose reader reads their names."""
    use_slow_reader(page, is_held=is_held)
    page.goto(site)
    add(page, files)


def copy_table(context: BrowserContext, page: Page, site: str, *texts: str) -> None:
    """Read pictures that say this, and copy their table."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_batch(page, site, named(*texts))
    expect(progress(page)).to_contain_text(f"{len(texts)} of {len(texts)} read")
    page.get_by_role("button", name="Copy the table").click()
    expect(page.get_by_text(f"Copied {len(texts)} rows")).to_be_visible()


def open_pages(page: Page, site: str, count: int) -> None:
    """Pages of three numbers in two lines, of which the second number is in doubt."""
    use_fake_numbers(page, NUMBERS)
    open_page(page, site)
    page.get_by_role("button", name="Batch").click()
    choose(page, [as_file(page_of_numbers(), f"page {number + 1}.png") for number in range(count)])
    expect(progress(page)).to_contain_text(f"{count} of {count} read")


def open_menu(page: Page, name: str) -> None:
    """Open a menu of tools, where the screen is too narrow for its letters to show them all."""
    opener = page.get_by_role("button", name=name, exact=True)
    if opener.is_visible():
        opener.click()


def rows(page: Page) -> Locator:
    return page.locator(".batch tbody tr")


def names(page: Page) -> list[str]:
    return [name.removesuffix(".png") for name in page.locator(".batch-name").all_text_contents()]


def readings(page: Page) -> list[str]:
    return page.locator(".batch-text").all_text_contents()


def progress(page: Page) -> Locator:
    return page.locator(".batch-progress-words")


def focused(page: Page) -> Locator:
    return page.locator(":focus")


def row_of(page: Page, name: str) -> Locator:
    return rows(page).filter(has=page.locator(".batch-name", has_text=re.compile(f"^{re.escape(name)}\\.png$")))


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)
