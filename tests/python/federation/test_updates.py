import json
from pathlib import Path

import numpy as np
import pytest

from training.data.datasets import CLASSES
from training.federation.updates import CLIP, BadUpdateError, Update, average, outlying, read_update, to_text
from training.hands.layer import INPUTS


def layer_of(length: float, seed: int = 0) -> np.ndarray:
    layer = np.random.default_rng(seed).normal(size=(INPUTS, CLASSES))
    return length * layer / np.linalg.norm(layer)


def written(tmp_path: Path, **changed: object) -> Path:
    file = tmp_path / "update.json"
    file.write_text(json.dumps({**json.loads(to_text(layer_of(1), 33, "net")), **changed}))
    return file


def test_an_update_comes_back_as_it_was_written_and_no_longer_than_allowed(tmp_path: Path):
    file = tmp_path / "update.json"
    file.write_text(to_text(layer_of(1), 33, "net"))
    update = read_update(file, "net")
    assert update.examples == 33
    assert np.abs(update.layer - layer_of(1)).max() < 1e-4
    file.write_text(to_text(layer_of(9), 33, "net"))
    assert np.linalg.norm(read_update(file, "net").layer) == pytest.approx(CLIP, abs=0.01)


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"layer": [0.0] * 5}, "not 363 numbers"),
        ({"layer": ["x"] * 363}, "broken"),
        ({"layer": [float("nan")] * 363}, "not 363 numbers"),
        ({"layer": [1.0] * 363}, "longer than 4"),
        ({"examples": 3}, "fewer than 20"),
        ({"examples": "many"}, "fewer than 20"),
        ({"model": "another"}, "of the network another"),
        ({"format": 2}, "format 2"),
        ({"ink": "x" * 200_000}, "larger than"),
    ],
)
def test_what_is_broken_or_huge_is_refused_with_why(tmp_path: Path, changed: dict, why: str):
    with pytest.raises(BadUpdateError, match=why):
        read_update(written(tmp_path, **changed), "net")


def test_what_is_no_json_is_refused(tmp_path: Path):
    file = tmp_path / "update.json"
    file.write_bytes(b"\xff{")
    with pytest.raises(BadUpdateError, match="broken"):
        read_update(file, "net")


def test_who_says_the_opposite_of_everybody_as_loudly_as_allowed_is_outlying():
    updates = [Update(layer_of(1) + layer_of(0.2, seed), 33) for seed in range(1, 12)]
    assert outlying([*updates, Update(layer_of(-CLIP), 1000)]).tolist() == [False] * 11 + [True]


def test_many_digits_count_for_more_up_to_a_limit():
    mean = average([Update(layer_of(1), 1_000_000), Update(layer_of(-1), 50)])
    assert mean == pytest.approx(layer_of(1 / 3))
