"""Paper, and what lies under and beside it: wood, fabrics, stone; all [h, w, 3] float32, 0..255."""

from __future__ import annotations

import numpy as np
from PIL import Image

PAPERS = (
    *((252, 252, 250), (250, 250, 250), (244, 238, 222), (235, 235, 235), (248, 240, 190), (222, 236, 246)),
    *((228, 244, 224), (246, 224, 224), (238, 228, 205), (215, 200, 170), (205, 185, 175)),
)

BOARDS = ((30, 60, 45), (25, 25, 28), (40, 50, 70), (60, 60, 60))


def smooth_noise(shape: tuple[int, int], step: float, rng: np.random.Generator) -> np.ndarray:
    """[h, w] float32 with mean 0 and deviation 1, alike over so many pixels."""
    coarse = rng.normal(0, 1, (int(shape[0] / step) + 2, int(shape[1] / step) + 2)).astype(np.float32)
    return np.asarray(Image.fromarray(coarse).resize(shape[::-1], Image.Resampling.BILINEAR))


def paper(shape: tuple[int, int], color: tuple[float, float, float], rng: np.random.Generator) -> np.ndarray:
    """Paper with its fibers, and stains on some."""
    reflected = 1 + smooth_noise(shape, rng.uniform(1, 4), rng) * rng.uniform(0, 0.02)
    if rng.random() < 0.3:
        reflected += smooth_noise(shape, rng.uniform(20, 80), rng) * rng.uniform(0, 0.04)
    if rng.random() < 0.12:
        reflected += _weave(shape, rng) * rng.uniform(0.01, 0.08)
    if rng.random() < 0.08:
        stretched = smooth_noise((shape[0], max(8, shape[1] // 12)), rng.uniform(1, 3), rng)
        reflected += np.repeat(stretched, 13, axis=1)[:, : shape[1]] * rng.uniform(0.01, 0.06)
    return (np.array(color, np.float32) * reflected[..., None]).astype(np.float32)


def desk(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    """What a sheet lies on."""
    light = np.array(rng.uniform(30, 235), np.float32)
    color = np.clip(light * np.exp(rng.normal(0, 0.18, 3)), 5, 250)
    kind = rng.integers(5)
    if kind == 0:
        pattern = _wood(shape, rng) * rng.uniform(0.05, 0.25)
    elif kind == 1:
        pattern = _weave(shape, rng) * rng.uniform(0.03, 0.25)
    elif kind == 2:
        pattern = _checks(shape, rng) * rng.uniform(0.1, 0.5)
    elif kind == 3:
        pattern = _stone(shape, rng) * rng.uniform(0.02, 0.12)
    else:
        pattern = smooth_noise(shape, 2, rng) * rng.uniform(0, 0.05)
    return (color * np.clip(1 + pattern, 0.05, 3)[..., None]).astype(np.float32)


def _stone(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    """Stone, or a rough wall."""
    return np.sum([smooth_noise(shape, step, rng) for step in (2, 8, 32)], axis=0)


def _turned(shape: tuple[int, int], rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Coordinates along and across some direction, in pixels."""
    angle = rng.uniform(0, np.pi)
    y, x = np.mgrid[: shape[0], : shape[1]].astype(np.float32)
    return x * np.cos(angle) + y * np.sin(angle), y * np.cos(angle) - x * np.sin(angle)


def _wood(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    along, across = _turned(shape, rng)
    bent = across + smooth_noise(shape, rng.uniform(30, 90), rng) * rng.uniform(2, 15)
    rings = np.sin(bent * rng.uniform(0.1, 0.8)) + 0.5 * np.sin(bent * rng.uniform(0.5, 2) + 1)
    planks = (np.abs((across % rng.uniform(60, 250)) - 2) < 1.2) * (-1.5 if rng.random() < 0.4 else 0)
    return rings * (0.6 + 0.4 * np.sin(along * 0.01)) + planks + 0.3 * smooth_noise(shape, 2, rng)


def _weave(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    along, across = _turned(shape, rng)
    pitch = rng.uniform(0.5, 2.5)
    return np.sin(along * pitch) * np.sin(across * pitch) + 0.3 * smooth_noise(shape, 3, rng)


def _checks(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    along, across = _turned(shape, rng)
    width, share = rng.uniform(8, 80), rng.uniform(0.1, 0.6)
    stripes = ((along % width) < share * width).astype(np.float32)
    if rng.random() < 0.6:
        stripes += (across % width) < share * width
    return stripes - stripes.mean()
