from collections.abc import Callable

import numpy as np
import pytest

from training.augment.images import AugmentImages
from training.augment.non_digits import SCRIBBLES, UNFINISHED, VALIDATION_SCRIBBLES, run_together, scribble, unfinished
from training.augment.strokes import PEN_RADII, random_pen_radius, to_unit, vary
from training.augment.styles import STYLES, restyled, styled_digit
from training.fixtures import DIGITS
from training.ink import PEN_RADIUS, rasterize

pytestmark = pytest.mark.tensorflow


@pytest.mark.parametrize("digit", DIGITS)
def test_variants_differ_but_stay_the_same_digit_roughly(digit: int):
    rng = np.random.default_rng(digit)
    written = rasterize(DIGITS[digit])
    variants = [rasterize(vary(DIGITS[digit], rng)) for _ in range(20)]
    likeness = [np.corrcoef(written.ravel(), variant.ravel())[0, 1] for variant in variants]
    assert max(likeness) < 0.999
    assert np.median(likeness) > 0.25


def test_the_same_seed_gives_the_same_variant():
    first, again = (vary(DIGITS[4], np.random.default_rng(3)) for _ in range(2))
    assert all(np.array_equal(a, b) for a, b in zip(first, again, strict=True))


def test_pens_are_as_wide_as_stated_and_the_devices_pen_is_among_them():
    rng = np.random.default_rng(0)
    radii = [random_pen_radius(rng) for _ in range(200)]
    assert PEN_RADII[0] <= min(radii) < PEN_RADIUS < max(radii) <= PEN_RADII[1]


@pytest.mark.parametrize("kind", SCRIBBLES)
def test_every_kind_of_scribble_leaves_ink(kind: str):
    rng = np.random.default_rng(5)
    for _ in range(20):
        ink = SCRIBBLES[kind](rng)
        assert all(np.isfinite(stroke).all() for stroke in ink)
        assert rasterize(vary(ink, rng)).max() == 1


@pytest.mark.parametrize("style", STYLES)
def test_every_style_is_drawn_each_time_a_little_other(style: str):
    _, draw = STYLES[style]
    rng = np.random.default_rng(5)
    drawn = [rasterize(draw(rng)) for _ in range(5)]
    assert len({image.tobytes() for image in drawn}) == 5
    assert all(np.isfinite(image).all() for image in drawn)


def test_styled_digits_are_of_every_digit():
    rng = np.random.default_rng(0)
    assert {styled_digit(rng)[1] for _ in range(300)} == set(range(10))


def test_scribbles_are_of_every_kind_but_those_held_out(monkeypatch: pytest.MonkeyPatch):
    drawn: list[str] = []

    def note(kind: str) -> Callable[[np.random.Generator], list[np.ndarray]]:
        def draw(_: np.random.Generator) -> list[np.ndarray]:
            drawn.append(kind)
            return []

        return draw

    for kind in SCRIBBLES:
        monkeypatch.setitem(SCRIBBLES, kind, note(kind))
    rng = np.random.default_rng(0)
    for _ in range(500):
        scribble(rng)
    assert set(drawn) == set(SCRIBBLES) - set(VALIDATION_SCRIBBLES)


def test_an_unfinished_digit_is_the_first_part_of_its_strokes():
    rng = np.random.default_rng(0)
    angle = np.linspace(0, 2 * np.pi, 60)
    (circle,) = to_unit([np.stack([np.cos(angle), np.sin(angle)], axis=1)])
    begun = [ink for ink in (unfinished([circle], 0, rng) for _ in range(30)) if ink]
    assert begun
    for (stroke,) in begun:
        assert len(stroke) <= 60 * UNFINISHED[0][1] + 2
        assert np.allclose(stroke, circle[: len(stroke)])


def test_a_straight_beginning_is_not_called_unfinished_since_it_may_be_a_one():
    straight = [np.stack([np.zeros(30), np.linspace(0, 1, 30)], axis=1)]
    rng = np.random.default_rng(0)
    assert all(unfinished(straight, 9, rng) is None for _ in range(20))


def test_digits_run_together_lie_side_by_side():
    rng = np.random.default_rng(0)
    together = run_together(DIGITS[1], DIGITS[0], rng)
    width = np.ptp(np.concatenate(together)[:, 0])
    assert width > np.ptp(np.concatenate(to_unit(DIGITS[0]))[:, 0])
    assert len(together) == len(DIGITS[1]) + len(DIGITS[0])


@pytest.fixture(scope="module")
def images() -> np.ndarray:
    return np.stack([rasterize(DIGITS[number % 10]) for number in range(200)])[..., None]


def test_a_share_of_every_batch_stays_as_it_is(images: np.ndarray):
    altered = np.asarray(AugmentImages(clean_share=0.4, seed=1)(images, training=True))
    same = np.isclose(altered, images, atol=1e-6).all(axis=(1, 2, 3))
    assert 0.25 < same.mean() < 0.55


def test_altered_images_stay_images_of_the_same_digits(images: np.ndarray):
    altered = np.asarray(AugmentImages(clean_share=0.0, seed=1)(images, training=True))
    assert altered.shape == images.shape
    assert altered.min() >= 0
    assert altered.max() <= 1
    likeness = [np.corrcoef(a.ravel(), b.ravel())[0, 1] for a, b in zip(images, altered, strict=True)]
    assert np.median(likeness) > 0.5


def test_a_share_of_every_batch_is_spoiled_on_request_and_stays_an_image(images: np.ndarray):
    many = np.concatenate([images] * 3)
    spoiled = np.asarray(AugmentImages(clean_share=0.5, seed=1, rough_share=0.5)(many, training=True))
    assert spoiled.shape == many.shape
    assert np.isfinite(spoiled).all()
    assert spoiled.min() >= 0
    assert spoiled.max() <= 1
    differs = np.abs(spoiled - many).mean(axis=(1, 2, 3))
    assert 0.35 < (differs > 1e-6).mean() < 0.65
    paper = np.median(spoiled.reshape(len(spoiled), -1), axis=1)
    assert (paper > 0.1).mean() > 0.02, "some paper is gray"


def test_nothing_is_altered_when_not_training(images: np.ndarray):
    assert np.array_equal(AugmentImages(clean_share=0.0, seed=1)(images), images)


def test_a_zero_gets_a_slash_and_a_seven_a_bar_as_people_of_other_places_write_them():
    rng = np.random.default_rng(0)
    circle = [np.stack([np.cos(np.linspace(0, 6.3, 30)), 1.5 * np.sin(np.linspace(0, 6.3, 30))], axis=1)]
    seven = [np.array([[0.0, 0.0], [1.0, 0.0], [0.3, 2.0]])]
    for _ in range(20):
        *_, slashed = restyled(circle, 0, rng)
        assert np.linalg.norm(slashed[-2] - slashed[-1]) > 1  # across the 0, which is 2 wide and 3 high
        *whole, bar = restyled(seven, 7, rng)
        assert len(whole) == 1
        assert np.ptp(bar[:, 1]) < np.ptp(bar[:, 0])
    assert restyled(seven, 1, rng) is seven
    assert restyled([*seven, *seven], 7, rng) == [*seven, *seven]
