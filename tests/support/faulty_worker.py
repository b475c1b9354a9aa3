"""The reader's real worker, with a fault: what a test needs of it is told in code that runs after the worker's own."""

from __future__ import annotations

import time

from playwright.sync_api import Page, Route, Worker

from tests.support.page import PATIENCE

HANGS = """
    const answer = self.onmessage;
    self.onmessage = (event) => {
        if (event.data.method === '%s') for (;;);
        return answer(event);
    };
"""
"""A worker that never gets to the end of what is asked for by this method."""


class FaultyWorker:
    """Every worker that the page, once it is opened, starts for its reader runs `code`, too. It may be changed."""

    def __init__(self, page: Page, code: str) -> None:
        self.code = code
        # Its service worker would bring the file as it is.
        page.add_init_script("delete Navigator.prototype.serviceWorker")
        page.route("**/worker-*.js", self._answer)

    def _answer(self, route: Route) -> None:
        whole = route.fetch()
        route.fulfill(response=whole, body=f"{whole.text()}\n{{{self.code}}}")


def worker_of(page: Page) -> Worker | None:
    """The worker that reads for the page now, if any."""
    return next((worker for worker in reversed(page.workers) if "/worker-" in worker.url), None)


def fail_worker(page: Page, code: str) -> None:
    """Let the worker that reads for the page now run this."""
    worker = worker_of(page)
    assert worker
    worker.evaluate(code)


def live_until_replaced(page: Page) -> None:
    """Let the page live fast until it has another worker, which then works at its own pace. It needs page.clock."""
    old, deadline = worker_of(page), time.monotonic() + PATIENCE
    while worker_of(page) in (old, None) and time.monotonic() < deadline:
        page.clock.run_for(1000)
    assert worker_of(page) not in (old, None)
