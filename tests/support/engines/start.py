"""Starts a browser of an engine, whichever there is; run as a program, it installs those that are missing where it may.

python -m tests.support.engines.start
"""

from __future__ import annotations

import shutil
import subprocess
import sys

from playwright.sync_api import Playwright, sync_playwright

from tests.support.browser import is_root
from tests.support.engines.engine import Engine, EngineMissingError
from tests.support.engines.firefox import start_firefox
from tests.support.engines.played import start_played
from tests.support.engines.webkit import start_webkit

ENGINES = ("chromium", "firefox", "webkit")

INSTALLED = {"firefox": start_firefox, "webkit": start_webkit}

DEBIAN = "apt-get update -q && apt-get install -q -y --no-install-recommends firefox-esr webkit2gtk-driver xvfb"


def start(playwright: Playwright, name: str) -> Engine:
    """Start Playwright's own browser, else what the system has. Raises EngineMissingError for neither."""
    return start_played(playwright, name) or INSTALLED[name]()


def find_missing() -> list[str]:
    """Start each once; what the missing ones say."""
    problems = []
    with sync_playwright() as playwright:
        for name in ENGINES:
            try:
                engine = start(playwright, name)
            except EngineMissingError as error:
                problems.append(str(error))
            else:
                print(f"{name}: {engine.ask('() => navigator.userAgent')}")
                engine.close()
    return problems


def main() -> int:
    """Make sure that every engine starts; return the exit status."""
    attempts = [[sys.executable, "-m", "playwright", "install", "--with-deps", "firefox", "webkit"]]
    if is_root() and shutil.which("apt-get"):
        attempts.append(["sh", "-c", DEBIAN])
    while (problems := find_missing()) and attempts:
        subprocess.run(attempts.pop(0), check=False)
    print(*problems, sep="\n", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
