"""Every view of the page, one after another, for what must be true of all of them.

A tour yields the name of each view once it is shown. What is done in between may turn to other colors and to another
size of the window, and must turn back and leave the view open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from playwright.sync_api import Page, ViewportSize, expect

from tests.support.batch_page import open_menu, row_of
from tests.support.corrections import correct
from tests.support.data_sets import WRONG_LABELS, idx_pair, open_set
from tests.support.fake_reader import fake_number, use_fake_numbers
from tests.support.form_page import add_pictures, make_member_form, open_sample
from tests.support.hand import SCRIBBLE, Place
from tests.support.page import open_page
from tests.support.pictures import as_file, open_file, picture_of
from tests.support.printed_form import use_form_reader
from tests.support.slow_reader import named, use_slow_reader
from tests.support.teach import learn, teach_rounds

Tour = Callable[[Page, str], Iterator[str]]

BASE: ViewportSize = {"width": 1440, "height": 1800}
"""Where tours walk: with letters of any size, all that they press is in sight."""

SHOWN = {
    "why": ".why :is(p, canvas):visible",
    "writing": ".writing-panel :is(p, li):visible",
    "guide": ".demo:visible",
    "history": "input[type=checkbox]:visible",
    "card": ".confusion-table:visible",
    "testing": ".testing-choose p:visible",
    "settings": "input[type=radio]:visible",
    "about": ".about p:visible",
    "hands": "input[type=checkbox]:visible",
    "teach": ".teach-asked:visible",
}
"""What each panel shows as soon as it is there."""


def turn_to(page: Page, address: str) -> None:
    page.evaluate("(address) => { location.hash = address; }", address)
    expect(page.locator("#view").locator(SHOWN[address]).first).to_be_visible()


def close_panel(page: Page) -> None:
    page.locator("#view").get_by_role("button", name="Close", exact=True).click()
    expect(page.locator("#view")).to_be_hidden()


def panels(page: Page, site: str) -> Iterator[str]:
    """The pad, and everything one step away, before anything is written."""
    page.set_viewport_size(BASE)
    open_page(page, site)
    yield "the blank pad"
    for address in SHOWN:
        turn_to(page, address)
        yield f"{address}, with nothing written"
    turn_to(page, "testing")
    open_set(page, idx_pair(WRONG_LABELS)).locator(".testing-tile").first.click()
    expect(page.locator(".testing-why")).to_be_visible()
    yield "digits that were tested"
    turn_to(page, "teach")
    page.get_by_role("checkbox", name="For a class").check()
    teach_rounds(page, {}, rounds=2, without_none=True)
    yield "digits that are taught"
    learn(page)
    yield "what was learned"
    close_panel(page)
    # Making a second version is slow: only the look of its offer counts here.
    page.evaluate("() => { document.querySelector('#update').hidden = false; }")
    yield "the offer of a new version"


def written(page: Page, site: str) -> Iterator[str]:
    """What is written by hand, and what is told of it."""
    page.set_viewport_size(BASE)
    pad = open_page(page, site)
    pad.write("20", Place(0.1, 0.08, 0.3))
    pad.write("47", Place(0.1, 0.58, 0.3))
    expect(page.locator("#answer")).to_have_text("20\n47")
    expect(page.locator("#answer-status")).not_to_be_empty()
    yield "two numbers"
    turn_to(page, "why")
    expect(page.locator(".why-sentences li").first).to_be_visible()
    yield "why"
    turn_to(page, "writing")
    expect(page.locator("[data-measure]:visible").first).to_be_visible()
    yield "writing"
    turn_to(page, "history")
    expect(page.locator(".history-text").first).to_be_visible()
    yield "history"
    close_panel(page)
    correct(page, 0, "3")
    turn_to(page, "hands")
    expect(page.locator(".hand-example").first).to_be_visible()
    yield "a hand"
    close_panel(page)
    pad.element.focus()
    page.keyboard.press("Escape")
    expect(page.locator("#message")).to_contain_text("Undo")
    yield "a message"
    pad.draw(SCRIBBLE)
    expect(page.locator("#answer")).to_have_text("?")
    yield "a scribble"
    turn_to(page, "why")
    yield "why it is no digit"


def pictures(page: Page, site: str) -> Iterator[str]:
    """What a reader in doubt says of a drawing and of a picture."""
    page.set_viewport_size(BASE)
    unsure = fake_number(
        "204?", confidence=0.6, sure={1: 0.5}, place=(100, 100), size=60, alternatives={"2041": 0.3, "2147": 0.1}
    )
    numbers = [unsure, fake_number("316", place=(100, 400), size=60, line=1)]
    use_fake_numbers(page, numbers, skipped=[{"x": 500, "y": 100, "width": 200, "height": 80}])
    pad = open_page(page, site)
    pad.draw(SCRIBBLE)
    expect(page.locator("#answer")).to_have_text("204?\n316")
    yield "an answer that is not sure"
    page.locator("#answer .answer-part").nth(1).click()
    expect(page.get_by_role("dialog")).to_be_visible()
    yield "the correction of a digit"
    page.keyboard.press("8")
    expect(page.locator("#answer")).to_have_text("284?\n316")
    yield "a corrected answer"
    open_file(page, as_file(picture_of(4)))
    expect(page.get_by_role("img", name="The opened picture")).to_be_visible()
    yield "a picture"
    page.get_by_role("button", name="Crop", exact=True).click()
    expect(page.get_by_role("button", name="Area that is read")).to_be_visible()
    yield "cropping"


def batch(page: Page, site: str) -> Iterator[str]:
    """Many pictures, and their table."""
    page.set_viewport_size(BASE)
    use_slow_reader(page)
    open_page(page, site)
    page.get_by_role("button", name="Batch", exact=True).click()
    expect(page.get_by_text("No pictures yet")).to_be_visible()
    yield "an empty batch"
    page.locator("#picture-file").set_input_files(named("11", "22 50%", "broken"))
    expect(page.locator(".batch-progress-words")).to_contain_text("2 of 3 read")
    yield "a batch"
    row_of(page, "22 50%").locator(".batch-reading").click()
    page.keyboard.type("2")
    expect(page.locator(":focus")).to_have_value("2")
    yield "a row that is corrected"
    page.keyboard.press("Enter")
    open_menu(page, "Rows")
    page.get_by_label("A row for each").select_option("Line")
    page.get_by_role("checkbox", name="Choose 11.png").click()
    expect(page.get_by_text("1 chosen")).to_be_visible()
    yield "lines, one of them chosen"
    open_menu(page, "Pictures")
    page.get_by_role("button", name="Clear all").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    yield "a question"


def form(page: Page, site: str) -> Iterator[str]:
    """The fields of a form, and the rows that they fill."""
    page.set_viewport_size(BASE)
    use_form_reader(page)
    open_sample(page, site)
    yield "a form without fields"
    make_member_form(page)
    page.get_by_role("button", name="Save").click()
    yield "the fields of a form"
    page.get_by_role("button", name="Use this form").click()
    add_pictures(page)
    expect(page.locator("#batch tr").filter(has_text="second.png")).to_contain_text("4 digits, 5 are expected")
    yield "the rows of a form"


TOURS: list[Tour] = [panels, written, pictures, batch, form]
