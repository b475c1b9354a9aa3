"""What SECURITY.md and the page say of privacy, sentence by sentence, over a whole session in every view."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, Request, expect

from tests.support.page import open_page
from tests.support.site_server import SiteServer
from tests.support.tour import TOURS, Tour

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


def test_the_server_takes_nothing(dist: Path) -> None:
    with SiteServer(dist) as server:
        for method in ("POST", "PUT", "PATCH", "DELETE"):
            answer = server.send(f"{method} / HTTP/1.0\r\nContent-Length: 3\r\n\r\n207".encode())
            assert answer.startswith(b"HTTP/1.0 405")


def test_about_tells_that_nothing_leaves_the_device(page: Page, site: str) -> None:
    open_page(page, site)
    page.get_by_role("link", name="About", exact=True).click()

    expect(page.locator("#view")).to_contain_text("What you write, open and read never leaves this device.")
