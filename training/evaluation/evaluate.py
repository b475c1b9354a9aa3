"""Measures a trained network: `python -m training evaluate`.

MNIST's test digits are read here, by `make compare` and by `make bench`, to measure. Training reads them only to leave
out images of a person's own that are among them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import keras
import numpy as np

from training.data import datasets, held_out
from training.data.datasets import NOT_A_DIGIT, Images
from training.data.own import load as own_data
from training.digits.calibrate import fit_temperature, softmax, unsure_threshold
from training.digits.config import Config
from training.digits.validation import own_validation_set, validation_sets
from training.digits.written import held_out_people
from training.evaluation.corruptions import CORRUPTIONS, corrupt
from training.evaluation.informative import informative_images, read_as_digits
from training.evaluation.interval import wilson_interval
from training.evaluation.measures import TEST, VALIDATION_DIGITS, confusion, is_non_digits, measure, not_sure
from training.evaluation.refusal import HELD_OUT_SIGNS, refusal
from training.evaluation.report import Findings, write_report
from training.evaluation.seeds import EVALUATION, check_evaluated, compare_seeds
from training.evaluation.whole_numbers import measure_numbers, number_rows
from training.learning import as_input
from training.paths import run_file
from training.run import SETTINGS_FILE, read_potentials, read_settings

MNIST_C_KINDS = 15
"""The first of `CORRUPTIONS`: those that MNIST-C has."""

EVIDENCE_TOLERANCE = 1e-3
"""Most that the mean of the evidence may differ from a digit's logit; float32 sums in another order, and no more."""

SHOWN = 4
"""Images that the report shows of each corruption."""


class EvidenceError(Exception):
    """The evidence does not average to the logits, so that it explains something other than the reading."""


def evaluate(run: Path, report: Path, seeds: Sequence[Path] = (), say: Callable[[str], None] = print) -> dict:
    """Measure the network of a run's folder on every set.

    Writes `evaluation.json` into the run, for the model's card, and `report.html` and `report.json` into `report`;
    with `seeds`, runs of one recipe, the report compares them too.

    Returns:
        What `evaluation.json` holds: `temperature`, `thresholds`, `sets` and `refusal`, see `measure_sets`;
        `confusion` of each set of digits that people wrote, see there; `corruptions`, see `measure_corruptions`;
        `informative`, see there; `numbers`, see `measure_numbers`; and `evidence_error`.

    Raises:
        DataError: data are missing or not the published ones.
        EvidenceError: the evidence does not average to the logits.
        FileNotFoundError: the run was not trained, or one of `seeds` was not evaluated.
        SettingsError: the run's own data have changed since.
    """
    model, _ = (run_file(run, name) for name in ("model.keras", SETTINGS_FILE))
    check_evaluated([seed for seed in seeds if seed.resolve() != run.resolve()])
    network = keras.models.load_model(model)
    config = Config.from_dict(read_settings(run))
    validation, test, informative = _load_sets(config, say)
    sets = {**validation, TEST: test}
    say(f"reading {sum(len(images.labels) for images in sets.values()):,} images in {len(sets)} sets")
    outputs = {name: outputs_of(network, images.images) for name, images in sets.items()}
    evidence_error = max(check_evidence(each) for each in outputs.values())
    measured, probabilities = measure_sets({name: each["logits"] for name, each in outputs.items()}, validation, test)
    say(f"reading {len(test.labels):,} test digits spoiled in {len(CORRUPTIONS)} ways")
    corruptions, examples = measure_corruptions(network, test)
    card = {"temperature": measured["temperature"], "potentials": read_potentials(run)}
    evaluation = {
        **measured,
        "confusion": {name: confusion(probabilities[name], sets[name]) for name in (*VALIDATION_DIGITS, TEST)},
        "corruptions": corruptions,
        "informative": {
            name: read_as_digits(outputs_of(network, images)["logits"]) for name, images in informative.items()
        },
        "evidence_error": evidence_error,
        "numbers": measure_numbers(network, card, say),
    }
    (run / EVALUATION).write_text(json.dumps(evaluation, indent=2) + "\n")
    write_report(
        report,
        Findings(
            evaluation=evaluation,
            sets=sets,
            validation=tuple(validation),
            probabilities=probabilities,
            evidence={name: each["evidence"] for name, each in outputs.items()},
            corrupted=examples,
            seeds=compare_seeds(seeds) if seeds else None,
        ),
    )
    return evaluation


def outputs_of(network: keras.Model, images: np.ndarray) -> dict[str, np.ndarray]:
    """`logits` [n, 11], `evidence` [n, h, w, 10] and `embedding` [n, d] of [n, 28, 28] uint8 images."""
    return network.predict(as_input(images), batch_size=500, verbose=0)


def check_evidence(outputs: dict[str, np.ndarray]) -> float:
    """The largest difference between a digit's logit and the spatial mean of its evidence.

    Raises:
        EvidenceError: it is above `EVIDENCE_TOLERANCE`.
    """
    means = outputs["evidence"].mean(axis=(1, 2), dtype=np.float64)
    difference = float(np.abs(means - outputs["logits"][:, :NOT_A_DIGIT]).max())
    if not difference <= EVIDENCE_TOLERANCE:
        raise EvidenceError(
            f"the mean of the evidence is up to {difference:.2g} from the digits' logits, more than "
            f"{EVIDENCE_TOLERANCE}: `maps`, `evidence` and `logits` of digits/network.py no longer belong together"
        )
    return difference


