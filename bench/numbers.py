"""How many whole numbers the shipped files read right, in the browser: composed ones, and real ink and paper."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from playwright.sync_api import Browser

from bench.accuracy import line
from tests.support.reader_page import ReaderPage, to_ink
from training.numbers.real import real_sets
from training.numbers.sets import NumberSet, number_sets

AT_ONCE = 20
"""Inks or files that are handed to the browser together."""

LEAST = """({ text, numbers }) => {
    const signs = numbers.flatMap((number) => [number, ...number.digits, ...number.separators]);
    return [text, Math.min(1, ...signs.map(({ confidence }) => confidence))];
}"""

READ_INKS = f"""async (inks) => {{
    const found = [];
    for (const ink of inks) found.push(({LEAST})(await reader.readInk(ink)));
    return found;
}}"""

READ_FILES = f"""async (files) => {{
    const found = [];
    for (const file of files) {{
        const bytes = Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0));
        found.push(({LEAST})(await reader.readImage(new Blob([bytes]))));
    }}
    return found;
}}"""


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
        texts, sure = read(reader, numbers)
        for name, right in numbers.score(texts, numbers.texts).items():
            yield line(f"  {name}" if name else numbers.name, right)
            # Of pictures single digits are counted. Of what is no number, none may be called sure.
            if not name and len(right) == len(sure) and sure.any():
                yield line("  of those called sure", right[sure])
    page.close()


def read(reader: ReaderPage, numbers: NumberSet) -> tuple[list[str], np.ndarray]:
    """The text that is read of each, and [n] bool: whether the page calls it sure (web/shared/reading/sureness.js)."""
    things: list[Any] = [to_ink(list(ink)) for ink in numbers.inks] or [
        base64.b64encode(file).decode() for file in numbers.files
    ]
    parts = [things[start : start + AT_ONCE] for start in range(0, len(things), AT_ONCE)]
    found = [each for part in parts for each in reader.page.evaluate(READ_INKS if numbers.inks else READ_FILES, part)]
    unsure_below = reader.info["model"]["thresholds"]["unsure"]
    sure = [bool(text) and "?" not in text and least >= unsure_below for text, least in found]
    return [text for text, _ in found], np.array(sure)
