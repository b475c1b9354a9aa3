"""The fields of a form are drawn on a sample, by mouse, finger and keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.support.form_page import (
    add_pictures,
    boxes,
    card,
    corners,
    draw_field,
    make_member_form,
    name_field,
    open_sample,
    row,
)
from tests.support.printed_form import POSTAL_CODE, form_file, use_form_reader


def test_a_field_is_moved_and_resized_by_hand(page: Page, site: str) -> None:
    use_form_reader(page)
    open_sample(page, site, form_file("sample.png", {"Member": "12"}))
    draw_field(page, POSTAL_CODE)
    expect(card(page, 0).locator(".form-field-summary")).to_have_text("empty")
    before = boxes(page).bounding_box()
    assert before
    middle = before["x"] + before["width"] / 2, before["y"] + before["height"] / 2
    paper = page.locator(".form-paper").bounding_box()
    assert paper
    page.mouse.move(*middle)
    page.mouse.down()
    page.mouse.move(middle[0] + 40, middle[1] + 0.3 * paper["height"], steps=3)
    page.mouse.up()
    expect(card(page, 0).locator(".form-field-summary")).to_have_text("12")
    handle = page.locator(".form-handle.se").bounding_box()
    moved = boxes(page).bounding_box()
    assert handle
    assert moved
    assert moved["width"] == pytest.approx(before["width"], abs=1)
    corner = handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2
    page.mouse.move(*corner)
    page.mouse.down()
    page.mouse.move(corner[0] - 60, corner[1] + 30, steps=3)
    page.mouse.up()
    resized = boxes(page).bounding_box()
    assert resized
    assert resized["width"] == pytest.approx(moved["width"] - 60, abs=2)
    assert resized["height"] == pytest.approx(moved["height"] + 30, abs=2)
    page.get_by_role("button", name="Undo").first.click()
    page.get_by_role("button", name="Undo").first.click()
    expect(card(page, 0).locator(".form-field-summary")).to_have_text("empty")


def test_escape_lets_go_of_a_field_that_is_being_dragged(page: Page, site: str) -> None:
    use_form_reader(page)
    open_sample(page, site)
    first, second, _ = corners(page, POSTAL_CODE)
    page.mouse.move(*first)
    page.mouse.down()
    page.mouse.move(*second)
    expect(page.locator(".form-ghost")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".form-ghost")).to_be_hidden()
    page.mouse.up()
    expect(boxes(page)).to_have_count(0)
    expect(page.get_by_role("img", name="The sample picture")).to_be_visible()


def test_escape_takes_back_what_was_just_typed_then_leaves_the_form(page: Page, site: str) -> None:
    use_form_reader(page)
    open_sample(page, site)
    draw_field(page, POSTAL_CODE)
    field = name_field(page, 0, "Postal code")
    name = field.get_by_label("Name", exact=True)
    name.press("Enter")
    name.press_sequentially(" of the se")
    expect(field.locator(".form-field-name")).to_have_text("Postal code of the se")
    name.press("Escape")
    expect(field.locator(".form-field-name")).to_have_text("Postal code")
    head = field.locator(".form-field-head")
    expect(head).to_be_focused()
    most = field.get_by_label("Most digits")
    before = most.input_value()
    most.press_sequentially("99")
    most.press("Escape")
    expect(head).to_be_focused()
    expect(most).to_have_value(before)
    form = page.get_by_label("Name of the form")
    form.press_sequentially("Half a na")
    form.press("Escape")
    expect(form).to_have_value("")
    expect(page.get_by_role("heading", name="Form", exact=True)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("html")).to_have_attribute("data-view", "picture")


def test_the_whole_form_can_be_made_by_keyboard(page: Page, site: str) -> None:
    use_form_reader(page)
    open_sample(page, site)
    press = page.keyboard.press
    page.get_by_role("button", name="Add field").focus()
    press("Enter")
    box = boxes(page).first
    expect(box).to_be_focused()
    expect(box).to_have_accessible_name(re.compile("Field 1, 10% across, 10% down, 30% wide, 6% high"))
    for key, count in {"ArrowDown": 18, "Shift+ArrowRight": 50, "Shift+ArrowDown": 20, "ArrowLeft": 1}.items():
        for _ in range(count):
            press(key)
    expect(box).to_have_accessible_name(re.compile("9.5% across, 19% down, 55% wide, 16% high"))
    press("Enter")
    expect(card(page, 0).get_by_label("Name", exact=True)).to_be_focused()
    page.keyboard.type("Postal code")
    press("Tab")
    page.keyboard.type("Digits")
    for digits in ("5", "5"):
        press("Tab")
        page.keyboard.type(digits)
    press("Tab")
    expect(card(page, 0).locator(".form-result")).to_have_text("On the sample: 80331, 97% sure.")
    page.get_by_role("button", name="Use this form").focus()
    press("Enter")
    add_pictures(page)
    expect(row(page, "second.png")).to_contain_text("4 digits, 5 are expected")


def test_delete_removes_a_field_and_undo_brings_it_back(page: Page, site: str) -> None:
    use_form_reader(page)
    open_sample(page, site)
    make_member_form(page)
    boxes(page).nth(1).focus()
    page.keyboard.press("Delete")
    expect(boxes(page)).to_have_count(1)
    expect(page.locator(".form-note")).to_contain_text("“Member” was deleted.")
    expect(page.get_by_role("button", name="Add field")).to_be_focused()
    page.locator(".form-note").get_by_role("button", name="Undo").click()
    expect(card(page, 1)).to_contain_text("Member")
    boxes(page).nth(1).focus()
    page.keyboard.press("Delete")
    page.keyboard.press("Control+z")
    expect(boxes(page)).to_have_count(2)
    page.keyboard.press("Control+Shift+z")
    expect(boxes(page)).to_have_count(1)


def test_keys_in_a_text_edit_the_text(page: Page, site: str) -> None:
    use_form_reader(page)
    open_sample(page, site)
    draw_field(page, POSTAL_CODE)
    name = name_field(page, 0, "Postal coda").get_by_label("Name", exact=True)
    name.press("Backspace")
    name.press("e")
    expect(name).to_have_value("Postal code")
    expect(boxes(page)).to_have_count(1)
    page.keyboard.press("Control+z")
    expect(boxes(page)).to_have_count(1)
