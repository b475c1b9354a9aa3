"""What is one step away: it opens over or beside the answer, and closes to where one was."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.support.hand import DIGITS, Pad, Place
from tests.support.page import open_page

VIEWS = ["Why", "Writing", "Guide", "History", "Model card", "Settings"]
PHONE, DESKTOP = {"width": 360, "height": 740}, {"width": 1440, "height": 900}


def entry(page: Page, name: str) -> Locator:
    return page.locator(".actions, .index").get_by_role("button", name=name, exact=True)


def panel(page: Page) -> Locator:
    return page.locator("#view")


def open_seven(page: Page, site: str, size: dict = DESKTOP) -> Pad:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    pad = open_page(page, site)
    pad.draw(DIGITS[7])
    expect(page.locator("#answer")).to_have_text("7")
    return pad


@pytest.fixture
def fresh(browser: Browser) -> Iterator[Page]:
    """A page without a service worker: what it asks for goes over the network."""
    context = browser.new_context(service_workers="block")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("name", VIEWS)
def test_a_view_opens_with_its_title_and_closes_to_where_one_was(page: Page, site: str, name: str, size: dict) -> None:
    open_seven(page, site, size)
    opener = entry(page, name)
    for way in ("Escape", "Close", "Back"):
        opener.focus()
        page.keyboard.press("Enter")
        title = panel(page).get_by_role("heading", level=2).first
        expect(title).to_be_focused()
        expect(title).not_to_have_text("")
        expect(panel(page)).to_be_in_viewport(ratio=1)
        expect(opener).to_have_attribute("aria-expanded", "true")
        assert re.search(r"#\w+$", page.url)
        if way == "Escape":
            page.keyboard.press("Escape")
        elif way == "Close":
            panel(page).get_by_role("button", name="Close", exact=True).click()
        else:
            page.go_back()
        expect(panel(page)).to_be_hidden()
        expect(opener).to_be_focused()
        expect(page.locator("#answer")).to_have_text("7")
        assert "#" not in page.url


def test_the_answer_stays_in_sight_and_one_can_go_on_writing(page: Page, site: str) -> None:
    pad = open_page(page, site)
    pad.write("4", Place(0.1, 0.3, 0.3))
    expect(page.locator("#answer")).to_have_text("4")
    entry(page, "Guide").click()
    expect(panel(page)).to_be_visible()
    expect(page.locator("#answer")).to_be_in_viewport(ratio=1)
    before = pad.element.bounding_box()
    pad.write("7", Place(0.1, 0.3, 0.3), after=1)
    expect(page.locator("#answer")).to_have_text("47")
    expect(panel(page)).to_be_visible()
    assert pad.element.bounding_box() == before


def test_on_a_phone_what_is_covered_cannot_be_reached(page: Page, site: str) -> None:
    open_seven(page, site, PHONE)
    entry(page, "Settings").click()
    expect(panel(page)).to_be_visible()
    for _ in range(40):
        page.keyboard.press("Tab")
        focused = "document.activeElement.closest('#toolbar, .field, .index')?.className ?? null"
        assert page.evaluate(focused) is None
    page.keyboard.press("Escape")
    expect(panel(page)).to_be_hidden()
    expect(page.locator("[inert]")).to_have_count(0)


def test_one_view_takes_the_place_of_another_and_back_leads_to_the_pad(page: Page, site: str) -> None:
    open_seven(page, site, PHONE)
    entry(page, "Why").click()
    expect(panel(page)).to_be_visible()
    entry(page, "Writing").click()
    expect(entry(page, "Writing")).to_have_attribute("aria-expanded", "true")
    expect(entry(page, "Why")).to_have_attribute("aria-expanded", "false")
    page.go_back()
    expect(panel(page)).to_be_hidden()
    page.go_forward()
    expect(entry(page, "Writing")).to_have_attribute("aria-expanded", "true")


def test_a_view_is_there_again_after_a_reload(page: Page, site: str) -> None:
    open_seven(page, site)
    entry(page, "Guide").click()
    expect(panel(page)).to_be_visible()
    page.reload()
    expect(panel(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(panel(page)).to_be_hidden()
    expect(page.locator("#answer")).to_have_text("7")


def test_back_from_the_batch_leads_to_the_view_that_was_open(page: Page, site: str) -> None:
    open_seven(page, site, PHONE)
    page.evaluate("location.hash = '#guide'")
    expect(panel(page)).to_be_visible()
    page.evaluate("location.hash = '#batch'")
    expect(page.locator("#batch")).to_be_visible()
    expect(panel(page)).to_be_hidden()
    page.go_back()
    expect(panel(page)).to_be_visible()
    expect(page.locator("#batch")).to_be_hidden()


def test_what_cannot_be_done_yet_stays_in_its_place(page: Page, site: str) -> None:
    open_page(page, site)
    for name in ("Why", "Writing", "Copy"):
        expect(entry(page, name)).to_be_disabled()
    page.get_by_role("button", name="Show me how").click()
    expect(panel(page)).to_be_visible()


def test_a_view_that_does_not_come_says_so_and_can_be_asked_for_again(fresh: Page, site: str) -> None:
    open_seven(fresh, site)

    def refuse(route: Route) -> None:
        route.abort()

    fresh.route("**/panel-*", refuse)
    entry(fresh, "Model card").click()
    expect(panel(fresh).get_by_role("alert")).to_contain_text("could not be fetched")
    fresh.unroute("**/panel-*")
    panel(fresh).get_by_role("button", name="Try again").click()
    expect(panel(fresh).get_by_role("alert")).to_have_count(0)
    expect(panel(fresh)).to_contain_text("MNIST")


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_tools_lie_under_the_hand_that_does_not_write(page: Page, site: str, size: dict) -> None:
    open_seven(page, site, size)
    tools, pad = page.locator("#toolbar"), page.locator("#pad")

    def are_left() -> bool:
        return tools.evaluate("(tools) => tools.getBoundingClientRect().x") < pad.evaluate(
            "(pad) => pad.getBoundingClientRect().x"
        )

    assert are_left()
    entry(page, "Settings").click()
    panel(page).get_by_role("radio", name="Left", exact=False).first.check()
    page.keyboard.press("Escape")
    expect(panel(page)).to_be_hidden()
    assert not are_left()
    page.reload()
    expect(page.locator("#answer")).to_have_text("7")
    assert not are_left()
