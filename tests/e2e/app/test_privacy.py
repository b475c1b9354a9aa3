"""What SECURITY.md and the page say of privacy, sentence by sentence, over a whole session in every view."""

from __future__ import annotations

import socket
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, Request, expect

from tests.support.kept import expect_soon, full_stores
from tests.support.page import open_page
from tests.support.site_server import SiteServer
from tests.support.tour import TOURS, Tour, form, written

STAND_INS = {"favicon.ico", "made-up-reading.js"}
"""What browsers ask for unasked, and what tests put into the page."""


@pytest.mark.parametrize("tour", TOURS, ids=lambda tour: tour.__name__)
def test_the_page_asks_its_own_host_for_its_own_files_and_sends_nothing(
    context: BrowserContext, page: Page, site: str, dist: Path, tour: Tour
) -> None:
    asked: list[Request] = []
    context.on("request", lambda request: asked.append(request))  # noqa: PLW0108 (Playwright marks its handlers)
    for _ in tour(page, site):
        pass

    sent = [request for request in asked if not request.url.startswith("blob:")]
    assert {urlsplit(request.url).netloc for request in sent} == {urlsplit(site).netloc}
    assert {request.method for request in sent} == {"GET"}
    assert not [request.url for request in sent if request.post_data or urlsplit(request.url).query]
    paths = {urlsplit(request.url).path.lstrip("/") or "index.html" for request in sent}
    assert not [path for path in paths if not (dist / path).is_file() and path not in STAND_INS]
    assert context.cookies() == []


REACH = """async (elsewhere) => {
    const tries = {
        fetch: () => fetch(elsewhere, { mode: 'no-cors' }),
        beacon: () => navigator.sendBeacon(elsewhere, '207'),
        socket: () => new WebSocket(elsewhere.replace('http', 'ws')),
        events: () => new EventSource(elsewhere),
        picture: () => { new Image().src = elsewhere; },
        style: () => { document.body.style.backgroundImage = `url(${elsewhere})`; },
        font: () => new FontFace('elsewhere', `url(${elsewhere})`).load(),
        frame: () => document.body.append(Object.assign(document.createElement('iframe'), { src: elsewhere })),
        form: () => {
            const form = document.createElement('form');
            document.body.append(Object.assign(form, { action: elsewhere, method: 'post', target: '_self' }));
            form.submit();
        },
        module: () => import(elsewhere),
    };
    const stopped = [];
    addEventListener('securitypolicyviolation', (event) => stopped.push(event.effectiveDirective));
    for (const attempt of Object.values(tries)) {
        const before = stopped.length;
        await (async () => attempt())().catch(() => {});
        await new Promise((done) => {
            const look = () => (stopped.length > before ? done() : requestAnimationFrame(look));
            look();
        });
    }
    return Object.keys(tries).length;
}"""
"""Every way by which a page could tell another host something without leaving; waits for each to be stopped."""


@pytest.mark.may_complain
def test_the_policy_stops_whatever_would_tell_another_host(page: Page, site: str) -> None:
    open_page(page, site)
    with socket.create_server(("127.0.0.1", 0)) as other:
        assert page.evaluate(REACH, f"http://127.0.0.1:{other.getsockname()[1]}/") == 10
        page.close()
        # Chromium may have connected for the frame and the form before it asked the policy: then to say nothing.
        other.settimeout(0)
        said = []
        with suppress(BlockingIOError):
            while True:
                connection, _ = other.accept()
                with connection, suppress(BlockingIOError):
                    connection.settimeout(0)
                    said.append(connection.recv(1000))
    assert not any(said)


FORCE = """async (elsewhere) => {
    const script = document.createElement('script');
    const tries = [
        () => { script.text = 'window.forced = true'; },
        () => { script.src = elsewhere; },
        () => { document.body.innerHTML = '<img src="" onerror="window.forced = true">'; },
        () => new Worker(elsewhere),
        () => new Worker('data:text/javascript,0'),
        () => navigator.serviceWorker.register(elsewhere),
        () => trustedTypes.createPolicy('another', { createScript: (text) => text }),
        () => eval('window.forced = true'),
        () => new Function('window.forced = true')(),
    ];
    // Out of the debugger's call, in which Chromium lets text be code.
    await new Promise((done) => setTimeout(done));
    const refused = [];
    for (const attempt of tries) refused.push(await (async () => attempt())().then(() => 'done', () => 'refused'));
    return [...new Set(refused), window.forced ?? 'nothing ran'];
}"""


@pytest.mark.may_complain
def test_no_text_becomes_a_script_and_no_worker_starts_from_an_address(page: Page, site: str) -> None:
    open_page(page, site)

    assert page.evaluate(FORCE, "https://example.com/a.js") == ["refused", "nothing ran"]


def test_settings_removes_all_that_was_kept_but_how_the_page_is_set(
    context: BrowserContext, page: Page, site: str
) -> None:
    # It would bring the real reader to the tab where one stands in for it.
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    for _ in written(page, site):
        pass
    for _ in form(context.new_page(), site):
        pass
    assert {"records", "hands", "batch-rows", "batch-pictures", "forms"} <= full_stores(page)

    page.goto(f"{site}#settings")
    page.reload()
    page.get_by_role("button", name="Forget everything").click()
    page.get_by_role("dialog").get_by_role("button", name="Forget everything").click()
    expect(page.locator("#view")).to_be_hidden()

    expect_soon(page, lambda: full_stores(page), set())
    names = "() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].sort()"
    assert set(page.evaluate(names)) <= {"inkdigit.settings", "inkdigit.records"}


def test_the_server_takes_nothing(dist: Path) -> None:
    with SiteServer(dist) as server:
        for method in ("POST", "PUT", "PATCH", "DELETE"):
            answer = server.send(f"{method} / HTTP/1.0\r\nContent-Length: 3\r\n\r\n207".encode())
            assert answer.startswith(b"HTTP/1.0 405")


def test_about_tells_that_nothing_leaves_the_device(page: Page, site: str) -> None:
    open_page(page, site)
    page.get_by_role("link", name="About", exact=True).click()

    expect(page.locator("#view")).to_contain_text("What you write, open and read never leaves this device.")
