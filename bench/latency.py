"""How long the screen takes to follow the pen: from a move to the frame that shows the new answer."""

from __future__ import annotations

import math
from collections.abc import Iterator

from playwright.sync_api import Browser, Page, expect

THROTTLES = (1, 6)
"""Times slower than this machine: the second stands for a cheap phone."""

MOVES = 150

WATCH = """() => {
    globalThis.times = [];
    let moved = 0;
    document.querySelector('#pad').addEventListener('pointermove', ({ timeStamp }) => (moved ||= timeStamp), true);
    const watch = new MutationObserver(() => {
        // Within the frame that changes the chart; a message is handled once that frame is done.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
            if (moved) times.push(performance.now() - moved);
            moved = 0;
        };
        port2.postMessage(null);
    });
    watch.observe(document.querySelector('#chart'), { subtree: true, attributes: true, childList: true });
}"""


def measure_latency(browser: Browser, site: str) -> Iterator[str]:
    """A line a throttle: p50 and p95 over the moves of a slow 8 that changed the chart."""
    for throttle in THROTTLES:
        page = browser.new_page(viewport={"width": 390, "height": 844})
        page.goto(site)
        expect(page.locator("html")).to_have_attribute("data-reader", "ready")
        times = follow_pen(page, throttle)
        p50, p95 = times[len(times) // 2], times[int(len(times) * 0.95)]
        yield f"CPU throttled {throttle}x: p50 {p50:6.1f} ms, p95 {p95:6.1f} ms (n = {len(times)})"
        page.close()


def follow_pen(page: Page, throttle: int = 1) -> list[float]:
    """Milliseconds from each move of a slow 8 on a blank pad to the frame that shows its change, least first."""
    box = page.locator("#pad").bounding_box()
    assert box
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": throttle})
    page.evaluate(WATCH)
    for number in range(MOVES):
        turn = 2 * math.pi * number / MOVES
        x = box["x"] + box["width"] * (0.5 + 0.2 * math.sin(2 * turn))
        page.mouse.move(x, box["y"] + box["height"] * (0.5 - 0.35 * math.cos(turn)))
        if number == 0:
            page.mouse.down()
        page.wait_for_timeout(20 * throttle)  # each move has come to rest before the next
    page.mouse.up()
    return sorted(page.evaluate("times"))
