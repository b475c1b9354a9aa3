"""Whose digits numbers are composed of: of people who are trained on, or of those who are held out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from training.data import datasets, held_out
from training.data.datasets import DataError, Images, PenDigit

WHOSE = ("training", "held-out")
"""Tune on the first; the second are the validation people of `split_pendigits` and `split_mnist`."""


@dataclass(frozen=True)
class Handwriting:
    """Digits of known writers: written with a pen, and scanned."""

    pen: list[PenDigit]
    scans: Images


def load_handwriting(whose: str) -> Handwriting:
    """The digits of one of `WHOSE`.

    Raises:
        DataError: data are missing, or nobody knows who wrote MNIST's digits.
        KeyError: there is no such choice.
    """
    if whose not in WHOSE:
        raise KeyError(whose)
    half = WHOSE.index(whose)
    scans = held_out.split_mnist(datasets.load_mnist()[0])[half]
    if scans.writers is None:
        raise DataError(
            "Numbers of one writer need qmnist-train-writers.tsv.gz in the folder that INKDIGIT_DATA names."
        )
    return Handwriting(held_out.split_pendigits(datasets.load_pendigits())[half], scans)


def pen_by_writer(digits: list[PenDigit]) -> list[list[PenDigit]]:
    """The digits of each writer, in the order of their numbers."""
    own: dict[int, list[PenDigit]] = defaultdict(list)
    for digit in digits:
        own[digit.writer].append(digit)
    return [own[writer] for writer in sorted(own)]


def scans_by_writer(scans: Images) -> list[Images]:
    """The digits of each writer, in the order of their numbers.

    Raises:
        DataError: the writers are not known.
    """
    if scans.writers is None:
        raise DataError("These digits do not say who wrote them.")
    return [scans.where(scans.writers == writer) for writer in np.unique(scans.writers)]
