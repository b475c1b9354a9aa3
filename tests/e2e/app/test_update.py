"""A new version is offered and never forced; one that arrives broken changes nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.support.kept import expect_soon
from tests.support.paths import ROOT
from tests.support.static_host import FAULTS, StaticHost

PATIENCE = 30_000
"""Milliseconds, in which a busy machine keeps 3 MB."""

# Asks for an update, and tells how the new service worker's installation ended.
UPDATE = """async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const outcome = new Promise((resolve) => {
        setTimeout(resolve, 30000, 'no new version was seen');
        registration.addEventListener('updatefound', () => {
            const worker = registration.installing;
            worker.addEventListener('statechange', () => resolve(worker.state), { once: true });
        }, { once: true });
    });
    await registration.update();
    return outcome;
}"""


@pytest.fixture(scope="module")
def old(build: Callable[[str], Path]) -> Path:
    return build("1.0.0")


@pytest.fixture(scope="module")
def new(build: Callable[[str], Path]) -> Path:
    return build("2.0.0")


@pytest.fixture
def host(old: Path) -> Iterator[StaticHost]:
    with StaticHost(old) as started:
        yield started


@pytest.fixture
def visited(page: Page, host: StaticHost) -> Page:
    """A page of the old version that needs no network any more."""
    page.goto(host.url)
    expect_kept(page)
    return page


def expect_kept(page: Page) -> None:
    expect(page.locator("#offline-status")).to_contain_text("Ready to work offline", timeout=PATIENCE)


def expect_version(page: Page, version: str) -> None:
    expect(page.locator("html")).to_have_attribute("data-reader", "ready")
    expect(page.locator("#version")).to_contain_text(version)


def only_in(new: Path, old: Path) -> list[str]:
    """List what a deploy of the new version has to bring: names that the old one lacks."""
    files = {path.name for path in (new / "assets").iterdir()} - {path.name for path in (old / "assets").iterdir()}
    return sorted(f"assets/{name}" for name in files if not name.endswith((".br", ".gz")))


def test_a_new_version_waits_until_it_is_asked_for(visited: Page, host: StaticHost, new: Path) -> None:
    host.folder = new

    assert visited.evaluate(UPDATE) == "installed"

    expect(visited.locator("#update")).to_be_visible()
    visited.reload()
    expect_version(visited, "1.0.0")
    expect(visited.locator("#update")).to_be_visible()


def test_the_old_version_works_offline_while_the_new_one_waits(
    visited: Page, host: StaticHost, context: BrowserContext, new: Path
) -> None:
    host.folder = new
    assert visited.evaluate(UPDATE) == "installed"
    host.stop()
    context.set_offline(True)

    visited.reload()

    expect_version(visited, "1.0.0")


def test_asked_for_the_new_version_replaces_the_old_whole(
    visited: Page, host: StaticHost, context: BrowserContext, new: Path
) -> None:
    host.folder = new
    visited.evaluate(UPDATE)

    visited.locator("#update-now").click()

    expect_version(visited, "2.0.0")
    expect(visited.locator("#update")).to_be_hidden()
    expect_kept(visited)
    caches = visited.evaluate("caches.keys()")
    assert len(caches) == 1
    assert "2.0.0" in caches[0]
    host.stop()
    context.set_offline(True)
    visited.reload()
    expect_version(visited, "2.0.0")


def test_put_off_the_new_version_stays_away_until_the_next_visit(visited: Page, host: StaticHost, new: Path) -> None:
    host.folder = new
    visited.evaluate(UPDATE)

    visited.locator("#update-later").click()

    expect(visited.locator("#update")).to_be_hidden()
    expect_version(visited, "1.0.0")
    visited.reload()
    expect(visited.locator("#update")).to_be_visible()
    expect_version(visited, "1.0.0")


def test_another_tab_is_offered_the_version_that_this_one_took(
    visited: Page, host: StaticHost, context: BrowserContext, new: Path
) -> None:
    other = context.new_page()
    other.goto(host.url)
    expect_version(other, "1.0.0")
    other.evaluate("document.title = 'not reloaded'")
    host.folder = new
    visited.evaluate(UPDATE)

    visited.locator("#update-now").click()

    expect_version(visited, "2.0.0")
    expect(other).to_have_title("not reloaded")
    other.locator("#update-now").click()
    expect_version(other, "2.0.0")


@pytest.mark.parametrize("fault", FAULTS)
def test_a_broken_new_version_leaves_the_old_one_and_can_be_repaired(
    visited: Page, host: StaticHost, old: Path, new: Path, fault: str
) -> None:
    broken = only_in(new, old)[-1]
    host.folder = new
    host.faults = {broken: fault}

    assert visited.evaluate(UPDATE) == "redundant"

    expect(visited.locator("#update")).to_be_hidden()
    visited.reload()
    expect_version(visited, "1.0.0")
    expect_kept(visited)
    host.faults = {}
    assert visited.evaluate(UPDATE) == "installed"
    expect(visited.locator("#update")).to_be_visible()


def test_a_deploy_that_stopped_after_the_page_leaves_the_old_version(
    visited: Page, host: StaticHost, old: Path, new: Path, tmp_path: Path
) -> None:
    half = tmp_path / "half"
    half.mkdir()
    for path in old.rglob("*"):
        target = half / path.relative_to(old)
        target.mkdir() if path.is_dir() else target.write_bytes(path.read_bytes())
    for name in ("index.html", "inkdigit.js", "sw.js"):
        (half / name).write_bytes((new / name).read_bytes())
    host.folder = half

    assert visited.evaluate(UPDATE) == "redundant"

    visited.reload()
    expect_version(visited, "1.0.0")


def test_a_version_that_was_rolled_back_is_offered_as_a_new_one_is(
    visited: Page, host: StaticHost, old: Path, new: Path
) -> None:
    host.folder = new
    visited.evaluate(UPDATE)
    visited.locator("#update-now").click()
    expect_version(visited, "2.0.0")
    host.folder = old
    assert visited.evaluate(UPDATE) == "installed"

    visited.locator("#update-now").click()

    expect_version(visited, "1.0.0")
    expect_kept(visited)


def test_a_service_worker_that_takes_itself_away_gives_the_page_back_to_the_host(
    visited: Page, host: StaticHost, tmp_path: Path
) -> None:
    """As docs/hosting.md tells those who take the site down."""
    (script,) = re.findall(r"```js\n(self.*?)```", (ROOT / "docs" / "hosting.md").read_text(), re.DOTALL)
    (tmp_path / "sw.js").write_text(script)
    (tmp_path / "index.html").write_text("<!doctype html><title>Moved</title>")
    host.folder = tmp_path
    visited.evaluate("async () => (await navigator.serviceWorker.getRegistration()).update()")
    registrations = "async () => (await navigator.serviceWorker.getRegistrations()).length"
    expect_soon(visited, lambda: visited.evaluate(registrations), expected=0)

    visited.reload()

    expect(visited).to_have_title("Moved")
