"""Learns the potentials: `python -m training potentials`. Minutes on one processor, once the network is trained."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import keras
import numpy as np
from keras import layers, ops

from training.paths import run_file
from training.potentials.compose import composed_examples
from training.potentials.crf import NO_DIGIT, posterior, posterior_under
from training.potentials.examples import Example, variants, written_examples
from training.potentials.lattices import LABELS, UNKNOWN, Lattice, propose, to_lattices
from training.potentials.notation import Notation, count_notation
from training.potentials.search import best_text
from training.run import POTENTIALS

HIDDEN = 32
"""Units between a segment's features and what it counts for."""

BATCH = 64
"""Lines of ink in a step."""

EPOCHS = 30

LEARNING_RATE = 4e-3

DECAY = 1e-4
"""Of the weights' squares."""

COMPOSED = 6_000

MOST = 3_000
"""Of the letters, and of every other kind, so that whole numbers count among them."""

VARIANTS = {"numbers": 8, "digits": 3}
"""Of each of a kind, where there is more than itself."""

SURE_ACCURACY = 0.993
"""Of the held-out people's whole numbers that are called sure, this share is right."""

ACCEPTED = 0.985
"""Of the held-out people's digits, each by itself, this share is not read as `UNKNOWN`."""

USUAL = {"/": -1.0, ".": 0.5}
"""Nats by which signs are more usual on the pad than where they are learned: UNIPEN's people copied many dates."""

HUNDREDTHS = 100
"""The weights are written in these."""


@dataclass(frozen=True)
class Line:
    """A line of ink as a lattice, with its truth as `crf.posterior_under` takes it."""

    lattice: Lattice
    truth: str


