"""A page of numbers as a picture, and what the page shows of it."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw
from playwright.sync_api import Locator, Page, expect

from tests.support.fake_reader import fake_number, use_fake_numbers
from tests.support.hand import DIGITS, PITCH, Place, on_pad
from tests.support.page import open_page
from tests.support.pictures import as_file, open_file

SIZES = [(360, 740), (1440, 900)]

# As on page_of_numbers(): in its pixels.
FIRST, SECOND = Place(100, 90, 120), Place(120, 420, 120)

SHEET = [(160, 120), (1040, 60), (1100, 780), (100, 840)]
"""Where the corners of the page of numbers are in a picture of it on a table, clockwise."""


def page_of_numbers() -> Image.Image:
    """2047 above 316, as with a felt pen on paper of 900 x 700 pixels."""
    image = Image.new("RGB", (900, 700), "#e9e4d8")
    pen = ImageDraw.Draw(image)
    for text, line in (("2047", FIRST), ("316", SECOND)):
        for index, digit in enumerate(text):
            for stroke in DIGITS[int(digit)]:
                pen.line(on_pad(stroke, place_of(line, index)), fill="#1c2333", width=9, joint="curve")
    return image


def on_a_table() -> Image.Image:
    """The page of numbers, seen aslant on a dark table."""
    width, height = 1200, 900
    page = page_of_numbers()
    wide, high = page.size
    # PIL asks where each of the result's pixels is in the page: from these corners to those.
    view = _view(SHEET, [(0, 0), (wide, 0), (wide, high), (0, high)])
    seen = page.transform((width, height), Image.Transform.PERSPECTIVE, view, Image.Resampling.BICUBIC)
    mask = Image.new("L", (width, height), 0)
    ImageDraw.Draw(mask).polygon(SHEET, fill=255)
    table = Image.new("RGB", (width, height), "#4a3728")
    table.paste(seen, mask=mask)
    return table


def _view(places: list[tuple[int, int]], to: list[tuple[int, int]]) -> list[float]:
    rows, values = [], []
    for (x, y), (u, v) in zip(places, to, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    return list(np.linalg.solve(np.array(rows, float), np.array(values, float)))


def place_of(line: Place, index: int) -> Place:
    """Where a digit of a line stands."""
    return Place(line.left + index * PITCH * line.size, line.top, line.size)


def fake_page(page: Page, **options: object) -> None:
    """Let the reader find 2047 and below it 316, at places that a test knows."""
    # After a reload a service worker would answer with the real reader.
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    first = fake_number("2047", place=(100, 90), size=60, sure={2: 0.5}, confidence=0.5)
    second = fake_number("316", place=(120, 420), size=60, line=1)
    use_fake_numbers(page, [first, second], **options)  # type: ignore[arg-type]


def open_picture(page: Page, site: str) -> Locator:
    """Open the page of numbers; the picture as it is shown."""
    open_page(page, site)
    open_file(page, as_file(page_of_numbers(), "page.png"))
    expect(page.locator("#answer")).to_have_text("2047 316")
    return page.locator(".picture-photo img")


def shown_at(picture: Locator, x: float, y: float) -> tuple[float, float]:
    """The place in the window of a pixel of the picture."""
    box = picture.bounding_box()
    assert box
    return box["x"] + x * box["width"] / 900, box["y"] + y * box["height"] / 700
