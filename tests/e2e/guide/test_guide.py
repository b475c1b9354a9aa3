"""The guide: a pad that writes by itself, instructions, and what the reader is bad at."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.support.hand import DIGITS, MIDDLE
from tests.support.page import let_pass, open_page, write

SLOW = 30_000
"""Milliseconds: the demonstration takes its time, and the machine may be busy."""


def open_at(page: Page, address: str) -> None:
    page.evaluate("(address) => { location.hash = address; }", address)


def open_guide(page: Page, site: str) -> Locator:
    """Open the page and its guide; return the demonstration."""
    page.clock.install()
    open_page(page, site)
    open_at(page, "guide")
    demo = page.locator(".demo")
    expect(demo).to_be_visible()
    return demo


def ink_of(demo: Locator) -> str:
    return demo.locator(".demo-ink").get_attribute("d") or ""


def stands_still(page: Page, demo: Locator) -> bool:
    before = ink_of(demo)
    let_pass(page, 400)
    return ink_of(demo) == before


def step_of(demo: Locator) -> Locator:
    return demo.locator("[aria-current=step]")


def test_writes_a_number_by_itself_doubts_it_and_puts_it_right(page: Page, site: str) -> None:
    demo = open_guide(page, site)
    figure = demo.locator(".demo-figure")
    expect(step_of(demo)).to_contain_text("Write.")
    expect(figure).to_have_text("204", timeout=SLOW)
    expect(step_of(demo)).to_contain_text("Read.", timeout=SLOW)
    expect(demo.locator(".demo-box")).to_have_count(3)
    expect(demo.locator(".demo-words")).to_have_text(re.compile("Not sure: 204[17] or 204[17]"), timeout=SLOW)
    expect(demo.locator(".demo-box.unsure")).to_have_count(1)
    expect(step_of(demo)).to_contain_text("Put it right.", timeout=SLOW)
    expect(figure).to_have_text("2047", timeout=SLOW)
    expect(demo.locator(".demo-words")).to_have_text(re.compile(r"^\w* ?\d+% sure$"), timeout=SLOW)
    # It ends: nothing goes on moving.
    expect(demo.get_by_role("button", name="Play")).to_be_visible(timeout=SLOW)
    assert stands_still(page, demo)


def test_is_what_an_empty_page_offers(page: Page, site: str) -> None:
    open_page(page, site)
    page.get_by_role("button", name="Show me how").click()
    expect(page.locator(".demo").get_by_role("button", name="Pause")).to_be_visible()
    expect(page.locator(".demo-figure")).not_to_be_empty(timeout=SLOW)


def test_leaves_the_persons_own_drawing_alone(page: Page, site: str) -> None:
    pad = write(page, site, "35")
    ink = pad.ink()
    open_at(page, "guide")
    expect(page.locator(".demo-figure")).to_have_text("204", timeout=SLOW)
    expect(page.locator("#answer")).to_have_text("35")
    page.keyboard.press("Escape")
    expect(page.locator(".demo")).to_be_hidden()
    assert pad.ink() == ink
    expect(page.locator("#answer")).to_have_text("35")


def test_can_be_paused_and_goes_on_and_begins_again(page: Page, site: str) -> None:
    demo = open_guide(page, site)
    expect(demo.locator(".demo-ink")).to_have_attribute("d", re.compile("L.*L"))
    demo.get_by_role("button", name="Pause").click()
    assert stands_still(page, demo)
    paused = ink_of(demo)
    demo.get_by_role("button", name="Play").click()
    expect(demo.locator(".demo-ink")).not_to_have_attribute("d", paused)
    # The point that the pen is at moves on; those before it stay.
    assert ink_of(demo).startswith(paused.rpartition("L")[0])
    demo.get_by_role("button", name="Next").click()
    demo.get_by_role("button", name="Restart").click()
    expect(step_of(demo)).to_contain_text("Write.")


def test_stops_when_it_is_closed_and_begins_anew_when_it_is_opened(page: Page, site: str) -> None:
    demo = open_guide(page, site)
    demo.get_by_role("button", name="Next").click()
    demo.get_by_role("button", name="Play").click()
    page.keyboard.press("Escape")
    expect(demo).to_be_hidden()
    assert stands_still(page, demo)
    open_at(page, "guide")
    expect(step_of(demo)).to_contain_text("Write.")
    expect(demo.get_by_role("button", name="Pause")).to_be_visible()


def test_stops_when_the_person_begins_to_write(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    pad = open_page(page, site)
    open_at(page, "guide")
    demo = page.locator(".demo")
    expect(demo.get_by_role("button", name="Pause")).to_be_visible()
    pad.draw(DIGITS[3], MIDDLE)
    expect(demo.get_by_role("button", name="Play")).to_be_visible()
    expect(page.locator("#answer")).to_have_text("3")


def test_moves_nothing_where_motion_is_unwanted_but_shows_each_step(page: Page, site: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    demo = open_guide(page, site)
    expect(demo.locator(".demo-figure")).to_have_text("204")
    expect(demo.get_by_role("button", name="Play")).to_be_hidden()
    assert stands_still(page, demo)
    following = demo.get_by_role("button", name="Next")
    for name, answer in (("Read.", "204"), ("See what", "204[17]"), ("Put it right.", "2047")):
        following.click()
        expect(step_of(demo)).to_contain_text(name)
        expect(demo.locator(".demo-figure")).to_have_text(re.compile(f"^{answer}$"))
        assert stands_still(page, demo)
    expect(following).to_have_attribute("aria-disabled", "true")
    demo.get_by_role("button", name="Back").click()
    expect(step_of(demo)).to_contain_text("See what")


def test_a_step_that_is_turned_to_is_said(page: Page, site: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    demo = open_guide(page, site)
    demo.get_by_role("button", name="Next").click()
    expect(page.get_by_role("status").filter(has_text="The answer follows the pen").first).to_contain_text("204")


def test_gives_the_readers_own_answer_to_each_of_its_limits(page: Page, site: str) -> None:
    open_guide(page, site)
    limits = page.locator(".limits-list > li")
    limits.first.scroll_into_view_if_needed()
    for limit in limits.all():
        expect(limit).not_to_contain_text("Reading…", timeout=SLOW)
        expect(limit).not_to_contain_text("No answer")
        expect(limit.locator("dd").last).to_contain_text(re.compile("sure|look"))
    assert limits.count() >= 8
    letters = limits.filter(has=page.get_by_role("heading", name="Letters"))
    read = page.evaluate("""async () => {
        const { load } = await import('./inkdigit.js');
        const reader = await load();
        const path = document.querySelector('.limits-picture path').getAttribute('d');
        const strokes = path.split('M').slice(1).map((stroke) =>
            stroke.split('L').map((pair) => { const [x, y] = pair.split(' ').map(Number); return { x, y }; }));
        return (await reader.readInk(strokes)).text;
    }""")
    expect(letters.locator("dd").last).to_contain_text(read)


def test_tells_how_to_write_with_the_keyboard_alone(page: Page, site: str) -> None:
    open_guide(page, site)
    keys = page.get_by_role("table", name="Keys while the pad has the focus")
    expect(keys).to_be_hidden()
    page.locator("summary", has_text="keyboard").focus()
    page.keyboard.press("Enter")
    expect(keys.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Space or Enter"))).to_contain_text(
        "puts the pen down"
    )
