"""Boxes and printed cells are found on the sample, and taken as fields."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.support.form_page import boxes, card, corners, draw_field, open_card, open_sample
from tests.support.printed_form import POSTAL_CODE, cells_file

SAMPLE = cells_file("sample.png", "80331")


def offers(page: Page) -> Locator:
    return page.locator(".form-offer")


def test_a_tap_takes_printed_cells_that_were_found_and_reads_them(page: Page, site: str) -> None:
    open_sample(page, site, SAMPLE)
    expect(page.get_by_text("Places to write were found")).to_be_visible()
    expect(offers(page)).to_have_count(2)
    page.mouse.click(*corners(page, POSTAL_CODE)[1])
    expect(boxes(page)).to_have_count(1)
    expect(boxes(page).first).to_be_focused()
    expect(offers(page)).to_have_count(1)
    expect(open_card(page, 0).get_by_label("Printed cells")).to_have_value("5")
    expect(card(page, 0).locator(".form-field-summary")).to_have_text("80331")
    page.get_by_role("button", name="Undo").first.click()
    expect(boxes(page)).to_have_count(0)
    expect(offers(page)).to_have_count(2)


def test_a_drag_over_what_was_found_draws_a_field(page: Page, site: str) -> None:
    open_sample(page, site, SAMPLE)
    expect(offers(page)).to_have_count(2)
    _, first, last = corners(page, POSTAL_CODE, room=-0.02)
    page.mouse.move(*first)
    page.mouse.down()
    page.mouse.move(*last, steps=3)
    page.mouse.up()
    expect(boxes(page)).to_have_count(1)
    expect(open_card(page, 0).get_by_label("Printed cells")).to_have_value("0")


def test_a_field_that_is_drawn_roughly_around_printed_cells_is_these_cells(page: Page, site: str) -> None:
    open_sample(page, site, SAMPLE)
    expect(offers(page)).to_have_count(2)
    draw_field(page, POSTAL_CODE, room=0.012)
    expect(open_card(page, 0).get_by_label("Printed cells")).to_have_value("5")
    expect(card(page, 0).locator(".form-field-summary")).to_have_text("80331")


def test_what_was_found_is_taken_by_keys(page: Page, site: str) -> None:
    open_sample(page, site, SAMPLE)
    cells, box = offers(page).first, offers(page).last
    expect(cells).to_have_accessible_name(re.compile(r"^Found: printed cells \(5\), 10.*% across, 20.*% down$"))
    cells.focus()
    page.keyboard.press("ArrowDown")
    expect(box).to_be_focused()
    page.keyboard.press("Enter")
    expect(boxes(page)).to_have_count(1)
    expect(offers(page)).to_have_count(1)
    expect(offers(page)).to_be_focused()
    page.keyboard.press("Enter")
    expect(boxes(page)).to_have_count(2)
    expect(page.get_by_role("button", name="Add field")).to_be_focused()


def test_all_that_was_found_is_taken_at_once(page: Page, site: str) -> None:
    open_sample(page, site, SAMPLE)
    page.get_by_role("button", name="Take all that was found (2)").click()
    expect(boxes(page)).to_have_count(2)
    expect(page.get_by_role("button", name="Take all that was found")).to_be_hidden()
    page.get_by_role("button", name="Undo").first.click()
    expect(boxes(page)).to_have_count(0)
