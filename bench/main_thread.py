"""For how long a page cannot answer a finger: the tasks of its main thread, as Chromium traces them."""

from __future__ import annotations

import json
from types import TracebackType

from playwright.sync_api import Page


class MainThread:
    """Traces while its `with` block runs; then `longest` and `busiest` tell of the tasks within it, in milliseconds.

    `longest`: the longest task by the clock, also where other programs kept the processor from it. `busiest`: the most
    that one task took of the processor, which what else the machine does changes less.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self.longest = self.busiest = 0.0

    def join(self, other: MainThread) -> None:
        """Tell of the worst of both."""
        self.longest, self.busiest = max(self.longest, other.longest), max(self.busiest, other.busiest)

    def __str__(self) -> str:
        return (
            f"longest task of the main thread {self.longest:.0f} ms, most processor time of one {self.busiest:.0f} ms"
        )

    def __enter__(self) -> MainThread:
        browser = self._page.context.browser
        assert browser
        self._browser = browser
        self._browser.start_tracing(page=self._page, categories=["toplevel"])
        return self

    def __exit__(self, _t: type[BaseException] | None, _e: BaseException | None, _b: TracebackType | None) -> None:
        # An answer leaves the page before the task that gave it ends: the next task begins after that.
        self._page.evaluate("() => new Promise((done) => void setTimeout(done))")
        events = json.loads(self._browser.stop_tracing())["traceEvents"]
        main = {_thread(event) for event in events if event.get("args", {}).get("name") == "CrRendererMain"}
        tasks = [event for event in events if event["name"].endswith("RunTask") and _thread(event) in main]
        self.longest = max((task.get("dur", 0) / 1000 for task in tasks), default=0.0)
        self.busiest = max((task.get("tdur", 0) / 1000 for task in tasks), default=0.0)


def _thread(event: dict) -> tuple[int, int]:
    return event["pid"], event["tid"]
