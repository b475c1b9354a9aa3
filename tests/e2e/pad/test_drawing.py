"""Drawing with the mouse, and what the page says to it."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.support.fake_reader import use_fake_reader
from tests.support.hand import CORNER, DIGITS, MIDDLE, SCRIBBLE, Pad, Place, on_pad
from tests.support.page import let_pass, open_page, settle


def read_each(page: Page, pad: Pad, place: Place) -> dict[int, str | None]:
    """Write every digit there, and return what each was read as."""
    found = {}
    for digit, strokes in DIGITS.items():
        pad.draw(strokes, place)
        expect(page.locator("#answer")).to_have_text(str(digit))
        found[digit] = page.locator("#answer").text_content()
        page.get_by_role("button", name="Clear").click()
        expect(page.locator("#answer")).to_be_empty()
    return found


def test_every_digit_is_read(page: Page, site: str) -> None:
    pad = open_page(page, site)
    assert read_each(page, pad, MIDDLE) == {digit: str(digit) for digit in DIGITS}


def test_tiny_digits_in_a_corner_are_read_like_big_ones(page: Page, site: str) -> None:
    pad = open_page(page, site)
    assert read_each(page, pad, CORNER) == {digit: str(digit) for digit in DIGITS}


def test_a_blank_pad_reads_as_nothing(page: Page, site: str) -> None:
    pad = open_page(page, site)
    expect(page.locator("#answer")).to_have_text("")
    expect(page.locator("#answer-box")).to_contain_text("Write a number")
    expect(page.locator("#chart [data-top]")).to_have_count(0)
    assert pad.ink() == 0


def test_the_answer_follows_the_pen_while_it_moves(page: Page, site: str) -> None:
    pad = open_page(page, site)
    for index, _ in enumerate(pad.follow(on_pad(DIGITS[7][0], MIDDLE))):
        if index == 2:
            expect(page.locator("#chart [data-top]")).to_have_count(1)
    expect(page.locator("#answer")).to_have_text("7")
    expect(page.locator("#chart [data-top] .chart-name")).to_have_text("7")
    page.mouse.up()
    expect(page.locator("#answer")).to_have_text("7")


def test_a_reader_slower_than_the_pen_still_follows_it(page: Page, site: str) -> None:
    page.clock.install()
    use_fake_reader(page, {3: 0.9, 5: 0.1}, delay_ms=120)
    pad = open_page(page, site)
    page.evaluate(
        """() => {
            window.changes = 0;
            const seen = new MutationObserver(() => { window.changes += 1; });
            seen.observe(document.querySelector('#chart'), { subtree: true, attributes: true });
        }"""
    )
    for _ in pad.follow(on_pad([(step / 60, 0.5) for step in range(60)], MIDDLE)):
        page.clock.run_for(10)
    expect(page.locator("#chart [data-top] .chart-name")).to_have_text("3")
    assert page.evaluate("window.changes") > 0
    let_pass(page, 1000)
    expect(page.locator("#answer")).to_have_text("3")
    page.mouse.up()


def test_the_preview_shows_what_the_network_sees(page: Page, site: str) -> None:
    pad = open_page(page, site)
    inked = """(preview) => {
        const { data } = preview.getContext('2d').getImageData(0, 0, 28, 28);
        return data.filter((value, index) => index % 4 === 3 && value > 0).length;
    }"""
    preview = page.locator("#preview")
    assert preview.evaluate(inked) == 0
    pad.draw(DIGITS[0], CORNER)
    expect(page.locator("#answer")).to_have_text("0")
    assert preview.evaluate(inked) > 60, "a tiny zero fills its 20 by 20 box"


def test_undo_redo_and_clear(page: Page, site: str) -> None:
    pad = open_page(page, site)
    undo, redo, clear = (page.get_by_role("button", name=name) for name in ("Undo", "Redo", "Clear"))
    for button in (undo, redo, clear):
        expect(button).to_be_disabled()
    pad.draw(DIGITS[4])
    expect(page.locator("#answer")).to_have_text("4")
    both = pad.ink()
    undo.click()
    expect(page.locator("#answer")).not_to_have_text("4")
    assert 0 < pad.ink() < both
    redo.click()
    expect(page.locator("#answer")).to_have_text("4")
    assert pad.ink() == both
    clear.click()
    expect(page.locator("#answer")).to_have_text("")
    assert pad.ink() == 0
    undo.click()
    expect(page.locator("#answer")).to_have_text("4")


def test_the_eraser_takes_whole_strokes_and_can_be_taken_back(page: Page, site: str) -> None:
    pad = open_page(page, site)
    pad.draw(DIGITS[4])
    both = pad.ink()
    eraser = page.get_by_role("button", name="Eraser")
    eraser.click()
    expect(eraser).to_have_attribute("aria-pressed", "true")
    pad.draw([[(0.5, 0.95), (0.7, 0.9)]])
    expect(page.locator("#answer")).not_to_have_text("4")
    assert 0 < pad.ink() < both
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#answer")).to_have_text("4")
    eraser.click()
    pad.draw([[(0.1, 0.1), (0.2, 0.1)]])
    assert pad.ink() > both


def test_a_stroke_released_outside_the_pad_ends_there(page: Page, site: str) -> None:
    pad = open_page(page, site)
    for _ in pad.follow([(0.5, 0.5), (0.8, 0.5), (1.3, 0.5)]):
        pass
    page.mouse.up()
    expect(page.get_by_role("button", name="Undo")).to_be_enabled()
    drawn = pad.ink()
    assert drawn > 0
    page.mouse.move(*pad.at((0.2, 0.2)))
    page.mouse.move(*pad.at((0.2, 0.8)))
    settle(page)
    assert pad.ink() == drawn


def test_a_note_that_lies_over_the_pad_does_not_keep_the_pen_from_writing(page: Page, site: str) -> None:
    pad = open_page(page, site)
    pad.draw(DIGITS[7])
    expect(page.locator("#answer")).to_have_text("7")
    page.keyboard.press("Delete")
    expect(page.locator("#message")).to_contain_text("Undo")
    box = page.locator("#message").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 3, y - 120, steps=5)
    page.mouse.up()
    expect(page.locator("#answer")).to_have_text("1")
    expect(page.locator("#message")).not_to_contain_text("Undo")


def test_other_mouse_buttons_do_not_draw(page: Page, site: str) -> None:
    pad = open_page(page, site)
    page.mouse.move(*pad.at((0.3, 0.3)))
    page.mouse.down(button="middle")
    page.mouse.move(*pad.at((0.6, 0.6)))
    page.mouse.up(button="middle")
    settle(page)
    assert pad.ink() == 0
    pad.draw(DIGITS[7])
    expect(page.locator("#answer")).to_have_text("7")
    page.get_by_role("button", name="Undo").click()
    settle(page)
    assert pad.ink() == 0, "the one stroke is that of the button that draws"


def test_what_is_not_a_digit_is_said_to_be_none(page: Page, site: str) -> None:
    use_fake_reader(page, {10: 0.9, 8: 0.1})
    pad = open_page(page, site)
    pad.draw(SCRIBBLE)
    expect(page.locator("#answer")).to_have_text("?")
    expect(page.locator("#answer-box")).to_contain_text("That does not look like a whole digit")


def test_a_guess_names_the_two_nearest(page: Page, site: str) -> None:
    use_fake_reader(page, {4: 0.69, 9: 0.3, 7: 0.01})
    pad = open_page(page, site)
    pad.draw(DIGITS[4])
    expect(page.locator("#answer")).to_have_text("4")
    expect(page.locator("#answer-box")).to_have_text(
        re.compile(r"4\s+Not sure: 4 or 9, 69% and 30%"), use_inner_text=True
    )


def test_the_answer_is_announced_once_when_it_has_come_to_rest(page: Page, site: str) -> None:
    page.clock.install()
    pad = open_page(page, site)
    page.evaluate(
        """() => {
            window.announced = [];
            const region = document.querySelector('#answer-status');
            const seen = new MutationObserver(() => window.announced.push(region.textContent));
            seen.observe(region, { childList: true });
        }"""
    )
    pad.draw(DIGITS[4])
    status = page.locator("#answer-status")
    expect(status).to_have_text(re.compile("^(Not sure: )?4"))
    let_pass(page, 1000)
    assert page.evaluate("window.announced.length") == 1
