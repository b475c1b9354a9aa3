"""The page as every test opens it, and the ways through it that more than one takes."""

from __future__ import annotations

import time

from playwright.sync_api import Locator, Page, expect

from tests.support.hand import Pad

PATIENCE = 60
"""Seconds in which a busy machine does what takes a page minutes of its own clock."""

SETTLE = """async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
}"""
"""Waits until what changes with the window has changed."""


def open_page(page: Page, site: str) -> Pad:
    """Open the page, and wait until it can read."""
    page.goto(site)
    expect(page.locator("html")).to_have_attribute("data-reader", "ready")
    return Pad(page)


def go_to(page: Page, view: str) -> None:
    """Open a view by its address."""
    page.evaluate("(view) => { location.hash = view; }", view)


def expect_view(page: Page, view: str) -> None:
    expect(page.locator("html")).to_have_attribute("data-view", view)


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def open_settings(page: Page) -> Locator:
    page.get_by_role("button", name="Settings", exact=True).click()
    panel = page.locator("#view")
    expect(panel.get_by_role("combobox", name="Language")).to_be_visible()
    return panel


def write(page: Page, site: str, text: str) -> Pad:
    """Open the page, write a number, and wait until it is read."""
    pad = open_page(page, site)
    pad.write(text)
    expect(page.locator("#answer")).to_have_text(text)
    return pad


def let_pass(page: Page, milliseconds: int) -> None:
    """Let the page live through a time at once. Before it opens, page.clock has to be installed."""
    page.clock.run_for(milliseconds)
    settle(page)


def live_until(page: Page, sight: Locator) -> None:
    """Let the page live fast until something is in sight. Before it opens, page.clock has to be installed."""
    deadline = time.monotonic() + PATIENCE
    while not sight.is_visible() and time.monotonic() < deadline:
        page.clock.run_for(1000)
    expect(sight).to_be_visible()


def settle(page: Page) -> None:
    """Wait until what was done to the page is painted: it paints once a frame."""
    page.evaluate(SETTLE)
