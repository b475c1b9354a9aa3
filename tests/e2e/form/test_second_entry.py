"""A second person types every field without seeing the reading; what differs is settled, by keyboard alone."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.support.form_page import draw_field, name_field, open_sample, reading
from tests.support.kept import expect_soon, kept
from tests.support.printed_form import MEMBER, POSTAL_CODE, form_file, use_form_reader


def open_batch(page: Page, site: str) -> None:
    """Two pictures of a form with two fields, the second without ink on the second picture."""
    use_form_reader(page)
    open_sample(page, site, form_file("sample.png", {"Postal code": "12"}))
    draw_field(page, POSTAL_CODE)
    draw_field(page, MEMBER)
    name_field(page, 0, "Room")
    name_field(page, 1, "Amount")
    page.get_by_role("button", name="Use this form").click()
    expect(page.locator("#batch")).to_be_visible()
    page.locator("#picture-file").set_input_files(
        [
            form_file("first.png", {"Postal code": "245", "Member": "7"}),
            form_file("second.png", {"Postal code": "31"}),
        ]
    )
    expect(reading(page, "second.png", 0)).to_contain_text("31")


def dialog(page: Page) -> Locator:
    return page.get_by_role("dialog")


def type_all(page: Page, *texts: str) -> None:
    for text in texts:
        page.keyboard.type(text)
        page.keyboard.press("Enter")


def typed(page: Page) -> list[str]:
    """What a second person typed, as far as the browser keeps it."""
    rows = [row for row in kept(page, "batch-rows").values() if row.get("second")]
    return sorted(entry["text"] for row in rows for entry in row["second"] if entry)


def test_what_a_second_person_types_blind_is_compared_and_settled_by_keys(page: Page, site: str) -> None:
    open_batch(page, site)
    page.get_by_role("button", name="Type again, blind (4)").press("Enter")
    heading, typed = dialog(page).get_by_role("heading"), dialog(page).get_by_role("textbox")
    expect(heading).to_have_text("Second entry: 1 of 4")
    expect(dialog(page).get_by_role("img", name="The ink, enlarged")).to_be_visible()
    expect(dialog(page)).to_contain_text("first.png")
    expect(dialog(page)).to_contain_text("Room")
    # Neither the dialog nor the page behind it tells what was read.
    expect(typed).to_have_value("")
    expect(dialog(page)).not_to_contain_text("245")
    behind = dialog(page).evaluate("(dialog) => getComputedStyle(dialog, '::backdrop').backgroundColor")
    assert "/" not in behind
    assert "rgba" not in behind
    type_all(page, "254", "7", "31", "")
    expect(heading).to_have_text("All checked")
    expect(dialog(page)).to_contain_text("1 of 4 differed")
    page.keyboard.press("Enter")
    expect(heading).to_have_text("They differ: 1 of 1")
    expect(dialog(page).get_by_role("button", name="245")).to_be_visible()
    expect(dialog(page).get_by_role("button", name="254")).to_be_visible()
    page.keyboard.press("Enter")
    expect(dialog(page).get_by_role("alert")).to_contain_text("choose one")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(typed).to_have_value("254")
    page.keyboard.press("Enter")
    expect(heading).to_have_text("All checked")
    expect(dialog(page)).to_contain_text("1 of 4 differed")
    page.keyboard.press("Enter")
    expect(dialog(page)).to_have_count(0)
    expect(reading(page, "first.png", 0)).to_contain_text("254")
    expect(reading(page, "first.png", 1)).to_have_attribute("data-kind", "checked")
    expect(page.get_by_role("button", name="Typed twice: 1 of 4 differed")).to_have_attribute("aria-disabled", "true")


def test_who_stops_goes_on_with_what_is_left_also_after_a_reload(page: Page, site: str) -> None:
    open_batch(page, site)
    page.get_by_role("button", name="Type again, blind (4)").click()
    expect(dialog(page).get_by_role("heading")).to_have_text("Second entry: 1 of 4")
    type_all(page, "245", "1")
    expect(dialog(page).get_by_role("heading")).to_have_text("Second entry: 3 of 4")
    page.keyboard.press("Escape")
    expect_soon(page, lambda: typed(page), ["1", "245"])
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-reader", "ready")
    page.get_by_role("button", name="Type again, blind (2)").click()
    expect(dialog(page).get_by_role("heading")).to_have_text("Second entry: 1 of 2")
    expect(dialog(page)).to_contain_text("second.png")
    type_all(page, "31", "")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Settle what differs (1)").click()
    expect(dialog(page).get_by_role("heading")).to_have_text("They differ: 1 of 1")
    page.keyboard.type("7")
    page.keyboard.press("Enter")
    expect(dialog(page)).to_contain_text("1 of 4 differed")
    page.keyboard.press("Escape")
    expect(reading(page, "first.png", 1)).to_contain_text("7")
