"""A form of twelve fields that many people filled in, photographed by hand: moved, turned, and seen from a side."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageFilter

from training.data.writers import Handwriting, pen_by_writer
from training.numbers.printed_form import BLACK, BLUE, SIZE, Form, FormPicture, PrintedField, colors_of

MOST_MOVE, MOST_TURN, MOST_ASLANT = 0.03, 5.0, 0.03
"""By how much a photograph moves the sheet, in shares of its sides; turns it, in degrees; moves each corner inward."""

TABLE = (1500, 2060)
"""Of a photograph, in pixels: the sheet lies about its middle."""

FLAT = np.array([(0, 0), (1, 0), (1, 1), (0, 1)], np.float64)
"""Corners, clockwise from the left top, in shares of a sheet's sides."""


@dataclass(frozen=True)
class FilledForm:
    """A photograph as a JPEG, what each field says, and [4, 2] where the sheet's corners are in it, as in `FLAT`."""

    file: bytes
    texts: list[str]
    corners: np.ndarray


def blank_form(seed: int) -> FormPicture:
    """The form with nothing written on it, as it is printed."""
    form = _printed(np.random.default_rng(seed))
    return FormPicture("twelve fields, blank", _saved(_sheet(form, BLUE), "PNG"), form.fields)


def filled_forms(people: Handwriting, count: int, seed: int) -> Iterator[FilledForm]:
    """Photographs of the form, each filled in by one person, every other one with a black pen instead of a blue one."""
    pens = pen_by_writer(people.pen)
    for number in range(count):
        rng = np.random.default_rng((seed, number))
        form = _printed(np.random.default_rng(seed))
        form.rng, form.own = rng, pens[rng.integers(len(pens))]
        form.fields.clear()
        _place_fields(form)
        sheet = _sheet(form, (BLUE, BLACK)[number % 2])
        corners = _corners(rng)
        yield FilledForm(_photograph(sheet, corners, rng), [field.text for field in form.fields], corners)


def area_of(field: PrintedField) -> dict[str, float]:
    """A field's place in shares of the sheet's sides."""
    shares = (value / side for value, side in zip(field.box, SIZE * 2, strict=True))
    return dict(zip(("x", "y", "width", "height"), shares, strict=True))


def seen_through(corners: np.ndarray, places: np.ndarray) -> np.ndarray:
    """[n, 2] where places, in shares of the sheet's sides, are in a photograph with the sheet's corners there."""
    first, second, depth = (
        np.append(_view(FLAT, corners), 1).reshape(3, 3) @ np.append(places, np.ones((len(places), 1)), axis=1).T
    )
    return np.stack([first / depth, second / depth], axis=1)


def _printed(rng: np.random.Generator) -> Form:
    form = Form(rng, None)
    form.text("Application for membership", (90, 90), 44)
    form.text("Write clearly, with a black or blue pen, and stay within the boxes.", (90, 160), 22)
    for row, name in enumerate(["Number of the member", "Day of birth", "Postal code"]):
        form.text(name, (90, 250 + 170 * row), 26)
    form.text("For the office: marks of the three examiners, first and second term", (90, 1000), 24)
    _place_fields(form)
    return form


def _place_fields(form: Form) -> None:
    """Prints the fields, in which whoever owns the form writes."""
    for row, cells in enumerate([9, 8, 5]):
        form.comb((90, 290 + 170 * row), [cells], (64, 78), apart=row == 2)
    for column, caption in enumerate(["Fee", "Days", "Distance in km"]):
        form.box((90 + 370 * column, 820), (320, 110), caption)
    rows: list[list[str | None]] = [["", "First", "Second"]]
    rows += [[name, None, None] for name in ("Abel", "Brandt", "Costa")]
    form.table((90, 1060), [300, 200, 200], rows, 84)


def _sheet(form: Form, pen: tuple[float, float, float]) -> Image.Image:
    return Image.fromarray((colors_of(form, pen) * 255).astype(np.uint8))


def _corners(rng: np.random.Generator) -> np.ndarray:
    from_middle = (FLAT - 0.5) * SIZE
    turn = np.radians(rng.uniform(-MOST_TURN, MOST_TURN))
    turned = from_middle @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    moved = turned + rng.uniform(-MOST_MOVE, MOST_MOVE, 2) * SIZE
    aslant = moved - rng.uniform(0, MOST_ASLANT, (4, 2)) * np.sign(from_middle) * SIZE
    return aslant + np.array(TABLE) / 2


def _photograph(sheet: Image.Image, corners: np.ndarray, rng: np.random.Generator) -> bytes:
    """On a table, in light that falls off to one side, as a JPEG."""
    seen = _put_on_table(sheet, corners, rng)
    y, x = np.mgrid[: TABLE[1], : TABLE[0]].astype(np.float32) / max(TABLE)
    light = 0.92 - rng.uniform(0, 0.35) * x - rng.uniform(0, 0.25) * y
    picture = seen * light[..., None] * rng.uniform(0.94, 1.0, 3).astype(np.float32)
    picture += rng.normal(0, rng.uniform(1, 4), (*TABLE[::-1], 1)).astype(np.float32)
    blurred = Image.fromarray(np.clip(picture, 0, 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(0.8))
    return _saved(blurred, "JPEG", quality=int(rng.integers(72, 93)))


def _put_on_table(sheet: Image.Image, corners: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """[h, w, 3] of the photograph before its light."""
    view = _view(corners, FLAT * SIZE)
    table = tuple(int(each) for each in rng.integers(60, 140, 3))
    seen = sheet.convert("RGBA").transform(TABLE, Image.Transform.PERSPECTIVE, view.tolist(), Image.Resampling.BICUBIC)
    lying = Image.new("RGB", TABLE, table)
    lying.paste(seen.convert("RGB"), mask=seen.getchannel("A"))
    return np.asarray(lying, np.float32)


def _view(start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """[8] of the homography that takes four points, [4, 2] each, to four others; its ninth value is 1."""
    rows: list[list[float]] = []
    for (x, y), (u, v) in zip(start, end, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
    return np.linalg.solve(np.array(rows), end.reshape(-1))


def _saved(image: Image.Image, kind: str, **options: int) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()