def measure_sets(
    logits: dict[str, np.ndarray], validation: dict[str, Images], test: Images
) -> tuple[dict[str, Any], dict[str, np.ndarray]]:
    """Every set, with the temperature fitted to those of digits and the "not sure" threshold to what people wrote.

    Args:
        logits: [n, 11] of every validation set, and of the test set as `TEST`.
        validation: the sets by name.
        test: MNIST's test digits.

    Returns:
        `temperature`; `thresholds`; `sets`, for each what `measure` tells and the share shown as `not_sure`; and
        `refusal`, see there. Then the probabilities [n, 11] by set.
    """
    # An offset decides what is refused: letters and scribbles would only make digits less sure than they are right.
    digits = [name for name in validation if not is_non_digits(validation[name])]
    temperature = fit_temperature(
        np.concatenate([logits[name] for name in digits]), np.concatenate([validation[name].labels for name in digits])
    )
    probabilities = {name: softmax(each, temperature) for name, each in logits.items()}
    # Made-up scribbles say nothing of how often people write what is not a digit.
    written = [name for name in validation if name == HELD_OUT_SIGNS[0] or not is_non_digits(validation[name])]
    threshold = unsure_threshold(
        np.concatenate([probabilities[name] for name in written]),
        np.concatenate([validation[name].labels for name in written]),
    )
    return {
        "temperature": temperature,
        "thresholds": {"unsure": threshold},
        "sets": {
            name: {**measure(probabilities[name], images), "not_sure": not_sure(probabilities[name], threshold)}
            for name, images in {**validation, TEST: test}.items()
        },
        "refusal": refusal({name: probabilities[name] for name in validation}, validation),
    }, probabilities


def measure_corruptions(network: keras.Model, test: Images) -> tuple[dict[str, Any], dict[str, np.ndarray]]:
    """Accuracy on the test digits spoiled in every way, given to the network as they are.

    Returns:
        `n`, the `mean` over all `kinds`, over the `mnist_c` ones, and for each kind its `accuracy`, its 95 %
        `interval` and the share `refused` as no digit; and by kind `SHOWN` images [28, 28] uint8.
    """
    kinds: dict[str, dict[str, Any]] = {}
    shown = {}
    for kind in CORRUPTIONS:
        images = corrupt(test.images, kind)
        found = outputs_of(network, images)["logits"].argmax(axis=1)
        accuracy = float((found == test.labels).mean())
        kinds[kind] = {
            "accuracy": accuracy,
            "interval": list(wilson_interval(accuracy, len(found))),
            "refused": float((found == NOT_A_DIGIT).mean()),
        }
        shown[kind] = images[:SHOWN]
    accuracies = [each["accuracy"] for each in kinds.values()]
    mean, mnist_c = float(np.mean(accuracies)), float(np.mean(accuracies[:MNIST_C_KINDS]))
    return {"n": len(test.labels), "mean": mean, "mnist_c": mnist_c, "kinds": kinds}, shown


def summary(evaluation: dict) -> str:
    """A table for the terminal."""
    rows = [f"{'set':40}{'n':>8}{'accuracy':>10}{'95 % interval':>20}{'ECE':>9}{'not sure':>10}{'worst writer':>14}"]
    for name, result in evaluation["sets"].items():
        worst = f"{result['worst_writer']:.2%}" if "worst_writer" in result else "-"
        interval = "{:.2%} to {:.2%}".format(*result["interval"])
        rows.append(
            f"{name:40}{result['n']:>8}{result['accuracy']:>10.2%}{interval:>20}"
            f"{result['calibration_error']:>9.4f}{result['not_sure']:>10.2%}{worst:>14}"
        )
        if "taken" in result:
            rows.append(f"  of those cut out; {result['dropped']} of {result['taken']} pictures taken were not")
    corruptions, refused = evaluation["corruptions"], evaluation["refusal"]
    rows += [
        f"  {kind:38}{corruptions['n']:>8}{each['accuracy']:>10.2%}" for kind, each in corruptions["kinds"].items()
    ]
    rows.append(f"corruptions: mean {corruptions['mean']:.2%}, of the kinds of MNIST-C {corruptions['mnist_c']:.2%}")
    together = refused["together"]["refused"]
    rows.append(
        f"refused where {refused['accepted']:.1%} of digits are accepted: alphabet and scribbles {together:.2%}"
    )
    rows += [f"  {name:38}{each['n']:>8}{each['refused']:>10.2%}" for name, each in refused["sets"].items()]
    rows.append("read as some digit (letters that a person could take for one should be, blank paper should not):")
    rows += [
        f"  {name:38}{each['n']:>8}{each['read_as_a_digit']:>10.2%}" for name, each in evaluation["informative"].items()
    ]
    rows += ["whole numbers, through the device's own code:", *number_rows(evaluation["numbers"])]
    rows.append(f"evidence averages to the digits' logits within {evaluation['evidence_error']:.1e}")
    rows.append(f"temperature {evaluation['temperature']:.3f}, not sure below {evaluation['thresholds']['unsure']}")
    return "\n".join(rows)


def _load_sets(config: Config, say: Callable[[str], None]) -> tuple[dict[str, Images], Images, dict[str, np.ndarray]]:
    """The validation sets, with what the run kept of its own data; MNIST's test digits; and informative images."""
    mnist, test = datasets.load_mnist()
    train, kept = held_out.split_mnist(mnist)
    _, own = own_data.share_out(own_data.recall(config, say), train, (kept, test), say)
    characters = datasets.load_characters()
    validation = validation_sets(
        kept,
        held_out.split_pendigits(datasets.load_pendigits())[1],
        held_out.split_characters(characters)[1],
        say=say,
    )
    informative = informative_images(held_out.ambiguous_characters(characters))
    return validation | held_out_people() | own_validation_set(own), test, informative
