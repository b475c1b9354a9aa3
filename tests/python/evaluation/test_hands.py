import numpy as np
import pytest

from training.evaluation.hands import Hands, hand_rows, measure_hands
from training.hands.memory import DIMENSIONS, STEPS


def hands(places: dict[int, list[int]], readings: list[int], labels: list[int]) -> Hands:
    """People's digits, each person's at the given steps along the first direction; the network is hardly sure."""
    steps = np.concatenate([np.array(each) for each in places.values()])
    all_places = np.zeros((len(steps), DIMENSIONS), np.int8)
    all_places[:, 0] = steps
    writers = np.repeat(list(places), [len(each) for each in places.values()])
    return Hands(2 * np.eye(11)[readings], all_places, np.array(labels), writers)


def test_a_1_that_is_read_as_7_is_read_rightly_once_another_of_it_was_corrected():
    measured = measure_hands(hands({5: [0, 2, 100]}, [7, 7, 7], [1, 1, 7]))
    assert (measured["people"], measured["digits"], measured["without"]) == (1, 3, 2)
    assert measured["corrected"]["errors"] == 0
    assert "0.0% left" in hand_rows(measured)[1]


def test_a_7_of_the_same_hand_that_looks_like_these_is_counted_as_a_new_error():
    measured = measure_hands(hands({5: [0, 2, 1]}, [7, 7, 7], [1, 1, 7]))
    assert measured["corrected"]["errors"] == measured["corrected"]["spoiled"] == 1


def test_what_a_strangers_corrections_spoil_is_told():
    measured = measure_hands(hands({5: [0, 2], 6: [1, STEPS]}, [7, 7, 7, 7], [1, 1, 7, 7]))
    assert measured["stranger"] == pytest.approx({"without": 0, "errors": 1, "digits": 4})


def test_one_misread_digit_of_a_person_leaves_nothing_to_correct_before_it():
    assert measure_hands(hands({5: [0, 2]}, [7, 7], [1, 7]))["people"] == 0


def test_some_corrections_are_wrong_where_that_is_measured():
    measured = measure_hands(hands({5: [0, 2, 3, 1, 4]}, [7] * 5, [1] * 5))
    assert measured["corrected"]["errors"] == 0
    assert measured["wrong"]["errors"] > 0
