"""A picture is cropped by a rectangle or by four corners, shown enlarged, and brought back by Undo."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.kept import expect_soon, kept_of_picture
from tests.support.numbers_picture import SHEET, SIZES, fake_page, on_a_table, open_picture, page_of_numbers, shown_at
from tests.support.page import open_page
from tests.support.pictures import as_file, open_file

WIDTH, HEIGHT = page_of_numbers().size
A_MINUTE = 60_000
"""Milliseconds."""


def asked_areas(page: Page) -> list[dict[str, int] | None]:
    """The areas that the reader was asked for so far."""
    return page.evaluate("async () => (await import('./inkdigit.js'), asked)")


def middle(element: Locator) -> tuple[float, float]:
    box = element.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(*end, steps=4)
    page.mouse.up()


def tool(page: Page, name: str) -> Locator:
    return page.locator("#picture-tools").get_by_role("button", name=name, exact=True)


def whole(page: Page) -> Locator:
    return page.get_by_role("button", name="Whole picture")


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_rectangle_is_drawn_and_only_that_is_read_and_shown_enlarged(
    page: Page, site: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    picture = open_picture(page, site)
    before = page.locator(".picture .mark[data-kind='digit']").first.bounding_box()
    assert before
    tool(page, "Crop").click()
    expect(page.get_by_role("button", name="The lower right corner")).to_be_visible()
    drag(page, shown_at(picture, 500, 270), shown_at(picture, 60, 60))
    page.get_by_role("button", name="Done", exact=True).click()
    expect(whole(page)).to_be_enabled()
    expect(page.locator("#answer")).to_have_text("2047")
    sheet = page.locator(".picture-sheet").bounding_box()
    assert sheet
    assert sheet["width"] / sheet["height"] == pytest.approx(440 / 210, rel=0.05)
    mark = page.locator(".picture .mark[data-kind='digit']").first.bounding_box()
    assert mark
    assert mark["width"] > 1.5 * before["width"], "it is shown enlarged"
    left, top = shown_at(picture, 100 + 0.2 * 120, 0)[0], shown_at(picture, 0, 90)[1]
    assert mark["x"] == pytest.approx(left, abs=12), "boxes stay where the digits are"
    assert mark["y"] == pytest.approx(top, abs=12)
    whole(page).click()
    expect(page.locator("#answer")).to_have_text("2047 316")


def test_undo_takes_back_a_crop_and_a_turn_and_redo_brings_them_again(page: Page, site: str) -> None:
    fake_page(page)
    picture = open_picture(page, site)
    tool(page, "Turn by a quarter").click()
    photo = page.locator(".picture-photo")
    expect(photo).to_have_attribute("data-turned", "90")
    tool(page, "Crop").click()
    corner = page.get_by_role("button", name="The lower right corner")
    corner.focus()
    for _ in range(3):
        page.keyboard.press("Shift+ArrowUp")
    page.keyboard.press("Enter")
    expect(whole(page)).to_be_enabled()
    tool(page, "Undo").click()
    expect(whole(page)).to_be_disabled()
    expect(photo).to_have_attribute("data-turned", "90")
    tool(page, "Undo").click()
    expect(photo).to_have_attribute("data-turned", "0")
    expect(tool(page, "Undo")).to_be_disabled()
    for _ in range(2):
        page.keyboard.press("Control+Shift+Z")
    expect(whole(page)).to_be_enabled()
    expect(photo).to_have_attribute("data-turned", "90")
    expect_soon(page, lambda: bool(kept_of_picture(page, "area")), expected=True)
    page.reload()
    expect(whole(page)).to_be_enabled()
    assert picture.evaluate("(image) => image.isConnected")


def test_four_corners_of_a_sheet_seen_aslant_are_found_and_it_is_read_and_shown_flat(page: Page, site: str) -> None:
    open_page(page, site)
    open_file(page, as_file(on_a_table(), "table.png"))
    expect(page.locator("#answer")).to_have_text("2047 316", timeout=A_MINUTE)
    before = page.locator(".picture .mark[data-kind='digit']").first.bounding_box()
    assert before
    tool(page, "Crop").click()
    page.get_by_role("button", name="Four corners").click()
    picture = page.locator(".picture-photo img").bounding_box()
    assert picture
    for name, (x, y) in zip(("upper left", "upper right", "lower right", "lower left"), SHEET, strict=True):
        handle = middle(page.get_by_role("button", name=f"The {name} corner"))
        place = picture["x"] + x / 1200 * picture["width"], picture["y"] + y / 900 * picture["height"]
        assert handle == pytest.approx(place, abs=5)
    page.get_by_role("button", name="Done", exact=True).click()
    expect(whole(page)).to_be_enabled(timeout=A_MINUTE)
    expect(page.locator("#answer")).to_have_text("2047 316")
    sheet = page.locator(".picture-sheet").bounding_box()
    assert sheet
    # The digits of a line stand level and where they were written.
    marks = page.locator(".picture .mark[data-kind='digit']").all()[:4]
    shown = [box for mark in marks if (box := mark.bounding_box())]
    assert shown[0]["height"] > 1.2 * before["height"], "it is shown enlarged"
    tops = [box["y"] for box in shown]
    assert max(tops) - min(tops) < 0.05 * sheet["height"]
    assert (tops[0] - sheet["y"]) / sheet["height"] == pytest.approx(100 / HEIGHT, abs=0.04)
    expect_soon(page, lambda: bool(kept_of_picture(page, "area")), expected=True)
    page.reload()
    expect(whole(page)).to_be_enabled(timeout=A_MINUTE)
    expect(page.locator("#answer")).to_have_text("2047 316")


def test_corners_go_by_keyboard_each_by_itself(page: Page, site: str) -> None:
    fake_page(page)
    open_picture(page, site)
    tool(page, "Crop").click()
    page.get_by_role("button", name="Four corners").focus()
    page.keyboard.press("Enter")
    status = page.locator(".crop [role='status']")
    page.get_by_role("button", name="The upper left corner").focus()
    page.keyboard.press("Shift+ArrowRight")
    expect(status).to_have_text("The corner: 13% across, 8% down")
    other = page.get_by_role("button", name="The lower left corner")
    place = middle(other)
    page.keyboard.press("Shift+ArrowDown")
    expect(status).to_have_text("The corner: 13% across, 13% down")
    assert middle(other) == place
    page.get_by_role("button", name="Four corners").click()
    page.get_by_role("button", name="Done", exact=True).click()
    expect(whole(page)).to_be_enabled()
    area = {"x": 0.08 * WIDTH, "y": 0.08 * HEIGHT, "width": 0.84 * WIDTH, "height": 0.84 * HEIGHT}
    asked = asked_areas(page)[-1]
    assert asked
    for side, value in area.items():
        assert asked[side] == pytest.approx(value, abs=1)


def test_the_crop_frame_goes_by_keyboard(page: Page, site: str) -> None:
    fake_page(page)
    open_picture(page, site)
    tool(page, "Crop").click()
    page.get_by_role("button", name="The upper left corner").focus()
    for _ in range(4):
        page.keyboard.press("Shift+ArrowDown")
    page.get_by_role("button", name="Area that is read").focus()
    for _ in range(2):
        page.keyboard.press("Shift+ArrowUp")
    expect(page.locator(".crop [role='status']")).to_have_text("100% by 80%, 0% across, 10% down")
    page.keyboard.press("Enter")
    expect(whole(page)).to_be_enabled()
    expect_soon(page, lambda: asked_areas(page)[-1], {"x": 0, "y": 70, "width": 900, "height": 560})
    expect(page.get_by_role("button", name="The upper left corner")).to_be_hidden()
    expect(page.locator(".picture-name")).to_be_visible()


def test_escape_gives_up_a_drag_and_then_the_crop_and_leaves_it_as_it_was(page: Page, site: str) -> None:
    fake_page(page)
    picture = open_picture(page, site)
    tool(page, "Crop").click()
    corner = page.get_by_role("button", name="The lower right corner")
    expect(corner).to_be_visible()
    before = corner.bounding_box()
    assert before
    page.mouse.move(*middle(corner))
    page.mouse.down()
    page.mouse.move(*shown_at(picture, 600, 330), steps=4)
    assert corner.bounding_box() != before
    page.keyboard.press("Escape")
    assert corner.bounding_box() == before
    page.mouse.up()
    expect(corner).to_be_visible()
    drag(page, middle(corner), shown_at(picture, 600, 330))
    page.keyboard.press("Escape")
    expect(corner).to_be_hidden()
    expect(page.locator(".picture-name")).to_be_visible()
    expect(whole(page)).to_be_disabled()
    expect(tool(page, "Undo")).to_be_disabled()


def test_a_crop_keeps_what_was_corrected(page: Page, site: str) -> None:
    fake_page(page)
    picture = open_picture(page, site)
    page.mouse.click(*shown_at(picture, 100 + 2.4 * 60, 150))
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("1")
    expect(page.locator("#answer")).to_have_text("2017 316")
    tool(page, "Crop").click()
    page.get_by_role("button", name="The lower right corner").focus()
    page.keyboard.press("ArrowUp")
    tool(page, "Crop").click()
    expect(whole(page)).to_be_enabled()
    expect(page.locator("#answer")).to_have_text("2017 316")
    page.mouse.click(*shown_at(picture, 100 + 2.4 * 60, 150))
    expect(page.get_by_role("dialog")).to_be_visible()


def test_what_is_offered_to_be_read_covers_no_other_ink(page: Page, site: str) -> None:
    word = {"kind": "word", "x": 500, "y": 400, "width": 200, "height": 60}
    fake_page(page, skipped=[word, {**word, "y": 470}])
    picture = open_picture(page, site)
    page.mouse.click(*shown_at(picture, 600, 430))
    read, frame = page.get_by_role("button", name="Read this"), page.locator(".picture-frame").bounding_box()
    expect(read).to_be_visible()
    box = read.bounding_box()
    assert frame
    assert box
    assert box["y"] >= frame["y"] + frame["height"] - 1, "it stands below the picture"
