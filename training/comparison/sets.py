"""What every method of the comparison learns from and is measured on."""

from __future__ import annotations

import hashlib
import inspect
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from training.data import datasets, held_out
from training.data.datasets import Images
from training.digits.validation import pen_images
from training.evaluation import corruptions
from training.evaluation.corruptions import CORRUPTIONS, corrupt


@dataclass(frozen=True)
class Sets:
    """Digits of 0-9, all [n, 28, 28] uint8.

    `train` is MNIST's training digits without the validation writers', then the training writers' pen digits, each
    rasterized once as the device does; `validation` is MNIST's validation writers; `mnist` is MNIST's test digits;
    `pen` is the pen digits of the held-out writers, with their numbers.
    """

    train: Images
    validation: Images
    mnist: Images
    pen: Images
    most_digits: int | None = None
    """Of each set, where the comparison is only tried; None for the whole."""

    @property
    def writers(self) -> np.ndarray:
        """Who wrote each of `pen`, [n]."""
        assert self.pen.writers is not None
        return self.pen.writers

    @cached_property
    def corrupted(self) -> dict[str, np.ndarray]:
        """MNIST's test images spoiled in every way, by its kind."""
        return {kind: corrupt(self.mnist.images, kind) for kind in CORRUPTIONS}

    def training_hash(self) -> str:
        """Of what is learned from and stopped by."""
        return _hash(self.train, self.validation)

    def measuring_hash(self) -> str:
        """Of what is measured on; of corruptions, the code that makes them."""
        return _hash(self.mnist, self.pen, text=inspect.getsource(corruptions))


def load_sets(most_digits: int | None = None) -> Sets:
    """The whole, or `most_digits` of each set, evenly chosen, to try the comparison in a minute.

    Raises:
        DataError: data are missing or not the published ones.
    """
    train, mnist = datasets.load_mnist()
    train, validation = held_out.split_mnist(train)
    pen_train, pen = (pen_images(part) for part in held_out.split_pendigits(datasets.load_pendigits()))
    train, pen_train, validation, mnist, pen = (
        images.where(evenly(len(images.labels), most_digits)) for images in (train, pen_train, validation, mnist, pen)
    )
    both = Images(np.concatenate([train.images, pen_train.images]), np.concatenate([train.labels, pen_train.labels]))
    return Sets(both, validation, mnist, pen, most_digits)


def evenly(count: int, most: int | None) -> slice:
    """At most `most` of `count` rows: the first of MNIST's test digits are easier than the last, so not the first."""
    return slice(None, None, -(-count // most) if most else 1)


def _hash(*sets: Images, text: str = "") -> str:
    digest = hashlib.sha256(text.encode())
    for images in sets:
        digest.update(images.images.tobytes() + images.labels.tobytes())
    return digest.hexdigest()
