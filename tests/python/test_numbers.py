"""Numbers composed of one writer's digits, and how readings of them are scored."""

from __future__ import annotations

import dataclasses
import io
from itertools import pairwise

import numpy as np
import pytest
from PIL import Image
from scipy import ndimage

from tests.support.paper import draw_line_of
from training.data import datasets, writers
from training.data.datasets import DataError, Images, PenDigit
from training.data.writers import Handwriting, load_handwriting
from training.fixtures import DIGITS
from training.ink import rasterize, to_bytes
from training.numbers import amounts
from training.numbers.camera import PAPERS
from training.numbers.device import read_numbers
from training.numbers.pen import LENGTHS, Hand, PenNumber, in_order, pen_numbers, set_side_by_side
from training.numbers.photographs import line_photographs, page_photographs
from training.numbers.scans import GAPS, in_a_row, scan_numbers
from training.numbers.score import digit_errors, digits_of, edits
from training.numbers.sets import SEED, NumberSet, amount_set, page_set, pen_set, scan_set

EVEN = Hand(gap=0.2, loose=0, drift=0, slope=0, growth=0, uneven=0)
SIZE_OF_WRITER = {3: 1.0, 8: 2.5}


def _people() -> Handwriting:
    """Two people, each of whom wrote every digit twice, the second one larger."""
    pen = [
        PenDigit([stroke * size for stroke in DIGITS[label]], label, writer)
        for writer, size in SIZE_OF_WRITER.items()
        for label in range(10)
        for _ in range(2)
    ]
    labels = np.tile(np.arange(10), 4)
    scans = to_bytes(rasterize(DIGITS[label], 1.0 + 0.5 * (number >= 20)) for number, label in enumerate(labels))
    return Handwriting(pen, Images(scans, labels, np.repeat([11, 12], 20)))


PEOPLE = _people()


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


def test_touching_numbers_that_hardly_overlap_are_told_apart():
    touching = scan_set(PEOPLE, 40, touching=True)
    pushed = [number.pushed for number in scan_numbers(PEOPLE.scans, 40, SEED, touching=True)]
    lightly = sum(push <= 1 for push in pushed)
    assert 0 < lightly < 40
    parts = touching.score(touching.texts, touching.texts)
    assert len(parts["none pushed on by more than one column"]) == lightly


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


def test_only_two_choices_of_people_exist():
    with pytest.raises(KeyError):
        load_handwriting("test")


def test_nobody_writes_both_what_is_tuned_on_and_what_is_measured(monkeypatch):
    digits = [PenDigit(DIGITS[0], 0, writer) for writer in range(1, 31)]
    many = Images(np.zeros((24, 28, 28), np.uint8), np.zeros(24, np.int64), np.arange(24))
    monkeypatch.setattr(datasets, "load_pendigits", lambda: digits)
    monkeypatch.setattr(datasets, "load_mnist", lambda: (many, many))
    training, held_out = (load_handwriting(whose) for whose in writers.WHOSE)
    assert not {digit.writer for digit in training.pen} & {digit.writer for digit in held_out.pen}
    assert len(held_out.pen) == 6
    assert held_out.scans.writers is not None
    assert held_out.scans.writers.tolist() == [0, 12]
    assert training.scans.writers is not None
    assert not np.isin(training.scans.writers, [0, 12]).any()


def test_edits_are_the_least_that_turn_one_into_the_other():
    assert edits("2047", "2047") == 0
    assert edits("247", "2047") == 1
    assert edits("20447", "2047") == 1
    assert edits("2041", "2047") == 1
    assert edits("", "2047") == 4


def test_a_missing_line_costs_its_digits_and_no_others():
    assert digit_errors("12 34\n99", "12 34\n567\n99") == 3
    assert digit_errors("1234\n5.67\n9?", "12 34\n567\n99") == 1
    assert digit_errors("", "12\n3") == 3
    assert digits_of("12.5? 0\n7") == "125?07"


def test_a_set_tells_all_and_its_parts():
    pen = pen_set(PEOPLE, 10)
    read = [*pen.texts]
    read[0] += "1"  # of two digits
    parts = pen.score(read, pen.texts)
    assert parts[""].tolist() == [False] + [True] * 9
    assert parts["of 2 digits"].tolist() == [False, True]
    spaced = scan_set(PEOPLE, 2, touching=False)
    assert Image.open(io.BytesIO(spaced.files[0])).mode == "L"
    assert spaced.score(["?"] * 2, spaced.texts)[""].sum() == 0


def test_a_pages_digits_are_counted_one_by_one():
    pages = page_set(PEOPLE, 1)
    digits = len(digits_of(pages.texts[0]))
    parts = pages.score([pages.texts[0][1:]], pages.texts)
    assert parts[""].shape == (digits,)
    assert parts[""].sum() == digits - 1
    assert parts["pages without a wrong digit"].tolist() == [False]


def test_amounts_are_compared_by_their_digits_and_told_by_halves(tmp_path, monkeypatch):
    folder = tmp_path / "orand-car-a"
    folder.mkdir()
    (folder / "labels.csv").write_text("file,text\nb.jpg,33\na.jpg,12500\nc.jpg,7\n")
    for name in "abc":
        (folder / f"{name}.jpg").write_bytes(name.encode())
    monkeypatch.setattr(amounts, "data_folder", lambda: tmp_path)
    cheques = amount_set()
    assert cheques.files == [b"a", b"b", b"c"]
    parts = cheques.score(["12.500 -?", "3?", "7"], cheques.texts)
    assert parts[""].tolist() == [True, False, True]
    assert [part.tolist() for name, part in parts.items() if name] == [[True, True], [False], [False, False, True]]


def test_missing_amounts_are_told(monkeypatch):
    monkeypatch.setattr(amounts, "data_folder", lambda: None)
    with pytest.raises(DataError, match="orand-car-a"):
        amount_set()


def test_the_device_reads_strokes_and_pictures_of_numbers_in_node():
    ink = [stroke + (120 * place, 0) for place, digit in enumerate((2, 0, 4)) for stroke in DIGITS[digit]]
    picture = io.BytesIO()
    draw_line_of("2047").save(picture, "PNG")
    assert read_numbers(NumberSet("strokes", ["204"], inks=[ink, ink[:1]])) == ["204", "2"]
    assert read_numbers(NumberSet("pictures", ["2047"], files=[picture.getvalue()])) == ["2047"]
