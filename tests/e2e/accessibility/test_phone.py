"""A phone in the hand: one finger draws on the pad and scrolls beside it, and everything fits."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.support.fingers import Fingers
from tests.support.hand import CORNER, DIGITS, Pad, Place
from tests.support.page import open_page, settle
from tests.support.pictures import as_file, open_file, picture_of

PHONE = {"width": 360, "height": 740}
SIZES = [(320, 568), (360, 740), (740, 360), (768, 1024), (1024, 700), (1440, 900), (2560, 1440)]


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport=PHONE, device_scale_factor=3, has_touch=True, is_mobile=True)  # type: ignore[arg-type]
    yield made
    made.close()


def swipe_up(fingers: Fingers, x: float) -> None:
    fingers.put_down((x, 0.9))
    for step in range(15):
        fingers.move((x, 0.9 - 0.04 * step))
    fingers.lift()


def scrolled(page: Page) -> float:
    return page.evaluate("scrollY")


@pytest.mark.parametrize("digit", [2, 4, 9])
def test_a_finger_draws_and_is_read(page: Page, site: str, digit: int) -> None:
    pad = open_page(page, site)
    Fingers(page, pad).draw(DIGITS[digit])
    expect(page.locator("#answer")).to_have_text(str(digit))


def test_a_tiny_digit_in_a_corner_is_read(page: Page, site: str) -> None:
    pad = open_page(page, site)
    Fingers(page, pad).draw(DIGITS[4], CORNER)
    expect(page.locator("#answer")).to_have_text("4")


def test_drawing_does_not_scroll_and_beside_the_pad_it_does(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 360, "height": 600})
    pad = open_page(page, site)
    expect(pad.element).to_have_css("touch-action", "none")
    swipe_up(Fingers(page, pad), 0.5)
    settle(page)
    assert scrolled(page) == 0
    assert pad.ink() > 0
    swipe_up(Fingers(page, pad), -0.1)
    page.wait_for_function("() => scrollY > 0")


def test_rotation_keeps_the_drawing_and_its_answer(page: Page, site: str) -> None:
    pad = open_page(page, site)
    Fingers(page, pad).draw(DIGITS[4])
    expect(page.locator("#answer")).to_have_text("4")
    page.set_viewport_size({"width": PHONE["height"], "height": PHONE["width"]})
    expect(page.locator("#answer")).to_have_text("4")
    expect(pad.element).to_be_in_viewport(ratio=1)
    Fingers(page, pad).draw([[(0.1, 0.1), (0.2, 0.1)]])
    expect(page.get_by_role("button", name="Undo")).to_be_enabled()
    assert pad.ink() > 0


def test_what_was_written_on_a_wide_pad_is_whole_on_a_narrow_one(page: Page, site: str) -> None:
    page.set_viewport_size({"width": PHONE["height"], "height": PHONE["width"]})
    pad = open_page(page, site)
    pad.write("47", Place(0.15, 0.2, 0.6))
    expect(page.locator("#answer")).to_have_text("47")
    page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    expect(page.locator("#answer")).to_have_text("47")
    box = pad.element.bounding_box()
    assert box
    for mark in page.locator("#pad-marks .mark").all():
        expect(mark).to_be_in_viewport(ratio=1)
        place = mark.bounding_box()
        assert place
        assert box["x"] <= place["x"]
        assert place["x"] + place["width"] <= box["x"] + box["width"]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_pad_answer_and_tools_fit_in_one_view(page: Page, site: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    pad = open_page(page, site)
    Fingers(page, pad).draw(DIGITS[4])
    for part in ("#pad", "#answer", "#chart", "#toolbar", "#preview"):
        expect(page.locator(part)).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing sticks out at the side"


def test_everything_to_touch_is_large_enough(page: Page, site: str) -> None:
    open_page(page, site)
    targets = page.locator("button:visible, .button:visible, summary:visible")
    assert targets.count() >= 6
    for target in targets.all():
        box = target.bounding_box()
        assert box
        assert box["width"] >= 44
        assert box["height"] >= 44


def too_small(page: Page) -> list[str]:
    """Name the buttons that a finger could miss."""
    return page.locator("button:visible:not(#answer button), .button:visible, summary:visible").evaluate_all(
        """(targets) => targets.filter((target) => {
            const box = target.getBoundingClientRect();
            return box.width < 44 || box.height < 44;
        }).map((target) => target.textContent.trim() || target.ariaLabel)"""
    )


def test_what_is_touched_in_the_other_views_is_large_enough_too(page: Page, site: str) -> None:
    pad = open_page(page, site)
    Fingers(page, pad).draw(DIGITS[7])
    page.locator("#answer .answer-part").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert not too_small(page)
    page.keyboard.press("Escape")
    open_file(page, as_file(picture_of(7)))
    expect(page.locator("#picture")).to_be_visible()
    page.get_by_role("button", name="Crop").click()
    expect(page.get_by_role("button", name="Area that is read")).to_be_visible()
    assert not too_small(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing sticks out at the side"


def test_a_tap_on_a_digits_label_asks_about_it_each_time(page: Page, site: str) -> None:
    pad = open_page(page, site)
    fingers = Fingers(page, pad)
    fingers.draw(DIGITS[7])
    expect(page.locator("#answer")).to_have_text("7")
    drawn = pad.ink()
    for _ in range(2):
        # The first time the dialog is still to be fetched; the second time it is there before the tap is over.
        label = page.locator("#pad-marks .mark-label").bounding_box()
        assert label
        fingers.put_down(pad.point_at((label["x"] + label["width"] / 2, label["y"] + label["height"] / 2)))
        fingers.lift()
        dialog = page.get_by_role("dialog")
        expect(dialog).to_be_visible()
        settle(page)
        expect(dialog).to_be_visible()
        dialog.get_by_role("button", name="Close", exact=True).click()
        expect(dialog).to_be_hidden()
    assert pad.ink() == drawn


def test_nothing_moves_when_the_answer_comes(page: Page, site: str) -> None:
    pad = open_page(page, site)
    before = Pad(page).element.bounding_box()
    Fingers(page, pad).draw(DIGITS[4])
    expect(page.locator("#answer")).to_have_text("4")
    assert pad.element.bounding_box() == before
