"""A line of ink reads as its likeliest path does, and all paths together have a weight of one."""

import numpy as np
import pytest

from training.potentials.crf import NO_DIGIT, posterior, posterior_under
from training.potentials.lattices import LABELS, Lattice
from training.potentials.search import best_text

pytestmark = pytest.mark.tensorflow


def _line(atoms: int, segments: list[tuple[int, int, dict[str, float]]]) -> tuple[Lattice, np.ndarray]:
    """A line of which segments are known by from, to, and nats for what they may read as; -20 for all else."""
    scores = np.full((len(segments), len(LABELS)), -20.0)
    for row, (_, _, nats) in enumerate(segments):
        for sign, value in nats.items():
            scores[row, LABELS.index(sign)] = value
    spans = np.array([(start, end) for start, end, _ in segments])
    return Lattice(atoms, spans, np.zeros((len(segments), 1)), scores), scores


CUT = _line(2, [(0, 1, {"1": 0.0}), (1, 2, {"3": 0.0}), (0, 2, {"8": 1.0, "?": 0.0})])


def test_the_likeliest_path_is_read():
    text, share = best_text(*CUT)
    assert text == "8"
    assert share == pytest.approx(np.e / (np.e + 2), abs=1e-6)
    assert best_text(CUT[0], CUT[1] + np.array([[2], [0], [0]]))[0] == "13"


def test_every_piece_of_ink_belongs_to_one_segment():
    shares, total = posterior(*CUT)
    assert shares[[0, 2]].sum() == pytest.approx(1)
    assert shares[[1, 2]].sum() == pytest.approx(1)
    weights = np.exp([0.0, 1.0, 0.0])
    assert shares[2, LABELS.index("8")] == pytest.approx(weights[1] / weights.sum(), abs=1e-6)
    assert total == pytest.approx(np.log(weights.sum()), abs=1e-6)


def test_under_a_truth_only_its_paths_count():
    found = posterior_under(*CUT, "13")
    assert found is not None
    shares, total = found
    assert shares[0, LABELS.index("1")] == pytest.approx(1)
    assert shares[2].sum() == 0
    assert total == pytest.approx(0)


def test_a_truth_that_no_path_reads_as_has_none():
    assert posterior_under(*CUT, "138") is None


def test_ink_that_is_no_number_may_be_cut_in_any_way():
    line, scores = _line(2, [(0, 1, {"?": 0.0}), (1, 2, {"?": 0.0}), (0, 2, {"?": 0.0, "8": 3.0})])
    found = posterior_under(line, scores, NO_DIGIT)
    assert found is not None
    assert found[0][:, LABELS.index("?")] == pytest.approx(0.5)
    assert found[0].sum() == pytest.approx(1.5)
