"""How many of a form's boxes and cells are found, in the browser, on forms that were composed."""

from __future__ import annotations

import base64
from collections.abc import Iterator

from playwright.sync_api import Browser

from tests.support.reader_page import ReaderPage
from training.data.writers import load_handwriting
from training.numbers.forms import form_pictures
from training.numbers.sets import SEED

Box = tuple[float, float, float, float]

LEAST_SHARED = 0.6
"""A cell is found where it and what is found share so much of what they cover together."""

FIND = """(file) => {
    const bytes = Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0));
    return reader.findFields(new Blob([bytes]));
}"""


def measure_fields(browser: Browser, site: str) -> Iterator[str]:
    """A line a picture, then all. Raises DataError without data."""
    page = browser.new_page()
    reader = ReaderPage(page, site)
    total = [0, 0, 0, 0, 0]
    for picture in form_pictures(load_handwriting("held-out"), SEED):
        found = reader.page.evaluate(FIND, base64.b64encode(picture.file).decode())
        said = [(tuple(field["box"].values()), field.get("cells", 1)) for field in found]
        true = [(field.box, field.cells) for field in picture.fields]
        counts = [*_matched(_cells(true), _cells(said)), _whole(true, said), len(true)]
        yield _line(picture.name, counts)
        total = [sum(each) for each in zip(total, counts, strict=True)]
    yield _line("all", total)
    page.close()


def _line(name: str, counts: list[int]) -> str:
    right, wanted, said, whole, fields = counts
    return (
        f"{name:40}{right / wanted:7.1%} of {wanted} cells found, {1 - right / max(1, said):6.1%} of {said} found "
        f"are none, {whole} of {fields} fields whole"
    )


def _cells(fields: list[tuple[Box, int]]) -> list[Box]:
    return [
        (x + index * width / count, y, width / count, height)
        for (x, y, width, height), count in fields
        for index in range(count)
    ]


def _matched(true: list[Box], said: list[Box]) -> tuple[int, int, int]:
    """How many are right, how many there are, and how many were found."""
    free = list(said)
    right = 0
    for box in true:
        best = max(free, key=lambda other: _shared(box, other), default=None)
        if best and _shared(box, best) >= LEAST_SHARED:
            free.remove(best)
            right += 1
    return right, len(true), len(said)


def _whole(true: list[tuple[Box, int]], said: list[tuple[Box, int]]) -> int:
    """Fields that were found with as many cells as they have."""
    return sum(
        any(count == other and _shared(box, found) >= LEAST_SHARED for found, other in said) for box, count in true
    )


def _shared(one: Box, other: Box) -> float:
    across = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    down = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    both = max(0.0, across) * max(0.0, down)
    return both / (one[2] * one[3] + other[2] * other[3] - both)
