"""Printed forms, blank and filled in, in scans and photographs, with where their fields are."""

from __future__ import annotations

import io
from collections.abc import Callable

import numpy as np
from PIL import Image, ImageFilter

from training.data.writers import Handwriting, pen_by_writer
from training.numbers.printed_form import SIZE, Form, FormPicture, PrintedField, colors_of

MOST_TURN = 2.0
"""Degrees that a photographed sheet is turned by at most."""


def _registration(form: Form) -> None:
    form.text("Registration for the examination", (90, 90), 44)
    form.text("Write one digit in each box. Use a black or blue pen, and do not cross the lines.", (90, 160), 22)
    for row, (name, groups, apart) in enumerate(
        [
            ("Number of the candidate", [9], False),
            ("Date of birth", [2, 2, 4], False),
            ("Postal code", [5], True),
            ("Center", [4], True),
            ("Membership", [11], False),
        ]
    ):
        y = 260 + 190 * row
        form.text(name, (90, y), 26)
        form.comb((90, y + 45), groups, (64, 78), apart=apart)
    form.box((90, 1280), (420, 110), "Fee")
    form.box((560, 1280), (420, 110), "Year of the last examination")
    form.text("Signature", (90, 1560), 26)


def _marks(form: Form) -> None:
    form.text("Mark sheet", (90, 80), 48)
    form.text("Class 7 B, mathematics, second term", (90, 150), 26)
    names = ["Adams", "Bauer", "Castro", "Das", "Eriksen", "Gupta", "Horvat", "Ito", "Jansen", "Kaya", "Lopez", "Li"]
    rows: list[list[str | None]] = [["Name", "Test 1", "Test 2", "Oral", "Paper", "Sum"]]
    rows += [[name, *[None] * 5] for name in names]
    form.table((90, 240), [300, 150, 150, 150, 150, 160], rows, 72)
    form.box((700, 1260), (450, 110), "Mean")


def _meters(form: Form) -> None:
    form.text("Reading of the meters", (90, 80), 44)
    form.text("Date", (90, 190), 26)
    form.comb((220, 170), [2, 2, 4], (56, 70), apart=False)
    for row in range(9):
        y = 300 + 140 * row
        form.text(f"Flat {row + 1}", (90, y + 20), 28)
        form.comb((300, y), [6], (70, 84), apart=True)
        form.box((860, y), (220, 84))


def _claim(form: Form) -> None:
    form.text("Claim for expenses", (90, 80), 46)
    form.box((90, 190), (500, 110), "Number of the employee")
    form.box((620, 190), (500, 110), "Cost center")
    goods = ["Rail", "Taxi", "Hotel, breakfast not included", "Meals", "Fuel", "Parking", "Telephone", "Other"]
    rows: list[list[str | None]] = [["What", "How many", "Price", "Amount"]]
    rows += [[each, None, None, None] for each in goods]
    form.table((90, 380), [470, 160, 200, 230], rows, 84)
    form.box((850, 1170), (300, 110), "Total")
    form.text("I declare that what is claimed was spent for the company and is paid by nobody else.", (90, 1380), 24)
    form.text("Account", (90, 1480), 26)
    form.comb((230, 1460), [10], (62, 76), apart=False)


def _answers(form: Form) -> None:
    form.text("Answers", (90, 80), 48)
    form.text("Roll number", (90, 190), 26)
    form.comb((290, 170), [8], (66, 80), apart=False)
    for side in range(2):
        rows: list[list[str | None]] = [["No.", "Answer", "Points"]]
        rows += [[str(15 * side + row + 1), None, None] for row in range(15)]
        form.table((90 + 560 * side, 320), [100, 240, 160], rows, 76)


def _order(form: Form) -> None:
    form.text("Order for the kitchen", (90, 80), 46)
    form.text("One sheet for each day. Whoever orders for guests says so below.", (90, 160), 24)
    form.line((90, 290), "Amount:", 34, (230, 520))
    form.line((600, 290), "Number of guests:", 34, (890, 1120))
    for row, name in enumerate(["Bread", "Milk, in liters", "Apples", "Rice, in kilograms", "Water", "Eggs"]):
        form.line((90, 430 + 120 * row), name, 30, (460, 800))
    form.line((90, 1220), "Paid:", 40, (200, 640))
    form.draw.line((90, 1330, 1150, 1330), fill=form.gray, width=form.width)
    form.text("What is ordered after ten is brought on the next day.", (90, 1360), 24)
    form.line((90, 1470), "Telephone of whoever ordered:", 28, (500, 1120))


FORMS: dict[str, Callable[[Form], None]] = {
    "registration": _registration,
    "marks": _marks,
    "meters": _meters,
    "claim": _claim,
    "answers": _answers,
    "order": _order,
}


def form_pictures(people: Handwriting, seed: int) -> list[FormPicture]:
    """Each form blank as a scan, and filled in as a photograph."""
    pens = pen_by_writer(people.pen)
    made = []
    for number, (name, print_form) in enumerate(FORMS.items()):
        rng = np.random.default_rng((seed, number))
        for own in (None, pens[rng.integers(len(pens))]):
            form = Form(rng, own)
            print_form(form)
            made.append(_scan(name, form) if own is None else _photograph(name, form))
    return made


def _scan(name: str, form: Form) -> FormPicture:
    seen = Image.fromarray((colors_of(form) * 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(0.7))
    noisy = np.asarray(seen, np.float32) + form.rng.normal(0, 3, (SIZE[1], SIZE[0], 1))
    file = io.BytesIO()
    Image.fromarray(np.clip(noisy, 0, 255).astype(np.uint8)).save(file, "PNG")
    return FormPicture(f"{name}, blank, scanned", file.getvalue(), form.fields)


def _photograph(name: str, form: Form) -> FormPicture:
    """Turned a little, in light that falls off to one side, as a JPEG."""
    rng = form.rng
    degrees = rng.uniform(-MOST_TURN, MOST_TURN)
    sheet = Image.fromarray((colors_of(form) * 255).astype(np.uint8))
    turned = sheet.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=(255, 255, 255))
    y, x = np.mgrid[: SIZE[1], : SIZE[0]].astype(np.float32) / max(SIZE)
    light = 0.9 - rng.uniform(0, 0.4) * x - rng.uniform(0, 0.3) * y
    picture = np.asarray(turned, np.float32) * light[..., None] * rng.uniform(0.94, 1.0, 3).astype(np.float32)
    picture += rng.normal(0, rng.uniform(1, 5), (SIZE[1], SIZE[0], 1)).astype(np.float32)
    seen = Image.fromarray(np.clip(picture, 0, 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(0.9))
    file = io.BytesIO()
    seen.save(file, "JPEG", quality=int(rng.integers(70, 93)))
    fields = [PrintedField(_turned(each.box, degrees), each.cells) for each in form.fields]
    return FormPicture(f"{name}, filled in, photographed", file.getvalue(), fields)


def _turned(box: tuple[float, float, float, float], degrees: float) -> tuple[float, float, float, float]:
    """The box around a box that was turned about the sheet's middle, counterclockwise."""
    x, y, width, height = box
    corners = np.array([(x + i * width, y + j * height) for i in (0, 1) for j in (0, 1)]) - np.array(SIZE) / 2
    cos, sin = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    placed = corners @ np.array([[cos, -sin], [sin, cos]]) + np.array(SIZE) / 2
    low, high = placed.min(axis=0), placed.max(axis=0)
    return (*low, *(high - low))
