"""Files of the reader that do not arrive, or arrive broken: the page says so, keeps the drawing, and heals."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.support.hand import Pad
from tests.support.page import live_until
from tests.support.static_host import FAULTS, STALLS, StaticHost

pytestmark = pytest.mark.may_complain

# All but the first are kept by the browser for a year.
FILES = {
    "module": "inkdigit.js",
    "worker": "assets/worker-*.js",
    "card": "assets/card-*.json",
    "graph": "assets/model-*.json",
    "weights": "assets/group1-*.bin",
}
BROKEN_FOREVER = ["truncated", "another file's content", "empty", "a portal's page", "of another type"]
HARMLESS = {(file, "of another type") for file in ("card", "graph", "weights")}
"""Bytes are taken as they are."""


@pytest.fixture(autouse=True)
def without_service_worker(page: Page) -> None:
    """It would bring the files whole."""
    page.add_init_script("delete Navigator.prototype.serviceWorker")


def break_file(host: StaticHost, file: str, fault: str) -> None:
    """Break a file of the reader: of the three networks' those that a first visit fetches, too."""
    for path in host.folder.glob(FILES[file]):
        host.faults[path.relative_to(host.folder).as_posix()] = fault


def expect_reading(page: Page) -> None:
    expect(page.locator("html")).to_have_attribute("data-reader", "ready")
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.locator("#answer")).to_have_text("7")


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("file", FILES)
def test_a_file_of_the_reader_that_is_broken_is_told_of_and_read_with_once_it_is_whole(
    page: Page, host: StaticHost, file: str, fault: str
) -> None:
    if (file, fault) in HARMLESS:
        pytest.skip("it is read all the same")
    page.clock.install()
    break_file(host, file, fault)
    page.goto(host.url)
    Pad(page).write("7")
    live_until(page, page.get_by_role("button", name="Try again"))
    expect(page.get_by_role("alert")).to_contain_text("ry again")
    expect(page.get_by_role("alert")).to_contain_text("Your drawing is kept")

    host.faults.clear()
    page.get_by_role("button", name="Try again").click()

    expect_reading(page)


@pytest.mark.parametrize("fault", BROKEN_FOREVER)
@pytest.mark.parametrize("file", ["worker", "card", "graph", "weights"])
def test_a_file_of_the_reader_that_arrived_broken_once_is_fetched_anew_by_itself(
    page: Page, host: StaticHost, file: str, fault: str
) -> None:
    if (file, fault) == ("worker", "empty"):
        pytest.skip("nothing tells it from one that takes long: the page asks to try again")
    break_file(host, file, fault)
    host.heals_after = 1
    page.goto(host.url)
    Pad(page).write("7")

    expect_reading(page)


@pytest.mark.parametrize("file", FILES)
def test_a_file_of_the_reader_that_never_comes_is_told_of_and_welcome_when_it_comes(
    page: Page, host: StaticHost, file: str
) -> None:
    page.clock.install()
    break_file(host, file, STALLS)
    page.goto(host.url)
    Pad(page).write("7")
    live_until(page, page.get_by_role("button", name="Try again"))
    expect(page.locator("#answer-box")).to_contain_text("The reader is not running")

    host.go_on()

    expect_reading(page)


@pytest.mark.parametrize("file", FILES)
def test_where_a_file_never_comes_it_is_fetched_once_more_when_told_to(page: Page, host: StaticHost, file: str) -> None:
    page.clock.install()
    break_file(host, file, STALLS)
    page.goto(host.url)
    Pad(page).write("7")
    live_until(page, page.get_by_role("button", name="Try again"))

    host.faults.clear()
    page.get_by_role("button", name="Try again").click()

    expect_reading(page)
