"""How much of what is not a digit is refused, and what that costs in digits."""

from __future__ import annotations

from typing import Any

import numpy as np

from training.data.datasets import NOT_A_DIGIT, Images
from training.evaluation.interval import wilson_interval
from training.evaluation.measures import VALIDATION_DIGITS, is_non_digits

ACCEPTED = 0.995
"""The share of validation digits that are still accepted where sets are compared."""

HELD_OUT_SIGNS = ("characters, held-out alphabet", "scribbles, held-out kinds")
"""The sets that count together: signs of kinds that are never trained on. The others are of kinds that are."""

SHARES = np.linspace(0.95, 1, 101)
"""Shares of validation digits accepted, along the curves."""


def refusal(probabilities: dict[str, np.ndarray], validation: dict[str, Images]) -> dict[str, Any]:
    """What is refused when a threshold on the probability of "not a digit" accepts `ACCEPTED` of the digits.

    Args:
        probabilities: [n, 11] of every validation set.
        validation: `VALIDATION_DIGITS`, one or all of `HELD_OUT_SIGNS`, and others; those count that hold no digit.

    Returns:
        `accepted`, `digits` (their n), `threshold` (0..1; what is above it is refused), and for each set without a
        digit, and `HELD_OUT_SIGNS` `together`, n, the share refused and its 95 % interval.
    """
    digits, others = _by_kind(probabilities, validation)
    threshold = threshold_accepting(digits, ACCEPTED)
    return {
        "accepted": ACCEPTED,
        "digits": len(digits),
        "threshold": threshold,
        "sets": {name: _refused(values, threshold) for name, values in others.items()},
        "together": _refused(_together(others), threshold),
    }


def refusal_curves(probabilities: dict[str, np.ndarray], validation: dict[str, Images]) -> dict[str, list[float]]:
    """For each set without a digit, and together: the share refused where `SHARES` of the digits are accepted."""
    digits, others = _by_kind(probabilities, validation)
    others["alphabet and scribbles"] = _together(others)
    thresholds = [threshold_accepting(digits, share) for share in SHARES]
    return {name: [float((values > t).mean()) for t in thresholds] for name, values in others.items()}


def threshold_accepting(digits: np.ndarray, share: float) -> float:
    """The least probability of "not a digit", of those in `digits` [n], that at least `share` of them do not exceed."""
    most = max(1, int(np.ceil(share * len(digits) - 1e-9)))
    return float(np.sort(digits)[most - 1])


def _by_kind(probabilities: dict[str, np.ndarray], sets: dict[str, Images]) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    """The probabilities of "not a digit": of the digits of `VALIDATION_DIGITS`, and of each set without one."""
    of_digits = [probabilities[name][:, NOT_A_DIGIT] for name in VALIDATION_DIGITS]
    others = {name: probabilities[name][:, NOT_A_DIGIT] for name, images in sets.items() if is_non_digits(images)}
    return np.concatenate(of_digits), others


def _together(others: dict[str, np.ndarray]) -> np.ndarray:
    """Of all `HELD_OUT_SIGNS` that are there: the alphabet is not where its file is missing."""
    return np.concatenate([others[name] for name in HELD_OUT_SIGNS if name in others])


def _refused(values: np.ndarray, threshold: float) -> dict[str, Any]:
    share = float((values > threshold).mean())
    return {"n": len(values), "refused": share, "interval": list(wilson_interval(share, len(values)))}
