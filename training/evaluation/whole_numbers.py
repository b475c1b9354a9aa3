"""How many whole numbers are read right, by the network that is evaluated and the device's own code around it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import keras
import numpy as np

from training.data.datasets import DataError
from training.evaluation.interval import wilson_interval
from training.graph_model import write_graph_model
from training.numbers.device import read_numbers
from training.numbers.sets import NumberSet, number_sets


def measure_numbers(
    network: keras.Model, card: dict[str, Any], say: Callable[[str], None], sets: Iterable[NumberSet] | None = None
) -> dict[str, Any]:
    """Read numbers of held-out people, as strokes and in pictures.

    Args:
        network: with the outputs of the model contract.
        card: its `temperature`, by which its logits are divided, and its `potentials`.
        say: told what is left out: all of it without Node.js, or without data.
        sets: those of `number_sets` where none are given.

    Returns:
        By the set's name the `share` that is right, its `n` and 95 % `interval`, and `parts`: the same, by their names.
    """
    found = {}
    try:
        with TemporaryDirectory() as folder:
            write_graph_model(network, Path(folder))
            (Path(folder) / "card.json").write_text(json.dumps(card))
            for numbers in sets or number_sets():
                say(f"reading {len(numbers.texts):,}: {numbers.name}")
                right = numbers.score(read_numbers(numbers, Path(folder)), numbers.texts)
                parts = {name: _share(part) for name, part in right.items()}
                found[numbers.name] = {**parts.pop(""), "parts": parts}
    except DataError as problem:
        say(f"no more whole numbers: {problem}")
    return found


def number_rows(found: dict[str, Any]) -> list[str]:
    """Lines of a table for the terminal."""
    rows = []
    for name, result in found.items():
        for part, each in {"": result, **result["parts"]}.items():
            interval = "{:.2%} to {:.2%}".format(*each["interval"])
            rows.append(f"{f'  {part}' if part else name:72}{each['n']:>8}{each['share']:>10.2%}{interval:>20}")
    return rows


def _share(right: np.ndarray) -> dict[str, Any]:
    share = float(right.mean())
    return {"share": share, "n": len(right), "interval": list(wilson_interval(share, len(right)))}
