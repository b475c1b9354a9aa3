"""The history: what was read is found again, opened again, saved, deleted, and not kept where nobody wants it."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.support.corrections import choose
from tests.support.fake_reader import fake_number, use_fake_numbers
from tests.support.hand import DIGITS, SCRIBBLE
from tests.support.history_page import FILL, RESTED, close, entry, finish, open_history, texts, write, write_fake
from tests.support.kept import expect_soon, kept_readings
from tests.support.page import let_pass, open_page
from tests.support.slow_reader import named


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
    page.clock.install()
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
    let_pass(page, RESTED)
    assert kept_readings(page) == ["1", "13"]


def test_a_picture_is_opened_again_with_what_was_said_of_it(page: Page, site: str) -> None:
    page.clock.install()
    use_fake_numbers(page, [fake_number("2047", place=(10, 10), size=15)])
    open_page(page, site)
    page.locator("#picture-file").set_input_files(named("page"))
    expect(page.locator("#answer")).to_have_text("2047")
    let_pass(page, RESTED)
    expect_soon(page, lambda: kept_readings(page), ["2047"])
    page.locator("#back").click()
    panel = open_history(page)
    expect(entry(panel, "2047")).to_contain_text("picture")
    image = entry(panel, "2047").locator("img")
    page.wait_for_function("(image) => image.naturalWidth > 0", arg=image.element_handle())
    panel.get_by_role("button", name=re.compile("^Open the picture: 2047")).click()
    expect(page.locator("html")).to_have_attribute("data-view", "picture")
    expect(page.locator("#answer")).to_have_text("2047")
    let_pass(page, RESTED)
    assert kept_readings(page) == ["2047"]


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
    page.clock.install()
    open_page(page, site)
    page.get_by_role("button", name="Guide", exact=True).click()
    expect(page.locator(".demo-ink")).to_have_attribute("d", re.compile("M.*L"), timeout=30_000)
    let_pass(page, RESTED)
    close(page)
    panel = open_history(page)
    expect(panel).to_contain_text("Nothing is here yet.")
