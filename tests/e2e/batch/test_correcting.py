"""Readings of a batch are corrected in its table."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.support.batch_page import focused, open_batch, press, progress, readings, row_of
from tests.support.slow_reader import named


def test_readings_are_corrected_by_keyboard_alone(page: Page, site: str) -> None:
    open_batch(page, site, named("11", "22 50%", "33", "4? 90%", "55"))
    expect(progress(page)).to_have_text("5 of 5 read · 2 need a look")
    row_of(page, "11").locator(".batch-reading").focus()

    press(page, "ArrowDown")
    expect(focused(page)).to_have_text("22")
    page.keyboard.type("27")  # digits begin a correction
    press(page, "Enter")  # it is saved, and the next that needs a look is there
    expect(focused(page)).to_have_text("4?")
    assert readings(page) == ["11", "27", "33", "4?", "55"]
    expect(row_of(page, "22 50%")).to_contain_text("was 22")

    press(page, "Enter")  # Enter begins with what is there
    expect(focused(page)).to_have_value("4?")
    press(page, "Backspace")
    page.keyboard.type("6")
    press(page, "Escape")
    expect(focused(page)).to_have_text("4?")
    page.keyboard.type("46")
    press(page, "Enter")
    expect(progress(page)).to_have_text("5 of 5 read")
    assert readings(page) == ["11", "27", "33", "46", "55"]

    press(page, "Home", "ArrowUp", "End", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft")
    expect(focused(page)).to_have_text("33")
    press(page, "Control+z")
    expect(focused(page)).to_have_text("4?")
    expect(progress(page)).to_have_text("5 of 5 read · 1 needs a look")
    press(page, "Tab")
    expect(page.locator(".batch tbody :focus")).to_have_count(0)


def test_a_reading_that_is_right_is_agreed_with_by_enter(page: Page, site: str) -> None:
    open_batch(page, site, named("22 50%", "33 60%"))
    expect(progress(page)).to_contain_text("2 need a look")
    row_of(page, "22 50%").locator(".batch-reading").focus()
    press(page, "Enter", "Enter")
    expect(focused(page)).to_have_text("33")
    expect(row_of(page, "22 50%")).to_contain_text("checked")
    expect(progress(page)).to_have_text("2 of 2 read · 1 needs a look")


def test_what_is_typed_is_kept_when_a_person_goes_elsewhere(page: Page, site: str) -> None:
    open_batch(page, site, named("11", "22"))
    expect(progress(page)).to_have_text("2 of 2 read")
    row_of(page, "11").locator(".batch-reading").click()
    page.keyboard.type("17")
    row_of(page, "22").locator(".batch-reading").click()
    assert readings(page) == ["17", "22"]
    page.keyboard.type("2")
    press(page, "Tab")
    expect(focused(page)).to_have_class(re.compile("batch-confidence"))
    assert readings(page) == ["17", "2"]


def test_delete_while_typing_deletes_a_letter(page: Page, site: str) -> None:
    open_batch(page, site, named("1234"))
    expect(progress(page)).to_have_text("1 of 1 read")
    row_of(page, "1234").locator(".batch-reading").focus()
    press(page, "F2", "End", "Backspace", "Home", "Delete", "Enter")
    assert readings(page) == ["23"]


def test_rows_stay_in_place_while_they_are_corrected(page: Page, site: str) -> None:
    open_batch(page, site, named("11 50%", "22 50%", "33 50%"))
    expect(progress(page)).to_contain_text("3 need a look")
    page.get_by_label("Show").select_option("Needs a look")
    row_of(page, "22 50%").locator(".batch-reading").focus()
    page.keyboard.type("27")
    press(page, "Enter")
    expect(focused(page)).to_have_text("33")
    assert readings(page) == ["11", "27", "33"]


def test_a_picture_that_could_not_be_read_and_was_typed_by_hand_is_corrected_and_not_failed(
    page: Page, site: str
) -> None:
    open_batch(page, site, named("11", "broken", "broken too"))
    expect(progress(page)).to_have_text("1 of 3 read · 2 failed · 2 need a look")
    row_of(page, "broken").locator(".batch-reading").focus()
    page.keyboard.type("27")
    press(page, "Enter")
    expect(progress(page)).to_have_text("1 of 3 read · 1 corrected · 1 failed · 1 needs a look")
    expect(page.get_by_role("button", name="Try the failed again (1)")).to_be_visible()
    page.get_by_label("Show").select_option("Failed")
    expect(page.locator(".batch-name")).to_have_text(["broken too.png"])
    page.get_by_label("Show").select_option("Corrected")
    expect(page.locator(".batch-name")).to_have_text(["broken.png"])
    with page.expect_download() as found:
        page.get_by_role("button", name="Export as CSV").click()
    assert Path(found.value.path()).read_text().splitlines()[-1] == "broken.png,27,,1,,corrected"
