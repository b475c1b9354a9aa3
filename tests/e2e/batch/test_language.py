"""A batch and a form in another language: everything says so, and nothing that was typed is lost."""

from __future__ import annotations

import json

from playwright.sync_api import Page, expect

from tests.support.batch_page import open_batch, progress, readings, rows, written
from tests.support.paths import TEXTS

SPANISH = TEXTS / "es.json"


def test_a_language_chosen_later_takes_over_with_nothing_lost(page: Page, site: str) -> None:
    texts = json.loads(SPANISH.read_text(encoding="utf-8"))
    batch, form = texts["batch"], texts["form"]
    open_batch(page, site, [written(2, "2041 50%.png"), written(3, "blank 10%.png")])
    expect(progress(page)).to_contain_text("2 of 2 read")
    rows(page).first.locator(".batch-text").click()
    page.keyboard.press("Enter")
    page.keyboard.type("99")
    page.evaluate("location.hash = 'settings'")
    page.get_by_role("combobox", name="Language").select_option("es")
    expect(page.locator("html")).to_have_attribute("lang", "es")
    page.evaluate("location.hash = 'batch'")
    expect(page.get_by_role("heading", name=batch["title"])).to_be_visible()
    expect(rows(page).nth(1).locator(".batch-look")).to_have_text(batch["look.noNumber"])
    assert readings(page) == ["99", ""]

    page.reload()
    expect(page.get_by_role("heading", name=batch["title"])).to_be_visible()
    expect(rows(page)).to_have_count(2)
    assert readings(page) == ["99", ""]
    page.get_by_role("button", name=batch["form.none"]).click()
    expect(page.get_by_role("button", name=form["use"])).to_be_attached()


def test_what_was_told_of_the_batch_follows_the_language(page: Page, site: str) -> None:
    texts = json.loads(SPANISH.read_text(encoding="utf-8"))["batch"]
    open_batch(page, site, [written(2, "2041 50%.png"), written(3, "7 90%.png")])
    expect(progress(page)).to_contain_text("2 of 2 read")
    with page.expect_download() as download:
        page.get_by_role("button", name="Export as CSV").click()
    file = download.value.suggested_filename
    expect(page.locator(".batch-note")).to_contain_text(file)
    page.evaluate("location.hash = 'settings'")
    page.get_by_role("combobox", name="Language").select_option("es")
    page.evaluate("location.hash = 'batch'")
    saved = texts["export.saved"]["other"].replace("{count}", "2").replace("{file}", file)
    expect(page.locator(".batch-note")).to_have_text(saved)
