"""The best way to read a line, as the device finds it (web/reader/lines/search.js)."""

from __future__ import annotations

import numpy as np

from training.potentials.lattices import LABELS, Lattice
from training.potentials.notation import END, START, Notation, kind_of

LEAST = 1e-5
"""Labels of a segment with less of its weight are not followed."""

LEAST_CONTEXT = -8.0
"""Contexts with less than this, of the weight of the best at the same place, are not followed: a logarithm."""


def best_text(lattice: Lattice, scores: np.ndarray, notation: Notation | None = None) -> tuple[str, float]:
    """What the best path reads as (Viterbi), and how much of all paths' weight it has.

    Args:
        lattice: of n segments.
        scores: [n, 24] of every segment as every one of `LABELS`, nats.
        notation: how numbers are written, where that counts.

    Returns:
        A text of `LABELS`, and a share, 0..1.
    """
    # By place and context: the weight of all ways to it, that of the best one, and its text.
    places: list[dict[str, tuple[float, float, str]]] = [{} for _ in range(lattice.atoms + 1)]
    places[0][START] = (0.0, 0.0, "")
    for segment in np.argsort(lattice.spans[:, 0], kind="stable"):
        start, end = lattice.spans[segment]
        kinds = _by_kind(scores[segment])
        for context, (weight, value, text) in _heavy(places[start]).items():
            for kind, (own, best, label) in kinds.items():
                gain = notation.gain(kind, context) if notation else 0.0
                after = notation.after(context, kind) if notation else START
                _add(places[end], after, (weight + own + gain, value + best + gain, text + label))
    ends = [
        (weight + gain, value + gain, text)
        for context, (weight, value, text) in places[-1].items()
        for gain in [notation.gain(END, context) if notation else 0.0]
    ]
    total = np.logaddexp.reduce([weight for weight, _, _ in ends])
    _, value, text = max(ends, key=lambda each: each[1])
    return text, float(np.exp(value - total))


def _by_kind(scores: np.ndarray) -> dict[str, tuple[float, float, str]]:
    """Of every kind that is worth following: its weight, and the best of its labels."""
    kinds: dict[str, tuple[float, float, str]] = {}
    least = np.logaddexp.reduce(scores) + np.log(LEAST)
    for score, label in zip(scores, LABELS, strict=True):
        if score > least:
            _add(kinds, kind_of(label), (score, score, label))
    return kinds


def _add(ways: dict[str, tuple[float, float, str]], key: str, way: tuple[float, float, str]) -> None:
    known = ways.get(key)
    if known is None:
        ways[key] = way
        return
    value, text = max(known[1:], way[1:])
    ways[key] = (np.logaddexp(known[0], way[0]), value, text)


def _heavy(ways: dict[str, tuple[float, float, str]]) -> dict[str, tuple[float, float, str]]:
    most = max((weight for weight, _, _ in ways.values()), default=0.0)
    return {context: way for context, way in ways.items() if way[0] >= most + LEAST_CONTEXT}
