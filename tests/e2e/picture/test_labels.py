"""What was read stands beside the ink, and never over any."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import Page, expect

from tests.support.fake_reader import FakeNumber, fake_number, use_fake_numbers
from tests.support.hand import DIGITS, Place
from tests.support.kept import expect_soon
from tests.support.numbers_picture import SIZES
from tests.support.page import open_page, settle
from tests.support.pictures import as_file, open_file

LINES = ["2047", "316", "58", "901", "77", "4410", "23", "68", "5", "1990"]
PAPER, PEN = "#ffffff", "#000000"

COVERED_IN_PICTURE = """() => {
    const image = document.querySelector('.picture-photo img');
    const { left, top, width } = image.getBoundingClientRect();
    const scale = image.naturalWidth / width;
    const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const labels = [...document.querySelectorAll('.picture .mark-label')].filter((label) => label.checkVisibility());
    const covered = labels.filter((label) => {
        const rect = label.getBoundingClientRect();
        const [x, y] = [(rect.left - left) * scale, (rect.top - top) * scale];
        const { data } = context.getImageData(x, y, rect.width * scale, rect.height * scale);
        return data.some((value, at) => at % 4 === 0 && value < 128);
    });
    return { shown: labels.length, covered: covered.map((label) => label.textContent) };
}"""

COVERED_ON_PAD = """() => {
    const pad = document.querySelector('#pad');
    const { left, top, width } = pad.getBoundingClientRect();
    const scale = pad.width / width;
    const context = pad.getContext('2d');
    const labels = [...document.querySelectorAll('#pad-marks .mark-label')].filter((label) => label.checkVisibility());
    const covered = labels.filter((label) => {
        const rect = label.getBoundingClientRect();
        const [x, y] = [(rect.left - left) * scale, (rect.top - top) * scale];
        const { data } = context.getImageData(x, y, rect.width * scale, rect.height * scale);
        return data.some((value, at) => at % 4 === 3 && value > 0);
    });
    return { shown: labels.length, covered: covered.map((label) => label.textContent) };
}"""


def draw(image: Image.Image, text: str, left: float, top: float, size: float) -> None:
    """Draw a number into the boxes in which the made-up reader finds its digits."""
    pen = ImageDraw.Draw(image)
    for at, digit in enumerate(text):
        points = [point for stroke in DIGITS[int(digit)] for point in stroke]
        width, height = max(x for x, _ in points), max(y for _, y in points)
        for stroke in DIGITS[int(digit)]:
            line = [
                (left + size * at + 2 + (0.9 * size - 4) * x / width, top + 2 + (2 * size - 4) * y / height)
                for x, y in stroke
            ]
            pen.line(line, fill=PEN, width=3, joint="curve")


def ten_lines(gap: float) -> tuple[Image.Image, list[FakeNumber]]:
    """A page of ten lines, so many pixels apart, of digits of 40 pixels."""
    image = Image.new("RGB", (900, 700), PAPER)
    numbers = []
    for line, text in enumerate(LINES):
        left, top = 60 + 7 * line, 12 + (40 + gap) * line
        draw(image, text, left, top, 20)
        numbers.append(fake_number(text, place=(left, top), size=20, line=line))
    return image, numbers


def full_table() -> tuple[Image.Image, list[FakeNumber]]:
    """Nine rows of fifteen cells, 60 by 70 pixels each."""
    image = Image.new("RGB", (900, 700), PAPER)
    numbers = []
    for cell in range(135):
        row, column = divmod(cell, 15)
        left, top, text = 60 * column + 14.0, 70 * row + 20.0, str(10 + cell % 90)
        draw(image, text, left, top, 16)
        numbers.append(fake_number(text, place=(left, top), size=16, line=row))
    return image, numbers


@pytest.mark.parametrize("size", [*SIZES, (768, 1024)], ids=str)
@pytest.mark.parametrize("sheet", ["lines", "close lines", "table"])
def test_no_label_of_a_picture_covers_ink(page: Page, site: str, size: tuple[int, int], sheet: str) -> None:
    image, numbers = full_table() if sheet == "table" else ten_lines(26 if sheet == "lines" else 4)
    page.set_viewport_size({"width": size[0], "height": size[1]})
    use_fake_numbers(page, numbers)
    open_page(page, site)
    open_file(page, as_file(image, "sheet.png"))
    expect(page.locator(".picture .mark[data-kind='number']")).to_have_count(len(numbers))
    # Labels are not seen until they have their places.
    expect_soon(page, lambda: page.evaluate(COVERED_IN_PICTURE)["covered"], [])
    counted = page.evaluate(COVERED_IN_PICTURE)
    if sheet == "lines":
        assert counted["shown"] == len(LINES), "each line has room beside it"
    for _ in range(3):
        page.get_by_role("button", name="Larger").click()
    expect_soon(page, lambda: page.evaluate(COVERED_IN_PICTURE)["covered"], [])
    counted = page.evaluate(COVERED_IN_PICTURE)
    if sheet == "table" and size[0] > 400:
        assert counted["shown"] == len(numbers), "enlarged, each cell has room"


@pytest.mark.parametrize("size", [*SIZES, (768, 1024)], ids=str)
def test_no_label_of_the_pad_covers_ink_of_two_close_lines(page: Page, site: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    pad = open_page(page, site)
    pad.write("204", Place(0.08, 0.16, 0.2))
    pad.write("731", Place(0.08, 0.41, 0.2))
    expect(page.locator("#pad-marks .mark")).to_have_count(6)
    page.wait_for_function("document.querySelectorAll('#pad-marks [data-placed]').length > 0")
    settle(page)
    counted = page.evaluate(COVERED_ON_PAD)
    assert counted["covered"] == []
    assert counted["shown"] == 6, "the first line has room above, and the second below"
