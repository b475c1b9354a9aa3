"""Whole numbers on the pad: read while they are written, each digit in its box."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.fake_reader import fake_number, use_fake_numbers
from tests.support.hand import DIGITS, LINE, Pad, Place, on_pad, place_in_line
from tests.support.page import open_page, settle

TOP, BELOW = Place(0.06, 0.14, 0.24), Place(0.06, 0.6, 0.24)


def answer(page: Page) -> Locator:
    return page.locator("#answer")


def expect_lines(page: Page, *lines: str) -> None:
    for index, line in enumerate(lines):
        expect(page.locator(".answer-line").nth(index)).to_have_text(line)
    expect(page.locator(".answer-line")).to_have_count(len(lines))


def test_a_number_is_read_while_it_is_written(page: Page, site: str) -> None:
    pad = open_page(page, site)
    for count, digit in enumerate("2047"):
        pad.write(digit, after=count)
        expect(answer(page)).to_have_text("2047"[: count + 1])
    expect(page.locator("#chart-title")).to_have_text("Digit 4 of 4, in %")


@pytest.mark.parametrize("number", ["457", "1388", "90265"])
def test_numbers_are_read(page: Page, site: str, number: str) -> None:
    pad = open_page(page, site)
    pad.write(number, Place(0.04, 0.4, 0.2))
    expect(answer(page)).to_have_text(number)


def test_the_order_of_the_digits_is_that_of_the_paper_not_of_the_hand(page: Page, site: str) -> None:
    pad = open_page(page, site)
    for place in (3, 0, 2, 1):
        pad.write("2047"[place], after=place)
    expect(answer(page)).to_have_text("2047")


def test_a_later_stroke_completes_an_earlier_digit(page: Page, site: str) -> None:
    pad = open_page(page, site)
    body, bar = DIGITS[4]
    pad.draw([body], place_in_line(0))
    pad.write("7", after=1)
    expect(answer(page)).not_to_have_text("47")
    pad.draw([bar], place_in_line(0))
    expect(answer(page)).to_have_text("47")


def test_two_lines_are_two_numbers(page: Page, site: str) -> None:
    pad = open_page(page, site)
    pad.write("204", TOP)
    pad.write("731", BELOW)
    expect_lines(page, "204", "731")


def test_numbers_beside_each_other_keep_apart(page: Page, site: str) -> None:
    pad = open_page(page, site)
    pad.write("20", Place(0.04, 0.4, 0.16))
    pad.write("47", Place(0.62, 0.4, 0.16))
    expect_lines(page, "20 47")


def test_every_digit_has_a_box_around_its_ink_and_its_name_below(page: Page, site: str) -> None:
    pad = open_page(page, site)
    pad.write("207")
    expect(answer(page)).to_have_text("207")
    marks = page.locator("#pad-marks .mark")
    expect(marks).to_have_count(3)
    for index, digit in enumerate("207"):
        points = [pad.at(point) for stroke in DIGITS[int(digit)] for point in on_pad(stroke, place_in_line(index))]
        box = marks.nth(index).bounding_box()
        label = marks.nth(index).locator(".mark-label")
        below = label.bounding_box()
        assert box
        assert below
        assert box["x"] == pytest.approx(min(x for x, _ in points), abs=2)
        assert box["y"] == pytest.approx(min(y for _, y in points), abs=2)
        assert box["x"] + box["width"] == pytest.approx(max(x for x, _ in points), abs=2)
        assert box["y"] + box["height"] == pytest.approx(max(y for _, y in points), abs=2)
        assert below["y"] >= box["y"] + box["height"]
        expect(label).to_contain_text(re.compile(rf"^{digit}"))


def test_boxes_are_taken_off_with_the_ink(page: Page, site: str) -> None:
    pad = open_page(page, site)
    pad.write("20")
    expect(page.locator("#pad-marks .mark")).to_have_count(2)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#pad-marks .mark")).to_have_count(1)
    page.get_by_role("button", name="Clear").click()
    expect(page.locator("#pad-marks .mark")).to_have_count(0)


def test_each_unsure_digit_is_marked_by_itself_and_not_by_color_alone(page: Page, site: str) -> None:
    number = fake_number("20?7", confidence=0.5, sure={1: 0.6}, place=(0.2, 0.4), alternatives={"2077": 0.3})
    use_fake_numbers(page, [number])
    pad = open_page(page, site)
    pad.write("2")
    expect(answer(page)).to_have_text("20?7")
    parts = page.locator(".answer-part")
    assert [part.get_attribute("data-mark") for part in parts.all()] == ["sure", "unsure", "unknown", "sure"]
    expect(parts.nth(1)).to_have_css("text-decoration-style", "dotted")
    expect(parts.nth(0)).to_have_css("text-decoration-line", "none")
    doubtful = page.locator("#pad-marks .mark").nth(1)
    assert doubtful.evaluate("(mark) => getComputedStyle(mark, '::before').borderStyle") == "dashed"
    assert doubtful.locator(".mark-text").evaluate("(text) => getComputedStyle(text, '::after').content") == '"?"'
    expect(page.locator("#answer-box")).to_contain_text("Not sure: 20?7 or 2077, 50% and 30%")
    expect(page.locator("#answer-status")).to_have_text(
        "Not sure: 2 0 not a digit 7 or 2077, 50% and 30%, sign 3 cannot be read"
    )


def test_a_long_number_is_spoken_digit_by_digit(page: Page, site: str) -> None:
    use_fake_numbers(page, [fake_number("20471", place=(0.1, 0.4)), fake_number("12.5", place=(0.1, 0.7), line=1)])
    open_page(page, site).write("2")
    expect(page.locator("#answer-status")).to_have_text("2 0 4 7 1, 12.5, 98% sure")


@pytest.mark.parametrize("size", [(320, 568), (360, 740), (1440, 900)], ids=str)
@pytest.mark.parametrize(
    "texts",
    [["2047"], ["1234567890" * 2], ["1" * 60], ["314", "15926", "53"], ["12345678"] * 9],
    ids=["short", "long", "very long", "three lines", "a page"],
)
def test_however_long_it_is_the_answer_stays_in_its_place(
    page: Page, site: str, size: tuple[int, int], texts: list[str]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    numbers = [
        fake_number(text, place=(0.05, 0.1 * index), line=index, size=0.9 / max(10, len(text)))
        for index, text in enumerate(texts)
    ]
    use_fake_numbers(page, numbers)
    pad = open_page(page, site)
    before = pad.element.bounding_box()
    pad.write("2")
    expect_lines(page, *texts)
    box = page.locator("#answer-box")
    assert box.evaluate("(box) => box.scrollWidth <= box.clientWidth && box.scrollHeight <= box.clientHeight")
    large = page.locator(".answer-large")
    assert large.evaluate("(large) => large.scrollWidth <= large.clientWidth"), "it is never cut at the side"
    assert pad.element.bounding_box() == before
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1440, 900)], ids=str)
def test_four_lines_are_seen_whole_on_a_laptop(page: Page, site: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    texts = ["314", "15926", "53", "58979"]
    use_fake_numbers(page, [fake_number(text, place=(0.05, 0.1 * line), line=line) for line, text in enumerate(texts)])
    open_page(page, site).write("2")
    expect_lines(page, *texts)
    assert page.locator(".answer-large").evaluate("(large) => large.scrollHeight <= large.clientHeight")
    assert page.evaluate("document.documentElement.scrollHeight <= innerHeight"), "there was room for it"


def test_the_answer_can_be_copied(page: Page, site: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    use_fake_numbers(page, [fake_number("2047", place=(0.1, 0.1)), fake_number("-7.5", place=(0.1, 0.6), line=1)])
    pad = open_page(page, site)
    copy = page.get_by_role("button", name="Copy")
    expect(copy).to_be_disabled()
    pad.write("2")
    copy.click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "2047\n-7.5"
    expect(copy).to_be_visible()


def test_a_browser_that_forbids_to_copy_is_told(page: Page, site: str) -> None:
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined }); document.execCommand = () => false"
    )
    use_fake_numbers(page, [fake_number("2047", place=(0.1, 0.1))])
    open_page(page, site).write("2")
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("alert")).to_contain_text("Select the answer and copy it yourself")


def test_a_tap_on_a_label_asks_about_the_digit_and_leaves_no_ink(page: Page, site: str) -> None:
    pad = open_page(page, site)
    pad.write("20")
    expect(answer(page)).to_have_text("20")
    drawn = pad.ink()
    page.locator("#pad-marks .mark-label").nth(1).click(force=True)
    expect(page.get_by_role("dialog")).to_be_visible()
    expect(page.get_by_role("dialog").get_by_role("heading").first).to_contain_text("0,")
    assert pad.ink() == drawn
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(answer(page)).to_have_text("20")


def test_a_stroke_that_begins_on_a_label_and_a_dot_beside_it_are_drawn(page: Page, site: str) -> None:
    pad = open_page(page, site)
    pad.write("20")
    expect(answer(page)).to_have_text("20")
    label = label_of(pad, page, 1)
    drawn = pad.ink()
    for _ in pad.follow([label, (label[0], label[1] - 0.1), (label[0] + 0.2, label[1] - 0.1)]):
        pass
    page.mouse.up()
    settle(page)
    stroke = pad.ink()
    assert stroke > drawn
    pad.draw([[(label[0], LINE.top + LINE.size / 2)]], Place(0, 0, 1))
    settle(page)
    assert pad.ink() > stroke
    expect(page.get_by_role("dialog")).to_be_hidden()


def label_of(pad: Pad, page: Page, index: int) -> tuple[float, float]:
    """The middle of a label, in sides of the pad."""
    label = page.locator("#pad-marks .mark-label").nth(index).bounding_box()
    assert label
    return pad.point_at((label["x"] + label["width"] / 2, label["y"] + label["height"] / 2))
