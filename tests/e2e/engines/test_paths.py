"""The main ways through the page, in every engine: `make test-browsers`. Chromium walks them with every other test."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from playwright.sync_api import FilePayload

from tests.support.batch_page import written
from tests.support.engines.engine import Engine
from tests.support.engines.page import drag_within, expect_answer, open_page, write
from tests.support.form_page import VALID
from tests.support.paper import draw_line_of, encode
from tests.support.pdf import CODINGS, scan_of
from tests.support.pictures import picture_of as digit_on
from tests.support.printed_form import MEMBER, POSTAL_CODE, Place, form_file
from tests.support.site_server import SiteServer

VALUES = {"Postal code": "20457", "Member": VALID}


def as_path(folder: Path, file: FilePayload) -> Path:
    path = folder / file["name"]
    path.write_bytes(file["buffer"])
    return path


def picture_of(folder: Path, text: str) -> Path:
    path = folder / f"{text}.png"
    path.write_bytes(encode(draw_line_of(text)))
    return path


def test_a_number_that_is_written_is_read_and_taken_back_stroke_by_stroke(engine: Engine, site: str) -> None:
    open_page(engine, site)
    write(engine, "2047")
    expect_answer(engine, "2047")
    engine.click('#toolbar [data-action="undo"]')
    expect_answer(engine, "204")
    engine.click('#toolbar [data-action="redo"]')
    expect_answer(engine, "2047")


def test_a_picture_that_is_opened_is_read_and_the_pad_goes_on(engine: Engine, site: str, tmp_path: Path) -> None:
    open_page(engine, site)
    engine.give("#picture-file", [picture_of(tmp_path, "316")])
    expect_answer(engine, "316")
    engine.click("#back")
    expect_answer(engine, "")
    write(engine, "47")
    expect_answer(engine, "47")


def test_the_pages_of_pdfs_are_read_however_a_scanner_coded_them(engine: Engine, site: str, tmp_path: Path) -> None:
    pages = [digit_on(digit, paper="white") for digit in (5, 7)]
    open_page(engine, site)
    engine.give("#picture-file", [as_path(tmp_path, scan_of(pages, f"{each}.pdf", coding=each)) for each in CODINGS])
    engine.expect(
        "() => [...document.querySelectorAll('.batch-text')].map(({ innerText }) => innerText.trim()).join(' ')",
        " ".join(["5 7"] * len(CODINGS)),
    )


def test_what_is_written_and_chosen_outlives_a_reload(engine: Engine, site: str) -> None:
    open_page(engine, site)
    write(engine, "47")
    expect_answer(engine, "47")
    engine.click('.index [data-panel="settings"]')
    engine.click("#view label", "the left hand")
    engine.expect("() => document.querySelector('#view input[value=left]').checked", expected=True)
    engine.click("#view .panel-close")

    open_page(engine, site)

    expect_answer(engine, "47")
    engine.click('.index [data-panel="settings"]')
    engine.expect("() => document.querySelector('#view input[value=left]')?.checked", expected=True)


def test_with_the_server_gone_the_page_opens_and_reads_ink_and_pictures(
    engine: Engine, dist: Path, tmp_path: Path
) -> None:
    with SiteServer(dist) as server:
        open_page(engine, server.url)
        engine.expect_text("#offline-status", "Ready to work offline")
        server.stop()

        open_page(engine, server.url)

        write(engine, "47")
        expect_answer(engine, "47")
        engine.give("#picture-file", [picture_of(tmp_path, "316")])
        expect_answer(engine, "316")


def test_three_pictures_become_a_table_that_is_saved(engine: Engine, site: str, tmp_path: Path) -> None:
    open_page(engine, site)
    engine.give("#picture-file", [as_path(tmp_path, written(digit, f"page {digit}.png")) for digit in (4, 7, 3)])
    engine.expect(
        "() => document.querySelector('.batch-progress-words')?.textContent.startsWith('3 of 3 read')", expected=True
    )

    saved = engine.download("#batch button", "Export as CSV").decode("utf-8-sig")

    _, *rows = csv.reader(io.StringIO(saved, newline=""))
    assert [row[:2] for row in rows] == [["page 4.png", "4"], ["page 7.png", "7"], ["page 3.png", "3"]]


def test_the_fields_of_a_form_become_columns(engine: Engine, site: str, tmp_path: Path) -> None:
    open_page(engine, site)
    engine.give("#picture-file", [as_path(tmp_path, form_file("sample.png", VALUES))])
    engine.click('#picture-tools [data-action="form"]')
    engine.expect("() => document.querySelector('.form-paper img')?.complete", expected=True)
    for count, place in enumerate((POSTAL_CODE, MEMBER), start=1):
        draw_field(engine, place)
        engine.expect("() => document.querySelectorAll('.form-box[data-index]').length", count)
    engine.click("#form button", "Use this form")
    engine.expect("() => document.querySelector('#batch')?.checkVisibility()", expected=True)

    engine.give("#picture-file", [as_path(tmp_path, form_file("first.png", VALUES))])

    readings = "() => [...document.querySelectorAll('#batch .batch-reading')].map((each) => each.innerText.trim())"
    engine.expect(readings, list(VALUES.values()))


def draw_field(engine: Engine, place: Place) -> None:
    corners = [(place.x, place.y), (place.x + 0.1, place.y + 0.05), (place.x + place.width, place.y + place.height)]
    drag_within(engine, ".form-paper", corners)
