"""The history: what was read is found again, opened again, saved, deleted, and not kept where nobody wants it."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.e2e.fake_reader import fake_number, use_fake_numbers
from tests.e2e.hand import DIGITS, SCRIBBLE, Pad
from tests.e2e.slow_reader import named
from tests.e2e.test_corrections import choose
from tests.e2e.test_drawing import open_page
from training.own_data.strokes import read_strokes

KEPT = """async () => {
    const database = await new Promise((done) => {
        const request = indexedDB.open('inkdigit-records');
        request.onsuccess = () => done(request.result);
    });
    const store = [...database.objectStoreNames].length && database.transaction('kept').objectStore('kept');
    const found = store && (await new Promise((done) => {
        const request = store.getAll(IDBKeyRange.bound('record ', 'record ~'));
        request.onsuccess = () => done(request.result);
    }));
    database.close();
    return (found || []).map(({ text }) => text).sort();
}"""
"""The texts of all records, read from the browser's own database."""

FILL = """async (count) => {
    const database = await new Promise((done) => {
        const request = indexedDB.open('inkdigit-records');
        request.onsuccess = () => done(request.result);
    });
    const all = database.transaction('kept').objectStore('kept').getAll(IDBKeyRange.bound('record ', 'record ~'));
    const [record] = await new Promise((done) => { all.onsuccess = () => done(all.result); });
    const work = database.transaction('kept', 'readwrite');
    for (let number = 1; number <= count; number += 1) {
        const id = `0-${number}`;
        const time = record.time - number * 3_600_000;
        work.objectStore('kept').put({ ...record, id, time, text: String(1000 + number) }, `record ${id}`);
    }
    await new Promise((done) => { work.oncomplete = done; });
    database.close();
}"""
"""Copies the first record so many times, each an hour older than the one before."""


def write(page: Page, pad: Pad, text: str) -> None:
    """Write a number, let it be read and come to rest, and empty the pad."""
    pad.write(text)
    expect(page.locator("#answer")).to_have_text(text)
    finish(page)


def write_fake(page: Page, pad: Pad) -> None:
    """Write what the reader that is not there takes for 2047, and let it come to rest."""
    pad.draw(DIGITS[1])
    expect(page.locator("#answer")).to_have_text("2047")
    finish(page)


def finish(page: Page) -> None:
    """Let the answer come to rest, and empty the pad."""
    expect(page.locator("#answer-status")).not_to_be_empty()
    page.get_by_role("button", name="Clear").click()
    expect(page.locator("#answer")).to_be_empty()


def open_history(page: Page) -> Locator:
    page.get_by_role("button", name="History", exact=True).click()
    panel = page.locator("#view")
    expect(panel.get_by_role("checkbox", name="Keep a history")).to_be_visible()
    return panel


def texts(panel: Locator) -> Locator:
    return panel.locator(".history-text")


def entry(panel: Locator, text: str) -> Locator:
    return panel.get_by_role("listitem").filter(has=panel.page.locator(f'.history-text:text-is("{text}")'))


def close(page: Page) -> None:
    page.locator("#view").get_by_role("button", name="Close").click()
    expect(page.locator("#view")).to_be_hidden()


def test_what_was_written_is_listed_the_newest_first_with_its_ink(page: Page, site: str) -> None:
    pad = open_page(page, site)
    write(page, pad, "7")
    write(page, pad, "13")
    panel = open_history(page)
    expect(texts(panel)).to_have_text(["13", "7"])
    expect(panel.get_by_role("heading", level=3).first).to_have_text(re.compile("^Today, "))
    expect(entry(panel, "13").locator(".history-ink path")).to_have_count(len(DIGITS[1]) + len(DIGITS[3]))
    expect(panel.get_by_text("2 readings", exact=True)).to_be_visible()


def test_an_empty_history_says_what_to_do(page: Page, site: str) -> None:
    open_page(page, site)
    panel = open_history(page)
    expect(panel).to_contain_text("Nothing is here yet. What you write or open from now on is listed here.")
    expect(panel.get_by_role("search")).to_be_hidden()


