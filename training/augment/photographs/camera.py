"""A camera or a scanner: makes a gray picture of ink on paper, with what is usually wrong with such pictures.

The model is the usual one of image formation: paper and ink reflect light that falls unevenly, the lens and the hand
blur what comes back, the sensor adds noise, the file loses detail.
"""

from __future__ import annotations

import io
from collections.abc import Callable

import numpy as np
from PIL import Image
from scipy import ndimage


def _plain(picture: np.ndarray, _: float, __: np.random.Generator) -> np.ndarray:
    return picture


def _shade(picture: np.ndarray, height: float, rng: np.random.Generator) -> np.ndarray:
    """A shadow's edge, of a hand or of the telephone, soft to hard, somewhere across the picture."""
    x, y = _places(picture)
    angle = rng.uniform(0, 2 * np.pi)
    edge = (np.cos(angle) * x + np.sin(angle) * y) + rng.uniform(-0.3, 0.3) * picture.shape[0]
    depth = rng.uniform(0.1, 0.5)
    return picture * (1 - depth / (1 + np.exp(-edge / (height * rng.uniform(0.05, 0.6)))))


def _blur(picture: np.ndarray, height: float, rng: np.random.Generator) -> np.ndarray:
    """Out of focus (a disk) or moved (a line), up to a sixth of the digit's height."""
    length = max(2.0, height * rng.uniform(0.03, 0.17))
    reach = int(np.ceil(length / 2)) + 1
    x, y = np.meshgrid(np.arange(-reach, reach + 1), np.arange(-reach, reach + 1))
    if rng.random() < 0.5:
        distance = np.hypot(x, y)
    else:
        angle = rng.uniform(0, np.pi)
        along, across = np.cos(angle) * x + np.sin(angle) * y, np.cos(angle) * y - np.sin(angle) * x
        distance = np.where(np.abs(across) < 1, np.abs(along), np.inf)
    kernel = np.clip(length / 2 + 0.5 - distance, 0, 1)
    return ndimage.convolve(picture, kernel / kernel.sum(), mode="nearest")


def _dim(picture: np.ndarray, _: float, rng: np.random.Generator) -> np.ndarray:
    """Little light: dark, and the noise of a sensor that is turned up, in grains of a pixel or two."""
    noise = rng.normal(0, 1, picture.shape)
    if rng.random() < 0.5:
        noise = 2.2 * ndimage.gaussian_filter(noise, 0.8)
    return picture * rng.uniform(0.4, 1.0) + noise * rng.uniform(4, 24)


def _fade(picture: np.ndarray, _: float, rng: np.random.Generator) -> np.ndarray:
    """Low contrast: a hazy lens, or paper that shines."""
    return picture + (rng.uniform(90, 240) - picture) * rng.uniform(0.4, 0.85)


def _pattern(picture: np.ndarray, height: float, rng: np.random.Generator) -> np.ndarray:
    """Paper with faint lines: squared, or the waves of a check's background."""
    x, y = _places(picture)
    lines = np.zeros(picture.shape)
    for _ in range(int(rng.integers(1, 4))):
        angle, gap = rng.uniform(0, np.pi), height * rng.uniform(0.12, 0.6)
        along, across = np.cos(angle) * x + np.sin(angle) * y, np.cos(angle) * y - np.sin(angle) * x
        wave = np.sin(along / height * rng.uniform(1, 8)) * height * rng.choice([0, rng.uniform(0.02, 0.2)])
        lines = np.maximum(lines, np.cos(2 * np.pi * (across + wave) / gap + rng.uniform(0, 6)) ** 12 / 2)
    return picture * (1 - lines * rng.uniform(0.05, 0.5))


def _scan(picture: np.ndarray, _: float, rng: np.random.Generator) -> np.ndarray:
    """Black and white, thresholded early or late, with a few wrong pixels."""
    picture = picture + rng.normal(0, 1, picture.shape) * rng.choice([0.0, rng.uniform(2, 20)])
    dark, light = np.percentile(picture, 0.5), np.median(picture)
    white = picture > dark + (light - dark) * rng.uniform(0.25, 0.75)
    return np.where(white ^ (rng.random(picture.shape) < rng.choice([0.0, 0.001, 0.004])), 255.0, 0.0)


FAULTS: dict[str, Callable[[np.ndarray, float, np.random.Generator], np.ndarray]] = {
    "plain": _plain,
    "shaded": _shade,
    "blurred": _blur,
    "dim": _dim,
    "faded": _fade,
    "patterned": _pattern,
    "scanned": _scan,
}
"""What may be wrong with a picture above all: [h, w] gray values 0..255 and the digit's height in pixels, to such."""


def take_picture(reflected: np.ndarray, height: float, fault: str, rng: np.random.Generator) -> np.ndarray:
    """A gray picture of ink on paper.

    Args:
        reflected: [h, w], the share of light that the ink leaves: 1 = paper.
        height: of the digit, in pixels; blur and shadows go by it.
        fault: one of `FAULTS`; everything else is as good as it commonly is.
        rng: the source of every choice.

    Returns:
        [h, w] uint8, 0 = black.
    """
    picture = _paper(reflected.shape, rng) * reflected * _light(reflected, rng)
    # A shadow and lines lie on the paper, before the lens; but blur comes before the noise.
    picture = FAULTS[fault](picture, height, rng)
    if fault == "scanned":
        return picture.astype(np.uint8)
    picture = ndimage.gaussian_filter(picture, rng.uniform(0.3, 0.7)) + rng.normal(
        0, rng.uniform(0.5, 3), picture.shape
    )
    if rng.random() < 0.04:
        picture = 255 - picture  # chalk on a board, a dark screen
    return _compress(np.clip(np.rint(picture), 0, 255).astype(np.uint8), int(rng.integers(25, 96)))


def _places(picture: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The x and the y of every pixel, from the middle."""
    y, x = np.mgrid[: picture.shape[0], : picture.shape[1]]
    return x - picture.shape[1] / 2, y - picture.shape[0] / 2


def _paper(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    """[h, w]: gray values of paper with its fibers."""
    fibers = ndimage.gaussian_filter(rng.normal(0, 1, shape), rng.uniform(0.7, 2.5))
    return rng.uniform(140, 250) + fibers / fibers.std() * rng.uniform(0, 4)


def _light(picture: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """[h, w], 1 at most: falls off to one side by up to a third, and towards the corners."""
    x, y = (2 * place / max(picture.shape) for place in _places(picture))
    angle = rng.uniform(0, 2 * np.pi)
    light = 1 + rng.uniform(0, 0.25) * (np.cos(angle) * x + np.sin(angle) * y) - rng.uniform(0, 0.12) * (x**2 + y**2)
    return light / light.max()


def _compress(picture: np.ndarray, quality: int) -> np.ndarray:
    """Through a JPEG file and back."""
    file = io.BytesIO()
    Image.fromarray(picture).save(file, "JPEG", quality=quality)
    return np.asarray(Image.open(file))
