"""What the page keeps on the device, read from the browser's own database."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

PATIENCE = 10
"""Seconds in which a busy machine keeps a few rows."""

ENTRIES = """async (name) => {
    const database = await new Promise((done, fail) => {
        const request = indexedDB.open('inkdigit');
        // Where the page has not made it yet, this must not make it without stores.
        request.onupgradeneeded = () => request.transaction.abort();
        request.onsuccess = () => done(request.result);
        request.onerror = () => request.error.name === 'AbortError' ? done(null) : fail(request.error);
    });
    if (!database) return [];
    const store = database.transaction(name).objectStore(name);
    const [keys, values] = await Promise.all(['getAllKeys', 'getAll'].map((all) => new Promise((done, fail) => {
        const request = store[all]();
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
    })));
    database.close();
    return keys.map((key, index) => [key, values[index] instanceof Blob ? values[index].name : values[index]]);
}"""


def kept(page: Page, store: str) -> dict[str, Any]:
    """The entries of a store; of a file its name."""
    return dict(page.evaluate(ENTRIES, store))


STORES = """async () => (await indexedDB.databases()).some(({ name }) => name === 'inkdigit')
    ? new Promise((done, fail) => {
        const request = indexedDB.open('inkdigit');
        request.onsuccess = () => { done([...request.result.objectStoreNames]); request.result.close(); };
        request.onerror = () => fail(request.error);
    }) : []"""


def full_stores(page: Page) -> set[str]:
    """The names of the stores that have entries."""
    return {name for name in page.evaluate(STORES) if kept(page, name)}


def kept_readings(page: Page) -> list[str]:
    """The texts of the history's records, in the order of the alphabet."""
    return sorted(value["text"] for key, value in kept(page, "records").items() if key.startswith("record "))


def kept_rows(page: Page) -> dict[str, dict[str, Any]]:
    """The rows of the batch, by the names of their pictures."""
    return {row["name"]: row for key, row in kept(page, "batch-rows").items() if key != "settings"}


def kept_statuses(page: Page) -> dict[str, str]:
    """How far the rows of the batch are: waiting, reading, read or failed."""
    return {name: row["status"] for name, row in kept_rows(page).items()}


def kept_of_picture(page: Page, what: str) -> Any:
    """What is kept of the opened picture: its area, how it is turned, the corrections."""
    return kept(page, "picture").get("said", {}).get(what)


def kept_corrections(page: Page) -> int:
    """So many corrections are kept of the opened picture."""
    return len(kept_of_picture(page, "corrections") or ())


def expect_soon(page: Page, ask: Callable[[], object], expected: object) -> None:
    """Wait until something is as expected for which the page has neither an element nor an event."""
    deadline = time.monotonic() + PATIENCE
    while (found := ask()) != expected and time.monotonic() < deadline:
        page.wait_for_timeout(20)  # milliseconds, between two looks
    assert found == expected


BLOCKED = """(() => {
    const blocked = () => new DOMException('Site data is blocked', 'SecurityError');
    const refuse = () => { throw blocked(); };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
        Object.defineProperty(window, name, { get: refuse });
    }
    window.BroadcastChannel = function () { refuse(); };
    LockManager.prototype.request = () => Promise.reject(blocked());
    ServiceWorkerContainer.prototype.register = () => Promise.reject(blocked());
})()"""
"""What a page finds where a person lets sites keep nothing."""