def test_a_number_that_goes_on_after_a_reload_is_one_reading(page: Page, site: str) -> None:
    pad = open_page(page, site)
    pad.write("20")
    expect(page.locator("#answer")).to_have_text("20")
    expect(page.locator("#answer-status")).not_to_be_empty()
    page.reload()
    expect(page.locator("#answer")).to_have_text("20")
    pad.write("7", after=2)
    expect(page.locator("#answer")).to_have_text("207")
    panel = open_history(page)
    expect(texts(panel)).to_have_text(["207"])


def test_the_search_finds_by_text_day_and_marks(page: Page, site: str) -> None:
    pad = open_page(page, site)
    write(page, pad, "13")
    pad.write("7")
    expect(page.locator("#answer")).to_have_text("7")
    choose(page, 0, "1")
    finish(page)
    pad.draw(SCRIBBLE)
    expect(page.locator("#answer")).to_have_text("?")
    finish(page)
    panel = open_history(page)
    expect(texts(panel)).to_have_text(["?", "1", "13"])
    expect(entry(panel, "?")).to_contain_text("not sure")
    expect(entry(panel, "1")).to_contain_text("corrected")
    unsure = panel.get_by_role("checkbox", name="Only not sure")
    unsure.check()
    expect(texts(panel)).to_have_text(["?"])
    unsure.uncheck()
    panel.get_by_role("checkbox", name="Only corrected").check()
    expect(texts(panel)).to_have_text(["1"])
    expect(panel.get_by_text("1 of 3 readings")).to_be_visible()
    panel.get_by_role("checkbox", name="Only corrected").uncheck()
    panel.get_by_role("searchbox", name="Number").fill("3")
    expect(texts(panel)).to_have_text(["13"])
    panel.get_by_label("Day").fill("2020-02-29")
    expect(panel).to_contain_text("Nothing in the history fits this search.")
    panel.get_by_role("button", name="Show everything").click()
    expect(texts(panel)).to_have_text(["?", "1", "13"])
    expect(panel.get_by_role("searchbox", name="Number")).to_be_focused()


def test_a_reading_is_opened_on_the_pad_as_it_was_corrected_and_undo_brings_back_what_was_there(
    page: Page, site: str
) -> None:
    pad = open_page(page, site)
    pad.write("7")
    expect(page.locator("#answer")).to_have_text("7")
    choose(page, 0, "1")
    finish(page)
    pad.write("13")
    expect(page.locator("#answer")).to_have_text("13")
    panel = open_history(page)
    expect(texts(panel)).to_have_text(["13", "1"])
    panel.get_by_role("button", name=re.compile("^Open on the pad: 1 ")).click()
    expect(page.locator("#answer")).to_have_text("1")
    expect(page.locator("#answer .answer-part")).to_have_attribute("data-mark", "corrected")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#answer")).to_have_text("13")
    page.wait_for_timeout(1500)  # longer than a drawing has to rest until it is kept
    assert page.evaluate(KEPT) == ["1", "13"]


def test_a_picture_is_opened_again_with_what_was_said_of_it(page: Page, site: str) -> None:
    use_fake_numbers(page, [fake_number("2047", place=(10, 10), size=15)])
    open_page(page, site)
    page.locator("#picture-file").set_input_files(named("page"))
    expect(page.locator("#answer")).to_have_text("2047")
    page.wait_for_timeout(1500)
    page.locator("#back").click()
    panel = open_history(page)
    expect(entry(panel, "2047")).to_contain_text("picture")
    image = entry(panel, "2047").locator("img")
    page.wait_for_function("(image) => image.naturalWidth > 0", arg=image.element_handle())
    panel.get_by_role("button", name=re.compile("^Open the picture: 2047")).click()
    expect(page.locator("html")).to_have_attribute("data-view", "picture")
    expect(page.locator("#answer")).to_have_text("2047")
    page.wait_for_timeout(1500)
    assert page.evaluate(KEPT) == ["2047"]


