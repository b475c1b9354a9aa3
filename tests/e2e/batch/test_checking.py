"""One key leads from doubt to doubt over the rows of a batch, and one answers each."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.support.batch_page import add, names, open_batch, progress, readings, row_of
from tests.support.fake_reader import fake_number, use_fake_numbers
from tests.support.page import open_page
from tests.support.slow_reader import named


def test_rows_are_checked_by_one_key_a_doubt(page: Page, site: str) -> None:
    open_batch(page, site, named("11", "22 50%", "33", "4? 90%", "55 60%"))
    expect(progress(page)).to_have_text("5 of 5 read · 3 need a look")
    page.keyboard.press("F8")
    dialog = page.get_by_role("dialog")
    heading, said = dialog.get_by_role("heading"), dialog.get_by_role("textbox")
    expect(heading).to_have_text("Not sure: 1 of 3")
    expect(said).to_have_value("22")
    expect(dialog).to_contain_text("22 50%.png")
    expect(dialog.get_by_role("img", name="The ink, enlarged")).to_be_visible()
    page.keyboard.press("Enter")
    expect(said).to_have_value("4?")
    page.keyboard.type("46")
    page.keyboard.press("Enter")
    expect(said).to_have_value("55")
    page.keyboard.press("Tab")
    expect(heading).to_have_text("1 left open")
    expect(dialog).to_contain_text("1 changed")
    page.keyboard.press("Escape")
    assert readings(page) == ["11", "22", "33", "46", "55"]
    expect(progress(page)).to_have_text("5 of 5 read · 1 needs a look")
    expect(row_of(page, "22 50%")).to_contain_text("checked")
    page.get_by_role("button", name="Check", exact=True).click()
    expect(said).to_have_value("55")
    page.keyboard.press("Enter")
    expect(heading).to_have_text("All checked")
    page.keyboard.press("Enter")
    expect(progress(page)).to_have_text("5 of 5 read")


def test_of_a_page_of_numbers_each_doubt_is_asked_for_by_itself_and_kept(page: Page, site: str) -> None:
    # After a reload a service worker would answer with the real reader.
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    numbers = [
        fake_number(text, place=(10, 30.0 * line), size=10, line=line, confidence=sure)
        for line, (text, sure) in enumerate([("2047", 0.5), ("316", 0.99), ("58", 0.5)])
    ]
    use_fake_numbers(page, numbers)
    open_page(page, site)
    add(page, named("page"))
    expect(progress(page)).to_have_text("1 of 1 read · 1 needs a look")
    page.keyboard.press("F8")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("heading")).to_have_text("Not sure: 1 of 2")
    page.keyboard.type("2041")
    page.keyboard.press("Enter")
    expect(dialog.get_by_role("textbox")).to_have_value("58")
    page.keyboard.press("Escape")
    assert readings(page) == ["2041\n316\n58"]
    expect(progress(page)).to_have_text("1 of 1 read · 1 needs a look")
    page.reload()
    expect(progress(page)).to_have_text("1 of 1 read · 1 needs a look")
    assert readings(page) == ["2041\n316\n58"]
    page.keyboard.press("F8")
    expect(dialog.get_by_role("heading")).to_have_text("Not sure: 1 of 1")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(progress(page)).to_have_text("1 of 1 read")
    assert names(page) == ["page"]
    assert readings(page) == ["2041\n316\n58"]
    page.keyboard.press("Control+z")
    expect(progress(page)).to_have_text("1 of 1 read · 1 needs a look")
