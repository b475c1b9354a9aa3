"""The network that reads strips: convolutions, and for every two columns what begins to be seen there.

It is trained with connectionist temporal classification (Graves et al. 2006): no place of any digit is told to it.
"""

from __future__ import annotations

import keras
import numpy as np
from keras import layers

from training.ink import PREPROCESSING
from training.strings.config import StringConfig
from training.strings.strip import HEIGHT, STEP

BLANK = ""

SYMBOLS: tuple[str, ...] = (BLANK, *PREPROCESSING["strip"]["symbols"])
"""What the network answers for each frame, in its order: nothing, a digit, ink that is none, a separator."""

FRAME: int = PREPROCESSING["strip"]["columnsPerFrame"]
"""Columns of a strip for each answer."""

ANSWERS = "pairs"
"""The layer with what it says of two frames, side by side in its channels."""

AGAIN = "again"
"""What the names of convolutions begin with that are there `StringConfig.again`."""

MOST_LENGTH = 8
"""Characters of a string that is trained on."""


def build_network(config: StringConfig, precision: str = "float32") -> keras.Model:
    """A network that computes in `precision`; its weights and logits are float32.

    Input `strip` [n, 32, w, 1] float32, 0 = paper, 1 = ink, `w` a multiple of 4; output `frames` [n, w / 2, 25].

    These are logits of `SYMBOLS`.
    """
    strip = keras.Input((HEIGHT, None, 1), name="strip")
    features = strip
    for number, (channels, size, strides, padding) in enumerate(config.convolutions(), start=1):
        features = layers.Conv2D(
            channels,
            size,
            strides=strides,
            padding=padding,
            use_bias=False,
            kernel_initializer="he_normal",
            dtype=precision,
            name=f"conv{number}",
        )(features)
        features = layers.BatchNormalization(dtype=precision, name=f"norm{number}")(features)
        features = layers.ReLU(dtype=precision, name=f"relu{number}")(features)
        for time in range(config.again.count(number)):
            features = layers.Conv2D(
                channels,
                (min(size[0], features.shape[1]), size[1]),
                padding="same",
                activation="relu",
                kernel_initializer="he_normal",
                dtype=precision,
                name=f"{AGAIN}{number}-{time + 1}",
            )(features)
    features = layers.Dropout(config.dropout, dtype=precision, name="dropout")(features)
    # Two frames for each column that is left.
    pairs = layers.Conv2D(len(SYMBOLS) * STEP // FRAME, 1, name=ANSWERS)(features)
    frames = layers.Reshape((-1, len(SYMBOLS)), name="frames")(pairs)
    return keras.Model(strip, frames, name="strings")


def encode(text: str) -> np.ndarray:
    """[8] int32: the symbols of a text, then 0."""
    labels = np.zeros(MOST_LENGTH, np.int32)
    labels[: len(text)] = [SYMBOLS.index(sign) for sign in text]
    return labels


def decode(frames: np.ndarray) -> list[str]:
    """The texts of [n, t, 25] logits along the likeliest symbol of each frame."""
    best = frames.argmax(axis=2)
    changes = np.concatenate([np.ones_like(best[:, :1], bool), best[:, 1:] != best[:, :-1]], axis=1)
    return ["".join(SYMBOLS[symbol] for symbol in row[change]) for row, change in zip(best, changes, strict=True)]
