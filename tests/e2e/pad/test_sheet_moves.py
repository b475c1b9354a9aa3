"""The sheet is zoomed, scrolled and shown whole again, and goes on where a number is long."""

from __future__ import annotations

import math
import re
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.support.fingers import Fingers
from tests.support.hand import DIGITS, Pad, Place
from tests.support.kept import expect_soon
from tests.support.page import button, open_page, settle
from tests.support.touches import PHONE

HIGH = Place(0.1, 0.2, 0.26)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(has_touch=True, viewport=PHONE)
    yield made
    made.close()


def open_movable(page: Page, site: str) -> Pad:
    """Open the page, and wait until its sheet can be moved: that comes once it can read."""
    pad = open_page(page, site)
    page.wait_for_load_state("networkidle")
    return pad


def label(page: Page) -> tuple[float, float, float]:
    """Where the box of the first digit is in the window, and how wide."""
    settle(page)
    box = page.locator("#pad-marks .mark").first.bounding_box()
    assert box
    return box["x"], box["y"], box["width"]


def drawing(page: Page) -> str | None:
    """The drawing as the browser keeps it."""
    return page.evaluate("localStorage.getItem('inkdigit.drawing')")


def test_two_fingers_zoom_and_scroll_the_sheet_and_leave_no_ink(page: Page, site: str) -> None:
    pad = open_movable(page, site)
    pad.write("20", HIGH)
    expect(page.locator("#answer")).to_have_text("20")
    left, top, width = label(page)
    kept = drawing(page)
    fingers = Fingers(page, pad)
    fingers.put_down((0.4, 0.8))
    fingers.put_down((0.4, 0.8), (0.6, 0.8))
    fingers.move((0.3, 0.8), (0.7, 0.8))
    fingers.move((0.4, 0.9), (0.8, 0.9))
    fingers.lift()
    larger = label(page)
    assert larger[2] == pytest.approx(2 * width, rel=0.05)
    assert (larger[0], larger[1]) != (left, top)
    assert drawing(page) == kept
    expect(page.locator("#answer")).to_have_text("20")
    button(page, "Show all").click()
    settle(page)
    assert label(page) == pytest.approx((left, top, width), abs=1)
    expect(button(page, "Show all")).to_be_hidden()
    button(page, "Undo").click()
    expect(page.locator("#answer")).to_have_text("2")


def test_what_is_written_on_a_zoomed_sheet_stays_where_it_was_written(page: Page, site: str) -> None:
    pad = open_movable(page, site)
    fingers = Fingers(page, pad)
    fingers.put_down((0.3, 0.5))
    fingers.put_down((0.3, 0.5), (0.7, 0.5))
    fingers.move((0.4, 0.5), (0.6, 0.5))
    fingers.lift()
    pad.draw(DIGITS[7], Place(0.2, 0.2, 0.3))
    expect(page.locator("#answer")).to_have_text("7")
    before = label(page)
    button(page, "Show all").click()
    after = label(page)
    assert after[2] == pytest.approx(2 * before[2], rel=0.05)
    expect(page.locator("#answer")).to_have_text("7")


def test_clear_begins_a_sheet_anew(page: Page, site: str) -> None:
    pad = open_movable(page, site)
    pad.draw(DIGITS[7], HIGH)
    page.locator("#pad").focus()
    page.keyboard.press("+")
    expect(button(page, "Show all")).to_be_visible()
    button(page, "Clear").click()
    expect(button(page, "Show all")).to_be_hidden()


def test_keys_and_a_wheel_with_ctrl_zoom_and_are_told(page: Page, site: str) -> None:
    pad = open_movable(page, site)
    pad.draw(DIGITS[7], HIGH)
    expect(page.locator("#answer")).to_have_text("7")
    _, _, width = label(page)
    page.locator("#pad").focus()
    page.keyboard.press("+")
    page.keyboard.press("+")
    assert label(page)[2] == pytest.approx(1.25**2 * width, rel=0.03)
    expect(page.get_by_role("status").filter(has_text="Shown at 156%.")).to_have_count(1)
    page.keyboard.press("-")
    assert label(page)[2] == pytest.approx(1.25 * width, rel=0.03)
    page.mouse.move(*pad.at((0.2, 0.3)))
    page.keyboard.down("Control")
    page.mouse.wheel(0, 100)
    page.keyboard.up("Control")
    settle(page)
    assert label(page)[2] == pytest.approx(width, rel=0.03)


