"""Every view for everyone: what axe-core finds, and whether larger letters, zoom or other spacing lose anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect

from tests.support.axe import axe
from tests.support.browser import launch, launch_with_camera
from tests.support.page import SETTLE, open_page
from tests.support.pictures import CAMERA_SIZE, camera_sheet
from tests.support.tour import BASE, SHOWN, TOURS, Tour, close_panel, turn_to

LOST = """() => {
    // What is looked at as a picture is moved about in two directions; so are tables of data.
    const PICTURES = 'canvas, svg, .marks, .picture-frame, .form-stage, .batch-stage, .camera-sheet';
    const TABLES = '.batch-frame, .confusion-scroll';
    // Each can be opened, and is whole there; the sheet ends where its ink does.
    const SHORTENED = '.picture-name, .history-text, .form-box-label, .field';
    const textOf = (element) => element.textContent.trim().slice(0, 40);
    const nameOf = (element) => `${element.localName}.${element.className} “${textOf(element)}”`;
    const found = [];
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
    for (const element of document.querySelectorAll('body *')) {
        if (!element.checkVisibility({ visibilityProperty: true })) continue;
        if (element.closest(`${PICTURES}, ${TABLES}, .visually-hidden, [inert]`)) continue;
        const { display, overflowX, overflowY } = getComputedStyle(element);
        if (display === 'inline' || display === 'contents') continue;
        const isWide = element.scrollWidth > element.clientWidth + 1;
        const isHigh = element.scrollHeight > element.clientHeight + 1;
        const isCut = (isWide && overflowX === 'hidden') || (isHigh && overflowY === 'hidden');
        const isText = element.childElementCount === 0;
        if (isCut && !element.matches(SHORTENED) && textOf(element)) found.push(`cut off: ${nameOf(element)}`);
        if (isWide && ['auto', 'scroll'].includes(overflowX)) found.push(`scrolls sideways: ${nameOf(element)}`);
        if (isWide && isText && overflowX === 'visible') found.push(`sticks out: ${nameOf(element)}`);
    }
    return found;
}"""

SPACING = """
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }
"""
"""What WCAG 1.4.12 lets readers set."""


@dataclass(frozen=True)
class Mode:
    """How somebody looks at the page."""

    size: tuple[int, int]
    scheme: Literal["light", "dark"] = "light"
    forced: Literal["active", "none"] = "none"
    motion: Literal["no-preference", "reduce"] = "reduce"
    direction: Literal["ltr", "rtl"] = "ltr"
    style: str = ""

    def apply(self, page: Page) -> None:
        page.emulate_media(color_scheme=self.scheme, forced_colors=self.forced, reduced_motion=self.motion)
        page.set_viewport_size({"width": self.size[0], "height": self.size[1]})
        page.evaluate(
            """([direction, style]) => {
                document.documentElement.dir = direction;
                const sheet = new CSSStyleSheet();
                sheet.replaceSync(style);
                document.adoptedStyleSheets = [sheet];
            }""",
            [self.direction, self.style],
        )
        page.evaluate(SETTLE)


PHONE, DESKTOP = (360, 740), (1440, 900)
AT_REST = Mode((BASE["width"], BASE["height"]), motion="no-preference")
COLORS = {
    "light, on a phone": Mode(PHONE),
    "dark, on a desktop": Mode(DESKTOP, scheme="dark", motion="no-preference"),
    "forced colors, from right to left, on a phone": Mode(PHONE, forced="active", direction="rtl"),
    "forced dark colors, on a desktop": Mode(DESKTOP, scheme="dark", forced="active"),
}
ROOM = {
    "1280x1024 at 400 %": Mode((320, 256)),
    "wide spacing on a phone": Mode(PHONE, style=SPACING),
    "wide spacing on a desktop": Mode(DESKTOP, style=SPACING),
    "from right to left, on a phone": Mode(PHONE, direction="rtl"),
}
LARGE_TEXT = {"200 % on a desktop": Mode((1280, 800)), "200 % on a phone": Mode(PHONE)}


def in_modes(page: Page, modes: dict[str, Mode], look: Any) -> list[str]:
    """What `look` finds in each mode."""
    found = []
    for name, mode in modes.items():
        mode.apply(page)
        found += [f"{name}: {each}" for each in look(page)]
    AT_REST.apply(page)
    return found


def lost(page: Page) -> list[str]:
    """What is cut off, or has to be scrolled in two directions."""
    return page.evaluate(LOST)


def seems_in_use(page: Page) -> list[str]:
    """Buttons that are out of use, and do not look so in forced colors."""
    return page.evaluate(
        """() => {
            if (!matchMedia('(forced-colors: active)').matches) return [];
            const gray = document.body.appendChild(document.createElement('i'));
            gray.style.color = 'GrayText';
            const { color } = getComputedStyle(gray);
            gray.remove();
            return [...document.querySelectorAll('button')]
                .filter((button) => button.checkVisibility() && !button.matches('.seen'))
                .filter((button) => button.disabled || button.ariaDisabled === 'true')
                .filter((button) => getComputedStyle(button).color !== color)
                .map((button) => `looks as if it were of use: ${button.ariaLabel ?? button.textContent.trim()}`);
        }"""
    )


def name_of(tour: Tour) -> str:
    return tour.__name__


@pytest.mark.parametrize("tour", TOURS, ids=name_of)
def test_axe_finds_nothing_and_nothing_is_lost_on_any_view(page: Page, site: str, tour: Tour) -> None:
    def look(page: Page) -> list[str]:
        return axe(page) + seems_in_use(page)

    found = []
    for view in tour(page, site):
        found += [f"{view}, {each}" for each in in_modes(page, COLORS, look) + in_modes(page, ROOM, lost)]
    assert found == []


@pytest.fixture(scope="module")
def large_text(playwright: Playwright) -> Iterator[Browser]:
    """The browser of a person who has made letters twice as large."""
    started = launch(playwright, ["--blink-settings=defaultFontSize=32"])
    yield started
    started.close()


@pytest.mark.parametrize("tour", TOURS, ids=name_of)
def test_letters_twice_as_large_lose_nothing(large_text: Browser, site: str, tour: Tour) -> None:
    context = large_text.new_context()
    page = context.new_page()
    found = []
    for view in tour(page, site):
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
        found += [f"{view}, {each}" for each in in_modes(page, LARGE_TEXT, lost)]
    context.close()
    assert found == []


@pytest.fixture
def camera(playwright: Playwright, tmp_path: Path) -> Iterator[BrowserContext]:
    """A browser whose camera looks at a sheet on which 2047 is written, and which nobody asks for permission."""
    film = tmp_path / "sheet.mjpeg"
    film.write_bytes(2 * camera_sheet("2047"))
    started = launch_with_camera(playwright, film)
    yield started.new_context()
    started.close()


def test_axe_finds_nothing_and_nothing_is_lost_at_the_camera(camera: BrowserContext, site: str) -> None:
    page = camera.new_page()
    open_page(page, site)
    page.get_by_role("button", name="Camera").click()
    expect(page.get_by_role("button", name="Take the picture")).to_be_enabled()
    expect(page.locator(".camera-text")).to_have_text("2047")
    assert page.locator("#camera video").evaluate("(video) => video.videoWidth") == CAMERA_SIZE[0]
    assert in_modes(page, COLORS, axe) + in_modes(page, ROOM, lost) == []


def test_tools_out_of_use_look_so_in_forced_colors(page: Page, site: str) -> None:
    open_page(page, site)
    page.emulate_media(forced_colors="active")
    expect(page.get_by_role("button", name="Undo")).to_be_disabled()
    assert seems_in_use(page) == []
    page.evaluate("() => { document.querySelector('[data-action=undo]').style.color = 'ButtonText'; }")
    assert seems_in_use(page) == ["looks as if it were of use: Undo"]


def test_axe_finds_what_is_wrong(page: Page, site: str) -> None:
    open_page(page, site)
    page.evaluate("() => { document.querySelector('.answer-words').style.color = '#bbb'; }")
    page.evaluate("() => { document.querySelector('[data-action=undo] .name').remove(); }")
    found = " ".join(axe(page))
    assert "color-contrast: .answer-words" in found
    assert "button-name: " in found


def test_what_is_lost_is_found(page: Page, site: str) -> None:
    open_page(page, site)
    cut = "overflow: hidden; inline-size: 2rem; white-space: nowrap"
    page.evaluate("(style) => { document.querySelector('.answer-words').style.cssText = style; }", cut)
    assert [each.split(" ")[0] for each in lost(page)] == ["cut"]


WATCH_MOTION = """
    window.moved = [];
    for (const kind of ['animationstart', 'transitionrun']) {
        addEventListener(kind, ({ target, animationName, propertyName }) => {
            if (propertyName !== 'opacity') moved.push(`${target.className}: ${animationName ?? propertyName}`);
        }, true);
    }
"""


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_nothing_moves_for_those_who_do_not_want_it(
    page: Page, site: str, motion: Literal["reduce", "no-preference"]
) -> None:
    page.emulate_media(reduced_motion=motion)
    page.add_init_script(WATCH_MOTION)
    open_page(page, site).write("47")
    expect(page.locator("#answer")).to_have_text("47")
    for address in SHOWN:
        turn_to(page, address)
        page.evaluate(SETTLE)
    close_panel(page)
    page.get_by_role("button", name="Undo", exact=True).hover()
    page.evaluate(SETTLE)
    assert bool(page.evaluate("moved")) == (motion == "no-preference")
