"""Everything without a pointer."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.support.hand import DIGITS
from tests.support.page import open_page, settle
from tests.support.pen_keys import SEVEN, TO_THE_START, draw_seven, press


def test_the_keyboard_pen_draws_a_digit(page: Page, site: str) -> None:
    pad = open_page(page, site)
    draw_seven(page, pad)
    expect(page.locator("#answer")).to_have_text("7")


def test_the_answer_follows_the_keyboard_pen(page: Page, site: str) -> None:
    pad = open_page(page, site)
    pad.element.focus()
    press(page, [*TO_THE_START, "Space", *SEVEN])
    expect(page.locator("#answer")).to_have_text("7")


def test_the_pen_is_visible_and_says_where_it_is(page: Page, site: str) -> None:
    pad = open_page(page, site)
    pad.element.focus()
    assert pad.ink() == 0
    box = pad.element.bounding_box()
    assert box
    side = min(box["width"], box["height"])
    # The first key shows the pen in the middle; the second is a large step, a tenth of the shorter side.
    across, down = round(50 - 10 * side / box["width"]), round(50 + 2 * side / box["height"])
    press(page, ["ArrowLeft", "Shift+ArrowLeft", "Enter"])
    expect(page.locator("#position-status")).to_have_text(f"Pen down, {across}% across, 50% down")
    assert pad.ink() > 0
    press(page, ["ArrowDown", "Enter"])
    expect(page.locator("#position-status")).to_have_text(f"Pen up, {across}% across, {down}% down")


def test_escape_discards_the_stroke_in_progress(page: Page, site: str) -> None:
    pad = open_page(page, site)
    draw_seven(page, pad)
    expect(page.locator("#answer")).to_have_text("7")
    press(page, ["Space", "Shift+ArrowUp", "Shift+ArrowLeft", "Escape"])
    expect(page.locator("#answer")).to_have_text("7")
    press(page, ["Control+z"])
    expect(page.locator("#answer-box")).to_contain_text("Write a number")


def test_leaving_the_pad_lifts_the_pen(page: Page, site: str) -> None:
    pad = open_page(page, site)
    pad.element.focus()
    press(page, [*TO_THE_START, "Space", *SEVEN, "Tab"])
    expect(page.get_by_role("button", name="Undo")).to_be_enabled()
    expect(page.locator("#answer")).to_have_text("7")
    drawn = pad.ink()
    press(page, ["ArrowRight", "ArrowRight"])
    settle(page)
    assert pad.ink() == drawn


def test_shortcuts(page: Page, site: str) -> None:
    pad = open_page(page, site)
    pad.draw(DIGITS[7])
    answer = page.locator("#answer")
    expect(answer).to_have_text("7")
    for key, text in [
        ("Control+z", ""),
        ("Control+Shift+z", "7"),
        ("Meta+z", ""),
        ("Control+y", "7"),
        ("Delete", ""),
        ("Control+z", "7"),
        ("Escape", ""),
        ("Control+z", "7"),
    ]:
        page.keyboard.press(key)
        expect(answer).to_have_text(text)


def test_escape_puts_the_eraser_away_before_anything_else(page: Page, site: str) -> None:
    pad = open_page(page, site)
    pad.draw(DIGITS[7])
    answer, eraser = page.locator("#answer"), page.get_by_role("button", name="Eraser")
    expect(answer).to_have_text("7")
    eraser.click()
    expect(eraser).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Escape")
    expect(eraser).to_have_attribute("aria-pressed", "false")
    expect(answer).to_have_text("7")


@pytest.mark.parametrize("key", ["Escape", "Delete", "Backspace"])
def test_a_key_that_clears_the_pad_says_how_the_drawing_comes_back(page: Page, site: str, key: str) -> None:
    pad = open_page(page, site)
    pad.draw(DIGITS[7])
    expect(page.locator("#answer")).to_have_text("7")
    page.keyboard.press(key)
    expect(page.locator("#answer")).to_have_text("")
    expect(page.locator("#message")).to_contain_text("Undo, or Ctrl+Z, brings it back")
    expect(page.locator("#message")).to_be_in_viewport()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#answer")).to_have_text("7")
    expect(page.locator("#message")).not_to_contain_text("Undo")


def test_plain_letters_work_only_on_the_pad(page: Page, site: str) -> None:
    pad = open_page(page, site)
    eraser = page.get_by_role("button", name="Eraser")
    eraser.focus()
    page.keyboard.press("e")
    expect(eraser).to_have_attribute("aria-pressed", "false")
    pad.element.focus()
    page.keyboard.press("e")
    expect(eraser).to_have_attribute("aria-pressed", "true")


def test_the_keyboard_erases(page: Page, site: str) -> None:
    pad = open_page(page, site)
    draw_seven(page, pad)
    expect(page.locator("#answer")).to_have_text("7")
    press(page, ["e", "Space", "ArrowUp", "Space"])
    expect(page.locator("#answer-box")).to_contain_text("Write a number")


def test_every_control_is_reached_in_order_and_shows_its_focus(page: Page, site: str) -> None:
    pad = open_page(page, site)
    pad.draw(DIGITS[7])
    expect(page.locator("#answer")).to_have_text("7")
    page.locator("h1").click()
    named = "({ id, textContent, firstElementChild }) => id || textContent.trim() || firstElementChild.id"
    reached = []
    for _ in range(20):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(f"({named})(document.activeElement)"))
        shown = page.locator(":focus-visible, .button:has(:focus-visible)").first
        assert shown.evaluate("(element) => getComputedStyle(element).outlineStyle") == "solid"
    answer = ["7", "preview", "Why", "Writing", "Speak", "Copy"]
    tools = ["Undo", "Redo", "Eraser", "Clear", "Save"]
    entries = ["picture-file", "Camera", "Batch", "Form", "Guide", "History", "Model card", "Settings"]
    assert reached == [*answer, *tools, "pad", *entries]


def test_buttons_keep_the_focus_when_there_is_nothing_left_to_do(page: Page, site: str) -> None:
    pad = open_page(page, site)
    pad.draw(DIGITS[7])
    undo = page.get_by_role("button", name="Undo")
    undo.focus()
    page.keyboard.press("Enter")
    expect(undo).to_be_disabled()
    expect(undo).to_be_focused()
    page.keyboard.press("Enter")
    assert pad.ink() == 0
