"""Numbers composed of one writer's digits: as strokes, as scans, as photographs."""

from __future__ import annotations

import dataclasses
import io
from itertools import pairwise

import numpy as np
import pytest
from PIL import Image
from scipy import ndimage

from tests.support.writers import PEOPLE
from training.data.datasets import DataError, Images
from training.fixtures import DIGITS
from training.numbers.camera import PAPERS
from training.numbers.filled_forms import FLAT, blank_form, filled_forms, seen_through
from training.numbers.pen import LENGTHS, Hand, PenNumber, in_order, pen_numbers, set_side_by_side
from training.numbers.photographs import line_photographs, page_photographs
from training.numbers.printed_form import SIZE
from training.numbers.scans import GAPS, in_a_row, scan_numbers

EVEN = Hand(gap=0.2, loose=0, drift=0, slope=0, growth=0, uneven=0)


def _box(ink: list) -> tuple[np.ndarray, np.ndarray]:
    points = np.concatenate(ink)
    return points.min(axis=0), points.max(axis=0)


def _same_strokes(one: list[PenNumber], other: list[PenNumber]) -> bool:
    return [[stroke.tolist() for stroke in number.ink] for number in one] == [
        [stroke.tolist() for stroke in number.ink] for number in other
    ]


def test_pen_numbers_have_as_many_digits_as_another_length_and_come_again_by_their_seed():
    numbers = pen_numbers(PEOPLE.pen, 10, seed=1)
    assert [len(number.text) for number in numbers] == [*LENGTHS, *LENGTHS]
    assert {number.writer for number in numbers} == {3, 8}
    assert _same_strokes(numbers[:4], pen_numbers(PEOPLE.pen, 4, seed=1))
    assert not _same_strokes(numbers[:4], pen_numbers(PEOPLE.pen, 4, seed=2))


def test_a_pen_number_holds_the_strokes_of_its_digits():
    for number in pen_numbers(PEOPLE.pen, 20, seed=3):
        wanted = sum(len(DIGITS[int(digit)]) for digit in number.text)
        assert len(number.ink) == wanted
        assert all(np.isfinite(stroke).all() for stroke in number.ink)


def test_digits_stand_side_by_side_on_a_line_with_their_own_proportions():
    digits = [PEOPLE.pen[2 * label] for label in (4, 1, 0)]
    parts = set_side_by_side(digits, 80.0, EVEN, np.random.default_rng(0))
    boxes = [_box(part) for part in parts]
    for (_, high), (low, _) in pairwise(boxes):
        assert low[0] - high[0] == pytest.approx(EVEN.gap)
    assert all(high[1] == pytest.approx(0) for _, high in boxes)
    for digit, (low, high) in zip(digits, boxes, strict=True):
        own_low, own_high = _box(list(digit.ink))
        assert (high - low)[0] / (high - low)[1] == pytest.approx((own_high - own_low)[0] / (own_high - own_low)[1])


def test_lines_climb_and_digits_grow_as_the_hand_does():
    digits = [PEOPLE.pen[0]] * 5
    hand = dataclasses.replace(EVEN, slope=-0.1, growth=0.3)
    parts = set_side_by_side(digits, 80.0, hand, np.random.default_rng(0))
    feet = [_box(part)[1][1] for part in parts]
    heights = [np.ptp(np.concatenate(part)[:, 1]) for part in parts]
    assert feet == sorted(feet, reverse=True)
    assert feet[-1] < -0.2
    assert heights[-1] / heights[0] == pytest.approx(np.exp(0.3))


def test_a_digits_last_stroke_now_and_then_comes_after_later_digits():
    four, one = ([np.full((2, 2), value) for value in values] for values in ([1.0, 2.0], [3.0]))
    orders = {
        tuple(float(stroke[0, 0]) for stroke in in_order([four, one, one], np.random.default_rng(seed)))
        for seed in range(60)
    }
    assert orders == {(1, 2, 3, 3), (1, 3, 2, 3), (1, 3, 3, 2)}


