"""Makes the images that a network trains on and is validated with, out of the data sets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from training.augment.non_digits import UNFINISHED, run_together, scribble, unfinished
from training.augment.photographs.photographed import photographed
from training.augment.strokes import PEN_RADII, random_pen_radius, vary
from training.augment.styles import restyled, styled_digit
from training.data import datasets, held_out
from training.data.datasets import NOT_A_DIGIT, Character, Images, PenDigit
from training.data.own import load as own_data
from training.data.own.load import OwnData
from training.digits import written
from training.digits.config import Config
from training.digits.validation import VALIDATION_PHOTOGRAPHS, own_validation_set, validation_sets
from training.digits.written import People
from training.in_parallel import in_parallel, join
from training.ink import BOX, SIZE, Ink, normalize, rasterize, to_bytes

NON_DIGIT_KINDS = (
    *("character", "scribble") * 3,
    "pen digits run together",
    "images run together",
    "unfinished digit",
)
"""What "not a digit" is made of, in equal parts."""

WRITTEN_KINDS = (*("letter",) * 6, "piece", *("sign",) * 3, "drawn sign")
"""The same, where UNIPEN's people are there."""

BLANK_EVERY = 200
"""One non-digit in so many is blank paper, so that gray and speckled paper is not read."""

NON_DIGIT_WIDEST = 1.5
"""Radius in pixels of the widest pen that draws them: with a wider one a scribble is a blob, as a bold 0 may be."""

RESTYLED = 0.5
"""Share of the variants of a 0 or a 7 that are slashed or crossed."""

JOB = 500
"""Images drawn in one go by one process."""


@dataclass(frozen=True)
class Examples:
    """What a run trains on: `mnist`, `pen` and `non_digits`, and `validation` sets by name; uint8 images.

    `mnist` holds own images of digits too, `pen` what was drawn for this: variants of pen digits, styled digits and
    photographs.
    """

    mnist: Images
    pen: Images
    non_digits: Images
    validation: dict[str, Images]


def make_examples(config: Config, say: Callable[[str], None], own: OwnData | None = None) -> Examples:
    """Load, split and vary the data.

    Args:
        config: of the run.
        say: is told what is being done.
        own: what `config.data` names, where it is read already.

    Raises:
        DataError: data are missing or not the published ones.
    """
    mnist, test = datasets.load_mnist()
    train, validation = held_out.split_mnist(mnist)
    own, own_validation = own_data.share_out(
        own_data.recall(config, say) if own is None else own, train, (validation, test), say
    )
    pen, pen_validation = held_out.split_pendigits(datasets.load_pendigits())
    characters, other_characters = held_out.split_characters(datasets.load_characters())
    most = config.most_digits
    people = written.load_people(say)
    train, pen = train.where(slice(most)), [*pen[:most], *people.digits[:most]]
    say(f"{len(train.labels)} MNIST digits, {len(pen)} pen digits, {len(characters)} characters")
    say(f"{len(people.others)} letters and signs that are none of ours, {len(people.signs)} that are")
    if not characters:
        say("no characters of other alphabets: 'not a digit' is learned without them")
    digits = own.digits()
    train = join([train, digits.images]) if len(digits.images.labels) else train
    material = _Material(pen + digits.pen, characters, train, people)
    return Examples(
        mnist=train,
        pen=_make_pen(config, material, say),
        non_digits=_make_non_digits(config, material, own.non_digits(), say),
        validation=validation_sets(
            validation, pen_validation, other_characters, min(config.photographs, VALIDATION_PHOTOGRAPHS), say
        )
        | written.held_out_people()
        | own_validation_set(own_validation),
    )


@dataclass(frozen=True)
class _Material:
    """What examples are drawn from: `pen` and `mnist` hold a person's own digits too."""

    pen: list[PenDigit]
    characters: list[Character]
    mnist: Images
    people: People


def _make_pen(config: Config, material: _Material, say: Callable[[str], None]) -> Images:
    """Variants of pen digits, digits in other styles, photographs."""
    say(f"taking {config.photographs} photographs of digits")
    photographs = photographed(material.pen, material.mnist, config.photographs, config.seed + 3)
    say(f"drawing {len(material.pen) * config.pen_variants} variants of pen digits")
    varied = in_parallel(_vary_pen, [(digit, config.pen_variants) for digit in material.pen], config.seed)
    say(f"drawing {config.styled} digits in styles that the data lack")
    styled = in_parallel(_draw_styled, [(count,) for count in _portions(config.styled)], config.seed + 2)
    return join([varied, styled, photographs])


def _make_non_digits(config: Config, material: _Material, own: OwnData, say: Callable[[str], None]) -> Images:
    """Every kind in turn, then a person's own."""
    say(f"drawing {config.non_digits} inks that are not digits")
    kinds = [kind for kind in NON_DIGIT_KINDS if material.characters or kind != "character"]
    kinds += WRITTEN_KINDS if material.people.others else ()
    jobs = [(kinds[number % len(kinds)], count, material) for number, count in enumerate(_portions(config.non_digits))]
    drawn = in_parallel(_draw_non_digits, jobs, config.seed + 1)
    varied = in_parallel(_vary_pen, [(ink, config.pen_variants) for ink in own.pen], config.seed + 4)
    return join([drawn, varied, own.images])


