"""How sure the network may say it is: one temperature, and the confidence below which it says that it is not sure."""

from __future__ import annotations

import numpy as np
from scipy.optimize import minimize_scalar

from training.data.datasets import NOT_A_DIGIT

SURE_ACCURACY = 0.998
"""Of the digits that the page shows without a doubt, at least this share is right on validation people and letters."""


ACCEPTED = 0.999
"""Of the digits that validation people wrote, this share is not refused as "not a digit"."""


def refusal_offset(logits: np.ndarray, labels: np.ndarray) -> float:
    """What to add to the logit of "not a digit" so that `ACCEPTED` of the digits, and no more, are read as some digit.

    The rule of Neyman and Pearson (1933): of what is not a digit, as much is refused as that share of digits allows.

    Args:
        logits: [n, 11].
        labels: [n] of 0-10; rows that are not digits do not count.

    Returns:
        Below 0 where fewer are accepted as it is, above 0 where more are.
    """
    digits = logits[labels != NOT_A_DIGIT]
    margin = digits[:, :NOT_A_DIGIT].max(axis=1) - digits[:, NOT_A_DIGIT]
    # A little below the first digit that is to be accepted: of a few digits, all are.
    return float(np.quantile(margin, 1 - ACCEPTED, method="lower")) - 1e-3


def fit_temperature(logits: np.ndarray, labels: np.ndarray) -> float:
    """The temperature whose probabilities fit best (Guo et al., "On calibration of modern neural networks", 2017).

    Args:
        logits: [n, 11].
        labels: [n] of 0-10.

    Returns:
        Between 0.05 and 20; the larger, the less sure.
    """

    def loss(log_temperature: float) -> float:
        probabilities = softmax(logits, float(np.exp(log_temperature)))
        return float(-np.log(probabilities[np.arange(len(labels)), labels] + 1e-12).mean())

    return float(np.exp(minimize_scalar(loss, bounds=(np.log(0.05), np.log(20)), method="bounded").x))


def softmax(logits: np.ndarray, temperature: float = 1.0) -> np.ndarray:
    """[n, 11] probabilities from logits, each row summing to 1."""
    scaled = logits.astype(np.float64) / temperature
    weights = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    return weights / weights.sum(axis=1, keepdims=True)


def unsure_threshold(probabilities: np.ndarray, labels: np.ndarray) -> float:
    """The least confidence at which `SURE_ACCURACY` of the answers that are a digit are right.

    Returns:
        Between 0.5 and 0.99; 0.99 too where no confidence reaches that accuracy.
    """
    found = probabilities.argmax(axis=1)
    confidence, right = probabilities.max(axis=1)[found != NOT_A_DIGIT], (found == labels)[found != NOT_A_DIGIT]
    for threshold in np.arange(0.5, 0.99, 0.01):
        sure = confidence >= threshold
        if sure.any() and right[sure].mean() >= SURE_ACCURACY:
            return round(float(threshold), 2)
    return 0.99
