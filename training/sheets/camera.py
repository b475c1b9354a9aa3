"""A camera over a canvas: from which side it is seen, in which light, and what is left of it in a file."""

from __future__ import annotations

import io
from dataclasses import dataclass

import numpy as np
from PIL import Image
from scipy import ndimage

from training.sheets.canvas import FINE
from training.sheets.surfaces import smooth_noise

FLAT, CURLED = 2, 6
"""Pieces that the picture of such a sheet is cut into, across and down, to be bent."""

Mesh = list[tuple[tuple[int, int, int, int], tuple[float, ...]]]


@dataclass(frozen=True)
class View:
    """Where each pixel of a picture of `size` rows and columns lies on the canvas: a mesh as Pillow takes it."""

    size: int
    mesh: Mesh

    def see(self, mask: Image.Image) -> np.ndarray:
        """[size, size] float32, 0..1, of an 8-bit mask."""
        fine = mask.transform((self.size * FINE,) * 2, Image.Transform.MESH, self.mesh, Image.Resampling.BILINEAR)
        return np.asarray(fine.reduce(FINE), np.float32) / 255


def random_view(size: int, canvas: int, rng: np.random.Generator) -> View:
    """From above, from a side, turned a little or a lot; some sheets curl."""
    turn = rng.normal(0, 2.5) if rng.random() < 0.8 else rng.uniform(-22, 22)
    turn = 0.0 if rng.random() < 0.2 else np.radians(np.clip(turn, -22, 22))
    tilt = rng.uniform(-0.12, 0.12, 2) if rng.random() < 0.5 else np.zeros(2)
    curl = rng.uniform(-0.03, 0.03) * canvas if rng.random() < 0.25 else 0.0
    waves, phase = rng.uniform(0.5, 1.5) * np.pi, rng.uniform(0, 6)
    fine = size * FINE
    pieces = CURLED if curl else FLAT
    ends = np.round(np.linspace(0, fine, pieces + 1)).astype(int)
    y, x = np.meshgrid(ends, ends, indexing="ij")
    u, v = x / fine * 2 - 1, y / fine * 2 - 1
    depth = 1 + tilt[0] * u + tilt[1] * v
    u, v = u / depth, v / depth
    across = (np.cos(turn) * u - np.sin(turn) * v) * fine / 2
    down = (np.sin(turn) * u + np.cos(turn) * v) * fine / 2
    down = down + curl * np.sin(waves * across / (fine / 2) + phase)
    across, down = across + canvas / 2, down + canvas / 2
    mesh: Mesh = []
    for row in range(pieces):
        for column in range(pieces):
            corners = ((row, column), (row + 1, column), (row + 1, column + 1), (row, column + 1))
            quad = tuple(float(value) for at in corners for value in (across[at], down[at]))
            box = (int(ends[column]), int(ends[row]), int(ends[column + 1]), int(ends[row + 1]))
            mesh.append((box, quad))
    return View(size, mesh)


