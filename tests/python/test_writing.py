"""What a description of the writing measures, held against Morpho-MNIST, and where its usual forms come from.

`python -m tests.python.test_writing` prints web/writing/usual-form.json from the training digits, and on stderr how
hands lean, those of people who are not trained on included.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

import numpy as np
import pytest
from skimage.morphology import medial_axis
from skimage.transform import pyramid_expand

from training.data import datasets, held_out
from training.data.datasets import Images, PenDigit
from training.fixtures import DIGITS
from training.ink import rasterize, to_bytes
from training.paths import ROOT

FILE = ROOT / "web" / "writing" / "usual-form.json"

SYMMETRIC = (0, 1, 8)
"""Upright, they lean by nothing, whoever writes them: how they lean is how a hand leans."""

EVERY_WRITER = 5
"""MNIST has hundreds of writers, the pen digits have thirty: every fifth is enough."""

USUAL = (20, 80)
"""Percentiles between which a measure is usual: of five people, one has less and one has more."""

MEASURE = """
import { readFileSync } from 'node:fs';
import { parallelogramOf, roundnessOf } from './web/writing/shape.js';
import { slantOf } from './web/writing/slant.js';
import { penWidth, tracesOf } from './web/writing/traces.js';
const bytes = readFileSync(0);
for (let start = 0; start < bytes.length; start += 784) {
  const data = Float32Array.from(bytes.subarray(start, start + 784), (value) => value / 255);
  const plane = { data, width: 28, height: 28 };
  const traces = tracesOf(plane);
  const sides = parallelogramOf(plane);
  const aspect = sides && sides.width / sides.height;
  console.log(JSON.stringify([slantOf(traces, 0), aspect, roundnessOf(plane), penWidth(traces)]));
}
"""
LEAN, ASPECT, ROUNDNESS, WIDTH = range(4)

needs_data = pytest.mark.skipif(not os.environ.get("INKDIGIT_DATA"), reason="INKDIGIT_DATA names no data folder")


def measured(images: np.ndarray) -> np.ndarray:
    """[n, 4] float: lean (tangent of the slant), aspect, roundness, pen width (pixels), as on the page; or NaN."""
    node = [str(ROOT / "tools" / "node.sh"), "node", "--input-type=module", "--eval", MEASURE]
    done = subprocess.run(node, input=images.tobytes(), capture_output=True, check=True, cwd=ROOT)
    return np.array([json.loads(line) for line in done.stdout.splitlines()], np.float64)


def scans(images: Images) -> Images:
    """Of every fifth writer."""
    assert images.writers is not None
    return images.where(np.isin(images.writers, np.unique(images.writers)[::EVERY_WRITER]))


def drawn(digits: list[PenDigit]) -> Images:
    """Pen digits as the network sees them."""
    labels, writers = (np.array([getattr(digit, name) for digit in digits]) for name in ("label", "writer"))
    return Images(to_bytes(rasterize(digit.ink) for digit in digits), labels, writers)


def people() -> tuple[list[Images], list[Images]]:
    """Scanned and drawn digits: those that are trained on, and other people's."""
    halves = zip(
        map(scans, held_out.split_mnist(datasets.load_mnist()[0])),
        map(drawn, held_out.split_pendigits(datasets.load_pendigits())),
        strict=True,
    )
    known, others = map(list, halves)
    return known, others


def against_hand(digits: Images, lean: np.ndarray) -> np.ndarray:
    """[n]: by how much each digit leans more than its writer's 0, 1 and 8; NaN where a writer has not all of them."""
    beyond = np.full(len(lean), np.nan)
    assert digits.writers is not None
    for writer in np.unique(digits.writers):
        hand = digits.writers == writer
        symmetric = [lean[hand & (digits.labels == digit)] for digit in SYMMETRIC]
        if all(np.isfinite(one).any() for one in symmetric):
            beyond[hand] = lean[hand] - np.mean([np.nanmean(one) for one in symmetric])
    return beyond


def by_digit(labels: np.ndarray, values: np.ndarray) -> list[np.ndarray]:
    return [values[(labels == digit) & np.isfinite(values)] for digit in range(10)]


def usual_forms(sets: list[Images]) -> list[dict]:
    """What the file holds: scans and drawn digits count the same, however many there are."""
    columns = [measured(one.images) for one in sets]
    of_hands = [by_digit(one.labels, against_hand(one, each[:, LEAN])) for one, each in zip(sets, columns, strict=True)]
    forms = []
    for digit in range(10):
        lean = 0.0 if digit in SYMMETRIC else float(np.mean([one[digit].mean() for one in of_hands]))
        form: dict = {"lean": round(lean, 3)}
        for column, name in ((ASPECT, "aspect"), (ROUNDNESS, "roundness")):
            of_sets = [by_digit(one.labels, each[:, column])[digit] for one, each in zip(sets, columns, strict=True)]
            # A 1 is mostly a line, and has no roundness.
            is_known = all(2 * len(one) > np.sum(each.labels == digit) for one, each in zip(of_sets, sets, strict=True))
            ends = np.mean([np.percentile(one, USUAL) for one in of_sets], axis=0) if is_known else None
            form[name] = None if ends is None else [round(float(end), 2) for end in ends]
        forms.append(form)
    return forms