def learn_potentials(run: Path, say: Callable[[str], None] = print) -> dict[str, Any]:
    """Learn them for a run's network and write them beside it.

    Returns:
        `hidden` [f][h], `hiddenBias` [h], `added` [h][24], `addedBias` [24] in hundredths; `notation`, what
        `notation.count_notation` counted; with these rounded weights,
        `validation`, shares of held-out people's lines that read as their truth, and `unsure`, the confidence below
        which a number is only a guess.

    Raises:
        DataError: there is no UNIPEN, or Node.js is missing.
        FileNotFoundError: the run was not trained.
    """
    network = keras.models.load_model(run_file(run, "model.keras"))
    scores = keras.Model(network.input, network.output["scores"])
    written = written_examples(held_out_people=False)
    say("proposing segments of " + ", ".join(f"{len(some):,} {name}" for name, some in written.items()))
    few = {name: some[:: -(-len(some) // MOST)] for name, some in written.items()}
    varied = [each for name, some in few.items() for each in variants(some, VARIANTS.get(name, 1), seed=2)]
    training = _lines([*varied, *composed_examples(COMPOSED, seed=1)], scores)
    validation = {name: _lines(some, scores) for name, some in written_examples(held_out_people=True).items()}
    numbers = validation.pop("numbers")
    validation |= {
        "numbers of digits": [line for line in numbers if line.truth.isdigit()],
        "numbers with signs": [line for line in numbers if not line.truth.isdigit()],
    }
    model = learn(training, say)
    for sign, nats in USUAL.items():
        add_to(model, sign, nats)
    counted = count_notation(each.truth for each in written["numbers"])
    notation = Notation(counted)
    say(f"counting ink that is no digit for {accept_digits(model, validation['digits'], notation):+.2f} more")
    weights = [np.rint(each * HUNDREDTHS).astype(int) for each in model.get_weights()]
    model.set_weights([each / HUNDREDTHS for each in weights])
    names = ("hidden", "hiddenBias", "added", "addedBias")
    learned: dict[str, Any] = {name: each.tolist() for name, each in zip(names, weights, strict=True)}
    learned["notation"] = counted
    learned["validation"] = {
        name: round(float(np.mean([right for right, _ in read(model, lines, notation)])), 4)
        for name, lines in validation.items()
    }
    say(", ".join(f"{name} {share:.2%}" for name, share in learned["validation"].items()))
    learned["unsure"] = sure_from(read(model, numbers, notation))
    (run / POTENTIALS).write_text(json.dumps(learned) + "\n")
    return learned


def build_model(features: int) -> keras.Model:
    """From [n, f] features and [n, 24] own logarithms of segments to [n, 24] scores, nats: these and what is added."""
    given, own = keras.Input((features,), name="features"), keras.Input((len(LABELS),), name="own")
    decay = keras.regularizers.L2(DECAY)
    hidden = layers.Dense(HIDDEN, activation="relu", name="hidden", kernel_regularizer=decay)(given)
    added = layers.Dense(len(LABELS), name="added", kernel_initializer="zeros", kernel_regularizer=decay)(hidden)
    return keras.Model([given, own], layers.Add(name="scores")([own, added]), name="potentials")


def learn(lines: Sequence[Line], say: Callable[[str], None]) -> keras.Model:
    """Fit the potentials to all lines whose truth has a path, by the likelihood of their truth."""
    keras.utils.set_random_seed(0)
    model = build_model(lines[0].lattice.features.shape[1])
    schedule = keras.optimizers.schedules.CosineDecay(LEARNING_RATE, EPOCHS * (len(lines) // BATCH))
    model.compile(keras.optimizers.Adam(schedule), loss=_along_gradient, jit_compile=False)
    rng = np.random.default_rng(0)
    for epoch in range(EPOCHS):
        order = rng.permutation(len(lines))
        lost = 0.0
        for first in range(0, len(order) - BATCH + 1, BATCH):
            batch = [lines[index] for index in order[first : first + BATCH]]
            given = _inputs([line.lattice for line in batch])
            gradient, loss = _gradient(batch, np.asarray(model(given)))
            lost += loss
            model.train_on_batch(given, gradient / BATCH)
        say(f"epoch {epoch + 1}: loss {lost / len(order):.4f}")
    return model


def accept_digits(model: keras.Model, digits: Sequence[Line], notation: Notation) -> float:
    """Let `UNKNOWN` count for as much as it may while `ACCEPTED` of these people's digits are not read as it.

    The rule of Neyman and Pearson (1933), as `digits.calibrate.refusal_offset` has it for single images.

    Returns:
        What was added to its score, nats.
    """
    unknown = LABELS.index(UNKNOWN)
    scores = model.predict(_inputs([line.lattice for line in digits]), batch_size=4096, verbose=0).astype(np.float64)
    parts = np.split(scores, np.cumsum([len(line.lattice.spans) for line in digits])[:-1])

    def accepted(offset: float) -> float:
        texts = [
            best_text(line.lattice, part + offset * (np.arange(len(LABELS)) == unknown), notation)[0]
            for line, part in zip(digits, parts, strict=True)
        ]
        return float(np.mean([UNKNOWN not in text for text in texts]))

    offset = next((each for each in np.arange(2.0, -8.0, -0.25) if accepted(each) >= ACCEPTED), -8.0)
    add_to(model, UNKNOWN, offset)
    return float(offset)


def add_to(model: keras.Model, label: str, nats: float) -> None:
    """Let a label count for so much more."""
    bias = model.get_layer("added").bias
    bias.assign(np.asarray(bias) + nats * (np.arange(len(LABELS)) == LABELS.index(label)))


def read(model: keras.Model, lines: Sequence[Line], notation: Notation) -> list[tuple[bool, float]]:
    """Of each line whether it reads as its truth (what is no number gives no digit), and how sure that is, 0..1."""
    scores = model.predict(_inputs([line.lattice for line in lines]), batch_size=4096, verbose=0).astype(np.float64)
    found, row = [], 0
    for line in lines:
        text, share = best_text(line.lattice, scores[row : (row := row + len(line.lattice.spans))], notation)
        right = text == line.truth if line.truth != NO_DIGIT else not any(sign.isdigit() for sign in text)
        found.append((right, share))
    return found


def sure_from(found: Sequence[tuple[bool, float]]) -> float:
    """The least share of all paths' weight at which `SURE_ACCURACY` of the readings are right.

    Args:
        found: whether each reading is right, and its share.

    Returns:
        0.5 to 0.99; 0.99 too where no share reaches that accuracy.
    """
    right, share = (np.array(each) for each in zip(*found, strict=True))
    for least in np.arange(0.5, 0.99, 0.01):
        if right[share >= least].mean() >= SURE_ACCURACY:
            return round(float(least), 2)
    return 0.99


def _lines(examples: Sequence[Example], scores: keras.Model) -> list[Line]:
    """Those that the device takes for one line of writing."""
    proposed = [lines[0] if len(lines) == 1 else None for lines in propose([each.ink for each in examples])]
    lattices = iter(to_lattices([line for line in proposed if line], scores))
    return [Line(next(lattices), each.truth) for each, line in zip(examples, proposed, strict=True) if line]


def _along_gradient(gradient: Any, scores: Any) -> Any:
    """What has this gradient: how much more of the weight of all paths a segment has than of the right ones'."""
    return ops.sum(gradient * scores)


def _inputs(lattices: Sequence[Lattice]) -> list[np.ndarray]:
    return [np.concatenate([each.features for each in lattices]), np.concatenate([each.own for each in lattices])]


def _gradient(batch: Sequence[Line], scores: np.ndarray) -> tuple[np.ndarray, float]:
    """[n, 24] of the loss by the scores, and the loss: minus the logarithm of the share of the right paths."""
    gradient, lost, row = np.zeros_like(scores), 0.0, 0
    for line in batch:
        rows = slice(row, row := row + len(line.lattice.spans))
        own = scores[rows].astype(np.float64)
        right = posterior_under(line.lattice, own, line.truth)
        if right is None:
            continue
        every, total = posterior(line.lattice, own)
        gradient[rows] = every - right[0]
        lost += total - right[1]
    return gradient, lost
