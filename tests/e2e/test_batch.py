"""Many pictures become a table: read one after the other, corrected by keyboard, exported, kept over a reload."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, FilePayload, Locator, Page, expect

from tests.e2e.hand import DIGITS
from tests.e2e.paper import draw_picture, encode
from tests.e2e.site_server import SiteServer
from tests.e2e.slow_reader import go_on, let_go, named, use_slow_reader

HUNDRED = 100


def written(digit: int, name: str) -> FilePayload:
    """A digit as with a felt pen on paper."""
    ink = [[(100 * x, 100 * y) for x, y in stroke] for stroke in DIGITS[digit]]
    return {"name": name, "mimeType": "image/png", "buffer": encode(draw_picture(ink))}


def add(page: Page, files: list[FilePayload]) -> None:
    page.get_by_role("button", name="Batch").click()
    expect(page.get_by_text("No pictures yet")).to_be_visible()
    page.locator("#picture-file").set_input_files(files)
    expect(page.get_by_role("grid")).to_be_visible()


def open_batch(page: Page, site: str, files: list[FilePayload], *, is_held: bool = False) -> None:
    """Open these pictures on a page whose reader reads their names."""
    use_slow_reader(page, is_held=is_held)
    page.goto(site)
    add(page, files)


def rows(page: Page) -> Locator:
    return page.locator(".batch tbody tr")


def names(page: Page) -> list[str]:
    return [name.removesuffix(".png") for name in page.locator(".batch-name").all_text_contents()]


def readings(page: Page) -> list[str]:
    return page.locator(".batch-text").all_text_contents()


def progress(page: Page) -> Locator:
    return page.locator(".batch-progress-words")


def focused(page: Page) -> Locator:
    return page.locator(":focus")


def row_of(page: Page, name: str) -> Locator:
    return rows(page).filter(has=page.locator(".batch-name", has_text=re.compile(f"^{re.escape(name)}\\.png$")))


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


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


def test_a_reload_in_the_middle_goes_on_where_it_was(page: Page, site: str) -> None:
    open_batch(page, site, named("1", "2", "3"), is_held=True)
    for name, share in (("1", "0%"), ("1", "50%"), ("2", "0%"), ("2", "50%")):
        expect(row_of(page, name)).to_contain_text(f"Reading, {share}")
        if (name, share) != ("2", "50%"):
            go_on(page)
    page.wait_for_timeout(200)  # for the first row to be kept
    page.reload()
    expect(row_of(page, "2")).to_contain_text("Reading, 0%")
    assert names(page) == ["1", "2", "3"]
    expect(progress(page)).to_have_text("1 of 3 read · reading 2.png")
    let_go(page)
    expect(progress(page)).to_have_text("3 of 3 read")
    assert readings(page) == ["1", "2", "3"]
    assert page.evaluate("started") == ["2.png", "3.png"]


def test_the_rest_is_read_with_the_network_and_the_server_gone(dist: Path, context: BrowserContext, page: Page) -> None:
    with SiteServer(dist) as server:
        page.goto(server.url)
        expect(page.locator("#offline-status")).to_contain_text("Ready to work offline")
        add(page, [written(4, "a.png"), written(7, "b.png")])
        page.get_by_role("button", name="Stop").click()
        server.stop()
        context.set_offline(True)
        page.reload()
        page.get_by_role("button", name="Go on").click()
        expect(progress(page)).to_have_text(re.compile("^2 of 2 read"))
        assert readings(page) == ["4", "7"]


def test_reading_stops_at_once_stays_stopped_and_goes_on(page: Page, site: str) -> None:
    open_batch(page, site, named("1", "2"), is_held=True)
    expect(rows(page).first).to_contain_text("Reading, 0%")
    page.get_by_role("button", name="Stop").click()
    expect(progress(page)).to_have_text("0 of 2 read · stopped")
    expect(rows(page).first).to_contain_text("Waiting")
    page.wait_for_timeout(200)
    page.reload()
    expect(progress(page)).to_have_text("0 of 2 read · stopped")
    page.get_by_role("button", name="Go on").click()
    expect(rows(page).first).to_contain_text("Reading, 0%")
    let_go(page)
    expect(progress(page)).to_have_text("2 of 2 read")


def test_reading_rests_while_the_pad_is_in_sight(page: Page, site: str) -> None:
    open_batch(page, site, named("1", "2"), is_held=True)
    expect(rows(page).first).to_contain_text("Reading, 0%")
    page.get_by_role("button", name="Back to the pad").click()
    expect(page.locator("#pad")).to_be_visible()
    expect(page.get_by_role("grid")).not_to_be_visible()
    let_go(page)
    page.wait_for_timeout(300)
    assert page.evaluate("started") == ["1.png"]
    page.get_by_role("button", name="Batch").click()
    expect(progress(page)).to_have_text("2 of 2 read")
    assert page.evaluate("started") == ["1.png", "1.png", "2.png"]


def test_readings_are_corrected_by_keyboard_alone(page: Page, site: str) -> None:
    open_batch(page, site, named("11", "22 50%", "33", "4? 90%", "55"))
    expect(progress(page)).to_have_text("5 of 5 read · 2 need a look")
    row_of(page, "11").locator(".batch-reading").focus()

    press(page, "ArrowDown")
    expect(focused(page)).to_have_text("22")
    page.keyboard.type("27")  # digits begin a correction
    press(page, "Enter")  # it is saved, and the next that needs a look is there
    expect(focused(page)).to_have_text("4?")
    assert readings(page) == ["11", "27", "33", "4?", "55"]
    expect(row_of(page, "22 50%")).to_contain_text("was 22")

    press(page, "Enter")  # Enter begins with what is there
    expect(focused(page)).to_have_value("4?")
    press(page, "Backspace")
    page.keyboard.type("6")
    press(page, "Escape")
    expect(focused(page)).to_have_text("4?")
    page.keyboard.type("46")
    press(page, "Enter")
    expect(progress(page)).to_have_text("5 of 5 read")
    assert readings(page) == ["11", "27", "33", "46", "55"]

    press(page, "Home", "ArrowUp", "End", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft")
    expect(focused(page)).to_have_text("33")
    press(page, "Control+z")
    expect(focused(page)).to_have_text("4?")
    expect(progress(page)).to_have_text("5 of 5 read · 1 needs a look")
    press(page, "Tab")
    expect(page.locator(".batch tbody :focus")).to_have_count(0)


def test_a_reading_that_is_right_is_agreed_with_by_enter(page: Page, site: str) -> None:
    open_batch(page, site, named("22 50%", "33 60%"))
    expect(progress(page)).to_contain_text("2 need a look")
    row_of(page, "22 50%").locator(".batch-reading").focus()
    press(page, "Enter", "Enter")
    expect(focused(page)).to_have_text("33")
    expect(row_of(page, "22 50%")).to_contain_text("checked")
    expect(progress(page)).to_have_text("2 of 2 read · 1 needs a look")


def test_what_is_typed_is_kept_when_a_person_goes_elsewhere(page: Page, site: str) -> None:
    open_batch(page, site, named("11", "22"))
    expect(progress(page)).to_have_text("2 of 2 read")
    row_of(page, "11").locator(".batch-reading").click()
    page.keyboard.type("17")
    row_of(page, "22").locator(".batch-reading").click()
    assert readings(page) == ["17", "22"]
    page.keyboard.type("2")
    press(page, "Tab")
    expect(focused(page)).to_have_class(re.compile("batch-confidence"))
    assert readings(page) == ["17", "2"]


def test_delete_while_typing_deletes_a_letter(page: Page, site: str) -> None:
    open_batch(page, site, named("1234"))
    expect(progress(page)).to_have_text("1 of 1 read")
    row_of(page, "1234").locator(".batch-reading").focus()
    press(page, "F2", "End", "Backspace", "Home", "Delete", "Enter")
    assert readings(page) == ["23"]


def test_corrections_outlive_a_reload(page: Page, site: str) -> None:
    open_batch(page, site, named("22 50%"))
    expect(progress(page)).to_contain_text("1 needs a look")
    row_of(page, "22 50%").locator(".batch-reading").focus()
    page.keyboard.type("27")
    press(page, "Enter")
    page.wait_for_timeout(200)
    page.reload()
    expect(page.locator(".batch-text")).to_have_text("27")
    expect(rows(page)).to_contain_text("was 22")


def test_the_picture_of_the_selected_row_is_shown_with_what_was_found_in_it(page: Page, site: str) -> None:
    open_batch(page, site, named("22 50%", "33"))
    expect(progress(page)).to_contain_text("2 of 2 read")
    page.get_by_role("button", name="Next that needs a look (1)").click()
    picture = page.get_by_role("img", name="22 50%.png")
    expect(picture).to_be_visible()
    mark = page.locator(".batch-viewer .mark")
    expect(mark).to_have_count(1)
    expect(mark).to_have_attribute("data-mark", "unsure")
    outer, inner = picture.bounding_box(), mark.bounding_box()
    assert outer
    assert inner
    # The reader's box is the middle of the picture, half as wide and high.
    assert inner["x"] - outer["x"] == pytest.approx(outer["width"] / 4, abs=2)
    assert inner["height"] == pytest.approx(outer["height"] / 2, abs=2)
    width = outer["width"]
    page.get_by_role("button", name="Zoom").click()
    expect(page.get_by_role("button", name="Zoom")).to_have_attribute("aria-pressed", "true")
    larger = picture.bounding_box()
    assert larger
    assert larger["width"] > 1.1 * width
    page.get_by_role("button", name="It is right").click()
    expect(progress(page)).to_have_text("2 of 2 read")


def test_rows_are_sorted(page: Page, site: str) -> None:
    open_batch(page, site, named("page 10", "page 9 50%", "broken", "page 2 60%"))
    expect(progress(page)).to_contain_text("3 of 4 read")
    page.get_by_role("button", name="Picture", exact=True).click()
    heading = page.get_by_role("columnheader", name="Picture")
    expect(heading).to_have_attribute("aria-sort", "ascending")
    assert names(page) == ["broken", "page 2 60%", "page 9 50%", "page 10"]
    page.get_by_role("button", name="Picture", exact=True).click()
    expect(heading).to_have_attribute("aria-sort", "descending")
    assert names(page) == ["page 10", "page 9 50%", "page 2 60%", "broken"]
    page.get_by_role("button", name="Confidence").click()
    expect(heading).to_have_attribute("aria-sort", "none")
    assert names(page) == ["page 9 50%", "page 2 60%", "page 10", "broken"]
    for order, first in {"Needs a look first": "page 9 50%", "Failed and unread first": "broken"}.items():
        page.get_by_label("Order").select_option(order)
        expect(page.locator(".batch-name").first).to_have_text(f"{first}.png")
    page.get_by_label("Order").select_option("Order added")
    expect(page.locator(".batch-name").first).to_have_text("page 10.png")


def test_rows_are_filtered_and_searched(page: Page, site: str) -> None:
    open_batch(page, site, named("11", "22 50%", "broken"))
    expect(progress(page)).to_contain_text("2 of 3 read")
    row_of(page, "11").locator(".batch-reading").focus()
    page.keyboard.type("19")
    press(page, "Enter")
    show = page.get_by_label("Show")
    for filtered, expected in {
        "Needs a look": ["22 50%", "broken"],
        "Corrected": ["11"],
        "Failed": ["broken"],
        "All": ["11", "22 50%", "broken"],
    }.items():
        show.select_option(filtered)
        expect(rows(page)).to_have_count(len(expected))
        assert names(page) == expected
    page.get_by_role("searchbox", name="Search").fill("19")
    expect(rows(page)).to_have_count(1)
    assert names(page) == ["11"]
    expect(page.get_by_text("Exports hold the 1 picture shown, of 3")).to_be_visible()
    page.get_by_role("searchbox", name="Search").fill("nothing like it")
    expect(page.get_by_text("No row is like that")).to_be_visible()


def test_rows_stay_in_place_while_they_are_corrected(page: Page, site: str) -> None:
    open_batch(page, site, named("11 50%", "22 50%", "33 50%"))
    expect(progress(page)).to_contain_text("3 need a look")
    page.get_by_label("Show").select_option("Needs a look")
    row_of(page, "22 50%").locator(".batch-reading").focus()
    page.keyboard.type("27")
    press(page, "Enter")
    expect(focused(page)).to_have_text("33")
    assert readings(page) == ["11", "27", "33"]


def test_the_csv_is_safe_to_open_in_a_spreadsheet(page: Page, site: str) -> None:
    open_batch(page, site, named("=1+1", "-7", "12.50_3;4 90%", "broken, really", "@x 50%"))
    expect(progress(page)).to_contain_text("4 of 5 read")
    with page.expect_download() as found:
        page.get_by_role("button", name="Export as CSV").click()
    assert re.fullmatch(r"batch-\d{4}-\d\d-\d\d\.csv", found.value.suggested_filename)
    content = Path(found.value.path()).read_bytes().decode()
    assert content.startswith("\ufeff")
    table = list(csv.reader(io.StringIO(content[1:], newline="")))
    assert table[0] == ["Picture", "Reading", "Confidence", "Corrections", "Needs a look", "Status"]
    assert [row[:2] for row in table[1:]] == [
        ["'=1+1.png", "'=1+1"],
        ["'-7.png", "-7"],
        ["12.50_3;4 90%.png", "12.50\n3/4"],
        ["broken, really.png", ""],
        ["'@x 50%.png", "'@x"],
    ]
    assert table[4][4:] == ["This file is broken: choose another one.", "failed"]


def test_the_json_holds_readings_and_corrections(page: Page, site: str) -> None:
    open_batch(page, site, named("11 50%"))
    expect(progress(page)).to_contain_text("1 of 1 read")
    row_of(page, "11 50%").locator(".batch-reading").focus()
    page.keyboard.type("17")
    press(page, "Enter")
    with page.expect_download() as found:
        page.get_by_role("button", name="Export as JSON").click()
    (picture,) = json.loads(Path(found.value.path()).read_text())["pictures"]
    (cell,) = picture["cells"]
    assert (picture["picture"], cell["text"], cell["read"], cell["isCorrected"]) == ("11 50%.png", "17", "11", True)


def test_the_table_is_copied_for_a_spreadsheet(context: BrowserContext, page: Page, site: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_batch(page, site, named("11", "=2"))
    expect(progress(page)).to_contain_text("2 of 2 read")
    page.get_by_role("button", name="Copy the table").click()
    expect(page.get_by_text("Copied 2 rows")).to_be_visible()
    lines = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert [line.split("\t")[:2] for line in lines[1:]] == [["11.png", "11"], ["'=2.png", "'=2"]]


def test_a_removed_row_comes_back_by_undo(page: Page, site: str) -> None:
    open_batch(page, site, named("11", "22", "33"))
    expect(progress(page)).to_have_text("3 of 3 read")
    page.get_by_role("button", name="Remove 22.png").click()
    expect(rows(page)).to_have_count(2)
    expect(focused(page)).to_have_attribute("aria-label", "Remove 33.png")
    page.get_by_role("button", name="Undo").click()
    expect(rows(page)).to_have_count(3)
    assert names(page) == ["11", "22", "33"]
    expect(row_of(page, "22").locator(".batch-thumbnail")).not_to_have_js_property("naturalWidth", 0)


def stored(page: Page) -> list[int]:
    """How much the browser keeps: rows (with the settings), pictures."""
    return page.evaluate(
        """() => Promise.all(['rows', 'pictures'].map((name) => new Promise((resolve, reject) => {
            const request = indexedDB.open(`inkdigit-batch-${name}`);
            request.onerror = reject;
            request.onsuccess = () => {
                const count = request.result.transaction('kept').objectStore('kept').count();
                count.onsuccess = () => { request.result.close(); resolve(count.result); };
            };
        })))"""
    )


def test_clearing_asks_first_and_leaves_nothing_behind(page: Page, site: str) -> None:
    open_batch(page, site, named("11", "22"))
    expect(progress(page)).to_have_text("2 of 2 read")
    page.wait_for_timeout(200)
    assert stored(page)[1] == 2
    clear, dialog = page.get_by_role("button", name="Clear all"), page.get_by_role("dialog")
    clear.click()
    press(page, "Escape")
    expect(dialog).not_to_be_visible()
    expect(rows(page)).to_have_count(2)
    clear.click()
    dialog.get_by_role("button", name="Clear all").click()
    expect(rows(page)).to_have_count(0)
    expect(page.get_by_text("No pictures yet")).to_be_visible()
    page.wait_for_timeout(200)
    assert stored(page)[1] == 0
    assert stored(page)[0] <= 1  # the settings
    page.reload()
    expect(page.locator("#pad")).to_be_visible()


@pytest.mark.parametrize(
    "obstacle",
    [
        "Object.defineProperty(window, 'indexedDB', { value: undefined });",
        "IDBObjectStore.prototype.put = () => { throw new DOMException('Full', 'QuotaExceededError'); };",
    ],
    ids=["no database", "no room"],
)
def test_a_browser_that_keeps_nothing_reads_all_the_same_and_says_so(page: Page, site: str, obstacle: str) -> None:
    page.add_init_script(obstacle)
    open_batch(page, site, named("11", "22"))
    expect(progress(page)).to_have_text("2 of 2 read")
    expect(page.locator(".batch-note")).to_contain_text("a reload forgets")
    expect(page.locator(".batch-thumbnail").first).not_to_have_js_property("naturalWidth", 0)


def test_a_second_tab_does_not_overwrite_the_first_ones_work(context: BrowserContext, page: Page, site: str) -> None:
    open_batch(page, site, named("11"))
    expect(progress(page)).to_have_text("1 of 1 read")
    page.wait_for_timeout(200)
    other = context.new_page()
    open_batch(other, site, named("22"))
    expect(other.locator(".batch-note")).to_contain_text("open in another tab")
    expect(progress(other)).to_have_text("1 of 1 read")
    assert readings(other) == ["22"]
    other.close()
    page.reload()
    expect(rows(page)).to_have_count(1)
    assert names(page) == ["11"]


def test_what_failed_can_be_tried_again(page: Page, site: str) -> None:
    page.add_init_script("globalThis.attempts = 0")
    module = """
        export const load = async () => ({
            info: { version: '0.0.0', backend: 'cpu', model: {} },
            readInk: async () => ({ text: '', numbers: [], skipped: [] }),
            async readImage() {
                if (globalThis.attempts++ === 0) throw new Error('The reader is out of breath.');
                return { text: '7', numbers: [{ text: '7', confidence: 0.99, box: null }], skipped: [] };
            },
            close() {},
        });"""
    page.route("**/inkdigit.js", lambda route: route.fulfill(body=module, content_type="text/javascript"))
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
    assert page.evaluate("held.size") == 0


@pytest.mark.parametrize("size", [(360, 740), (800, 900), (1440, 900)], ids=str)
def test_the_batch_fits_the_screen(page: Page, site: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    open_batch(page, site, named("a photo with quite a long name from a camera", "22 50%", "broken"))
    expect(progress(page)).to_contain_text("2 of 3 read")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing sticks out at the side"
    row_of(page, "22 50%").locator(".batch-reading").click()
    page.keyboard.type("2")
    editor = focused(page)
    expect(editor).to_have_value("2")
    expect(editor).to_be_in_viewport(ratio=1)
    picture = page.get_by_role("img", name="22 50%.png")
    expect(picture).to_be_in_viewport()
    assert not page.evaluate(
        """() => {
            const { x, y, width, height } = document.activeElement.getBoundingClientRect();
            return document.elementFromPoint(x + width / 2, y + height / 2) !== document.activeElement;
        }"""
    ), "nothing covers what is typed"
    for target in page.locator(".batch button:visible, .batch select:visible, .batch input:visible").all():
        box = target.bounding_box()
        assert box
        assert box["width"] >= 44
        assert box["height"] >= 44
