"""<ink-digit-pad>: a number written by hand as a field of anybody's form."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.support.axe import axe
from tests.support.hand import SCRIBBLE, Place
from tests.support.numbers_picture import page_of_numbers
from tests.support.own_page import LARGE, OwnPage, html_of
from tests.support.pictures import as_file
from tests.support.static_host import StaticHost

AMOUNT = '<label for="amount">Amount</label> <ink-digit-pad id="amount" name="amount" required></ink-digit-pad>'


def test_two_lines_make_a_field_that_a_number_is_written_into(page: Page, site: str) -> None:
    own = OwnPage(page, site, html_of('<ink-digit-pad name="amount"></ink-digit-pad>'))
    own.write("207")

    assert own.sent() == "amount=207"
    assert own.ask("value") == "207"
    assert own.control.evaluate("(control) => control.reading.numbers[0].digits.length") == 3


def test_nothing_but_the_control_is_fetched_before_somebody_writes(page: Page, site: str, dist: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(site)))
    own = OwnPage(page, site, html_of(AMOUNT))
    page.wait_for_load_state("networkidle")

    assert [name for name in asked if name != "favicon.ico"] == ["own.html", "ink-digit-pad.js"]
    assert (dist / "ink-digit-pad.js.br").stat().st_size <= 3000
    own.write("4")
    assert "inkdigit.js" in asked


def test_input_is_told_with_each_reading_and_change_when_it_is_left(page: Page, site: str) -> None:
    own = OwnPage(page, site, html_of(AMOUNT))
    own.write("1")
    assert own.told() == ["input"]

    page.get_by_role("button", name="Send").focus()

    assert own.told() == ["input", "change"]


def test_a_required_field_has_to_be_filled_in(page: Page, site: str) -> None:
    own = OwnPage(page, site, html_of(AMOUNT))
    page.get_by_role("button", name="Send").click()
    assert own.told() == ["invalid"]
    assert own.control.evaluate("(control) => control.validity.valueMissing && control.matches(':invalid')")

    own.write("5")
    page.get_by_role("button", name="Send").click()

    assert own.told()[-1] == "submit"


def test_a_pattern_has_to_be_met_as_by_a_text_field(page: Page, site: str) -> None:
    own = OwnPage(page, site, html_of('<ink-digit-pad name="meter" pattern="[0-9]{2}"></ink-digit-pad>'))
    own.write("7")
    assert own.control.evaluate("(control) => control.validity.patternMismatch")
    assert own.ask("validationMessage")

    own.field.fill("72")

    assert own.control.evaluate("(control) => control.checkValidity()")


def test_the_form_waits_for_what_is_still_being_read(page: Page, site: str) -> None:
    own = OwnPage(page, site, html_of(AMOUNT))
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/inkdigit.js", hold)
    with page.expect_request("**/inkdigit.js"):
        own.pad.write("8", LARGE)
    assert own.ask("validationMessage") == "This is still being read."

    held[0].continue_()

    expect(own.field).to_have_value("8")
    assert own.control.evaluate("(control) => control.checkValidity()")


def test_what_is_no_number_is_not_sent(page: Page, site: str) -> None:
    own = OwnPage(page, site, html_of(AMOUNT))
    own.pad.draw(SCRIBBLE, Place(0.3, 0.1, 0.8))

    expect(own.field).to_have_value("?")
    assert str(own.ask("validationMessage")).startswith("Not all of this is a number")
    assert not own.control.evaluate("(control) => control.checkValidity()")


def test_without_the_network_the_number_is_typed(page: Page, site: str) -> None:
    own = OwnPage(page, site, html_of(AMOUNT))
    page.route("**/inkdigit.js", lambda route: route.abort())
    own.pad.write("3", LARGE)
    expect(own.field).to_have_attribute("aria-invalid", "true")
    page.wait_for_function("document.querySelector('ink-digit-pad').validationMessage.includes('type the number')")

    own.field.fill("3")

    assert own.sent() == "amount=3"
    assert own.control.evaluate("(control) => control.checkValidity()")


def test_by_keyboard_alone_the_number_is_typed_and_sent(page: Page, site: str) -> None:
    own = OwnPage(page, site, html_of(AMOUNT))
    page.keyboard.press("Tab")
    page.keyboard.type("12.50")
    page.keyboard.press("Enter")

    assert own.sent() == "amount=12.50"
    assert own.told()[-2:] == ["change", "submit"]


def test_a_click_on_its_label_goes_to_the_field_that_has_the_labels_name(page: Page, site: str) -> None:
    own = OwnPage(page, site, html_of(AMOUNT))
    page.get_by_text("Amount").click()

    expect(own.field).to_be_focused()
    expect(page.get_by_role("textbox", name="Amount")).to_be_focused()


def test_undo_takes_back_a_stroke_and_clear_everything(page: Page, site: str) -> None:
    own = OwnPage(page, site, html_of(AMOUNT))
    own.write("11")
    own.control.get_by_role("button", name="Undo").click()
    expect(own.field).to_have_value("1")

    own.control.get_by_role("button", name="Clear").click()

    expect(own.field).to_have_value("")
    assert own.ask("ink") == []


def test_the_form_resets_and_disables_it_like_any_field(page: Page, site: str) -> None:
    own = OwnPage(page, site, html_of('<fieldset><ink-digit-pad name="amount" value="40"></ink-digit-pad></fieldset>'))
    assert own.sent() == "amount=40"
    own.write("9")
    page.evaluate("document.forms[0].reset()")
    expect(own.field).to_have_value("40")

    page.evaluate("document.querySelector('fieldset').disabled = true")
    expect(own.field).to_be_disabled()
    own.pad.write("9", LARGE)

    assert own.ask("ink") == []
    assert own.sent() == ""


def test_with_picture_a_file_or_the_camera_is_read(page: Page, site: str) -> None:
    own = OwnPage(page, site, html_of('<ink-digit-pad name="meter" picture></ink-digit-pad>'))
    with page.expect_file_chooser() as chooser:
        own.control.get_by_role("button", name="Picture or camera").click()
    chooser.value.set_files(as_file(page_of_numbers()))

    expect(own.field).to_have_value("2047 316", timeout=60_000)


def test_it_is_read_from_another_origin_that_allows_it(page: Page, dist: Path, tmp_path: Path) -> None:
    with StaticHost(dist, "/cdn/1.0/") as host, StaticHost(tmp_path) as theirs:
        host.headers["Access-Control-Allow-Origin"] = "*"
        (tmp_path / "own.html").write_text(html_of(AMOUNT, source=f"{host.url}ink-digit-pad.js"), encoding="utf-8")
        own = OwnPage(page, theirs.url)
        own.write("6")

        assert own.sent() == "amount=6"
        assert any("worker" in path for path in host.requested)


@pytest.mark.parametrize(("language", "undo"), [("es", "Deshacer"), ("ar", "تراجع"), ("ta-IN", "தவிர்"), ("fr", "Undo")])
def test_it_speaks_the_pages_language_where_there_are_texts(page: Page, site: str, language: str, undo: str) -> None:
    own = OwnPage(page, site, html_of(AMOUNT, language=language))

    expect(own.control.get_by_role("button", name=undo)).to_be_visible()


def test_axe_finds_nothing_wrong(page: Page, site: str) -> None:
    OwnPage(page, site, html_of(AMOUNT + '<ink-digit-pad aria-label="Meter" picture></ink-digit-pad>'))

    assert axe(page) == []
