import numpy as np
import pytest

from training.evaluation.hands import Hands
from training.evaluation.taught import measure_taught, taught_rows
from training.hands.memory import DIMENSIONS

OF_EACH = 6


def people(readers: dict[int, bool]) -> Hands:
    """Whole sets of digits; of some people each 1 is read as a 7. Kinds lie apart, people do not."""
    labels = np.tile(np.repeat(np.arange(10), OF_EACH), len(readers))
    places = np.zeros((len(labels), DIMENSIONS), np.int8)
    places[np.arange(len(labels)), labels] = 100
    writers = np.repeat(list(readers), 10 * OF_EACH)
    misread = (labels == 1) & np.repeat(list(readers.values()), 10 * OF_EACH)
    return Hands(3 * np.eye(11)[np.where(misread, 7, labels)], places, labels, writers)


def test_whose_1_is_read_as_7_is_read_rightly_once_three_of_each_were_taught():
    measured = measure_taught(people({1: True, 2: False, 3: False, 4: False, 5: False}))
    assert measured["worst"]["people"] == 1
    assert (measured["worst"]["without"], measured["worst"]["taught"]) == (OF_EACH - 3, 0)
    assert measured["everybody"]["interval"] == pytest.approx([0, 0])
    assert "0.0% left" in taught_rows(measured)[1]


def test_what_a_layer_spoils_of_others_is_told():
    hands = people({1: True, 2: False})
    # The other's 7 lies where the first one's 1 does.
    hands.places[(hands.writers == 2) & (hands.labels == 7)] = hands.places[hands.labels == 1][0]
    stranger = measure_taught(hands)["stranger"]
    assert stranger["taught"] > stranger["without"]


def test_who_has_too_few_digits_is_not_measured():
    hands = people({1: True})
    few = Hands(hands.logits[::3], hands.places[::3], hands.labels[::3], hands.writers[::3])
    assert measure_taught(few)["people"] == 0
