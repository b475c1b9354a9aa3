"""A field is declared the sum of others; where the figures do not fit, all of them need a look."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.support.form_page import card, draw_field, name_field, open_card, open_sample, reading, row
from tests.support.printed_form import MEMBER, POSTAL_CODE, Place, form_file, use_form_reader

SAMPLE = form_file("sample.png", {"Postal code": "12", "Member": "13"})


def test_a_sum_that_does_not_fit_is_looked_at_with_its_parts_until_it_fits(page: Page, site: str) -> None:
    use_form_reader(page)
    open_sample(page, site, SAMPLE)
    draw_field(page, POSTAL_CODE)
    draw_field(page, MEMBER)
    name_field(page, 0, "Food")
    total = name_field(page, 1, "Total")
    total.get_by_label("Sum of").select_option("Chosen fields")
    total.get_by_role("group", name="Its parts").get_by_label("Food").check()
    expect(total.locator(".form-result")).to_contain_text("Total says 13, but its parts make 12")
    page.get_by_role("button", name="Use this form").click()
    expect(page.locator("#batch")).to_be_visible()
    page.locator("#picture-file").set_input_files(
        [
            form_file("fits.png", {"Postal code": "24", "Member": "24"}),
            form_file("not.png", {"Postal code": "24", "Member": "25"}),
        ]
    )
    for column in (0, 1):
        expect(reading(page, "not.png", column)).to_contain_text("Total says 25, but its parts make 24")
    expect(row(page, "fits.png")).not_to_contain_text("but its parts")
    page.keyboard.press("F8")
    heading = page.get_by_role("dialog").get_by_role("heading")
    expect(heading).to_have_text("Not sure: 1 of 2")
    page.keyboard.type("25")
    page.keyboard.press("Enter")
    # The sum, which fits now, is not asked for.
    expect(heading).to_have_text("All checked")
    page.keyboard.press("Enter")
    expect(row(page, "not.png")).not_to_contain_text("but its parts")


def test_a_value_that_cannot_be_is_looked_at(page: Page, site: str) -> None:
    use_form_reader(page)
    open_sample(page, site, SAMPLE)
    draw_field(page, POSTAL_CODE)
    marks = name_field(page, 0, "Marks")
    largest, smallest = marks.get_by_label("Largest value"), marks.get_by_label("Smallest value")
    largest.fill("20")
    largest.press("Tab")
    # The other end of a range gives way.
    smallest.fill("24")
    smallest.press("Tab")
    expect(largest).to_have_value("24")
    expect(marks.locator(".form-result")).to_contain_text("At least 24 is expected")
    smallest.fill("")
    smallest.press("Tab")
    largest.fill("20")
    largest.press("Tab")
    page.get_by_role("button", name="Use this form").click()
    expect(page.locator("#batch")).to_be_visible()
    page.locator("#picture-file").set_input_files(
        [form_file("some.png", {"Postal code": "20"}), form_file("more.png", {"Postal code": "21"})]
    )
    expect(row(page, "more.png")).to_contain_text("At most 20 is expected")
    expect(row(page, "some.png")).not_to_contain_text("is expected")


def test_a_field_that_stays_the_same_is_compared_with_the_picture_before(page: Page, site: str) -> None:
    use_form_reader(page)
    open_sample(page, site, SAMPLE)
    draw_field(page, POSTAL_CODE)
    open_card(page, 0).get_by_label("The same in every picture").check()
    page.get_by_role("button", name="Use this form").click()
    expect(page.locator("#batch")).to_be_visible()
    files = [form_file(f"{name}.png", {"Postal code": text}) for name, text in (("a", "7"), ("b", "7"), ("c", "1"))]
    page.locator("#picture-file").set_input_files(files)
    expect(row(page, "c.png")).to_contain_text("The picture before says 7")
    expect(row(page, "b.png")).not_to_contain_text("The picture before says")


def test_the_sum_of_a_row_is_declared_once_for_all_rows_by_keyboard(page: Page, site: str) -> None:
    use_form_reader(page)
    open_sample(page, site, SAMPLE)
    for down in (0.36, 0.66):
        for across in (0.1, 0.26, 0.42):
            draw_field(page, Place(across, down, 0.1, 0.1), room=0)
    open_card(page, 5).get_by_label("Sum of").focus()
    page.keyboard.type("The fields left")
    parts = card(page, 5).get_by_role("group", name="Its parts")
    expect(parts.get_by_role("checkbox", checked=True)).to_have_count(2)
    page.keyboard.press("Tab")
    card(page, 5).get_by_role("button", name="The same in the other rows (1)").press("Enter")
    expect(card(page, 5).get_by_role("button", name="The same in the other rows")).to_be_hidden()
    first = open_card(page, 2)
    expect(first.get_by_label("Sum of")).to_have_value("row")
    expect(first.get_by_role("checkbox", name="Field 1")).to_be_checked()
    page.get_by_role("button", name="Undo").first.click()
    # It goes back to where the change was made.
    expect(card(page, 5).get_by_label("Sum of")).to_be_visible()
    expect(open_card(page, 2).get_by_label("Sum of")).to_have_value("none")
