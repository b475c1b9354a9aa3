"""A semi-Markov conditional random field over a lattice: which paths are right, and how much of all weight they have.

Sarawagi and Cohen, "Semi-Markov conditional random fields for information extraction", 2004; over segments of ink as in
Zhou, Wang, Tian, Liu and Nakagawa, "Handwritten Chinese/Japanese text recognition using semi-Markov conditional random
fields", 2013.
"""

from __future__ import annotations

import numpy as np

from training.potentials.lattices import LABELS, UNKNOWN, Lattice

NO_DIGIT = ""
"""The truth of ink that is no number: every path is right whose segments are all `UNKNOWN`."""


def posterior(lattice: Lattice, scores: np.ndarray) -> tuple[np.ndarray, float]:
    """How likely each segment with each label is part of the reading.

    Args:
        lattice: of n segments.
        scores: [n, 24] of every segment as every one of `LABELS`, nats.

    Returns:
        [n, 24], and the logarithm of the weight of all paths.
    """
    weights = _log_sum(scores)
    before, after = _sums(lattice, weights)
    total = before[-1]
    start, end = lattice.spans.T
    share = np.exp(np.minimum(before[start] + weights + after[end] - total, 0.0))
    return share[:, None] * np.exp(scores - weights[:, None]), float(total)


def posterior_under(lattice: Lattice, scores: np.ndarray, truth: str) -> tuple[np.ndarray, float] | None:
    """The same of the paths that read as the truth alone; None where there is none.

    Args:
        lattice: of n segments.
        scores: [n, 24], nats.
        truth: a text of `LABELS`, or `NO_DIGIT`.
    """
    if truth == NO_DIGIT:
        only = np.full_like(scores, -np.inf)
        only[:, LABELS.index(UNKNOWN)] = scores[:, LABELS.index(UNKNOWN)]
        found, total = posterior(lattice, only)
        return (found, total) if np.isfinite(total) else None
    labels = [LABELS.index(sign) for sign in truth]
    count, length = len(lattice.spans), len(truth)
    before = np.full((lattice.atoms + 1, length + 1), -np.inf)
    after = before.copy()
    before[0, 0] = after[-1, -1] = 0.0
    read = scores[:, labels]  # [n, length]: as the sign that stands there
    order = np.argsort(lattice.spans[:, 0], kind="stable")
    for segment in order:
        start, end = lattice.spans[segment]
        before[end, 1:] = np.logaddexp(before[end, 1:], before[start, :-1] + read[segment])
    total = before[-1, -1]
    if not np.isfinite(total):
        return None
    for segment in order[np.argsort(-lattice.spans[order, 1], kind="stable")]:
        start, end = lattice.spans[segment]
        after[start, :-1] = np.logaddexp(after[start, :-1], after[end, 1:] + read[segment])
    start, end = lattice.spans.T
    share = np.exp(np.minimum(before[start, :-1] + read + after[end, 1:] - total, 0.0))
    found = np.zeros((count, len(LABELS)))
    for place, label in enumerate(labels):
        found[:, label] += share[:, place]
    return found, float(total)


def _sums(lattice: Lattice, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """[atoms + 1] each: the weight of all ways to a place, and from it to the end."""
    before = np.full(lattice.atoms + 1, -np.inf)
    after = before.copy()
    before[0] = after[-1] = 0.0
    for segment in np.argsort(lattice.spans[:, 0], kind="stable"):
        start, end = lattice.spans[segment]
        before[end] = np.logaddexp(before[end], before[start] + weights[segment])
    for segment in np.argsort(-lattice.spans[:, 1], kind="stable"):
        start, end = lattice.spans[segment]
        after[start] = np.logaddexp(after[start], after[end] + weights[segment])
    return before, after


def _log_sum(scores: np.ndarray) -> np.ndarray:
    most = np.maximum(scores.max(axis=1), -1e9)
    return most + np.log(np.exp(scores - most[:, None]).sum(axis=1))
