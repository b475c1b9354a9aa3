"""How much better a person is read who has taught a few of each digit, and somebody else with that person's layer."""

from __future__ import annotations

from typing import Any

import numpy as np

from training.evaluation.hands import Hands, interval_of
from training.hands.layer import layer_nats, learn_layer
from training.hands.memory import kernel, nats_of

OF_EACH = 3
"""Digits of each kind that a person writes to teach."""

LEAST = 5
"""Digits of a kind that a person has who can be measured; of at least `KINDS` kinds."""

KINDS = 8

DRAWS = 10
"""How often it is drawn which digits are taught."""

WORST = 5
"""One in so many people is among those who are read worst."""

STRANGERS = 2_000
"""Digits of others, drawn anew for each person, that are read with that person's layer."""


def measure_taught(hands: Hands) -> dict[str, Any]:
    """Errors of everybody who has enough digits, on those that were not taught.

    Returns:
        `people`, `digits` (all of theirs); `everybody` and `worst` (the fifth of them with the largest share of errors
        by the network alone), each with errors `without`, with the examples alone (`remembered`), and with the layer,
        too (`taught`), on average over the draws; the share of the errors that is left, as 95 % `interval` over
        people; `spoiled`, errors that the network does not make; `stranger`: of digits of others, errors `without` and
        `taught`.
    """
    rng = np.random.default_rng(0)
    of_people = [rows for writer in np.unique(hands.writers) if _is_enough(rows := _of(hands, writer), hands)]
    counts = np.zeros((len(of_people), 4))
    stranger = np.zeros(2)
    for person, rows in enumerate(of_people):
        for _ in range(DRAWS):
            own = _drawn(rows, hands.labels, rng)
            layer = learn_layer(hands.places[own], hands.labels[own], hands.logits[own])
            rest = np.setdiff1d(rows, own)
            counts[person] += _errors(hands, rest, own, layer)
            others = np.flatnonzero(hands.writers != hands.writers[rows[0]])
            others = rng.choice(others, min(STRANGERS, len(others)), replace=False)
            stranger += _errors(hands, others, own, layer)[[0, 2]]
    counts /= DRAWS
    shares = counts[:, 0] / [max(1, len(rows)) for rows in of_people]
    worst = np.argsort(-shares, kind="stable")[: -(-len(of_people) // WORST)]
    return {
        "people": len(of_people),
        "digits": sum(map(len, of_people)),
        "everybody": _told(counts, rng),
        "worst": _told(counts[worst], rng),
        "stranger": {"without": float(stranger[0]), "taught": float(stranger[1])},
    }


def _of(hands: Hands, writer: int) -> np.ndarray:
    return np.flatnonzero(hands.writers == writer)


def _is_enough(rows: np.ndarray, hands: Hands) -> bool:
    return int((np.bincount(hands.labels[rows], minlength=10)[:10] >= LEAST).sum()) >= KINDS


def _drawn(rows: np.ndarray, labels: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """A few of each digit; at least one of each is left."""
    of_each = [rows[labels[rows] == digit] for digit in range(10)]
    return np.concatenate([rng.choice(each, min(OF_EACH, max(0, len(each) - 1)), replace=False) for each in of_each])


def _errors(hands: Hands, rows: np.ndarray, own: np.ndarray, layer: np.ndarray) -> np.ndarray:
    """Errors without, with the examples, with the layer, too; and how many of these the network does not make."""
    near = nats_of(kernel(hands.places[own], hands.places[rows]), hands.labels[own])
    remembered = hands.logits[rows] + near
    taught = remembered + layer_nats(layer, hands.places[rows])
    wrong = [each.argmax(axis=1) != hands.labels[rows] for each in (remembered, taught)]
    misread = hands.misread[rows]
    return np.array([misread.sum(), wrong[0].sum(), wrong[1].sum(), (wrong[1] & ~misread).sum()])


def _told(counts: np.ndarray, rng: np.random.Generator) -> dict[str, Any]:
    without, remembered, taught, spoiled = counts.sum(axis=0).tolist()
    return {
        "people": len(counts),
        "without": without,
        "remembered": remembered,
        "taught": taught,
        "spoiled": spoiled,
        "interval": interval_of(counts[:, 2], counts[:, 0], rng),
    }


def taught_rows(measured: dict[str, Any]) -> list[str]:
    """A table for the terminal of what `measure_taught` returned."""
    rows = [
        f"{measured['people']} people with enough digits; {OF_EACH} of each are taught, and the rest of theirs is read"
    ]
    for name in ("everybody", "worst"):
        each = measured[name]
        words = "everybody" if name == "everybody" else f"the fifth that is read worst, {each['people']} people"
        low, high = each["interval"]
        share = each["taught"] / max(1, each["without"])
        errors = f"{each['without']:>8.1f}, {each['remembered']:.1f} remembered, {each['taught']:.1f} taught"
        rows.append(f"  {words:40}{errors}: {share:.1%} left ({low:.0%} to {high:.0%}), {each['spoiled']:.1f} new")
    stranger = measured["stranger"]
    more = stranger["taught"] / max(1, stranger["without"]) - 1
    words = "of others, with what one taught"
    rows.append(f"  {words:40}{stranger['without']:>8.0f}, {stranger['taught']:.0f} taught: {more:+.1%}")
    return rows
