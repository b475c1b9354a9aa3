"""What the service worker keeps is whole and of the right type, or it is not kept; what was altered there heals."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.support.hand import Pad
from tests.support.page import open_page
from tests.support.static_host import StaticHost

pytestmark = pytest.mark.may_complain

READY = "Ready to work offline"
PATIENCE = 30_000
"""Milliseconds, in which a busy machine keeps 3 MB."""

PUT = """async ([name, kind]) => {
    const alter = (bytes) => bytes.map((byte, at) => (at % 1000 ? byte : byte ^ 0x7f));
    for (const key of await caches.keys()) {
        const cache = await caches.open(key);
        const request = (await cache.keys()).find(({ url }) => new URL(url).pathname.match(name));
        if (!request) continue;
        const kept = await cache.match(request);
        const bytes = new Uint8Array(await kept.arrayBuffer());
        const body = kind === 'altered' ? alter(bytes) : bytes;
        const type = kind === 'typed' ? 'text/plain' : kept.headers.get('Content-Type');
        await cache.put(request, new Response(body, { headers: { 'Content-Type': type } }));
        return request.url;
    }
}"""
"""Replaces a file that the service worker keeps: some of its bytes, or its type."""


@pytest.mark.parametrize("pattern", ["assets/worker-*.js", "assets/index-*.css", "inkdigit.js", "assets/en-*.js"])
def test_offline_is_not_promised_with_a_file_of_a_wrong_type(browser: Browser, host: StaticHost, pattern: str) -> None:
    # The policy lets no test ask for the service worker by a plain address.
    page = browser.new_page(bypass_csp=True)
    path = next(host.folder.glob(pattern)).relative_to(host.folder).as_posix()
    host.faults[path] = "of another type"
    page.goto(host.url)
    # Its installation is over once it has asked for the file past the browser's cache, too, and given up.
    page.evaluate(
        """async () => {
            const { installing } = await navigator.serviceWorker.register('sw.js');
            while (installing.state !== 'redundant') await new Promise((done) => (installing.onstatechange = done));
        }"""
    )
    expect(page.locator("#offline-status")).not_to_contain_text(READY)

    host.faults.clear()
    page.reload()

    expect(page.locator("html")).to_have_attribute("data-reader", "ready")
    expect(page.locator("#offline-status")).to_contain_text(READY, timeout=PATIENCE)
    page.context.close()


@pytest.mark.parametrize("pattern", ["assets/worker-*.js", "assets/en-*.js", "inkdigit.js", "assets/index-*.js"])
def test_a_file_that_came_with_a_wrong_type_once_is_fetched_again_and_kept(
    page: Page, context: BrowserContext, host: StaticHost, pattern: str
) -> None:
    host.faults[next(host.folder.glob(pattern)).relative_to(host.folder).as_posix()] = "of another type"
    host.heals_after = 1
    page.goto(host.url)
    expect(page.locator("#offline-status")).to_contain_text(READY, timeout=PATIENCE)

    context.set_offline(True)
    host.stop()
    pad = open_page(page, host.url)
    pad.write("7")

    expect(page.locator("#answer")).to_have_text("7")


@pytest.mark.parametrize("file", ["/worker-", "index-.*js", "index-.*css", "inkdigit.js", "index.html"])
def test_a_visit_whose_kept_file_is_of_a_wrong_type_heals_it(
    page: Page, context: BrowserContext, host: StaticHost, file: str
) -> None:
    page.goto(host.url)
    expect(page.locator("#offline-status")).to_contain_text(READY, timeout=PATIENCE)
    assert page.evaluate(PUT, [file, "typed"])

    page.reload()
    expect(page.locator("html")).to_have_attribute("data-reader", "ready")
    page.reload()
    expect(page.locator("#offline-status")).to_contain_text(READY, timeout=PATIENCE)

    context.set_offline(True)
    host.stop()
    open_page(page, host.url).write("7")
    expect(page.locator("#answer")).to_have_text("7")


@pytest.mark.parametrize("file", ["/worker-", "index-.*js", "card-", "model-", "group1-"])
def test_a_visit_whose_kept_file_was_altered_heals_it(page: Page, host: StaticHost, file: str) -> None:
    page.goto(host.url)
    expect(page.locator("#offline-status")).to_contain_text(READY, timeout=PATIENCE)
    altered = page.evaluate(PUT, [file, "altered"])

    page.reload()
    pad = Pad(page)
    expect(page.locator("html")).to_have_attribute("data-reader", "ready")
    pad.write("7")
    expect(page.locator("#answer")).to_have_text("7")
    assert altered
