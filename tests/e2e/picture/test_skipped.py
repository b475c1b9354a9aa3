"""What is no number in a picture is told apart, words and print, and does not bury what is."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.support.corrections import correct
from tests.support.kept import expect_soon, kept_corrections
from tests.support.numbers_picture import fake_page, open_picture, shown_at

WORD = {"kind": "word", "x": 500, "y": 400, "width": 200, "height": 60}
PRINTED = [{"kind": "print", "x": 500 + 30 * index, "y": 600, "width": 25, "height": 20} for index in range(12)]


def test_a_word_is_hatched_and_said_to_be_one(page: Page, site: str) -> None:
    fake_page(page, skipped=[WORD])
    picture = open_picture(page, site)
    passed_over = page.locator(".picture .mark[data-mark='word']")
    box = passed_over.bounding_box()
    assert box
    assert (box["x"], box["y"]) == pytest.approx(shown_at(picture, 500, 400), abs=2)
    assert "repeating-linear-gradient" in passed_over.evaluate("(mark) => getComputedStyle(mark).backgroundImage")
    expect(page.get_by_role("button", name="Not read: 1 word", exact=True)).to_be_visible()


def test_print_is_faint_and_counted_and_labeled_when_that_is_asked(page: Page, site: str) -> None:
    fake_page(page, skipped=[*PRINTED, WORD])
    open_picture(page, site)
    note = page.get_by_role("button", name="Not read: 12 printed parts, 1 word", exact=True)
    expect(page.locator(".picture").get_by_role("status")).to_have_text(["Not read: 12 printed parts, 1 word"])
    printed = page.locator(".picture .mark[data-mark='print']")
    expect(printed).to_have_count(12)
    opacity = "(mark) => Number(getComputedStyle(mark, '::before').opacity)"
    assert printed.first.evaluate(opacity) < 0.5
    labels = page.locator(".picture .mark[data-kind='skipped'] .mark-label").filter(visible=True)
    expect(labels).to_have_count(0)
    note.click()
    expect(labels).to_have_text(["printed"] * 12 + ["word"])
    assert printed.first.evaluate(opacity) == 1
    note.click()
    expect(labels).to_have_count(0)


def test_a_word_is_read_where_it_stands_when_that_is_asked_and_undo_takes_it_back(page: Page, site: str) -> None:
    fake_page(page, skipped=[WORD])
    picture = open_picture(page, site)
    read = page.get_by_role("button", name="Read this")
    expect(read).to_be_hidden()
    page.mouse.click(*shown_at(picture, 600, 430))
    read.click()
    expect(page.locator("#answer")).to_have_text("2047 316 88")
    expect(read).to_be_hidden()
    expect(page.locator(".picture .mark[data-mark='word']")).to_have_count(0)
    correct(page, len("2047316"), "6")
    expect(page.locator("#answer")).to_have_text("2047 316 68")
    for text in ("2047 316 88", "2047 316"):
        page.get_by_role("button", name="Undo").first.click()
        expect(page.locator("#answer")).to_have_text(text)
    expect(page.locator(".picture .mark[data-mark='word']")).to_have_count(1)


def test_what_was_passed_over_is_read_by_keys_and_after_a_reload(page: Page, site: str) -> None:
    fake_page(page, skipped=[*PRINTED[:2], WORD])
    open_picture(page, site)
    note = page.get_by_role("button", name="Not read")
    note.focus()
    page.keyboard.press("Enter")
    read = page.get_by_role("button", name="Read this")
    expect(read).to_be_focused()
    expect(read).to_have_accessible_name("Read this (printed, 1 of 3)")
    page.keyboard.press("Escape")
    expect(note).to_be_focused()
    expect(read).to_be_hidden()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    for key in ("ArrowRight", "ArrowDown"):
        page.keyboard.press(key)
    expect(read).to_have_accessible_name("Read this (word, 3 of 3)")
    page.keyboard.press("Enter")
    expect(page.locator("#answer")).to_have_text("2047 316 88")
    expect(note).to_be_focused()
    expect_soon(page, lambda: kept_corrections(page), 1)
    page.reload()
    expect(page.locator("#answer")).to_have_text("2047 316 88")


def test_nothing_is_said_to_be_skipped_where_all_was_read(page: Page, site: str) -> None:
    fake_page(page)
    open_picture(page, site)
    expect(page.locator(".picture-name")).to_be_visible()
    expect(page.get_by_role("button", name="Not read")).to_be_hidden()
