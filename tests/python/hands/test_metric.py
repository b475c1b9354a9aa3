import numpy as np

from training.hands.memory import REACH
from training.hands.metric import WIDTH, learn_metric


def written(people: int = 30, of_each: int = 8) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Digits in 40 directions: hands differ in the first alone, and each of them varies in the second above all."""
    rng = np.random.default_rng(0)
    labels = np.tile(np.repeat([1, 7], of_each), people)
    writers = np.repeat(np.arange(people), 2 * of_each)
    values = 0.3 * rng.standard_normal((len(labels), 40))
    values[:, 0] += 3 * rng.standard_normal(2 * people)[2 * writers + (labels == 7)]
    values[:, 1] *= 20
    return values, labels, writers


def test_how_hands_differ_counts_more_than_how_one_hand_varies():
    metric = learn_metric(*written())
    by_hand, by_chance = np.linalg.norm(metric.matrix[:2], axis=1)
    assert by_hand > 3 * by_chance


def test_digits_of_one_hand_are_usually_a_little_farther_apart_than_what_an_example_reaches():
    values, labels, writers = written()
    places = learn_metric(values, labels, writers).places(values).astype(float)
    one = places[(writers == 0) & (labels == 1)]
    usual = np.median(np.linalg.norm(one[1:] - one[0], axis=1))
    assert 0.6 * REACH / WIDTH < usual < 1.6 * REACH / WIDTH
