"""Crops of composed sheets, and what each of their pixels is."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image

from training.in_parallel import each_in_parallel
from training.sheets.camera import View, develop, random_view
from training.sheets.canvas import BEYOND, FINE, OTHER, PAPER, PEN, PRINT, RULE, Box, Canvas, Layer
from training.sheets.forms import boxes, form, page_of_print, table
from training.sheets.looks import Looks, random_looks
from training.sheets.material import Material
from training.sheets.pages import bare, cell, column, lines, single
from training.sheets.scene import Scene
from training.sheets.surfaces import desk, paper, smooth_noise

SIZE = 224
"""Rows and columns of a crop."""

HALF = 2
"""Pixels of a crop for each label, across and down."""

UNITS = (10.0, 34.0, 260.0)
"""Least, likeliest and most height of a written digit in a crop, in pixels."""

COVERED = {OTHER: 0.4, RULE: 0.22, PRINT: 0.3, PEN: 0.27}
"""The share of a label's pixel that ink must cover for the label; the last one that does counts."""

SHEETS_A_JOB = 50

FEW_INKED = 0.015
"""Crops of which less is inked teach little: most are composed anew."""

MUCH_BESIDE = 0.4
"""... unless so much is beside the sheet, where stripes and grain are taken for ink."""

BESIDE_ALONE = 0.08
"""The share of crops that see no sheet at all."""

LAYOUTS: dict[Callable[[Scene], None], float] = {
    lines: 0.22,
    table: 0.2,
    boxes: 0.17,
    form: 0.12,
    page_of_print: 0.1,
    single: 0.15,
    cell: 0.09,
    column: 0.08,
    bare: 0.03,
}
"""How often each is chosen; shares of the sum."""


def compose_crops(material: Material, count: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Crops [n, 224, 224, 3] uint8, and their labels [n, 112, 112] uint8, by the order of `LABELS`."""
    jobs = [(material, min(SHEETS_A_JOB, count - first)) for first in range(0, count, SHEETS_A_JOB)]
    made = each_in_parallel(_compose_many, jobs, seed)
    return np.concatenate([colors for colors, _ in made]), np.concatenate([labels for _, labels in made])


def _compose_many(rng: np.random.Generator, material: Material, count: int) -> tuple[np.ndarray, np.ndarray]:
    made = [compose(material, rng) for _ in range(count)]
    return np.stack([colors for colors, _ in made]), np.stack([labels for _, labels in made])


def compose(material: Material, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """One crop [224, 224, 3] uint8, and its labels [112, 112] uint8."""
    while True:
        colors, labels = _compose_any(material, rng)
        is_inked = np.isin(labels, (PEN, PRINT, RULE)).mean() > FEW_INKED
        if is_inked or (labels == OTHER).mean() > MUCH_BESIDE or rng.random() < 0.25:
            return colors, labels


def _compose_any(material: Material, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    looks = random_looks(rng)
    size = round(SIZE * FINE * BEYOND)
    unit = float(np.exp(rng.triangular(*np.log(UNITS)))) * FINE
    canvas = Canvas(size, _sheet(size, rng), unit)
    scene = Scene(canvas, looks, material, rng)
    choose(rng)(scene)
    view = random_view(SIZE, size, rng)
    colors, labels = photograph(canvas, looks, view, rng)
    return _turned(colors, labels, rng)


def choose(rng: np.random.Generator) -> Callable[[Scene], None]:
    """One of the layouts."""
    shares = np.array(list(LAYOUTS.values()))
    return list(LAYOUTS)[rng.choice(len(shares), p=shares / shares.sum())]


def photograph(canvas: Canvas, looks: Looks, view: View, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """A crop [size, size, 3] uint8, and its labels [size / 2, size / 2] uint8."""
    shape = (view.size, view.size)
    on_sheet = view.see(_filled(canvas.size, canvas.sheet))
    colors = paper(shape, looks.paper, rng)
    labels = np.full((view.size // HALF,) * 2, PAPER, np.uint8)
    is_dark = sum(looks.paper) < 3 * 110
    for layer in sorted(canvas.layers, key=lambda layer: (PAPER, RULE, OTHER, PRINT, PEN).index(layer.label)):
        if not layer.mask.getbbox():
            continue
        covered = view.see(layer.mask) * on_sheet
        colors = _inked(colors, covered, layer, rng, is_dark=is_dark)
        if layer.label != PAPER:
            labels[_shrunk(covered) > COVERED[layer.label]] = layer.label
    if on_sheet.min() < 0.5:
        shadow = 1 - rng.uniform(0, 0.5) * (_soft(on_sheet, rng.uniform(1, 6)) if rng.random() < 0.6 else 0)
        beside = desk(shape, rng) * np.asarray(shadow, np.float32).reshape(*np.shape(shadow), 1)
        colors = colors * on_sheet[..., None] + beside * (1 - on_sheet[..., None])
        labels[_shrunk(on_sheet) < 0.5] = OTHER
    return develop(colors, canvas.unit / FINE / 11, rng), labels


def _sheet(size: int, rng: np.random.Generator) -> Box:
    """Where the paper is: everywhere, or with an edge or two in sight, or out of sight."""
    if rng.random() < BESIDE_ALONE:
        return (-4.0, -4.0, -2.0, -2.0)
    if rng.random() < 0.62:
        return (-0.02 * size, -0.02 * size, 1.02 * size, 1.02 * size)
    near, far = rng.uniform(0, 0.42, 2), rng.uniform(0.58, 1, 2)
    edges = rng.random(4) < 0.6
    left, top = (near[at] * size if edges[at] else -0.02 * size for at in (0, 1))
    right, bottom = (far[at] * size if edges[at + 2] else 1.02 * size for at in (0, 1))
    return (float(left), float(top), float(right), float(bottom))


def _filled(size: int, box: Box) -> Image.Image:
    mask = Image.new("L", (size, size))
    left, top, right, bottom = (round(min(size, max(0, side))) for side in box)
    mask.paste(255, (left, top, right, bottom))
    return mask


def _inked(
    colors: np.ndarray, covered: np.ndarray, layer: Layer, rng: np.random.Generator, *, is_dark: bool
) -> np.ndarray:
    """Colors with a layer's ink: it takes light from what is under it, and on a dark board gives it."""
    look = layer.look
    share = covered * look.strength
    if look.grain > 0.05:
        share = share * np.clip(1 - look.grain * (0.5 + 0.5 * smooth_noise(covered.shape, 1.5, rng)), 0, 1)
    ink = np.array(look.color, np.float32)
    target = np.maximum(colors, ink) if is_dark else np.minimum(colors, ink)
    return colors + (target - colors) * share[..., None]


def _shrunk(covered: np.ndarray) -> np.ndarray:
    rows, columns = covered.shape
    return covered.reshape(rows // HALF, HALF, columns // HALF, HALF).mean(axis=(1, 3))


def _soft(covered: np.ndarray, by: float) -> np.ndarray:
    from scipy import ndimage

    return ndimage.gaussian_filter(covered, by)


def _turned(colors: np.ndarray, labels: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Every fourth on its side or its head."""
    quarters = int(rng.integers(1, 4)) if rng.random() < 0.25 else 0
    return np.rot90(colors, quarters).copy(), np.rot90(labels, quarters).copy()
