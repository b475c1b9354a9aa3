"""How long a page that was visited before takes, with no network and no server, until it shows an answer."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from playwright.sync_api import Browser, BrowserContext, expect

from server import DIST
from tests.support.hand import Pad
from tests.support.site_server import SiteServer

THROTTLES = (1, 4)
TIMES = 5

BUDGET = 600
"""Milliseconds, as this machine is."""

# The drawing on the pad is kept, so that the page reads by itself what it opens with.
WATCH = """() => {
    const look = () => document.querySelector('#answer')?.textContent ? seen() : requestAnimationFrame(look);
    const seen = () => { globalThis.answeredAt = performance.now(); };
    requestAnimationFrame(look);
}"""


def measure_start(browser: Browser, _site: str) -> Iterator[str]:
    """A line a throttle: median and worst from the navigation to the frame that shows the answer."""
    with SiteServer(DIST) as server:
        context = browser.new_context(viewport={"width": 390, "height": 844})
        page = context.new_page()
        page.goto(server.url)
        expect(page.locator("#offline-status")).to_contain_text("offline", timeout=60_000)
        Pad(page).write("47")
        expect(page.locator("#answer")).to_have_text("47", timeout=60_000)
        page.close()
        server.stop()
        for throttle in THROTTLES:
            times = [start(context, server.url, throttle) for _ in range(TIMES)]
            yield (
                f"CPU throttled {throttle}x: median {statistics.median(times):,.0f} ms, worst {max(times):,.0f} ms"
                f" (n = {TIMES}; at most {BUDGET} ms asked of this machine as it is)"
            )
        context.close()


def start(context: BrowserContext, url: str, throttle: int) -> float:
    """Milliseconds."""
    page = context.new_page()
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": throttle})
    page.add_init_script(f"({WATCH})()")
    page.goto(url)
    page.wait_for_function("() => globalThis.answeredAt", timeout=60_000)
    milliseconds = page.evaluate("answeredAt")
    page.close()
    return milliseconds
