"""How many whole numbers the shipped files read right, in the browser: composed ones, and real ink and paper."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator

from playwright.sync_api import Browser

from bench.accuracy import line
from tests.support.reader_page import ReaderPage
from training.numbers.real import real_sets
from training.numbers.sets import NumberSet, number_sets

AT_ONCE = 20
"""Files that are handed to the browser together."""

READ_FILES = """async (files) => {
    const texts = [];
    for (const file of files) {
        const bytes = Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0));
        texts.push((await reader.readImage(new Blob([bytes]))).text);
    }
    return texts;
}"""


def measure_numbers(browser: Browser, site: str) -> Iterator[str]:
    """A line a set and part of what is composed of people's digits. Raises DataError without data."""
    yield from _measure(number_sets(), browser, site)


def measure_real(browser: Browser, site: str) -> Iterator[str]:
    """A line a set and part of what people wrote as it is. Raises DataError without data."""
    yield from _measure(real_sets(), browser, site)


def _measure(sets: Iterable[NumberSet], browser: Browser, site: str) -> Iterator[str]:
    page = browser.new_page()
    reader = ReaderPage(page, site)
    for numbers in sets:
        for name, right in numbers.score(read(reader, numbers), numbers.texts).items():
            yield line(f"  {name}" if name else numbers.name, right)
    page.close()


def read(reader: ReaderPage, numbers: NumberSet) -> list[str]:
    """The text that is read of each."""
    if numbers.inks:
        return reader.read_texts([list(ink) for ink in numbers.inks])
    files = [base64.b64encode(file).decode() for file in numbers.files]
    parts = [files[start : start + AT_ONCE] for start in range(0, len(files), AT_ONCE)]
    return [text for part in parts for text in reader.page.evaluate(READ_FILES, part)]
