"""Averages updates into a network, where that helps people whom nobody learned from: `python -m training federate`."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

import keras
import numpy as np

from training.data import datasets, held_out
from training.data.datasets import CLASSES, DataError, Images
from training.data.unipen import as_pen_digit, load_unipen
from training.digits.validation import pen_images
from training.federation.updates import LEAST_EXAMPLES, BadUpdateError, Update, average, outlying, read_update, to_text
from training.hands.layer import learn_layer
from training.hands.memory import DIMENSIONS, REACH, Metric
from training.learning import as_input
from training.paths import EXPORTED_MODEL, run_file
from training.run import HAND, POTENTIALS

LEAST_UPDATES = 10
"""In the average of fewer, one person's could be told."""

STEPS = (1.0, 2.0)
"""The average is added once or twice: half of the held-out people choose, the others tell whether it helps."""

RUN_FILES = ("config.json", "evaluation.json", POTENTIALS, HAND)


def federate(folder: Path, run: Path, out: Path, say: Callable[[str], None] = print) -> dict[str, Any]:
    """Average the updates in `folder` into a run's network and write it to `out`, where it helps.

    Half of the held-out people choose how strongly the average counts, the other half decide: where as many or more
    of their digits are misread, nothing is written. `say` tells what was refused, and why.

    Returns:
        `updates` (taken), `refused`, `step`, `groups` (errors `before` and `after`, and `digits`, of each group of the
        held-out people who decide), `before` and `after` (of all these), `kept`: whether the old network stays.

    Raises:
        DataError: too few updates can be taken, or data are missing.
        FileNotFoundError: the run was not trained, or nobody measured how near digits are for its network.
    """
    network = keras.models.load_model(run_file(run, "model.keras"))
    metric = read_metric(run)
    taken, refused = _take(folder, version_of(EXPORTED_MODEL), say)
    if len(taken) < LEAST_UPDATES:
        raise DataError(
            f"{len(taken)} updates can be taken; in the average of under {LEAST_UPDATES} one could be told."
        )
    layer = average(taken)
    choosing, deciding = (
        {name: _see(network, each) for name, each in half.items()} for half in _halves(_held_out(say))
    )
    more = added_to_last(layer, metric)
    step = min(STEPS, key=lambda each: sum(_errors(seen, more, each) for seen in choosing.values()))
    groups = {
        name: {"digits": len(seen.labels), "before": _errors(seen, more, 0), "after": _errors(seen, more, step)}
        for name, seen in deciding.items()
    }
    before, after = (sum(each[name] for each in groups.values()) for name in ("before", "after"))
    kept = after >= before
    if not kept:
        out.mkdir(parents=True, exist_ok=True)
        _with_more(network, more, step).save(out / "model.keras")
        for name in RUN_FILES:
            if (run / name).exists():
                shutil.copy(run / name, out / name)
    counts = {"updates": len(taken), "refused": refused, "before": before, "after": after}
    return {**counts, "step": step, "groups": groups, "kept": kept}


def simulate(folder: Path, run: Path, clients: int) -> int:
    """Write the updates that so many people would send who learned from all of their digits; returns how many.

    As people are who send one, the first are those whom the network was not trained on: the held-out people who do not
    decide. Only after them come those of UNIPEN who are trained on.
    """
    network = keras.models.load_model(run_file(run, "model.keras"))
    metric = read_metric(run)
    trained_on = pen_images([as_pen_digit(each) for each in held_out.split_unipen(load_unipen("digits"))[0]])
    not_deciding = _halves(_held_out(print))[0].values()
    people = [*_mixed(each for images in not_deciding for each in _by_writer(images)), *_mixed(_by_writer(trained_on))]
    chosen = [each for each in people if len(each.labels) >= LEAST_EXAMPLES][:clients]
    folder.mkdir(parents=True, exist_ok=True)
    version = version_of(EXPORTED_MODEL)
    for number, images in enumerate(chosen):
        seen = _see(network, images)
        layer = learn_layer(metric.places(seen.embeddings), seen.labels, seen.logits)
        (folder / f"{number:03}.json").write_text(to_text(layer, len(seen.labels), version))
    return len(chosen)


def read_metric(run: Path) -> Metric:
    """How near digits are for a run's network.

    Raises:
        FileNotFoundError: `python -m training hands` did not measure it.
    """
    values = json.loads(run_file(run, HAND).read_text())
    return Metric(np.array(values["matrix"]), np.array(values["center"]))


def version_of(model: Path) -> str:
    """The version of an exported network, which the page's updates name."""
    return json.loads((model / "card.json").read_text())["version"]


