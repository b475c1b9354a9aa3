"""Several pictures, or a folder of them, opened at once; and a form that is drawn on one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.support.numbers_picture import fake_page, open_picture
from tests.support.page import open_page
from tests.support.pictures import as_file, hand_over, picture_of


def several() -> list[FilePayload]:
    return [as_file(picture_of(4), "four.png"), as_file(picture_of(7), "seven.png")]


def expect_batch(page: Page) -> None:
    batch = page.locator("#batch")
    expect(batch).to_be_visible()
    for name in ("four.png", "seven.png"):
        expect(batch.get_by_text(name).first).to_be_visible()
    expect(page.locator("#desk")).to_be_hidden()


def test_several_pictures_are_read_into_a_table(page: Page, site: str) -> None:
    open_page(page, site)
    page.locator("#picture-file").set_input_files(several())
    expect_batch(page)
    page.get_by_role("button", name="Back to the pad").click()
    expect(page.locator("#pad")).to_be_visible()
    expect(page.locator("#batch")).to_be_hidden()
    page.get_by_role("button", name="Batch").click()
    expect_batch(page)


@pytest.mark.parametrize("event", ["drop", "paste"])
def test_several_pictures_can_be_dropped_and_pasted(page: Page, site: str, event: str) -> None:
    open_page(page, site)
    hand_over(page, event, several())
    expect_batch(page)


def test_a_folder_is_read_into_a_table_without_what_is_no_picture(page: Page, site: str, tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    for file, folder in zip(several(), (tmp_path, tmp_path / "inner"), strict=True):
        (folder / file["name"]).write_bytes(file["buffer"])
    (tmp_path / "notes.txt").write_text("7")
    open_page(page, site)
    page.locator("#folder-file").set_input_files(tmp_path)
    expect_batch(page)
    expect(page.locator("#batch").get_by_text("notes.txt")).to_have_count(0)


def drop_from_the_system(page: Page, *paths: Path) -> None:
    """Drop files or folders as the system's own file manager does: a script can make no folder."""
    devtools = page.context.new_cdp_session(page)
    data = {"items": [], "files": [str(path) for path in paths], "dragOperationsMask": 1}
    for kind in ("dragEnter", "dragOver", "drop"):
        devtools.send("Input.dispatchDragEvent", {"type": kind, "x": 200, "y": 200, "data": data})


def test_a_folder_can_be_dropped_with_all_that_is_in_it(page: Page, site: str, tmp_path: Path) -> None:
    inner = tmp_path / "photos" / "inner"
    inner.mkdir(parents=True)
    for file, folder in zip(several(), (inner.parent, inner), strict=True):
        (folder / file["name"]).write_bytes(file["buffer"])
    open_page(page, site)
    drop_from_the_system(page, inner.parent)
    expect_batch(page)


@pytest.mark.parametrize("event", ["drop", "paste", "choose"])
def test_a_text_among_pictures_gets_a_row_that_says_what_is_wrong(page: Page, site: str, event: str) -> None:
    open_page(page, site)
    text: FilePayload = {"name": "notes.txt", "mimeType": "text/plain", "buffer": b"seven"}
    files = [as_file(picture_of(4), "four.png"), text]
    if event == "choose":
        page.locator("#picture-file").set_input_files(files)
    else:
        hand_over(page, event, files)
    rows = page.locator("#batch tbody tr")
    expect(rows).to_have_count(2)
    expect(rows.filter(has_text="four.png").locator(".batch-text")).to_have_text("4")
    expect(rows.filter(has_text="notes.txt")).to_contain_text(re.compile("picture", re.IGNORECASE))


def test_a_text_alone_is_said_to_be_no_picture(page: Page, site: str) -> None:
    open_page(page, site)
    hand_over(page, "drop", [{"name": "notes.txt", "mimeType": "text/plain", "buffer": b"seven"}])
    expect(page.get_by_role("alert")).to_contain_text(re.compile("picture", re.IGNORECASE))
    expect(page.locator("#pad")).to_be_visible()


def test_files_among_which_there_is_no_picture_are_said_to_be_none(page: Page, site: str) -> None:
    open_page(page, site)
    texts: list[FilePayload] = [{"name": name, "mimeType": "text/plain", "buffer": b"7"} for name in ("a.txt", "b.txt")]
    page.locator("#picture-file").set_input_files(texts)
    expect(page.get_by_role("alert")).to_contain_text("no picture among these files")
    expect(page.locator("#pad")).to_be_visible()


def test_a_form_is_drawn_on_the_picture(page: Page, site: str) -> None:
    fake_page(page)
    open_picture(page, site)
    page.get_by_role("button", name="Make a form").click()
    expect(page.locator("#form")).to_be_visible()
    expect(page.locator("#desk")).to_be_hidden()
    hand_over(page, "drop", several()[:1])
    expect(page.get_by_role("alert")).to_contain_text("Save or close the form first")
    expect(page.locator("#form")).to_be_visible()
    page.get_by_role("button", name="Back", exact=True).click()
    expect(page.locator("#answer")).to_have_text("2047 316")
