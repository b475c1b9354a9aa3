"""Test digits spoiled in eighteen ways. They are test sets: what trains must not import this module.

The first fifteen kinds are those of MNIST-C (Mu and Gilmer, "MNIST-C: a robustness benchmark for computer vision",
2019, https://arxiv.org/abs/1906.02337) at its severities, made anew here: the same effects, not the same pixels. The
last three are usual beside them.
"""

from __future__ import annotations

from collections.abc import Callable
from zlib import crc32

import numpy as np
from scipy import ndimage

from training.ink import SIZE

Corruption = Callable[[np.ndarray, np.random.Generator], np.ndarray]
"""A function of one image, [28, 28] float of 0..1 (1 = ink), to another such."""

LINE_REACH = 2.3
"""Pixels: a drawn line fades as 1 + log(1 - distance / this), to nothing at 1.45 pixels."""


def corrupt(images: np.ndarray, kind: str, seed: int = 0) -> np.ndarray:
    """Spoil images in one way; the same images, kind and seed always give the same.

    Args:
        images: [n, 28, 28] uint8, 255 = ink.
        kind: a key of `CORRUPTIONS`.
        seed: at least 0.

    Returns:
        [n, 28, 28] uint8.

    Raises:
        KeyError: there is no such kind.
    """
    corruption = CORRUPTIONS[kind]
    rng = np.random.default_rng((seed, crc32(kind.encode())))
    corrupted = np.empty_like(images)
    for number, image in enumerate(images):
        corrupted[number] = np.rint(np.clip(corruption(image / 255, rng), 0, 1) * 255)
    return corrupted


