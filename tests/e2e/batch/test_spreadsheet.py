"""A batch goes into a spreadsheet: numbers arrive as numbers, and what would lose a zero as text."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect

from tests.support.batch_page import open_batch, press, progress
from tests.support.slow_reader import named


def test_each_line_can_have_a_row_of_its_own(page: Page, site: str) -> None:
    open_batch(page, site, named("12_014", "7"))
    expect(progress(page)).to_contain_text("2 of 2 read")
    page.get_by_label("A row for each").select_option("Line")
    with page.expect_download() as found:
        page.get_by_role("button", name="Export as CSV").click()
    content = Path(found.value.path()).read_bytes().decode("utf-8-sig")
    table = list(csv.reader(io.StringIO(content, newline="")))
    assert [row[:3] for row in table] == [
        ["Picture", "Line", "Reading"],
        ["12_014.png", "1", "12"],
        ["12_014.png", "2", "014"],
        ["7.png", "1", "7"],
    ]


def test_a_copy_is_a_table_in_which_texts_are_told_from_numbers(context: BrowserContext, page: Page, site: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_batch(page, site, named("4711", "0815"))
    expect(progress(page)).to_contain_text("2 of 2 read")
    page.get_by_role("button", name="Copy the table").click()
    expect(page.get_by_text("Copied 2 rows")).to_be_visible()
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
