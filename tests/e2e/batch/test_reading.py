"""Many pictures become a table: read one after the other, with progress that is true."""

from __future__ import annotations

import io
import re

from PIL import Image
from playwright.sync_api import FilePayload, Page, expect

from tests.support.batch_page import add, names, open_batch, progress, readings, row_of, rows, written
from tests.support.kept import expect_soon, kept, kept_statuses
from tests.support.made_up_reader import use_reader
from tests.support.page import let_pass
from tests.support.pictures import hand_over
from tests.support.slow_reader import go_on, let_go, named, use_slow_reader

HUNDRED = 100


def test_several_pictures_become_a_table_of_readings(page: Page, site: str) -> None:
    page.goto(site)
    page.locator("#picture-file").set_input_files([written(digit, f"page {digit}.png") for digit in (4, 7, 3)])
    expect(progress(page)).to_have_text(re.compile("^3 of 3 read"))
    assert names(page) == ["page 4", "page 7", "page 3"]
    assert readings(page) == ["4", "7", "3"]
    for thumbnail in page.locator(".batch-thumbnail").all():
        expect(thumbnail).not_to_have_js_property("naturalWidth", 0)
    expect(rows(page).first.locator(".batch-confidence")).to_contain_text("%")


def test_a_broken_file_says_what_is_wrong_and_stops_nothing(page: Page, site: str) -> None:
    page.goto(site)
    broken: FilePayload = {"name": "notes.png", "mimeType": "image/png", "buffer": b"no picture"}
    add(page, [written(4, "a.png"), broken, written(7, "b.png"), written(7, "b.png")])
    expect(progress(page)).to_contain_text("3 of 4 read · 1 failed")
    assert names(page) == ["a", "notes", "b", "b"]
    assert readings(page) == ["4", "", "7", "7"]
    expect(rows(page).nth(1)).to_contain_text("This is not a picture that can be read")
    expect(page.locator("#message .message-text")).to_be_empty()


def test_every_file_has_a_row_that_says_what_to_do_with_it(page: Page, site: str) -> None:
    page.goto(site)
    page.get_by_role("button", name="Batch").click()
    expect(page.get_by_text("No pictures yet")).to_be_visible()
    files: list[FilePayload] = [
        {"name": "IMG_1.HEIC", "mimeType": "", "buffer": b"\0\0\0\x24ftypheic and so on"},
        {"name": "notes.txt", "mimeType": "text/plain", "buffer": b"seven"},
    ]
    hand_over(page, "drop", files)
    expect(progress(page)).to_contain_text("0 of 2 read · 2 failed")
    expect(rows(page).nth(0)).to_contain_text("save it as JPEG")
    expect(rows(page).nth(1)).to_contain_text("choose a PNG, JPEG, WebP, GIF, BMP or PDF file")


def test_a_picture_that_only_the_browser_can_open_is_read_too(page: Page, site: str) -> None:
    page.goto(site)
    buffer = io.BytesIO()
    Image.open(io.BytesIO(written(7, "")["buffer"])).save(buffer, "AVIF")
    add(page, [{"name": "b.avif", "mimeType": "image/avif", "buffer": buffer.getvalue()}])
    expect(progress(page)).to_contain_text("1 of 1 read")
    assert readings(page) == ["7"]
    expect(rows(page).locator(".batch-thumbnail")).not_to_have_js_property("naturalWidth", 0)


def test_progress_is_what_the_reader_tells(page: Page, site: str) -> None:
    open_batch(page, site, named("1", "broken", "3"), is_held=True)
    bar = page.get_by_role("progressbar", name="Pictures read")
    expect(rows(page).first).to_contain_text("Reading, 0%")
    go_on(page)
    expect(rows(page).first).to_contain_text("Reading, 50%")
    expect(bar).to_have_js_property("value", 0.5)
    expect(bar).to_have_js_property("max", 3)
    expect(progress(page)).to_have_text("0 of 3 read · reading 1.png")
    for name, share in (("broken", "0%"), ("broken", "50%"), ("3", "0%")):
        go_on(page)
        expect(row_of(page, name)).to_contain_text(f"Reading, {share}")
    expect(progress(page)).to_have_text("1 of 3 read · 1 failed · 1 needs a look · reading 3.png")
    expect(bar).to_have_js_property("value", 2)
    let_go(page)
    expect(progress(page)).to_have_text("2 of 3 read · 1 failed · 1 needs a look")
    expect(bar).to_have_js_property("value", 3)


