"""A page of which a part does not arrive says so, and heals by itself once the part is to be had."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.support.static_host import FAULTS, StaticHost

pytestmark = pytest.mark.may_complain

SAYS = "This page did not start"


def script_of(dist: Path) -> str:
    return next((dist / "assets").glob("index-*.js")).relative_to(dist).as_posix()


def expect_ready(page: Page) -> None:
    expect(page.locator("html")).to_have_attribute("data-reader", "ready")
    expect(page.get_by_text(SAYS)).to_have_count(0)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_page_whose_script_is_broken_says_so_until_it_is_whole_again(
    page: Page, host: StaticHost, dist: Path, fault: str
) -> None:
    host.faults[script_of(dist)] = fault
    page.goto(host.url)
    expect(page.get_by_role("alert")).to_contain_text(SAYS)

    host.faults.clear()
    page.get_by_role("button", name="Try again").click()

    expect_ready(page)


@pytest.mark.parametrize("fault", ["truncated", "another file's content", "empty", "a portal's page"])
def test_a_script_that_arrived_broken_once_and_is_kept_for_a_year_is_fetched_anew_by_itself(
    page: Page, host: StaticHost, dist: Path, fault: str
) -> None:
    script = script_of(dist)
    host.faults[script] = fault
    host.heals_after = 1
    page.goto(host.url)

    expect_ready(page)
    assert sum(path.endswith(script) for path in host.requested) == 2
    page.reload()
    expect_ready(page)


def test_a_script_that_never_ends_is_told_of(page: Page, host: StaticHost, dist: Path) -> None:
    stalled: list[Route] = []
    page.clock.install()

    def stall(route: Route) -> None:
        stalled.append(route)

    page.route(f"**/{script_of(dist)}", stall)
    page.goto(host.url, wait_until="commit")
    page.wait_for_selector("#boot", state="attached")
    expect(page.get_by_text(SAYS)).to_be_hidden()
    page.clock.run_for(21_000)

    expect(page.get_by_text(SAYS)).to_be_visible()
    # What is late is still welcome.
    stalled[0].continue_()
    expect_ready(page)


def test_a_server_that_ends_within_the_first_load_is_told_of(
    page: Page, context: BrowserContext, host: StaticHost
) -> None:
    def end(route: Route) -> None:
        context.set_offline(True)
        route.abort()

    page.route("**/assets/*", end)
    page.goto(host.url)
    expect(page.get_by_role("alert")).to_contain_text(SAYS)

    page.unroute("**/assets/*")
    context.set_offline(False)
    page.get_by_role("button", name="Try again").click()
    expect_ready(page)


def test_where_nothing_may_be_kept_a_broken_page_is_not_loaded_again_and_again(
    page: Page, host: StaticHost, dist: Path
) -> None:
    host.faults[script_of(dist)] = "empty"
    page.add_init_script("Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('blocked'); } })")
    page.goto(host.url)

    expect(page.get_by_role("alert")).to_contain_text(SAYS)
    assert sum(path == "/" for path in host.requested) == 1
