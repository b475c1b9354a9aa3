"""The history of what was read, as a person opens it."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.support.hand import DIGITS, Pad

RESTED = 1500
"""Milliseconds: longer than what is read has to rest until it is kept."""

FILL = """async (count) => {
    const database = await new Promise((done) => {
        const request = indexedDB.open('inkdigit');
        request.onsuccess = () => done(request.result);
    });
    const all = database.transaction('records').objectStore('records').getAll(IDBKeyRange.bound('record ', 'record ~'));
    const [record] = await new Promise((done) => { all.onsuccess = () => done(all.result); });
    const work = database.transaction('records', 'readwrite');
    for (let number = 1; number <= count; number += 1) {
        const id = `0-${number}`;
        const time = record.time - number * 3_600_000;
        work.objectStore('records').put({ ...record, id, time, text: String(1000 + number) }, `record ${id}`);
    }
    await new Promise((done) => { work.oncomplete = done; });
    database.close();
}"""
"""Copies the first record so many times, each an hour older than the one before."""


def write(page: Page, pad: Pad, text: str) -> None:
    """Write a number, let it be read and come to rest, and empty the pad."""
    pad.write(text)
    expect(page.locator("#answer")).to_have_text(text)
    finish(page)


def write_fake(page: Page, pad: Pad) -> None:
    """Write what the reader that is not there takes for 2047, and let it come to rest."""
    pad.draw(DIGITS[1])
    expect(page.locator("#answer")).to_have_text("2047")
    finish(page)


def finish(page: Page) -> None:
    """Let the answer come to rest, and empty the pad."""
    expect(page.locator("#answer-status")).not_to_be_empty()
    page.get_by_role("button", name="Clear").click()
    expect(page.locator("#answer")).to_be_empty()


def open_history(page: Page) -> Locator:
    page.get_by_role("button", name="History", exact=True).click()
    panel = page.locator("#view")
    expect(panel.get_by_role("checkbox", name="Keep a history")).to_be_visible()
    return panel


def texts(panel: Locator) -> Locator:
    return panel.locator(".history-text")


def entry(panel: Locator, text: str) -> Locator:
    return panel.get_by_role("listitem").filter(has=panel.page.locator(f'.history-text:text-is("{text}")'))


def close(page: Page) -> None:
    page.locator("#view").get_by_role("button", name="Close", exact=True).click()
    expect(page.locator("#view")).to_be_hidden()
