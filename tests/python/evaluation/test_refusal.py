import numpy as np
import pytest

from training.data.datasets import NOT_A_DIGIT, Images
from training.evaluation.measures import VALIDATION_DIGITS
from training.evaluation.refusal import HELD_OUT_SIGNS, SHARES, refusal, refusal_curves, threshold_accepting

LETTERS, SCRIBBLES = HELD_OUT_SIGNS


def refusing(values):
    """Probabilities that give "not a digit" these values."""
    rows = np.zeros((len(values), 11))
    rows[:, NOT_A_DIGIT] = values
    rows[:, 0] = 1 - rows[:, NOT_A_DIGIT]
    return rows


def made_up(others):
    """Two sets of 500 digits, of which one is as likely not one, and sets of others by their probabilities."""
    digits = np.zeros(500)
    digits[:5] = np.linspace(0.2, 0.6, 5)
    values = dict.fromkeys(VALIDATION_DIGITS, digits) | {name: np.array(each) for name, each in others.items()}
    probabilities = {name: refusing(each) for name, each in values.items()}
    labels = {name: 0 if name in VALIDATION_DIGITS else NOT_A_DIGIT for name in values}
    sets = {
        name: Images(np.zeros((len(each), 28, 28)), np.full(len(each), labels[name])) for name, each in values.items()
    }
    return probabilities, sets


def test_the_threshold_is_the_least_that_accepts_the_share():
    digits = np.arange(1000) / 1000
    assert threshold_accepting(digits, 0.995) == 0.994
    assert (digits <= threshold_accepting(digits, 0.995)).mean() == 0.995
    assert threshold_accepting(digits, 1) == 0.999


def test_refusal_is_told_for_each_set_and_together_for_alphabet_and_scribbles():
    result = refusal(*made_up({LETTERS: [0.9, 0.9, 0.1, 0.9], SCRIBBLES: [0.9] * 6, "run together": [0.1, 0.9]}))
    assert result["digits"] == 1000
    assert result["threshold"] == pytest.approx(0.4)
    assert {name: each["refused"] for name, each in result["sets"].items()} == {
        LETTERS: 0.75,
        SCRIBBLES: 1.0,
        "run together": 0.5,
    }
    assert result["together"]["refused"] == 0.9
    assert result["together"]["n"] == 10


def test_sets_with_digits_in_them_do_not_count():
    probabilities, sets = made_up({SCRIBBLES: [0.9]})
    sets["photographs"] = Images(np.zeros((1, 28, 28)), np.array([4]))
    probabilities["photographs"] = refusing([1.0])
    result = refusal(probabilities, sets)
    assert set(result["sets"]) == {SCRIBBLES}
    assert result["digits"] == 1000
    assert set(refusal_curves(probabilities, sets)) == {SCRIBBLES, "alphabet and scribbles"}


def test_the_more_digits_are_accepted_the_less_is_refused():
    curves = refusal_curves(*made_up({LETTERS: np.linspace(0, 1, 50), SCRIBBLES: [0.9], "unfinished": [0.8]}))
    assert set(curves) == {LETTERS, SCRIBBLES, "unfinished", "alphabet and scribbles"}
    assert all(len(curve) == len(SHARES) for curve in curves.values())
    assert (np.diff(curves[LETTERS]) <= 0).all()
