"""The bytes that a first visit takes from server.py: bodies as they are encoded, and headers."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Response, expect

from bench.relay import Relay

BUDGET = 250_000

# The service worker fetches the same files at the same time, and the browser's cache then answers whoever asked second.
NO_SERVICE_WORKER = "delete Navigator.prototype.serviceWorker"


def measure_first_visit(browser: Browser, site: str) -> Iterator[str]:
    """A line an answer that is needed to read a digit, their sum, and what working offline costs beside it."""
    total, answers = visit(browser, site, NO_SERVICE_WORKER)
    bodies = {urlsplit(answer.url).path: int(answer.headers["content-length"]) for answer in answers}
    encodings = {urlsplit(answer.url).path: answer.headers.get("content-encoding", "as it is") for answer in answers}
    for path, size in sorted(bodies.items(), key=lambda item: -item[1]):
        yield f"{size:>10,}  {encodings[path]:<8}  {path}"
    yield f"{total - sum(bodies.values()):>10,}  headers"
    yield f"{total:>10,}  until a digit can be read, of at most {BUDGET:,}"
    kept, _ = visit(browser, site)
    yield f"{kept - total:>10,}  more for the copy that works offline"


def visit(browser: Browser, site: str, script: str = "") -> tuple[int, list[Response]]:
    """Open the page with nothing cached and wait until it has all that it wants; return the bytes and the answers."""
    answers: list[Response] = []
    with Relay(site) as relay:
        context = browser.new_context()
        context.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 (Playwright marks its handlers)
        page = context.new_page()
        page.add_init_script(script)
        page.goto(relay.url)
        expect(page.locator("html")).to_have_attribute("data-reader", "ready", timeout=60_000)
        if not script:
            expect(page.locator("#offline-status")).to_contain_text("offline", timeout=60_000)
        page.wait_for_load_state("networkidle")
        context.close()
    return relay.received, answers
