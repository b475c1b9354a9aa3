"""Turns a trained network into the files that the browser loads: `python export_model.py --help`.

Keras model -> SavedModel -> TensorFlow.js graph model with fewer bits a weight -> web/model/, with the card of the
model beside it. What was written is read back and compared with Keras before it counts.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

from training.graph_model import load_graph, write_graph_model
from training.paths import EXPORTED_LABELS, EXPORTED_MODEL, EXPORTED_STRINGS, TRAINED, TRAINED_LABELS, TRAINED_STRINGS
from training.quantize import LEVELS, quantize_kernels
from training.run import HAND, POTENTIALS, read_commits, read_potentials, read_settings

TOLERANCE = 0.02
"""Most that a probability may change on the way to the browser. Measured over the golden inks: 0.0093, since a weight
ships as a byte; of 5,046 held-out digits of MNIST and 1,499 by pen not one is read differently for it."""

LABEL_TOLERANCE = 0.15
"""The same of a single pixel's label: at an edge between two, rounding decides."""

STRING_LEVELS = 105
"""Steps of the network for strings, the largest: 26 KB less to fetch than with `LEVELS`.

With 63 it is 97 KB less, and of real pictures that are reduced a little fewer are read without a mistake.
"""

EVALUATED = ("temperature", "thresholds", "sets", "confusion", "corruptions", "refusal", "evidence_error")
"""What the card and its details take from an evaluation."""

RUN_FILES = ("model.keras", "config.json", "evaluation.json")


class ExportError(Exception):
    """The exported model is not the trained one, or not enough is known about it."""


def main(argv: list[str] | None = None) -> int:
    """Export the networks; return 1 and leave web/model/ alone where it cannot be done or one differs from Keras."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--run", type=Path, default=TRAINED, help="folder of the run that ships (default: %(default)s)")
    parser.add_argument("--strings", type=Path, default=TRAINED_STRINGS, help="the same, of the network for strings")
    parser.add_argument("--labels", type=Path, default=TRAINED_LABELS, help="the same, of the one that labels pixels")
    parser.add_argument("--out", type=Path, default=EXPORTED_MODEL, help="where to write (default: %(default)s)")
    arguments = parser.parse_args(argv)
    try:
        # The network that ships and what it was made of belong together; elsewhere is for trying.
        ships = arguments.out.resolve() == EXPORTED_MODEL
        strings, labels = (arguments.out / each.name for each in (EXPORTED_STRINGS, EXPORTED_LABELS))
        differences = [
            export(arguments.run, arguments.out, TRAINED if ships else None),
            export_strings(arguments.strings, strings, TRAINED_STRINGS if ships else None),
        ]
        if (arguments.labels / "model.keras").exists():
            differences.append(export_labels(arguments.labels, labels, TRAINED_LABELS if ships else None))
        else:
            print(f"no network that labels pixels: {arguments.labels} has none, and pictures are read without it")
    except (ExportError, FileNotFoundError) as problem:
        print(f"export_model: {problem}", file=sys.stderr)
        return 1
    size = sum(file.stat().st_size for file in arguments.out.rglob("*.*"))
    print(f"{arguments.out}: {size:,} bytes; probabilities off Keras by {max(differences):.5f} (at most {TOLERANCE})")
    return 0


def export(run: Path, out: Path, keep: Path | None = None) -> float:
    """Write the graph model and its card to `out`, and the run's files to `keep`.

    Returns:
        The largest difference of a probability between Keras and what was written, over the golden inks.

    Raises:
        ExportError: it is above `TOLERANCE`, or the network lacks an output of the model contract, or the evaluation a
            figure of the card.
        FileNotFoundError: the run was not trained, or not evaluated.
    """
    import keras

    for name in RUN_FILES:
        if not (run / name).exists():
            raise FileNotFoundError(f"{run / name} is missing: run `python -m training train` and `evaluate` first.")
    model = keras.models.load_model(run / "model.keras")
    missing = {"scores", "logits", "evidence", "embedding"} - set(model.output)
    if missing:
        raise ExportError(f"the network has no output {', '.join(sorted(missing))}")
    evaluation = json.loads((run / "evaluation.json").read_text())
    if unknown := [name for name in EVALUATED if name not in evaluation]:
        raise ExportError(f"{run / 'evaluation.json'} lacks {', '.join(unknown)}: evaluate it again.")
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "model"
        write_graph_model(model, written)
        quantize_kernels(written, LEVELS)
        difference = _compare(model, written, evaluation["temperature"])
        card = _card(model, written, run, evaluation)
        (written / "card.json").write_text(json.dumps(card, separators=(",", ":")) + "\n")
        (written / "details.json").write_text(json.dumps(_details(card, evaluation)) + "\n")
        if (run / HAND).exists():
            hand = json.loads((run / HAND).read_text())
            del hand["measured"]
            metric = {"version": card["version"], **hand}
            (written / HAND).write_text(json.dumps(metric, separators=(",", ":")) + "\n")
        _copy(written, out, sorted(file.name for file in written.iterdir()))
    if keep and keep.resolve() != run.resolve():
        _copy(run, keep, [*RUN_FILES, *(name for name in (POTENTIALS, HAND) if (run / name).exists())])
    return difference


def export_strings(run: Path, out: Path, keep: Path | None = None) -> float:
    """Write the network for strings and its card to `out`, and the run's files to `keep`; see `export`."""
    from training.strings import export as strings

    parts = (strings.for_export, strings.compare_strings, strings.strings_card)
    return _export_beside(_Beside("strings", *parts, TOLERANCE, STRING_LEVELS), run, out, keep)


