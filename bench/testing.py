"""How long a set of digits takes that a person opens in the page, and whether the page stays usable meanwhile."""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from playwright.sync_api import Browser

from bench.main_thread import MainThread
from bench.session import until
from training.data import datasets

LONGEST = 180
"""Seconds that are waited for the result."""


def measure_testing(browser: Browser, site: str) -> Iterator[str]:
    """Lines of MNIST's 10,000 test digits, opened as two gzipped IDX files. Raises DataError without data."""
    _, test = datasets.load_mnist()
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(f"{site}#testing")
    until(page, "document.documentElement.dataset.reader === 'ready'")
    chooser = page.locator(".testing input[type=file]").first.element_handle()
    # Files on a disk: what Playwright hands over from memory is unpacked on the page's main thread.
    with TemporaryDirectory() as folder, MainThread(page) as thread:
        arrays = {"t10k-images-idx3-ubyte.gz": test.images, "t10k-labels-idx1-ubyte.gz": test.labels}
        files = [_write_idx(Path(folder) / name, array) for name, array in arrays.items()]
        start = time.perf_counter()
        chooser.set_input_files(files)
        until(page, "document.querySelector('.testing-accuracy')?.checkVisibility()", at_most=LONGEST)
        seconds = time.perf_counter() - start
    words = page.locator(".testing-head").inner_text().split("\n")
    yield f"from choosing the files to the result: {seconds:.1f} s (n = {len(test.labels):,})"
    yield "  " + "; ".join(line for line in words[1:] if line)
    yield f"  {thread}"
    page.close()


def _write_idx(path: Path, array: np.ndarray) -> Path:
    header = bytes([0, 0, 8, array.ndim]) + np.array(array.shape, ">u4").tobytes()
    path.write_bytes(gzip.compress(header + array.astype(np.uint8).tobytes()))
    return path
