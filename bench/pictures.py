"""How long pictures take in the browser, and for how long they hold the page up meanwhile."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from tempfile import NamedTemporaryFile

from playwright.sync_api import Browser, Page, expect

from bench.main_thread import MainThread
from tests.support.reader_page import ReaderPage
from training.data.writers import load_handwriting
from training.numbers.camera import Photograph
from training.numbers.photographs import line_photographs, page_photographs
from training.numbers.sets import SEED

TIMES = 5

MOST_WAIT = 60
"""Seconds for one picture."""

# Not from Python, whose calls would be tasks of the page too.
READ = """() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'bench-file';
    document.body.append(input);
    input.addEventListener('change', async () => {
        const start = performance.now();
        globalThis.text = (await reader.readImage(input.files[0])).text;
        globalThis.took = performance.now() - start;
    });
}"""

SHOW = """() => {
    const input = document.querySelector('#picture-file');
    input.addEventListener('change', () => {
        const start = performance.now();
        const answer = document.querySelector('#answer');
        const watch = new MutationObserver(() => {
            if (!/[0-9?]/.test(answer.textContent)) return;
            watch.disconnect();
            requestAnimationFrame(() => setTimeout(() => (globalThis.took = performance.now() - start)));
        });
        watch.observe(answer, { subtree: true, characterData: true, childList: true });
    }, true);
}"""


def measure_pictures(browser: Browser, site: str) -> Iterator[str]:
    """A line a picture and way of opening it. Raises DataError without data."""
    people = load_handwriting("held-out")
    pictures = {
        "12 megapixels, one line": line_photographs(people, TIMES, SEED),
        "page of 60 digits": page_photographs(people, TIMES, SEED),
    }
    for name, taken in pictures.items():
        for way, measure in (("reader.readImage", _read), ("opened on the page, until it is shown", _show)):
            page = browser.new_page()
            times, thread = measure(page, site, taken)
            page.close()
            yield (
                f"{f'{name}, {way}':64}p50 {statistics.median(times) / 1000:5.2f} s, slowest {max(times) / 1000:5.2f} s"
                f" (n = {len(times)}); {thread}"
            )


Measured = tuple[list[float], MainThread]
"""Milliseconds that each took, and the worst of what the main thread did meanwhile."""


def _read(page: Page, site: str, taken: list[Photograph]) -> Measured:
    ReaderPage(page, site)
    page.evaluate(READ)
    return _each(page, "#bench-file", taken)


def _show(page: Page, site: str, taken: list[Photograph]) -> Measured:
    times, worst = [], MainThread(page)
    for photograph in taken:
        page.goto(site)
        expect(page.locator("html")).to_have_attribute("data-reader", "ready", timeout=60_000)
        expect(page.locator("#offline-status")).to_contain_text("offline", timeout=60_000)
        page.evaluate(SHOW)
        took, thread = _each(page, "#picture-file", [photograph])
        times += took
        worst.join(thread)
    return times, worst


def _each(page: Page, file_input: str, taken: list[Photograph]) -> Measured:
    page.wait_for_timeout(500)  # what belongs to the start is over
    times, worst = [], MainThread(page)
    for photograph in taken:
        page.evaluate("globalThis.took = 0")
        with NamedTemporaryFile(suffix=".jpg") as file:  # a file's content would go through a task of the page
            file.write(photograph.file)
            file.flush()
            with MainThread(page) as thread:
                page.locator(file_input).set_input_files(file.name)
                times.append(_wait_for(page, "took"))
                page.wait_for_timeout(300)  # what follows the answer
        worst.join(thread)
    return times, worst


def _wait_for(page: Page, name: str) -> float:
    """The value of a global once it is not 0."""
    for _ in range(MOST_WAIT * 10):
        page.wait_for_timeout(100)
        if value := page.evaluate(name):
            return value
    raise RuntimeError(f"the page did not answer within {MOST_WAIT} s: is what it shows still found by bench?")
