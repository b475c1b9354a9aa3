"""The network that labels pixels: convolutions down to a sixteenth of the picture's size, and back up to half."""

from __future__ import annotations

from typing import Any

import keras
from keras import layers

from training.sheets.canvas import LABELS
from training.sheets.config import LabelConfig

REACH = 9
"""Length of the long kernels at a sixteenth: what is print, and what a table, shows at some distance."""

STEP = 16
"""Rows and columns of a picture are multiples of this."""


def build_network(config: LabelConfig, precision: str = "float32") -> keras.Model:
    """A network that computes in `precision`; its weights and logits are float32.

    Input `colors` [n, h, w, 3] float32, 0..1, `h` and `w` multiples of 16; output `labels` [n, h / 2, w / 2, 5].

    These are logits of `LABELS`.
    """
    first, second, third, deepest = config.channels

    def conv(features: Any, name: str, channels: int, size: tuple[int, int] = (3, 3), strides: int = 1) -> Any:
        features = layers.Conv2D(
            channels,
            size,
            strides=strides,
            padding="same",
            use_bias=False,
            kernel_initializer="he_normal",
            dtype=precision,
            name=name,
        )(features)
        features = layers.BatchNormalization(dtype=precision, name=f"{name}_norm")(features)
        return layers.ReLU(dtype=precision, name=f"{name}_relu")(features)

    def up(features: Any, beside: Any, name: str, channels: int) -> Any:
        narrow = layers.Conv2D(channels, 1, dtype=precision, name=f"{name}_narrow")(features)
        doubled = layers.UpSampling2D(2, interpolation="bilinear", dtype=precision, name=f"{name}_double")(narrow)
        return conv(layers.Add(dtype=precision, name=f"{name}_add")([doubled, beside]), name, channels)

    colors = keras.Input((None, None, 3), name="colors")
    half = conv(colors, "half", first, strides=2)
    quarter = conv(half, "quarter", second, strides=2)
    eighth = conv(conv(quarter, "eighth1", third, strides=2), "eighth2", third)
    deep = conv(conv(eighth, "deep1", deepest, strides=2), "deep2", deepest)
    deep = conv(conv(deep, "deep3", deepest, (1, REACH)), "deep4", deepest, (REACH, 1))
    deep = conv(deep, "deep5", deepest)
    features = up(up(up(deep, eighth, "up8", third), quarter, "up4", second), half, "up2", first)
    labels = layers.Conv2D(len(LABELS), 1, dtype="float32", name="labels")(features)
    return keras.Model(colors, labels, name="labels")
