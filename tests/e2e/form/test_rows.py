"""A form: every further picture fills a row, field by field."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.support.form_page import (
    VALID,
    WRONG,
    card,
    draw_field,
    make_member_form,
    open_card,
    open_sample,
    read_rows,
    reading,
    row,
)
from tests.support.printed_form import MEMBER, POSTAL_CODE, cells_file, form_file, photo_file, use_form_reader


def test_every_further_picture_fills_a_row_and_what_breaks_its_pattern_is_marked(page: Page, site: str) -> None:
    open_sample(page, site)
    make_member_form(page)
    read_rows(page)
    expect(reading(page, "first.png", 0)).to_contain_text("20457", timeout=30_000)
    expect(reading(page, "first.png", 1)).to_contain_text(VALID)
    expect(reading(page, "second.png", 0)).to_contain_text("4 digits, 5 are expected", timeout=30_000)
    expect(reading(page, "second.png", 1)).to_contain_text(WRONG)
    expect(reading(page, "second.png", 1)).to_contain_text("The check digit does not fit")
    expect(row(page, "first.png")).not_to_contain_text("expected")
    expect(page.get_by_role("columnheader", name="Member")).to_be_visible()


def test_a_photo_that_is_moved_and_turned_fills_a_row_and_one_of_another_form_says_what_to_do(
    page: Page, site: str
) -> None:
    open_sample(page, site)
    make_member_form(page)
    page.get_by_role("button", name="Use this form").click()
    expect(page.locator("#batch")).to_be_visible()
    written = {"Postal code": "20457", "Member": VALID}
    photos = [photo_file("moved.png", written, 4), photo_file("on its side.png", written, 92)]
    page.locator("#picture-file").set_input_files([*photos, photo_file("other.png", {}, 0, other=True)])
    for name in ("moved.png", "on its side.png"):
        expect(reading(page, name, 0)).to_contain_text("20457", timeout=60_000)
        expect(reading(page, name, 1)).to_contain_text(VALID)
    expect(row(page, "other.png")).to_contain_text(
        "The form of the sample is not found in this picture", timeout=60_000
    )


def test_a_12_megapixel_photo_fills_a_row_like_a_small_one(page: Page, site: str) -> None:
    open_sample(page, site)
    make_member_form(page)
    page.get_by_role("button", name="Use this form").click()
    expect(page.locator("#batch")).to_be_visible()
    photo = form_file("photo.png", {"Postal code": "20457", "Member": VALID}, size=(4200, 2940))
    page.locator("#picture-file").set_input_files(photo)
    expect(reading(page, "photo.png", 0)).to_contain_text("20457", timeout=30_000)
    expect(reading(page, "photo.png", 1)).to_contain_text(VALID)


def test_a_field_with_a_printed_cell_for_each_digit_is_read_cell_by_cell(page: Page, site: str) -> None:
    open_sample(page, site, cells_file("sample.png", "20457"))
    draw_field(page, POSTAL_CODE, room=0)
    cells = open_card(page, 0).get_by_label("Printed cells")
    cells.fill("5")
    cells.blur()
    expect(card(page, 0).locator(".form-field-summary")).to_have_text("20457")
    page.get_by_role("button", name="Use this form").click()
    expect(page.locator("#batch")).to_be_visible()
    page.locator("#picture-file").set_input_files(cells_file("filled.png", "91683", size=(1500, 1050)))
    expect(reading(page, "filled.png", 0)).to_contain_text("91683", timeout=30_000)


def test_what_a_field_gives_is_seen_while_it_is_drawn(page: Page, site: str) -> None:
    use_form_reader(page)
    open_sample(page, site, form_file("sample.png", {"Postal code": "31/02/2024"}))
    draw_field(page, POSTAL_CODE)
    result = card(page, 0).locator(".form-result")
    expect(result).to_have_text("On the sample: 31/02/2024. Only digits are expected.")
    card(page, 0).get_by_label("Pattern").select_option("Date")
    expect(result).to_have_text("On the sample: 31/02/2024. There is no 31 February.")
    card(page, 0).get_by_label("Order").select_option("Month, day, year")
    expect(result).to_have_text("On the sample: 31/02/2024. There is no month 31.")
    card(page, 0).get_by_label("Pattern").select_option("Any numbers")
    expect(result).to_have_text("On the sample: 31/02/2024, 97% sure.")
    draw_field(page, MEMBER)
    expect(card(page, 1).locator(".form-result")).to_have_text("On the sample: no ink here.")


def test_a_mask_that_is_none_is_explained(page: Page, site: str) -> None:
    use_form_reader(page)
    open_sample(page, site)
    draw_field(page, POSTAL_CODE)
    card(page, 0).get_by_label("Pattern").select_option("Mask")
    mask = card(page, 0).get_by_label("Mask")
    mask.fill("AB-###")
    expect(card(page, 0)).to_contain_text("A mask is made of #")
    mask.fill("##### ##-###")
    expect(card(page, 0)).not_to_contain_text("A mask is made of #")
    expect(card(page, 0).locator(".form-result")).to_contain_text("80331, 97% sure")


def test_a_form_needs_a_field(page: Page, site: str) -> None:
    use_form_reader(page)
    open_sample(page, site)
    page.get_by_role("button", name="Use this form").click()
    expect(page.get_by_role("alert")).to_contain_text("Draw at least one field first.")
