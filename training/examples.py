"""Makes the images that a network trains on and is validated with, out of the data sets."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from os import cpu_count
from typing import Any

import numpy as np

from training import datasets
from training.augment_strokes import random_pen_radius, vary
from training.config import Config
from training.datasets import NOT_A_DIGIT, Character, Images, PenDigit
from training.ink import BOX, SIZE, Ink, normalize, rasterize
from training.non_digits import run_together, scribble
from training.styles import styled_digit

NON_DIGIT_KINDS = (
    *("character", "scribble") * 2,
    "pen digits run together",
    "images run together",
)
"""What "not a digit" is made of, in equal parts."""


NON_DIGIT_WIDEST = 1.5
"""Radius in pixels of the widest pen that draws them: with a wider one a scribble is a blob, as a bold 0 may be."""

JOB = 500
"""Images drawn in one go by one process."""


@dataclass(frozen=True)
class Examples:
    """What a run trains on: `mnist`, `pen` and `non_digits`, and `validation` sets by name; uint8 images."""

    mnist: Images
    pen: Images
    non_digits: Images
    validation: dict[str, Images]


def make_examples(config: Config, say: Callable[[str], None]) -> Examples:
    """Load, split and vary the data; `say` is told what is being done.

    Raises:
        DataError: data are missing or not the published ones.
    """
    train, validation = datasets.split_mnist(datasets.load_mnist()[0])
    pen, pen_validation = datasets.split_pendigits(datasets.load_pendigits())
    characters, other_characters = datasets.split_characters(datasets.load_characters())
    most = config.most_digits
    train, pen = train.where(slice(most)), pen[:most]
    say(f"{len(train.labels)} MNIST digits, {len(pen)} pen digits, {len(characters)} characters")
    if not characters:
        say("no characters of other alphabets: 'not a digit' is made of scribbles and digits run together alone")
    say(f"drawing {len(pen) * config.pen_variants} variants of pen digits")
    varied = _in_parallel(_vary_pen, [(digit, config.pen_variants) for digit in pen], config.seed)
    say(f"drawing {config.styled} digits in styles that the data lack")
    styled = _in_parallel(_draw_styled, [(count,) for count in _portions(config.styled)], config.seed + 2)
    say(f"drawing {config.non_digits} inks that are not digits")
    kinds = [kind for kind in NON_DIGIT_KINDS if characters or kind != "character"]
    material = _Material(pen, characters, train)
    jobs = [(kinds[number % len(kinds)], count, material) for number, count in enumerate(_portions(config.non_digits))]
    non_digits = _in_parallel(_draw_non_digits, jobs, config.seed + 1)
    return Examples(
        mnist=train,
        pen=_join([varied, styled]),
        non_digits=non_digits,
        validation=validation_sets(validation, pen_validation, other_characters),
    )


def validation_sets(mnist: Images, pen: list[PenDigit], characters: list[Character]) -> dict[str, Images]:
    """The held-out people and alphabet, as the device sees them."""
    sets = {
        "MNIST, held-out writers": mnist,
        "pen, held-out writers": Images(
            to_bytes(rasterize(digit.ink) for digit in pen),
            np.array([digit.label for digit in pen]),
            np.array([digit.writer for digit in pen]),
        ),
    }
    if characters:
        images = to_bytes(rasterize(character.ink) for character in characters)
        sets["characters, held-out alphabet"] = Images(images, np.full(len(images), NOT_A_DIGIT))
    return sets


def to_bytes(images: Iterable[np.ndarray]) -> np.ndarray:
    """[n, 28, 28] uint8 from ink images of 0..1."""
    return np.stack([np.rint(image * 255).astype(np.uint8) for image in images])


@dataclass(frozen=True)
class _Material:
    """What non-digits are drawn from."""

    pen: list[PenDigit]
    characters: list[Character]
    mnist: Images


def _in_parallel(make: Callable[..., Images], jobs: list[tuple], seed: int) -> Images:
    """`make(rng, *job)` for every job, each with randomness of its own, on all processors; joined in order."""
    seeds = np.random.SeedSequence(seed).spawn(len(jobs))
    # Spawned, not forked: the parent may hold TensorFlow's threads.
    with ProcessPoolExecutor(
        cpu_count(), get_context("spawn"), initializer=_share, initargs=(make, jobs, seeds)
    ) as pool:
        return _join(list(pool.map(_run_job, range(len(jobs)), chunksize=16)))


def _portions(count: int) -> list[int]:
    """`count` in jobs of at most JOB."""
    return [min(JOB, count - first) for first in range(0, count, JOB)]


def _join(parts: list[Images]) -> Images:
    if not parts:
        return Images(np.zeros((0, SIZE, SIZE), np.uint8), np.zeros(0, np.int64))
    return Images(np.concatenate([part.images for part in parts]), np.concatenate([part.labels for part in parts]))


_shared: dict[str, Any] = {}
"""What a process of `_in_parallel` was started with: sent once, not with every job."""


def _share(make: Callable[..., Images], jobs: list[tuple], seeds: list[np.random.SeedSequence]) -> None:
    _shared.update(make=make, jobs=jobs, seeds=seeds)


def _run_job(number: int) -> Images:
    rng = np.random.default_rng(_shared["seeds"][number])
    return _shared["make"](rng, *_shared["jobs"][number])


def _vary_pen(rng: np.random.Generator, digit: PenDigit, variants: int) -> Images:
    """Variants of one digit; the first is the digit as it was written."""
    radii = (random_pen_radius(rng) for _ in range(variants))
    images = to_bytes(
        rasterize(vary(digit.ink, rng) if number else digit.ink, radius) for number, radius in enumerate(radii)
    )
    return Images(images, np.full(variants, digit.label))


def _draw_styled(rng: np.random.Generator, count: int) -> Images:
    """Digits in styles that the data lack."""
    digits = [styled_digit(rng) for _ in range(count)]
    images = to_bytes(rasterize(vary(ink, rng), random_pen_radius(rng)) for ink, _ in digits)
    return Images(images, np.array([label for _, label in digits]))


def _draw_non_digits(rng: np.random.Generator, kind: str, count: int, material: _Material) -> Images:
    """Inks of one kind that are not digits."""
    images = to_bytes(_draw_non_digit(rng, kind, material) for _ in range(count))
    return Images(images, np.full(count, NOT_A_DIGIT))


def _draw_non_digit(rng: np.random.Generator, kind: str, material: _Material) -> np.ndarray:
    if kind == "images run together":
        left, right = material.mnist.images[rng.integers(0, len(material.mnist.images), 2)]
        return _join_images(left / 255, right / 255, int(rng.integers(-2, 4)))
    ink: Ink
    if kind == "character":
        ink = material.characters[int(rng.integers(len(material.characters)))].ink
    elif kind == "scribble":
        ink = scribble(rng)
    else:
        left, right = rng.integers(0, len(material.pen), 2)
        ink = run_together(material.pen[left].ink, material.pen[right].ink, rng)
    return rasterize(vary(ink, rng), random_pen_radius(rng, NON_DIGIT_WIDEST))


def _join_images(left: np.ndarray, right: np.ndarray, gap: int) -> np.ndarray:
    """Two digit images as one ink, `gap` pixels between their ink (below 0: they overlap)."""
    left, right = left[:, left.any(axis=0)], right[:, right.any(axis=0)]
    page = np.zeros((SIZE, left.shape[1] + right.shape[1] + BOX))
    page[:, : left.shape[1]] = left
    start = max(0, left.shape[1] + gap)
    beside = page[:, start : start + right.shape[1]]
    np.maximum(beside, right, out=beside)
    return normalize(page)