def _shot_noise(image: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """As if every pixel counted at most three grains of light on average."""
    return np.minimum(rng.poisson(image * 3) / 3, 1.0)


def _impulse_noise(image: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """17 % of the pixels become paper or full ink, as many of each."""
    chance = rng.random(image.shape)
    return np.where(chance < 0.085, 0.0, np.where(chance < 0.17, 1.0, image))


def _glass_blur(image: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Blurred, every other pixel swapped with a neighbor, twice over, and blurred again."""
    pixels = ndimage.gaussian_filter(image, 0.7, mode="nearest").ravel().tolist()
    rows, columns = np.mgrid[SIZE - 1 : 1 : -1, SIZE - 1 : 1 : -1]
    for _ in range(2):
        chosen = rng.random(rows.shape) < 0.5
        place = (rows * SIZE + columns)[chosen]
        up, left = rng.integers(0, 2, (2, len(place)))
        for here, there in zip(place.tolist(), (place - up * SIZE - left).tolist(), strict=True):
            pixels[here], pixels[there] = pixels[there], pixels[here]
    return ndimage.gaussian_filter(np.reshape(pixels, image.shape), 0.7, mode="nearest")


def _motion_blur(image: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Smeared to one side, along a direction within 45 degrees of level, fading as a Gaussian of 3 pixels."""
    angle = rng.uniform(-np.pi / 4, np.pi / 4)
    steps = np.arange(11)
    weights = np.exp(-(steps**2) / (2 * 3**2))
    rows, columns = np.indices(image.shape)
    rows = rows + (steps * np.sin(angle))[:, None, None]
    columns = columns + (steps * np.cos(angle))[:, None, None]
    smeared = ndimage.map_coordinates(image, (rows, columns), order=1)
    return np.tensordot(weights / weights.sum(), smeared, 1)


def _shear(image: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Slanted by 0.4 radians (23 degrees) to either side."""
    angle = _either_sign(rng) * 0.4
    return _about_middle(image, [[np.cos(angle), 0], [-np.sin(angle), 1]])


def _scale(image: np.ndarray, _: np.random.Generator) -> np.ndarray:
    """70 % of its size."""
    return _about_middle(image, np.eye(2) / 0.7)


def _rotate(image: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Turned by 0.4 radians (23 degrees) to either side."""
    angle = _either_sign(rng) * 0.4
    return _about_middle(image, [[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])


def _brightness(image: np.ndarray, _: np.random.Generator) -> np.ndarray:
    """Half of full ink added everywhere: white paper turns gray."""
    return np.minimum(image + 0.5, 1.0)


def _translate(image: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Moved by three pixels along both axes."""
    return ndimage.shift(image, (_either_sign(rng) * 3, _either_sign(rng) * 3), order=0)


def _stripe(image: np.ndarray, _: np.random.Generator) -> np.ndarray:
    """The left and the right quarter inverted, which leaves a stripe down the middle."""
    quarter = SIZE // 4
    striped = 1 - image
    striped[:, quarter:-quarter] = image[:, quarter:-quarter]
    return striped


def _fog(image: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """A plasma fractal, three times as strong as the ink, laid over it."""
    strength = 3.0
    most = image.max()
    return (image + strength * _plasma(rng)) * most / (most + strength)


def _spatter(image: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Blots of thin ink, a quarter as dark, that hide what is under them."""
    wet = ndimage.gaussian_filter(rng.normal(0.65, 0.3, image.shape), 1, mode="nearest") > 0.65
    blots = ndimage.gaussian_filter(wet.astype(float), 1.5, mode="nearest")
    blots[blots < 0.8] = 0
    return image * (1 - blots) + 0.25 * blots


def _dotted_line(image: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """A straight line from side to side, two pixels drawn and two not."""
    start, end = rng.integers(0, SIZE - 1, 2)
    line = _line(np.linspace(start, end, SIZE))
    line[:, np.arange(SIZE) % 4 < 2] = 0
    return np.minimum(image + line, 1.0)


def _zigzag(image: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """A line of teeth from side to side, four pixels high and eight long, going up or down by at most five."""
    left, right = 2, SIZE - 3
    start, rise = rng.integers(0, SIZE - 1), rng.integers(-5, 5)
    corners = np.arange(left, right + 2, 2)
    teeth = 2 * np.sin((corners - left) * np.pi / 4)
    line = _line(np.interp(np.arange(SIZE), corners, start + rise * (corners - left) / (right - left) + teeth))
    line[:, :left] = line[:, right + 1 :] = 0
    return np.minimum(image + line, 1.0)


def _canny_edges(image: np.ndarray, _: np.random.Generator) -> np.ndarray:
    """The outlines of the ink alone (Canny, "A computational approach to edge detection", 1986)."""
    smooth = ndimage.gaussian_filter(image, 1, mode="constant")
    down, across = ndimage.sobel(smooth, axis=0), ndimage.sobel(smooth, axis=1)
    slope = np.hypot(down, across)
    # An edge is steeper than what lies a pixel before and behind it.
    unit = np.stack([down, across]) / np.maximum(slope, 1e-9)
    places = np.indices(image.shape) + np.array([1, -1])[:, None, None, None] * unit
    before, behind = ndimage.map_coordinates(slope, places.transpose(1, 0, 2, 3), order=1)
    edges = (slope > before) & (slope >= behind) & (slope > 0.1)
    # Of the weak edges, those that a strong one goes on in.
    parts, count = ndimage.label(edges, np.ones((3, 3)))
    strong = np.zeros(count + 1, bool)
    strong[parts[edges & (slope > 0.2)]] = True
    strong[0] = False
    return strong[parts].astype(float)


def _gaussian_noise(image: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Every pixel off by 0.38 on average (standard deviation)."""
    return np.clip(image + rng.normal(0, 0.38, image.shape), 0, 1)


def _gaussian_blur(image: np.ndarray, _: np.random.Generator) -> np.ndarray:
    """A Gaussian of two pixels: a thin stroke keeps a third of its ink."""
    return ndimage.gaussian_filter(image, 2, mode="nearest")


def _contrast(image: np.ndarray, _: np.random.Generator) -> np.ndarray:
    """A fifth of its contrast, about its mean."""
    return image.mean() + 0.2 * (image - image.mean())


CORRUPTIONS: dict[str, Corruption] = {
    "shot noise": _shot_noise,
    "impulse noise": _impulse_noise,
    "glass blur": _glass_blur,
    "motion blur": _motion_blur,
    "shear": _shear,
    "scale": _scale,
    "rotate": _rotate,
    "brightness": _brightness,
    "translate": _translate,
    "stripe": _stripe,
    "fog": _fog,
    "spatter": _spatter,
    "dotted line": _dotted_line,
    "zigzag": _zigzag,
    "canny edges": _canny_edges,
    "gaussian noise": _gaussian_noise,
    "gaussian blur": _gaussian_blur,
    "contrast": _contrast,
}
"""Every kind by its name, those of MNIST-C first."""


def _either_sign(rng: np.random.Generator) -> int:
    return int(rng.choice((-1, 1)))


def _about_middle(image: np.ndarray, matrix: list[list[float]] | np.ndarray) -> np.ndarray:
    """The image where the pixel at (row, column) p from the middle is that at `matrix` p; paper beyond its edge."""
    middle = np.full(2, (SIZE - 1) / 2)
    return ndimage.affine_transform(image, np.asarray(matrix), middle - matrix @ middle, order=1)


def _line(rows: np.ndarray) -> np.ndarray:
    """[28, 28] of 0..1: a line that passes column x at row `rows[x]`."""
    distance = np.abs(np.arange(SIZE)[:, None] - rows)
    return np.maximum(0, 1 + np.log1p(-np.minimum(distance / LINE_REACH, 0.99)))


def _plasma(rng: np.random.Generator) -> np.ndarray:
    """[28, 28] of 0..1: a corner of a cloud of [256, 256] that meets itself at the edges, by diamond-square.

    Fournier, Fussell and Carpenter, "Computer rendering of stochastic models", 1982; what is added at random falls by
    1.4 squared as the step halves. The last two steps, which hardly add to it, are taken in the corner alone.
    """
    heights = np.zeros((1, 1), np.float32)
    for step in range(6):
        heights = _refine(heights, 1.96**-step, rng)
    lowest, highest = heights.min(), heights.max()
    corner = heights[:10, :10]
    for step in (6, 7):
        corner = _refine(corner, 1.96**-step, rng)
    return np.clip((corner[6:-6, 6:-6] - lowest) / (highest - lowest), 0, 1)


def _refine(heights: np.ndarray, spread: float, rng: np.random.Generator) -> np.ndarray:
    """[2n, 2n] from [n, n]: between every four neighbors their mean, and up to `spread` more or less."""
    side = len(heights)
    noise = (rng.random((3, side, side), np.float32) * 2 - 1) * spread
    below, right = np.roll(heights, -1, 0), np.roll(heights, -1, 1)
    centers = (heights + below + right + np.roll(below, -1, 1)) / 4 + noise[0]
    finer = np.empty((2 * side, 2 * side), np.float32)
    finer[::2, ::2], finer[1::2, 1::2] = heights, centers
    finer[::2, 1::2] = (heights + right + centers + np.roll(centers, 1, 0)) / 4 + noise[1]
    finer[1::2, ::2] = (heights + below + centers + np.roll(centers, 1, 1)) / 4 + noise[2]
    return finer
