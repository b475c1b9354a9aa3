"""Sets of numbers: who wrote them, and how readings of them are scored."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from tests.support.paper import draw_line_of
from tests.support.writers import PEOPLE
from training.data import datasets, writers
from training.data.datasets import DataError, Images, PenDigit
from training.data.writers import load_handwriting
from training.fixtures import DIGITS
from training.numbers import amounts
from training.numbers.device import read_numbers
from training.numbers.scans import scan_numbers
from training.numbers.score import digit_errors, digits_of, edits
from training.numbers.sets import SEED, NumberSet, amount_set, pad_set, page_set, pen_set, scan_set


def test_touching_numbers_that_hardly_overlap_are_told_apart():
    touching = scan_set(PEOPLE, 40, touching=True)
    pushed = [number.pushed for number in scan_numbers(PEOPLE.scans, 40, SEED, touching=True)]
    lightly = sum(push <= 1 for push in pushed)
    assert 0 < lightly < 40
    parts = touching.score(touching.texts, touching.texts)
    assert len(parts["none pushed on by more than one column"]) == lightly


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


def test_a_pad_of_two_lines_has_one_number_below_the_other():
    pads = pad_set(PEOPLE, 3)
    assert all(text.count("\n") == 1 for text in pads.texts)
    for ink in pads.inks:
        heights = np.concatenate(list(ink))[:, 1]
        assert np.ptp(heights) > 2 * min(np.ptp(stroke[:, 1]) for stroke in ink)
    assert pads.score([pads.texts[0], "1", "2"], pads.texts)[""].tolist() == [True, False, False]


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
