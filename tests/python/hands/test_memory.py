import numpy as np
import pytest

from training.hands.memory import DIMENSIONS, REACH, STRENGTH, weigh

HERE = np.zeros((1, DIMENSIONS), np.int8)


def at(*steps: int) -> np.ndarray:
    """Places so far from `HERE`, in the first direction."""
    places = np.zeros((len(steps), DIMENSIONS), np.int8)
    places[:, 0] = steps
    return places


def test_ink_that_was_corrected_itself_is_read_as_it_was_corrected_unless_the_network_is_very_sure():
    (nats,) = weigh(at(0), np.array([1]), HERE)
    assert nats[1] == STRENGTH
    assert not np.delete(nats, 1).any()


def test_far_from_every_example_nothing_changes():
    assert weigh(at(4 * REACH - 1), np.array([1]), HERE).max() < 0.01 * STRENGTH
    assert not weigh(at(), np.array([], int), HERE).any()


def test_the_nearest_example_of_a_digit_speaks_for_all_of_them():
    """Many that are a little alike do not outweigh the network together."""
    one = weigh(at(REACH), np.array([4]), HERE)
    assert np.array_equal(one, weigh(at(*[REACH] * 50), np.array([4] * 50), HERE))


def test_an_example_of_another_digit_speaks_against():
    (nats,) = weigh(at(REACH, REACH // 2), np.array([7, 1]), HERE)
    assert nats[1] > nats[7] > 0


@pytest.mark.parametrize("steps", [10, 20, 40])
def test_nearer_says_more(steps: int):
    nats = weigh(at(steps, steps + 5), np.array([2, 3]), HERE)[0]
    assert nats[2] > nats[3]