def test_spaced_scans_are_apart_and_touching_ones_are_one_piece():
    for seed in range(20):
        images = list(PEOPLE.scans.images[[8, 0, 3, 2, 6]])
        spaced, columns = in_a_row(images, np.random.default_rng(seed))
        gaps = [start - end for (_, end), (start, _) in pairwise(columns)]
        assert all(GAPS[0] <= gap <= GAPS[1] for gap in gaps)
        assert ndimage.label(spaced >= 128, np.ones((3, 3)))[1] == 5
        touching, _ = in_a_row(images, np.random.default_rng(seed), touching=True)
        assert ndimage.label(touching >= 128, np.ones((3, 3)))[1] == 1
        assert touching.shape[1] < spaced.shape[1]


def test_scanned_numbers_are_of_one_writer_in_dark_ink_on_lighter_paper():
    numbers = scan_numbers(PEOPLE.scans, 6, seed=4, touching=False)
    assert {number.writer for number in numbers} == {11, 12}
    for number in numbers:
        assert len(number.text) == 5
        assert number.page.dtype == np.uint8
        assert np.percentile(number.page, 1) < 110
        assert np.median(number.page) > 180
    again = scan_numbers(PEOPLE.scans, 2, seed=4, touching=False)
    assert all(np.array_equal(one.page, other.page) for one, other in zip(again, numbers[:2], strict=True))


def test_digits_that_are_pushed_on_overlap_by_so_many_columns_more():
    images = list(PEOPLE.scans.images[[8, 0, 3]])
    widths = [
        in_a_row(images, np.random.default_rng(0), touching=True, pushes=pushes)[1][-1][1]
        for pushes in ([0, 0], [1, 0], [1, 2])
    ]
    assert [width - widths[0] for width in widths] == [0, -1, -3]


def test_scans_whose_writers_are_unknown_are_refused():
    with pytest.raises(DataError, match="who wrote them"):
        scan_numbers(Images(PEOPLE.scans.images, PEOPLE.scans.labels), 1, seed=0, touching=True)


def test_a_page_is_a_color_photograph_of_about_sixty_digits_that_knows_where_each_is():
    for page in page_photographs(PEOPLE, 3, seed=5):
        picture = Image.open(io.BytesIO(page.file))
        assert picture.format == "JPEG"
        assert picture.mode == "RGB"
        assert 1.9e6 < picture.width * picture.height < 3.1e6
        digits = "".join("".join(line) for line in page.lines)
        assert 45 <= len(digits) <= 66
        assert len(page.lines) >= 4
        assert len(page.boxes) == len(digits)
        assert (page.boxes[:, :2] >= 0).all()
        assert (page.boxes[:, :2] + page.boxes[:, 2:] <= picture.size).all()
        gray = np.asarray(picture.convert("L"), float)
        for x, y, width, height in page.boxes.astype(int):
            around = gray[y : y + height, x : x + width]
            assert np.percentile(around, 2) < 0.9 * np.percentile(around, 80)


def test_a_line_is_photographed_alone_in_twelve_megapixels():
    (page,) = line_photographs(PEOPLE, 1, seed=6)
    assert Image.open(io.BytesIO(page.file)).size == (4000, 3000)
    assert len(page.lines) == 1
    assert 150 < np.median(page.boxes[:, 3]) < 350


def test_pages_take_turns_on_plain_ruled_and_squared_paper(monkeypatch):
    seen = []
    monkeypatch.setattr("training.numbers.photographs.photograph", lambda _, paper, *__: seen.append(paper))
    page_photographs(PEOPLE, 4, seed=0)
    assert seen == [*PAPERS, PAPERS[0]]


def test_what_a_form_says_is_written_within_its_fields_wherever_a_photograph_shows_them():
    fields = blank_form(seed=4).fields
    for filled in filled_forms(PEOPLE, 2, seed=4):
        assert all(len(text) <= 12 and text.isdigit() for text in filled.texts if text)
        seen = np.asarray(Image.open(io.BytesIO(filled.file)).convert("L"), np.float32)
        assert len(filled.texts) == len(fields) == 12
        for field, text in list(zip(fields, filled.texts, strict=True))[6:]:  # cells of the table, without print
            x, y, width, height = field.box
            inside = np.array((x, y)) + (0.15 + 0.7 * FLAT) * (width, height)
            corners = seen_through(filled.corners, inside / SIZE)
            (left, top), (right, bottom) = corners.min(axis=0).astype(int), corners.max(axis=0).astype(int)
            paper = seen[top:bottom, left:right]
            assert (paper.min() < 0.7 * np.median(paper)) == (text != "")
