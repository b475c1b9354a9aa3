"""The pen that the keyboard moves."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.support.hand import Pad

# From the middle of the pad, where the first key shows the pen: to the upper left, then a 7.
TO_THE_START = ["ArrowLeft"] + ["Shift+Home"] * 2 + ["Shift+ArrowUp"]
SEVEN = ["ArrowRight"] * 20 + ["End"] * 10 + ["ArrowDown"] * 15


def press(page: Page, keys: list[str]) -> None:
    for key in keys:
        page.keyboard.press(key)


def draw_seven(page: Page, pad: Pad) -> None:
    pad.element.focus()
    press(page, [*TO_THE_START, "Space", *SEVEN, "Space"])
