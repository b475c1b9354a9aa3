import numpy as np
import pytest

from training.calibrate import (
    calibration_error,
    fit_temperature,
    refusal_offset,
    softmax,
    unsure_threshold,
)
from training.datasets import Images
from training.evaluate import measure, summary


def test_temperature_finds_how_much_too_sure_the_logits_are():
    rng = np.random.default_rng(0)
    logits = rng.normal(0, 2, (20_000, 11))
    labels = np.array([rng.choice(11, p=row) for row in softmax(logits)])
    assert fit_temperature(logits * 3, labels) == pytest.approx(3, rel=0.05)


def test_the_offset_lets_nearly_all_digits_through():
    rng = np.random.default_rng(0)
    logits = rng.normal(0, 1, (5000, 11))
    logits[:, 3] += 4
    labels = np.full(5000, 3)
    labels[:100] = 10
    shifted = logits + np.eye(11)[10] * refusal_offset(logits, labels)
    assert (shifted[100:].argmax(axis=1) != 10).mean() == pytest.approx(0.9995, abs=0.0003)


def test_no_offset_where_digits_are_not_refused():
    assert refusal_offset(np.eye(11) * 9, np.arange(11)) == 0


def test_calibration_error_is_the_gap_between_confidence_and_accuracy():
    probabilities = np.full((10, 11), 0.02)
    probabilities[:, 4] = 0.8
    assert calibration_error(probabilities, np.array([4] * 8 + [5] * 2)) == pytest.approx(0)
    assert calibration_error(probabilities, np.array([4] * 5 + [5] * 5)) == pytest.approx(0.3)


def test_the_threshold_leaves_sure_answers_that_are_right():
    probabilities = np.full((1000, 11), 0.0)
    probabilities[:, 1] = np.linspace(0.4, 1, 1000)
    labels = np.where(probabilities[:, 1] < 0.7, 2, 1)
    assert unsure_threshold(probabilities, labels) == pytest.approx(0.7, abs=0.02)


def test_a_measure_names_n_and_the_worst_writer():
    images = Images(np.zeros((4, 28, 28)), np.array([1, 2, 3, 3]), np.array([7, 7, 9, 9]))
    result = measure(np.eye(11)[[1, 2, 3, 8]], images)
    assert result == {"n": 4, "accuracy": 0.75, "calibration_error": 0.25, "writers": 2, "worst_writer": 0.5}


def test_the_summary_is_a_table_with_n():
    sets = {"pen": {"n": 1499, "accuracy": 0.9893, "calibration_error": 0.004, "worst_writer": 0.976}}
    table = summary({"sets": sets, "temperature": 0.65, "thresholds": {"unsure": 0.9}})
    assert "1499" in table
    assert "98.93%" in table
    assert "97.60%" in table
