"""The life of a finger's stroke: further fingers, palms, gestures of the system."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.support.fingers import Fingers, draw_with_pen
from tests.support.hand import DIGITS, MIDDLE, Place, on_pad
from tests.support.page import open_page, settle

STROKE = on_pad(DIGITS[7][0], MIDDLE)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(has_touch=True, viewport={"width": 800, "height": 900})
    yield made
    made.close()


def test_a_finger_draws(page: Page, site: str) -> None:
    pad = open_page(page, site)
    Fingers(page, pad).draw(DIGITS[7])
    expect(page.locator("#answer")).to_have_text("7")


def test_a_tap_leaves_a_dot(page: Page, site: str) -> None:
    pad = open_page(page, site)
    Fingers(page, pad).draw([[(0.5, 0.5)]])
    expect(page.get_by_role("button", name="Undo")).to_be_enabled()
    assert pad.ink() > 0


def test_a_second_finger_does_not_disturb_a_stroke_that_is_under_way(page: Page, site: str) -> None:
    pad = open_page(page, site)
    fingers = Fingers(page, pad)
    fingers.draw(DIGITS[7])
    expect(page.locator("#answer")).to_have_text("7")
    alone = pad.ink()
    page.get_by_role("button", name="Clear").click()
    expect(page.locator("#answer")).to_have_text("")
    page.evaluate(
        """() => {
            window.pointers = new Set();
            document.querySelector('#pad').addEventListener('pointermove', (event) => pointers.add(event.pointerId));
        }"""
    )
    first, begun, *rest = STROKE
    fingers.put_down(first)
    fingers.move(begun)
    for index, point in enumerate(rest):
        other = (0.9, 0.9 - 0.1 * index)
        fingers.put_down(point, other)
        fingers.move(point, other)
        fingers.move(point)
    fingers.lift()
    expect(page.locator("#answer")).to_have_text("7")
    assert page.evaluate("pointers.size") > 1
    assert pad.ink() == alone
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#answer")).to_have_text("")


def test_a_stroke_that_the_system_cancels_is_discarded(page: Page, site: str) -> None:
    pad = open_page(page, site)
    fingers = Fingers(page, pad)
    fingers.draw(DIGITS[7])
    expect(page.locator("#answer")).to_have_text("7")
    before = pad.ink()
    fingers.put_down((0.92, 0.25))
    fingers.move((0.92, 0.75))
    expect(page.locator("#answer")).to_have_text("71")
    fingers.cancel()
    expect(page.locator("#answer")).to_have_text("7")
    assert pad.ink() == before
    fingers.draw([[(0.1, 0.1), (0.2, 0.1)]])
    settle(page)
    assert pad.ink() > before


def test_erasing_that_the_system_cancels_is_undone(page: Page, site: str) -> None:
    pad = open_page(page, site)
    fingers = Fingers(page, pad)
    fingers.draw(DIGITS[7])
    expect(page.locator("#answer")).to_have_text("7")
    page.get_by_role("button", name="Eraser").click()
    fingers.put_down((0.1, 0.5))
    fingers.move((0.9, 0.5))
    expect(page.locator("#answer")).to_have_text("")
    fingers.cancel()
    expect(page.locator("#answer")).to_have_text("7")


def test_while_the_pen_is_at_hand_the_palm_does_not_draw(page: Page, site: str) -> None:
    pad = open_page(page, site)
    now = time.time()
    draw_with_pen(page, pad, DIGITS[7][0], at=now)
    expect(page.locator("#answer")).to_have_text("7")
    palm = Fingers(page, pad)
    palm.time = now + 1
    palm.draw([[(0.1, 0.9), (0.9, 0.9)]])
    palm.put_down((0.1, 0.9))
    palm.put_down((0.1, 0.9), (0.8, 0.9))
    palm.move((0.2, 0.8), (0.7, 0.8))
    palm.lift()
    page.mouse.move(0, 0)
    pad.write("1", Place(0.75, 0.1, 0.6))
    expect(page.locator("#answer")).to_have_text("71")  # a mouse is no palm
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#answer")).to_have_text("7")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Undo")).to_be_disabled()
    expect(page.locator("#answer")).to_have_text("")


def test_once_the_pen_was_put_away_a_finger_draws_again(page: Page, site: str) -> None:
    pad = open_page(page, site)
    now = time.time()
    draw_with_pen(page, pad, DIGITS[1][0], at=now)
    expect(page.locator("#answer")).to_have_text("1")
    page.get_by_role("button", name="Clear").click()
    expect(page.locator("#answer")).to_have_text("")
    fingers = Fingers(page, pad)
    fingers.time = now + 10
    fingers.draw(DIGITS[7])
    expect(page.locator("#answer")).to_have_text("7")


def test_a_palm_that_was_lifted_just_before_the_pen_came_leaves_nothing(page: Page, site: str) -> None:
    pad = open_page(page, site)
    fingers = Fingers(page, pad)
    fingers.draw(DIGITS[1])
    expect(page.locator("#answer")).to_have_text("1")
    page.get_by_role("button", name="Undo").click()
    redo = page.get_by_role("button", name="Redo")
    expect(redo).to_be_enabled()
    fingers.time = time.time() + 10
    fingers.draw([[(0.5, 0.9), (0.9, 0.9)], [(0.6, 0.8), (0.9, 0.8)]])
    expect(redo).to_be_disabled()
    draw_with_pen(page, pad, DIGITS[7][0], at=fingers.time + 0.2)
    expect(page.locator("#answer")).to_have_text("7")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Undo")).to_be_disabled()
    expect(page.locator("#answer")).to_have_text("")


def test_a_pen_takes_over_from_the_palm_that_landed_first(page: Page, site: str) -> None:
    pad = open_page(page, site)
    fingers = Fingers(page, pad)
    fingers.put_down((0.8, 0.95))
    fingers.move((0.9, 0.9))
    draw_with_pen(page, pad, DIGITS[7][0])
    fingers.lift()
    expect(page.locator("#answer")).to_have_text("7")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#answer-box")).to_contain_text("Write a number")
    assert pad.ink() == 0


def dispatch(page: Page, kind: str, point: tuple[float, float], **options: object) -> None:
    """Hand the pad an event that a real device sends and the browser's own emulation does not."""
    page.evaluate(
        """([kind, [x, y], { between = [], ...options }]) => {
            const pad = document.querySelector('#pad');
            const { left, top, width } = pad.getBoundingClientRect();
            const at = ([x, y]) => ({ clientX: left + x * width, clientY: top + y * width });
            const shared = { bubbles: true, pointerId: 9, pointerType: 'pen', ...options };
            const coalescedEvents = between.map((place) => new PointerEvent(kind, { ...shared, ...at(place) }));
            pad.dispatchEvent(new PointerEvent(kind, { ...shared, ...at([x, y]), coalescedEvents }));
        }""",
        [kind, point, options],
    )


