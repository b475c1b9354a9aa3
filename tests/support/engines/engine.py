"""A browser of any engine as the tests of all of them use it: few things, which each driver can do."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import Any

Point = tuple[float, float]

PATIENCE = 60
"""Seconds in which a busy machine does what is waited for."""

CENTER = """(selector, text) => {
    const named = (each) => [each.textContent.trim(), each.ariaLabel, each.title].includes(text);
    const element = [...document.querySelectorAll(selector)]
        .filter((each) => each.checkVisibility() && (!text || named(each)))[0];
    if (!element) return null;
    element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x + width / 2, y + height / 2];
}"""


class EngineMissingError(Exception):
    """The engine is not installed; the message says what to install."""


class Engine(ABC):
    """A window of a browser that has never seen the site."""

    name: str

    @abstractmethod
    def open(self, address: str) -> None:
        """Go to a page, and wait until it has loaded."""

    @abstractmethod
    def ask(self, script: str, *given: Any) -> Any:
        """Call a function, as JavaScript's text, in the page; what it or its promise gives."""

    @abstractmethod
    def drag(self, points: Sequence[Point]) -> None:
        """Press the mouse at the first point of the window, move it through the others, and let go at the last."""

    @abstractmethod
    def give(self, selector: str, files: Sequence[Path]) -> None:
        """Choose files in a control for files."""

    @abstractmethod
    def download(self, selector: str, text: str) -> bytes:
        """Press what saves a file; what the file holds."""

    @abstractmethod
    def close(self) -> None:
        """End the browser."""

    def click(self, selector: str, text: str = "") -> None:
        """Press the first that is in sight, of those that say this, once it stays where it is."""
        until = time.monotonic() + PATIENCE
        before, center = None, self.ask(CENTER, selector, text)
        while not center or center != before:
            assert time.monotonic() < until, f"{self.name}: no {selector} {text} is in sight"
            time.sleep(0.05)
            before, center = center, self.ask(CENTER, selector, text)
        self.drag([tuple(center)])

    def expect(self, script: str, expected: object) -> None:
        """Wait until the page gives this."""
        until = time.monotonic() + PATIENCE
        while (found := self.ask(script)) != expected and time.monotonic() < until:
            time.sleep(0.05)
        assert found == expected, f"{self.name}: {script}"

    def expect_text(self, selector: str, text: str) -> None:
        """Wait until the first that is found says this."""
        self.expect(f"() => document.querySelector({selector!r})?.innerText.trim() ?? null", text)
