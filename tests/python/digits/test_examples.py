"""What a run trains on, made of a few made-up people's digits."""

import dataclasses
from collections.abc import Iterator

import numpy as np
import pytest

from training import device
from training.augment.non_digits import SCRIBBLES, UNFINISHED, VALIDATION_SCRIBBLES
from training.data import datasets, held_out
from training.data.datasets import NOT_A_DIGIT, Character, Images, PenDigit
from training.digits import examples, validation
from training.digits.config import Config
from training.digits.examples import Examples
from training.digits.validation import VALIDATION_OF_EACH, VALIDATION_PAIRS, validation_sets
from training.evaluation.measures import VALIDATION_DIGITS
from training.fixtures import DIGITS
from training.ink import Ink, rasterize, to_bytes

SMALL = Config(pen_variants=3, styled=10, non_digits=12, photographs=0)


@pytest.fixture(autouse=True, scope="module")
def _made_up_people() -> Iterator[None]:
    """24 writers of images; pen writers 1 (trains) and 5 (validates); two alphabets."""
    images = to_bytes(rasterize(DIGITS[number % 10]) for number in range(48))
    mnist = Images(images, np.arange(48) % 10, np.repeat(np.arange(24), 2))
    pen = [PenDigit(list(DIGITS[label]), label, writer) for writer in (1, 5) for label in range(10)]
    rng = np.random.default_rng(0)
    characters = [
        Character(SCRIBBLES["wave"](rng), alphabet, ambiguous)
        for alphabet in ("Greek", held_out.VALIDATION_ALPHABET)
        for ambiguous in (True, False, False)
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(datasets, "load_mnist", lambda: (mnist, mnist))
        patch.setattr(datasets, "load_pendigits", lambda: pen)
        patch.setattr(datasets, "load_characters", lambda: characters)
        patch.delenv("INKDIGIT_DATA", raising=False)  # UNIPEN's people are tried apart
        patch.setattr(examples, "JOB", 4)
        yield


@pytest.fixture(scope="module")
def made(_made_up_people: None) -> Examples:
    return examples.make_examples(SMALL, lambda _: None)


def test_nobody_who_validates_is_trained_on(made):
    assert len(made.mnist.labels) == 44
    assert len(made.pen.labels) == 10 * 3 + 10
    n = {name: len(images.labels) for name, images in made.validation.items()}
    assert 0 < n.pop("unfinished, held-out writers") <= len(UNFINISHED)
    assert n == {
        "MNIST, held-out writers": 4,
        "pen, held-out writers": 10,
        "characters, held-out alphabet": 2,
        "scribbles, held-out kinds": VALIDATION_OF_EACH * len(VALIDATION_SCRIBBLES),
        "run together, held-out writers": VALIDATION_PAIRS,
    }
    trained, validating = made.mnist.writers, made.validation["MNIST, held-out writers"].writers
    assert trained is not None
    assert validating is not None
    assert not set(trained) & set(validating)


def test_the_first_variant_is_the_digit_as_it_was_written(made):
    assert made.pen.labels[:30].tolist() == [label for label in range(10) for _ in range(3)]
    for label in range(10):
        written, variant = rasterize(DIGITS[label]) > 0.5, made.pen.images[label * 3] > 127
        assert (written & variant).sum() > 0.6 * min(written.sum(), variant.sum())


def test_what_is_not_a_digit_is_labeled_so(made):
    assert made.non_digits.labels.tolist() == [NOT_A_DIGIT] * 12
    assert all(image.any() for image in made.non_digits.images)


def test_a_part_that_is_not_wanted_is_left_out():
    made = examples.make_examples(dataclasses.replace(SMALL, styled=0, non_digits=0), lambda _: None)
    assert len(made.pen.labels) == 30
    assert made.non_digits.images.shape == (0, 28, 28)


def test_photographs_of_digits_are_trained_on_and_those_of_other_people_validate():
    made = examples.make_examples(
        dataclasses.replace(SMALL, pen_variants=1, styled=0, non_digits=0, photographs=12), lambda _: None
    )
    assert 10 + 6 < len(made.pen.labels) <= 10 + 12
    photographs = made.validation["simulated photographs, held-out writers"]
    assert 6 < len(photographs.labels) <= 12
    assert photographs.taken == 12


def test_without_node_photographs_do_not_validate_and_it_is_said(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(device, "NODE", device.NODE.with_name("nowhere.sh"))
    said: list[str] = []
    sets = validation_sets(datasets.load_mnist()[0], datasets.load_pendigits(), [], 5, said.append)
    assert not [name for name in sets if "photographs" in name]
    assert "no photographs to validate with: " in said[0]


def test_validation_sets_are_the_same_every_time_and_what_is_no_digit_is_labeled_so():
    arguments = (datasets.load_mnist()[0], datasets.load_pendigits(), datasets.load_characters(), 0)
    first, again = (validation_sets(*arguments) for _ in range(2))
    assert len(first) == 6
    for name, images in first.items():
        assert np.array_equal(images.images, again[name].images)
        assert (set(images.labels) == {NOT_A_DIGIT}) == (name not in VALIDATION_DIGITS)


def test_digits_run_together_are_of_one_writer(monkeypatch: pytest.MonkeyPatch):
    pairs: list[tuple[Ink, Ink]] = []

    def note(left: Ink, right: Ink, _: np.random.Generator) -> Ink:
        pairs.append((left, right))
        return left

    monkeypatch.setattr(validation, "run_together", note)
    pen = datasets.load_pendigits()
    validation_sets(datasets.load_mnist()[0], pen, [], 0)
    writers = {id(digit.ink): digit.writer for digit in pen}
    assert len(pairs) == 2 * VALIDATION_PAIRS
    assert all(writers[id(left)] == writers[id(right)] for left, right in pairs)


def test_without_other_alphabets_it_is_said(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(datasets, "load_characters", list)
    said: list[str] = []
    made = examples.make_examples(SMALL, said.append)
    assert len(made.non_digits.labels) == 12
    assert "no characters of other alphabets: 'not a digit' is learned without them" in said


def test_the_same_seed_makes_the_same_examples(made):
    again = examples.make_examples(SMALL, lambda _: None)
    assert np.array_equal(made.pen.images, again.pen.images)
    assert np.array_equal(made.non_digits.images, again.non_digits.images)
