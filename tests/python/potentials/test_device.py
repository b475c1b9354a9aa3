"""Training and the device judge the same ink alike."""

import json
import shutil

import numpy as np
import pytest

from training.device import NODE, run_node
from training.fixtures import DIGITS
from training.graph_model import load_graph
from training.paths import EXPORTED_MODEL
from training.potentials.lattices import LABELS, propose, to_lattices

pytestmark = pytest.mark.tensorflow

TOLERANCE = 0.1
"""Nats. Training sees images rounded to bytes, and weights before they are rounded."""

JUDGE = """
import { propose } from './web/reader/ink/propose.js';
import { createNodeNetworks } from './tools/node-networks.js';
import { readFileSync } from 'node:fs';

const ink = JSON.parse(readFileSync(0)).map((stroke) => stroke.map(([x, y]) => ({ x, y })));
const [{ segments }] = propose(ink);
const { judge } = await createNodeNetworks();
console.log(JSON.stringify(judge(segments).map(({ weight, labels }) => ({ weight, labels }))));
"""


class _Exported:
    """What the browser loads, asked as a Keras model is."""

    def predict(self, images: np.ndarray, **_: object) -> np.ndarray:
        return load_graph(EXPORTED_MODEL)(images)["scores"].numpy()


def _score(features: np.ndarray, own: np.ndarray) -> np.ndarray:
    card = json.loads((EXPORTED_MODEL / "card.json").read_text())["potentials"]
    hidden, hidden_bias, added, added_bias = (
        np.array(card[name]) / 100 for name in ("hidden", "hiddenBias", "added", "addedBias")
    )
    return own + np.maximum(features @ hidden + hidden_bias, 0) @ added + added_bias


@pytest.mark.skipif(not shutil.which(str(NODE)), reason="needs Node.js")
def test_a_number_of_two_digits():
    ink = [np.asarray(stroke) + (110 * place, 0) for place, digit in enumerate((2, 4)) for stroke in DIGITS[digit]]
    [[line]] = propose([ink])
    [lattice] = to_lattices([line], _Exported())
    expected = _score(lattice.features, lattice.own)
    arguments = ["--input-type=module", "--eval", JUDGE]
    found = json.loads(run_node(arguments, json.dumps([stroke.tolist() for stroke in ink]).encode()))
    assert len(found) == len(expected)
    for row, judged in zip(expected, found, strict=True):
        for label in judged["labels"]:
            nats = judged["weight"] + np.log(label["probability"])
            assert nats == pytest.approx(row[LABELS.index(label["text"])], abs=TOLERANCE)
