import numpy as np

from training.hands.layer import layer_nats, learn_layer
from training.hands.memory import DIMENSIONS

SURE = 8.0
"""Nats by which the network is sure of what it reads."""


def digits(places: list[int], labels: list[int], readings: list[int]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Digits at steps along the first direction, as the network reads them."""
    rows = np.zeros((len(places), DIMENSIONS))
    rows[:, 0] = places
    return rows, np.array(labels, int), SURE * np.eye(11)[readings]


def test_a_persons_1_that_the_network_takes_for_a_7_is_learned_and_their_7_stays():
    places, labels, logits = digits([60, 64, 56, -60, -64, -56], [1, 1, 1, 7, 7, 7], [7] * 6)
    layer = learn_layer(places, labels, logits)
    asked, _, alone = digits([62, -58], [1, 7], [7, 7])
    assert (alone + layer_nats(layer, asked)).argmax(axis=1).tolist() == [1, 7]


def test_what_is_read_rightly_and_surely_changes_hardly_anything():
    layer = learn_layer(*digits([60, -60], [1, 7], [1, 7]))
    assert np.abs(layer).max() < 0.05


def test_nothing_taught_changes_nothing():
    assert not learn_layer(*digits([], [], [])).any()


def test_the_longest_list_of_digits_is_learned_without_growing_beyond_bounds():
    rng = np.random.default_rng(0)
    layer = learn_layer(rng.integers(-127, 128, (1000, DIMENSIONS)), rng.integers(0, 11, 1000), np.zeros((1000, 11)))
    assert np.abs(layer).max() < 2
