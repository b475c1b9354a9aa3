"""Trains and measures every method of the comparison; what is done is kept, so that a stopped comparison goes on."""

from __future__ import annotations

import hashlib
import inspect
import json
import os
import platform
import shutil
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import numpy as np

from training.comparison.classical import CLASSICAL
from training.comparison.method import Method, Predict
from training.comparison.networks import NETWORKS
from training.comparison.sets import Sets, load_sets
from training.comparison.shipped import SHIPPED
from training.run import SettingsError

METHODS: dict[str, Method] = {**CLASSICAL, **NETWORKS, "inkdigit": SHIPPED}
"""Every method by the name that `--methods` takes, in the order of the table."""

RESULTS = "results.json"
LIBRARIES = ("numpy", "scikit-learn", "scikit-image", "tensorflow", "keras", "tensorflowjs")


def compare(
    folder: Path,
    wanted: Iterable[str] | None = None,
    most_digits: int | None = None,
    fresh: bool = False,
    say: Callable[[str], None] = print,
) -> Path:
    """Train and measure `wanted` methods (all unless given), but for what `folder` holds of them already.

    Args:
        folder: trained models are kept here, each with its measures, by its method and a hash of what it was made from.
        wanted: keys of `METHODS`.
        most_digits: of each set, to try the comparison quickly.
        fresh: begin the wanted methods again, as to time them anew.
        say: is told what is being done.

    Returns:
        The file with the results of all methods that were measured on these data, now or before.

    Raises:
        SettingsError: there is no such method.
        DataError: data are missing or not the published ones.
    """
    chosen = list(METHODS if wanted is None else wanted)
    unknown = sorted(set(chosen) - set(METHODS))
    if unknown:
        raise SettingsError(f"There is no method {', '.join(unknown)}: choose of {', '.join(METHODS)}.")
    sets = load_sets(most_digits)
    say(f"{len(sets.train.labels)} digits to learn from, {len(sets.mnist.labels) + len(sets.pen.labels)} to measure on")
    return compare_on(sets, folder, chosen, fresh=fresh, say=say)


def compare_on(
    sets: Sets, folder: Path, chosen: list[str], *, fresh: bool = False, say: Callable[[str], None] = print
) -> Path:
    """Compare on `sets`; see `compare`."""
    # Named once: the sources that are part of a name may change while this runs.
    kept = {key: folder / "kept" / _name(key, sets) for key in METHODS}
    measures = {key: kept[key] / _measures_name(key, sets) for key in METHODS}
    for key in chosen:
        method, own = METHODS[key], kept[key]
        if fresh:
            shutil.rmtree(own, ignore_errors=True)
        _train(method, sets, own, say)
        if not measures[key].exists():
            say(f"{method.name}: measuring")
            _write(measures[key], measure(method, method.load(own), sets))
        say(f"{method.name}: {_told(json.loads(measures[key].read_text()))}")
        _write(folder / RESULTS, _described(sets) | {"methods": _results(measures, folder)})
    return folder / RESULTS


def measure(method: Method, predict: Predict, sets: Sets) -> dict:
    """The shares of digits, 0..1, whose most likely class is their label, set by set.

    `worst_writer` is that of the held-out pen writers who is read worst; `corrupted` is the mean over `kinds`, each of
    `corrupted_n` digits.
    """
    right = predict(sets.pen.images) == sets.pen.labels
    every = slice(None, None, method.corrupted_every)
    labels = sets.mnist.labels[every]
    kinds = {kind: _share(predict(images[every]) == labels) for kind, images in sets.corrupted.items()}
    return {
        "mnist": _share(predict(sets.mnist.images) == sets.mnist.labels),
        "pen": _share(right),
        "worst_writer": min(_share(right[sets.writers == writer]) for writer in np.unique(sets.writers)),
        "corrupted": float(np.mean(list(kinds.values()))),
        "corrupted_n": len(labels),
        "kinds": kinds,
    }


def _train(method: Method, sets: Sets, kept: Path, say: Callable[[str], None]) -> None:
    """Train where `kept` does not hold the trained method yet; its last file tells that it is whole."""
    if (kept / "training.json").exists():
        return
    shutil.rmtree(kept, ignore_errors=True)
    kept.mkdir(parents=True)
    say(f"{method.name}: training")
    wall, processors = time.perf_counter(), time.process_time()
    trained = method.train(sets, say)
    spent = {"seconds": time.perf_counter() - wall, "processor_seconds": time.process_time() - processors}
    method.keep(trained, kept)
    _write(kept / "training.json", spent)


def _results(measures: dict[str, Path], folder: Path) -> dict[str, dict]:
    """All that is known of the methods that were measured, by their keys."""
    results = {}
    for key, measured in measures.items():
        if not measured.exists():
            continue
        method, own = METHODS[key], measured.parent
        graph = method.graph(own)
        results[key] = {
            "name": method.name,
            "about": method.about,
            "parameters": method.parameters(),
            "bytes": method.size(own),
            **(json.loads((own / "training.json").read_text()) if method.trained_here else {}),
            **json.loads(measured.read_text()),
            **({"graph": {"folder": os.path.relpath(graph.folder, folder), "output": graph.output}} if graph else {}),
        }
    return results


def _described(sets: Sets) -> dict:
    """When, where, with what and on how many digits."""
    return {
        "most_digits": sets.most_digits,
        "date": datetime.now(UTC).date().isoformat(),
        "machine": f"{platform.system()}, {os.cpu_count()} processors",
        "libraries": {name: version(name) for name in LIBRARIES},
        "digits": {
            "train": len(sets.train.labels),
            "mnist": len(sets.mnist.labels),
            "pen": len(sets.pen.labels),
            "writers": len(np.unique(sets.writers)),
        },
    }


def _name(key: str, sets: Sets) -> str:
    """Another one where the method, its data or the libraries are others."""
    made_from = [METHODS[key].recipe(), sets.training_hash(), {name: version(name) for name in LIBRARIES}]
    return f"{key}-{hashlib.sha256(json.dumps(made_from).encode()).hexdigest()[:12]}"


def _measures_name(key: str, sets: Sets) -> str:
    """Another one where the measured digits, how many of them, or the measure are others."""
    measured_by = [sets.measuring_hash(), inspect.getsource(measure), METHODS[key].corrupted_every]
    return f"measures-{hashlib.sha256(json.dumps(measured_by).encode()).hexdigest()[:12]}.json"


def _write(file: Path, content: dict) -> None:
    """Whole or not at all, wherever the comparison is stopped."""
    part = file.with_suffix(".part")
    part.write_text(json.dumps(content, indent=1) + "\n")
    part.replace(file)


def _share(right: np.ndarray) -> float:
    return float(np.mean(right))


def _told(measures: dict) -> str:
    return ", ".join(f"{name} {measures[name]:.2%}" for name in ("mnist", "pen", "worst_writer", "corrupted"))