def light(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    """[h, w, 1] float32: a lamp to one side, soft and hard shadows, and how long the shutter was open."""
    y, x = np.mgrid[-1 : 1 : shape[0] * 1j, -1 : 1 : shape[1] * 1j].astype(np.float32)
    angle = rng.uniform(0, 2 * np.pi)
    lit = 1 + rng.uniform(0, 0.4) * (np.cos(angle) * x + np.sin(angle) * y)
    for _ in range(int(rng.choice([0, 1, 2], p=[0.5, 0.35, 0.15]))):
        angle = rng.uniform(0, 2 * np.pi)
        edge = np.cos(angle) * x + np.sin(angle) * y - rng.uniform(-0.8, 0.8)
        soft = np.exp(rng.uniform(np.log(0.006), np.log(0.4)))
        if rng.random() < 0.4:
            edge = edge + 0.1 * smooth_noise(shape, shape[0] / 4, rng)
        lit = lit * (1 - rng.uniform(0.08, 0.6) / (1 + np.exp(-np.clip(edge / soft, -50, 50))))
    return (lit / lit.max())[..., None].astype(np.float32)


def develop(colors: np.ndarray, coarse: float, rng: np.random.Generator) -> np.ndarray:
    """[h, w, 3] uint8: what a camera, a scanner or a fax makes of [h, w, 3] float32 colors, 0..255.

    `coarse`: so many times smaller it may be before it is enlarged again.
    """
    if rng.random() < 0.04:
        colors = 255 - colors
    kind = rng.choice(["photo", "scan", "clean", "fax"], p=[0.5, 0.23, 0.21, 0.06])
    if kind in {"photo", "scan"} and coarse > 1.2 and rng.random() < 0.3:
        colors = _enlarged(colors, float(np.exp(rng.uniform(0, np.log(coarse)))), rng)
    if kind == "photo":
        colors = colors * light(colors.shape[:2], rng)
        # Most cameras bring what is bright in a picture to much the same.
        colors = colors * (rng.triangular(100, 215, 262) / max(20.0, float(np.percentile(colors, 85))))
        colors = colors * np.exp(rng.normal(0, 0.07, 3)).astype(np.float32)
        blur = float(np.exp(rng.uniform(np.log(0.3), np.log(1.5))))
        colors = ndimage.gaussian_filter(colors, (blur, blur, 0))
    elif kind == "scan":
        lowest = rng.uniform(0, 90)
        colors = lowest + colors * (255 - lowest) / 255
        blur = rng.uniform(0.2, 0.8)
        colors = ndimage.gaussian_filter(colors, (blur, blur, 0))
    if rng.random() < 0.4 or kind == "fax":
        colors = np.repeat(colors @ np.array([[0.299], [0.587], [0.114]], np.float32), 3, axis=2)
    if kind == "fax":
        gray = colors[..., :1] + smooth_noise(colors.shape[:2], 1, rng)[..., None] * 8
        # Between what is darkest and paper, so that most ink stays.
        ink, ground = np.percentile(gray, (1, 60))
        return np.repeat(np.where(gray > ink + (ground - ink) * rng.uniform(0.4, 0.85), 255, 0), 3, axis=2).astype(
            np.uint8
        )
    if kind == "clean":
        return np.clip(colors, 0, 255).astype(np.uint8)
    return _in_a_file(_noisy(colors, rng), rng)


def _enlarged(colors: np.ndarray, times: float, rng: np.random.Generator) -> np.ndarray:
    """What a small picture, as a rule from a file that was compressed, looks like when it is enlarged."""
    image = Image.fromarray(np.clip(colors, 0, 255).astype(np.uint8))
    small = image.resize(
        (max(8, round(image.width / times)), max(8, round(image.height / times))), Image.Resampling.BOX
    )
    if rng.random() < 0.6:
        small = Image.fromarray(_in_a_file(_noisy(np.asarray(small, np.float32), rng), rng))
    way = Image.Resampling.BICUBIC if times > 1.5 else Image.Resampling.BILINEAR
    return np.asarray(small.resize(image.size, way), np.float32)


def _noisy(colors: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    shape = colors.shape[:2]
    noise = rng.normal(0, rng.uniform(0.3, 5), shape).astype(np.float32)
    if rng.random() < 0.3:
        noise += smooth_noise(shape, rng.uniform(1.5, 4), rng) * rng.uniform(1, 8)
    colors = colors + noise[..., None]
    if rng.random() < 0.3:
        colors = colors + rng.normal(0, rng.uniform(0.5, 4), colors.shape).astype(np.float32)
    if rng.random() < 0.1:
        colors = colors + _screen(shape, rng)
    if rng.random() < 0.3:
        soft = ndimage.gaussian_filter(colors, (1.2, 1.2, 0))
        colors = colors + (colors - soft) * rng.uniform(0.3, 1.5)
    return colors


def _screen(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    """[h, w, 3] float32: the pattern that a camera makes of a screen's rows and columns, in colors."""
    y, x = np.mgrid[: shape[0], : shape[1]].astype(np.float32)
    bent = smooth_noise(shape, shape[0] / 3, rng) * rng.uniform(0, 2)
    waves = np.zeros((*shape, 3), np.float32)
    for _ in range(int(rng.integers(1, 3))):
        u, v = rng.uniform(0.7, 2.2) * np.array(((0.1, 1), (1, 0.1), (0.7, 0.7))[rng.integers(3)]) + rng.normal(
            0, 0.1, 2
        )
        phase = (x * u + y * v + bent)[..., None] + rng.uniform(0, 1.5, 3)
        waves += np.sin(phase) * rng.uniform(2, 16)
    return waves


def _in_a_file(colors: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    image = Image.fromarray(np.clip(colors, 0, 255).astype(np.uint8))
    if rng.random() < 0.3:
        return np.asarray(image)
    file = io.BytesIO()
    image.save(file, "JPEG", quality=int(rng.integers(35, 95)))
    return np.asarray(Image.open(file).convert("RGB"))
