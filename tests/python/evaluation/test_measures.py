import numpy as np
import pytest

from training.data.datasets import Images
from training.evaluation.interval import wilson_interval
from training.evaluation.measures import (
    COVERAGES,
    calibration_error,
    coverage,
    details,
    is_non_digits,
    measure,
    not_sure,
    reliability,
    surest_mistakes,
)


def sure(labels, confidence=0.9):
    """Probabilities that name `labels`, each as sure as `confidence`."""
    labels = np.asarray(labels)
    rows = np.full((len(labels), 11), (1 - np.asarray(confidence)[..., None]) / 10) * np.ones((len(labels), 1))
    rows[np.arange(len(labels)), labels] = confidence
    return rows


def test_the_interval_is_wilsons():
    """Its ends are the shares that lie 1.96 of their own standard deviations from what was measured."""
    for share, n in [(0.5, 10), (0.9952, 10_000), (1.0, 440)]:
        for end in wilson_interval(share, n):
            assert abs(share - end) == pytest.approx(1.96 * np.sqrt(end * (1 - end) / n), abs=1e-6)


def test_the_interval_of_all_or_nothing_ends_there():
    assert wilson_interval(1, 100) == pytest.approx((0.9630, 1), abs=1e-4)
    assert wilson_interval(0, 100) == pytest.approx((0, 0.0370), abs=1e-4)


def test_a_measure_names_n_the_interval_and_the_worst_writer():
    images = Images(np.zeros((4, 28, 28)), np.array([1, 2, 3, 3]), np.array([7, 7, 9, 9]))
    result = measure(np.eye(11)[[1, 2, 3, 8]], images)
    assert result.pop("interval") == list(wilson_interval(0.75, 4))
    assert result == {"n": 4, "accuracy": 0.75, "calibration_error": 0.25, "writers": 2, "worst_writer": 0.5}


def test_details_count_what_is_read_as_what_and_name_the_worst_writer_first():
    images = Images(np.zeros((4, 28, 28)), np.array([1, 2, 3, 3]), np.array([7, 7, 9, 9]))
    result = details(sure([1, 2, 3, 10]), images)
    assert np.sum(result["confusion"]) == 4
    assert result["confusion"][3][10] == 1
    assert [row["writer"] for row in result["by_writer"]] == [9, 7]
    assert result["classes"]["3"]["recall"] == 0.5
    assert "5" not in result["classes"]


def test_reliability_is_confidence_and_accuracy_by_bin():
    bins = reliability(sure([1, 1, 2, 2], np.array([0.93, 0.93, 0.53, 0.53])), np.array([1, 3, 2, 2]))
    assert [each["n"] for each in bins] == [2, 2]
    assert [each["accuracy"] for each in bins] == [1.0, 0.5]
    assert [each["confidence"] for each in bins] == pytest.approx([0.53, 0.93])


def test_calibration_error_is_the_gap_between_confidence_and_accuracy_by_n():
    found = sure([4] * 12, np.array([0.8] * 10 + [0.5] * 2))
    right = [4] * 8 + [5] * 2 + [4, 5]
    assert calibration_error(reliability(found, np.array(right))) == pytest.approx(0)
    right = [4] * 5 + [5] * 5 + [4, 4]
    assert calibration_error(reliability(found, np.array(right))) == pytest.approx((10 * 0.3 + 2 * 0.5) / 12)


def test_not_sure_is_what_is_read_as_a_digit_below_the_threshold():
    assert not_sure(sure([1, 2, 10, 3], np.array([0.95, 0.5, 0.5, 0.9])), 0.9) == 0.25


def test_of_photographs_it_is_told_how_many_were_not_cut_out():
    result = measure(sure([1, 2]), Images(np.zeros((2, 28, 28)), np.array([1, 2]), taken=5))
    assert (result["n"], result["taken"], result["dropped"]) == (2, 5, 3)


def test_coverage_leaves_out_the_least_sure_first():
    labels = np.zeros(100, int)
    found = np.where(np.arange(100) < 10, 1, 0)
    accuracies = coverage(sure(found, np.where(found == 1, 0.5, 0.9)), labels)
    assert accuracies[-1] == 0.9
    assert accuracies[np.searchsorted(COVERAGES, 0.9)] == 1


def test_the_surest_mistakes_come_first():
    rows = surest_mistakes(sure([1, 1, 1, 1], np.array([0.5, 0.9, 0.7, 0.99])), np.array([2, 2, 2, 1]), 2)
    assert rows.tolist() == [1, 2]


def test_a_set_with_a_digit_in_it_is_not_one_of_non_digits():
    assert is_non_digits(Images(np.zeros((2, 28, 28)), np.array([10, 10])))
    assert not is_non_digits(Images(np.zeros((2, 28, 28)), np.array([10, 3])))
