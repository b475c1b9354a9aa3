"""The page speaks the language of the person who reads it, and another one as soon as that is chosen."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from tests.support.hand import DIGITS, Place, draw_one, on_pad, place_in_line
from tests.support.page import open_page, open_settings
from tests.support.paths import TEXTS
from tests.support.site_server import SiteServer

CATALOGUES = {path.stem: json.loads(path.read_text("utf-8")) for path in TEXTS.glob("*.json")}
OTHERS = sorted(CATALOGUES.keys() - {"en"})
RIGHT_TO_LEFT = {"ar"}
FILES = re.compile(rf"/assets/({'|'.join(OTHERS)})-[\w-]+\.js$")

Opened = Callable[[str], Page]


def text(language: str, key: str) -> str:
    section, name = key.split(".", 1)
    found = CATALOGUES[language][section][name]
    assert isinstance(found, str)
    return found


def direction(language: str) -> str:
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def expect_language(page: Page, language: str) -> None:
    """What stands in the page from the start, what follows from its state, and what is only heard."""
    html = page.locator("html")
    expect(html).to_have_attribute("lang", language)
    expect(html).to_have_attribute("dir", direction(language))
    expect(page).to_have_title(text(language, "page.title"))
    expect(page.locator("#toolbar [data-action='undo']")).to_have_accessible_name(text(language, "pad.undo"))
    expect(page.locator("#pad")).to_have_accessible_name(text(language, "pad.title"))
    expect(page.locator("#pad")).to_have_accessible_description(text(language, "pad.keys"))
    expect(page.locator("#chart .chart-spoken").nth(10)).to_contain_text(text(language, "speech.unknown"))


@pytest.fixture
def speaker(browser: Browser) -> Iterator[Opened]:
    """Open a page as someone whose browser speaks a language."""
    contexts: list[BrowserContext] = []

    def opened(locale: str) -> Page:
        contexts.append(browser.new_context(locale=locale))
        return contexts[-1].new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize("language", OTHERS)
def test_a_person_is_met_in_the_language_of_their_browser(speaker: Opened, site: str, language: str) -> None:
    page = speaker(language)
    pad = open_page(page, site)
    expect_language(page, language)
    expect(page.locator(".answer-words")).to_have_text(text(language, "answer.blank.pad"))
    pad.draw(DIGITS[4])
    # What was written is no text of the page: it stays as it was written.
    expect(page.locator("#answer")).to_have_text("4")
    words = re.escape(text(language, "answer.sure")).replace(r"\{share\}", ".+")
    expect(page.locator(".answer-words")).to_have_text(re.compile(words))
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_first_page_is_whole_without_its_scripts(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    expect(page).to_have_title(text("en", "page.title"))
    expect(page.get_by_role("button", name=text("en", "pad.undo"), exact=True)).to_be_visible()
    expect(page.locator(".answer-words b")).to_have_text("Write a number")
    expect(page.locator(".field .message")).to_have_text(text("en", "page.noScript"))
    expect(page.locator(".field .message")).to_be_visible()
    context.close()


def test_only_the_texts_that_are_read_are_fetched(speaker: Opened, site: str) -> None:
    def fetched(locale: str) -> set[str]:
        page = speaker(locale)
        found: set[str] = set()

        def note(request: Request) -> None:
            match = FILES.search(request.url)
            if match:
                found.add(match[1])

        page.on("request", note)
        open_page(page, site)
        return found

    assert fetched("en-GB") == set()
    assert fetched("fi") == set()
    assert fetched("es-MX") == {"es"}


@pytest.mark.parametrize("language", OTHERS)
def test_another_language_is_spoken_at_once(page: Page, site: str, language: str) -> None:
    pad = open_page(page, site)
    pad.draw(DIGITS[4])
    expect(page.locator("#answer")).to_have_text("4")
    drawn = pad.ink()
    choice = open_settings(page).locator("select[name='language']")
    choice.focus()
    page.evaluate("globalThis.isSamePage = true")

    choice.select_option(language)

    expect_language(page, language)
    expect(page.locator("#view-title")).to_have_text(text(language, "settings.title"))
    expect(choice).to_have_value(language)
    expect(choice).to_be_focused()
    words = re.escape(text(language, "answer.sure")).replace(r"\{share\}", ".+")
    expect(page.locator(".answer-words")).to_have_text(re.compile(words))
    assert pad.ink() == drawn
    assert page.evaluate("globalThis.isSamePage")

    choice.select_option("en")
    expect_language(page, "en")
    expect(page.locator("#view-title")).to_have_text(text("en", "settings.title"))


def test_a_chosen_language_is_spoken_the_next_time(page: Page, site: str) -> None:
    open_page(page, site)
    open_settings(page).locator("select[name='language']").select_option("es")
    expect_language(page, "es")
    page.reload()
    expect_language(page, "es")
    expect(page.locator("#view-title")).to_have_text(text("es", "settings.title"))


def test_where_the_texts_do_not_come_the_page_stays_as_it_is(speaker: Opened, site: str) -> None:
    page = speaker("es-ES")
    page.route(FILES, lambda route: route.abort())
    pad = open_page(page, site)
    expect(page.locator("#message")).to_contain_text(text("en", "problem.texts-fetch"))
    expect_language(page, "en")
    pad.draw(DIGITS[4])
    expect(page.locator("#answer")).to_have_text("4")


def test_what_went_wrong_is_told_in_the_language_of_the_page(speaker: Opened, site: str) -> None:
    page = speaker("es-ES")
    open_page(page, site)
    expect_language(page, "es")
    page.locator("#picture-file").set_input_files({"name": "a.png", "mimeType": "image/png", "buffer": b"no picture"})
    expect(page.locator("#message")).to_contain_text(text("es", "problem.picture-kind"))


def test_a_model_that_does_not_come_is_told_in_the_language_of_the_page(speaker: Opened, site: str) -> None:
    page = speaker("es-ES")
    page.route("**/*.bin", lambda route: route.abort())
    page.goto(site)
    expect(page.locator("html")).to_have_attribute("data-reader", "failed")
    expect(page.locator("#message")).to_contain_text(text("es", "problem.model-fetch"))


def test_every_language_works_with_no_network(dist: Path, context: BrowserContext, page: Page) -> None:
    with SiteServer(dist) as server:
        page.goto(server.url)
        expect(page.locator("#offline-status")).to_have_text(text("en", "page.offline"))
        server.stop()
        context.set_offline(True)
        open_settings(page).locator("select[name='language']").select_option("es")
        expect_language(page, "es")
        page.reload()
        expect_language(page, "es")
        expect(page.locator("#offline-status")).to_have_text(text("es", "page.offline"))
        page.locator("#view .panel-close").click()
        draw_one(page)
        expect(page.locator("#answer")).to_have_text("1")


def test_an_error_on_the_screen_follows_the_language(page: Page, site: str, tmp_path: Path) -> None:
    large = tmp_path / "large.png"
    large.write_bytes(bytes(31_000_000))
    open_page(page, site)
    panel = open_settings(page)
    page.locator("#picture-file").set_input_files(large)
    message = page.locator("#message .message-text")
    for language in ["en", "es", "ar", "hi", "ta", "en"]:
        panel.locator("select[name='language']").select_option(language)
        expect(page.locator("html")).to_have_attribute("lang", language)
        words = text(language, "problem.picture-bytes").replace("{megabytes}", "31").replace("{most}", "25")
        expect(message).to_have_text(words)


def test_what_may_be_a_point_or_a_comma_is_what_the_language_has(page: Page, site: str) -> None:
    pad = open_page(page, site)
    line = Place(0.06, 0.35, 0.2)
    pad.write("25", line)
    tick = place_in_line(2, line)
    pad.draw([[(0.04, 0.95), (-0.02, 1.03)]], tick)
    pad.draw([on_pad(stroke, Place(0.15, 0, 1)) for stroke in DIGITS[7]], tick)
    expect(page.locator("#answer")).to_have_text("25.7")
    open_settings(page).get_by_role("combobox", name="Language").select_option("es")
    expect(page.locator("#answer")).to_have_text("25,7")
