"""How a person's corrections change what is read of that person afterwards, and of somebody else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from training.hands.memory import kernel, nats_of

MOST_CORRECTIONS = 10
"""Misread digits of a person that are corrected."""

CONFIRMED = 20
"""Digits that were read rightly and are kept beside them, as those of a number that is corrected as a whole."""

WRONG = 0.2
"""Share of corrections that a person gets wrong, where that is measured."""

DRAWS = 10
"""How often it is drawn which corrections are wrong."""

RESAMPLED = 2_000
"""Samples of people whose spread is the interval."""


@dataclass(frozen=True)
class Hands:
    """Digits of many people as a network sees them.

    `logits` [n, 11], `places` [n, DIMENSIONS] int8, `labels` [n] of 0-9, `writers` [n].
    """

    logits: np.ndarray
    places: np.ndarray
    labels: np.ndarray
    writers: np.ndarray

    @property
    def misread(self) -> np.ndarray:
        """[n] bool: what the network alone reads wrong."""
        return self.logits.argmax(axis=1) != self.labels


def measure_hands(hands: Hands) -> dict[str, Any]:
    """Errors without and with corrections, of everybody of whom two digits or more are misread.

    Every digit of theirs is read once with up to `MOST_CORRECTIONS` others of the same person that were misread; where
    fewer were, with all of these.

    Returns:
        `people` and `digits`; `without`: misread by the network alone; `corrected`, `confirmed` (digits read rightly
        are kept, too) and `wrong` (of the corrections, `WRONG` are), each with its `errors`, `spoiled` (errors that
        the network does not make) and, as 95 % `interval` over people, the share of the errors that are left;
        `stranger`: of everybody's digits, errors `without` and with the corrections of somebody else, on average.
    """
    owners = [writer for writer in np.unique(hands.writers) if hands.misread[hands.writers == writer].sum() > 1]
    rng = np.random.default_rng(0)
    of_people = [np.flatnonzero(hands.writers == owner) for owner in owners]
    before = np.array([hands.misread[rows].sum() for rows in of_people])
    result: dict[str, Any] = {
        "people": len(owners),
        "digits": sum(map(len, of_people)),
        "without": int(before.sum()),
    }
    for name, confirmed, wrong in (("corrected", 0, 0.0), ("confirmed", CONFIRMED, 0.0), ("wrong", 0, WRONG)):
        draws = DRAWS if confirmed or wrong else 1
        counts = np.array(
            [[_read_again(hands, rows, confirmed, wrong, rng) for rows in of_people] for _ in range(draws)]
        )
        errors, spoiled = counts.reshape(draws, len(owners), 2).mean(axis=0).T
        result[name] = {
            "errors": float(errors.sum()),
            "spoiled": float(spoiled.sum()),
            "interval": interval_of(errors, before, rng),
        }
    return {**result, "stranger": _by_strangers(hands, owners)}


def _read_again(
    hands: Hands, rows: np.ndarray, confirmed: int, wrong: float, rng: np.random.Generator
) -> tuple[int, int]:
    """Errors of one person's digits, each read with others of them corrected; and how many of these are new."""
    near = kernel(hands.places[rows], hands.places[rows])
    misread = hands.misread[rows]
    errors = spoiled = 0
    for index in range(len(rows)):
        others = np.arange(len(rows)) != index
        kept = np.flatnonzero(misread & others)
        if len(kept) > MOST_CORRECTIONS:
            kept = rng.choice(kept, MOST_CORRECTIONS, replace=False)
        right = np.flatnonzero(~misread & others)
        kept = np.concatenate([kept, rng.choice(right, min(confirmed, len(right)), replace=False)]).astype(int)
        labels = hands.labels[rows[kept]]
        labels = np.where(rng.random(len(kept)) < wrong, (labels + rng.integers(1, 10, len(kept))) % 10, labels)
        found = (hands.logits[rows[index]] + nats_of(near[index : index + 1, kept], labels)[0]).argmax()
        is_error = found != hands.labels[rows[index]]
        errors += is_error
        spoiled += is_error and not misread[index]
    return errors, spoiled


def _by_strangers(hands: Hands, owners: list[int]) -> dict[str, float]:
    """Errors of everybody else, without and with one person's corrections, on average over those persons."""
    without, errors = [], []
    for owner in owners:
        own = np.flatnonzero((hands.writers == owner) & hands.misread)[:MOST_CORRECTIONS]
        others = np.flatnonzero(hands.writers != owner)
        nats = nats_of(kernel(hands.places[own], hands.places[others]), hands.labels[own])
        without.append(int(hands.misread[others].sum()))
        errors.append(int(((hands.logits[others] + nats).argmax(axis=1) != hands.labels[others]).sum()))
    count = max(1, len(owners))
    return {"without": sum(without) / count, "errors": sum(errors) / count, "digits": len(hands.labels)}


def interval_of(errors: np.ndarray, before: np.ndarray, rng: np.random.Generator) -> list[float]:
    """95 % of the shares of errors left, [people] of [people], that samples of as many people give."""
    if not len(before):
        return [0.0, 1.0]
    samples = rng.integers(0, len(before), (RESAMPLED, len(before)))
    left = errors[samples].sum(axis=1) / np.maximum(before[samples].sum(axis=1), 1e-9)
    return np.quantile(left, [0.025, 0.975]).tolist()


def hand_rows(measured: dict[str, Any]) -> list[str]:
    """A table for the terminal of what `measure_hands` returned."""
    without = measured["without"]
    rows = [
        f"{measured['people']} people of whom two or more digits are misread: {without} of {measured['digits']} digits",
    ]
    for name, words in (
        ("corrected", f"up to {MOST_CORRECTIONS} of them corrected"),
        ("confirmed", f"and {CONFIRMED} kept that were read rightly"),
        ("wrong", "one correction in five wrong"),
    ):
        each = measured[name]
        low, high = each["interval"]
        share = each["errors"] / max(1, without)
        new = f"{each['spoiled']:.1f} new"
        rows.append(f"  {words:40}{each['errors']:>8.1f}{share:>10.1%} left ({low:.0%} to {high:.0%}), {new}")
    stranger = measured["stranger"]
    more = stranger["errors"] / max(1, stranger["without"]) - 1
    rows.append(
        f"  {'of everybody else, with these corrections':40}{stranger['errors']:>8.1f}{more:>+10.1%}"
        f" of {stranger['without']:.1f}, {stranger['digits']} digits"
    )
    return rows
