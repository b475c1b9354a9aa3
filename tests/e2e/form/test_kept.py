"""Forms are kept, stored, handed to colleagues; what is no form or no picture spoils none."""

from __future__ import annotations

import json
import re
from pathlib import Path

from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.support.form_page import (
    SAMPLE,
    VALID,
    boxes,
    card,
    draw_field,
    make_member_form,
    open_card,
    open_form_from_table,
    open_sample,
    read_rows,
    row,
    stored,
)
from tests.support.printed_form import MEMBER, POSTAL_CODE, use_form_reader


def test_a_reload_keeps_what_was_drawn(page: Page, site: str) -> None:
    use_form_reader(page)
    open_sample(page, site)
    make_member_form(page)
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-reader", "ready")
    open_form_from_table(page)
    expect(page.get_by_role("img", name="The sample picture")).to_be_visible()
    expect(boxes(page)).to_have_count(2)
    expect(page.get_by_label("Name of the form")).to_have_value("Members")
    expect(open_card(page, 1).get_by_label("Pattern")).to_have_value("check")
    expect(card(page, 1).locator(".form-result")).to_contain_text(VALID)


def test_forms_are_stored_renamed_and_deleted(page: Page, site: str) -> None:
    use_form_reader(page)
    open_sample(page, site)
    make_member_form(page)
    page.get_by_role("button", name="Save").click()
    expect(stored(page, "Members")).to_contain_text("2 fields")
    page.get_by_role("button", name="New form").click()
    expect(boxes(page)).to_have_count(0)
    page.locator(".form-left input[type=file]").set_input_files(SAMPLE)
    expect(page.get_by_role("img", name="The sample picture")).to_be_visible()
    draw_field(page, MEMBER)
    page.get_by_label("Name of the form").fill("Another")
    # Opening one stores what is being drawn.
    stored(page, "Members").get_by_role("button", name="Members", exact=False).first.click()
    expect(boxes(page)).to_have_count(2)
    expect(page.locator(".form-stored-list li")).to_have_count(2)
    page.get_by_label("Name of the form").fill("People")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".form-stored-name")).to_have_text([re.compile("Another"), re.compile("People")])
    stored(page, "Another").get_by_role("button", name="Delete Another").click()
    expect(page.locator(".form-stored-list li")).to_have_count(1)
    expect(page.locator(".form-note").get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".form-stored-list li")).to_have_count(2)
    stored(page, "Another").get_by_role("button", name="Delete Another").click()
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-reader", "ready")
    open_form_from_table(page)
    expect(page.locator(".form-stored-name")).to_have_text([re.compile("People")])


def test_a_colleague_can_import_an_exported_form(page: Page, browser: Browser, site: str, tmp_path: Path) -> None:
    use_form_reader(page)
    open_sample(page, site)
    make_member_form(page)
    page.get_by_role("button", name="Save").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Export Members").click()
    assert download.value.suggested_filename == "members.inkdigit.json"
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert [field["name"] for field in json.loads(file.read_text())["form"]["fields"]] == ["Postal code", "Member"]

    colleague = browser.new_context().new_page()
    use_form_reader(colleague)
    colleague.goto(site)
    expect(colleague.locator("html")).to_have_attribute("data-reader", "ready")
    open_form_from_table(colleague)
    colleague.locator(".form-right input[accept*=json]").set_input_files(file)
    expect(boxes(colleague)).to_have_count(2)
    read_rows(colleague)
    expect(row(colleague, "second.png")).to_contain_text("The check digit does not fit")
    colleague.context.close()


def test_a_file_that_is_no_form_is_refused_in_words(page: Page, site: str) -> None:
    use_form_reader(page)
    open_sample(page, site)
    draw_field(page, POSTAL_CODE)
    for content in (b"not JSON", b'{"rows": []}'):
        file: FilePayload = {"name": "form.json", "mimeType": "application/json", "buffer": content}
        page.locator(".form-right input[accept*=json]").set_input_files(file)
        expect(page.get_by_role("alert")).to_contain_text("This file is no form of Inkdigit")
    expect(boxes(page)).to_have_count(1)


def test_a_sample_that_is_no_picture_leaves_the_form_as_it_was(page: Page, site: str) -> None:
    use_form_reader(page)
    open_sample(page, site)
    draw_field(page, POSTAL_CODE)
    broken: FilePayload = {"name": "broken.png", "mimeType": "image/png", "buffer": b"no picture"}
    page.locator(".form-right input[accept*=png]").set_input_files(broken)
    expect(page.get_by_role("alert")).to_contain_text("This picture is broken")
    expect(boxes(page)).to_have_count(1)
    page.locator(".form-left input[type=file]").set_input_files(SAMPLE)
    expect(page.get_by_role("img", name="The sample picture")).to_be_visible()
    expect(card(page, 0).locator(".form-result")).to_contain_text("80331")


def test_a_browser_that_keeps_nothing_says_so_and_still_exports(page: Page, site: str) -> None:
    use_form_reader(page)
    page.add_init_script("Object.defineProperty(globalThis, 'indexedDB', { value: undefined })")
    open_sample(page, site)
    draw_field(page, POSTAL_CODE)
    expect(page.locator("#form")).to_contain_text("a reload forgets the form")
    page.get_by_role("button", name="Save").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Export Form").click()
    assert json.loads(Path(download.value.path()).read_text())["format"] == "inkdigit-form"
