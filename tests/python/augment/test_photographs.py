"""Digits as the device gets them out of photographs."""

import numpy as np
import pytest

from training import device
from training.augment.photographs.camera import FAULTS, take_picture
from training.augment.photographs.pens import PENS, enlarge, paint
from training.augment.photographs.photographed import KINDS, is_the_digit, photograph, photographed
from training.data.datasets import DataError, Images, PenDigit
from training.device import find_digits
from training.fixtures import DIGITS
from training.ink import SIZE, normalize, rasterize

PEN = [PenDigit(DIGITS[label], label, writer=1) for label in range(10)]
SCANS = Images(np.stack([np.rint(rasterize(DIGITS[k]) * 255) for k in range(10)]).astype(np.uint8), np.arange(10))
NO_SCANS = SCANS.where(slice(0))


def _clean(*digits: int) -> tuple[np.ndarray, np.ndarray]:
    """A black and white picture of digits beside each other, and the first one's box."""
    picture = np.full((200, 60 + 140 * len(digits)), 255, np.uint8)
    for place, digit in enumerate(digits):
        ink = np.kron(rasterize(DIGITS[digit]) > 0.5, np.ones((4, 4))) > 0
        picture[44:156, 30 + 140 * place :][:, :112][ink] = 0
    rows, columns = np.flatnonzero((picture == 0).any(axis=1)), np.flatnonzero((picture[:, :150] == 0).any(axis=0))
    return picture, np.array([columns[0], rows[0], columns[-1] + 1 - columns[0], rows[-1] + 1 - rows[0]])


def test_a_clean_picture_comes_out_as_the_reference_has_it():
    pictures = [_clean(digit)[0] for digit in (2, 4, 7)]
    found = find_digits(pictures)
    assert found.things.tolist() == [1, 1, 1]
    assert found.boxes.tolist() == [_clean(digit)[1].tolist() for digit in (2, 4, 7)]
    for picture, image in zip(pictures, found.images, strict=True):
        assert np.abs(normalize(picture == 0) * 255 - image).max() <= 0.5 + 1e-3


def test_a_picture_in_which_two_things_are_found_is_left_out():
    pictures = [_clean(3), _clean(3, 1), (np.full((160, 160), 255, np.uint8), np.array([0, 0, 9, 9]))]
    found = find_digits([picture for picture, _ in pictures])
    assert found.things.tolist() == [1, 2, 0]
    assert is_the_digit(found, np.array([box for _, box in pictures])).tolist() == [True, False, False]


def test_a_picture_in_which_something_else_is_found_is_left_out():
    picture, box = _clean(3)
    found = find_digits([picture] * 2)
    assert is_the_digit(found, np.array([box, box + (0, 0, 0, box[3] // 2)])).tolist() == [True, False]


def test_a_speck_or_a_dark_corner_is_no_second_thing():
    picture, _ = _clean(3)
    picture[10:14, 10:14] = 0
    picture[170:, 170:] = 0
    assert find_digits([picture]).things.tolist() == [1]


def test_the_same_seed_takes_the_same_photographs():
    first, again, other = (photographed(PEN, SCANS, 12, seed) for seed in (1, 1, 2))
    assert np.array_equal(first.images, again.images)
    assert np.array_equal(first.labels, again.labels)
    assert not np.array_equal(first.images[:5], other.images[:5])


def test_photographs_are_ink_images_of_the_digits_that_were_written(monkeypatch):
    monkeypatch.setattr("training.augment.photographs.photographed.JOB", 20)
    made = photographed(PEN, NO_SCANS, 60, seed=3, varied=False)
    assert made.images.shape[1:] == (SIZE, SIZE)
    assert made.images.dtype == np.uint8
    assert 40 < len(made.labels) == len(made.images) <= 60
    assert set(made.labels) == set(range(10))
    written = np.stack([rasterize(digit.ink) for digit in PEN]).reshape(10, -1) - 0.1
    likeness = (made.images.reshape(-1, SIZE * SIZE) / 255) @ (written / np.linalg.norm(written, axis=1)[:, None]).T
    assert (likeness.argmax(axis=1) == made.labels).mean() > 0.7


def test_no_photographs_need_no_device(monkeypatch):
    monkeypatch.setattr(device, "NODE", device.NODE.with_name("nowhere.sh"))
    assert photographed(PEN, SCANS, 0, seed=0).images.shape == (0, SIZE, SIZE)
    assert photographed([], NO_SCANS, 9, seed=0).images.shape == (0, SIZE, SIZE)


def test_a_missing_node_is_named(monkeypatch):
    monkeypatch.setattr(device, "NODE", device.NODE.with_name("nowhere.sh"))
    with pytest.raises(DataError, match=r"needs Node\.js: install it, or train with --photographs 0"):
        photographed(PEN, SCANS, 5, seed=0)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_photograph_is_a_gray_picture_that_knows_where_its_digit_is(kind):
    rng = np.random.default_rng(4)
    for covered in (paint(DIGITS[5], 60, PENS[0], rng), enlarge(SCANS.images[5], 24)):
        picture, (x, y, width, height) = photograph(covered, PENS[0], kind, rng)
        assert picture.dtype == np.uint8
        assert max(picture.shape) >= 160
        assert 0 <= x < x + width <= picture.shape[1]
        assert 0 <= y < y + height <= picture.shape[0]


@pytest.mark.parametrize("fault", FAULTS)
def test_ink_is_darker_than_its_paper_or_all_is_the_other_way_round(fault):
    reflected = np.ones((160, 160))
    reflected[60:100, 70:90] = 0.1
    picture = take_picture(reflected, 40, fault, np.random.default_rng(6)).astype(float)
    ink, paper = np.median(picture[60:100, 70:90]), np.median(picture[40:120, 50:60])
    assert abs(ink - paper) > 10


def test_a_faint_scan_is_enlarged_as_a_dark_one_is():
    faint = (SCANS.images[8] // 4).astype(np.uint8)
    assert faint.max() == 63
    assert np.abs(enlarge(faint, 80) - enlarge(SCANS.images[8], 80)).max() < 0.2


def test_a_painted_digit_is_as_large_as_asked_for():
    rng = np.random.default_rng(0)
    for covered in (paint(DIGITS[8], 80, PENS[2], rng), enlarge(SCANS.images[8], 80)):
        inked = covered > 0.5
        assert abs(np.flatnonzero(inked.any(axis=1)).size - 80) <= 8
        assert covered.min() == 0
        assert covered.max() == 1
