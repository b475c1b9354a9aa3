"""What UNIPEN's people wrote as examples: who is trained on, what is no digit, and which signs are known."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.support.unipen import write_unipen
from training.data.datasets import NOT_A_DIGIT, SIGNS
from training.data.held_out import is_held_out
from training.data.unipen import Written
from training.digits import written
from training.digits.train import targets_of
from training.digits.written import draw_sign, drawn_sign, held_out_people, label_of, load_people, piece

pytestmark = pytest.mark.tensorflow

STEM = [[0, 0], [1, 50], [0, 100]]
ARMS = [[60, 0], [5, 50], [62, 100]]


def _name(*, held_out: bool) -> str:
    names = (f"w{number}" for number in range(600, 700))
    return next(name for name in names if is_held_out(Written([], "", name, "s01", ambiguous=False)) == held_out)


@pytest.fixture
def people(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two people, of whom one is held out, with a digit, a K, an O, a plus and a star each."""
    monkeypatch.setenv("INKDIGIT_DATA", str(tmp_path))
    monkeypatch.setattr(written, "digits_of_numbers", lambda _: [])
    for held_out in (False, True):
        writer = _name(held_out=held_out)
        write_unipen(tmp_path, "digits", "7", writer=writer)
        write_unipen(tmp_path, "capitals", "K", ink=[STEM, ARMS], writer=writer)
        write_unipen(tmp_path, "lowercase", "o", writer=writer, ambiguous=True)
        write_unipen(tmp_path, "symbols", "+", "*", "|", "-", writer=writer)
        write_unipen(tmp_path, "numbers", "12", writer=writer)


@pytest.mark.usefixtures("people")
def test_only_who_is_not_held_out_is_trained_on_and_nothing_that_may_be_a_digit():
    found = load_people(pytest.fail)
    assert [digit.label for digit in found.digits] == [7]
    assert len(found.others) == 2  # the K and the star
    assert [label for _, label in found.signs] == [label_of("+")]


@pytest.mark.usefixtures("people")
def test_the_others_validate():
    sets = held_out_people()
    assert {name: images.labels.tolist() for name, images in sets.items()} == {
        "UNIPEN digits, held-out people": [7],
        "UNIPEN letters, held-out people": [NOT_A_DIGIT],
        "UNIPEN signs, held-out people": [NOT_A_DIGIT] * 2,
    }


def test_without_unipen_nobody_of_it_is_trained_on_and_it_is_said(tmp_path, monkeypatch):
    monkeypatch.setenv("INKDIGIT_DATA", str(tmp_path))
    said: list[str] = []
    assert not load_people(said.append).others
    assert "no people of UNIPEN" in said[0]
    assert held_out_people() == {}


def test_a_piece_of_a_letter_is_never_the_whole_letter_nor_a_straight_line():
    rng = np.random.default_rng(0)
    letter = [np.array(STEM, float), np.array(ARMS, float)]
    pieces = [piece(letter, rng) for _ in range(40)]
    assert any(pieces)
    for strokes in filter(None, pieces):
        assert len(strokes) == 1
        assert np.ptp(strokes[0][:, 0]) > 0.3  # the arms, not the stem


@pytest.mark.parametrize("sign", "+=\N{MULTIPLICATION SIGN}\N{DIVISION SIGN}")
def test_signs_that_few_wrote_are_drawn(sign: str):
    strokes = draw_sign(sign, np.random.default_rng(1))
    assert len(strokes) == (3 if sign == "\N{DIVISION SIGN}" else 2)
    drawn = {drawn_sign(np.random.default_rng(seed))[1] for seed in range(30)}
    assert label_of(sign) in drawn


def test_a_sign_is_taught_as_no_digit_and_as_itself():
    targets = targets_of(np.array([7, NOT_A_DIGIT, label_of("%")]))
    assert targets.shape == (3, 11 + 1 + len(SIGNS))
    assert targets[0].nonzero()[0].tolist() == [7]
    assert targets[1].nonzero()[0].tolist() == [NOT_A_DIGIT, 11]
    assert targets[2].nonzero()[0].tolist() == [NOT_A_DIGIT, 12 + SIGNS.index("%")]
