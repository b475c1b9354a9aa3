"""Whose handwriting is kept for validation: none of these people, and none of these letters, is trained on."""

from __future__ import annotations

import numpy as np

from training.data.datasets import Character, Images, PenDigit

PEN_VALIDATION_WRITERS = (5, 10, 15, 20, 25, 30)
"""Six of the thirty people of the pen digits' training half: none of their digits is trained on."""

MNIST_VALIDATION_EVERY = 12
"""Every twelfth writer of MNIST's training digits, in the order of their numbers, is kept for validation."""

VALIDATION_ALPHABET = "Balinese"
"""The alphabet whose letters validate "not a digit" and are never trained on."""


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
