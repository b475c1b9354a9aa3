"""The form as a test sees it: a sample of it, its fields, the rows that it fills."""

from __future__ import annotations

from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.support.printed_form import MEMBER, POSTAL_CODE, Place, form_file

VALID, WRONG = "79927398713", "79927398710"  # with the Luhn check digit of a known example, and without

SAMPLE = form_file("sample.png", {"Postal code": "80331", "Member": VALID})

FILLED = [
    form_file("first.png", {"Postal code": "20457", "Member": VALID}),
    form_file("second.png", {"Postal code": "1234", "Member": WRONG}, size=(600, 420), shift=(0.01, -0.005)),
]


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
    postal_code.get_by_label("Most digits").fill("5")
    postal_code.get_by_label("Fewest digits").fill("5")
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


def open_form_from_table(page: Page) -> None:
    is_in_form = page.url.endswith("#form")  # after a reload, too
    page.get_by_role("button", name="Back" if is_in_form else "Batch", exact=True).click()
    page.locator("#batch").get_by_role("button", name="form").first.click()


def stored(page: Page, name: str) -> Locator:
    return page.locator(".form-stored-list li").filter(has_text=name)
