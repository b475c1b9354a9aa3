"""Lines that are printed to write on or in: ruled, squared and dotted paper, tables, frames and boxes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.sheets.canvas import Box, Layer


@dataclass(frozen=True)
class Grid:
    """A table's lines: `across` [columns + 1] and `down` [rows + 1], in pixels of the canvas."""

    across: np.ndarray
    down: np.ndarray

    def cell(self, row: int, column: int) -> Box:
        """The box of a cell."""
        return (self.across[column], self.down[row], self.across[column + 1], self.down[row + 1])

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return len(self.down) - 1, len(self.across) - 1


def rule_paper(layer: Layer, box: Box, pitch: float, width: float, rng: np.random.Generator) -> np.ndarray:
    """Ruled, squared or dotted paper; returns the rows of the lines to write on."""
    left, top, right, bottom = box
    rows = np.arange(top + rng.uniform(0.2, 1) * pitch, bottom, pitch)
    kind = rng.choice(["ruled", "squared", "dotted", "points"], p=[0.5, 0.3, 0.1, 0.1])
    if kind == "squared":
        small = pitch / float(rng.choice([1, 2, 2, 3]))
        for y in np.arange(rows[0] % small, bottom, small) if len(rows) else ():
            layer.straight((left, y), (right, y), width)
        for x in np.arange(left + rng.uniform(0, small), right, small):
            layer.straight((x, top), (x, bottom), width)
    elif kind == "points":
        small = pitch / 2
        for y in np.arange(top, bottom, small):
            for x in np.arange(left, right, small):
                layer.pen.ellipse((x - width, y - width, x + width, y + width), 255)
    else:
        for y in rows:
            line(layer, (left, y), (right, y), width, "dots" if kind == "dotted" else "line")
    return rows


def line(layer: Layer, start: tuple[float, float], end: tuple[float, float], width: float, kind: str) -> None:
    """A "line", or one of "dots" or "dashes"."""
    if kind == "line":
        layer.straight(start, end, width)
        return
    length = float(np.hypot(end[0] - start[0], end[1] - start[1]))
    step, ink = (max(4.0, 3.5 * width), max(2.0, 1.3 * width)) if kind == "dots" else (8 * width + 2, 5 * width)
    direction = (np.array(end) - start) / max(length, 1e-6)
    for along in np.arange(0, length, step):
        first, last = start + direction * along, start + direction * min(length, along + ink)
        layer.straight(tuple(first), tuple(last), width)


def draw_grid(layer: Layer, grid: Grid, width: float, rng: np.random.Generator) -> None:
    """A table's lines: all of them, only those that lie, or with a thick frame."""
    left, right, top, bottom = grid.across[0], grid.across[-1], grid.down[0], grid.down[-1]
    kind = "line" if rng.random() < 0.88 else str(rng.choice(["dots", "dashes"]))
    for y in grid.down:
        line(layer, (left, y), (right, y), width, kind)
    if rng.random() < 0.88:
        for x in grid.across:
            line(layer, (x, top), (x, bottom), width, kind)
    if rng.random() < 0.35:
        layer.frame((left - width, top - width, right + width, bottom + width), width * rng.uniform(1.5, 4))
    if rng.random() < 0.2:
        y = grid.down[min(1, len(grid.down) - 1)]
        layer.straight((left, y), (right, y), width * rng.uniform(1.5, 3))


def comb_grid(at: tuple[float, float], boxes: int, size: tuple[float, float]) -> Grid:
    """Boxes in a row, of a width and height."""
    return Grid(at[0] + size[0] * np.arange(boxes + 1), at[1] + np.array([0, size[1]]))


def draw_comb(layer: Layer, grid: Grid, width: float, rng: np.random.Generator) -> None:
    """A row of boxes for a digit each: shared dividers, boxes apart, or ticks between them."""
    kind = rng.choice(["shared", "apart", "ticks", "guides"], p=[0.55, 0.25, 0.12, 0.08])
    top, bottom = grid.down
    if kind in {"shared", "ticks"}:
        high = top if kind == "shared" else bottom - (bottom - top) * rng.uniform(0.2, 0.6)
        for x in grid.across[1:-1]:
            layer.straight((x, high), (x, bottom), width * (1 if rng.random() < 0.9 else 0.6))
        if kind == "ticks" and rng.random() < 0.5:
            layer.straight((grid.across[0], bottom), (grid.across[-1], bottom), width)
        else:
            thick = width * (1 if rng.random() < 0.7 else rng.uniform(1.2, 3))
            layer.frame((grid.across[0], top, grid.across[-1], bottom), thick)
        return
    inset = (grid.across[1] - grid.across[0]) * rng.uniform(0.03, 0.15)
    double = rng.random() < 0.2
    for column in range(grid.shape[1]):
        left, high, right, low = grid.cell(0, column)
        layer.frame((left + inset, high, right - inset, low), width)
        if double:
            layer.frame((left - 0.3 * inset, high - inset, right + 0.3 * inset, low + inset), width)
        if kind == "guides":
            _guide(layer, (left + inset, high, right - inset, low), width)


def _guide(layer: Layer, box: Box, width: float) -> None:
    """The dotted eight that digits are written along."""
    left, top, right, bottom = box
    margin_x, margin_y = 0.22 * (right - left), 0.17 * (bottom - top)
    x = (left + margin_x, right - margin_x)
    y = (top + margin_y, (top + bottom) / 2, bottom - margin_y)
    for height in y:
        line(layer, (x[0], height), (x[1], height), max(1, 0.7 * width), "dots")
    for place in x:
        line(layer, (place, y[0]), (place, y[2]), max(1, 0.7 * width), "dots")
