"""The camera takes a stack of sheets, one after the other, into the table; none twice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Playwright, expect

from tests.support.browser import launch_with_camera
from tests.support.fake_reader import fake_number, use_fake_numbers
from tests.support.numbers_picture import SHEET, on_a_table
from tests.support.page import open_page
from tests.support.pictures import as_file

A_MINUTE = 60_000
"""Milliseconds."""


@pytest.fixture(scope="module")
def browser(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser whose camera looks at a sheet on a dark table, and which nobody asks for permission."""
    film = tmp_path_factory.mktemp("camera") / "table.mjpeg"
    film.write_bytes(2 * as_file(on_a_table(), "table.jpg")["buffer"])
    started = launch_with_camera(playwright, film)
    yield started
    started.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 360, "height": 740})
    yield made
    made.close()


def open_stack(page: Page, site: str) -> Locator:
    """The shutter, of a camera that takes sheets."""
    use_fake_numbers(page, [fake_number("7", place=(600, 300), size=50)])
    open_page(page, site)
    page.get_by_role("button", name="Camera").click()
    shutter = page.get_by_role("button", name="Take the picture")
    expect(shutter).to_be_enabled()
    page.get_by_role("button", name="Stack").click()
    return shutter


def test_the_frame_lies_around_a_sheet_that_is_found_and_says_so(page: Page, site: str) -> None:
    open_stack(page, site)
    expect(page.locator(".camera-text")).to_have_text("A sheet is seen: take it")
    expect(page.locator(".camera-guide")).to_be_hidden()
    outline, video = page.locator(".camera-outline polygon"), page.locator("#camera video").bounding_box()
    assert video
    assert outline.get_attribute("data-found") is not None
    points = outline.get_attribute("points")
    assert points
    for point, (x, y) in zip(points.split(), SHEET, strict=True):
        assert [float(share) for share in point.split(",")] == pytest.approx([x / 1200, y / 900], abs=0.02)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing sticks out at the side"


def test_sheets_are_taken_one_after_the_other_into_the_table_and_none_twice_unasked(page: Page, site: str) -> None:
    shutter = open_stack(page, site)
    words, table = page.locator(".camera-text"), page.get_by_role("button", name="Table of the sheets")
    expect(words).to_have_text("A sheet is seen: take it")
    expect(table).to_be_hidden()
    shutter.click()
    expect(words).to_have_text("1 sheet is taken: now the next")
    expect(shutter).to_be_focused()
    shutter.click()
    expect(words).to_contain_text("This looks like the sheet that was just taken")
    shutter.click()
    expect(words).to_have_text("2 sheets are taken: now the next")
    table.click()
    expect(page.locator("#camera")).to_be_hidden()
    expect(page.locator("#batch .batch-reading")).to_have_text(["7", "7"], timeout=A_MINUTE)


def test_a_camera_with_a_light_has_a_switch_for_it(page: Page, site: str) -> None:
    page.add_init_script(
        """window.lights = [];
        MediaStreamTrack.prototype.getCapabilities = () => ({ torch: true });
        MediaStreamTrack.prototype.applyConstraints = async ({ advanced }) => lights.push(advanced[0].torch);"""
    )
    open_stack(page, site)
    light = page.get_by_role("button", name="Light of the camera")
    expect(light).to_have_attribute("aria-pressed", "false")
    light.click()
    expect(light).to_have_attribute("aria-pressed", "true")
    light.click()
    expect(light).to_have_attribute("aria-pressed", "false")
    assert page.evaluate("lights") == [True, False]


def test_a_camera_without_a_light_has_no_switch_for_it(page: Page, site: str) -> None:
    open_stack(page, site)
    expect(page.get_by_role("button", name="Light of the camera")).to_be_hidden()
