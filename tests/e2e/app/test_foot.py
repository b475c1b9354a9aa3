"""The quiet line at the foot of the page: about, license, embedding, installing."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.support.page import open_page

PHONE = {"width": 360, "height": 740}

OFFERS = """() => {
    const offer = new Event('beforeinstallprompt', { cancelable: true });
    offer.prompt = () => { document.documentElement.dataset.installed = 'asked'; };
    return !dispatchEvent(offer);
}"""
"""What a browser that installs pages does once it would; gives whether the page takes the offer over."""


def foot(page: Page) -> Locator:
    return page.get_by_role("navigation", name="About this page")


def test_about_says_which_version_reads_and_with_what(page: Page, site: str) -> None:
    open_page(page, site)
    foot(page).get_by_role("link", name="About").click()
    panel = page.locator("#view")
    expect(panel).to_contain_text(re.compile(r"Inkdigit 0\.0\.1, reading with (wasm|webgl|webgpu|cpu)"))
    panel.get_by_role("link", name="All licenses").click()
    expect(page.locator("body")).to_contain_text("@tensorflow/tfjs-core")


def test_what_others_embed_is_one_step_away(page: Page, site: str) -> None:
    open_page(page, site)
    foot(page).get_by_role("link", name="Embed").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.url.endswith("/embed.html")


def test_a_browser_that_installs_pages_is_asked_by_a_button(page: Page, site: str) -> None:
    open_page(page, site)
    install = foot(page).get_by_role("button", name="Install")
    expect(install).to_be_hidden()
    assert page.evaluate(OFFERS)
    install.click()
    expect(page.locator("html")).to_have_attribute("data-installed", "asked")
    expect(install).to_be_hidden()


def test_on_a_phone_the_line_is_in_sight_without_scrolling(page: Page, site: str) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    open_page(page, site)
    for part in foot(page).locator("a, button:visible").all():
        expect(part).to_be_in_viewport(ratio=1)
        box = part.bounding_box()
        assert box
        assert box["height"] >= 24
        assert box["width"] >= 24
