"""What people kept with an earlier version of the page, when each kind of thing had a database of its own."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.support.batch_page import names, progress, readings
from tests.support.earlier_databases import EARLIER, fill_earlier_databases, kept_keys, open_nothing
from tests.support.form_page import boxes, open_form_from_table, stored
from tests.support.history_page import close, entry, open_history, texts
from tests.support.slow_reader import use_slow_reader


def visit(page: Page, site: str) -> None:
    page.goto(site)
    expect(page.locator("html")).to_have_attribute("data-reader", "ready")


def expect_opened_picture(page: Page, site: str) -> None:
    page.goto(f"{site}#picture")
    expect(page.locator(".picture-name")).to_have_text("2047.png")
    expect(page.locator(".picture-photo img")).not_to_have_js_property("naturalWidth", 0)


def expect_batch(page: Page) -> None:
    page.get_by_role("button", name="Batch").click()
    expect(page.locator(".batch-text")).to_have_text(["11", "27", ""])
    assert names(page) == ["11", "21", "31"]
    expect(page.locator(".batch-thumbnail").first).not_to_have_js_property("naturalWidth", 0)


def leave_batch(page: Page) -> None:
    page.get_by_role("button", name="Back to the pad").click()
    expect(page.locator("#pad")).to_be_visible()


def expect_history(page: Page) -> None:
    panel = open_history(page)
    expect(texts(panel)).to_have_text(["316", "7"])
    close(page)


def expect_forms(page: Page) -> None:
    open_form_from_table(page)
    expect(page.get_by_label("Name of the form")).to_have_value("Half done")
    expect(page.get_by_role("img", name="The sample picture")).to_be_visible()
    expect(boxes(page)).to_have_count(1)
    expect(stored(page, "Members")).to_contain_text("1 field")


def test_what_an_earlier_version_kept_is_there(page: Page, site: str) -> None:
    use_slow_reader(page)
    fill_earlier_databases(page, site)
    expect_opened_picture(page, site)
    visit(page, site)
    expect_history(page)
    expect_batch(page)
    page.get_by_role("button", name="Go on").click()
    expect(progress(page)).to_contain_text("3 of 3 read")
    assert readings(page) == ["11", "27", "31"]
    leave_batch(page)
    expect_forms(page)


def test_a_picture_of_an_earlier_history_opens(page: Page, site: str) -> None:
    use_slow_reader(page)
    fill_earlier_databases(page, site)
    visit(page, site)
    panel = open_history(page)
    entry(panel, "316").get_by_role("button", name="Open", exact=False).first.click()
    expect(page.locator(".picture-name")).to_have_text("316.png")


def test_earlier_databases_are_emptied_and_then_deleted(page: Page, site: str) -> None:
    use_slow_reader(page)
    fill_earlier_databases(page, site)
    before = kept_keys(page, site)
    for _ in range(2):
        expect_opened_picture(page, site)
        visit(page, site)
        expect_history(page)
        expect_batch(page)
        leave_batch(page)
        expect_forms(page)
    after = kept_keys(page, site)
    assert list(after) == ["inkdigit"]
    for name in EARLIER:
        assert set(before[name]) <= set(after["inkdigit"])


def test_a_page_left_halfway_begins_again_and_overwrites_nothing(page: Page, site: str) -> None:
    use_slow_reader(page)
    fill_earlier_databases(page, site)
    # As it is when the tab is closed before anything was deleted.
    page.add_init_script("globalThis.erase = IDBObjectStore.prototype.delete; IDBObjectStore.prototype.delete = null")
    visit(page, site)
    expect_history(page)
    expect_batch(page)
    page.add_init_script("IDBObjectStore.prototype.delete = globalThis.erase")
    page.locator(".batch-reading").first.focus()
    page.keyboard.type("19")
    page.keyboard.press("Enter")
    expect(page.locator(".batch-text")).to_have_text(["19", "27", ""])
    leave_batch(page)
    visit(page, site)
    page.get_by_role("button", name="Batch").click()
    expect(page.locator(".batch-text")).to_have_text(["19", "27", ""])
    expect(page.locator(".batch-thumbnail").first).not_to_have_js_property("naturalWidth", 0)
    assert kept_keys(page, site)["inkdigit-batch-rows"] == []


def test_two_tabs_at_once_do_no_harm(context: BrowserContext, page: Page, site: str) -> None:
    other = context.new_page()
    for tab in (page, other):
        use_slow_reader(tab)
    fill_earlier_databases(page, site)
    # Neither waits for the other.
    page.goto(site, wait_until="commit")
    other.goto(site, wait_until="commit")
    for tab in (page, other):
        expect(tab.locator("html")).to_have_attribute("data-reader", "ready")
    for tab in (page, other):
        expect_history(tab)
    expect_batch(page)
    leave_batch(page)
    other.close()
    visit(page, site)
    expect_history(page)
    expect_batch(page)


@pytest.mark.parametrize(
    "obstacle",
    [
        "await new Promise((done) => { indexedDB.deleteDatabase('inkdigit-records').onsuccess = done; });",
        """await new Promise((done) => { indexedDB.deleteDatabase('inkdigit-records').onsuccess = done; });
        await new Promise((done) => { indexedDB.open('inkdigit-records').onsuccess = (event) => {
            event.target.result.close(); done(); }; });""",
    ],
    ids=["missing", "without its store"],
)
def test_a_broken_earlier_database_harms_nothing_else(page: Page, site: str, obstacle: str) -> None:
    use_slow_reader(page)
    fill_earlier_databases(page, site)
    page.evaluate(f"async () => {{ {obstacle} }}")
    visit(page, site)
    panel = open_history(page)
    expect(panel).to_contain_text("Nothing is here yet.")
    close(page)
    expect_batch(page)


def test_a_tab_of_an_earlier_version_that_stays_open_holds_nothing_up(
    context: BrowserContext, page: Page, site: str
) -> None:
    use_slow_reader(page)
    fill_earlier_databases(page, site)
    old = context.new_page()
    open_nothing(old, site)
    old.evaluate(
        "async () => { globalThis.held = await new Promise((done) => {"
        " const request = indexedDB.open('inkdigit-records'); request.onsuccess = () => done(request.result); }); }"
    )
    # Copied, found empty, and about to be deleted.
    for _ in range(3):
        visit(page, site)
        expect_history(page)


def test_forgetting_everything_takes_what_was_never_carried_over(page: Page, site: str) -> None:
    use_slow_reader(page)
    fill_earlier_databases(page, site)
    visit(page, site)
    page.get_by_role("button", name="Settings", exact=True).click()
    page.locator("#view").get_by_role("button", name="Forget everything").click()
    page.get_by_role("dialog").get_by_role("button", name="Forget everything").click()
    expect(page.locator("#view")).to_be_hidden()
    expect(page.locator("html")).to_have_attribute("data-reader", "ready")
    assert [key for keys in kept_keys(page, site).values() for key in keys] == []
