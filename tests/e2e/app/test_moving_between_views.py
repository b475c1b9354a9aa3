"""Who looks elsewhere finds all as it was: by the page's own buttons, Back and Forward, Escape, or a reload."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.corrections import correct
from tests.support.fake_reader import fake_number, use_fake_numbers
from tests.support.hand import DIGITS
from tests.support.kept import expect_soon, kept_corrections
from tests.support.page import button, expect_view, let_pass, open_page
from tests.support.pictures import as_file, open_file, picture_of
from tests.support.slow_reader import named, use_slow_reader


def use_numbers(page: Page) -> None:
    """Read 2047 and, below it, 316 in every picture and drawing."""
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    numbers = [
        fake_number("2047", place=(100, 100), size=60),
        fake_number("316", place=(100, 400), size=60, line=1),
    ]
    use_fake_numbers(page, numbers)


def open_picture(page: Page, site: str) -> None:
    use_numbers(page)
    open_page(page, site)
    open_file(page, as_file(picture_of(4)))
    expect(page.locator("#answer")).to_have_text("2047\n316")


def batch(page: Page) -> Locator:
    return page.locator("#batch")


def test_a_picture_and_its_corrections_are_there_after_a_look_at_the_pad(page: Page, site: str) -> None:
    open_picture(page, site)
    expect(button(page, "Back to the picture")).to_be_hidden()
    correct(page, 2, "1")
    expect(page.locator("#answer")).to_have_text("2017\n316")
    button(page, "Back to the pad").click()
    expect(page.locator("#pad")).to_be_focused()
    button(page, "Back to the picture").click()
    expect(page.locator("#answer")).to_have_text("2017\n316")
    button(page, "Undo").click()
    expect(page.locator("#answer")).to_have_text("2047\n316")


@pytest.mark.parametrize("elsewhere", ["Batch", "Camera"])
def test_a_picture_and_its_corrections_are_there_after_a_look_elsewhere(page: Page, site: str, elsewhere: str) -> None:
    open_picture(page, site)
    correct(page, 2, "1")
    button(page, elsewhere).click()
    expect_view(page, elsewhere.lower())
    if elsewhere == "Camera":
        button(page, "Back to the pad").click()
    button(page, "Back to the picture").click()
    expect(page.locator("#answer")).to_have_text("2017\n316")


def test_a_picture_and_its_corrections_are_there_after_a_reload(page: Page, site: str) -> None:
    open_picture(page, site)
    correct(page, 2, "1")
    expect_soon(page, lambda: kept_corrections(page), 1)
    page.reload()
    expect(page.locator("#answer")).to_have_text("2017\n316")
    expect(page.locator(".picture-name")).to_have_text("digit.png")
    button(page, "Back to the pad").click()
    page.reload()
    expect_view(page, "pad")
    button(page, "Back to the picture").click()
    expect(page.locator("#answer")).to_have_text("2017\n316")


def test_back_and_forward_go_through_the_views(page: Page, site: str) -> None:
    open_picture(page, site)
    button(page, "Make a form").click()
    expect_view(page, "form")
    button(page, "Back").click()
    expect_view(page, "picture")
    button(page, "Batch").click()
    expect_view(page, "batch")
    button(page, "Back to the pad").click()
    expect_view(page, "pad")
    for view in ("batch", "picture", "form", "picture", "pad"):
        page.go_back()
        expect_view(page, view)
    for view in ("picture", "form"):
        page.go_forward()
        expect_view(page, view)


def test_back_closes_a_dialog_that_is_about_what_was_in_sight(page: Page, site: str) -> None:
    open_picture(page, site)
    page.locator("#answer .answer-part").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.go_back()
    expect_view(page, "pad")
    expect(page.get_by_role("dialog")).to_be_hidden()


@pytest.mark.parametrize("view", ["batch", "form", "camera"])
def test_a_reload_stays_in_the_view(page: Page, site: str, view: str) -> None:
    use_numbers(page)
    open_page(page, site)
    button(page, "Camera" if view == "camera" else "Batch").click()
    if view == "form":
        button(page, "Set up a form").click()
    expect_view(page, view)
    page.reload()
    expect_view(page, view)
    expect(page.locator(f"#{view}")).to_be_visible()


def test_an_address_of_a_picture_that_is_not_there_shows_the_pad(page: Page, site: str) -> None:
    page.goto(f"{site}#picture")
    expect(page.locator("html")).to_have_attribute("data-reader", "ready")
    expect(page.locator("#pad")).to_be_visible()
    assert page.url == site


def test_escape_goes_back_from_the_batch_to_the_pad(page: Page, site: str) -> None:
    use_slow_reader(page)
    open_page(page, site)
    page.locator("#picture-file").set_input_files(named("11", "22"))
    cell = batch(page).locator(".batch-reading").first
    expect(cell).to_have_text("11")
    button(page, "Clear all").click()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect_view(page, "batch")
    cell.focus()
    page.keyboard.type("5")
    page.keyboard.press("Escape")
    expect(cell).to_have_text("11")
    expect_view(page, "batch")
    page.keyboard.press("Escape")
    expect_view(page, "pad")
    expect(page.locator("#pad")).to_be_focused()


def test_escape_leaves_the_form_to_where_it_was_opened_and_keeps_it(page: Page, site: str) -> None:
    open_picture(page, site)
    button(page, "Make a form").click()
    button(page, "Add field").click()
    expect(page.locator(".form-box[data-index]")).to_have_count(1)
    page.keyboard.press("Escape")
    expect_view(page, "picture")
    expect(page.locator("#answer")).to_have_text("2047\n316")
    button(page, "Batch").click()
    batch(page).get_by_role("button", name="form").first.click()
    expect(page.locator(".form-box[data-index]")).to_have_count(1)
    page.keyboard.press("Escape")
    expect_view(page, "batch")


def test_escape_on_the_pad_says_how_the_drawing_comes_back(page: Page, site: str) -> None:
    pad = open_page(page, site)
    pad.draw(DIGITS[7])
    expect(page.locator("#answer")).to_have_text("7")
    drawn = pad.ink()
    page.keyboard.press("Escape")
    expect(page.locator("#answer")).to_have_text("")
    message = page.locator("#message")
    expect(message).to_contain_text("Undo, or Ctrl+Z, brings it back")
    page.keyboard.press("Control+z")
    expect(page.locator("#answer")).to_have_text("7")
    assert pad.ink() == drawn
    expect(message).not_to_contain_text("Undo")


def test_escape_stops_a_picture_that_is_being_read(page: Page, site: str) -> None:
    page.clock.install()
    use_fake_numbers(page, [fake_number("7", size=60)], delay_ms=300)
    pad = open_page(page, site)
    pad.draw(DIGITS[7])
    drawn = pad.ink()
    open_file(page, as_file(picture_of(7)))
    expect(page.locator("#message")).to_contain_text("Looking for")
    page.keyboard.press("Escape")
    let_pass(page, 1500)
    expect_view(page, "pad")
    expect(page.locator("#message .message-text")).to_be_empty()
    assert pad.ink() == drawn, "that Escape was not meant for the drawing"


@pytest.mark.parametrize("way", ["the only digit is taken back", "the only digit is deleted"])
def test_the_focus_does_not_get_lost_with_the_only_digit(page: Page, site: str, way: str) -> None:
    pad = open_page(page, site)
    pad.draw(DIGITS[7])
    expect(page.locator("#answer")).to_have_text("7")
    digit = page.locator("#answer .answer-part")
    digit.focus()
    if way == "the only digit is taken back":
        page.keyboard.press("Control+z")
        expect(pad.element).to_be_focused()
    else:
        drawn = pad.ink()
        page.keyboard.press("Delete")  # asks about this digit, and does not clear the pad
        expect(page.get_by_role("dialog")).to_be_visible()
        assert pad.ink() == drawn
        page.keyboard.press("Delete")
        expect(digit).to_have_accessible_name(re.compile("deleted: 7"))
        expect(digit).to_be_visible()
        expect(digit).to_be_focused()
