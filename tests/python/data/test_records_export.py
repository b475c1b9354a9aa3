"""What the page's history exports is what training on one's own digits takes (web/history/, docs/training.md)."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from training.data.datasets import NOT_A_DIGIT
from training.data.own import load as own_data
from training.fixtures import DIGITS
from training.ink import rasterize
from training.paths import ROOT

# As the page reads, with plain digits in the place of the network, and what a person then corrected of each drawing:
# [place, text].
EXPORT = """
import { readFileSync } from 'node:fs';
import { correctPart } from './web/shared/reading/correct.js';
import { shownReading } from './web/shared/reading/shown-reading.js';
import { readInk } from './web/reader/read-ink.js';
import { toStrokeLines } from './web/history/records/export.js';
import { contentOfDrawing } from './web/history/records/kept-reading.js';
const { plain, drawings } = JSON.parse(readFileSync(0));
const sum = (values) => values.reduce((all, value) => all + value, 0);
const most = (one, other) => sum(one.map((value, index) => Math.max(value, other[index])));
const differ = (one, other) => 2 - (sum(one) + sum(other)) / most(one, other);
function judge(segments) {
  return segments.map(({ image, features }) => {
    const weights = [...plain.map((digit) => differ(Array.from(image), digit)), 0.8].map((far) => Math.exp(-20 * far));
    const probabilities = weights.map((weight) => weight / sum(weights));
    const labels = probabilities.map((probability, index) => ({ text: '0123456789?'[index], probability }));
    // What geometry says by rule of thumb against parts being one digit, and against what is beside them being another.
    const against = 2 * (features[14] + features[15]);
    return { probabilities, weight: Math.log(1 - 0.95 * probabilities[10]) - against, labels };
  });
}
const records = drawings.map(({ ink, said }) => {
  const reading = readInk(ink, judge);
  const parts = shownReading(reading, []).numbers.flatMap((number) => number.parts);
  const corrections = said.reduce((all, [place, text]) => correctPart(all, parts[place], text), []);
  return contentOfDrawing({ ink, corrections }, reading, 0.5);
});
const { text, ...told } = toStrokeLines(structuredClone(records), { writer: 'Ada' });
console.log(JSON.stringify({ text, told, read: records.map((record) => record.text) }));
"""


Digit = list[list[list[float]]]
"""Strokes of [x, y]."""


def placed(text: str) -> list[Digit]:
    """Digits side by side on a pad, whose side is 1."""
    digits = []
    for place, label in enumerate(map(int, text)):
        points = np.concatenate(DIGITS[label])
        corner, scale = points.min(axis=0), 0.14 / np.ptp(points, axis=0)[1]
        shift = [0.05 + 0.19 * place, 0.4]
        digits.append([((stroke - corner) * scale + shift).round(5).tolist() for stroke in DIGITS[label]])
    return digits


def ink_of(digits: list[Digit]) -> list[list[dict[str, float]]]:
    return [[{"x": x, "y": y} for x, y in stroke] for digit in digits for stroke in digit]


Exported = Callable[..., tuple[own_data.OwnData, dict]]


def export(drawings: list[dict]) -> dict:
    node = [str(ROOT / "tools" / "node.sh"), "node", "--input-type=module", "--eval", EXPORT]
    plain = [rasterize(DIGITS[digit]).ravel().tolist() for digit in range(10)]
    asked = json.dumps({"plain": plain, "drawings": drawings}).encode()
    return json.loads(subprocess.run(node, input=asked, stdout=subprocess.PIPE, check=True, cwd=ROOT).stdout)


@pytest.fixture
def exported(tmp_path: Path) -> Exported:
    """Export drawings, and load the file as `--data` does."""

    def run(*drawings: dict) -> tuple[own_data.OwnData, dict]:
        done = export(list(drawings))
        file = tmp_path / "history.jsonl"
        file.write_text(done["text"])
        return own_data.load([str(file)], "refuse", lambda _: None), done

    return run


def test_every_digit_of_a_number_is_one_row_of_its_own_strokes(exported: Exported) -> None:
    digits = placed("2047")
    own, done = exported({"ink": ink_of(digits), "said": []})
    assert done["read"] == ["2047"]
    assert own.labels.tolist() == [2, 0, 4, 7]
    assert len(set(own.writers.tolist())) == 1
    for row, digit in zip(own.pen, digits, strict=True):
        np.testing.assert_array_equal(rasterize(row.ink), rasterize([np.array(stroke) for stroke in digit]))


def test_a_corrected_digit_has_the_label_that_a_person_gave(exported: Exported) -> None:
    own, _ = exported(
        {"ink": ink_of(placed("35")), "said": [[1, "9"]]},
        {"ink": ink_of(placed("8")), "said": [[0, "?"]]},
    )
    assert own.labels.tolist() == [3, 9, NOT_A_DIGIT]
