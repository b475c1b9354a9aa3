"""A form: fields drawn once on a sample, and every further picture fills a row."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, FilePayload, Locator, Page, ViewportSize, expect

from tests.e2e.printed_form import MEMBER, POSTAL_CODE, Place, cells_file, form_file, use_form_reader

VALID, WRONG = "79927398713", "79927398710"  # with the Luhn check digit of a known example, and without
SAMPLE = form_file("sample.png", {"Postal code": "80331", "Member": VALID})
FILLED = [
    form_file("first.png", {"Postal code": "20457", "Member": VALID}),
    form_file("second.png", {"Postal code": "1234", "Member": WRONG}, size=(600, 420), shift=(0.01, -0.005)),
]
PHONE: ViewportSize = {"width": 360, "height": 740}


def open_sample(page: Page, site: str, file: FilePayload = SAMPLE) -> None:
    page.goto(site)
    expect(page.locator("html")).to_have_attribute("data-reader", "ready")
    page.locator("#picture-file").set_input_files(file)
    page.get_by_role("button", name="Make a form").click()
    expect(page.get_by_role("img", name="The sample picture")).to_be_visible()


def corners(page: Page, place: Place, room: float = 0.02) -> list[tuple[float, float]]:
    """Where in the window a field begins at the upper left, goes on, and ends, with room around it."""
    paper = page.locator(".form-paper").bounding_box()
    assert paper
    shares = [(place.x - room, place.y - room), (place.x + 0.1, place.y + 0.05)]
    shares.append((place.x + place.width + room, place.y + place.height + room))
    return [(paper["x"] + paper["width"] * x, paper["y"] + paper["height"] * y) for x, y in shares]


def draw_field(page: Page, place: Place, room: float = 0.02) -> None:
    before = boxes(page).count()
    first, *rest = corners(page, place, room)
    page.mouse.move(*first)
    page.mouse.down()
    for point in rest:
        page.mouse.move(*point)
    page.mouse.up()
    expect(boxes(page)).to_have_count(before + 1)


def boxes(page: Page) -> Locator:
    return page.locator(".form-box[data-index]")


def card(page: Page, index: int) -> Locator:
    return page.locator(".form-field").nth(index)


def open_card(page: Page, index: int) -> Locator:
    head = card(page, index).locator(".form-field-head")
    if head.get_attribute("aria-expanded") != "true":
        head.click()
    return card(page, index)


def name_field(page: Page, index: int, name: str) -> Locator:
    opened = open_card(page, index)
    opened.get_by_label("Name", exact=True).fill(name)
    return opened


def make_member_form(page: Page) -> None:
    """Draw both fields, the second with a check digit."""
    draw_field(page, POSTAL_CODE)
    draw_field(page, MEMBER)
    postal_code = name_field(page, 0, "Postal code")
    postal_code.get_by_label("At most").fill("5")
    postal_code.get_by_label("At least").fill("5")
    member = name_field(page, 1, "Member")
    member.get_by_label("Pattern").select_option("Check digit")
    page.get_by_label("Name of the form").fill("Members")


def read_rows(page: Page) -> None:
    page.get_by_role("button", name="Use this form").click()
    add_pictures(page)


def add_pictures(page: Page) -> None:
    expect(page.locator("#batch")).to_be_visible()
    page.locator("#picture-file").set_input_files(FILLED)


def row(page: Page, name: str) -> Locator:
    return page.locator("#batch tr").filter(has_text=name)


def reading(page: Page, name: str, column: int) -> Locator:
    return row(page, name).locator(".batch-reading").nth(column)


def test_every_further_picture_fills_a_row_and_what_breaks_its_pattern_is_marked(page: Page, site: str) -> None:
    open_sample(page, site)
    make_member_form(page)
    read_rows(page)
    expect(reading(page, "first.png", 0)).to_contain_text("20457", timeout=30_000)
    expect(reading(page, "first.png", 1)).to_contain_text(VALID)
    expect(reading(page, "second.png", 0)).to_contain_text("4 digits, 5 are expected", timeout=30_000)
    expect(reading(page, "second.png", 1)).to_contain_text(WRONG)
    expect(reading(page, "second.png", 1)).to_contain_text("The check digit does not fit")
    expect(row(page, "first.png")).not_to_contain_text("expected")
    expect(page.get_by_role("columnheader", name="Member")).to_be_visible()


def test_a_12_megapixel_photo_fills_a_row_like_a_small_one(page: Page, site: str) -> None:
    open_sample(page, site)
    make_member_form(page)
    page.get_by_role("button", name="Use this form").click()
    expect(page.locator("#batch")).to_be_visible()
    photo = form_file("photo.png", {"Postal code": "20457", "Member": VALID}, size=(4200, 2940))
    page.locator("#picture-file").set_input_files(photo)
    expect(reading(page, "photo.png", 0)).to_contain_text("20457", timeout=30_000)
    expect(reading(page, "photo.png", 1)).to_contain_text(VALID)


def test_a_field_with_a_printed_cell_for_each_digit_is_read_cell_by_cell(page: Page, site: str) -> None:
    open_sample(page, site, cells_file("sample.png", "20457"))
    draw_field(page, POSTAL_CODE, room=0)
    cells = open_card(page, 0).get_by_label("Printed cells")
    cells.fill("5")
    cells.blur()
    expect(card(page, 0).locator(".form-field-summary")).to_have_text("20457")
    page.get_by_role("button", name="Use this form").click()
    expect(page.locator("#batch")).to_be_visible()
    page.locator("#picture-file").set_input_files(cells_file("filled.png", "91683", size=(1500, 1050)))
    expect(reading(page, "filled.png", 0)).to_contain_text("91683", timeout=30_000)


def test_what_a_field_gives_is_seen_while_it_is_drawn(page: Page, site: str) -> None:
    use_form_reader(page)
    open_sample(page, site, form_file("sample.png", {"Postal code": "31/02/2024"}))
    draw_field(page, POSTAL_CODE)
    result = card(page, 0).locator(".form-result")
    expect(result).to_have_text("On the sample: 31/02/2024. Only digits are expected.")
    card(page, 0).get_by_label("Pattern").select_option("Date")
    expect(result).to_have_text("On the sample: 31/02/2024. There is no 31 February.")
    card(page, 0).get_by_label("Order").select_option("Month, day, year")
    expect(result).to_have_text("On the sample: 31/02/2024. There is no month 31.")
    card(page, 0).get_by_label("Pattern").select_option("Any numbers")
    expect(result).to_have_text("On the sample: 31/02/2024, 97% sure.")
    draw_field(page, MEMBER)
    expect(card(page, 1).locator(".form-result")).to_have_text("On the sample: no ink here.")


def test_a_mask_that_is_none_is_explained(page: Page, site: str) -> None:
    use_form_reader(page)
    open_sample(page, site)
    draw_field(page, POSTAL_CODE)
    card(page, 0).get_by_label("Pattern").select_option("Mask")
    mask = card(page, 0).get_by_label("Mask")
    mask.fill("AB-###")
    expect(card(page, 0)).to_contain_text("A mask is made of #")
    mask.fill("##### ##-###")
    expect(card(page, 0)).not_to_contain_text("A mask is made of #")
    expect(card(page, 0).locator(".form-result")).to_contain_text("80331, 97% sure")


def test_a_field_is_moved_and_resized_by_hand(page: Page, site: str) -> None:
    use_form_reader(page)
    open_sample(page, site, form_file("sample.png", {"Member": "12"}))
    draw_field(page, POSTAL_CODE)
    expect(card(page, 0).locator(".form-field-summary")).to_have_text("empty")
    before = boxes(page).bounding_box()
    assert before
    middle = before["x"] + before["width"] / 2, before["y"] + before["height"] / 2
    paper = page.locator(".form-paper").bounding_box()
    assert paper
    page.mouse.move(*middle)
    page.mouse.down()
    page.mouse.move(middle[0] + 40, middle[1] + 0.3 * paper["height"], steps=3)
    page.mouse.up()
    expect(card(page, 0).locator(".form-field-summary")).to_have_text("12")
    handle = page.locator(".form-handle.se").bounding_box()
    moved = boxes(page).bounding_box()
    assert handle
    assert moved
    assert moved["width"] == pytest.approx(before["width"], abs=1)
    corner = handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2
    page.mouse.move(*corner)
    page.mouse.down()
    page.mouse.move(corner[0] - 60, corner[1] + 30, steps=3)
    page.mouse.up()
    resized = boxes(page).bounding_box()
    assert resized
    assert resized["width"] == pytest.approx(moved["width"] - 60, abs=2)
    assert resized["height"] == pytest.approx(moved["height"] + 30, abs=2)
    page.get_by_role("button", name="Undo").first.click()
    page.get_by_role("button", name="Undo").first.click()
    expect(card(page, 0).locator(".form-field-summary")).to_have_text("empty")


def test_escape_lets_go_of_a_field_that_is_being_dragged(page: Page, site: str) -> None:
    use_form_reader(page)
    open_sample(page, site)
    first, second, _ = corners(page, POSTAL_CODE)
    page.mouse.move(*first)
    page.mouse.down()
    page.mouse.move(*second)
    expect(page.locator(".form-ghost")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".form-ghost")).to_be_hidden()
    page.mouse.up()
    expect(boxes(page)).to_have_count(0)
    expect(page.get_by_role("img", name="The sample picture")).to_be_visible()


def test_the_whole_form_can_be_made_by_keyboard(page: Page, site: str) -> None:
    use_form_reader(page)
    open_sample(page, site)
    press = page.keyboard.press
    page.get_by_role("button", name="Add field").focus()
    press("Enter")
    box = boxes(page).first
    expect(box).to_be_focused()
    expect(box).to_have_accessible_name(re.compile("Field 1, 10% across, 10% down, 30% wide, 6% high"))
    for key, count in {"ArrowDown": 18, "Shift+ArrowRight": 50, "Shift+ArrowDown": 20, "ArrowLeft": 1}.items():
        for _ in range(count):
            press(key)
    expect(box).to_have_accessible_name(re.compile("9.5% across, 19% down, 55% wide, 16% high"))
    press("Enter")
    expect(card(page, 0).get_by_label("Name", exact=True)).to_be_focused()
    page.keyboard.type("Postal code")
    press("Tab")
    page.keyboard.type("Digits")
    for digits in ("5", "5"):
        press("Tab")
        page.keyboard.type(digits)
    press("Tab")
    expect(card(page, 0).locator(".form-result")).to_have_text("On the sample: 80331, 97% sure.")
    page.get_by_role("button", name="Use this form").focus()
    press("Enter")
    add_pictures(page)
    expect(row(page, "second.png")).to_contain_text("4 digits, 5 are expected")


def test_delete_removes_a_field_and_undo_brings_it_back(page: Page, site: str) -> None:
    use_form_reader(page)
    open_sample(page, site)
    make_member_form(page)
    boxes(page).nth(1).focus()
    page.keyboard.press("Delete")
    expect(boxes(page)).to_have_count(1)
    expect(page.locator(".form-note")).to_contain_text("“Member” was deleted.")
    expect(page.get_by_role("button", name="Add field")).to_be_focused()
    page.locator(".form-note").get_by_role("button", name="Undo").click()
    expect(card(page, 1)).to_contain_text("Member")
    boxes(page).nth(1).focus()
    page.keyboard.press("Delete")
    page.keyboard.press("Control+z")
    expect(boxes(page)).to_have_count(2)
    page.keyboard.press("Control+Shift+z")
    expect(boxes(page)).to_have_count(1)


def test_keys_in_a_text_edit_the_text(page: Page, site: str) -> None:
    use_form_reader(page)
    open_sample(page, site)
    draw_field(page, POSTAL_CODE)
    name = name_field(page, 0, "Postal coda").get_by_label("Name", exact=True)
    name.press("Backspace")
    name.press("e")
    expect(name).to_have_value("Postal code")
    expect(boxes(page)).to_have_count(1)
    page.keyboard.press("Control+z")
    expect(boxes(page)).to_have_count(1)


def test_a_reload_keeps_what_was_drawn(page: Page, site: str) -> None:
    use_form_reader(page)
    open_sample(page, site)
    make_member_form(page)
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-reader", "ready")
    open_form_from_table(page)
    expect(page.get_by_role("img", name="The sample picture")).to_be_visible()
    expect(boxes(page)).to_have_count(2)
    expect(page.get_by_label("Name of the form")).to_have_value("Members")
    expect(open_card(page, 1).get_by_label("Pattern")).to_have_value("check")
    expect(card(page, 1).locator(".form-result")).to_contain_text(VALID)


def open_form_from_table(page: Page) -> None:
    page.get_by_role("button", name="Batch").click()
    page.locator("#batch").get_by_role("button", name="form").first.click()


def stored(page: Page, name: str) -> Locator:
    return page.locator(".form-stored-list li").filter(has_text=name)


def test_forms_are_stored_renamed_and_deleted(page: Page, site: str) -> None:
    use_form_reader(page)
    open_sample(page, site)
    make_member_form(page)
    page.get_by_role("button", name="Save").click()
    expect(stored(page, "Members")).to_contain_text("2 fields")
    page.get_by_role("button", name="New form").click()
    expect(boxes(page)).to_have_count(0)
    page.locator(".form-left input[type=file]").set_input_files(SAMPLE)
    expect(page.get_by_role("img", name="The sample picture")).to_be_visible()
    draw_field(page, MEMBER)
    page.get_by_label("Name of the form").fill("Another")
    # Opening one stores what is being drawn.
    stored(page, "Members").get_by_role("button", name="Members", exact=False).first.click()
    expect(boxes(page)).to_have_count(2)
    expect(page.locator(".form-stored-list li")).to_have_count(2)
    page.get_by_label("Name of the form").fill("People")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".form-stored-name")).to_have_text([re.compile("Another"), re.compile("People")])
    stored(page, "Another").get_by_role("button", name="Delete Another").click()
    expect(page.locator(".form-stored-list li")).to_have_count(1)
    expect(page.locator(".form-note").get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".form-stored-list li")).to_have_count(2)
    stored(page, "Another").get_by_role("button", name="Delete Another").click()
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-reader", "ready")
    open_form_from_table(page)
    expect(page.locator(".form-stored-name")).to_have_text([re.compile("People")])


def test_a_colleague_can_import_an_exported_form(page: Page, browser: Browser, site: str, tmp_path: Path) -> None:
    use_form_reader(page)
    open_sample(page, site)
    make_member_form(page)
    page.get_by_role("button", name="Save").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Export Members").click()
    assert download.value.suggested_filename == "members.inkdigit.json"
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert [field["name"] for field in json.loads(file.read_text())["form"]["fields"]] == ["Postal code", "Member"]

    colleague = browser.new_context().new_page()
    use_form_reader(colleague)
    colleague.goto(site)
    expect(colleague.locator("html")).to_have_attribute("data-reader", "ready")
    open_form_from_table(colleague)
    colleague.locator(".form-right input[accept*=json]").set_input_files(file)
    expect(boxes(colleague)).to_have_count(2)
    read_rows(colleague)
    expect(row(colleague, "second.png")).to_contain_text("The check digit does not fit")
    colleague.context.close()


def test_a_file_that_is_no_form_is_refused_in_words(page: Page, site: str) -> None:
    use_form_reader(page)
    open_sample(page, site)
    draw_field(page, POSTAL_CODE)
    for content in (b"not JSON", b'{"rows": []}'):
        file: FilePayload = {"name": "form.json", "mimeType": "application/json", "buffer": content}
        page.locator(".form-right input[accept*=json]").set_input_files(file)
        expect(page.get_by_role("alert")).to_contain_text("This file is no form of Inkdigit")
    expect(boxes(page)).to_have_count(1)


def test_a_sample_that_is_no_picture_leaves_the_form_as_it_was(page: Page, site: str) -> None:
    use_form_reader(page)
    open_sample(page, site)
    draw_field(page, POSTAL_CODE)
    broken: FilePayload = {"name": "broken.png", "mimeType": "image/png", "buffer": b"no picture"}
    page.locator(".form-right input[accept*=png]").set_input_files(broken)
    expect(page.get_by_role("alert")).to_contain_text("This picture is broken")
    expect(boxes(page)).to_have_count(1)
    page.locator(".form-left input[type=file]").set_input_files(SAMPLE)
    expect(page.get_by_role("img", name="The sample picture")).to_be_visible()
    expect(card(page, 0).locator(".form-result")).to_contain_text("80331")


def test_a_browser_that_keeps_nothing_says_so_and_still_exports(page: Page, site: str) -> None:
    use_form_reader(page)
    page.add_init_script("Object.defineProperty(globalThis, 'indexedDB', { value: undefined })")
    open_sample(page, site)
    draw_field(page, POSTAL_CODE)
    expect(page.locator("#form")).to_contain_text("a reload forgets the form")
    page.get_by_role("button", name="Save").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Export Form").click()
    assert json.loads(Path(download.value.path()).read_text())["format"] == "inkdigit-form"


def test_a_form_needs_a_field(page: Page, site: str) -> None:
    use_form_reader(page)
    open_sample(page, site)
    page.get_by_role("button", name="Use this form").click()
    expect(page.get_by_role("alert")).to_contain_text("Draw at least one field first.")


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context: BrowserContext = browser.new_context(
        viewport=PHONE,
        device_scale_factor=2,
        has_touch=True,
        is_mobile=True,
    )
    yield context.new_page()
    context.close()


def swipe(page: Page, points: list[tuple[float, float]]) -> None:
    """Put a finger down, and move it as slowly as a person."""
    devtools = page.context.new_cdp_session(page)
    for index, (x, y) in enumerate(points):
        kind = "touchStart" if index == 0 else "touchMove"
        devtools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
        page.wait_for_timeout(50)
    devtools.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_a_finger_draws_in_one_mode_and_scrolls_in_the_other(phone: Page, site: str) -> None:
    use_form_reader(phone)
    open_sample(phone, site)
    drawing = phone.get_by_role("button", name="Draw a field")
    expect(drawing).to_have_attribute("aria-pressed", "true")
    at_first = phone.evaluate("scrollY")
    swipe(phone, corners(phone, POSTAL_CODE))
    expect(boxes(phone)).to_have_count(1)
    assert phone.evaluate("scrollY") == at_first
    expect(drawing).to_have_attribute("aria-pressed", "false")
    x, y = corners(phone, MEMBER)[2]
    swipe(phone, [(x, y - 40 * step) for step in range(6)])
    phone.wait_for_timeout(200)
    assert phone.evaluate("scrollY") > at_first
    expect(boxes(phone)).to_have_count(1)
    drawing.click()
    swipe(phone, corners(phone, MEMBER))
    expect(boxes(phone)).to_have_count(2)


@pytest.mark.parametrize("size", [(320, 568), (360, 740), (740, 360)], ids=str)
def test_on_a_phone_everything_can_be_touched_and_nothing_sticks_out(
    phone: Page, site: str, size: tuple[int, int]
) -> None:
    phone.set_viewport_size({"width": size[0], "height": size[1]})
    use_form_reader(phone)
    open_sample(phone, site)
    phone.get_by_role("button", name="Add field").click()
    phone.get_by_role("button", name="Save").click()
    expect(stored(phone, "Form")).to_be_visible()
    for kind in ("digits", "decimal", "date", "time", "check", "mask"):
        card(phone, 0).get_by_label("Pattern").select_option(kind)
        small = phone.locator("#form").evaluate(
            """(form) => Array.from(form.querySelectorAll('button, .button, select, .form-label input, .form-switch'))
                .filter((target) => target.checkVisibility())
                .map((target) => [target.outerHTML, target.getBoundingClientRect()])
                .filter(([, { width, height }]) => Math.min(width, height) < 44)"""
        )
        assert small == []
        assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth"), kind
    for handle in phone.locator(".form-handle").all():
        place = handle.bounding_box()
        assert place
        assert min(place["width"], place["height"]) >= 44
