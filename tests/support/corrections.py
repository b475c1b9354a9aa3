"""A person's corrections of an answer."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.support.page import settle


def ask(page: Page, place: int) -> Locator:
    """Open what a digit of the answer may be."""
    page.locator("#answer .answer-part").nth(place).click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    return dialog


def choose(page: Page, place: int, name: str) -> None:
    """Correct a digit of the answer."""
    dialog = ask(page, place)
    dialog.locator(".choice").filter(has=page.locator(f'.choice-name:text-is("{name}")')).first.click()
    expect(dialog).to_be_hidden()
    settle(page)  # what is done before the next frame follows what was on the page, not the correction


def correct(page: Page, place: int, key: str) -> None:
    """Say what a digit of the answer is."""
    page.locator("#answer .answer-part").nth(place).click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press(key)
    expect(page.get_by_role("dialog")).to_be_hidden()
    settle(page)
