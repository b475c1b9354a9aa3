"""What a person does with the page in a session, step by step, with a real pointer.

Not by Playwright's locators and expectations: they work in the page's own thread, at the time when it is to answer.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from playwright.sync_api import FilePayload, Page

from tests.support.hand import DIGITS, on_pad, place_in_line
from tests.support.paper import draw_line_of, encode

AIM, PRESS, LOOK = 100, 80, 350
"""Milliseconds: until a finger is down, for which it stays down, until it goes on."""

MOST_WAIT = 60
"""Seconds."""

PLACE = """([selector, index]) => {
    const element = [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility())[index];
    element.scrollIntoView({ block: 'nearest' });
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x, y, width, height];
}"""

PANELS = ("writing", "guide", "history", "card", "settings")

ANSWER = "document.querySelector('#answer').textContent"


def until(page: Page, condition: str, *, at_most: float = MOST_WAIT) -> None:
    """Wait for something to be so. Raises TimeoutError where it is not within `at_most` seconds."""
    end = time.monotonic() + at_most
    while not page.evaluate(condition):
        if time.monotonic() > end:
            raise TimeoutError(f"after {at_most} s still not: {condition}")
        page.wait_for_timeout(100)


def press(page: Page, selector: str, index: int = 0) -> None:
    """Press the middle of one of those that are in sight."""
    x, y, width, height = page.evaluate(PLACE, [selector, index])
    page.mouse.move(x + width / 2, y + height / 2)
    page.wait_for_timeout(AIM)
    page.mouse.down()
    page.wait_for_timeout(PRESS)
    page.mouse.up()
    page.wait_for_timeout(LOOK)


def write(page: Page) -> None:
    x, y, width, height = page.evaluate(PLACE, ["#pad", 0])
    side = min(width, height)
    for index, digit in enumerate("2047"):
        for stroke in DIGITS[int(digit)]:
            for step, (across, down) in enumerate(on_pad(stroke, place_in_line(index))):
                page.mouse.move(x + side * across, y + side * down)
                if step == 0:
                    page.mouse.down()
            page.mouse.up()
            page.wait_for_timeout(LOOK)
    until(page, f"{ANSWER} === '2047'")


def ask_why(page: Page) -> None:
    """Ask about each digit, compare it in every way, and follow its ink to the end."""
    open_panel(page, "why")
    until(page, "document.querySelector('.why-sentences li')")
    for digit in range(4):
        press(page, ".digit-row-digit", digit)
        for choice in range(3):
            press(page, ".why-choice", choice)
    press(page, ".why summary")
    while page.evaluate("document.querySelector('.why-steps button:last-child').ariaDisabled !== 'true'"):
        press(page, ".why-steps button:last-child")
    close_panel(page)


def look_around(page: Page) -> None:
    for name in PANELS:
        open_panel(page, name)
        close_panel(page)


def correct(page: Page) -> None:
    press(page, "#answer .answer-part", 1)
    until(page, "document.querySelector('dialog[open] .choice')")
    press(page, "dialog[open] .choice", 8)
    until(page, f"{ANSWER} !== '2047'")


def open_picture(page: Page) -> None:
    picture: FilePayload = {"name": "number.png", "mimeType": "image/png", "buffer": encode(draw_line_of("47"))}
    with page.expect_file_chooser() as chooser:
        press(page, ".index label:has(#picture-file)")
    chooser.value.set_files(picture)
    until(page, f"{ANSWER} === '47'")
    open_panel(page, "why")
    close_panel(page)
    press(page, "#back")
    until(page, f"{ANSWER} !== '47'")


def clear(page: Page) -> None:
    for tool in ("undo", "redo", "clear"):
        press(page, f'#toolbar [data-action="{tool}"]')
    until(page, f"{ANSWER} === ''")


def open_panel(page: Page, name: str) -> None:
    press(page, f'.actions [data-panel="{name}"], .index [data-panel="{name}"]')
    until(page, "document.querySelector('#view .panel-place:not([hidden]) > *')")


def close_panel(page: Page) -> None:
    press(page, "#view .panel-close")
    until(page, "document.querySelector('#view').hidden")


STEPS: dict[str, Callable[[Page], None]] = {
    "write 2047": write,
    "ask why": ask_why,
    "open each view": look_around,
    "correct a digit": correct,
    "open a picture": open_picture,
    "clear": clear,
}
