"""How numbers are written tells signs that look alike."""

import json
import shutil

import numpy as np
import pytest

from training.device import NODE, run_node
from training.potentials.lattices import LABELS, Lattice
from training.potentials.notation import END, KINDS, START, Notation, count_notation
from training.potentials.search import best_text

pytestmark = pytest.mark.tensorflow

NOTATION = Notation(count_notation(["555-1234", "3/7/89"]))

GAINS = """
import { createNotation } from './web/reader/lines/notation.js';
import { readFileSync } from 'node:fs';

const { counted, kinds, texts } = JSON.parse(readFileSync(0));
const notation = createNotation(counted, kinds);
const gainOf = (text) => {
  let [context, sum] = [notation.start, 0];
  for (const kind of [...text, '$']) {
    sum += notation.gain(kind, context);
    context = notation.after(context, kind);
  }
  return sum;
};
console.log(JSON.stringify(texts.map(gainOf)));
"""


def _line(shares: list[dict[str, float]]) -> tuple[Lattice, np.ndarray]:
    """Pieces of ink beside each other, by what each may be."""
    scores = np.full((len(shares), len(LABELS)), -20.0)
    for row, signs in enumerate(shares):
        for sign, share in signs.items():
            scores[row, LABELS.index(sign)] = np.log(share)
    spans = np.array([(place, place + 1) for place in range(len(shares))])
    return Lattice(len(shares), spans, np.zeros((len(shares), 1)), scores), scores


UNCLEAR = {"/": 0.5, "1": 0.5}
DATE = _line([{"3": 1}, UNCLEAR, {"7": 1}, {"/": 1}, {"8": 1}, {"9": 1}])
TELEPHONE = _line([{"5": 1}, {"5": 1}, {"5": 1}, {"-": 1}, {"2": 1}, UNCLEAR, {"3": 1}, {"4": 1}])


def test_what_may_be_a_slash_is_one_in_a_date_and_a_1_in_a_telephone_number():
    assert best_text(*DATE, NOTATION)[0] == "3/7/89"
    assert best_text(*TELEPHONE, NOTATION)[0] == "555-2134"


def test_clear_ink_outweighs_what_is_usual():
    assert best_text(*_line([{"3": 1}, {"1": 1}, {"7": 1}, {"/": 1}, {"8": 1}, {"9": 1}]), NOTATION)[0] == "317/89"


def test_the_share_of_the_likeliest_text_is_that_of_its_path_among_all():
    text, share = best_text(*DATE, NOTATION)
    gain, other = (NOTATION.gain_of(each) for each in (text, "317/89"))
    assert share == pytest.approx(1 / (1 + np.exp(other - gain)), abs=1e-3)


def test_shares_of_all_that_may_follow_are_one():
    for context in (START, "", "##/", "+$+("):
        gains = [NOTATION.gain(kind, context) for kind in (*KINDS, END)]
        anywhere = [NOTATION.gain(kind, "") for kind in (*KINDS, END)]
        assert anywhere == pytest.approx([0] * len(anywhere))
        assert all(np.isfinite(gains))


@pytest.mark.skipif(not shutil.which(str(NODE)), reason="needs Node.js")
def test_the_device_gains_the_same():
    counted = count_notation(["12/25/96", "$520"])
    texts = ["##/##/##", "###-####", "$##.##", "#+#=##", ")(", "#/-."]
    asked = json.dumps({"counted": counted, "kinds": len(KINDS), "texts": texts}).encode()
    found = json.loads(run_node(["--input-type=module", "--eval", GAINS], asked))
    expected = [Notation(counted).gain_of(text.replace("#", "0")) for text in texts]
    assert found == pytest.approx(expected)
