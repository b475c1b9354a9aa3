"""How the networks are trained: AdamW, the average of the weights as it goes, a log and checkpoints."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import keras
import numpy as np

from training.digits.config import Config
from training.sheets.config import LabelConfig
from training.strings.config import StringConfig

STATISTICS_BATCHES = 200
"""Batches that the averaged weights' batch-norm statistics are taken from."""


def adamw(config: Config | StringConfig | LabelConfig, steps: int) -> keras.optimizers.Optimizer:
    """AdamW (Loshchilov and Hutter 2019), warmed up, then along half a cosine to zero; weights averaged as it goes."""
    warmup = max(1, int(config.warmup_epochs * steps))
    schedule = keras.optimizers.schedules.CosineDecay(
        config.learning_rate / 25,
        max(1, config.epochs * steps - warmup),
        0.0,
        warmup_target=config.learning_rate,
        warmup_steps=warmup,
    )
    optimizer = keras.optimizers.AdamW(
        schedule, weight_decay=config.weight_decay, use_ema=True, ema_momentum=config.average_momentum
    )
    optimizer.exclude_from_weight_decay(var_names=["bias", "gamma", "beta"])
    return optimizer


class Drawn(Protocol):
    """Batches whose order depends on the seed and the epoch's number alone."""

    config: StringConfig | LabelConfig

    def draw(self, epoch: int) -> None:
        """Choose the order of an epoch."""


def fit_epochs(network: keras.Model, batches: Drawn, folder: Path, measure: Callable[[], dict[str, float]]) -> None:
    """Fit a compiled network, or go on where the last epoch ended, with a log and a checkpoint in the run's folder.

    Args:
        network: its weights are averaged as it goes, see `adamw`.
        batches: a `keras.utils.PyDataset`.
        folder: of the run.
        measure: shares, 0..1, that each epoch is logged with.
    """
    network.fit(
        batches,
        epochs=batches.config.epochs,
        verbose=2,
        shuffle=False,  # `Drawn` does, so that a resumed run takes the same ones
        callbacks=[DrawEpochs(batches.draw), LogEpochs(folder, measure), keep_checkpoints(folder)],
    )


def with_average(trained: keras.Model, network: keras.Model, batches: keras.utils.PyDataset) -> keras.Model:
    """Give the average of a fitted network's weights to another of its shape, with statistics of its own.

    That one is in full precision and not compiled: without the optimizer's state, three times as much as the weights.
    """
    trained.set_weights(network.get_weights())
    take_statistics(trained, batches)
    return trained


def take_statistics(learner: keras.Model, epochs: keras.utils.PyDataset) -> None:
    """Give averaged weights batch-norm statistics of their own: those kept while training belong to other weights."""
    norms = [layer for layer in learner._flatten_layers() if isinstance(layer, keras.layers.BatchNormalization)]
    usual = norms[0].momentum
    for number in range(min(STATISTICS_BATCHES, len(epochs))):
        for layer in norms:
            # A running mean over all batches so far: each counts the same.
            layer.momentum = number / (number + 1)
        learner(epochs[number][0], training=True)
    for layer in norms:
        layer.momentum = usual


class DrawEpochs(keras.callbacks.Callback):
    """Draws each epoch's examples by its number alone, so that a resumed run sees what it would have seen."""

    def __init__(self, draw: Callable[[int], None]) -> None:
        super().__init__()
        self.draw = draw

    def on_epoch_begin(self, epoch: int, logs: dict | None = None) -> None:  # noqa: ARG002 (Keras gives it)
        """Draw, before the first batch is asked for."""
        self.draw(epoch)


class LogEpochs(keras.callbacks.Callback):
    """Prints each epoch's loss and shares, 0..1, and adds them as a line to the run's `log.jsonl`."""

    def __init__(self, folder: Path, measure: Callable[[], dict[str, float]]) -> None:
        super().__init__()
        self.log, self.measure = folder / "log.jsonl", measure

    def on_epoch_end(self, epoch: int, logs: dict | None = None) -> None:
        """Measure, print and write."""
        shares = {name: round(share, 5) for name, share in self.measure().items()}
        loss = float((logs or {})["loss"])
        told = ", ".join([f"loss {loss:.4f}", *(f"{name} {share:.2%}" for name, share in shares.items())])
        print(f"epoch {epoch + 1}: {told}", flush=True)
        with self.log.open("a") as file:
            file.write(json.dumps({"epoch": epoch + 1, "loss": loss, **shares}) + "\n")


def keep_checkpoints(folder: Path) -> keras.callbacks.Callback:
    """Keeps the state after each epoch in a run's folder, and begins with the last one that is there."""
    return keras.callbacks.BackupAndRestore(folder / "checkpoint", delete_checkpoint=False)


def as_input(images: np.ndarray) -> np.ndarray:
    """[n, h, w, 1] float32 of 0..1 from [n, h, w] uint8."""
    return images[..., None].astype(np.float32) / 255
