"""The page, in a browser of any engine."""

from __future__ import annotations

from collections.abc import Sequence

from tests.support.engines.engine import Engine, Point
from tests.support.hand import DIGITS, on_pad, place_in_line

BOX = """(selector) => {
    const { x, y, width, height } = document.querySelector(selector).getBoundingClientRect();
    return [x, y, width, height];
}"""


def open_page(engine: Engine, site: str) -> None:
    """Open the page, and wait until it can read."""
    engine.open(site)
    engine.expect("() => document.documentElement.dataset.reader", "ready")


def write(engine: Engine, text: str) -> None:
    """Write a number on the pad."""
    left, top, width, height = engine.ask(BOX, "#pad")
    side = min(width, height)
    for index, digit in enumerate(text):
        for stroke in DIGITS[int(digit)]:
            points = on_pad(stroke, place_in_line(index))
            engine.drag([(left + side * x, top + side * y) for x, y in points])


def drag_within(engine: Engine, selector: str, shares: Sequence[Point]) -> None:
    """Drag from one place of an element to others; places are shares of its width and height."""
    left, top, width, height = engine.ask(BOX, selector)
    engine.drag([(left + width * x, top + height * y) for x, y in shares])


def expect_answer(engine: Engine, text: str) -> None:
    engine.expect_text("#answer", text)
