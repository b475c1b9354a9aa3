"""Finds a Chromium or Chrome to test in; run as a program, it also installs one where it may.

python -m tests.e2e.browser
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


class BrowserMissingError(Exception):
    """There is no browser to test in; the message says what to install."""


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def find_browser(playwright: Playwright) -> Path | None:
    """Find the browser that CHROMIUM names, or one on the PATH, or Playwright's own."""
    named = os.environ.get("CHROMIUM")
    if named:
        found = shutil.which(named)
        if not found:
            raise BrowserMissingError(f"CHROMIUM is {named!r}, which is no program.")
        return Path(found)
    on_path = next(filter(None, map(shutil.which, NAMES)), None)
    own = Path(playwright.chromium.executable_path)
    return Path(on_path) if on_path else own if own.exists() else None


def launch(playwright: Playwright) -> Browser:
    """Start the browser. Raises BrowserMissingError where there is none."""
    executable = find_browser(playwright)
    if not executable:
        raise BrowserMissingError("No Chromium or Chrome was found. `make test` installs one, or says what to do.")
    # Chromium's sandbox refuses to run as root, which is what containers are.
    return playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"] if is_root() else [])


def install_browser() -> None:
    """Try Playwright's own download, then Debian's package."""
    attempts = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if is_root() and shutil.which("apt-get"):
        attempts.append(["sh", "-c", "apt-get update -q && apt-get install -q -y --no-install-recommends chromium"])
    for attempt in attempts:
        print(f"No browser yet; trying: {' '.join(attempt[-3:])}", flush=True)
        if subprocess.run(attempt, check=False).returncode == 0:
            return


def main() -> int:
    """Make sure that a browser starts; return the exit status."""
    try:
        with sync_playwright() as playwright:
            present = find_browser(playwright)
        if not present:
            install_browser()
        with sync_playwright() as playwright:
            browser = launch(playwright)
            print(f"Testing in {browser.browser_type.name} {browser.version}")
            browser.close()
    except BrowserMissingError as error:
        print(f"{error}\nInstall Chromium or Chrome, or name one: CHROMIUM=/path/to/chrome make test", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
