import ast

import numpy as np
import pytest

from training.evaluation import corruptions
from training.evaluation.corruptions import CORRUPTIONS, corrupt
from training.fixtures import DIGITS
from training.ink import rasterize, to_bytes
from training.paths import ROOT

IMAGES = to_bytes(rasterize(ink) for ink in DIGITS.values())

TRAINING_ENTRY = "training/digits/train.py"


def center_of_mass(image):
    rows, columns = np.indices(image.shape)
    return np.array([(rows * image).sum(), (columns * image).sum()]) / image.sum()


def spread(image):
    """The ink's distance from its center, along rows and columns."""
    rows, columns = np.indices(image.shape)
    row, column = center_of_mass(image)
    return np.sqrt([(image * (rows - row) ** 2).sum(), (image * (columns - column) ** 2).sum()] / image.sum())


@pytest.mark.parametrize("kind", CORRUPTIONS)
def test_every_kind_changes_every_digit_and_keeps_the_form(kind):
    spoiled = corrupt(IMAGES, kind)
    assert spoiled.shape == IMAGES.shape
    assert spoiled.dtype == np.uint8
    assert (spoiled != IMAGES).any(axis=(1, 2)).all()


@pytest.mark.parametrize("kind", CORRUPTIONS)
def test_every_kind_gives_the_same_for_the_same_seed(kind):
    corrupt(IMAGES, "fog")
    assert np.array_equal(corrupt(IMAGES, kind), corrupt(IMAGES, kind))
    assert np.array_equal(corrupt(IMAGES, kind)[:3], corrupt(IMAGES[:3], kind))


@pytest.mark.parametrize("kind", CORRUPTIONS)
def test_every_kind_stays_between_paper_and_ink_before_it_is_rounded(kind):
    spoiled = CORRUPTIONS[kind](IMAGES[5] / 255, np.random.default_rng(0))
    assert spoiled.shape == (28, 28)
    assert spoiled.min() >= -1e-9
    assert spoiled.max() <= 1 + 1e-9


@pytest.mark.parametrize("kind", ["shot noise", "rotate", "fog", "zigzag"])
def test_another_seed_gives_something_else(kind):
    assert not np.array_equal(corrupt(IMAGES, kind, seed=0), corrupt(IMAGES, kind, seed=1))


@pytest.mark.parametrize("kind", CORRUPTIONS)
def test_blank_paper_and_full_ink_do_no_harm(kind):
    assert np.isfinite(corrupt(np.stack([np.zeros((28, 28), np.uint8), np.full((28, 28), 255, np.uint8)]), kind)).all()


def test_an_unknown_kind_is_told():
    with pytest.raises(KeyError, match="frost"):
        corrupt(IMAGES, "frost")


def test_translate_moves_the_center_by_three_pixels_along_both_axes():
    square = np.zeros((20, 28, 28), np.uint8)
    square[:, 8:20, 8:20] = 255
    moves = np.array([center_of_mass(image) - 13.5 for image in corrupt(square, "translate")])
    assert np.abs(moves) == pytest.approx(np.full((20, 2), 3.0))
    assert len(np.unique(np.sign(moves), axis=0)) == 4


def test_scale_leaves_seven_tenths_of_the_size_about_the_middle():
    for before, after in zip(IMAGES, corrupt(IMAGES, "scale"), strict=True):
        assert spread(after) == pytest.approx(0.7 * spread(before), rel=0.08)


def test_rotate_turns_to_either_side():
    bar = np.zeros((200, 28, 28), np.uint8)
    bar[:, 4:24, 12:16] = 255
    rows, columns = np.indices((28, 28)) - 13.5
    slopes = [
        (image * rows * columns).sum() / (image * rows**2).sum() for image in corrupt(bar, "rotate").astype(float)
    ]
    assert np.unique(np.sign(slopes)).tolist() == [-1, 1]
    assert np.abs(slopes) == pytest.approx(np.tan(0.4), rel=0.1)


