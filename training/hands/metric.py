"""Learns in which directions of a network's embedding hands differ, and one hand does not."""

from __future__ import annotations

import numpy as np

from training.hands.memory import DIMENSIONS, REACH, Metric

SHRINKAGE = 0.3
"""Of the mean variance, added to that in every direction: what hardly varies among few people is no surer for it."""

WIDTH = 0.85
"""Of `REACH`, in the median distance between two of one person's digits of one kind."""

SAMPLES = 2_000
"""Digits whose distances to others of the same hand and kind are looked at."""


def learn_metric(embeddings: np.ndarray, labels: np.ndarray, writers: np.ndarray) -> Metric:
    """A linear map of the embedding: the directions in which hands differ most, for how much each of them varies.

    Linear discriminant analysis (Fisher 1936, Rao 1948) of hands instead of kinds: white within one person's digits
    of one kind, then the main directions of their means around the mean of their kind.

    Args:
        embeddings: [n, d], of people who are trained on.
        labels: [n].
        writers: [n].
    """
    values = embeddings.astype(np.float64)
    kinds, kind_of = np.unique(labels, return_inverse=True)
    groups, group_of, counts = np.unique(np.stack([writers, labels]), axis=1, return_inverse=True, return_counts=True)
    several = counts > 1
    means = _means(values, group_of, len(counts))
    # A mean takes part of what varies: the fewer digits, the more.
    left = np.sqrt(counts / np.maximum(1, counts - 1))[group_of, None]
    rest = ((values - means[group_of]) * left)[several[group_of]]
    within = rest.T @ rest / len(rest)
    within += SHRINKAGE * np.trace(within) / len(within) * np.eye(len(within))
    variances, directions = np.linalg.eigh(within)
    white = directions / np.sqrt(variances)
    of_kinds = _means(values, kind_of, len(kinds))[np.searchsorted(kinds, groups[1])]
    between = (means - of_kinds)[several] @ white
    matrix = white @ np.linalg.eigh(between.T @ between)[1][:, ::-1][:, :DIMENSIONS]
    matrix *= REACH / (WIDTH * _usual_distance(values @ matrix, labels, writers))
    return Metric(np.rint(100 * matrix).astype(int), np.rint(100 * values.mean(axis=0) @ matrix).astype(int))


def _means(values: np.ndarray, group_of: np.ndarray, groups: int) -> np.ndarray:
    """[groups, d] means of values [n, d]."""
    sums = np.zeros((groups, values.shape[1]))
    np.add.at(sums, group_of, values)
    return sums / np.bincount(group_of, minlength=groups)[:, None]


def _usual_distance(places: np.ndarray, labels: np.ndarray, writers: np.ndarray) -> float:
    """The median distance between digits of the same hand and kind."""
    distances = []
    for index in np.random.default_rng(0).permutation(len(places))[:SAMPLES]:
        alike = (labels == labels[index]) & (writers == writers[index])
        alike[index] = False
        if alike.any():
            distances.append(np.median(np.linalg.norm(places[alike] - places[index], axis=1)))
    return float(np.median(distances))