def export_labels(run: Path, out: Path, keep: Path | None = None) -> float:
    """Write the network that labels pixels and its card to `out`, and the run's files to `keep`; see `export`."""
    from training.sheets import export as labels

    parts = (labels.for_export, labels.compare_labels, labels.labels_card)
    return _export_beside(_Beside("labels", *parts, LABEL_TOLERANCE, LEVELS), run, out, keep)


class _Beside(NamedTuple):
    """A network that ships beside the first: what makes its graph's model, what compares it, what writes its card."""

    name: str
    for_export: Callable
    compare: Callable
    describe: Callable
    tolerance: float
    levels: int


def _export_beside(beside: _Beside, run: Path, out: Path, keep: Path | None) -> float:
    import keras

    name, to_exported, compare, describe, tolerance, levels = beside
    for file in RUN_FILES:
        if not (run / file).exists():
            raise FileNotFoundError(f"{run / file} is missing: run `python -m training {name}` first.")
    exported = to_exported(keras.models.load_model(run / "model.keras", compile=False))
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / name
        write_graph_model(exported, written)
        quantize_kernels(written, levels)
        difference = compare(exported, written)
        if not difference <= tolerance:
            raise ExportError(f"{name}: probabilities differ from Keras by {difference:.4f}, more than {tolerance}")
        (written / "card.json").write_text(json.dumps(describe(exported, written, run), separators=(",", ":")) + "\n")
        _copy(written, out, sorted(file.name for file in written.iterdir()))
    if keep and keep.resolve() != run.resolve():
        _copy(run, keep, RUN_FILES)
    return difference


def _copy(source: Path, folder: Path, names: Iterable[str]) -> None:
    """Copy these files into a folder that is made where it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        shutil.copyfile(source / name, folder / name)


def _compare(model: Any, folder: Path, temperature: float) -> float:
    """The largest difference of a probability over the golden inks."""
    from training.digits.calibrate import softmax
    from training.fixtures import GOLDEN, unpacked

    cases = json.loads(GOLDEN.read_text())
    images = np.stack([unpacked(case["image"]) for part in ("rasterize", "normalize") for case in cases[part]])
    images = images[..., None].astype(np.float32)
    expected = softmax(model.predict(images, verbose=0)["logits"], temperature)
    found = softmax(load_graph(folder)(images)["logits"].numpy(), temperature)
    difference = float(np.abs(expected - found).max())
    if not difference <= TOLERANCE:
        raise ExportError(
            f"probabilities differ from Keras by {difference:.4f}, more than {TOLERANCE}: nothing was written"
        )
    return difference


def _card(model: Any, folder: Path, run: Path, evaluation: dict) -> dict:
    """What is known about the model; the files' hashes and a few samples let the browser refuse a damaged one."""
    from training.data.datasets import data_hashes
    from training.digits.calibrate import softmax
    from training.ink import PREPROCESSING
    from training.samples import read_samples

    config, potentials = read_settings(run), read_potentials(run)
    graph, temperature = load_graph(folder), evaluation["temperature"]
    files = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(folder.iterdir())}
    return {
        "version": files["group1-shard1of1.bin"][:12],
        "preprocessing": PREPROCESSING["version"],
        "parameters": model.count_params(),
        "temperature": evaluation["temperature"],
        "thresholds": {"unsure": max(potentials.pop("unsure"), evaluation["thresholds"]["unsure"])},
        "potentials": potentials,
        "evaluation": _rounded(evaluation["sets"]),
        "corruptions": {
            **_rounded({name: evaluation["corruptions"][name] for name in ("n", "mean", "mnist_c")}),
            "kinds": {kind: _rounded(each["accuracy"]) for kind, each in evaluation["corruptions"]["kinds"].items()},
        },
        "refusal": _rounded(evaluation["refusal"]),
        "evidence_error": evaluation["evidence_error"],
        "training": config,
        "commits": read_commits(run),
        "data": data_hashes() | ({"own": config["data_sha256"]} if config.get("data_sha256") else {}),
        "libraries": {name: version(name) for name in ("tensorflow", "keras", "tensorflowjs", "numpy")},
        "files": files,
        "samples": read_samples(lambda image: softmax(graph(image[None, ..., None])["logits"].numpy(), temperature)[0]),
    }


def _details(card: dict, evaluation: dict) -> dict:
    """What only who looks at the card needs: apart from it, since every visitor downloads the card."""
    return {
        "version": card["version"],
        "confusion": evaluation["confusion"],
        "corruptions": _rounded(evaluation["corruptions"]["kinds"]),
    }


def _rounded(value: Any) -> Any:
    """Shares to five digits, wherever they are in lists and dicts: every visitor downloads them."""
    if isinstance(value, dict):
        return {name: _rounded(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_rounded(each) for each in value]
    return round(value, 5) if isinstance(value, float) else value


if __name__ == "__main__":
    sys.exit(main())