def test_shear_keeps_rows_where_they_are_nearly_and_slants():
    for before, after in zip(IMAGES, corrupt(IMAGES, "shear"), strict=True):
        assert spread(after)[0] == pytest.approx(spread(before)[0], rel=0.15)


def test_brightness_grays_the_paper_and_leaves_full_ink():
    spoiled = corrupt(IMAGES, "brightness")
    assert spoiled[IMAGES == 0].min() == pytest.approx(128, abs=1)
    assert (spoiled[IMAGES == 255] == 255).all()


def test_contrast_brings_ink_and_paper_together_and_keeps_the_mean():
    spoiled = corrupt(IMAGES, "contrast").astype(float)
    assert np.ptp(spoiled, axis=(1, 2)) == pytest.approx(0.2 * np.ptp(IMAGES, axis=(1, 2)), abs=1.5)
    assert spoiled.mean() == pytest.approx(IMAGES.mean(), abs=0.5)


def test_stripe_inverts_the_sides_and_leaves_the_middle():
    spoiled = corrupt(IMAGES, "stripe")
    assert np.array_equal(spoiled[:, :, 7:21], IMAGES[:, :, 7:21])
    assert np.array_equal(spoiled[:, :, :7], 255 - IMAGES[:, :, :7])
    assert np.array_equal(spoiled[:, :, 21:], 255 - IMAGES[:, :, 21:])


@pytest.mark.parametrize("kind", ["dotted line", "zigzag"])
def test_lines_only_add_ink_from_side_to_side(kind):
    spoiled = corrupt(IMAGES, kind).astype(int)
    assert (spoiled >= IMAGES).all()
    columns = (spoiled > IMAGES).any(axis=1)
    assert columns[:, :5].any(axis=1).all()
    assert columns[:, 23:].any(axis=1).all()


def test_a_sixth_of_the_pixels_are_specks():
    blank = np.full((50, 28, 28), 128, np.uint8)
    spoiled = corrupt(blank, "impulse noise")
    assert (spoiled == 0).mean() == pytest.approx(0.085, abs=0.01)
    assert (spoiled == 255).mean() == pytest.approx(0.085, abs=0.01)


def test_noise_of_light_leaves_blank_paper_blank():
    assert not corrupt(np.zeros((1, 28, 28), np.uint8), "shot noise").any()


@pytest.mark.parametrize("kind", ["glass blur", "motion blur", "gaussian blur"])
def test_blurs_keep_the_ink_and_spread_it(kind):
    spoiled = corrupt(IMAGES, kind)
    assert spoiled.sum() == pytest.approx(IMAGES.sum(), rel=0.03)
    assert all(spread(after).max() > spread(before).max() for before, after in zip(IMAGES, spoiled, strict=True))


def test_fog_covers_the_paper_and_leaves_the_digit_darker():
    spoiled = corrupt(IMAGES, "fog").astype(float)
    for before, after in zip(IMAGES, spoiled, strict=True):
        assert after[before > 200].mean() > after[before == 0].mean()
    assert spoiled[IMAGES == 0].mean() > 40


def test_edges_are_outlines_a_pixel_thin_beside_the_ink():
    square = np.zeros((1, 28, 28), np.uint8)
    square[0, 8:20, 8:20] = 255
    edges = corrupt(square, "canny edges")[0]
    assert set(np.unique(edges)) == {0, 255}
    assert not edges[11:17, 11:17].any()
    assert not edges[:5].any()
    assert (edges[13] > 0).sum() == 2


def test_nothing_that_trains_knows_of_them():
    """What `train` imports, near and far, does not hold this module: they are test sets."""
    seen, waiting = set(), [TRAINING_ENTRY]
    while waiting:
        file = waiting.pop()
        if file in seen or not (ROOT / file).exists():
            continue
        seen.add(file)
        for node in ast.walk(ast.parse((ROOT / file).read_text())):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
            waiting += [name.replace(".", "/") + ".py" for name in names if name.startswith("training")]
    assert "training/augment/images.py" in seen
    assert corruptions.__name__.replace(".", "/") + ".py" not in seen
