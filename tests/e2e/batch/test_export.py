"""A batch is handed over: as CSV, as JSON, by the clipboard."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect

from tests.support.batch_page import copy_table, open_batch, press, progress, row_of
from tests.support.slow_reader import named


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
    copy_table(context, page, site, "11", "=2")
    lines = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert [line.split("\t")[:2] for line in lines[1:]] == [["11.png", "11"], ["'=2.png", "'=2"]]
