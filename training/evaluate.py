"""Measures a trained network: `python -m training evaluate`. Of training, the only reader of the test set."""

from __future__ import annotations

import json
from pathlib import Path

import keras
import numpy as np
from sklearn.metrics import classification_report, confusion_matrix

from training import datasets
from training.calibrate import calibration_error, fit_temperature, softmax, unsure_threshold
from training.datasets import CLASSES, Images
from training.examples import validation_sets
from training.model import logits_of
from training.plots import plot_confusion, plot_mistakes
from training.train import predict

CLASS_NAMES = [*map(str, range(10)), "not a digit"]


def evaluate(run: Path, report: Path) -> dict:
    """Measure the network of a run's folder on every set.

    Writes `evaluation.json` into the run, for the model's card, and `report.json`, `report.txt` and pictures into
    `report`.

    Returns:
        What `evaluation.json` holds: the temperature and thresholds, from validation sets alone, and for each set its
        n, accuracy, calibration error and, where writers are known, the worst writer's accuracy.

    Raises:
        DataError: data are missing or not the published ones.
    """
    network = logits_of(keras.models.load_model(run / "model.keras"))
    train, test = datasets.load_mnist()
    validation = validation_sets(
        datasets.split_mnist(train)[1],
        datasets.split_pendigits(datasets.load_pendigits())[1],
        datasets.split_characters(datasets.load_characters())[1],
    )
    logits = {name: predict(network, images) for name, images in validation.items()}
    labels = np.concatenate([images.labels for images in validation.values()])
    temperature = fit_temperature(np.concatenate(list(logits.values())), labels)
    together = softmax(np.concatenate(list(logits.values())), temperature)
    logits["MNIST, test"] = predict(network, test)
    sets = {**validation, "MNIST, test": test}
    evaluation = {
        "temperature": temperature,
        "thresholds": {"unsure": unsure_threshold(together, labels)},
        "sets": {name: measure(softmax(logits[name], temperature), images) for name, images in sets.items()},
    }
    (run / "evaluation.json").write_text(json.dumps(evaluation, indent=2) + "\n")
    _write_report(report, evaluation, sets, {name: softmax(rows, temperature) for name, rows in logits.items()})
    return evaluation


def measure(probabilities: np.ndarray, images: Images) -> dict:
    """n, accuracy and calibration error of one set; the worst writer where more than one is known.

    A character of another alphabet is right when it is refused.
    """
    right = probabilities.argmax(axis=1) == images.labels
    result = {
        "n": len(right),
        "accuracy": float(right.mean()),
        "calibration_error": calibration_error(probabilities, images.labels),
    }
    if images.writers is not None:
        by_writer = {int(writer): float(right[images.writers == writer].mean()) for writer in np.unique(images.writers)}
        result |= {"writers": len(by_writer), "worst_writer": min(by_writer.values())}
    return result


def _write_report(
    folder: Path, evaluation: dict, sets: dict[str, Images], probabilities: dict[str, np.ndarray]
) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    details, text = {}, []
    for name, images in sets.items():
        found, result = probabilities[name].argmax(axis=1), evaluation["sets"][name]
        matrix = confusion_matrix(images.labels, found, labels=range(CLASSES))
        present = sorted(set(images.labels) | set(found))
        classes = classification_report(
            images.labels,
            found,
            labels=present,
            target_names=[CLASS_NAMES[k] for k in present],
            digits=4,
            zero_division=0,
        )
        details[name] = {**result, "confusion": matrix.tolist()}
        text.append(f"{name}: {result['accuracy']:.2%} of {result['n']}\n\n{classes}")
        stem = "".join(letter if letter.isalnum() else "-" for letter in name.lower()).replace("--", "-")
        plot_confusion(matrix, CLASS_NAMES, name, folder / f"{stem}-confusion.png")
        wrong = np.flatnonzero(found != images.labels)
        worst = wrong[np.argsort(-probabilities[name][wrong].max(axis=1))]
        plot_mistakes(images, probabilities[name], worst, name, folder / f"{stem}-mistakes.png")
    (folder / "report.json").write_text(json.dumps({**evaluation, "sets": details}, indent=2) + "\n")
    (folder / "report.txt").write_text("\n\n".join(text))


def summary(evaluation: dict) -> str:
    """A table for the terminal."""
    rows = [f"{'set':32}{'n':>8}{'accuracy':>10}{'ECE':>9}{'worst writer':>14}"]
    for name, result in evaluation["sets"].items():
        worst = f"{result['worst_writer']:.2%}" if "worst_writer" in result else "-"
        rows.append(
            f"{name:32}{result['n']:>8}{result['accuracy']:>10.2%}{result['calibration_error']:>9.4f}{worst:>14}"
        )
    rows.append(f"temperature {evaluation['temperature']:.3f}, not sure below {evaluation['thresholds']['unsure']}")
    return "\n".join(rows)
