"""What the tests in a real browser share: a browser, a build of the site, a server of it, a page."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from tests.support.browser import launch
from tests.support.paths import ROOT
from tests.support.site_server import SiteServer


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    started = launch(playwright)
    yield started
    started.close()


@pytest.fixture(scope="session")
def build(shared_folder: Path) -> Callable[[str], Path]:
    """Build the site as a version; each version is built once, whichever worker asks first."""

    def build_version(version: str) -> Path:
        folder = shared_folder / "dist" / version
        with FileLock(shared_folder / f"dist-{version}.lock"):
            if not folder.exists():
                half = folder.with_name(f"{version}.half")
                command = [str(ROOT / "tools" / "node.sh"), "npm", "run", "--silent", "build", "--"]
                subprocess.run(
                    [*command, "--outDir", str(half), "--logLevel", "warn"],
                    cwd=ROOT,
                    env={**os.environ, "INKDIGIT_VERSION": version},
                    check=True,
                )
                half.rename(folder)
        return folder

    return build_version


@pytest.fixture(scope="session")
def dist(build: Callable[[str], Path]) -> Path:
    """The site, built from the sources as they are now."""
    return build("0.0.1")


@pytest.fixture(scope="session")
def site(dist: Path) -> Iterator[str]:
    """The address of the site, served by server.py."""
    with SiteServer(dist) as server:
        yield server.url


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A person's browser that has never seen the site."""
    made = browser.new_context()
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext, request: pytest.FixtureRequest) -> Iterator[Page]:
    """An empty page. What goes wrong in it unseen, a broken content security policy too, fails the test.

    A test that is marked `may_complain` breaks something on purpose, and is not failed by that.
    """
    opened = context.new_page()
    problems: list[str] = []
    opened.on("pageerror", lambda error: problems.append(str(error)))
    opened.on(
        "console",
        lambda message: problems.append(message.text) if "Content Security Policy" in message.text else None,
    )
    yield opened
    assert not problems or request.node.get_closest_marker("may_complain")
