"""Pictures of a printed form that people filled in, and a reader for tests of what the page does with the answers."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import FilePayload, Page

from tests.support.made_up_reader import use_reader
from tests.support.written import write_line

SIZE = (1000, 700)


@dataclass(frozen=True)
class Place:
    """Where a field is printed, in shares of the picture."""

    x: float
    y: float
    width: float
    height: float


POSTAL_CODE = Place(0.1, 0.2, 0.5, 0.12)
MEMBER = Place(0.1, 0.5, 0.7, 0.12)
PRINTED = {"Postal code": POSTAL_CODE, "Member": MEMBER}


def draw_form(values: dict[str, str], size: tuple[int, int] = SIZE, shift: tuple[float, float] = (0, 0)) -> Image.Image:
    """A picture of the form, with these values written into its fields; `shift` is in shares of the picture."""
    picture = Image.new("RGB", size, (244, 241, 232))
    pen = ImageDraw.Draw(picture)
    for name, place in PRINTED.items():
        left, top = (place.x + shift[0]) * size[0], (place.y + shift[1]) * size[1]
        width, height = place.width * size[0], place.height * size[1]
        font = ImageFont.load_default(size=round(height / 4))
        pen.text((left, top - height / 2), name, fill=(90, 90, 90), font=font)
        printed = (left, top, left + width, top + height)
        pen.rectangle(printed, outline=(150, 150, 150), width=max(1, round(height / 40)))
        digit = 0.65 * height
        for strokes in write_line(values.get(name, "")):
            for stroke in strokes:
                points = [(left + (0.3 + x) * digit, top + 0.15 * height + y * digit) for x, y in stroke]
                pen.line(points, fill=(28, 42, 85), width=max(2, round(digit / 12)), joint="curve")
    return picture


def cells_file(name: str, text: str, size: tuple[int, int] = SIZE) -> FilePayload:
    """A picture of a form that prints a cell for each digit of the postal code."""
    picture = draw_form({}, size)
    pen = ImageDraw.Draw(picture)
    left, top = POSTAL_CODE.x * size[0], POSTAL_CODE.y * size[1]
    side, height = POSTAL_CODE.width * size[0] / len(text), POSTAL_CODE.height * size[1]
    for index, character in enumerate(text):
        start = left + index * side
        pen.line((start, top, start, top + height), fill=(150, 150, 150), width=max(1, round(height / 40)))
        for stroke in (stroke for strokes in write_line(character) for stroke in strokes):
            points = [(start + 0.3 * side + 0.65 * height * x, top + height * (0.15 + 0.65 * y)) for x, y in stroke]
            pen.line(points, fill=(28, 42, 85), width=max(2, round(height / 18)), joint="curve")
    content = io.BytesIO()
    picture.save(content, "PNG")
    return {"name": name, "mimeType": "image/png", "buffer": content.getvalue()}


def form_file(
    name: str, values: dict[str, str], size: tuple[int, int] = SIZE, shift: tuple[float, float] = (0, 0)
) -> FilePayload:
    """The picture as a file, behind which the fake reader finds what is written in it."""
    content = io.BytesIO()
    draw_form(values, size, shift).save(content, "PNG")
    written = {name: {**vars(PRINTED[name]), "text": text} for name, text in values.items() if text}
    return {
        "name": name,
        "mimeType": "image/png",
        "buffer": content.getvalue() + MARK.encode() + json.dumps(list(written.values())).encode(),
    }


MARK = "WRITTEN:"


def photo_file(name: str, values: dict[str, str], turned: float, other: bool = False) -> FilePayload:
    """A photograph of the form on a table: smaller, to one side, and turned by so many degrees; or of another form."""
    picture = draw_form(values) if not other else Image.new("RGB", SIZE, (244, 241, 232))
    if other:
        pen = ImageDraw.Draw(picture)
        for row in range(9):
            for column in range(6):
                left, top = 60 + 150 * column, 40 + 70 * row
                pen.rectangle((left, top, left + 90 + 10 * (row % 4), top + 34), outline=(120, 120, 120), width=3)
    sheet = picture.resize((round(0.85 * SIZE[0]), round(0.85 * SIZE[1])), Image.Resampling.LANCZOS)
    table = Image.new("RGB", (1100, 860), (96, 84, 70))
    table.paste(sheet, (150, 90))
    content = io.BytesIO()
    table.rotate(turned, Image.Resampling.BICUBIC, expand=True, fillcolor=(96, 84, 70)).save(content, "PNG")
    return {"name": name, "mimeType": "image/png", "buffer": content.getvalue()}


def use_form_reader(page: Page) -> None:
    """Read on the page, once it is opened, what `form_file` says, at once and without mistakes."""
    # It would hand out the real one after a reload.
    page.add_init_script("Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined })")
    use_reader(page, "form", {"mark": MARK})
