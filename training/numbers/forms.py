"""Printed forms, blank and filled in, in scans and photographs, with where their fields are."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from training.augment.photographs.pens import PENS, Pen, paint, put_ink
from training.data.datasets import PenDigit
from training.data.writers import Handwriting, pen_by_writer

SIZE = (1240, 1754)
"""Of a sheet, in pixels: A4 at 150 to the inch."""

GROUP_GAP = 0.8
"""Between a date's day, month and year, in widths of a cell."""

MOST_TURN = 2.0
"""Degrees that a photographed sheet is turned by at most."""


@dataclass(frozen=True)
class PrintedField:
    """A field of a picture: x, y, width and height of its paper, in pixels, and how many cells it has, a digit each."""

    box: tuple[float, float, float, float]
    cells: int = 1


@dataclass(frozen=True)
class FormPicture:
    """A picture of a form: `file`, a PNG or JPEG, and the fields in it."""

    name: str
    file: bytes
    fields: list[PrintedField]


@dataclass
class _Form:
    """A sheet while it is printed and written on; whoever writes in its fields does so in a part of them."""

    rng: np.random.Generator
    own: Sequence[PenDigit] | None
    fields: list[PrintedField] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.image = Image.new("L", SIZE, 255)
        self.draw = ImageDraw.Draw(self.image)
        self.ink = np.zeros(SIZE[::-1])
        self.gray = int(self.rng.integers(0, 130))
        self.width = int(self.rng.integers(2, 5))
        self.pen: Pen = PENS[self.rng.choice([0, 2])]

    def text(self, text: str, at: tuple[float, float], size: float) -> None:
        self.draw.text(at, text, fill=20, font=ImageFont.load_default(size=size))

    def frame(self, left: float, top: float, width: float, height: float) -> None:
        self.draw.rectangle((left, top, left + width, top + height), outline=self.gray, width=self.width)

    def box(self, at: tuple[float, float], size: tuple[float, float], caption: str = "") -> None:
        """A frame to write a number in; the caption stands small in its left top."""
        self.frame(*at, *size)
        self.text(caption, (at[0] + 8, at[1] + 5), size[1] / 5)
        self._add((at, size), 1, write=0.8)

    def comb(self, at: tuple[float, float], groups: Sequence[int], cell: tuple[float, float], *, apart: bool) -> None:
        """Rows of cells for a digit each, beside each other."""
        left, top = at
        wide, high = cell
        gap = 0.18 * wide if apart else 0
        for count in groups:
            for index in range(count):
                self.frame(left + index * wide + gap / 2, top, wide - gap, high)
            self._add(((left, top), (count * wide, high)), count, write=0.8)
            left += (count + GROUP_GAP) * wide

    def table(
        self, at: tuple[float, float], wide: Sequence[float], rows: Sequence[Sequence[str | None]], high: float
    ) -> None:
        """Cells with their print; where that is None, one is to write."""
        y = at[1]
        for row in rows:
            x = at[0]
            for width, text in zip(wide, row, strict=True):
                self.frame(x, y, width, high)
                if text is None:
                    self._add(((x, y), (width, high)), 1, write=0.7)
                else:
                    self.text(text, (x + 10, y + 0.27 * high), 0.4 * high)
                x += width
            y += high

    def _add(self, frame: tuple[tuple[float, float], tuple[float, float]], count: int, write: float) -> None:
        (x, y), (width, high) = frame
        inset = self.width / 2
        self.fields.append(PrintedField((x + inset, y + inset, width - 2 * inset, high - 2 * inset), count))
        if self.own is None or self.rng.random() > write:
            return
        size = 0.6 * high
        if count > 1:
            for index in range(count):
                self._write(x + (index + 0.5) * width / count, y + 0.5 * high, min(size, 0.8 * width / count))
            return
        for index in range(int(self.rng.integers(1, max(2, min(6, int(width / size)))))):
            self._write(x + (index + 0.8) * 0.75 * size, y + 0.58 * high, size)

    def _write(self, x: float, y: float, size: float) -> None:
        """A digit with its middle at a place."""
        assert self.own
        digit = self.own[self.rng.integers(len(self.own))]
        covered = paint(digit.ink, size, self.pen, self.rng)
        left, top = round(x - covered.shape[1] / 2), round(y - covered.shape[0] / 2)
        part = self.ink[top : top + covered.shape[0], left : left + covered.shape[1]]
        np.maximum(part, covered[: part.shape[0], : part.shape[1]], out=part)


