"""A batch goes into a spreadsheet: numbers arrive as numbers, and what would lose a zero as text."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

from playwright.sync_api import BrowserContext, Page, expect

from tests.support.batch_page import copy_table, open_batch, press, progress
from tests.support.slow_reader import named

SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def cells_of(file: bytes) -> list[list[str | float]]:
    """The cells of a workbook's only sheet, numbers as such."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        assert archive.testzip() is None
        sheet = ElementTree.fromstring(archive.read("xl/table.xml"))
    return [
        [
            float(cell.findtext(f"{SPACE}v") or "nan")
            if cell.find(f"{SPACE}v") is not None
            else "".join(text.text or "" for text in cell.iter(f"{SPACE}t"))
            for cell in row
        ]
        for row in sheet.iter(f"{SPACE}row")
    ]


def test_a_workbook_has_numbers_as_numbers_and_those_with_zeros_before_them_as_text(page: Page, site: str) -> None:
    open_batch(page, site, named("4711", "0815", "12.50 90%", "blank"))
    expect(progress(page)).to_contain_text("4 of 4 read")
    with page.expect_download() as found:
        page.get_by_role("button", name="Export as XLSX").click()
    assert re.fullmatch(r"batch-\d{4}-\d\d-\d\d\.xlsx", found.value.suggested_filename)
    expect(page.get_by_text(re.compile(r"\.xlsx holds 4 rows"))).to_be_visible()
    table = cells_of(Path(found.value.path()).read_bytes())
    assert table[0][:3] == ["Picture", "Reading", "Confidence"]
    assert [row[:3] for row in table[1:]] == [
        ["4711.png", 4711.0, 0.99],
        ["0815.png", "0815", 0.99],
        ["12.50 90%.png", 12.5, 0.9],
        ["blank.png", "", ""],
    ]


def test_each_line_can_have_a_row_of_its_own(page: Page, site: str) -> None:
    open_batch(page, site, named("12_014", "7"))
    expect(progress(page)).to_contain_text("2 of 2 read")
    page.get_by_label("A row for each").select_option("Line")
    with page.expect_download() as found:
        page.get_by_role("button", name="Export as XLSX").click()
    table = cells_of(Path(found.value.path()).read_bytes())
    assert [row[:3] for row in table] == [
        ["Picture", "Line", "Reading"],
        ["12_014.png", 1.0, 12.0],
        ["12_014.png", 2.0, "014"],
        ["7.png", 1.0, 7.0],
    ]


def test_a_copy_is_a_table_in_which_texts_are_told_from_numbers(context: BrowserContext, page: Page, site: str) -> None:
    copy_table(context, page, site, "4711", "0815")
    page.evaluate(
        """() => window.addEventListener('paste', (event) => {
            event.stopImmediatePropagation();
            window.pasted = ['text/html', 'text/plain'].map((type) => event.clipboardData.getData(type));
        }, { capture: true })"""
    )
    press(page, "Control+v")
    html, plain = page.evaluate("pasted")
    assert [line.split("\t")[:2] for line in plain.splitlines()[1:]] == [["4711.png", "4711"], ["0815.png", "0815"]]
    assert re.search(r"<td[^>]*>4711</td>", html)
    assert re.search(r"<td style=[^>]*@[^>]*>0815</td>", html)
    rows = html.split("</tr>")[:-1]
    shown = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)[:2] for row in rows]
    assert shown == [["Picture", "Reading"], ["4711.png", "4711"], ["0815.png", "0815"]]