def _portions(count: int) -> list[int]:
    """`count` in jobs of at most JOB."""
    return [min(JOB, count - first) for first in range(0, count, JOB)]


def _vary_pen(rng: np.random.Generator, digit: PenDigit, variants: int) -> Images:
    """Variants of one digit; the first is the digit as it was written."""
    widest = NON_DIGIT_WIDEST if digit.label == NOT_A_DIGIT else PEN_RADII[1]
    inks = [digit.ink]
    for _ in range(variants - 1):
        ink = restyled(digit.ink, digit.label, rng) if rng.random() < RESTYLED else digit.ink
        inks.append(vary(ink, rng))
    images = to_bytes(rasterize(ink, random_pen_radius(rng, widest)) for ink in inks)
    return Images(images, np.full(variants, digit.label))


def _draw_styled(rng: np.random.Generator, count: int) -> Images:
    """Digits in styles that the data lack."""
    digits = [styled_digit(rng) for _ in range(count)]
    images = to_bytes(rasterize(vary(ink, rng), random_pen_radius(rng)) for ink, _ in digits)
    return Images(images, np.array([label for _, label in digits]))


def _draw_non_digits(rng: np.random.Generator, kind: str, count: int, material: _Material) -> Images:
    """Inks of one kind that are not digits."""
    if kind in ("sign", "drawn sign"):
        return _draw_signs(rng, count, material.people.signs if kind == "sign" else [])
    images = to_bytes(_draw_non_digit(rng, kind, material) for _ in range(count))
    images[BLANK_EVERY - 1 :: BLANK_EVERY] = 0
    return Images(images, np.full(count, NOT_A_DIGIT))


def _draw_signs(rng: np.random.Generator, count: int, signs: list[tuple[Ink, int]]) -> Images:
    """Variants of signs, each as often as another; where there are none, such as are made from lines."""
    labels = sorted({label for _, label in signs})
    drawn = []
    for _ in range(count):
        if signs:
            label = labels[int(rng.integers(len(labels)))]
            same = [ink for ink, other in signs if other == label]
            drawn.append((same[int(rng.integers(len(same)))], label))
        else:
            drawn.append(written.drawn_sign(rng))
    images = to_bytes(rasterize(vary(ink, rng), random_pen_radius(rng, NON_DIGIT_WIDEST)) for ink, _ in drawn)
    return Images(images, np.array([label for _, label in drawn]))


def _draw_non_digit(rng: np.random.Generator, kind: str, material: _Material) -> np.ndarray:
    if kind == "images run together":
        left, right = material.mnist.images[rng.integers(0, len(material.mnist.images), 2)]
        return _join_images(left / 255, right / 255, int(rng.integers(-2, 4)))
    ink: Ink
    if kind == "character":
        ink = material.characters[int(rng.integers(len(material.characters)))].ink
    elif kind == "scribble":
        ink = scribble(rng)
    elif kind == "unfinished digit":
        ink = _draw_unfinished(rng, material.pen)
    elif kind == "letter":
        ink = material.people.others[int(rng.integers(len(material.people.others)))]
    elif kind == "piece":
        ink = _draw_piece(rng, material.people.others)
    else:
        left, right = rng.integers(0, len(material.pen), 2)
        ink = run_together(material.pen[left].ink, material.pen[right].ink, rng)
    return rasterize(vary(ink, rng), random_pen_radius(rng, NON_DIGIT_WIDEST))


def _draw_unfinished(rng: np.random.Generator, pen: list[PenDigit]) -> Ink:
    """The beginning of somebody's digit; a scribble where a hundred have none that is clear."""
    for _ in range(100):
        digit = pen[int(rng.integers(len(pen)))]
        ink = unfinished(digit.ink, digit.label, rng) if digit.label in UNFINISHED else None
        if ink:
            return ink
    return scribble(rng)


def _draw_piece(rng: np.random.Generator, letters: list[Ink]) -> Ink:
    """A piece of somebody's letter; the whole of one where a hundred have none that is clear."""
    for _ in range(100):
        letter = letters[int(rng.integers(len(letters)))]
        if ink := written.piece(letter, rng):
            return ink
    return letter


def _join_images(left: np.ndarray, right: np.ndarray, gap: int) -> np.ndarray:
    """Two digit images as one ink, `gap` pixels between their ink (below 0: they overlap)."""
    left, right = left[:, left.any(axis=0)], right[:, right.any(axis=0)]
    page = np.zeros((SIZE, left.shape[1] + right.shape[1] + BOX))
    page[:, : left.shape[1]] = left
    start = max(0, left.shape[1] + gap)
    beside = page[:, start : start + right.shape[1]]
    np.maximum(beside, right, out=beside)
    return normalize(page)
