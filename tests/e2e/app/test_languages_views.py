"""Every view in every language: it speaks it, has room for it, and numbers stay numbers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, FilePayload, Locator, Page, expect

from tests.support.batch_page import written
from tests.support.catalogue import Texts, catalogue, english_left
from tests.support.data_sets import WRONG_LABELS, choose, idx_pair
from tests.support.form_page import SAMPLE, draw_field, open_card
from tests.support.hand import Pad, Place
from tests.support.page import button, go_to, open_page
from tests.support.printed_form import POSTAL_CODE

LOCALES = {"es-ES": "es", "hi-IN": "hi", "ta-IN": "ta", "ar": "ar"}
WIDTHS = [320, 360]
PANELS = ["why", "writing", "guide", "history", "card", "settings"]
LINE = Place(0.1, 0.25, 0.3)


@pytest.fixture(params=LOCALES)
def locale(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def context(browser: Browser, locale: str) -> Iterator[BrowserContext]:
    """A person's browser, in their language."""
    made = browser.new_context(locale=locale, viewport={"width": 360, "height": 740})
    yield made
    made.close()


@pytest.fixture
def texts(locale: str) -> Texts:
    return catalogue(LOCALES[locale])


def open_in(page: Page, site: str, language: str) -> Pad:
    pad = open_page(page, site)
    expect(page.locator("html")).to_have_attribute("lang", language)
    return pad


def write_47(page: Page, pad: Pad) -> None:
    pad.write("47", LINE)
    expect(page.locator("#answer")).to_have_text("47")


def open_panel(page: Page, name: str, texts: Texts) -> Locator:
    """Open a panel by the button that has its title, and wait until it has its contents."""
    page.locator(".actions, .index").get_by_role("button", name=texts[name]["title"], exact=True).click()
    panel = page.locator("#view")
    expect(panel.get_by_role("heading", level=2, name=texts[name]["title"], exact=True)).to_be_focused()
    expect(panel.locator(".panel-body :is(p, li, label):visible").first).to_be_visible()
    expect(panel.get_by_text(texts["card"]["waiting"], exact=True)).to_have_count(0)
    for more in panel.locator("details").all():
        more.evaluate("(details) => { details.open = true; }")
    return panel


def places(page: Page, site: str, texts: Texts, language: str) -> Iterator[str]:
    """Go to every place of the page, one after the other; yields the name of each while it is in sight."""
    pad = open_in(page, site, language)
    yield "blank"
    write_47(page, pad)
    yield "pad"
    for name in PANELS:
        open_panel(page, name, texts)
        yield name
        page.keyboard.press("Escape")
    go_to(page, "testing")
    choose(page, texts["testing"]["files"], idx_pair(WRONG_LABELS))
    page.locator(".testing-tile").first.click()
    expect(page.locator(".testing-why")).to_be_visible()
    yield "testing"
    page.keyboard.press("Escape")
    page.locator("#answer .answer-part").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    yield "correction"
    page.keyboard.press("Escape")
    yield from places_of_pictures(page, texts)


def places_of_pictures(page: Page, texts: Texts) -> Iterator[str]:
    page.locator("#picture-file").set_input_files(SAMPLE)
    expect(page.locator("#picture .mark").first).to_be_visible()
    yield "picture"
    button(page, texts["picture"]["crop"]).click()
    expect(button(page, texts["opened"]["crop.area"])).to_be_visible()
    yield "crop"
    button(page, texts["picture"]["form.long"]).click()
    expect(page.get_by_role("img", name=texts["form"]["sample"], exact=True)).to_be_visible()
    draw_field(page, POSTAL_CODE)
    expect(open_card(page, 0)).not_to_contain_text(texts["form"]["result.waiting"])
    yield "form"
    page.goto(page.url.split("#")[0] + "#batch")
    expect(page.locator("#batch")).to_be_visible()
    yield "batch, empty"
    broken: FilePayload = {"name": "broken.png", "mimeType": "image/png", "buffer": b"no picture"}
    page.locator("#batch-file").set_input_files([written(7, "seven.png"), broken])
    expect(page.get_by_text(texts["problem"]["picture-kind"]).first).to_be_visible()
    expect(page.get_by_role("grid")).not_to_contain_text(texts["batch"]["waiting"])
    yield "batch"


def too_wide(page: Page, width: int) -> list[str]:
    """Name what would have to be moved sideways to be seen whole, at a width."""
    page.set_viewport_size({"width": width, "height": 740})
    return page.evaluate(
        """() => [document.scrollingElement, ...document.querySelectorAll('#view, dialog[open]')]
            .filter((element) => element.checkVisibility() && element.scrollWidth > element.clientWidth)
            .map((element) => `${element.tagName} ${element.scrollWidth} > ${element.clientWidth}`)"""
    )


def test_a_number_is_read_as_ever_and_stands_from_left_to_right(page: Page, site: str, locale: str) -> None:
    write_47(page, open_in(page, site, LOCALES[locale]))
    for digits in ("#answer .answer-part", "#pad-marks .mark"):
        boxes = [digit.bounding_box() for digit in page.locator(digits).all()]
        assert len(boxes) == 2
        assert all(boxes)
        assert [box["x"] for box in boxes if box] == sorted(box["x"] for box in boxes if box)
    expect(page.locator("#pad-marks .mark-text")).to_have_text(["4", "7"])


def test_every_view_speaks_the_language_and_fits_a_phone(page: Page, site: str, locale: str, texts: Texts) -> None:
    english, wide = {}, {}
    for place in places(page, site, texts, LOCALES[locale]):
        english[place] = english_left(page, texts)
        wide[place] = [what for width in WIDTHS for what in too_wide(page, width)]
    assert {place: words for place, words in english.items() if words} == {}
    assert {place: elements for place, elements in wide.items() if elements} == {}