def added_to_last(layer: np.ndarray, metric: Metric) -> tuple[np.ndarray, np.ndarray]:
    """What a layer of places is of the embedding itself: weights [d, 11] and bias [11] to add to the last layer."""
    of_steps = layer[:DIMENSIONS] / (100 * REACH)
    return metric.matrix @ of_steps, layer[DIMENSIONS] - metric.center @ of_steps


def federate_rows(told: dict[str, Any]) -> list[str]:
    """A table for the terminal of what `federate` returned."""
    rows = [f"{told['updates']} updates averaged, {told['refused']} refused; counted {told['step']:g} times"]
    for name, each in told["groups"].items():
        rows.append(f"  {name:32}{each['before']:>5} -> {each['after']} of {each['digits']} digits misread")
    rows.append(f"  {'all that decide':32}{told['before']:>5} -> {told['after']}")
    rows.append("the old network stays: it did not help" if told["kept"] else "a network was written")
    return rows


def _take(folder: Path, version: str, say: Callable[[str], None]) -> tuple[list[Update], int]:
    """The updates that can be taken, and how many cannot."""
    found: list[tuple[Path, Update]] = []
    files = sorted(folder.glob("*.json"))
    for path in files:
        try:
            found.append((path, read_update(path, version)))
        except BadUpdateError as problem:
            say(f"refused {path.name}: {problem}")
    if not found:
        return [], len(files)
    far = outlying([update for _, update in found])
    for (path, _), is_far in zip(found, far, strict=True):
        if is_far:
            say(f"refused {path.name}: it lies far off from what the others learned")
    taken = [update for (_, update), is_far in zip(found, far, strict=True) if not is_far]
    return taken, len(files) - len(taken)


def _with_more(network: keras.Model, more: tuple[np.ndarray, np.ndarray], step: float) -> keras.Model:
    """The network with so many times what `added_to_last` gave in its last layer."""
    changed = keras.models.clone_model(network)
    changed.set_weights(network.get_weights())
    last = changed.get_layer("maps")
    kernel, bias = last.get_weights()
    kernel[0, 0, :, :CLASSES] += step * more[0]
    bias[:CLASSES] += step * more[1]
    last.set_weights([kernel, bias])
    return changed


def _held_out(say: Callable[[str], None]) -> dict[str, Images]:
    """Digits of everybody who is held out, with their writers: of UNIPEN by the place where they wrote."""
    groups = {
        "MNIST": held_out.split_mnist(datasets.load_mnist()[0])[1],
        "pen": pen_images(held_out.split_pendigits(datasets.load_pendigits())[1]),
    }
    try:
        written = held_out.split_unipen(load_unipen("digits"))[1]
    except DataError as problem:
        say(f"no people of UNIPEN: {problem}")
        return groups
    for site in sorted({each.site for each in written}):
        groups[f"UNIPEN {site}"] = pen_images([as_pen_digit(each) for each in written if each.site == site])
    return groups


def _halves(groups: dict[str, Images]) -> tuple[dict[str, Images], dict[str, Images]]:
    """Every second person of each group, and the others."""
    halves: tuple[dict[str, Images], dict[str, Images]] = ({}, {})
    for name, images in groups.items():
        if images.writers is None:
            raise DataError("To measure people apart needs qmnist-train-writers.tsv.gz in INKDIGIT_DATA's folder.")
        is_second = np.isin(images.writers, np.unique(images.writers)[1::2])
        for half, rows in zip(halves, (~is_second, is_second), strict=True):
            if rows.any():
                half[name] = images.where(rows)
    return halves


class _Seen(NamedTuple):
    """Digits as the network sees them: `embeddings` [n, d], `logits` [n, 11], `labels` [n]."""

    embeddings: np.ndarray
    logits: np.ndarray
    labels: np.ndarray


def _see(network: keras.Model, images: Images) -> _Seen:
    seen = network.predict(as_input(images.images), batch_size=500, verbose=0)
    return _Seen(seen["embedding"], seen["logits"], images.labels)


def _errors(seen: _Seen, more: tuple[np.ndarray, np.ndarray], step: float) -> int:
    """Misread digits, with so many times what `added_to_last` gave in the last layer."""
    weights, bias = more
    logits = seen.logits + step * (seen.embeddings @ weights + bias)
    return int((logits.argmax(axis=1) != seen.labels).sum())


def _by_writer(images: Images) -> list[Images]:
    """Each person's digits; nobody's where writers are not known."""
    if images.writers is None:
        return []
    return [images.where(images.writers == writer) for writer in np.unique(images.writers)]


def _mixed(people: Iterable[Images]) -> list[Images]:
    """In an order that chance made."""
    listed = list(people)
    return [listed[at] for at in np.random.default_rng(0).permutation(len(listed))]