def test_what_the_pen_did_between_two_frames_is_drawn_too(page: Page, site: str) -> None:
    open_page(page, site)
    dispatch(page, "pointerdown", (0.3, 0.2), buttons=1)
    dispatch(page, "pointermove", (0.4, 0.9), buttons=1, between=[(0.5, 0.2), (0.7, 0.2), (0.4, 0.9)])
    dispatch(page, "pointerup", (0.4, 0.9))
    expect(page.locator("#answer")).to_have_text("7")


def test_the_far_end_of_a_pen_erases(page: Page, site: str) -> None:
    pad = open_page(page, site)
    pad.draw(DIGITS[7])
    expect(page.locator("#answer")).to_have_text("7")
    dispatch(page, "pointerdown", (0.1, 0.5), button=5, buttons=32)
    dispatch(page, "pointermove", (0.9, 0.5), button=-1, buttons=32)
    dispatch(page, "pointerup", (0.9, 0.5), button=5)
    expect(page.locator("#answer")).to_have_text("")
    expect(page.get_by_role("button", name="Eraser")).to_have_attribute("aria-pressed", "false")
    pad.draw(DIGITS[7])
    expect(page.locator("#answer")).to_have_text("7")


def test_a_release_that_was_never_heard_of_does_not_leave_the_pen_down(page: Page, site: str) -> None:
    pad = open_page(page, site)
    dispatch(page, "pointerdown", (0.2, 0.2), pointerType="mouse", buttons=1)
    dispatch(page, "pointermove", (0.4, 0.2), pointerType="mouse", buttons=1)
    dispatch(page, "pointermove", (0.4, 0.9), pointerType="mouse", buttons=0)
    expect(page.get_by_role("button", name="Undo")).to_be_enabled()
    drawn = pad.ink()
    dispatch(page, "pointermove", (0.9, 0.9), pointerType="mouse", buttons=0)
    settle(page)
    assert pad.ink() == drawn
