"""How long a reading takes in the browser, side by side on both backends."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Browser

from tests.support.reader_page import ReaderPage, to_ink
from training.fixtures import DIGITS

TIMES = """async ([ink, count]) => {
    const image = (await reader.readInk(ink)).numbers[0].digits[0].image;
    const time = async (job) => {
        const times = [];
        for (let number = 0; number < count; number++) {
            const start = performance.now();
            await job();
            times.push(performance.now() - start);
        }
        return times.sort((a, b) => a - b);
    };
    return [await time(() => reader.classify(image)), await time(() => reader.readInk(ink))];
}"""


def measure_speed(browser: Browser, site: str, count: int = 300) -> Iterator[str]:
    """A line a backend and call: milliseconds from asking to answer, the way to the worker and back included."""
    for backend in ("wasm", "cpu"):
        page = browser.new_page()
        ReaderPage(page, site, backend)
        for call, times in zip(("classify", "readInk"), page.evaluate(TIMES, [to_ink(DIGITS[8]), count]), strict=True):
            p50, p95 = times[len(times) // 2], times[int(len(times) * 0.95)]
            yield f"{backend:5}{call:9} p50 {p50:6.2f} ms, p95 {p95:6.2f} ms (n = {count})"
        page.close()
