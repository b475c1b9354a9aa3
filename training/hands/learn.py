"""Learns how near digits are for a run's network, and measures what corrections change: `python -m training hands`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import keras
import numpy as np

from training.data import datasets, held_out
from training.data.datasets import DataError, Images
from training.data.unipen import as_pen_digit, load_unipen
from training.digits.validation import pen_images
from training.evaluation.hands import Hands, hand_rows, measure_hands
from training.evaluation.taught import measure_taught, taught_rows
from training.hands.layer import LEARNING
from training.hands.metric import learn_metric
from training.learning import as_input
from training.paths import run_file
from training.run import HAND

SCANS_EVERY = 4
"""Of MNIST's training digits, one in so many: there are many more of them than of digits by pen."""

OTHERS = 100_000
"""Numbers of people of one set are apart from those of another by this."""


def learn_hands(run: Path, say: Callable[[str], None] = print) -> dict[str, Any]:
    """Write a run's `hand.json`: the map from its network's embedding to places, and what was measured; `say` tells it.

    Returns:
        `trained_on` and `held_out`, each as `measure_hands` tells, with `teaching` as `measure_taught` does. The
        constants of `hands/` were chosen by the first alone.

    Raises:
        DataError: data are missing, or nobody knows who wrote MNIST's digits.
        FileNotFoundError: the run was not trained.
    """
    network = keras.models.load_model(run_file(run, "model.keras"))
    trained_on, kept = (_everybody(half, say) for half in (0, 1))
    outputs = [network.predict(as_input(each.images), batch_size=500, verbose=0) for each in (trained_on, kept)]
    metric = learn_metric(outputs[0]["embedding"], trained_on.labels, _writers(trained_on))
    measured = {}
    for name, images, output in zip(("trained_on", "held_out"), (trained_on, kept), outputs, strict=True):
        hands = Hands(output["logits"], metric.places(output["embedding"]), images.labels, _writers(images))
        measured[name] = {**measure_hands(hands), "teaching": measure_taught(hands)}
        rows = [*hand_rows(measured[name]), *taught_rows(measured[name]["teaching"])]
        say("\n".join([f"{name.replace('_', ' ')}:", *rows]))
    (run / HAND).write_text(json.dumps({**metric.as_dict(), **LEARNING, "measured": measured}) + "\n")
    return measured


def _everybody(half: int, say: Callable[[str], None]) -> Images:
    """Digits of all people who are trained on, or of all who are held out: by pen and scanned."""
    scans = held_out.split_mnist(datasets.load_mnist()[0])[half]
    if half == 0:
        scans = scans.where(slice(None, None, SCANS_EVERY))
    pen = held_out.split_pendigits(datasets.load_pendigits())[half]
    sets = [pen_images(pen), scans]
    try:
        sets.append(pen_images([as_pen_digit(each) for each in held_out.split_unipen(load_unipen("digits"))[half]]))
    except DataError as problem:
        say(f"no people of UNIPEN: {problem}")
    return Images(
        np.concatenate([each.images for each in sets]),
        np.concatenate([each.labels for each in sets]),
        np.concatenate([_writers(each) + place * OTHERS for place, each in enumerate(sets)]),
    )


def _writers(images: Images) -> np.ndarray:
    if images.writers is None:
        raise DataError("Hands need qmnist-train-writers.tsv.gz in the folder that INKDIGIT_DATA names.")
    return images.writers
