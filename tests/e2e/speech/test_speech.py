"""The answer is spoken: on demand or always, by a voice of the device; there is silence where there is none."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.fake_reader import fake_number, use_fake_numbers
from tests.support.hand import DIGITS
from tests.support.page import let_pass, open_page, write

SYNTHESIZER = """
window.spoken = [];
window.cancelled = 0;
const waiting = [];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
const synthesizer = Object.assign(new EventTarget(), {
    getVoices: () => %s,
    speak(utterance) { spoken.push([utterance.text, utterance.lang]); waiting.push(utterance); },
    cancel() { cancelled += 1; waiting.splice(0); },
    resume() {},
});
window.sayAll = () => { for (const utterance of waiting.splice(0)) utterance.onend(); };
Object.defineProperty(window, 'speechSynthesis', { value: synthesizer });
"""

HERE = {"lang": "en-US", "localService": True, "default": True}
ELSEWHERE = {"lang": "en-US", "localService": False, "default": True}

QUIET_MS = 1200
"""Longer than an answer has to rest until it is said."""


def use_voices(page: Page, *voices: dict) -> None:
    """Give the page, once it is opened, a synthesizer that notes what it is to say."""
    page.add_init_script(SYNTHESIZER % json.dumps(voices))


def spoken(page: Page) -> list[str]:
    return [text for text, _ in page.evaluate("spoken")]


def speak_button(page: Page) -> Locator:
    return page.locator('#actions [data-action="speak"]')


def open_settings(page: Page) -> Locator:
    page.get_by_role("button", name="Settings", exact=True).click()
    panel = page.locator("#view")
    expect(panel.get_by_role("checkbox", name="Speak every answer")).to_be_visible()
    return panel


def test_the_answer_is_said_on_demand_and_a_second_press_stops_it(page: Page, site: str) -> None:
    page.clock.install()
    use_voices(page, HERE)
    write(page, site, "13")
    let_pass(page, QUIET_MS)
    assert spoken(page) == []
    button = speak_button(page)
    expect(button).to_have_text("Speak")
    button.click()
    expect(button).to_have_text("Stop")
    assert page.evaluate("spoken") == [["1 3", "en-US"]]
    button.click()
    expect(button).to_have_text("Speak")
    assert page.evaluate("cancelled") == 1
    button.click()
    expect(button).to_have_text("Stop")
    page.evaluate("sayAll()")
    expect(button).to_have_text("Speak")
    assert spoken(page) == ["1 3", "1 3"]


def test_a_number_is_said_as_one_where_that_is_wanted_and_it_is_remembered(page: Page, site: str) -> None:
    use_voices(page, HERE)
    open_page(page, site)
    panel = open_settings(page)
    panel.get_by_role("radio", name="as a number").check()
    panel.get_by_role("button", name="Listen").click()
    expect(panel.get_by_role("button", name="Stop")).to_be_visible()
    assert spoken(page) == ["2,047"]
    page.goto(site)
    write(page, site, "13")
    speak_button(page).click()
    assert spoken(page) == ["13"]


def test_every_answer_is_said_once_when_it_has_come_to_rest(page: Page, site: str) -> None:
    page.clock.install()
    use_voices(page, HERE)
    pad = write(page, site, "1")
    panel = open_settings(page)
    panel.get_by_role("checkbox", name="Speak every answer").check()
    let_pass(page, QUIET_MS)
    assert spoken(page) == []  # what is there already
    page.keyboard.press("Escape")
    pad.write("3", after=1)
    expect(page.locator("#answer")).to_have_text("13")
    page.wait_for_function("() => spoken.length > 0")
    let_pass(page, QUIET_MS)
    assert spoken(page) == ["1 3"]
    page.get_by_role("button", name="Clear").click()
    expect(page.locator("#answer")).to_be_empty()
    pad.draw(DIGITS[7])
    page.wait_for_function("() => spoken.length > 1")
    assert spoken(page) == ["1 3", "7"]


def test_a_guess_is_said_as_one(page: Page, site: str) -> None:
    use_voices(page, HERE)
    use_fake_numbers(page, [fake_number("71", confidence=0.4, sure={0: 0.4})])
    open_page(page, site).draw(DIGITS[7])
    expect(page.locator("#answer")).to_have_text("71")
    speak_button(page).click()
    assert spoken(page) == ["Not sure", "7 1"]


@pytest.mark.parametrize("voices", [[], [ELSEWHERE]])
def test_without_a_voice_of_the_device_there_is_silence_and_the_page_says_why(
    page: Page, site: str, voices: list[dict]
) -> None:
    use_voices(page, *voices)
    write(page, site, "13")
    expect(speak_button(page)).to_have_attribute("aria-disabled", "true")
    speak_button(page).press("Enter")
    expect(page.locator("#message")).to_contain_text("This device has no voice for this language")
    panel = open_settings(page)
    expect(panel).to_contain_text("This device has no voice for this language")
    expect(panel.get_by_role("button", name="Listen")).to_be_hidden()
    assert spoken(page) == []


def test_a_browser_that_cannot_speak_shows_no_button_for_it(page: Page, site: str) -> None:
    page.add_init_script("delete window.speechSynthesis; delete Window.prototype.speechSynthesis;")
    write(page, site, "13")
    expect(speak_button(page)).to_be_hidden()
