"""After the first visit the site needs no network, and says so only when that is true."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect

from tests.support.hand import draw_one
from tests.support.paper import draw_line_of, encode
from tests.support.pdf import PATIENCE, scan_of
from tests.support.pictures import open_file, open_picture_of, picture_of
from tests.support.site_server import SiteServer
from tests.support.static_host import StaticHost

READY = "Ready to work offline"


def test_everything_works_with_the_network_and_the_server_gone(dist: Path, context: BrowserContext, page: Page) -> None:
    with SiteServer(dist) as server:
        page.goto(server.url)
        expect(page.locator("#offline-status")).to_contain_text(READY, timeout=PATIENCE)
        server.stop()
        context.set_offline(True)

        page.reload()

        expect(page.locator("html")).to_have_attribute("data-reader", "ready", timeout=PATIENCE)
        expect(page.locator("#offline-status")).to_contain_text(READY, timeout=PATIENCE)
        draw_one(page)
        expect(page.locator("#answer")).to_have_text("1", timeout=PATIENCE)
        open_picture_of(page, "47")  # what reads strings comes only now


def test_pdfs_open_without_the_network_once_one_was_opened(dist: Path, context: BrowserContext, page: Page) -> None:
    with SiteServer(dist) as server:
        page.goto(server.url)
        expect(page.locator("#offline-status")).to_contain_text(READY, timeout=PATIENCE)
        open_file(page, scan_of([picture_of(4)]))
        expect(page.locator("#answer")).to_have_text("4", timeout=PATIENCE)
        server.stop()
        context.set_offline(True)

        page.reload()

        # A fax machine's coding is none of JPEG's, and its decoder was not needed before.
        open_file(page, scan_of([picture_of(7)], coding="JBIG2"))
        expect(page.locator("#answer")).to_have_text("7", timeout=PATIENCE)


def test_the_first_pdf_asks_for_the_network_and_can_be_tried_again(dist: Path, page: Page) -> None:
    with StaticHost(dist) as host:
        page.goto(host.url)
        expect(page.locator("#offline-status")).to_contain_text(READY, timeout=PATIENCE)
        opens_pdfs = next(f"assets/{file.name}" for file in (dist / "assets").glob("pdf-worker-*.js"))
        host.faults = {opens_pdfs: "an error page"}
        open_file(page, scan_of([picture_of(4)]))
        expect(page.get_by_role("alert")).to_contain_text("What opens PDFs could not be fetched", timeout=PATIENCE)
        host.faults = {}
        page.get_by_role("button", name="Try again").click()
        expect(page.locator("#answer")).to_have_text("4", timeout=PATIENCE)


def test_a_picture_that_cannot_be_read_yet_says_what_is_missing_and_the_pad_goes_on(dist: Path, page: Page) -> None:
    page.add_init_script("delete Navigator.prototype.serviceWorker; delete globalThis.caches")
    with SiteServer(dist) as server:
        page.goto(server.url)
        expect(page.locator("html")).to_have_attribute("data-reader", "ready")
        server.stop()
        page.locator("#picture-file").set_input_files(
            {"name": "number.png", "mimeType": "image/png", "buffer": encode(draw_line_of("47"))}
        )
        expect(page.get_by_role("alert")).to_contain_text("check the connection and try again")
        draw_one(page)
        expect(page.locator("#answer")).to_have_text("1")


def test_an_address_with_a_query_works_offline_too(dist: Path, page: Page) -> None:
    with SiteServer(dist) as server:
        page.goto(server.url)
        expect(page.locator("#offline-status")).to_contain_text(READY, timeout=PATIENCE)
        server.stop()

        page.goto(f"{server.url}index.html?utm_source=home-screen#top")

        expect(page.locator("html")).to_have_attribute("data-reader", "ready")


def test_offline_is_not_promised_while_a_file_is_missing(dist: Path, page: Page) -> None:
    with StaticHost(dist) as host:
        host.faults = {"icon-512.png": "an error page"}
        page.add_init_script(WATCH_INSTALLATION)
        page.goto(host.url)
        expect(page.locator("html")).to_have_attribute("data-reader", "ready")
        assert end_of_installation(page) == "redundant"
        expect(page.locator("#offline-status")).not_to_contain_text(READY, timeout=PATIENCE)

        host.faults = {}
        page.reload()
        expect(page.locator("#offline-status")).to_contain_text(READY, timeout=PATIENCE)


def test_offline_is_not_promised_after_the_browser_dropped_a_file(site: str, page: Page) -> None:
    page.goto(site)
    expect(page.locator("#offline-status")).to_contain_text(READY, timeout=PATIENCE)
    page.evaluate(
        """async () => {
            const [name] = await caches.keys();
            const cache = await caches.open(name);
            const icon = (await cache.keys()).find(({ url }) => url.includes('icon-512.png'));
            await cache.delete(icon);
        }"""
    )

    page.reload()

    expect(page.locator("html")).to_have_attribute("data-reader", "ready")
    assert (
        page.evaluate(
            """async () => {
            const { active } = await navigator.serviceWorker.getRegistration();
            const { port1, port2 } = new MessageChannel();
            return new Promise((resolve) => {
                port1.onmessage = ({ data }) => resolve(data);
                active.postMessage('is-complete', [port2]);
            });
        }"""
        )
        is False
    )
    expect(page.locator("#offline-status")).not_to_contain_text(READY, timeout=PATIENCE)


def test_a_browser_without_service_workers_reads_all_the_same(site: str, page: Page) -> None:
    page.add_init_script("delete Navigator.prototype.serviceWorker; delete globalThis.caches")

    page.goto(site)

    expect(page.locator("html")).to_have_attribute("data-reader", "ready")
    expect(page.locator("#offline-status")).not_to_contain_text(READY, timeout=PATIENCE)


WATCH_INSTALLATION = """
    const register = ServiceWorkerContainer.prototype.register;
    ServiceWorkerContainer.prototype.register = async function (...given) {
        const registration = await register.apply(this, given);
        const worker = registration.installing;
        globalThis.installation = new Promise((resolve) => {
            worker?.addEventListener('statechange', () => resolve(worker.state));
        });
        return registration;
    };
"""


def end_of_installation(page: Page) -> str:
    """How the service worker's installation ended: 'installed' or 'redundant'. Needs WATCH_INSTALLATION."""
    return page.evaluate(
        """async () => {
            while (!globalThis.installation) await new Promise((resolve) => setTimeout(resolve, 50));
            return globalThis.installation;
        }"""
    )
