"""A form is made on a phone."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from tests.support.form_page import (
    boxes,
    card,
    corners,
    open_sample,
    stored,
)
from tests.support.printed_form import MEMBER, POSTAL_CODE, use_form_reader

PHONE: ViewportSize = {"width": 360, "height": 740}


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context: BrowserContext = browser.new_context(
        viewport=PHONE,
        device_scale_factor=2,
        has_touch=True,
        is_mobile=True,
    )
    yield context.new_page()
    context.close()


def swipe(page: Page, points: list[tuple[float, float]]) -> None:
    """Put a finger down, and move it as slowly as a person, however fast the test is."""
    devtools, began = page.context.new_cdp_session(page), time.time()
    for index, (x, y) in enumerate(points):
        kind = "touchStart" if index == 0 else "touchMove"
        event = {"type": kind, "touchPoints": [{"x": x, "y": y}], "timestamp": began + 0.05 * index}
        devtools.send("Input.dispatchTouchEvent", event)
    devtools.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_a_finger_draws_in_one_mode_and_scrolls_in_the_other(phone: Page, site: str) -> None:
    use_form_reader(phone)
    open_sample(phone, site)
    drawing = phone.get_by_role("button", name="Draw a field")
    expect(drawing).to_have_attribute("aria-pressed", "true")
    at_first = phone.evaluate("scrollY")
    swipe(phone, corners(phone, POSTAL_CODE))
    expect(boxes(phone)).to_have_count(1)
    assert phone.evaluate("scrollY") == at_first
    expect(drawing).to_have_attribute("aria-pressed", "false")
    x, y = corners(phone, MEMBER)[2]
    swipe(phone, [(x, y - 40 * step) for step in range(6)])
    phone.wait_for_function("(at_first) => scrollY > at_first", arg=at_first)
    expect(boxes(phone)).to_have_count(1)
    drawing.click()
    swipe(phone, corners(phone, MEMBER))
    expect(boxes(phone)).to_have_count(2)


@pytest.mark.parametrize("size", [(320, 568), (360, 740), (740, 360)], ids=str)
def test_on_a_phone_everything_can_be_touched_and_nothing_sticks_out(
    phone: Page, site: str, size: tuple[int, int]
) -> None:
    phone.set_viewport_size({"width": size[0], "height": size[1]})
    use_form_reader(phone)
    open_sample(phone, site)
    phone.get_by_role("button", name="Add field").click()
    phone.get_by_role("button", name="Save").click()
    expect(stored(phone, "Form")).to_be_visible()
    for kind in ("digits", "decimal", "date", "time", "check", "mask"):
        card(phone, 0).get_by_label("Pattern").select_option(kind)
        small = phone.locator("#form").evaluate(
            """(form) => Array.from(form.querySelectorAll('button, .button, select, .form-label input, .form-switch'))
                .filter((target) => target.checkVisibility())
                .map((target) => [target.outerHTML, target.getBoundingClientRect()])
                .filter(([, { width, height }]) => Math.min(width, height) < 44)"""
        )
        assert small == []
        assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth"), kind
    for handle in phone.locator(".form-handle").all():
        place = handle.bounding_box()
        assert place
        assert min(place["width"], place["height"]) >= 44
