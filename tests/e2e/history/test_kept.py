"""What of the history is deleted, taken away as a file, or never kept."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from tests.support.corrections import choose
from tests.support.hand import DIGITS, SCRIBBLE
from tests.support.history_page import RESTED, close, finish, open_history, texts, write
from tests.support.kept import expect_soon, kept_readings
from tests.support.page import let_pass, open_page
from tests.support.paths import TEXTS
from training.data.own.strokes import read_strokes

SPANISH = TEXTS / "es.json"


def test_one_reading_is_deleted_and_can_be_brought_back_until_the_history_is_closed(page: Page, site: str) -> None:
    pad = open_page(page, site)
    write(page, pad, "7")
    write(page, pad, "13")
    panel = open_history(page)
    panel.get_by_role("button", name="Delete 7").click()
    expect(panel).to_contain_text("7 is deleted")
    undo = panel.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    assert kept_readings(page) == ["13"]
    undo.press("Enter")
    expect(texts(panel)).to_have_text(["13", "7"])
    expect(panel.get_by_role("button", name=re.compile("^Open on the pad: 7"))).to_be_focused()
    assert kept_readings(page) == ["13", "7"]
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
    expect_soon(page, lambda: "7" in kept_readings(page), expected=False)


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


def test_the_files_are_english_in_every_language_of_the_page(page: Page, site: str) -> None:
    pad = open_page(page, site)
    write(page, pad, "7")
    page.evaluate("location.hash = 'settings'")
    page.get_by_role("combobox", name="Language").select_option("es")
    expect(page.locator("html")).to_have_attribute("lang", "es")
    page.evaluate("location.hash = 'history'")
    texts = json.loads(SPANISH.read_text(encoding="utf-8"))["history"]
    with page.expect_download() as download:
        page.get_by_role("button", name=texts["export.table"]).click()
    assert download.value.suggested_filename == "inkdigit-history.csv"
    rows = list(csv.reader(download.value.path().read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0] == ["Time", "Reading", "As it was read", "Confidence", "Corrected", "From"]
    assert rows[1][4:] == ["no", "Pad"]
    with page.expect_download() as download:
        page.get_by_role("button", name=texts["export.strokes"]).click()
    assert download.value.suggested_filename == "inkdigit-strokes.jsonl"


def test_turned_off_nothing_is_stored_and_what_is_there_is_offered_for_deletion(page: Page, site: str) -> None:
    page.clock.install()
    pad = open_page(page, site)
    write(page, pad, "7")
    panel = open_history(page)
    expect(panel).to_contain_text(re.compile("1 reading takes [0-9]"))
    panel.get_by_role("checkbox", name="Keep a history").uncheck()
    expect(panel).to_contain_text("The history is off. What was kept before is still there: 1 reading.")
    close(page)
    write(page, pad, "13")
    let_pass(page, RESTED)
    assert kept_readings(page) == ["7"]
    page.reload()
    write(page, pad, "3")
    panel = open_history(page)
    expect(panel.get_by_role("checkbox", name="Keep a history")).not_to_be_checked()
    panel.get_by_role("button", name="Delete the history").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete the history").click()
    expect(panel).to_contain_text("Nothing is here, and nothing is being kept.")
    expect_soon(page, lambda: kept_readings(page), [])


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
    assert kept_readings(page) == []
    assert "inkdigit.drawing" not in stored(page)
    panel = open_history(page)
    expect(panel).to_contain_text("Nothing is here yet.")
