"""A browser that Playwright steers: Chromium as every test has it, or its own Firefox and WebKit where they are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Playwright

from tests.support.browser import launch
from tests.support.engines.engine import Engine, Point

CALL = "(given) => (%s)(...given)"


class Played(Engine):
    """A window of such a browser, which then ends with it."""

    def __init__(self, browser: Browser) -> None:
        self.name = browser.browser_type.name
        self._browser = browser
        self._page = browser.new_page()

    def open(self, address: str) -> None:
        self._page.goto(address)

    def ask(self, script: str, *given: Any) -> Any:
        return self._page.evaluate(CALL % script, list(given))

    def drag(self, points: Sequence[Point]) -> None:
        mouse = self._page.mouse
        mouse.move(*points[0])
        mouse.down()
        for x, y in points[1:]:
            mouse.move(x, y)
        mouse.up()

    def give(self, selector: str, files: Sequence[Path]) -> None:
        self._page.locator(selector).set_input_files(files)

    def download(self, selector: str, text: str) -> bytes:
        with self._page.expect_download() as found:
            self.click(selector, text)
        return Path(found.value.path()).read_bytes()

    def close(self) -> None:
        self._browser.close()


def start_played(playwright: Playwright, name: str) -> Engine | None:
    """Start Playwright's own browser of an engine; None where it has not been brought. Chromium may be any."""
    if name == "chromium":
        return Played(launch(playwright))
    kind = getattr(playwright, name)
    return Played(kind.launch()) if Path(kind.executable_path).exists() else None
