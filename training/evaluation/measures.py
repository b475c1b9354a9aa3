"""What is measured of one set, from the probabilities that the network gives its images."""

from __future__ import annotations

from typing import Any

import numpy as np
from sklearn.metrics import classification_report, confusion_matrix

from training.data.datasets import CLASSES, NOT_A_DIGIT, Images
from training.evaluation.interval import wilson_interval

CLASS_NAMES = [*map(str, range(10)), "not a digit"]

TEST = "MNIST, test"

VALIDATION_DIGITS = ("MNIST, held-out writers", "pen, held-out writers")
"""The validation sets of what people wrote, as they wrote it."""

BINS = 15
"""Bins of equal width that confidences are sorted into."""

COVERAGES = np.linspace(0.8, 1, 81)
"""Shares of the answers kept, at which their accuracy is measured."""


def measure(probabilities: np.ndarray, images: Images) -> dict[str, Any]:
    """n, accuracy with its 95 % interval, and calibration error of one set; the worst writer where they are known.

    A character of another alphabet is right when it is refused. Of photographs, those count from which the digit was
    cut out; how many were `taken` and `dropped` is told.

    Args:
        probabilities: [n, 11].
        images: of the n, at least one.
    """
    right = probabilities.argmax(axis=1) == images.labels
    result: dict[str, Any] = {
        "n": len(right),
        "accuracy": float(right.mean()),
        "interval": list(wilson_interval(right.mean(), len(right))),
        "calibration_error": calibration_error(reliability(probabilities, images.labels)),
    }
    if images.writers is not None:
        writers = by_writer(right, images.writers)
        result |= {"writers": len(writers), "worst_writer": writers[0]["accuracy"]}
    if images.taken is not None:
        result |= {"taken": images.taken, "dropped": images.taken - len(right)}
    return result


def details(probabilities: np.ndarray, images: Images) -> dict[str, Any]:
    """What the report tells of a set beside `measure`.

    Args:
        probabilities: [n, 11].
        images: of the n.

    Returns:
        `confusion` [11, 11] counts, rows the truth; `classes`, scikit-learn's report by class; `reliability`;
        `coverage`; and `by_writer` where writers are known.
    """
    found = probabilities.argmax(axis=1)
    present = sorted(set(images.labels.tolist()) | set(found.tolist()))
    result: dict[str, Any] = {
        "confusion": confusion(probabilities, images),
        "classes": classification_report(
            images.labels,
            found,
            labels=present,
            target_names=[CLASS_NAMES[k] for k in present],
            output_dict=True,
            zero_division=0,
        ),
        "reliability": reliability(probabilities, images.labels),
        "coverage": coverage(probabilities, images.labels),
    }
    if images.writers is not None:
        result["by_writer"] = by_writer(found == images.labels, images.writers)
    return result


def confusion(probabilities: np.ndarray, images: Images) -> list[list[int]]:
    """[11, 11] how often each class was read as each; rows are the truth, and the last of both is "not a digit"."""
    return confusion_matrix(images.labels, probabilities.argmax(axis=1), labels=range(CLASSES)).tolist()


def by_writer(right: np.ndarray, writers: np.ndarray) -> list[dict[str, Any]]:
    """Writer, n, accuracy and interval of everybody, the worst first.

    Args:
        right: [n] bool, whether each image was read right.
        writers: [n] their writers' numbers.
    """
    rows = []
    for writer in np.unique(writers):
        own = right[writers == writer]
        interval = list(wilson_interval(own.mean(), len(own)))
        rows.append({"writer": int(writer), "n": len(own), "accuracy": float(own.mean()), "interval": interval})
    return sorted(rows, key=lambda row: row["accuracy"])


def reliability(probabilities: np.ndarray, labels: np.ndarray) -> list[dict[str, Any]]:
    """Mean confidence, accuracy and n of every one of `BINS` bins that holds an answer."""
    confidence, right = probabilities.max(axis=1), probabilities.argmax(axis=1) == labels
    place = np.minimum((confidence * BINS).astype(int), BINS - 1)
    return [
        {
            "confidence": float(confidence[place == number].mean()),
            "accuracy": float(right[place == number].mean()),
            "n": int((place == number).sum()),
        }
        for number in np.unique(place)
    ]


def calibration_error(bins: list[dict[str, Any]]) -> float:
    """Expected calibration error: how far confidence is from accuracy, over the bins of `reliability`, by their n."""
    gaps = sum(each["n"] * abs(each["confidence"] - each["accuracy"]) for each in bins)
    return gaps / sum(each["n"] for each in bins)


def coverage(probabilities: np.ndarray, labels: np.ndarray) -> list[float]:
    """Accuracy of the surest answers, when the shares `COVERAGES` of all are kept."""
    surest_first = np.argsort(-probabilities.max(axis=1), kind="stable")
    right = (probabilities.argmax(axis=1) == labels)[surest_first]
    kept = np.maximum(1, np.ceil(COVERAGES * len(right) - 1e-9).astype(int))
    return [float(share) for share in (np.cumsum(right) / np.arange(1, len(right) + 1))[kept - 1]]


def surest_mistakes(probabilities: np.ndarray, labels: np.ndarray, most: int) -> np.ndarray:
    """Rows of at most `most` answers that are wrong, the surest first."""
    wrong = np.flatnonzero(probabilities.argmax(axis=1) != labels)
    return wrong[np.argsort(-probabilities[wrong].max(axis=1), kind="stable")][:most]


def not_sure(probabilities: np.ndarray, threshold: float) -> float:
    """The share of all answers that the page shows as not sure: a digit, with less confidence than `threshold`."""
    digits = probabilities.argmax(axis=1) != NOT_A_DIGIT
    return float((digits & (probabilities.max(axis=1) < threshold)).mean())


def is_non_digits(images: Images) -> bool:
    """Whether nothing in the set is a digit."""
    return bool((images.labels == NOT_A_DIGIT).all())
