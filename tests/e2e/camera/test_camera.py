"""The camera: a live view that reads, a picture of it, and what is said where there is none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Playwright, expect

from tests.support.browser import launch_with_camera
from tests.support.fake_reader import fake_number, use_fake_numbers
from tests.support.page import open_page
from tests.support.pictures import CAMERA_SIZE, camera_sheet


@pytest.fixture(scope="module")
def browser(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser whose camera looks at a sheet on which 2047 is written, and which nobody asks for permission."""
    film = tmp_path_factory.mktemp("camera") / "sheet.mjpeg"
    film.write_bytes(2 * camera_sheet("2047"))
    started = launch_with_camera(playwright, film)
    yield started
    started.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context()
    yield made
    made.close()


WATCH = """
    window.tracks = [];
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wanted) => {
        const stream = await ask(wanted);
        window.wanted = wanted;
        tracks.push(...stream.getTracks());
        return stream;
    };
"""


def running(page: Page) -> int:
    """How many cameras are on."""
    return page.evaluate("tracks.filter((track) => track.readyState === 'live').length")


def open_camera(page: Page, site: str) -> Locator:
    page.add_init_script(WATCH)
    open_page(page, site)
    page.get_by_role("button", name="Camera").click()
    shutter = page.get_by_role("button", name="Take the picture")
    expect(shutter).to_be_enabled()
    return shutter


def test_the_camera_shows_what_it_reads_and_takes_its_picture(page: Page, site: str) -> None:
    shutter = open_camera(page, site)
    assert page.evaluate("wanted.video.facingMode.ideal") == "environment"
    expect(page.locator(".camera-text")).to_have_text("2047")
    expect(shutter).to_be_focused()
    shutter.click()
    photo = page.get_by_role("img", name="The opened picture")
    expect(photo).to_be_visible()
    expect(photo).to_have_js_property("naturalWidth", CAMERA_SIZE[0])
    expect(page.locator("#answer")).to_have_text("2047")
    expect(page.locator("#camera")).to_be_hidden()
    assert running(page) == 0


def test_only_what_lies_in_the_guide_is_read(page: Page, site: str) -> None:
    use_fake_numbers(page, [fake_number("7", place=(600, 300), size=50)])
    shutter = open_camera(page, site)
    guide, video = page.locator(".camera-guide").bounding_box(), page.locator("#camera video").bounding_box()
    assert guide
    assert video
    shutter.click()
    expect(page.locator("#answer")).to_have_text("7")
    area = page.evaluate("async () => (await import('./inkdigit.js'), asked.findLast((area) => area))")
    scale = CAMERA_SIZE[0] / video["width"]
    assert area["x"] == pytest.approx((guide["x"] - video["x"]) * scale, abs=8)
    assert area["y"] == pytest.approx((guide["y"] - video["y"]) * scale, abs=8)
    assert area["width"] == pytest.approx(guide["width"] * scale, abs=8)
    assert area["height"] == pytest.approx(guide["height"] * scale, abs=8)
    page.get_by_role("button", name="Whole picture").click()
    expect(page.get_by_role("button", name="Whole picture")).to_be_disabled()


@pytest.mark.parametrize("way", ["Back to the pad", "Batch", "Escape"])
def test_whoever_leaves_the_camera_turns_it_off(page: Page, site: str, way: str) -> None:
    open_camera(page, site)
    assert running(page) == 1
    if way == "Escape":
        page.keyboard.press("Escape")
    else:
        page.get_by_role("button", name=way).click()
    expect(page.locator("#camera")).to_be_hidden()
    assert running(page) == 0


def test_the_camera_is_off_while_the_page_is_hidden(page: Page, site: str) -> None:
    shutter = open_camera(page, site)
    page.evaluate(
        """() => {
            window.visibility = 'hidden';
            Object.defineProperty(document, 'visibilityState', { get: () => visibility });
            document.dispatchEvent(new Event('visibilitychange'));
        }"""
    )
    expect(shutter).to_be_disabled()
    assert running(page) == 0
    page.evaluate("() => { visibility = 'visible'; document.dispatchEvent(new Event('visibilitychange')); }")
    expect(shutter).to_be_enabled()
    assert running(page) == 1


def test_a_second_camera_can_be_chosen(page: Page, site: str) -> None:
    page.add_init_script(
        """navigator.mediaDevices.enumerateDevices = async () => {
            const [, settings] = ['', tracks.at(-1)?.getSettings()];
            return [settings?.deviceId ?? 'one', 'another'].map((deviceId) => ({ kind: 'videoinput', deviceId }));
        };"""
    )
    open_camera(page, site)
    page.evaluate(
        """() => {
            const { getUserMedia } = navigator.mediaDevices;
            navigator.mediaDevices.getUserMedia = async (wanted) => {
                window.chosen = wanted.video.deviceId.exact;
                return getUserMedia({ video: true });
            };
        }"""
    )
    page.get_by_role("button", name="Other camera").click()
    expect(page.get_by_role("button", name="Take the picture")).to_be_enabled()
    assert page.evaluate("chosen") == "another"
    assert running(page) == 1, "the first is off"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        ("new DOMException('', 'NotAllowedError')", "was not allowed"),
        ("new DOMException('', 'NotFoundError')", "No camera was found"),
        ("new DOMException('', 'NotReadableError')", "another program may be using it"),
    ],
)
def test_where_there_is_no_camera_the_way_out_is_a_file(page: Page, site: str, error: str, words: str) -> None:
    page.add_init_script(f"navigator.mediaDevices.getUserMedia = async () => {{ throw {error}; }}")
    open_page(page, site)
    page.get_by_role("button", name="Camera").click()
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text(words)
    expect(page.get_by_role("button", name="Take the picture")).to_be_disabled()
    file = page.locator("#camera input[type=file]")
    expect(file).to_have_attribute("capture", "environment")
    file.set_input_files({"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": camera_sheet("2047")})
    expect(page.locator("#answer")).to_have_text("2047", timeout=30_000)


def test_an_address_without_encryption_has_no_camera_and_is_told_why(page: Page, site: str) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'mediaDevices', { value: undefined })")
    open_page(page, site)
    page.get_by_role("button", name="Camera").click()
    expect(page.get_by_role("alert")).to_contain_text("https")


def test_a_camera_that_is_pulled_out_is_told(page: Page, site: str) -> None:
    open_camera(page, site)
    page.evaluate("() => { tracks[0].stop(); tracks[0].dispatchEvent(new Event('ended')); }")
    expect(page.get_by_role("alert")).to_contain_text("The camera was turned off")


def test_the_page_may_use_the_camera_and_nothing_else(dist: Path) -> None:
    policy = (dist / "_headers").read_text(encoding="utf-8")
    assert "camera=(self)" in policy
    assert "microphone=()" in policy
