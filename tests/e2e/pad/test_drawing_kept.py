"""The drawing outlives what happens to the page: its size, a reload, a reader that is late or never comes."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from tests.support.hand import DIGITS, Pad
from tests.support.page import open_page

# Ink is as large as the pad's shorter side is long, at every size, but for the rounding of edges.
ROUNDING = 0.1


def share_of_ink(page: Page) -> float:
    pad = Pad(page)
    return pad.ink() / pad.element.evaluate("(pad) => Math.min(pad.width, pad.height) ** 2")


@pytest.mark.parametrize("size", [(740, 360), (360, 740), (2000, 1200)])
def test_resize_and_rotation_keep_the_drawing(page: Page, site: str, size: tuple[int, int]) -> None:
    pad = open_page(page, site)
    pad.draw(DIGITS[4])
    expect(page.locator("#answer")).to_have_text("4")
    before, side = share_of_ink(page), pad.element.evaluate("(pad) => pad.width")
    page.set_viewport_size({"width": size[0], "height": size[1]})
    expect(pad.element).not_to_have_js_property("width", side)
    assert share_of_ink(page) == pytest.approx(before, rel=ROUNDING)
    expect(page.locator("#answer")).to_have_text("4")


def test_a_sharper_screen_gets_a_sharper_drawing(page: Page, site: str) -> None:
    pad = open_page(page, site)
    pad.draw(DIGITS[4])
    before = share_of_ink(page)
    # The emulation announces a new pixel ratio only together with a new size of the window.
    metrics = {"width": 1300, "height": 720, "deviceScaleFactor": 3, "mobile": False}
    page.context.new_cdp_session(page).send("Emulation.setDeviceMetricsOverride", metrics)
    expect(pad.element).to_have_js_property("width", 3 * pad.element.evaluate("(pad) => pad.clientWidth"))
    assert share_of_ink(page) == pytest.approx(before, rel=ROUNDING)


def test_a_reload_keeps_the_drawing_and_reads_it_again(page: Page, site: str) -> None:
    pad = open_page(page, site)
    pad.draw(DIGITS[5])
    expect(page.locator("#answer")).to_have_text("5")
    expect(page.locator("#answer-status")).not_to_be_empty()  # it has come to rest
    chances = page.locator("#chart").text_content()
    drawn = pad.ink()
    page.reload()
    expect(page.locator("#answer")).to_have_text("5")
    expect(page.locator("#chart")).to_have_text(chances or "")
    assert pad.ink() == drawn


def test_a_cleared_pad_stays_blank_after_a_reload(page: Page, site: str) -> None:
    pad = open_page(page, site)
    pad.draw(DIGITS[5])
    page.get_by_role("button", name="Clear").click()
    page.reload()
    expect(page.locator("#answer-box")).to_contain_text("Write a number")
    assert pad.ink() == 0


def test_what_was_cleared_comes_back_after_a_reload(page: Page, site: str) -> None:
    pad = open_page(page, site)
    pad.write("13")
    answer = page.locator("#answer")
    expect(answer).to_have_text("13")
    page.get_by_role("button", name="Clear").click()
    expect(answer).to_have_text("")
    page.reload()
    page.get_by_role("button", name="Undo").click()
    expect(answer).to_have_text("13")
    page.reload()
    expect(answer).to_have_text("13")
    page.get_by_role("button", name="Undo").click()
    expect(answer).to_have_text("1")
    page.get_by_role("button", name="Redo").click()
    expect(answer).to_have_text("13")


@pytest.mark.parametrize("stored", ["{", "[]", '{"version":9,"strokes":[[{"x":0.5,"y":0.5}]]}'])
def test_what_cannot_be_restored_costs_nothing_else(page: Page, site: str, stored: str) -> None:
    page.goto(site)
    page.evaluate("(text) => localStorage.setItem('inkdigit.drawing', text)", stored)
    pad = open_page(page, site)
    assert pad.ink() == 0
    pad.draw(DIGITS[7])
    expect(page.locator("#answer")).to_have_text("7")


def test_blocked_storage_is_said_and_costs_nothing_else(page: Page, site: str) -> None:
    page.add_init_script(
        """Object.defineProperty(window, 'localStorage', {
            get() { throw new DOMException('Blocked', 'SecurityError'); },
        });"""
    )
    pad = open_page(page, site)
    pad.draw(DIGITS[7])
    expect(page.locator("#answer")).to_have_text("7")
    expect(page.locator("#not-kept")).to_be_visible()


def test_what_is_drawn_before_the_reader_is_ready_is_read_when_it_is(page: Page, site: str) -> None:
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route("**/inkdigit.js", hold)
    page.goto(site)
    expect(page.locator("html")).to_have_attribute("data-reader", "loading")
    pad = Pad(page)
    pad.draw(DIGITS[7])
    assert pad.ink() > 0
    expect(page.locator("#answer-box")).to_contain_text("Getting ready")
    expect(page.locator("#answer")).to_have_text("")
    for route in waiting:
        route.continue_()
    expect(page.locator("#answer")).to_have_text("7")


def test_a_reader_that_does_not_come_is_said_and_can_be_tried_again(page: Page, site: str) -> None:
    page.route("**/inkdigit.js", lambda route: route.abort())
    page.goto(site)
    expect(page.locator("html")).to_have_attribute("data-reader", "failed")
    pad = Pad(page)
    pad.draw(DIGITS[7])
    message = page.get_by_role("alert")
    expect(message).to_contain_text("could not be fetched")
    expect(message).to_contain_text("drawing is kept")
    expect(page.locator("#answer")).to_have_text("")
    page.unroute("**/inkdigit.js")
    message.get_by_role("button", name="Try again").click()
    expect(page.locator("#answer")).to_have_text("7")
    expect(message).to_have_count(0)
