"""Finds a Chromium or Chrome to test in; run as a program, it also installs one where it may.

python -m tests.support.browser
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from playwright.sync_api import Browser, BrowserContext, BrowserType, Playwright, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from tests.support.fonts import font_environment

T = TypeVar("T")

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


class BrowserMissingError(Exception):
    """There is no browser to test in; the message says what to install."""


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def find_browsers(chromium: BrowserType) -> list[Path]:
    """List the browser that CHROMIUM names, or else those on the PATH, then Playwright's own."""
    named = os.environ.get("CHROMIUM")
    if named:
        found = shutil.which(named)
        if not found:
            raise BrowserMissingError(f"CHROMIUM is {named!r}, which is no program.")
        return [Path(found)]
    own = Path(chromium.executable_path)
    return [Path(found) for found in map(shutil.which, NAMES) if found] + [own] * own.exists()


def launch(playwright: Playwright, arguments: Sequence[str] = ()) -> Browser:
    """Start the first browser that starts: what is on the PATH may be a stub. Raises BrowserMissingError for none."""
    chromium = playwright.chromium
    return _first(
        chromium, lambda path: chromium.launch(executable_path=path, args=_arguments(arguments), env=_environment())
    )


def launch_with_camera(playwright: Playwright, film: Path) -> Browser:
    """Start a browser whose camera shows a film (MJPEG), and which nobody asks for permission."""
    fake = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
    return launch(playwright, [*fake, f"--use-file-for-fake-video-capture={film}"])


def find_browser(chromium: BrowserType) -> Path:
    """Return the program that `launch` starts. Raises BrowserMissingError for none."""

    def start(path: Path) -> Path:
        chromium.launch(executable_path=path, args=_arguments(), env=_environment()).close()
        return path

    return _first(chromium, start)


def launch_in(folder: Path, chromium: BrowserType) -> BrowserContext:
    """Start a browser that keeps what pages store in a folder, as a person's does: else it is kept in memory.

    Raises:
        BrowserMissingError: none starts.
    """
    return _first(
        chromium,
        lambda path: chromium.launch_persistent_context(
            folder, executable_path=path, args=_arguments(), env=_environment()
        ),
    )


def _arguments(given: Sequence[str] = ()) -> list[str]:
    # Chromium's sandbox refuses to run as root, which is what containers are.
    return [*given, *("--no-sandbox",) * is_root()]


def _environment() -> dict[str, str | float | bool]:
    # Without a language of its own a context speaks the machine's, and tests read English.
    return {**os.environ, "LANGUAGE": "en_US", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", **font_environment()}


def _first(chromium: BrowserType, start: Callable[[Path], T]) -> T:
    problem = "No Chromium or Chrome was found. `make test` installs one, or says what to do."
    for executable in find_browsers(chromium):
        try:
            return start(executable)
        except PlaywrightError as error:
            problem = f"{executable} does not start: {error}"
    raise BrowserMissingError(problem)


def install_browser() -> Iterator[None]:
    """Try Playwright's own download, then Debian's package; yields after each, for the caller to see what it gave."""
    attempts = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if is_root() and shutil.which("apt-get"):
        attempts.append(["sh", "-c", "apt-get update -q && apt-get install -q -y --no-install-recommends chromium"])
    for attempt in attempts:
        print(f"No browser that starts yet; trying: {' '.join(attempt[-3:])}", flush=True)
        subprocess.run(attempt, check=False)
        yield


def try_browser() -> BrowserMissingError | None:
    """Start the browser once; return what is in the way."""
    try:
        with sync_playwright() as playwright:
            browser = launch(playwright)
            print(f"Testing in {browser.browser_type.name} {browser.version}")
            browser.close()
    except BrowserMissingError as error:
        return error
    return None


def main() -> int:
    """Make sure that a browser starts; return the exit status."""
    problem = try_browser()
    attempts = install_browser()
    while problem and not os.environ.get("CHROMIUM") and next(attempts, StopIteration) is not StopIteration:
        problem = try_browser()
    if problem:
        print(
            f"{problem}\nInstall Chromium or Chrome, or name one: CHROMIUM=/path/to/chrome make test", file=sys.stderr
        )
    return 1 if problem else 0


if __name__ == "__main__":
    sys.exit(main())
