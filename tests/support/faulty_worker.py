"""The reader's real worker, with a fault: what a test needs of it is told in code that runs after the worker's own."""

from __future__ import annotations

from playwright.sync_api import Page, Route, Worker

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


def worker_of(page: Page) -> Worker:
    """The worker that reads for the page now."""
    return next(worker for worker in reversed(page.workers) if "/worker-" in worker.url)
