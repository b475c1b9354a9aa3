"""Browsers that lack something, or answer with noise or not at all: the page says so, or does without."""

from __future__ import annotations

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.support.faulty_worker import FaultyWorker
from tests.support.hand import Pad
from tests.support.page import go_to, live_until, open_page
from tests.support.paper import draw_line_of, encode
from tests.support.pictures import open_file

pytestmark = pytest.mark.may_complain

FILE: FilePayload = {"name": "number.png", "mimeType": "image/png", "buffer": encode(draw_line_of("47"))}

PATIENCE = 60_000
"""Milliseconds, in which a busy machine reads a picture."""

NOISE = """
    const read = OffscreenCanvasRenderingContext2D.prototype.getImageData;
    OffscreenCanvasRenderingContext2D.prototype.getImageData = function (...given) {
        const image = read.apply(this, given);
        for (let at = 0; at < image.data.length; at++) image.data[at] = %s;
        return image;
    };
"""
ALL_NOISE = NOISE % "255 * Math.random()"
LITTLE_NOISE = NOISE % "image.data[at] ^ (at % 7 === 0)"


@pytest.mark.parametrize("name", ["OffscreenCanvas", "createImageBitmap"])
def test_a_browser_that_cannot_read_pictures_says_what_it_lacks_and_the_pad_goes_on(
    page: Page, site: str, name: str
) -> None:
    FaultyWorker(page, f"delete self.{name}; delete WorkerGlobalScope.prototype.{name}")
    pad = open_page(page, site)
    open_file(page, FILE)
    expect(page.get_by_role("alert")).to_contain_text(f"This browser lacks {name}: use a newer one.", timeout=PATIENCE)

    pad.write("7")
    expect(page.locator("#answer")).to_have_text("7")


def test_a_browser_without_workers_is_told_so_in_the_language_of_its_reader(page: Page, site: str) -> None:
    page.add_init_script("delete globalThis.Worker")
    page.add_init_script("Object.defineProperty(navigator, 'languages', { value: ['es'] })")
    page.goto(site)
    Pad(page).write("7")

    expect(page.get_by_role("alert")).to_contain_text("A este navegador le falta Worker")


def test_where_a_canvas_gives_noise_pictures_are_read_without_one(page: Page, site: str) -> None:
    FaultyWorker(page, ALL_NOISE)
    open_page(page, site)

    open_file(page, FILE)
    expect(page.locator("#answer")).to_have_text("47", timeout=PATIENCE)


def test_where_a_canvas_gives_noise_and_there_is_no_other_way_it_is_said_and_nothing_is_made_up(
    page: Page, site: str
) -> None:
    FaultyWorker(page, f"delete self.VideoFrame; {ALL_NOISE}")
    open_page(page, site)
    open_file(page, FILE)

    expect(page.get_by_role("alert")).to_contain_text(
        "This browser gives pages noise in place of pictures", timeout=PATIENCE
    )
    expect(page.locator("#answer")).to_have_text("")


def test_a_little_noise_does_no_harm(page: Page, site: str) -> None:
    FaultyWorker(page, f"delete self.VideoFrame; {LITTLE_NOISE}")
    open_page(page, site)

    open_file(page, FILE)
    expect(page.locator("#answer")).to_have_text("47", timeout=PATIENCE)


def test_storage_that_never_answers_is_told_of_where_it_is_needed(page: Page, site: str) -> None:
    page.clock.install()
    page.add_init_script("IDBFactory.prototype.open = () => new EventTarget()")
    pad = open_page(page, site)
    go_to(page, "history")
    live_until(page, page.locator("#view").get_by_role("alert").get_by_text("This browser keeps no history here"))

    pad.write("7")
    expect(page.locator("#answer")).to_have_text("7")
