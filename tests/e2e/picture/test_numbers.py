"""A picture of several numbers: boxes over it, corrected in place; several pictures become a batch."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.support.corrections import choose
from tests.support.hand import DIGITS, on_pad
from tests.support.kept import expect_soon, kept, kept_corrections
from tests.support.numbers_picture import (
    FIRST,
    SECOND,
    SIZES,
    fake_page,
    open_picture,
    page_of_numbers,
    place_of,
    shown_at,
)
from tests.support.page import let_pass, open_page
from tests.support.pictures import as_file, open_file


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_boxes_lie_on_the_digits_at_every_size(page: Page, site: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    picture = open_picture(page, site)
    expect(page.locator(".picture .mark[data-kind='number'] .mark-text")).to_have_text(["2047", "316"])
    digits = page.locator(".picture .mark[data-kind='digit']")
    expect(digits).to_have_count(7)
    places = [place_of(FIRST, index) for index in range(4)] + [place_of(SECOND, index) for index in range(3)]
    for mark, digit, place in zip(digits.all(), "2047316", places, strict=True):
        points = [point for stroke in DIGITS[int(digit)] for point in on_pad(stroke, place)]
        left, top = shown_at(picture, min(x for x, _ in points) - 3, min(y for _, y in points) - 3)
        right, bottom = shown_at(picture, max(x for x, _ in points) + 3, max(y for _, y in points) + 3)
        box = mark.bounding_box()
        assert box
        assert (box["x"], box["y"]) == pytest.approx((left, top), abs=4)
        assert (box["x"] + box["width"], box["y"] + box["height"]) == pytest.approx((right, bottom), abs=4)


def test_boxes_follow_the_picture_when_it_is_made_larger(page: Page, site: str) -> None:
    fake_page(page)
    picture = open_picture(page, site)
    before = picture.bounding_box()
    page.get_by_role("button", name="Larger").click()
    after = picture.bounding_box()
    assert before
    assert after
    assert after["width"] == pytest.approx(1.5 * before["width"], abs=1)
    box = page.locator(".picture .mark[data-kind='digit']").first.bounding_box()
    assert box
    assert (box["x"], box["y"]) == pytest.approx(shown_at(picture, 100, 90), abs=2)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_digit_is_corrected_where_it_stands_in_the_picture(page: Page, site: str) -> None:
    fake_page(page)
    picture = open_picture(page, site)
    page.mouse.click(*shown_at(picture, 100 + 2.4 * 60, 150))
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("heading").first).to_have_text("4, not sure: 50%")
    page.keyboard.press("1")
    expect(page.locator("#answer")).to_have_text("2017 316")
    expect(page.locator(".picture .mark[data-kind='number'] .mark-text")).to_have_text(["2017", "316"])
    tools = page.get_by_role("group", name="Tools for the picture")
    tools.get_by_role("button", name="Undo").click()
    expect(page.locator("#answer")).to_have_text("2047 316")
    page.keyboard.press("Control+Shift+z")
    expect(page.locator("#answer")).to_have_text("2017 316")


def test_a_number_of_the_picture_is_typed(page: Page, site: str) -> None:
    fake_page(page)
    open_picture(page, site)
    page.locator(".picture .mark[data-kind='number'] .mark-label").nth(1).click()
    field = page.get_by_role("dialog").get_by_label("The whole number").last
    field.fill("3,160")
    field.press("Enter")
    expect(page.locator("#answer")).to_have_text("2047 3,160")


def test_doubtful_numbers_are_dashed(page: Page, site: str) -> None:
    fake_page(page)
    open_picture(page, site)
    styles = page.locator(".picture .mark[data-kind='number']").evaluate_all(
        "(marks) => marks.map((mark) => getComputedStyle(mark, '::before').borderStyle)"
    )
    assert styles == ["dashed", "solid"]


def kept_picture(page: Page) -> tuple[str, int]:
    """The name of the picture that is on the device, and how many corrections of it are."""
    return kept(page, "picture").get("file", ""), kept_corrections(page)


def test_undo_brings_back_the_corrected_picture_whose_place_another_one_took(page: Page, site: str) -> None:
    fake_page(page)
    open_page(page, site)
    open_file(page, as_file(page_of_numbers(), "first.png"))
    expect(page.locator("#answer")).to_have_text("2047 316")
    choose(page, 0, "3")
    expect(page.locator("#answer")).to_have_text("3047 316")
    open_file(page, as_file(page_of_numbers(), "second.png"))
    name = page.locator(".picture-name")
    expect(name).to_have_text("second.png")
    expect(page.locator("#answer")).to_have_text("2047 316")
    expect_soon(page, lambda: kept_picture(page), ("second.png", 0))
    tools = page.locator("#picture-tools")
    tools.get_by_role("button", name="Undo").click()
    expect(name).to_have_text("first.png")
    expect(page.locator("#answer")).to_have_text("3047 316")
    assert page.locator(".picture-photo img").evaluate("(image) => image.naturalWidth") > 0
    expect_soon(page, lambda: kept_picture(page), ("first.png", 1))
    page.reload()
    expect(page.locator("#answer")).to_have_text("3047 316")
    expect(name).to_have_text("first.png")


A_STAGE = 60_000
"""Milliseconds of the page's clock: no machine is so busy that a stage ends before the test lets it."""


def test_progress_is_shown_as_it_is_and_can_be_canceled(page: Page, site: str) -> None:
    page.clock.install()
    fake_page(page, delay_ms=A_STAGE)
    pad = open_page(page, site)
    pad.draw(DIGITS[7])
    drawn = pad.ink()
    open_file(page, as_file(page_of_numbers()))
    message = page.locator("#message")
    expect(message).to_contain_text("Opening the picture")
    for stage, share in (("Looking for ink", 0.25), ("Looking for numbers", 0.5)):
        let_pass(page, A_STAGE)
        expect(message).to_contain_text(stage)
        assert page.get_by_role("progressbar").evaluate("(bar) => bar.value") == share
    message.get_by_role("button", name="Cancel").click()
    expect(message.get_by_role("button", name="Cancel")).to_be_hidden()
    let_pass(page, 2 * A_STAGE)
    expect(pad.element).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)
    assert pad.ink() == drawn


def test_a_picture_that_is_still_being_read_does_not_come_after_whoever_has_left_it(page: Page, site: str) -> None:
    page.clock.install()
    fake_page(page, delay_ms=400)
    open_page(page, site)
    open_file(page, as_file(page_of_numbers()))
    expect(page.locator("#message")).to_contain_text("Looking for")
    page.get_by_role("button", name="Batch").click()
    expect(page.locator("#batch")).to_be_visible()
    expect(page.locator("#message")).to_have_text("", use_inner_text=True)
    let_pass(page, 2000)
    expect(page.locator("#batch")).to_be_visible()
    expect(page.locator("#desk")).to_be_hidden()
