"""The page of the site that shows others what they would embed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.axe import axe
from tests.support.hand import Pad
from tests.support.own_page import LARGE


def test_the_form_on_it_tells_what_it_would_send(page: Page, site: str) -> None:
    page.goto(f"{site}embed.html")
    Pad(page, page.locator("#amount [part=paper]")).write("18", LARGE)
    expect(page.locator("#amount input[part=field]")).to_have_value("18")
    page.locator("#meter input[part=field]").fill("00420")

    page.get_by_role("button", name="Send").click()

    expect(page.locator("output")).to_have_text("The form would send: amount=18&meter=00420")


@pytest.mark.parametrize(("locale", "title"), [("es", "Ponlo en tu propia página"), ("ar", "ضعه في صفحتك")])
def test_it_speaks_the_readers_language(browser: Browser, site: str, locale: str, title: str) -> None:
    context = browser.new_context(locale=locale)
    page = context.new_page()
    page.goto(f"{site}embed.html")

    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_wrong_on_it(page: Page, site: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{site}embed.html")
    expect(page.get_by_role("textbox", name="Amount")).to_be_visible()

    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
