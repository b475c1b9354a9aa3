"""How digits and numbers are written, in sentences and small pictures."""

from __future__ import annotations

import math
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.corrections import choose
from tests.support.hand import DIGITS, LINE, MIDDLE, SCRIBBLE, Stroke, place_in_line
from tests.support.page import go_to, open_page, write
from tests.support.pictures import open_picture_of

OF_NUMBER = [
    "slant",
    "slantSpread",
    "size",
    "sizeSpread",
    "spacing",
    "spacingSpread",
    "baseline",
    "baselineSpread",
    "strokes",
    "speed",
]


def writing(page: Page) -> Locator:
    """Open the view; return it once it tells of a digit."""
    go_to(page, "writing")
    panel = page.locator(".writing-panel")
    expect(panel.locator("[data-measure=strokes]:visible, [data-measure=size]:visible").first).to_be_visible()
    return panel


def part(panel: Locator, name: str) -> Locator:
    """The part of it with that heading."""
    return panel.locator("section").filter(has=panel.page.get_by_role("heading", name=name))


def measures(told: Locator) -> list[str | None]:
    return [item.get_attribute("data-measure") for item in told.get_by_role("listitem").all()]


def lean(strokes: list[Stroke], degrees: float) -> list[Stroke]:
    """Push strokes over to the right; their feet stay."""
    return [[(x + (1 - y) * math.tan(math.radians(degrees)), y) for x, y in stroke] for stroke in strokes]


def test_says_what_to_do_first_and_writes_an_example(page: Page, site: str) -> None:
    open_page(page, f"{site}#writing")
    panel = page.locator(".writing-panel")
    expect(panel.get_by_text("Nothing is written yet")).to_be_visible()
    panel.get_by_role("button", name="Write a 7").press("Enter")
    expect(page.locator("#answer")).to_have_text("7")
    expect(panel.get_by_role("heading", name="The digit 7").first).to_be_visible()  # beside the pad, that may be seen
    expect(panel.get_by_text("Nothing is written yet")).to_be_hidden()
    expect(page.locator("#view-title")).to_be_focused()


def test_tells_of_the_number_and_of_its_digit_each_with_a_picture(page: Page, site: str) -> None:
    write(page, site, "2047")
    panel = writing(page)
    panel.get_by_role("button", name="2, digit 1 of 4").click()
    number, digit = part(panel, "The number 2047"), part(panel, "The digit 2")
    assert measures(number) == OF_NUMBER
    assert {"slant", "aspect", "size", "strokes"} <= set(measures(digit))
    expect(number).to_contain_text("The digits stand")
    expect(number).to_contain_text("Written in 5 strokes")
    for item in panel.get_by_role("listitem").all():
        expect(item.locator("svg path").first).to_be_attached()
        assert len(item.inner_text()) > 8, "a sentence for who does not see the picture"


def test_tells_which_way_a_hand_leans(page: Page, site: str) -> None:
    pad = open_page(page, site)
    for index, digit in enumerate((0, 8, 0)):
        pad.draw(lean(DIGITS[digit], 20), place_in_line(index, LINE))
    expect(page.locator("#answer")).to_have_text("080")
    slant = part(writing(page), "The number 080").locator("[data-measure=slant]")
    expect(slant).to_contain_text(re.compile(r"Leans to the right by \d+°"))
    degrees = int(re.findall(r"\d+", slant.inner_text())[0])
    assert degrees == pytest.approx(20, abs=5)  # these digits were written by a hand, which is not quite upright either


def test_another_digit_can_be_chosen(page: Page, site: str) -> None:
    write(page, site, "20")
    panel = writing(page)
    for digit, name in (("2", "2, digit 1 of 2"), ("0", "0, digit 2 of 2")):
        panel.get_by_role("button", name=name).press("Enter")
        expect(panel.get_by_role("heading", name=f"The digit {digit}")).to_be_visible()
    expect(panel.get_by_role("heading", name="The number 20")).to_be_visible()


def test_one_digit_alone_is_no_number_to_tell_of(page: Page, site: str) -> None:
    write(page, site, "4")
    panel = writing(page)
    expect(panel.get_by_role("heading", name="The digit 4")).to_be_visible()
    expect(panel.get_by_role("heading", name="The number")).to_have_count(0)
    expect(panel).to_contain_text("Written in 2 strokes")


def test_a_picture_shows_its_pen_but_not_its_strokes(page: Page, site: str) -> None:
    open_page(page, site)
    open_picture_of(page, "47")
    page.get_by_role("button", name="Writing", exact=True).click()
    panel = page.locator(".writing-panel")
    expect(panel.get_by_role("heading", name="The number 47")).to_be_visible()
    assert {"slant", "width", "size", "spacing", "baseline"} <= set(measures(part(panel, "The number 47")))
    assert {"slant", "width", "aspect", "size"} <= set(measures(part(panel, "The digit")))
    expect(panel.locator("[data-measure=width]").first).to_contain_text(re.compile(r"A (fine|thin|medium|thick) pen"))
    expect(panel.locator("[data-measure=strokes], [data-measure=speed]")).to_have_count(0)


def test_what_is_no_digit_is_called_so(page: Page, site: str) -> None:
    pad = open_page(page, site)
    pad.draw(SCRIBBLE, MIDDLE)
    expect(page.locator("#answer")).to_have_text("?")
    expect(writing(page).get_by_role("heading", name="A sign that is no digit")).to_be_visible()


def test_says_how_it_is_measured(page: Page, site: str) -> None:
    write(page, site, "7")
    page.get_by_role("button", name="Writing", exact=True).click()
    panel = page.locator(".writing-panel")
    source = panel.get_by_text("Morpho-MNIST")
    expect(source).not_to_be_visible()
    panel.get_by_text("How this is measured").press("Enter")
    expect(source).to_be_visible()


def test_fits_the_narrowest_window(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    write(page, site, "2047")
    panel = writing(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert panel.evaluate("(element) => element.scrollWidth <= element.clientWidth")


def test_a_corrected_digit_is_told_of_as_what_it_is(page: Page, site: str) -> None:
    write(page, site, "20")
    choose(page, 1, "6")
    panel = writing(page)
    panel.get_by_role("button", name="6, digit 2 of 2").click()
    expect(panel.get_by_role("heading", name="The digit 6")).to_be_visible()
    expect(panel.get_by_role("heading", name="The number 26")).to_be_visible()
    expect(panel.locator("[data-measure=aspect]")).to_contain_text("6")
