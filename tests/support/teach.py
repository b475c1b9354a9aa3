"""The view in which a person teaches their handwriting: a few of each digit are written on its own pad."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.support.hand import DIGITS, SCRIBBLE, Pad, Place, Stroke
from tests.support.page import button, go_to

SPOTS = [Place(0.2, 0.15, 0.6), Place(0.25, 0.2, 0.55), Place(0.15, 0.1, 0.7)]
"""Where a digit is written, one round after the other."""


def open_teaching(page: Page) -> Locator:
    go_to(page, "teach")
    panel = page.locator("#view")
    expect(panel.locator(".teach-asked")).to_be_visible()
    return panel


def write_asked(page: Page, strokes: list[Stroke], place: Place = SPOTS[0]) -> None:
    """Write what is asked for, and go on."""
    pad = Pad(page, page.locator(".small-pad"))
    pad.element.scroll_into_view_if_needed()
    pad.draw(strokes, place)
    button(page, "Next").click()


def teach_rounds(page: Page, own: dict[int, list[Stroke]], rounds: int = 3, without_none: bool = False) -> None:
    """Write round after round of all digits and of what is none; `own` are shapes that this person has."""
    tiles = page.locator(".teach-tile")
    for place in SPOTS[:rounds]:
        for digit, shape in {**DIGITS, **own, 10: SCRIBBLE}.items():
            count = tiles.count()
            if digit == 10 and without_none:
                button(page, "Skip").click()
                continue
            write_asked(page, shape, place)
            expect(tiles).to_have_count(count + 1)


def learn(page: Page) -> None:
    """Have it learned; a busy machine takes a while."""
    button(page, "Learn from these").click()
    expect(button(page, "Write more")).to_be_visible(timeout=30_000)
