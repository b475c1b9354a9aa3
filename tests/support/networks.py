"""Whether two exported networks are the same, whatever machine exported them.

A processor adds in an order of its own, so that a weight may be rounded to its neighbor; the order of nodes and weights
in the files is the converter's.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from training.graph_model import load_graph


def nodes_of(folder: Path) -> list[dict[str, Any]]:
    """Operations, attributes and connections, by name."""
    described = json.loads((folder / "model.json").read_text())
    return sorted(described["modelTopology"]["node"], key=lambda node: node["name"])


def weights_of(folder: Path) -> dict[str, np.ndarray]:
    from tensorflowjs.read_weights import read_weights  # training.graph_model has to come before it

    described = json.loads((folder / "model.json").read_text())
    groups = read_weights(described["weightsManifest"], str(folder))
    return {weight["name"]: weight["data"] for group in groups for weight in group}


def assert_same_network(one: Path, other: Path, bits: int = 10) -> None:
    """The same operations on the same weights; of a thousand weights one may be the neighbor of the other's.

    Args:
        one: folder of a graph model.
        other: another.
        bits: of a weight's mantissa that are kept, of those weights that are not whole steps.
    """
    assert nodes_of(one) == nodes_of(other)
    weights, others = weights_of(one), weights_of(other)
    assert {name: value.shape for name, value in weights.items()} == {
        name: value.shape for name, value in others.items()
    }
    for name, value in weights.items():
        neighbor = {"rtol": 0, "atol": 1} if name.endswith("/steps") else {"rtol": 2.0**-bits, "atol": 1e-6}
        assert np.allclose(value, others[name], **neighbor), name
    flat, flat_others = (np.concatenate([each[name].ravel() for name in weights]) for each in (weights, others))
    assert np.mean(flat != flat_others) < 0.001


def assert_same_answers(one: Path, other: Path, inputs: np.ndarray, name: str = "ink") -> None:
    """Every output within a hundredth of its own range."""
    answers, others = (load_graph(folder, name)(inputs) for folder in (one, other))
    assert set(answers) == set(others)
    for output, answer in answers.items():
        values, expected = np.asarray(answer), np.asarray(others[output])
        assert np.abs(values - expected).max() < 0.01 * np.ptp(expected), output
