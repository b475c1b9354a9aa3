"""Rows of digits, signs and words, of which strings are composed that the second network learns from."""

import numpy as np
import pytest
from scipy import ndimage

from training.data.datasets import SEPARATORS
from training.fixtures import DIGITS
from training.ink import rasterize, to_bytes
from training.sheets.material import Hand as Lettered
from training.strings.beside import draw_beside, with_fillers, with_word
from training.strings.glyphs import HEIGHT, Glyph, close
from training.strings.joined import with_joined
from training.strings.rows import Hand, draw_separator, set_in_a_row
from training.strings.seen import to_gray

pytestmark = pytest.mark.tensorflow

APART = Hand(touching=0, joined=0, gap=0.3 * HEIGHT, push=0, size=0, level=0, climb=0)


def _row(text: str, hand: Hand) -> np.ndarray:
    glyphs = [
        Glyph(close(np.kron(to_bytes([rasterize(DIGITS[int(sign)])])[0], np.ones((2, 2), np.uint8))), sign)
        for sign in text
    ]
    return set_in_a_row(glyphs, hand, np.random.default_rng(1))


def test_digits_that_are_apart_stay_apart():
    assert ndimage.label(_row("2078", APART) >= 128, np.ones((3, 3)))[1] == 4


def test_digits_that_touch_are_one_piece_of_ink():
    touching = Hand(touching=1, joined=0, gap=0.1 * HEIGHT, push=0, size=0, level=0, climb=0)
    assert ndimage.label(_row("2088", touching) >= 128, np.ones((3, 3)))[1] == 1


def test_digits_that_are_joined_by_a_stroke_are_one_piece_of_ink():
    joined = Hand(touching=0, joined=1, gap=0.3 * HEIGHT, push=0, size=0, level=0, climb=0)
    assert ndimage.label(_row("88", joined) >= 128, np.ones((3, 3)))[1] == 1


def test_a_line_that_leads_up_to_a_number_says_nothing():
    rng = np.random.default_rng(4)
    digits = [Glyph(np.full((HEIGHT, 20), 255, np.uint8), "7")] * 2
    filled = with_fillers(digits, rng)
    assert "".join(glyph.text for glyph in filled) == "77"
    assert len(filled) > 2
    assert set_in_a_row(filled, APART, rng).any(axis=0).sum() > set_in_a_row(digits, APART, rng).any(axis=0).sum()


def test_a_word_beside_a_number_is_as_many_unknown_characters_as_it_has_letters():
    rng = np.random.default_rng(4)
    hand = Lettered(digits={}, others={"a": [[np.array([[0.0, 0.0], [0.5, 0.6], [1.0, 0.0]])]]})
    beside = draw_beside(rng, hand, 40)
    assert {glyph.text.replace("?", "") for glyph in beside} == {""}
    widths = {len(glyph.text): glyph.ink.shape[1] for glyph in beside if len(glyph.text) > 1}
    assert widths[max(widths)] > widths[min(widths)]
    digits = [Glyph(np.full((HEIGHT, 20), 255, np.uint8), "7")] * 8
    assert all(sum(len(glyph.text) for glyph in with_word(digits, word, rng)) <= 8 for word in beside)


@pytest.mark.parametrize("digit", "01")
def test_zeros_and_ones_may_be_written_without_lifting_the_pen(digit):
    rng = np.random.default_rng(4)
    apart = [Glyph(np.full((HEIGHT, 20), 255, np.uint8), sign) for sign in f"7{digit * 3}"]
    written = [with_joined(apart, rng) for _ in range(40)]
    joined = [glyphs[-1] for glyphs in written if len(glyphs) == 2]
    assert 0 < len(joined) < 40
    assert all("".join(glyph.text for glyph in glyphs) == f"7{digit * 3}" for glyphs in written)
    assert {ndimage.label(glyph.ink >= 128, np.ones((3, 3)))[1] for glyph in joined} == {1}
    assert with_joined(apart[:2], rng) == apart[:2]


def test_strips_are_gray_at_the_edges_of_ink_and_paper_is_empty():
    row = _row("2078", APART)
    gray = to_gray(row, np.random.default_rng(6))
    ink = gray >= 128
    assert 0 < ((gray > 0) & ~ink).sum() < ink.sum()
    assert not gray[~ndimage.binary_dilation(ink, np.ones((3, 3)))].any()


@pytest.mark.parametrize("text", SEPARATORS)
def test_signs_are_smaller_than_digits_but_a_slash(text):
    height, width = draw_separator(text, np.random.default_rng(3)).ink.shape
    assert (height > 0.9 * HEIGHT) == (text == "/")
    assert width < 0.75 * max(height, HEIGHT)
