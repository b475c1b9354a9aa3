"""Composed sheets: what is drawn, and that every pixel's label is of what is seen there."""

import numpy as np
import pytest

from training.fixtures import DIGITS
from training.ink import Ink, rasterize, to_bytes
from training.sheets.camera import View, random_view
from training.sheets.canvas import FINE, LABELS, OTHER, PAPER, PEN, PRINT, RULE, Canvas, Look
from training.sheets.compose import LAYOUTS, SIZE, compose, compose_crops, photograph
from training.sheets.looks import Looks, random_looks
from training.sheets.material import LATIN, Hand, Material, find_fonts
from training.sheets.scene import Scene
from training.sheets.writing import Pen, Writer

pytestmark = pytest.mark.tensorflow

BLACK = Look((0, 0, 0))
LOOKS = Looks((250, 250, 250), *(BLACK,) * 5)
PLAIN = Pen(width=0.1, lean=0, gap=0.1, loose=0, rise=0, stretch=1)
SIDE = SIZE * FINE


@pytest.fixture(scope="module")
def material():
    digits: dict[str, list[Ink]] = {str(digit): [[line / 100 for line in ink]] for digit, ink in DIGITS.items()}
    scans = to_bytes(rasterize(ink) for ink in DIGITS.values())
    return Material([Hand(digits, {})], [scans], [font for font in find_fonts() if "dejavu" in font.file.lower()])


def straight() -> View:
    """From right above, at the canvas's size."""
    return View(SIZE, [((0, 0, SIDE, SIDE), (0, 0, 0, SIDE, SIDE, SIDE, SIDE, 0))])


def test_every_label_is_where_it_was_drawn():
    canvas = Canvas(SIDE, (0, 0, SIDE, 360), unit=80)
    canvas.layer(PEN, BLACK).pen.rectangle((40, 40, 119, 119), 255)
    canvas.layer(PRINT, BLACK).pen.rectangle((200, 40, 279, 119), 255)
    canvas.layer(RULE, BLACK).straight((0, 80), (SIDE, 80), 8)
    canvas.layer(OTHER, BLACK).pen.rectangle((40, 200, 119, 279), 255)
    _, labels = photograph(canvas, LOOKS, straight(), np.random.default_rng(0))
    # A label stands for four of the canvas's pixels, across and down.
    expected = np.full((SIZE // 2,) * 2, PAPER)
    expected[50:70, 10:30] = OTHER
    expected[19:21] = RULE
    expected[10:30, 50:70] = PRINT
    expected[10:30, 10:30] = PEN
    expected[90:] = OTHER
    # Lines have no exact edges: one label beside each may differ.
    assert (labels != expected).mean() < 0.02
    inner = np.ones_like(expected, bool)
    inner[18:22] = inner[89:91] = False
    assert (labels[inner] == expected[inner]).all()


@pytest.mark.parametrize("seed", range(6))
def test_from_whichever_side_a_sheet_is_seen_its_labels_go_with_it(seed, monkeypatch):
    rng = np.random.default_rng(seed)
    monkeypatch.setattr("training.sheets.compose.develop", lambda colors, *_: colors)
    canvas = Canvas(round(1.32 * SIDE), (-9, -9, 2 * SIDE, 2 * SIDE), unit=80)
    layer = canvas.layer(PEN, BLACK)
    for at in range(60, canvas.size, 120):
        layer.pen.ellipse((at - 30, 250, at + 30, 310), fill=255)
        layer.pen.ellipse((250, at - 30, 310, at + 30), fill=255)
    view = random_view(SIZE, canvas.size, rng)
    colors, labels = photograph(canvas, LOOKS, view, rng)
    is_dark = colors.mean(axis=2).reshape(SIZE // 2, 2, SIZE // 2, 2).mean(axis=(1, 3)) < 160
    on_sheet = labels != OTHER
    assert on_sheet.mean() > 0.8
    assert ((labels == PEN) != is_dark)[on_sheet].mean() < 0.02
    assert 0.02 < (labels == PEN).mean() < 0.4


def test_a_number_is_written_from_left_to_right_on_its_line(material):
    canvas = Canvas(400, (0, 0, 400, 400), unit=60)
    layer = canvas.layer(PEN, BLACK)
    box = Writer(layer, material.hands[0], PLAIN, None, np.random.default_rng(1)).number("204", (50, 200), 60)
    inked = np.asarray(layer.mask) > 0
    rows, columns = np.flatnonzero(inked.any(axis=1)), np.flatnonzero(inked.any(axis=0))
    assert abs(rows[-1] - 200) < 12
    assert 40 < rows[-1] - rows[0] < 85
    assert abs(columns[0] - 50) < 12
    assert abs(columns[-1] - box[2]) < 20
    gaps = np.flatnonzero(np.diff(columns) > 1)
    assert len(gaps) == 2


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_stays_a_sheet_with_known_labels(material, layout):
    rng = np.random.default_rng(3)
    seen = set()
    for unit in (20, 60, 300):
        canvas = Canvas(round(1.32 * SIDE), (-9, -9, 600, 600), unit)
        layout(Scene(canvas, random_looks(rng), material, rng))
        seen |= {layer.label for layer in canvas.layers if layer.mask.getbbox()}
    assert seen or layout.__name__ == "bare"
    assert layout.__name__ in {"bare", "page_of_print"} or PEN in seen
    assert seen <= {PAPER, PEN, PRINT, RULE, OTHER}


def test_crops_have_the_shape_and_range_of_what_the_network_takes(material):
    colors, labels = compose_crops(material, 3, seed=4)
    assert colors.shape == (3, SIZE, SIZE, 3)
    assert labels.shape == (3, SIZE // 2, SIZE // 2)
    assert colors.dtype == labels.dtype == np.uint8
    assert labels.max() < len(LABELS)


def test_the_same_seed_composes_the_same_sheets(material):
    first, again, other = (compose(material, np.random.default_rng(seed)) for seed in (5, 5, 6))
    np.testing.assert_array_equal(first[0], again[0])
    np.testing.assert_array_equal(first[1], again[1])
    assert (first[0] != other[0]).any()


def test_all_labels_are_learned_from_a_handful_of_sheets(material):
    rng = np.random.default_rng(7)
    labels = np.stack([compose(material, rng)[1] for _ in range(30)])
    shares = np.bincount(labels.ravel(), minlength=len(LABELS)) / labels.size
    assert (shares > 0.005).all()


def test_fonts_that_come_with_the_requirements_suffice():
    own = [font for font in find_fonts() if "mpl-data" in font.file]
    assert len(own) >= 8
    assert all(font.letters == LATIN for font in own)
