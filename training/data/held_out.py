"""Whose handwriting is kept for validation: none of these people, and none of these letters, is trained on."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np

from training.data.datasets import Character, Images, PenDigit
from training.data.unipen import Written

PEN_VALIDATION_WRITERS = (5, 10, 15, 20, 25, 30)
"""Six of the thirty people of the pen digits' training half: none of their digits is trained on."""

MNIST_VALIDATION_EVERY = 12
"""Every twelfth writer of MNIST's training digits, in the order of their numbers, is kept for validation."""

VALIDATION_ALPHABET = "Balinese"
"""The alphabet whose letters validate "not a digit" and are never trained on."""

UNIPEN_VALIDATION_SITES = ("s02", "s05", "s10")
"""Places of UNIPEN nobody of whom is trained on: one that is read well, one with few people, and the worst of all."""

UNIPEN_VALIDATION_EVERY = 4
"""Of the other places, about one person in so many is kept for validation: see `is_held_out`."""


def split_mnist(train: Images) -> tuple[Images, Images]:
    """Training and validation digits: by writer where writers are known, else the last twelfth."""
    if train.writers is None:
        held_out = np.arange(len(train.labels)) >= len(train.labels) * (1 - 1 / MNIST_VALIDATION_EVERY)
    else:
        held_out = np.isin(train.writers, np.unique(train.writers)[::MNIST_VALIDATION_EVERY])
    return train.where(~held_out), train.where(held_out)


def split_pendigits(digits: list[PenDigit]) -> tuple[list[PenDigit], list[PenDigit]]:
    """Training and validation digits; nobody wrote in both."""
    return (
        [digit for digit in digits if digit.writer not in PEN_VALIDATION_WRITERS],
        [digit for digit in digits if digit.writer in PEN_VALIDATION_WRITERS],
    )


def split_unipen(written: Sequence[Written]) -> tuple[list[Written], list[Written]]:
    """What to train on and what to validate with; a person's digits, numbers and letters are all in one of them."""
    return [each for each in written if not is_held_out(each)], [each for each in written if is_held_out(each)]


def is_held_out(written: Written) -> bool:
    """Whether its place or its person is kept for validation; people are chosen by a checksum of their name."""
    is_chosen = zlib.crc32(written.writer.encode()) % UNIPEN_VALIDATION_EVERY == 0
    return written.site in UNIPEN_VALIDATION_SITES or is_chosen


def split_characters(characters: list[Character]) -> tuple[list[Character], list[Character]]:
    """Training and validation characters, the ambiguous left out; no alphabet is in both."""
    clear = [character for character in characters if not character.ambiguous]
    return (
        [character for character in clear if character.alphabet != VALIDATION_ALPHABET],
        [character for character in clear if character.alphabet == VALIDATION_ALPHABET],
    )


def ambiguous_characters(characters: list[Character]) -> list[Character]:
    """Those of the validation alphabet that a person could take for a digit."""
    return [character for character in characters if character.ambiguous and character.alphabet == VALIDATION_ALPHABET]
