"""The keyboard reaches everything on every view, shows where it is, and is held nowhere."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import FileChooser, Page, expect

from tests.support.hand import DIGITS
from tests.support.page import SETTLE, open_page
from tests.support.pen_keys import draw_seven, press
from tests.support.pictures import as_file, picture_of
from tests.support.slow_reader import named, use_slow_reader
from tests.support.tour import TOURS, Tour

REACHABLE = """() => {
    const all = 'a[href], button, input, select, textarea, summary, canvas[tabindex], [tabindex="0"]';
    const isReached = (element) => element.checkVisibility({ visibilityProperty: true }) && element.tabIndex >= 0
        && !element.disabled && !element.closest('[inert]')
        && (!document.querySelector('dialog:modal') || element.closest('dialog:modal'))
        && !(element.type === 'radio' && !element.checked);
    window.waiting = new Set([...document.querySelectorAll(all)].filter(isReached));
    document.activeElement.blur();
    return waiting.size;
}"""
"""Notes what the Tab key has to reach; of radio buttons, the chosen one."""

REACHED = """() => {
    const focused = document.activeElement;
    if (focused === document.body) return null;
    waiting.delete(focused);
    // Inputs for files are seen as their labels.
    const seen = focused.type === 'file' ? focused.closest('label') : focused;
    const { left, top, right, bottom } = seen.getBoundingClientRect();
    const name = seen.id || seen.ariaLabel || seen.textContent.trim() || seen.className;
    const isIn = ([x, y]) => {
        const hit = document.elementFromPoint(x, y);
        return hit !== null && (seen.contains(hit) || hit.contains(seen));
    };
    const [width, height] = [right - left, bottom - top];
    const shares = [0.1, 0.5, 0.9];
    const points = shares.flatMap((x) => shares.map((y) => [left + x * width, top + y * height]));
    return { name, isSeen: points.some(isIn) };
}"""

WAITING = """() => [...waiting]
    .filter((element) => element.isConnected && element.checkVisibility() && !element.closest('[inert]'))
    .map((element) => element.id || element.textContent.trim() || element.outerHTML)"""
"""What is still there and was not reached: views change a little after they open."""


def go_round(page: Page) -> tuple[list[str], list[str]]:
    """Press Tab until all is reached: what takes the focus where nobody sees it, and what is never reached."""
    page.evaluate(SETTLE)
    count = page.evaluate(REACHABLE)
    hidden = []
    # A date has a stop for each part of it, and so has whatever scrolls.
    for _ in range(2 * count + 20):
        page.keyboard.press("Tab")
        reached = page.evaluate(REACHED)
        if reached and not reached["isSeen"]:
            page.evaluate(SETTLE)  # a view that is being read may still move: where it comes to rest counts
            reached = page.evaluate(REACHED)
        if reached and not reached["isSeen"]:
            hidden.append(reached["name"])
        if not page.evaluate(WAITING):
            break
    return hidden, page.evaluate(WAITING)


@pytest.mark.parametrize("size", [(360, 740), (1440, 900)], ids=str)
@pytest.mark.parametrize("tour", TOURS, ids=lambda tour: tour.__name__)
def test_the_focus_reaches_all_and_is_seen(page: Page, site: str, tour: Tour, size: tuple[int, int]) -> None:
    found = []
    for view in tour(page, site):
        if view in ("a row that is corrected", "two numbers", "an answer that is not sure"):
            continue  # to go on from there, or as from the next view
        before: Any = page.viewport_size
        page.set_viewport_size({"width": size[0], "height": size[1]})
        hidden, missed = go_round(page)
        found += [f"{view}: {name} is covered" for name in hidden]
        found += [f"{view}: {name} is never reached" for name in missed]
        page.set_viewport_size(before)
    assert found == []


def test_a_number_is_drawn_read_corrected_explained_and_cleared(page: Page, site: str) -> None:
    pad = open_page(page, site)
    draw_seven(page, pad)
    answer = page.locator("#answer")
    expect(answer).to_have_text("7")
    press(page, ["Shift+Tab"] * 5 + ["Shift+Tab"] * 6)
    focused = page.locator(":focus")
    expect(focused).to_have_class(re.compile("answer-part"))
    press(page, ["Enter"])
    expect(page.get_by_role("dialog")).to_be_visible()
    press(page, ["1"])
    expect(answer).to_have_text("1")
    expect(focused).to_have_class(re.compile("answer-part"))
    press(page, ["Tab"])
    expect(focused).to_have_attribute("data-panel", "why")
    press(page, ["Enter"])
    expect(page.locator("#view h2")).to_be_focused()
    press(page, ["Escape"])
    expect(focused).to_have_attribute("data-panel", "why")
    pad.element.focus()
    press(page, ["Delete"])
    expect(answer).to_have_text("")


HIGH = """async () => {
    const names = ['DejaVu Sans', 'Noto Sans', 'Liberation Sans', 'Arimo', 'FreeSans', 'Roboto', 'Arial'];
    const source = names.map((name) => `local("${name}")`).join(', ');
    const high = new FontFace('High', source, { ascentOverride: '120%', descentOverride: '50%' });
    document.fonts.add(await high.load());
    document.documentElement.style.setProperty('--sans', 'High');
}"""
"""A font of the system, as one that is higher than its lines: some of every script are."""

STOPS = """() => [...document.querySelectorAll('.answer-large, .answer-words, .batch-text, .batch-viewer-value')]
    .filter((element) => element.checkVisibility() && element.textContent !== '')
    .map((element) => [element.className, element.scrollHeight - element.clientHeight])"""


def test_a_line_of_text_is_no_stop_of_the_tab_key_whatever_its_font(page: Page, site: str) -> None:
    pad = open_page(page, site)
    page.evaluate(HIGH)
    pad.draw(DIGITS[7])
    expect(page.locator("#answer")).to_have_text("7")
    assert page.evaluate(STOPS) == [["answer-large", 0], ["answer-words", 0]]
    page.get_by_role("button", name="Batch", exact=True).click()
    page.locator("#picture-file").set_input_files(
        [as_file(picture_of(4), "four.png"), as_file(picture_of(7), "seven.png")]
    )
    expect(page.locator(".batch-progress-words")).to_contain_text("2 of 2 read")
    page.locator(".batch-reading").first.click()
    expect(page.locator(".batch-viewer-value")).to_be_visible()
    found = page.evaluate(STOPS)
    assert len(found) == 3
    assert [over for _, over in found] == [0, 0, 0]


def catch_choosers(page: Page) -> None:
    """Catch choosers of files from now on: what begins only when one is expected is too late on a busy machine."""
    page.on("filechooser", lambda _: None)


def choose_by_key(page: Page, field: str) -> FileChooser:
    page.locator(field).focus()
    with page.expect_file_chooser() as chooser:
        press(page, ["Space"])
    return chooser.value


def test_a_picture_is_opened_by_its_button_and_cropped(page: Page, site: str) -> None:
    catch_choosers(page)
    open_page(page, site)
    choose_by_key(page, "#picture-file").set_files(as_file(picture_of(4)))
    expect(page.locator("#answer")).to_have_text("4")
    expect(page.locator("#back")).to_be_focused()
    crop = page.get_by_role("button", name="Crop", exact=True)
    crop.focus()
    press(page, ["Enter"])
    area = page.get_by_role("button", name="Area that is read")
    expect(area).to_be_visible()
    expect(page.locator(":focus")).not_to_have_count(0)
    crop.focus()
    press(page, ["Enter"])
    expect(area).to_be_hidden()
    expect(crop).to_be_focused()
    press(page, ["Escape"])
    expect(page.locator("#pad")).to_be_focused()


def test_pictures_of_a_batch_are_added_by_their_button(page: Page, site: str) -> None:
    catch_choosers(page)
    use_slow_reader(page)
    open_page(page, site)
    page.get_by_role("button", name="Batch", exact=True).focus()
    press(page, ["Enter"])
    expect(page.locator("#batch")).to_be_visible()
    choose_by_key(page, "#batch-file").set_files(named("11", "22"))
    expect(page.locator(".batch-progress-words")).to_have_text("2 of 2 read")
    expect(page.locator(":focus")).not_to_have_count(0)