def test_a_number_of_ten_digits_has_room_on_a_phone(page: Page, site: str) -> None:
    pad = open_movable(page, site)
    number = "2071396820"
    size = 0.22
    left, last = 0.05, 0.0
    for index, digit in enumerate(number):
        pad.draw(DIGITS[int(digit)], Place(left, 0.4, size))
        expect(page.locator("#answer")).to_have_text(number[: index + 1])
        box = last_box(page)
        if pad.point_at((box["x"] + box["width"], 0))[0] > 0.85:
            # The sheet makes room while the hand rests.
            expect_soon(page, lambda: right_of_last(page) < pad.at((0.55, 0))[0], expected=True)
            settle(page)
            box = last_box(page)
        left = pad.point_at((box["x"] + box["width"], 0))[0] + 0.2 * size - 0.15 * size
        last += 1
    expect(page.locator("#answer")).to_have_text(number)
    expect(page.locator("#pad-marks .mark")).not_to_have_count(len(number))
    button(page, "Show all").click()
    expect(page.locator("#pad-marks .mark")).to_have_count(len(number))
    expect(page.locator("#answer")).to_have_text(number)


def last_box(page: Page) -> dict:
    settle(page)
    expect(page.locator("#pad-marks .mark").last).to_be_visible()
    box = page.locator("#pad-marks .mark").last.bounding_box()
    assert box
    return dict(box)


def right_of_last(page: Page) -> float:
    """The right side of the last label; nothing is shown while the sheet moves."""
    box = page.locator("#pad-marks .mark").last.bounding_box()
    return box["x"] + box["width"] if box else math.inf


def test_a_touch_on_ink_that_is_left_out_lets_it_be_read(page: Page, site: str) -> None:
    pad = open_movable(page, site)
    fingers = Fingers(page, pad)
    pad.write("20", HIGH)
    fingers.draw([[(0.92, 0.35)]], Place(0.0, 0.0, 1.0))
    expect(button(page, "Read the faint stroke too")).to_have_count(1)
    settle(page)
    expect(page.locator("#answer")).to_have_text("20")
    assert strength(page, pad, (0.92, 0.35)) < 160
    fingers.time = time.time()
    fingers.draw([[(0.91, 0.35)]], Place(0.0, 0.0, 1.0))
    expect(page.locator("#answer")).not_to_have_text("20")
    settle(page)
    assert strength(page, pad, (0.92, 0.35)) > 240
    button(page, "Undo").click()
    expect(page.locator("#answer")).to_have_text("20")


def test_ink_that_is_left_out_is_told_and_read_by_the_keyboard_too(page: Page, site: str) -> None:
    pad = open_movable(page, site)
    pad.write("20", HIGH)
    pad.draw([[(0.92, 0.35)]], Place(0.0, 0.0, 1.0))
    told = page.get_by_role("status").filter(has_text="1 stroke that lies apart is left out.")
    expect(told).to_have_count(1)
    expect(page.locator("#answer")).to_have_text("20")
    page.get_by_role("button", name="Read the faint stroke too").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#answer")).to_have_text(re.compile(r"20.+"))
    expect(page.locator("#pad")).to_be_focused()


def strength(page: Page, pad: Pad, point: tuple[float, float]) -> int:
    """How strong the ink is there, of 255."""
    x, y = pad.at(point)
    return page.evaluate(
        """([x, y]) => {
            const pad = document.querySelector('#pad');
            const { left, top } = pad.getBoundingClientRect();
            const ratio = devicePixelRatio;
            return pad.getContext('2d').getImageData((x - left) * ratio, (y - top) * ratio, 1, 1).data[3];
        }""",
        [x, y],
    )
