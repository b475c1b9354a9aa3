"""A reader that reads a picture's name: what it says, how sure it is, and when it goes on are up to the test."""

from __future__ import annotations

from playwright.sync_api import FilePayload, Page

from tests.support.made_up_reader import use_reader
from tests.support.paper import draw_picture, encode


def use_slow_reader(page: Page, *, is_held: bool = False) -> None:
    """Read every picture, once the page is opened, as its name says: `2047 50%.png` is 2047, half sure.

    A held reader waits twice in each picture, having told that it has read none and half of it, for `go_on`.

    `_` in a name is a line break, `;` a slash; `blank` has no number, and what begins with `broken` cannot be read.
    """
    # Its service worker would bring the real reader at a reload.
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    use_reader(page, "slow", {"isHeld": is_held})


def go_on(page: Page) -> None:
    """Let a held reader go on to its next halt."""
    page.evaluate("goOn()")


def let_go(page: Page) -> None:
    """Hold the reader no longer."""
    page.evaluate("isHeld = false; goOn()")


def named(*names: str) -> list[FilePayload]:
    """Pictures with a stroke on them, by their names without `.png`."""
    picture = encode(draw_picture([[(20, 20), (80, 80)]]))
    return [{"name": f"{name}.png", "mimeType": "image/png", "buffer": picture} for name in names]
