"""A person has the last word on every digit, and the page remembers it."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.support.corrections import ask, choose
from tests.support.fake_reader import fake_number, use_fake_numbers
from tests.support.hand import place_in_line
from tests.support.page import open_page, write


def test_a_digit_shows_what_else_it_may_be_and_is_corrected(page: Page, site: str) -> None:
    write(page, site, "207")
    dialog = ask(page, 1)
    for digit in range(10):
        expect(dialog.locator(".choices").first.locator(".choice").nth(digit)).to_contain_text(str(digit))
    expect(dialog.locator(".choice", has_text="0").first).to_contain_text("%")
    page.keyboard.press("Escape")
    choose(page, 1, "8")
    expect(page.locator("#answer")).to_have_text("287")
    part = page.locator("#answer .answer-part").nth(1)
    expect(part).to_have_attribute("data-mark", "corrected")
    expect(part).to_have_accessible_name("8, corrected")
    expect(page.locator("#answer-box")).to_contain_text("1 corrected")
    expect(page.locator("#pad-marks .mark-text").nth(1)).to_have_text("8")
    expect(page.locator("#answer-status")).to_contain_text("287")


def test_a_correction_stays_when_more_is_written(page: Page, site: str) -> None:
    pad = write(page, site, "20")
    choose(page, 1, "6")
    pad.write("7", after=2)
    expect(page.locator("#answer")).to_have_text("267")


def test_a_correction_ends_with_its_ink(page: Page, site: str) -> None:
    pad = write(page, site, "17")
    choose(page, 0, "9")
    expect(page.locator("#answer")).to_have_text("97")
    pad.draw([[(0.1, 0.5), (0.9, 0.55)]], place_in_line(0))
    expect(page.locator("#answer .answer-part[data-mark='corrected']")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#answer")).to_have_text("97")


def test_corrections_are_taken_back_and_brought_back_like_strokes(page: Page, site: str) -> None:
    pad = write(page, site, "20")
    choose(page, 1, "6")
    pad.write("7", after=2)
    expect(page.locator("#answer")).to_have_text("267")
    undo, redo = (page.get_by_role("button", name=name) for name in ("Undo", "Redo"))
    for button, text in [(undo, "26"), (undo, "20"), (undo, "2"), (redo, "20"), (redo, "26"), (redo, "267")]:
        button.click()
        expect(page.locator("#answer")).to_have_text(text)


def test_a_reload_keeps_corrections(page: Page, site: str) -> None:
    write(page, site, "20")
    choose(page, 1, "6")
    expect(page.locator("#answer")).to_have_text("26")
    page.reload()
    expect(page.locator("#answer")).to_have_text("26")
    page.get_by_role("button", name="Undo").is_disabled()


def test_a_digit_can_be_no_digit_a_separator_or_deleted_and_be_as_it_was_again(page: Page, site: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    write(page, site, "207")
    choose(page, 1, "Not a digit")
    expect(page.locator("#answer")).to_have_text("2?7")
    choose(page, 1, "/")
    expect(page.locator("#answer")).to_have_text("2/7")
    choose(page, 1, "Delete")
    expect(page.locator("#answer")).to_have_text("27")
    page.get_by_role("button", name="Copy").click()
    assert page.evaluate("navigator.clipboard.readText()") == "27"
    deleted = page.locator("#answer .answer-part").nth(1)
    expect(deleted).to_have_accessible_name("deleted: 0")
    assert deleted.evaluate("(part) => part.getBoundingClientRect().width") > 5, "it can still be found"
    dialog = ask(page, 1)
    dialog.get_by_role("button", name="As it was read: 207").click()
    expect(page.locator("#answer")).to_have_text("207")
    expect(page.locator("#answer .answer-part[data-mark='corrected']")).to_have_count(0)


def test_everything_goes_by_keyboard_alone_and_the_focus_stays_on_the_digit(page: Page, site: str) -> None:
    pad = write(page, site, "207")
    drawn = pad.ink()
    page.locator("#answer .answer-part").nth(1).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("8")
    expect(page.locator("#answer")).to_have_text("287")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator("#answer .answer-part").nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Delete")
    expect(page.locator("#answer")).to_have_text("27")
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert pad.ink() == drawn, "the keys were the dialog's, not the pad's"


def test_a_whole_number_is_typed(page: Page, site: str) -> None:
    pad = write(page, site, "207")
    drawn = pad.ink()
    dialog = ask(page, 0)
    field = dialog.get_by_label("The whole number").last
    expect(field).to_have_value("207")
    expect(field).to_have_attribute("inputmode", "decimal")
    field.fill("seven")
    dialog.get_by_role("button", name="Set").click()
    expect(dialog.get_by_role("alert")).to_contain_text("0 to 9")
    expect(field).to_have_value("seven")
    field.fill("20.50")
    page.keyboard.press("Enter")
    expect(page.locator("#answer")).to_have_text("20.50")
    expect(page.locator("#answer-box")).to_contain_text("Corrected by you")
    ask(page, 0)
    field.press("End")
    field.press("Backspace")
    expect(field).to_have_value("20.5")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert pad.ink() == drawn, "keys in the field are the field's"


def test_another_reading_of_the_whole_number_is_one_touch_away(page: Page, site: str) -> None:
    number = fake_number("204", confidence=0.6, place=(0.1, 0.3), alternatives={"201": 0.3, "2047": 0.05})
    use_fake_numbers(page, [number])
    pad = open_page(page, site)
    pad.write("2")
    expect(page.locator("#answer")).to_have_text("204")
    ask(page, 0).get_by_role("button", name="201").click()
    expect(page.locator("#answer")).to_have_text("201")


def test_turning_to_a_digit_shows_its_probabilities_and_its_pixels(page: Page, site: str) -> None:
    write(page, site, "207")
    expect(page.locator("#chart-title")).to_have_text("Digit 3 of 3, in %")
    expect(page.locator("#chart [data-top] .chart-name")).to_have_text("7")
    dialog = ask(page, 0)
    expect(page.locator("#chart-title")).to_have_text("Digit 1 of 3, in %")
    expect(page.locator("#chart [data-top] .chart-name")).to_have_text("2")
    dialog.get_by_role("group", name="Digit to correct").get_by_role("button").nth(1).click()
    expect(page.locator("#chart [data-top] .chart-name")).to_have_text("0")
    expect(dialog.get_by_role("heading").first).to_contain_text("0,")


def test_a_dialog_that_cannot_be_fetched_is_said_and_can_be_asked_for_again(page: Page, site: str) -> None:
    page.route("**/correcting-*.js", lambda route: route.abort())
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    write(page, site, "20")
    page.locator("#answer .answer-part").first.click()
    expect(page.get_by_role("alert")).to_contain_text("could not be fetched")
    page.get_by_role("alert").get_by_role("button", name="Close", exact=True).click()
