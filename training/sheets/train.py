"""Trains the network that labels pixels; a run that was stopped goes on where its last epoch ended."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import keras
import numpy as np

from training.learning import adamw, fit_epochs, with_average
from training.paths import ROOT
from training.run import claim, refuse_other_settings
from training.sheets.canvas import LABELS
from training.sheets.compose import compose_crops
from training.sheets.config import LabelConfig
from training.sheets.material import load_material
from training.sheets.network import build_network

VALIDATION_CROPS = 400

VALIDATION_SEED = 2047


class Batches(keras.utils.PyDataset):
    """Batches of crops, ([n, h, w, 3] float32 0..1, [n, h / 2, w / 2] uint8), in a new order each epoch."""

    def __init__(self, crops: tuple[np.ndarray, np.ndarray], config: LabelConfig) -> None:
        super().__init__()
        self.colors, self.labels = crops
        self.config = config
        self.draw(0)

    def draw(self, epoch: int) -> None:
        """Shuffle the crops."""
        self.order = np.random.default_rng((self.config.seed, epoch)).permutation(len(self.labels))

    def __len__(self) -> int:
        return len(self.order) // self.config.batch_size

    def __getitem__(self, number: int) -> tuple[np.ndarray, np.ndarray]:
        size = self.config.batch_size
        rows = np.sort(self.order[number * size : (number + 1) * size])
        return as_input(self.colors[rows]), self.labels[rows]


def train_labels(config: LabelConfig, folder: Path, say: Callable[[str], None] = print) -> Path:
    """Train the network that labels pixels, or go on with the run in `folder`; one that is done is left as it is.

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
    material = load_material(say)
    say(f"composing {config.crops} crops")
    validation = compose_crops(material, VALIDATION_CROPS, VALIDATION_SEED)
    batches = Batches(compose_crops(material, config.crops, config.seed), config)
    claim(folder, config, [config.start] if config.start else [])
    network = build_network(config, config.precision)
    if config.start:
        network.set_weights(keras.models.load_model(ROOT / config.start, compile=False).get_weights())
    network.compile(optimizer=adamw(config, len(batches)), loss=weighted_loss(config), jit_compile=False)
    fit_epochs(network, batches, folder, lambda: overlaps(network, validation))
    trained = with_average(build_network(config), network, batches)
    measured = {name: round(share, 5) for name, share in overlaps(trained, validation).items()}
    (folder / "evaluation.json").write_text(json.dumps({"n": VALIDATION_CROPS, **measured}, indent=2) + "\n")
    trained.save(result)
    say("overlaps of composed crops: " + ", ".join(f"{name} {share:.2%}" for name, share in measured.items()))
    return result


def as_input(colors: np.ndarray) -> np.ndarray:
    """[n, h, w, 3] float32, 0..1, of uint8 ones."""
    return colors.astype(np.float32) / 255


def weighted_loss(config: LabelConfig) -> Callable:
    """Cross-entropy in which each label's pixels count for its weight."""
    weights = keras.ops.convert_to_tensor(np.array(config.weights, np.float32))

    def loss(labels: keras.KerasTensor, logits: keras.KerasTensor) -> keras.KerasTensor:
        wanted = keras.ops.cast(keras.ops.squeeze(labels, -1) if len(labels.shape) == 4 else labels, "int32")
        each = keras.losses.sparse_categorical_crossentropy(wanted, logits, from_logits=True)
        return each * keras.ops.take(weights, wanted)

    return loss


def overlaps(network: keras.Model, crops: tuple[np.ndarray, np.ndarray]) -> dict[str, float]:
    """By each label's name, intersection over union, 0..1, of what is found and what was drawn."""
    colors, labels = crops
    counts = np.zeros((len(LABELS),) * 2, np.int64)
    for first in range(0, len(labels), 16):
        found = network.predict_on_batch(as_input(colors[first : first + 16])).argmax(axis=-1)
        drawn = labels[first : first + 16].astype(np.int64)
        counts += np.bincount((drawn * len(LABELS) + found).ravel(), minlength=counts.size).reshape(counts.shape)
    both = np.diag(counts)
    either = counts.sum(axis=0) + counts.sum(axis=1) - both
    return {name: float(share) for name, share in zip(LABELS, both / np.maximum(1, either), strict=True)}
