"""The network: plain convolutions, batch norm, and a head whose evidence maps average to the logits."""

from __future__ import annotations

import keras
from keras import layers

from training.data.datasets import CLASSES, NOT_A_DIGIT, SIGNS
from training.digits.config import Config
from training.ink import SIZE


def build_model(config: Config) -> keras.Model:
    """The network of the model contract.

    Input `ink` [n, 28, 28, 1] float32, 0 = paper, 1 = ink. Outputs: `scores` [n, 11 + 9]: the logits of ten digits and
    "not a digit", then, of what is not a digit, the logits of none of `SIGNS` and of each of them; `logits` [n, 11],
    the first of these; `evidence` [n, h, w, 10] (class evidence maps whose spatial mean gives the digit logits, after
    Zhou et al., "Learning deep features for discriminative localization", 2016) and `embedding` [n, d] (the mean of
    the last features).
    """
    ink = keras.Input((SIZE, SIZE, 1), name="ink")
    features = ink
    for number, (channels, stride) in enumerate(zip(config.channels, config.strides, strict=True), start=1):
        features = layers.Conv2D(
            channels,
            3,
            strides=stride,
            padding="same",
            use_bias=False,
            kernel_initializer="he_normal",
            name=f"conv{number}",
        )(features)
        features = layers.BatchNormalization(name=f"norm{number}")(features)
        features = layers.ReLU(name=f"relu{number}")(features)
    embedding = layers.GlobalAveragePooling2D(name="embedding")(features)
    features = layers.Dropout(config.dropout, name="dropout")(features)
    maps = layers.Conv2D(CLASSES + 1 + len(SIGNS), 1, name="maps")(features)
    scores = layers.GlobalAveragePooling2D(name="scores")(maps)
    outputs = {
        "scores": scores,
        "logits": scores[:, :CLASSES],
        "evidence": maps[..., :NOT_A_DIGIT],
        "embedding": embedding,
    }
    return keras.Model(ink, outputs, name="inkdigit")


def logits_of(model: keras.Model) -> keras.Model:
    """The same network, asked for its logits alone."""
    return keras.Model(model.input, model.output["logits"])
