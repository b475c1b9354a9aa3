"""What a person chooses, and that it is remembered."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.support.hand import DIGITS
from tests.support.page import open_page, open_settings

AROUND = """() => {
    const colors = [...document.querySelectorAll('[name="theme-color"]')];
    return colors.find(({ media }) => matchMedia(media).matches).content;
}"""
"""The color that the browser gives its own frame around the page."""


def test_the_tools_lie_under_the_hand_that_does_not_write(page: Page, site: str) -> None:
    pad = open_page(page, site)
    tools, sheet = page.locator("#toolbar"), pad.element

    def tools_are_left() -> bool:
        one, other = tools.bounding_box(), sheet.bounding_box()
        assert one
        assert other
        return one["x"] < other["x"]

    assert tools_are_left()
    open_settings(page).get_by_role("radio", name="the left hand").check()
    assert not tools_are_left()
    page.reload()
    expect(page.locator("#view").get_by_role("radio", name="the left hand")).to_be_checked()
    assert not tools_are_left()


def test_another_language_keeps_the_drawing_and_is_remembered(page: Page, site: str) -> None:
    pad = open_page(page, site)
    pad.draw(DIGITS[4])
    expect(page.locator("#answer")).to_have_text("4")
    drawn = pad.ink()
    choice = open_settings(page).get_by_role("combobox", name="Language")
    choice.select_option(label="English")
    expect(page.locator("html")).to_have_attribute("data-reader", "ready")
    expect(page.locator("#answer")).to_have_text("4")
    assert pad.ink() == drawn
    expect(choice).to_have_value("en")


def test_the_theme_is_the_devices_until_another_is_chosen_and_is_remembered(page: Page, site: str) -> None:
    page.emulate_media(color_scheme="light")
    pad = open_page(page, site)
    pad.draw(DIGITS[4])
    background = "() => getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(background)
    around_light = page.evaluate(AROUND)
    settings = open_settings(page)
    settings.get_by_role("radio", name="dark").check()
    dark = page.evaluate(background)
    assert dark != light
    assert brightest(page) > 200, "the ink on the pad has the colors of the theme"
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(background) == dark
    around_dark = page.evaluate(AROUND)
    assert around_dark != around_light
    settings.get_by_role("radio", name="light").check()
    assert page.evaluate(background) == light
    assert page.evaluate(AROUND) == around_light
    page.reload()
    expect(page.locator("#view").get_by_role("radio", name="light")).to_be_checked()
    assert page.evaluate(background) == light
    page.locator("#view").get_by_role("radio", name="as the device").check()
    assert page.evaluate(background) == dark
    assert page.evaluate(AROUND) == around_dark


def brightest(page: Page) -> int:
    """How bright the brightest ink on the pad is, once it is painted."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return page.evaluate(
        """() => {
            const pad = document.querySelector('#pad');
            const { data } = pad.getContext('2d').getImageData(0, 0, pad.width, pad.height);
            let most = 0;
            for (let at = 0; at < data.length; at += 4) if (data[at + 3] === 255) most = Math.max(most, data[at]);
            return most;
        }"""
    )


def test_a_thick_pen_covers_more_of_the_pad_and_is_read_the_same(page: Page, site: str) -> None:
    pad = open_page(page, site)
    pad.draw(DIGITS[4])
    expect(page.locator("#answer")).to_have_text("4")
    settings = open_settings(page)
    covered = []
    for pen in ("thin", "medium", "thick"):
        settings.get_by_role("radio", name=pen).check()
        brightest(page)
        covered.append(
            page.evaluate(
                """() => {
                    const pad = document.querySelector('#pad');
                    const { data } = pad.getContext('2d').getImageData(0, 0, pad.width, pad.height);
                    return data.filter((value, at) => at % 4 === 3 && value > 127).length;
                }"""
            )
        )
    assert covered[0] < 0.8 * covered[1] < 0.8 * 0.8 * covered[2]
    expect(page.locator("#answer")).to_have_text("4")
