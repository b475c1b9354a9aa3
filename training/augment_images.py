"""Other scans and cameras: plausible variants of ink images, inside the network's training graph.

Written on Keras' own operations, so that it runs wherever the network trains.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from keras import layers, ops, random

from training.ink import SIZE

Tensor = Any
"""A tensor of whichever backend Keras runs on."""

CONTROL = 5
"""Points along one side of the grid that an elastic deformation pulls at."""


class AugmentImages(layers.Layer):
    """Deforms, thickens, thins, blurs and soils ink images [n, 28, 28, 1], 0..1, while training.

    A share of every batch, `clean_share`, stays as it is: a network trained on deformed images alone reads clean thin
    digits worse.
    """

    def __init__(self, clean_share: float, seed: int, **settings: Any) -> None:
        super().__init__(**settings)
        self.clean_share = clean_share
        self.seeds = random.SeedGenerator(seed)
        self.upsample = _upsample_matrix()

    def call(self, images: Tensor, training: bool = False) -> Tensor:
        """The images, altered when `training`, same shape and range."""
        if not training:
            return images
        altered = _soil(_change_width(self._deform(images), self.seeds), self.seeds)
        clean = random.uniform((ops.shape(images)[0], 1, 1, 1), seed=self.seeds) < self.clean_share
        return ops.where(clean, images, altered)

    def _deform(self, images: Tensor) -> Tensor:
        """Turn, slant, stretch, shift and pull elastically, by bilinear sampling."""
        n = ops.shape(images)[0]
        turn, slant, wide, high, dx, dy = [
            random.normal((n, 1, 1), stddev=spread, seed=self.seeds) for spread in (0.13, 0.13, 0.09, 0.09, 0.8, 0.8)
        ]
        turn = ops.clip(turn, -0.44, 0.44)
        place = np.arange(SIZE, dtype="float32") - (SIZE - 1) / 2
        x, y = place[None, None, :], place[None, :, None]
        wide, high = ops.exp(wide), ops.exp(high)
        from_x = (ops.cos(turn) * x + ops.sin(turn) * y) * wide + slant * y + dx
        from_y = (ops.cos(turn) * y - ops.sin(turn) * x) * high + dy
        strength = random.uniform((n, 1, 1), 0.0, 1.5, seed=self.seeds)
        pulls = random.normal((2, n, CONTROL, CONTROL), seed=self.seeds)
        pulled = ops.einsum("ab,knbc,dc->knad", self.upsample, pulls, self.upsample) * strength
        middle = (SIZE - 1) / 2
        return _sample(images, from_x + pulled[0] + middle, from_y + pulled[1] + middle)


def _change_width(images: Tensor, seeds: random.SeedGenerator) -> Tensor:
    """Thicken or thin the lines of two images in five, by part of a pixel."""
    amount = random.uniform((ops.shape(images)[0], 1, 1, 1), -1.0, 1.0, seed=seeds)
    amount = ops.where(ops.abs(amount) < 0.6, 0.0, (ops.abs(amount) - 0.6) * ops.sign(amount) * 2)
    thick = ops.max_pool(images, 3, strides=1, padding="same")
    thin = 1.0 - ops.max_pool(1.0 - images, 2, strides=1, padding="same")
    return images + ops.maximum(amount, 0.0) * (thick - images) + ops.maximum(-amount, 0.0) * (thin - images)


def _soil(images: Tensor, seeds: random.SeedGenerator) -> Tensor:
    """Blur, fade or speckle some of the images, as cameras and scanners do."""
    n = ops.shape(images)[0]

    def some(share: float) -> Tensor:
        """[n, 1, 1, 1]: 0 for most images, up to 1 for a share of them."""
        draw = random.uniform((n, 1, 1, 1), seed=seeds)
        return ops.maximum(0.0, (draw - (1 - share)) / share)

    blurred = ops.average_pool(images, 3, strides=1, padding="same")
    images = images + some(0.2) * (blurred - images)
    images = images * (1 - 0.6 * some(0.12)) + 0.3 * some(0.06)
    noise = random.normal(ops.shape(images), stddev=0.25, seed=seeds)
    return ops.clip(images + some(0.12) * noise, 0.0, 1.0)


def _sample(images: Tensor, x: Tensor, y: Tensor) -> Tensor:
    """Bilinear samples of [n, 28, 28, 1] at [n, 28, 28] places in pixels; paper beyond the border."""
    padded = ops.pad(images[..., 0], ((0, 0), (1, 1), (1, 1)))
    side = SIZE + 2
    x, y = ops.clip(x + 1, 0.0, side - 1.001), ops.clip(y + 1, 0.0, side - 1.001)
    left, top = ops.floor(x), ops.floor(y)
    across, down = x - left, y - top
    first = ops.arange(ops.shape(images)[0], dtype="int32")[:, None, None] * (side * side)
    index = first + ops.cast(top, "int32") * side + ops.cast(left, "int32")
    flat = ops.reshape(padded, (-1,))
    upper = ops.take(flat, index) * (1 - across) + ops.take(flat, index + 1) * across
    lower = ops.take(flat, index + side) * (1 - across) + ops.take(flat, index + side + 1) * across
    return (upper * (1 - down) + lower * down)[..., None]


def _upsample_matrix() -> np.ndarray:
    """[28, 5] float32: Gaussian weights that spread a pull at a control point over the pixels near it."""
    points = np.linspace(0, SIZE - 1, CONTROL)
    weights = np.exp(-0.5 * ((np.arange(SIZE)[:, None] - points) / (points[1] * 0.6)) ** 2)
    return (weights / weights.sum(axis=1, keepdims=True)).astype("float32")