def test_beside_the_pad_the_history_stays_open_and_keeps_the_focus(page: Page, site: str) -> None:
    use_fake_numbers(page, [fake_number("2047", place=(10, 10), size=15)])
    pad = open_page(page, site)
    write_fake(page, pad)
    page.locator("#picture-file").set_input_files(named("page"))
    expect(page.locator("html")).to_have_attribute("data-view", "picture")
    panel = open_history(page)
    expect(texts(panel)).to_have_count(2)
    for view, name in (("pad", "Open on the pad"), ("picture", "Open the picture"), ("pad", "Open on the pad")):
        opened = panel.get_by_role("button", name=re.compile(f"^{name}"))
        opened.press("Enter")
        expect(page.locator("html")).to_have_attribute("data-view", view)
        expect(page.locator("#answer")).to_have_text("2047")
        expect(panel).to_be_visible()
        expect(opened).to_be_focused()
    page.go_back()
    expect(panel).to_be_hidden()
    expect(page.locator("html")).to_have_attribute("data-view", "pad")
    assert "#" not in page.url


def test_over_the_pad_the_history_closes_to_show_what_was_opened(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    pad = open_page(page, site)
    write(page, pad, "7")
    panel = open_history(page)
    panel.get_by_role("button", name=re.compile("^Open on the pad: 7 ")).click()
    expect(panel).to_be_hidden()
    expect(page.locator("#answer")).to_have_text("7")
    expect(pad.element).to_be_focused()


def test_one_reading_is_deleted_and_can_be_brought_back_until_the_history_is_closed(page: Page, site: str) -> None:
    pad = open_page(page, site)
    write(page, pad, "7")
    write(page, pad, "13")
    panel = open_history(page)
    panel.get_by_role("button", name="Delete 7").click()
    expect(panel).to_contain_text("7 is deleted")
    undo = panel.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    assert page.evaluate(KEPT) == ["13"]
    undo.press("Enter")
    expect(texts(panel)).to_have_text(["13", "7"])
    expect(panel.get_by_role("button", name=re.compile("^Open on the pad: 7"))).to_be_focused()
    assert page.evaluate(KEPT) == ["13", "7"]
    panel.get_by_role("button", name="Delete 7").click()
    expect(undo).to_be_visible()
    close(page)
    panel = open_history(page)
    expect(texts(panel)).to_have_text(["13"])


def test_the_whole_history_is_deleted_only_when_that_is_meant(page: Page, site: str) -> None:
    pad = open_page(page, site)
    write(page, pad, "7")
    pad.write("3")
    expect(page.locator("#answer")).to_have_text("3")
    panel = open_history(page)
    panel.get_by_role("button", name="Delete the history").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("This cannot be undone")
    expect(dialog.get_by_role("button", name="Cancel")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(texts(panel).last).to_have_text("7")
    panel.get_by_role("button", name="Delete the history").click()
    dialog.get_by_role("button", name="Delete the history").click()
    expect(texts(panel)).to_have_count(0)
    expect(page.locator("#answer")).to_have_text("3")
    assert "7" not in page.evaluate(KEPT)


def test_strokes_are_saved_as_the_training_takes_them_and_what_is_left_out_is_told(
    page: Page, site: str, tmp_path: Path
) -> None:
    pad = open_page(page, site)
    pad.write("7")
    expect(page.locator("#answer")).to_have_text("7")
    choose(page, 0, "1")
    finish(page)
    pad.draw(SCRIBBLE)
    expect(page.locator("#answer")).to_have_text("?")
    finish(page)
    panel = open_history(page)
    with page.expect_download() as download:
        panel.get_by_role("button", name="Strokes, for training").click()
    saved = tmp_path / download.value.suggested_filename
    download.value.save_as(saved)
    lines = [json.loads(line) for line in saved.read_text(encoding="utf-8").splitlines()]
    assert lines[-1]["label"] == "1"
    assert len(lines[-1]["strokes"]) == len(DIGITS[7])
    assert saved.suffix == ".jsonl"
    expect(panel).to_contain_text(f"{len(lines)} digit")
    rows = read_strokes(saved)
    assert (len(rows.pen), rows.bad) == (len(lines), [])


def test_the_table_is_saved_as_csv(page: Page, site: str) -> None:
    pad = open_page(page, site)
    write(page, pad, "7")
    write(page, pad, "13")
    panel = open_history(page)
    panel.get_by_role("searchbox", name="Number").fill("13")
    expect(texts(panel)).to_have_text(["13"])
    with page.expect_download() as download:
        panel.get_by_role("button", name="Table (CSV)").click()
    rows = list(csv.reader(download.value.path().read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0] == ["Time", "Reading", "As it was read", "Confidence", "Corrected", "From"]
    assert [row[1] for row in rows[1:]] == ["13"]
    assert rows[1][5] == "Pad"
    expect(panel).to_contain_text("1 row was saved.")


def test_turned_off_nothing_is_stored_and_what_is_there_is_offered_for_deletion(page: Page, site: str) -> None:
    pad = open_page(page, site)
    write(page, pad, "7")
    panel = open_history(page)
    expect(panel).to_contain_text(re.compile("1 reading takes [0-9]"))
    panel.get_by_role("checkbox", name="Keep a history").uncheck()
    expect(panel).to_contain_text("The history is off. What was kept before is still there: 1 reading.")
    close(page)
    write(page, pad, "13")
    page.wait_for_timeout(1500)
    assert page.evaluate(KEPT) == ["7"]
    page.reload()
    write(page, pad, "3")
    panel = open_history(page)
    expect(panel.get_by_role("checkbox", name="Keep a history")).not_to_be_checked()
    panel.get_by_role("button", name="Delete the history").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete the history").click()
    expect(panel).to_contain_text("Nothing is here, and nothing is being kept.")
    assert page.evaluate(KEPT) == []


def stored(page: Page) -> Any:
    return page.evaluate("() => Object.keys(localStorage).concat(Object.keys(sessionStorage)).sort()")


def test_forgetting_everything_says_what_goes_and_the_page_begins_anew(page: Page, site: str) -> None:
    pad = open_page(page, site)
    write(page, pad, "7")
    pad.write("13")
    expect(page.locator("#answer")).to_have_text("13")
    page.get_by_role("button", name="Settings", exact=True).click()
    panel = page.locator("#view")
    panel.get_by_role("radio", name="the left hand").check()
    panel.get_by_role("button", name="Forget everything").click()
    dialog = page.get_by_role("dialog")
    for word in ("the history", "what is on the pad", "the picture", "the batch", "the forms"):
        expect(dialog).to_contain_text(word)
    dialog.get_by_role("button", name="Forget everything").click()
    expect(page.locator("#answer-box")).to_contain_text("Write a number")
    expect(page.locator("#view")).to_be_hidden()
    expect(page.locator("html")).to_have_attribute("data-hand", "left")
    assert page.evaluate(KEPT) == []
    assert "inkdigit.drawing" not in stored(page)
    panel = open_history(page)
    expect(panel).to_contain_text("Nothing is here yet.")


def test_a_long_history_comes_in_pieces(page: Page, site: str) -> None:
    pad = open_page(page, site)
    write(page, pad, "7")
    panel = open_history(page)
    expect(texts(panel)).to_have_text(["7"])
    close(page)
    page.evaluate(FILL, 99)
    panel = open_history(page)
    expect(panel).to_contain_text("100 readings")
    expect(texts(panel)).to_have_count(40)
    panel.get_by_role("button", name="Show 40 more").click()
    expect(texts(panel)).to_have_count(80)
    expect(panel.get_by_role("button", name=re.compile("^Open on the pad: 1040"))).to_be_focused()
    panel.get_by_role("button", name="Show 20 more").click()
    expect(texts(panel)).to_have_count(100)
    expect(texts(panel).last).to_have_text("1099")
    expect(panel.get_by_role("button", name=re.compile("more$"))).to_be_hidden()


def test_the_demonstration_is_no_reading_of_ones_own(page: Page, site: str) -> None:
    open_page(page, site)
    page.get_by_role("button", name="Guide", exact=True).click()
    expect(page.locator(".demo-ink")).to_have_attribute("d", re.compile("M.*L"), timeout=30_000)
    page.wait_for_timeout(1500)
    close(page)
    panel = open_history(page)
    expect(panel).to_contain_text("Nothing is here yet.")