def _registration(form: _Form) -> None:
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


def _marks(form: _Form) -> None:
    form.text("Mark sheet", (90, 80), 48)
    form.text("Class 7 B, mathematics, second term", (90, 150), 26)
    names = ["Adams", "Bauer", "Castro", "Das", "Eriksen", "Gupta", "Horvat", "Ito", "Jansen", "Kaya", "Lopez", "Li"]
    rows: list[list[str | None]] = [["Name", "Test 1", "Test 2", "Oral", "Paper", "Sum"]]
    rows += [[name, *[None] * 5] for name in names]
    form.table((90, 240), [300, 150, 150, 150, 150, 160], rows, 72)
    form.box((700, 1260), (450, 110), "Mean")


def _meters(form: _Form) -> None:
    form.text("Reading of the meters", (90, 80), 44)
    form.text("Date", (90, 190), 26)
    form.comb((220, 170), [2, 2, 4], (56, 70), apart=False)
    for row in range(9):
        y = 300 + 140 * row
        form.text(f"Flat {row + 1}", (90, y + 20), 28)
        form.comb((300, y), [6], (70, 84), apart=True)
        form.box((860, y), (220, 84))


def _claim(form: _Form) -> None:
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


def _answers(form: _Form) -> None:
    form.text("Answers", (90, 80), 48)
    form.text("Roll number", (90, 190), 26)
    form.comb((290, 170), [8], (66, 80), apart=False)
    for side in range(2):
        rows: list[list[str | None]] = [["No.", "Answer", "Points"]]
        rows += [[str(15 * side + row + 1), None, None] for row in range(15)]
        form.table((90 + 560 * side, 320), [100, 240, 160], rows, 76)


FORMS: dict[str, Callable[[_Form], None]] = {
    "registration": _registration,
    "marks": _marks,
    "meters": _meters,
    "claim": _claim,
    "answers": _answers,
}


def form_pictures(people: Handwriting, seed: int) -> list[FormPicture]:
    """Each form blank as a scan, and filled in as a photograph."""
    pens = pen_by_writer(people.pen)
    made = []
    for number, (name, print_form) in enumerate(FORMS.items()):
        rng = np.random.default_rng((seed, number))
        for own in (None, pens[rng.integers(len(pens))]):
            form = _Form(rng, own)
            print_form(form)
            made.append(_scan(name, form) if own is None else _photograph(name, form))
    return made


def _colors(form: _Form) -> np.ndarray:
    """[h, w, 3], 0..1: print and ink on white paper."""
    paper = np.repeat(np.asarray(form.image, np.float32)[..., None] / 255, 3, axis=2)
    taken = put_ink(form.ink, form.pen, form.rng).astype(np.float32)
    return paper * (1 - taken[..., None] * (1 - np.array((0.12, 0.2, 0.55), np.float32)))


def _scan(name: str, form: _Form) -> FormPicture:
    seen = Image.fromarray((_colors(form) * 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(0.7))
    noisy = np.asarray(seen, np.float32) + form.rng.normal(0, 3, (SIZE[1], SIZE[0], 1))
    file = io.BytesIO()
    Image.fromarray(np.clip(noisy, 0, 255).astype(np.uint8)).save(file, "PNG")
    return FormPicture(f"{name}, blank, scanned", file.getvalue(), form.fields)


def _photograph(name: str, form: _Form) -> FormPicture:
    """Turned a little, in light that falls off to one side, as a JPEG."""
    rng = form.rng
    degrees = rng.uniform(-MOST_TURN, MOST_TURN)
    sheet = Image.fromarray((_colors(form) * 255).astype(np.uint8))
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