def notes(sets: list[Images], forms: list[dict]) -> list[str]:
    """How far from the slant of a hand its digits are found to lean, in degrees."""
    usual = np.array([form["lean"] for form in forms])
    lines = []
    for one in sets:
        beyond = against_hand(one, measured(one.images)[:, LEAN] - usual[one.labels])
        off = np.degrees(np.arctan(beyond))
        assert one.writers is not None
        hands = [np.nanmean(off[one.writers == writer]) for writer in np.unique(one.writers[np.isfinite(off)])]
        mean, deviation = (
            [round(float(of(each)), 1) for each in by_digit(one.labels, off)] for of in (np.mean, np.std)
        )
        lines.append(
            f"{np.isfinite(off).sum()} digits, {len(hands)} people: off by {mean}, deviation in a hand {deviation}; "
            f"a hand's digits together: mean {np.mean(hands):.1f}, deviation {np.std(hands):.1f}"
        )
    return lines


def as_json(forms: list[dict]) -> str:
    rows = (", ".join(f'"{name}": {json.dumps(value)}' for name, value in form.items()) for form in forms)
    return "[\n" + ",\n".join(f"  {{ {row} }}" for row in rows) + "\n]\n"


def morpho_mnist(image: np.ndarray) -> tuple[float, float]:
    """Tangent of the slant, and thickness in pixels, as the paper defines them (Castro et al. 2019, section 2.1)."""
    fine = pyramid_expand(image.astype(float), upscale=4, order=3)
    skeleton, distance = medial_axis(fine >= (fine.min() + fine.max()) / 2, return_distance=True, rng=0)
    y, x = np.mgrid[: fine.shape[0], : fine.shape[1]]
    covariance = np.cov(x.ravel(), y.ravel(), aweights=fine.ravel())
    return -covariance[0, 1] / covariance[1, 1], 2 * distance[skeleton].mean() / 4


@needs_data
def test_the_usual_forms_are_those_of_the_training_digits():
    assert FILE.read_text() == as_json(usual_forms(people()[0]))


@needs_data
def test_slant_and_pen_width_are_morpho_mnists():
    digits = datasets.load_mnist()[0].images[:300]
    page = measured(digits)
    paper = np.array([morpho_mnist(image) for image in digits])
    known = np.isfinite(page[:, WIDTH]) & np.isfinite(page[:, LEAN])
    assert known.mean() > 0.95
    upright = known & (np.abs(paper[:, 0]) < np.tan(np.radians(10)))
    slants, widths = (np.degrees(np.arctan(page[:, LEAN])), page[:, WIDTH])
    of_paper = np.degrees(np.arctan(paper[:, 0]))
    # Where a digit leans, the page makes up for the ink that leaning adds.
    assert np.abs(slants - of_paper)[upright].max() < 3
    assert np.corrcoef(slants[known], of_paper[known])[0, 1] > 0.98
    assert np.corrcoef(widths[known], paper[known, 1])[0, 1] > 0.9
    assert 0.9 < np.median(widths[known] / paper[known, 1]) < 1.15


def test_a_digit_leans_beyond_its_hand_whichever_way_that_hand_leans():
    labels = np.tile([0, 1, 8, 7], 2)
    writers = np.repeat([3, 4], 4)
    lean = np.array([0.1, 0.2, 0.3, 0.1, -0.3, -0.3, -0.3, -0.4])
    beyond = against_hand(Images(np.zeros((8, 28, 28), np.uint8), labels, writers), lean)
    assert beyond[labels == 7] == pytest.approx([-0.1, -0.1])


def test_hands_without_a_0_1_and_8_say_nothing():
    digits = Images(np.zeros((3, 28, 28), np.uint8), np.array([0, 1, 7]), np.array([5, 5, 5]))
    assert np.isnan(against_hand(digits, np.zeros(3))).all()


def test_scaled_ink_is_measured_alike():
    images = to_bytes(rasterize([3.7 * stroke for stroke in DIGITS[digit]]) for digit in range(10))
    again = to_bytes(rasterize(DIGITS[digit]) for digit in range(10))
    assert np.allclose(measured(images), measured(again), atol=0.02, equal_nan=True)


if __name__ == "__main__":
    trained, unseen = people()
    found = usual_forms(trained)
    sys.stdout.write(as_json(found))
    sys.stderr.write("\n".join([*notes(trained, found), *notes(unseen, found)]) + "\n")
