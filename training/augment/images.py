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

ROUGH_KINDS = 8
"""Ways in which `_roughen` spoils an image."""


class AugmentImages(layers.Layer):
    """Deforms, thickens, thins, blurs and soils ink images [n, 28, 28, 1], 0..1, while training.

    A share of every batch, `clean_share`, stays as it is: a network trained on deformed images alone reads clean thin
    digits worse. Another, `rough_share`, is spoiled as bad light, rough paper and careless hands do.
    """

    def __init__(self, clean_share: float, seed: int, rough_share: float = 0.0, **settings: Any) -> None:
        super().__init__(**settings)
        self.clean_share, self.rough_share = clean_share, rough_share
        self.seeds = random.SeedGenerator(seed)
        self.upsample = _upsample_matrix()

    def call(self, images: Tensor, training: bool = False) -> Tensor:
        """The images, altered when `training`, same shape and range."""
        if not training:
            return images
        kind = random.uniform((ops.shape(images)[0], 1, 1, 1), seed=self.seeds)
        rough = kind > 1 - self.rough_share
        deformed = _change_width(self._deform(images, rough), self.seeds)
        altered = _soil(deformed, self.seeds)
        if self.rough_share:
            altered = ops.where(rough, self._roughen(deformed), altered)
        return ops.where(kind < self.clean_share, images, altered)

    def _deform(self, images: Tensor, rough: Tensor) -> Tensor:
        """Turn, slant, stretch, shift and pull elastically, by bilinear sampling; a third of the rough ones more so."""
        n = ops.shape(images)[0]
        turn, slant, wide, high, dx, dy = [
            random.normal((n, 1, 1), stddev=spread, seed=self.seeds) for spread in (0.13, 0.13, 0.09, 0.09, 0.8, 0.8)
        ]
        turn = ops.clip(turn, -0.44, 0.44)
        place = np.arange(SIZE, dtype="float32") - (SIZE - 1) / 2
        x, y = place[None, None, :], place[None, :, None]
        wide, high = ops.exp(wide), ops.exp(high)
        if self.rough_share:
            more = ops.cast(rough[..., 0], "float32") * ops.cast(_draw(n, self.seeds) < 1 / 3, "float32")
            smaller = more * random.uniform((n, 1, 1), 0.0, 0.6, seed=self.seeds)
            wide, high = wide + smaller, high + smaller
            # A digit that has become small may lie anywhere in the image.
            dx, dy = [d + more * random.uniform((n, 1, 1), -4.0, 4.0, seed=self.seeds) for d in (dx, dy)]
        from_x = (ops.cos(turn) * x + ops.sin(turn) * y) * wide + slant * y + dx
        from_y = (ops.cos(turn) * y - ops.sin(turn) * x) * high + dy
        strength = random.uniform((n, 1, 1), 0.0, 1.5, seed=self.seeds)
        pulls = random.normal((2, n, CONTROL, CONTROL), seed=self.seeds)
        pulled = ops.einsum("ab,knbc,dc->knad", self.upsample, pulls, self.upsample) * strength
        middle = (SIZE - 1) / 2
        return _sample(images, from_x + pulled[0] + middle, from_y + pulled[1] + middle)

    def _roughen(self, images: Tensor) -> Tensor:
        """Spoil each image in one way, as light, paper, scanners and careless hands do."""
        n = ops.shape(images)[0]
        kind = ops.floor(_draw(n, self.seeds, 4) * ROUGH_KINDS)
        strength = random.uniform((n, 1, 1, 1), 0.3, 1.0, seed=self.seeds)
        cloud = random.normal((n, CONTROL, CONTROL), seed=self.seeds)
        cloud = ops.einsum("ab,nbc,dc->nad", self.upsample, cloud, self.upsample)[..., None]
        clouded = images * (1 - 0.3 * strength) + strength * ops.clip(0.3 + 0.5 * cloud, 0.0, 0.7)
        noise = random.normal(ops.shape(images), stddev=0.4, seed=self.seeds) * strength
        grain = random.uniform(ops.shape(images), seed=self.seeds)
        peppered = ops.where(grain < 0.12 * strength, 0.0, ops.where(grain > 1 - 0.12 * strength, 1.0, images))
        grainy = ops.where(_draw(n, self.seeds, 4) < 0.5, peppered, images + noise)
        far = ops.average_pool(ops.average_pool(images, 3, 1, "same"), 5, 1, "same")
        blurred = images + strength * (far - images)
        faint = images * (1 - 0.75 * strength) + 0.3 * _draw(n, self.seeds, 4)
        edges = ops.max_pool(images, 2, 1, "same") + ops.max_pool(1.0 - images, 2, 1, "same") - 1.0
        hollow = ops.clip(edges * 1.5, 0.0, 1.0)
        lined = ops.maximum(images, _lines(n, self.seeds))
        inverted = ops.where(_bands(n, self.seeds), 1.0 - images, images)
        holes = ops.cast(ops.average_pool(grain, 3, 1, "same") > 0.66 - 0.1 * strength, "float32")
        spattered = images * (1 - holes) + holes * 0.5 * strength
        kinds = (clouded, grainy, blurred, faint, hollow, lined, inverted, spattered)
        assert len(kinds) == ROUGH_KINDS
        rough = images
        for number, spoiled in enumerate(kinds):
            rough = ops.where(kind == number, spoiled, rough)
        return ops.clip(rough, 0.0, 1.0)


def _draw(n: Tensor, seeds: random.SeedGenerator, rank: int = 3) -> Tensor:
    """[n, 1, ...] uniform in 0..1, one for each image."""
    return random.uniform((n, *[1] * (rank - 1)), seed=seeds)


def _lines(n: Tensor, seeds: random.SeedGenerator) -> Tensor:
    """[n, 28, 28, 1]: on each image one line across it: straight or in teeth, whole or dashed."""
    place = np.arange(SIZE, dtype="float32") - (SIZE - 1) / 2
    angle = random.normal((n, 1, 1), stddev=0.4, seed=seeds) + np.pi * ops.cast(_draw(n, seeds) < 0.25, "float32") / 2
    along = ops.cos(angle) * place[None, None, :] + ops.sin(angle) * place[None, :, None]
    across = ops.cos(angle) * place[None, :, None] - ops.sin(angle) * place[None, None, :]
    period, phase = random.uniform((n, 1, 1), 4.0, 10.0, seed=seeds), _draw(n, seeds)
    wave = ops.abs(2 * (along / period + phase - ops.floor(along / period + phase)) - 1)
    teeth = ops.maximum(0.0, _draw(n, seeds) * 8 - 4) * (wave - 0.5)
    distance = ops.abs(across - random.uniform((n, 1, 1), -8.0, 8.0, seed=seeds) - teeth)
    dash = ops.cast((wave > 0.5) | (_draw(n, seeds) < 0.5), "float32")
    return (ops.clip(random.uniform((n, 1, 1), 0.8, 1.8, seed=seeds) - distance, 0.0, 1.0) * dash)[..., None]


def _bands(n: Tensor, seeds: random.SeedGenerator) -> Tensor:
    """[n, 28, 28, 1] bool: everything to one side of a level or upright border, or all outside a band."""
    place = (np.arange(SIZE, dtype="float32") + 0.5) / SIZE
    upright = _draw(n, seeds) < 0.7
    at = ops.where(upright, place[None, None, :], place[None, :, None])
    first, second = [random.uniform((n, 1, 1), low, low + 0.4, seed=seeds) for low in (-0.05, 0.65)]
    return ((at < first) | (at > second))[..., None]


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
