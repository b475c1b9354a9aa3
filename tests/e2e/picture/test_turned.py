"""A picture that lies on its side is shown upright, and turned by hand."""

from __future__ import annotations

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.support.kept import expect_soon, kept_of_picture
from tests.support.numbers_picture import fake_page, open_picture, page_of_numbers
from tests.support.page import open_page
from tests.support.pictures import as_file, open_file

WIDTH, HEIGHT = page_of_numbers().size
A_MINUTE = 60_000
"""Milliseconds."""


def shown_at(picture: Locator, turned: int, x: float, y: float) -> tuple[float, float]:
    """The place in the window of a pixel of the picture, which is shown turned."""
    box = picture.bounding_box()
    assert box
    across, down = x / WIDTH, y / HEIGHT
    for _ in range(turned // 90):
        across, down = 1 - down, across
    return box["x"] + across * box["width"], box["y"] + down * box["height"]


def sides(page: Page) -> list[int | None]:
    """From which sides pictures were to be read."""
    return page.evaluate("async () => (await import('./inkdigit.js'), sides)")


def turn(page: Page) -> None:
    page.get_by_role("button", name="Turn by a quarter", exact=True).click()


def expect_turned(page: Page, turned: int) -> None:
    expect(page.locator(".picture-photo")).to_have_attribute("data-turned", str(turned), timeout=A_MINUTE)


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_picture_that_lies_on_its_side_is_shown_upright_with_its_boxes_in_place(
    page: Page, site: str, turned: int
) -> None:
    fake_page(page, turned=turned)
    picture = open_picture(page, site)
    box = picture.bounding_box()
    assert box
    upright = HEIGHT / WIDTH if turned % 180 else WIDTH / HEIGHT
    assert box["width"] / box["height"] == pytest.approx(upright, rel=0.01)
    frame = page.locator(".picture-frame").bounding_box()
    assert frame
    assert box["x"] >= frame["x"] - 1
    assert box["y"] >= frame["y"] - 1
    assert box["x"] + box["width"] <= frame["x"] + frame["width"] + 1
    assert box["y"] + box["height"] <= frame["y"] + frame["height"] + 1
    mark = page.locator(".picture .mark[data-kind='digit']").first.bounding_box()
    assert mark
    corners = [shown_at(picture, turned, 100, 90), shown_at(picture, turned, 100 + 54, 90 + 120)]
    assert mark["x"] == pytest.approx(min(x for x, _ in corners), abs=2)
    assert mark["y"] == pytest.approx(min(y for _, y in corners), abs=2)
    page.mouse.click(*shown_at(picture, turned, 100 + 2.4 * 60, 150))
    expect(page.get_by_role("dialog").get_by_role("heading").first).to_have_text("4, not sure: 50%")
    page.keyboard.press("1")
    expect(page.locator("#answer")).to_have_text("2017 316")


def test_a_picture_is_turned_by_hand_and_read_from_that_side(page: Page, site: str) -> None:
    fake_page(page)
    picture = open_picture(page, site)
    expect_turned(page, 0)
    page.mouse.click(*shown_at(picture, 0, 100 + 2.4 * 60, 150))
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("1")
    expect(page.locator("#answer")).to_have_text("2017 316")
    turn(page)
    expect_turned(page, 90)
    expect(page.locator("#answer")).to_have_text("2017 316")
    turn(page)
    expect_turned(page, 180)
    assert sides(page) == [None, 90, 180]
    expect_soon(page, lambda: kept_of_picture(page, "turned"), 180)
    page.reload()
    expect_turned(page, 180)
    expect(page.locator("#answer")).to_have_text("2017 316")
    assert sides(page) == [180]


def test_who_turns_twice_in_a_row_sees_it_turned_by_half(page: Page, site: str) -> None:
    fake_page(page, delay_ms=50)
    open_picture(page, site)
    turn(page)
    turn(page)
    expect_turned(page, 180)


def test_a_crop_of_a_turned_picture_is_asked_for_where_it_lies_in_the_file(page: Page, site: str) -> None:
    fake_page(page, turned=90)
    open_picture(page, site)
    page.get_by_role("button", name="Crop").click()
    corner = page.get_by_role("button", name="The upper left corner")
    corner.focus()
    for _ in range(4):
        page.keyboard.press("Shift+ArrowDown")
    frame, picture = corner.bounding_box(), page.locator(".picture-photo img").bounding_box()
    assert frame
    assert picture
    assert frame["y"] + frame["height"] / 2 == pytest.approx(picture["y"] + 0.2 * picture["height"], abs=2)
    page.get_by_role("button", name="Done", exact=True).click()
    # The upper edge of what is shown is the left one of the file.
    areas = "async () => (await import('./inkdigit.js'), asked)"
    left = {"x": round(0.2 * WIDTH), "y": 0, "width": round(0.8 * WIDTH), "height": HEIGHT}
    expect_soon(page, lambda: page.evaluate(areas)[-1], left)
    assert sides(page)[-1] == 90


def test_a_real_page_on_its_side_is_read_and_shown_as_it_was_written(page: Page, site: str) -> None:
    open_page(page, site)
    # Turned against the clock, so that its upper edge is at the left.
    lying = page_of_numbers().transpose(Image.Transpose.ROTATE_90)
    open_file(page, as_file(lying, "lying.png"))
    # All four sides are read, which takes a busy machine its time.
    expect(page.locator("#answer")).to_have_text("2047 316", timeout=A_MINUTE)
    expect_turned(page, 90)
    picture = page.locator(".picture-photo img").bounding_box()
    assert picture
    assert picture["width"] / picture["height"] == pytest.approx(WIDTH / HEIGHT, rel=0.01)
    first = page.locator(".picture .mark[data-kind='digit']").first.bounding_box()
    assert first
    assert first["y"] < picture["y"] + picture["height"] / 3
    assert first["x"] < picture["x"] + picture["width"] / 3
    page.get_by_role("button", name="Writing", exact=True).click()
    expect(page.locator("#view")).to_contain_text("The line is level")
    page.keyboard.press("Escape")
    for turned in (180, 270, 0):
        turn(page)
        expect_turned(page, turned)
    turn(page)
    expect_turned(page, 90)
    expect(page.locator("#answer")).to_have_text("2047 316")