def test_progress_is_announced_sparingly(page: Page, site: str) -> None:
    use_slow_reader(page)
    page.goto(site)
    page.evaluate(
        """() => {
            window.said = [];
            const said = () => document.querySelector('#batch > [role=status]:last-child')?.textContent;
            new MutationObserver(() => window.said.push(said())).observe(document.querySelector('#batch'), {
                subtree: true, characterData: true, childList: true,
            });
        }"""
    )
    add(page, named(*map(str, range(40))))
    expect(page.locator("#batch > [role=status]").last).to_have_text("All done: 40 pictures read, 0 need a look")
    said = [text for text in dict.fromkeys(page.evaluate("window.said")) if text]
    assert len(said) <= 5


def test_reading_stops_at_once_stays_stopped_and_goes_on(page: Page, site: str) -> None:
    open_batch(page, site, named("1", "2"), is_held=True)
    expect(rows(page).first).to_contain_text("Reading, 0%")
    page.get_by_role("button", name="Stop").click()
    expect(progress(page)).to_have_text("0 of 2 read · stopped")
    expect(rows(page).first).to_contain_text("Waiting")
    expect_soon(page, lambda: kept(page, "batch-rows").get("settings", {}).get("isPaused"), expected=True)
    expect_soon(page, lambda: kept_statuses(page), {"1.png": "waiting", "2.png": "waiting"})
    page.reload()
    expect(progress(page)).to_have_text("0 of 2 read · stopped")
    page.get_by_role("button", name="Go on").click()
    expect(rows(page).first).to_contain_text("Reading, 0%")
    let_go(page)
    expect(progress(page)).to_have_text("2 of 2 read")


def test_reading_rests_while_the_pad_is_in_sight(page: Page, site: str) -> None:
    page.clock.install()
    open_batch(page, site, named("1", "2"), is_held=True)
    expect(rows(page).first).to_contain_text("Reading, 0%")
    page.get_by_role("button", name="Back to the pad").click()
    expect(page.locator("#pad")).to_be_visible()
    expect(page.get_by_role("grid")).not_to_be_visible()
    let_go(page)
    let_pass(page, 300)
    assert page.evaluate("started") == ["1.png"]
    page.get_by_role("button", name="Batch").click()
    expect(progress(page)).to_have_text("2 of 2 read")
    assert page.evaluate("started") == ["1.png", "1.png", "2.png"]


def test_what_failed_can_be_tried_again(page: Page, site: str) -> None:
    use_reader(page, "failing")
    page.goto(site)
    add(page, named("a", "b"))
    expect(rows(page).first).to_contain_text("out of breath")
    page.get_by_role("button", name="Try the failed again (1)").click()
    expect(progress(page)).to_have_text("2 of 2 read")


def test_a_hundred_pictures_keep_only_the_thumbnails_in_sight(page: Page, site: str) -> None:
    page.add_init_script(
        """window.held = new Set();
        const { createObjectURL, revokeObjectURL } = URL;
        URL.createObjectURL = (blob) => { const url = createObjectURL(blob); held.add(url); return url; };
        URL.revokeObjectURL = (url) => { held.delete(url); revokeObjectURL(url); };"""
    )
    open_batch(page, site, named(*map(str, range(HUNDRED))))
    expect(progress(page)).to_have_text("100 of 100 read", timeout=30_000)
    alive = page.locator(".batch-thumbnail[src]")
    expect(rows(page).first.locator(".batch-thumbnail[src]")).to_have_count(1)
    assert alive.count() < HUNDRED / 2
    rows(page).last.locator(".batch-reading").focus()
    expect(rows(page).last.locator(".batch-thumbnail[src]")).to_have_count(1)
    expect(rows(page).first.locator(".batch-thumbnail[src]")).to_have_count(0)
    expect(page.locator(".batch-viewer-picture")).not_to_have_js_property("naturalWidth", 0)
    expect_soon(page, lambda: page.evaluate("held.size"), expected=0)
