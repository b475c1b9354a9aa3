"""What two hundred photographs in a row take: time, also until the first is read, and memory at its peak."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Locator, expect

from bench.main_thread import MainThread
from bench.memory import PeakMemory
from tests.support.browser import launch_in
from tests.support.reader_page import ReaderPage
from training.data.writers import load_handwriting
from training.numbers.photographs import line_photographs
from training.numbers.sets import SEED

PHOTOGRAPHS = 200

MOST_WAIT = 2400
"""Seconds for all of them."""

DIFFERENT = 5
"""Each comes again and again; nothing in the page could know."""

ONLY_INPUT = """() => {
    const input = Object.assign(document.createElement('input'), { type: 'file', id: 'bench-files', multiple: true });
    document.body.replaceChildren(input);
}"""
"""Leaves of the page what files are given to."""

LOOP = """async () => {
    for (const file of document.querySelector('#bench-files').files) await reader.readImage(file);
}"""


def measure_batch(browser: Browser, site: str) -> Iterator[str]:
    """A line a way of reading them. Raises DataError without data, or where memory cannot be told."""
    taken = line_photographs(load_handwriting("held-out"), DIFFERENT, SEED)
    with TemporaryDirectory() as folder:
        files = [Path(folder) / f"{number:03}.jpg" for number in range(PHOTOGRAPHS)]
        for number, file in enumerate(files):
            file.write_bytes(taken[number % DIFFERENT].file)
        yield _loop(browser, site, files)
        yield _table(browser, site, files)


def _loop(browser: Browser, site: str, files: list[Path]) -> str:
    page = browser.new_page()
    ReaderPage(page, site)
    page.evaluate(ONLY_INPUT)
    page.locator("#bench-files").set_input_files(files)
    page.wait_for_timeout(2000)  # what belongs to the start is over
    start = time.monotonic()
    with PeakMemory() as memory:
        page.evaluate(LOOP)
    took = time.monotonic() - start
    page.close()
    return _line("reader.readImage, one after the other", took, memory)


def _table(browser: Browser, site: str, files: list[Path]) -> str:
    with TemporaryDirectory() as folder, launch_in(Path(folder), browser.browser_type) as context:
        page = context.new_page()
        page.goto(site)
        expect(page.locator("html")).to_have_attribute("data-reader", "ready", timeout=60_000)
        page.wait_for_timeout(2000)
        start = time.monotonic()
        with PeakMemory() as memory, MainThread(page) as thread:
            page.locator("#picture-file").set_input_files(files)
            # Not `expect`, which describes the whole page as often as it waits: 100 ms of the main thread.
            _wait_for(page.locator(".batch tr[data-status=read]").first)
            first = time.monotonic() - start
            _wait_for(page.locator(".batch-progress-words", has_text=f"{len(files)} of {len(files)}"))
        took = time.monotonic() - start
        # Of many rows only those around what is in sight are in the page, and the headings count too.
        rows = int(page.get_by_role("grid").get_attribute("aria-rowcount") or 0) - 1
        if rows != len(files):
            raise RuntimeError(f"the batch has {rows} rows for {len(files)} pictures")
    return f"{_line('as a batch on the page', took, memory)}; first row after {first:.1f} s; {thread}"


def _wait_for(locator: Locator) -> None:
    locator.wait_for(state="attached", timeout=MOST_WAIT * 1000)


def _line(way: str, took: float, memory: PeakMemory) -> str:
    return (
        f"{PHOTOGRAPHS} photographs of 12 megapixels, {way}: {took:.0f} s, "
        f"peak memory growth {memory.growth / 1e6:.0f} MB (from {memory.before / 1e6:.0f} MB)"
    )
