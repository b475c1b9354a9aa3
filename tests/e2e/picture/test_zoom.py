"""A picture is shown larger by every hand: fingers, wheel, double tap and keys."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.support.numbers_picture import fake_page, open_picture, shown_at
from tests.support.page import settle


def width(page: Page) -> float:
    return page.locator(".picture-sheet").evaluate("(sheet) => sheet.getBoundingClientRect().width")


def test_the_wheel_with_ctrl_zooms_about_the_pointer(page: Page, site: str) -> None:
    fake_page(page)
    picture = open_picture(page, site)
    before = width(page)
    x, y = shown_at(picture, 700, 300)
    page.mouse.move(x, y)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -400)
    page.keyboard.up("Control")
    settle(page)
    assert width(page) > 2 * before
    assert shown_at(picture, 700, 300) == pytest.approx((x, y), abs=3)


def test_a_double_tap_shows_what_is_below_it_larger_and_all_again(page: Page, site: str) -> None:
    fake_page(page)
    picture = open_picture(page, site)
    before = width(page)
    page.mouse.dblclick(*shown_at(picture, 800, 600))
    settle(page)
    assert width(page) == pytest.approx(2.5 * before, rel=0.02)
    frame = page.locator(".picture-frame").bounding_box()
    assert frame
    page.mouse.dblclick(frame["x"] + frame["width"] / 2, frame["y"] + frame["height"] / 2)
    settle(page)
    assert width(page) == pytest.approx(before, rel=0.02)


def test_keys_zoom_and_move_the_picture_and_the_zoom_goes_to_what_is_chosen(page: Page, site: str) -> None:
    fake_page(page)
    open_picture(page, site)
    before = width(page)
    frame = page.get_by_role("group", name="The picture: + and - enlarge it")
    frame.focus()
    for _ in range(3):
        page.keyboard.press("+")
    settle(page)
    assert width(page) > 3 * before
    # The 4 of which the reader is not sure is what the page is about.
    chosen = page.locator(".picture .mark[data-selected]")
    expect(chosen).to_be_in_viewport()
    top = frame.evaluate("(frame) => frame.scrollTop")
    page.keyboard.press("ArrowDown")
    page.wait_for_function("(top) => document.querySelector('.picture-frame').scrollTop > top", arg=top)
    page.locator(".answer-part").last.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    settle(page)
    expect(chosen.locator(".mark-text")).to_have_text("6")
    expect(chosen).to_be_in_viewport()
    frame.focus()
    page.keyboard.press("0")
    settle(page)
    assert width(page) == pytest.approx(before, rel=0.02)
