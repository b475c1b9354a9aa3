"""Labels the test file of Kaggle's "Digit Recognizer": `python -m training label`."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np

from training.data.datasets import NOT_A_DIGIT, DataError, Images
from training.data.own.files import PIXEL_COLUMNS, BadRowError, csv_rows, image_of, tell_bad_rows
from training.paths import run_file


def label(test: Path, out: Path, run: Path) -> int:
    """Write what the network of a run's folder reads, as Kaggle takes it: ImageId from 1, and the best of ten digits.

    Returns:
        How many images were labeled.

    Raises:
        DataError: the file is not Kaggle's test.csv, or has bad rows: Kaggle takes no answer that lacks any.
        FileNotFoundError: the run's network is not there.
    """
    images = _read(test)
    digits = _digits(images, run_file(run, "model.keras"))
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["ImageId", "Label"])
        writer.writerows(enumerate(digits.tolist(), start=1))
    return len(digits)


def _read(test: Path) -> np.ndarray:
    """[n, 28, 28] uint8."""
    images, bad = [], []
    for place, fields in csv_rows(test, PIXEL_COLUMNS):
        try:
            images.append(image_of(fields))
        except BadRowError as problem:
            bad.append(f"{place}: {problem}")
    if bad:
        raise DataError(f"{tell_bad_rows(test, bad, len(images) + len(bad))}\nFetch the file again, or put them right.")
    if not images:
        raise DataError(f"{test} has no images.")
    return np.stack(images)


def _digits(images: np.ndarray, model: Path) -> np.ndarray:
    """[n] of 0-9: "not a digit" is no answer here."""
    import keras

    from training.digits.network import logits_of
    from training.digits.train import predict

    network = logits_of(keras.models.load_model(model))
    return predict(network, Images(images, np.zeros(len(images), np.int64)))[:, :NOT_A_DIGIT].argmax(axis=1)
