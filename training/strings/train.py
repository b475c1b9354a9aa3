"""Trains the network for strings; a run that was stopped goes on where its last epoch ended."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import keras
import numpy as np

from training.learning import adamw, as_input, fit_epochs, with_average
from training.paths import ROOT
from training.run import claim, refuse_other_settings
from training.strings.config import StringConfig
from training.strings.examples import Strips, make_material, make_strips
from training.strings.network import build_network, decode, encode
from training.strings.sides import strings_alone, with_sides
from training.strings.widen import widen

VALIDATION_STRINGS = 3000

VALIDATION_SEED = 2047

HANDS = 200
"""Hands and pens that strings on all sides are drawn with."""

TEMPERATURES = (0.7, 0.8, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
"""That are tried."""


class Batches(keras.utils.PyDataset):
    """Batches of strips of one width each, ([n, 32, w, 1] float32 0..1, [n, 8] int32), in a new order each epoch."""

    def __init__(self, strips: list[Strips], config: StringConfig) -> None:
        super().__init__()
        self.strips, self.config = strips, config
        self.draw(0)

    def draw(self, epoch: int) -> None:
        """Shuffle the strips of each width, and the batches."""
        rng = np.random.default_rng((self.config.seed, epoch))
        size = self.config.batch_size
        orders = [rng.permutation(len(strips.images)) for strips in self.strips]
        batches = [
            (number, order[first : first + size])
            for number, order in enumerate(orders)
            for first in range(0, len(order), size)
        ]
        self.batches = [batches[at] for at in rng.permutation(len(batches))]

    def __len__(self) -> int:
        return len(self.batches)

    def __getitem__(self, number: int) -> tuple[np.ndarray, np.ndarray]:
        group, rows = self.batches[number]
        strips = self.strips[group]
        return as_input(strips.images[rows]), strips.labels[rows]


def train_strings(config: StringConfig, folder: Path, say: Callable[[str], None] = print) -> Path:
    """Train the network for strings, or go on with the run in `folder`; one that is done is left as it is.

    Returns:
        The Keras file with the averaged weights.

    Raises:
        DataError: data are missing.
        SettingsError: `folder` holds a run with other settings.
    """
    refuse_other_settings(folder, config)
    result = folder / "model.keras"
    if result.exists():
        say(f"{folder} is trained already")
        return result
    keras.utils.set_random_seed(config.seed)
    validation = make_strips("held-out", VALIDATION_STRINGS, StringConfig(), VALIDATION_SEED, say)
    batches = Batches(make_strips("training", config.strings, config, config.seed, say), config)
    claim(folder, config, [config.start] if config.start else [])
    network = build_network(config, config.precision)
    if config.start:
        known = strings_alone(keras.models.load_model(ROOT / config.start, compile=False))
        widen(known, network, np.random.default_rng(config.seed))
    network.compile(optimizer=adamw(config, len(batches)), loss=keras.losses.CTC(), jit_compile=False)
    fit_epochs(network, batches, folder, lambda: {"strings right": accuracy(network, validation)})
    trained = with_average(build_network(config), network, batches)
    measured = {
        "n": VALIDATION_STRINGS,
        "right": round(accuracy(trained, validation), 5),
        "temperature": temperature(trained, validation),
    }
    materials = (make_material("training", HANDS, config.seed), make_material("held-out", HANDS, config.seed))
    trained, sides = with_sides(trained, materials, config, say)
    measured |= {name: round(right, 5) for name, right in sides.items()}
    (folder / "evaluation.json").write_text(json.dumps(measured, indent=2) + "\n")
    trained.save(result)
    say(f"strings right: {measured['right']:.2%}")
    return result


def accuracy(network: keras.Model, strips: list[Strips]) -> float:
    """The share of strings, 0..1, that read as their labels along the likeliest frames."""
    right = 0
    for group in strips:
        texts = decode(network.predict(as_input(group.images), batch_size=256, verbose=0))
        right += sum(np.array_equal(encode(text[:8]), labels) for text, labels in zip(texts, group.labels, strict=True))
    return right / sum(len(group.images) for group in strips)


def temperature(network: keras.Model, strips: list[Strips]) -> float:
    """What the logits are best divided by: where the true texts are likeliest (Guo et al. 2017)."""
    frames = [network.predict(as_input(group.images), batch_size=256, verbose=0) for group in strips]

    def loss(divisor: float) -> float:
        losses = [
            keras.losses.CTC(reduction="sum")(group.labels, logits / divisor)
            for group, logits in zip(strips, frames, strict=True)
        ]
        return float(sum(keras.ops.convert_to_numpy(each) for each in losses))

    return min(TEMPERATURES, key=loss)
