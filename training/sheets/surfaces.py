"""Paper, and what lies under and beside it: wood, fabrics, stone; all [h, w, 3] float32, 0..255."""

from __future__ import annotations

import numpy as np
from PIL import Image
from scipy import ndimage

PAPERS = (
    *((252, 252, 250), (250, 250, 250), (244, 238, 222), (235, 235, 235), (248, 240, 190), (222, 236, 246)),
    *((228, 244, 224), (246, 224, 224), (238, 228, 205), (215, 200, 170), (205, 185, 175)),
    *((190, 190, 188), (160, 160, 158)),
)

BOARDS = ((30, 60, 45), (25, 25, 28), (40, 50, 70), (60, 60, 60))


def smooth_noise(shape: tuple[int, int], step: float, rng: np.random.Generator) -> np.ndarray:
    """[h, w] float32 with mean 0 and deviation 1, alike over so many pixels."""
    coarse = rng.normal(0, 1, (int(shape[0] / step) + 2, int(shape[1] / step) + 2)).astype(np.float32)
    return np.asarray(Image.fromarray(coarse).resize(shape[::-1], Image.Resampling.BILINEAR))


def paper(shape: tuple[int, int], color: tuple[float, float, float], rng: np.random.Generator) -> np.ndarray:
    """Paper with its fibers; stains on some, and the fine bent lines of checks and certificates on others."""
    reflected = 1 + smooth_noise(shape, rng.uniform(1, 4), rng) * rng.uniform(0, 0.02)
    if rng.random() < 0.3:
        reflected += smooth_noise(shape, rng.uniform(20, 80), rng) * rng.uniform(0, 0.04)
    if rng.random() < 0.12:
        reflected += _weave(shape, rng) * rng.uniform(0.01, 0.08)
    if rng.random() < 0.2:
        return np.array(color, np.float32) * reflected[..., None] * guilloche(shape, rng)
    if rng.random() < 0.08:
        stretched = smooth_noise((shape[0], max(8, shape[1] // 12)), rng.uniform(1, 3), rng)
        reflected += np.repeat(stretched, 13, axis=1)[:, : shape[1]] * rng.uniform(0.01, 0.06)
    return (np.array(color, np.float32) * reflected[..., None]).astype(np.float32)


def guilloche(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    """[h, w, 3] float32, 0..1: families of fine lines, waves or arcs, in one color that is printed palely."""
    y, x = np.mgrid[: shape[0], : shape[1]].astype(np.float32)
    covered = np.zeros(shape, np.float32)
    for _ in range(int(rng.integers(1, 4))):
        pitch = float(np.exp(rng.uniform(*np.log((4, 24)))))
        if rng.random() < 0.4:
            middle = rng.uniform(-1, 2, 2) * shape
            along = np.hypot(y - middle[0], x - middle[1])
        else:
            angle = rng.uniform(0, np.pi) if rng.random() < 0.6 else np.pi / 2 + rng.normal(0, 0.05)
            along = x * np.cos(angle) + y * np.sin(angle)
        step = rng.uniform(25, 110)
        # Straight lines far apart would be ruled paper.
        bent = step * rng.uniform(0.0 if pitch < 8 else 0.1, 0.3)
        along = along + ndimage.gaussian_filter(smooth_noise(shape, step, rng), step / 4) * bent
        thick = rng.uniform(0.7, 2.2) / pitch
        away = np.abs((along / pitch) % 1 - 0.5)
        covered = np.maximum(covered, np.clip((thick / 2 - away) * pitch + 0.5, 0, 1))
    tint = 1 - rng.uniform(0.05, 0.45) * rng.uniform(0.4, 1, 3)
    return (1 - covered[..., None] * (1 - tint)).astype(np.float32)


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
