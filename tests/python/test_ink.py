import numpy as np
import pytest

from training import fixtures
from training.fixtures import DIGITS
from training.ink import normalize, rasterize


def center_of_mass(image: np.ndarray) -> tuple[float, float]:
    rows, columns = np.indices(image.shape) + 0.5
    return (columns * image).sum() / image.sum(), (rows * image).sum() / image.sum()


@pytest.mark.parametrize("digit", DIGITS)
def test_ink_fills_a_box_of_twenty_with_its_mass_in_the_middle(digit: int):
    image = rasterize(DIGITS[digit])
    rows, columns = np.flatnonzero(image.any(axis=1)), np.flatnonzero(image.any(axis=0))
    assert 20 <= max(np.ptp(rows), np.ptp(columns)) + 1 <= 22  # and soft edges
    assert center_of_mass(image) == pytest.approx((14, 14), abs=0.1)
    assert image.min() == 0
    assert image.max() == 1


def test_place_and_size_of_the_writing_do_not_matter():
    here = rasterize(DIGITS[5])
    assert np.allclose(rasterize([stroke * 0.003 - 70 for stroke in DIGITS[5]]), here, atol=1e-6)


def test_a_wider_pen_covers_more():
    assert rasterize(DIGITS[2], 1.9).sum() > 1.3 * rasterize(DIGITS[2], 1.0).sum()


def test_a_line_is_as_wide_as_the_pen():
    image = rasterize([np.array([[0.0, 0.0], [0.0, 1.0]])], pen_radius=1.5)
    assert image[14].sum() == pytest.approx(3.0, abs=1e-6)


@pytest.mark.parametrize("ink", [[], [np.zeros((0, 2))], [np.array([[np.nan, 1.0]])]])
def test_ink_without_a_point_is_blank_paper(ink: list):
    assert not rasterize(ink).any()


def test_a_mask_comes_into_the_same_layout():
    mask = np.zeros((300, 200))
    mask[40:280, 60:90] = 1
    mask[250:280, 60:160] = 1
    image = normalize(mask)
    rows = np.flatnonzero(image.any(axis=1))
    assert np.ptp(rows) + 1 == pytest.approx(20, abs=1)
    assert center_of_mass(image) == pytest.approx((14, 14), abs=0.1)


def test_strokes_and_their_picture_become_nearly_the_same():
    for ink in DIGITS.values():
        image = rasterize(ink)
        again = normalize(np.kron(image > 0.5, np.ones((6, 6))))
        assert np.abs(again - image).mean() < 0.05


def test_a_mask_without_ink_is_blank_paper():
    assert not normalize(np.zeros((5, 9))).any()


def test_ink_whose_mass_is_far_off_stays_in_the_image():
    blob = [np.array([[0.0, 0.0]]), np.array([[1.0, 1.0]]), *[np.array([[100.0, 100.0]])] * 3]
    assert rasterize(blob)[:12].any()


def test_golden_vectors_are_what_the_code_gives():
    assert fixtures.is_current(), "run `python -m training fixtures`"


def test_golden_vectors_that_differ_are_noticed(tmp_path):
    file = tmp_path / "ink.json"
    assert not fixtures.is_current(file)
    fixtures.write(file)
    assert fixtures.is_current(file)
    file.write_text(file.read_text().replace("50.0", "51.0"))
    assert not fixtures.is_current(file)
