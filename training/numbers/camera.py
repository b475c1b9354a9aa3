"""A telephone's camera over a sheet: colored ink and paper, ruled or squared, seen a little from the side."""

from __future__ import annotations

import io
from dataclasses import dataclass

import numpy as np
from PIL import Image
from scipy import ndimage

from training.augment.photographs.pens import put_ink
from training.numbers.sheets import Sheet

PAPERS = ("plain", "ruled", "squared")

PAPER_COLORS = ((250, 250, 248), (244, 238, 222), (235, 235, 235), (248, 240, 190), (222, 236, 246), (228, 244, 224))
"""White, cream, gray, yellow, blue and green."""

INK_COLORS = ((25, 25, 30), (30, 50, 150), (20, 35, 100), (170, 30, 40), (20, 100, 60))
"""Black, two blues, red and green."""

RULE_COLORS = ((140, 165, 215), (150, 150, 160), (215, 150, 150), (150, 190, 165))

MOST_TURN = 6
"""Degrees that the sheet is turned by at most."""


@dataclass(frozen=True)
class Photograph:
    """A picture of a sheet: `file`, a JPEG; the numbers of each of its `lines`; every digit's box in it, [n, 4]."""

    file: bytes
    lines: list[list[str]]
    boxes: np.ndarray


def photograph(sheet: Sheet, paper: str, beyond: int, rng: np.random.Generator) -> Photograph:
    """Take a picture of a sheet.

    Args:
        sheet: what is written.
        paper: one of `PAPERS`.
        beyond: how far the sheet reaches beyond the picture, in pixels, on all sides: nothing else is seen.
        rng: the source of every choice.
    """
    colors = _paint_paper(sheet, paper, rng)
    size = (colors.shape[1] - 2 * beyond, colors.shape[0] - 2 * beyond)
    to_sheet = _view(size, beyond, rng)
    coefficients = tuple((to_sheet / to_sheet[2, 2]).ravel()[:8])
    seen = Image.fromarray(colors).transform(size, Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BICUBIC)
    picture = np.asarray(seen, np.float32) * _light(size, rng)[..., None]
    picture *= rng.uniform(0.92, 1.08, 3).astype(np.float32)  # the color of the light
    blur = rng.uniform(0.3, 1.1) * max(1.0, sheet.height / 60)
    picture = ndimage.gaussian_filter(picture, (blur, blur, 0))
    picture += rng.normal(0, rng.uniform(1, 6), picture.shape[:2]).astype(np.float32)[..., None]
    file = io.BytesIO()
    taken = Image.fromarray(np.clip(picture, 0, 255).astype(np.uint8))
    taken.save(file, "JPEG", quality=int(rng.integers(55, 93)))
    return Photograph(file.getvalue(), sheet.lines, _moved(sheet.boxes, np.linalg.inv(to_sheet)))


def _paint_paper(sheet: Sheet, paper: str, rng: np.random.Generator) -> np.ndarray:
    """[h, w, 3] uint8: ink over rules over paper with its fibers."""
    color = np.array(PAPER_COLORS[rng.integers(len(PAPER_COLORS))], np.float32)
    fibers = ndimage.gaussian_filter(rng.normal(0, 1, sheet.covered.shape).astype(np.float32), rng.uniform(0.7, 2.5))
    reflected = 1 + (fibers / fibers.std() * rng.uniform(0, 0.015))[..., None]
    if paper != "plain":
        rules = _rules(sheet, paper, rng) * rng.uniform(0.35, 0.9)
        rule_color = np.array(RULE_COLORS[rng.integers(len(RULE_COLORS))], np.float32) / 255
        reflected = reflected * (1 - rules[..., None] * (1 - rule_color))
    ink = np.array(INK_COLORS[rng.integers(len(INK_COLORS))], np.float32) / 255
    taken = put_ink(sheet.covered, sheet.pen, rng).astype(np.float32)
    reflected = reflected * (1 - taken[..., None] * (1 - ink))
    return np.clip(color * reflected, 0, 255).astype(np.uint8)


def _rules(sheet: Sheet, paper: str, rng: np.random.Generator) -> np.ndarray:
    """[h, w], 0..1: lines to write on, or squares of half their distance; the numbers stand near them."""
    height, width = sheet.covered.shape
    gap = sheet.pitch if paper == "ruled" else sheet.pitch / 2
    thickness = max(1.2, sheet.height * rng.uniform(0.015, 0.045))
    start = sheet.feet[0] + rng.uniform(0, 0.12) * sheet.height
    down = _comb(height, start, gap, thickness)
    if paper == "ruled":
        return np.broadcast_to(down[:, None], (height, width)).astype(np.float32)
    across = _comb(width, rng.uniform(0, gap), gap, thickness)
    return np.maximum(down[:, None], across[None, :]).astype(np.float32)


def _comb(length: int, start: float, gap: float, thickness: float) -> np.ndarray:
    """[length], 0..1: how much of each pixel a line covers, one every `gap`."""
    distance = np.abs((np.arange(length) + 0.5 - start + gap / 2) % gap - gap / 2)
    return np.clip(thickness / 2 + 0.5 - distance, 0, 1)


def _view(size: tuple[int, int], beyond: int, rng: np.random.Generator) -> np.ndarray:
    """[3, 3]: from the picture's places to the sheet's, turned and seen a little from the side."""
    angle = np.radians(np.clip(rng.normal(0, 2.5), -MOST_TURN, MOST_TURN))
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    tilt = rng.uniform(-0.1, 0.1, 2) / size
    middle = np.array(size) / 2
    to_middle, to_sheet = np.eye(3), np.eye(3)
    to_middle[:2, 2] = -middle
    to_sheet[:2, 2] = middle + beyond
    return to_sheet @ np.block([[turn, np.zeros((2, 1))], [tilt, np.ones((1, 1))]]) @ to_middle


def _light(size: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    """[h, w], 1 at most: a lamp to one side, and for most pictures the soft edge of a shadow."""
    y, x = np.mgrid[: size[1], : size[0]].astype(np.float32)
    x, y = (x - size[0] / 2) / max(size) * 2, (y - size[1] / 2) / max(size) * 2
    angle, shadow = rng.uniform(0, 2 * np.pi, 2)
    light = 1 + rng.uniform(0.05, 0.4) * (np.cos(angle) * x + np.sin(angle) * y) - rng.uniform(0, 0.12) * (x**2 + y**2)
    light /= light.max()
    if rng.random() < 0.7:
        edge = np.cos(shadow) * x + np.sin(shadow) * y - rng.uniform(-0.5, 0.5)
        light *= 1 - rng.uniform(0.1, 0.45) / (1 + np.exp(-np.clip(edge / rng.uniform(0.02, 0.2), -50, 50)))
    return light.astype(np.float32) * np.float32(rng.uniform(0.75, 1.05))


def _moved(boxes: np.ndarray, view: np.ndarray) -> np.ndarray:
    """The boxes around what `view` makes of each box."""
    x, y, width, height = boxes.T
    corners = np.stack([np.stack([x + i * width, y + j * height, np.ones_like(x)], 1) for i in (0, 1) for j in (0, 1)])
    placed = corners @ view.T
    placed = placed[..., :2] / placed[..., 2:]
    low, high = placed.min(axis=0), placed.max(axis=0)
    return np.concatenate([low, high - low], axis=1)
