"""The answer holds still while a number is written, at the pace of a hand."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.support.hand import DIGITS, LINE, Place, on_pad, place_in_line
from tests.support.page import open_page
from tests.support.slow_hand import watch_answer, watched, write_slowly

SMALL = Place(0.04, 0.4, 0.2)


def test_the_answer_changes_once_a_digit_and_no_digit_moves(page: Page, site: str) -> None:
    page.clock.install()
    open_page(page, site)
    watch_answer(page)
    signs = [
        [on_pad(stroke, place_in_line(place, SMALL)) for stroke in DIGITS[int(digit)]]
        for place, digit in enumerate("20475")
    ]
    write_slowly(page, signs, seconds=12, wait=lambda seconds: page.clock.run_for(round(1000 * seconds)))
    page.clock.run_for(2000)
    expect(page.locator("#answer")).to_have_text("20475")
    expect(page.locator("#answer-box")).to_have_attribute("data-kind", "sure")
    seen = watched(page)
    assert len(seen.texts) <= 8, seen.texts
    assert seen.flips <= 1
    assert seen.moved == 0


def test_a_number_is_read_before_the_pen_is_lifted(page: Page, site: str) -> None:
    pad = open_page(page, site)
    pad.write("20")
    expect(page.locator("#answer")).to_have_text("20")
    for _ in pad.follow(on_pad(DIGITS[7][0], place_in_line(2))):
        pass
    expect(page.locator("#answer")).to_have_text("207")
    page.mouse.up()


def test_doubt_is_told_once_the_pen_rests(page: Page, site: str) -> None:
    pad = open_page(page, site)
    pad.write("20")
    expect(page.locator("#answer-box")).to_have_attribute("data-kind", "sure")
    watch_answer(page)
    for _ in pad.follow(on_pad([(0.1 * step, 0.5 * (step % 2)) for step in range(9)], Place(0.6, 0.3, 0.3))):
        assert "Not sure" not in page.locator("#answer-box").inner_text()
    page.mouse.up()
    expect(page.locator("#answer-box")).to_contain_text("Not sure")
    assert watched(page).flips == 1


def test_what_is_doubtful_is_what_the_chart_and_the_red_line_are_about(page: Page, site: str) -> None:
    pad = open_page(page, site)
    pad.draw([[(0.1 * step, 0.5 * (step % 2)) for step in range(9)]], Place(0.04, 0.35, 0.26))
    for place, digit in enumerate("20", start=1):
        pad.draw(DIGITS[int(digit)], place_in_line(place, Place(LINE.left + 0.08, LINE.top, LINE.size)))
    expect(page.locator("#answer-box")).to_contain_text("Not sure")
    doubtful = page.locator(".answer-part:not([data-mark=sure])").first
    expect(doubtful).to_have_attribute("data-selected", "")
    expect(page.locator("#chart-title")).to_contain_text("Digit 1 of")
