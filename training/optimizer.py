"""How both networks are trained: AdamW, and the average of the weights as it goes."""

from __future__ import annotations

import keras

from training.digits.config import Config
from training.strings.config import StringConfig

STATISTICS_BATCHES = 200
"""Batches that the averaged weights' batch-norm statistics are taken from."""


def adamw(config: Config | StringConfig, steps: int) -> keras.optimizers.Optimizer:
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
