"""What earlier versions of the page kept: a database for each kind of thing, filled here as their code filled it."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.support.slow_reader import named

EARLIER = [
    "inkdigit-batch-pictures",
    "inkdigit-batch-rows",
    "inkdigit-forms",
    "inkdigit-picture",
    "inkdigit-records",
]

FILL = """async (bytes) => {
    const file = (name) => new File([new Uint8Array(bytes)], name, { type: 'image/png' });
    const fill = async (name, store, entries) => {
        const database = await new Promise((done, failed) => {
            const request = indexedDB.open(name);
            request.onupgradeneeded = () => request.result.createObjectStore(store);
            request.onsuccess = () => done(request.result);
            request.onerror = () => failed(request.error);
        });
        const work = database.transaction(store, 'readwrite');
        for (const [key, value] of Object.entries(entries)) work.objectStore(store).put(value, key);
        await new Promise((done, failed) => { [work.oncomplete, work.onabort] = [done, () => failed(work.error)]; });
        database.close();
    };
    const record = (id, text, more) => ({
        id, text, revision: '1', time: Date.UTC(2026, 9, 1), bytes: 100, scale: null, digits: [], corrections: [],
        numbers: [{ text, read: text, confidence: 0.99, isCorrected: false }], isUnsure: false, isCorrected: false,
        ink: null, picture: null, ...more,
    });
    const row = (id, order, more) => ({
        id, order, name: `${order}1.png`, status: 'read', corrections: [null],
        cells: [{ text: `${order}1`, confidence: 0.99, problem: null, box: null }], ...more,
    });
    const area = { x: 0.1, y: 0.1, width: 0.3, height: 0.1 };
    const form = { name: 'Members', fields: [{ name: 'Postal code', area, pattern: { kind: 'any' } }] };
    await fill('inkdigit-records', 'kept', {
        'record 0mf-a': record('0mf-a', '7', { ink: [[{ x: 0.5, y: 0.2 }, { x: 0.5, y: 0.8 }]] }),
        'record 0mf-b': record('0mf-b', '316', { scale: 1, picture: {
            name: '316.png', size: { width: 100, height: 100 }, area: null } }),
        'picture 0mf-b': file('316.png'),
    });
    await fill('inkdigit-batch-rows', 'kept', {
        a: row('a', 1), b: row('b', 2, { corrections: ['27'] }),
        c: row('c', 3, { status: 'waiting', cells: [null] }), settings: { form: null, isPaused: true },
    });
    await fill('inkdigit-batch-pictures', 'kept', { a: file('11.png'), b: file('21.png'), c: file('31.png') });
    await fill('inkdigit-forms', 'forms', {
        'form f': { form, sample: file('form.png') },
        draft: { id: null, form: { ...form, name: 'Half done' }, selected: null }, 'draft sample': file('draft.png'),
    });
    await fill('inkdigit-picture', 'kept', {
        file: file('2047.png'), said: { id: 'mine', area: null, row: null, corrections: [] },
    });
    localStorage.setItem('inkdigit.batch', 'hidden');
    sessionStorage.setItem('inkdigit.picture', 'mine');
}"""

KEYS = """async () => Object.fromEntries(await Promise.all((await indexedDB.databases()).map(async ({ name }) => {
    const database = await new Promise((done) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => done(request.result);
    });
    const keys = await Promise.all([...database.objectStoreNames].map((store) => new Promise((done) => {
        const request = database.transaction(store).objectStore(store).getAllKeys();
        request.onsuccess = () => done(request.result);
    })));
    database.close();
    return [name, keys.flat().sort()];
})))"""
"""The keys in every database of the page, by their names."""


def fill_earlier_databases(page: Page, site: str) -> None:
    """Leave a history, a batch, forms and an opened picture behind, on a page of the site that runs nothing."""
    open_nothing(page, site)
    page.evaluate(FILL, list(named("0")[0]["buffer"]))


def kept_keys(page: Page, site: str) -> dict[str, list[str]]:
    open_nothing(page, site)
    return page.evaluate(KEYS)


def open_nothing(page: Page, site: str) -> None:
    page.route(f"{site}nothing.html", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
    page.goto(f"{site}nothing.html")
