"""Which side of a sheet is up, as composed strings lie and as the head that ships tells it."""

import io

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from tests.support.written import write_line
from training.data.datasets import Images
from training.fixtures import DIGITS
from training.graph_model import load_graph
from training.ink import rasterize, to_bytes
from training.numbers.device import read_numbers
from training.numbers.sets import NumberSet
from training.paths import EXPORTED_STRINGS
from training.strings.compose import compose, strip_of
from training.strings.config import StringConfig
from training.strings.glyphs import Glyph, Material, close
from training.strings.printed import printed
from training.strings.sides import sides_of_strip
from training.strings.strip import to_strip

pytestmark = pytest.mark.tensorflow


def _rng() -> np.random.Generator:
    return np.random.default_rng(9)


def test_a_string_on_a_sheet_that_stands_on_its_head_is_the_same_the_other_way_round():
    labels = np.arange(10)
    scans = Images(to_bytes(rasterize(DIGITS[label]) for label in labels), labels, np.zeros(10, int))
    plain = [Glyph(close(image), str(label)) for label, image in enumerate(scans.images)]
    material = Material([scans], [plain], plain)
    upright, turned = (compose(material, StringConfig(), _rng(), quarters) for quarters in (0, 2))
    assert turned[1] == upright[1]
    # What is paper beside it is at the right of both.
    ink = [strip[:, strip.any(axis=0)] for strip, _ in (upright, turned)]
    np.testing.assert_allclose(ink[1][::-1, ::-1].mean(axis=1), ink[0].mean(axis=1), atol=20)


def test_print_on_a_sheet_that_stands_on_its_head_is_the_same_the_other_way_round():
    ink = []
    for side in (0, 2):
        rng = _rng()
        strip = strip_of(printed(rng, side), rng, on_its_head=side == 2)
        assert strip is not None
        ink.append(strip[:, strip.any(axis=0)])
    np.testing.assert_allclose(ink[1][::-1, ::-1].mean(axis=1), ink[0].mean(axis=1), atol=20)


def test_the_network_that_ships_tells_which_side_of_a_number_is_up():
    ink = np.concatenate([rasterize(DIGITS[digit])[4:24, 6:22] > 0.4 for digit in (2, 4, 7, 3)], axis=1)
    run = load_graph(EXPORTED_STRINGS, "strip")
    for quarters in (0, 2):
        strip = to_strip(np.kron(np.rot90(ink, quarters), np.ones((3, 3))))
        told = run(strip[None, ..., None])["sides"]
        assert sides_of_strip(told)[0].argmax() == quarters


@pytest.mark.parametrize("turned", [0, 180])
def test_what_is_printed_tells_the_side_of_a_sheet_whose_number_may_be_one_on_its_head_too(turned):
    sheet = Image.new("RGB", (900, 620), (244, 241, 232))
    pen = ImageDraw.Draw(sheet)
    for row, line in enumerate(("Register of the station", "Read the number below", "and return this page")):
        pen.text((90, 60 + 70 * row), line, fill=(60, 60, 60), font=ImageFont.load_default(size=36))
    for stroke in (stroke for strokes in write_line("18") for stroke in strokes):
        pen.line([(120 + 110 * x, 380 + 110 * y) for x, y in stroke], fill=(28, 42, 125), width=9, joint="curve")
    file = io.BytesIO()
    sheet.rotate(turned).save(file, "PNG")
    assert read_numbers(NumberSet("a sheet", ["18"], files=[file.getvalue()])) == ["18"]
