"""Sheets with places to fill in: tables, boxes, forms, pages of print."""

from __future__ import annotations

import numpy as np

from training.sheets.printing import Printer
from training.sheets.ruling import Grid, comb_grid, draw_comb, draw_grid, line
from training.sheets.scene import Scene, adorn, write_something
from training.sheets.writing import Writer, random_digits, random_number


def table(scene: Scene) -> None:
    """A table with printed heads and names, and numbers by hand, print or nothing in its cells."""
    rng, unit = scene.rng, scene.unit
    left, top, right, bottom = scene.canvas.sheet
    close = rng.uniform(0, 1)
    row = unit * (1.0 + 1.3 * close * rng.random())
    start = (left + rng.uniform(-0.5, 2) * unit, top + rng.uniform(-0.8, 2.5) * unit)
    columns, x = [start[0]], start[0]
    usual = unit * rng.uniform(1.0, 5)
    while x < right - rng.uniform(0.2, 2) * unit and len(columns) < 24:
        x += usual * (1 if rng.random() < 0.7 else rng.uniform(0.7, 2.2))
        columns.append(x)
    most = int(np.clip((bottom - start[1]) / row, 2, 30))
    rows = start[1] + row * np.arange(rng.integers(1, most + 1) + 1)
    grid = Grid(np.array(columns), rows)
    if grid.shape[1] < 1:
        return
    draw_grid(scene.rules, grid, scene.line_width(), rng)
    _fill(scene, grid)


def _fill(scene: Scene, grid: Grid) -> None:
    rng, unit = scene.rng, scene.unit
    writer, printer = scene.writer(), scene.printer()
    names, heads = (int(rng.random() < 0.5), int(rng.random() < 0.4))
    if heads and rng.random() < 0.4:
        scene.shade.pen.rectangle((grid.across[0], grid.down[0], grid.across[-1], grid.down[1]), fill=255)
    if rng.random() < 0.08:
        for row in range(1, grid.shape[0], 2):
            scene.shade.pen.rectangle((grid.across[0], grid.down[row], grid.across[-1], grid.down[row + 1]), fill=255)
    digits = int(rng.integers(1, 4))
    full, printed, size = rng.uniform(0.3, 1), rng.choice([0, 0, 0.1, 0.4]), unit * rng.uniform(0.4, 1.0)
    for row in range(grid.shape[0]):
        for column in range(grid.shape[1]):
            left, top, right, bottom = grid.cell(row, column)
            wide = right - left
            if row < heads or column < names or rng.random() < printed:
                text = printer.character() if rng.random() < 0.3 else printer.words(max(1, int(wide / (4 * size))))
                printer.text(text, (left + 0.1 * unit, (top + bottom - 1.2 * size) / 2), size)
            elif rng.random() < full:
                most = max(1, int(wide / (0.75 * unit)))
                text = (
                    random_digits(int(rng.integers(1, min(most, digits) + 1)), rng)
                    if rng.random() < 0.85
                    else random_number(rng)[:most]
                )
                free = max(0.0, wide - 0.7 * unit * len(text))
                foot = bottom - max(0.0, bottom - top - unit) * rng.uniform(0, 0.8)
                box = writer.number(text, (left + free * rng.uniform(0, 0.7), foot), unit)
                if rng.random() < 0.03:
                    writer.strike(box if rng.random() < 0.5 else (left, top, right, bottom), unit)
                elif rng.random() < 0.03:
                    writer.circle(box, unit)
    if names and rng.random() < 0.1:
        writer.word(6, (grid.across[0], grid.down[-1] + 1.2 * unit), unit)


def boxes(scene: Scene) -> None:
    """Rows of boxes for a digit each, with labels beside, above or below."""
    rng, unit = scene.rng, scene.unit
    left, top, right, bottom = scene.canvas.sheet
    size = unit * rng.uniform(0.85, 1.9), unit * rng.uniform(1.02, 1.9)
    y = top + rng.uniform(0.1, 3) * unit
    writer, printer = scene.writer(), scene.printer()
    small = unit * rng.uniform(0.3, 0.9)
    thickness = scene.line_width()
    below = rng.random() < 0.45
    while y < bottom:
        x = left + rng.uniform(-0.5, 6) * unit
        if rng.random() < 0.5:
            printer.text(printer.words(int(rng.integers(1, 5))), (x, y - 1.5 * small), small)
        if rng.random() < 0.4:
            x = printer.text(printer.word(), (x, y + 0.3 * unit), small)[2] + 0.4 * unit
        grid = comb_grid((x, y), int(rng.integers(1, 13)), size)
        draw_comb(scene.rules, grid, thickness, rng)
        _fill_comb(writer, printer, grid, unit)
        if below:
            for column in range(grid.shape[1]):
                low = grid.cell(0, column)
                printer.centered(printer.character(), (low[0], low[3], low[2], low[3] + 1.6 * small), small)
        y += size[1] + unit * rng.uniform(0.2, 4)
        if rng.random() < 0.25:
            printer.block((left, y, right, y + 5 * small), small)
            y += 5.5 * small


def _fill_comb(writer: Writer, printer: Printer, grid: Grid, unit: float) -> None:
    rng = writer.rng
    kind = rng.choice(["pen", "print", "empty"], p=[0.8, 0.1, 0.1])
    aside = rng.uniform(0, 0.3)
    for column in range(grid.shape[1]):
        box = grid.cell(0, column)
        left, top, right, bottom = box
        if kind == "empty" or rng.random() < 0.12:
            continue
        if kind == "print":
            printer.centered(printer.character(), box, unit * 0.9)
        elif rng.random() < 0.05:
            writer.strike(box, unit)
        else:
            high = unit * rng.uniform(0.85, 1.1)
            sign = random_digits(1, rng) if rng.random() < 0.9 else printer.character()
            x = left + 0.5 * (right - left) - 0.3 * unit + rng.normal(0, aside) * unit * 0.6
            foot = bottom - (bottom - top - high) * rng.uniform(0.2, 0.8)
            writer.number(sign if sign.isascii() else "1", (x, foot + rng.normal(0, 0.05) * unit), high)


def form(scene: Scene) -> None:
    """Printed labels with lines to write on, ticks, a signature, a stamp, a code."""
    rng, unit = scene.rng, scene.unit
    left, top, right, bottom = scene.canvas.sheet
    writer, printer = scene.writer(), scene.printer()
    size = unit * rng.uniform(0.35, 1.1)
    y = top + unit * rng.uniform(0.5, 2)
    width = float(np.clip(scene.line_width() * 0.6, 1, 8))
    while y < bottom:
        x = left + rng.uniform(0.1, 2) * unit
        x = printer.text(printer.words(int(rng.integers(1, 5))), (x, y - 1.1 * size), size)[2] + 0.3 * unit
        end = min(right, x + unit * rng.uniform(3, 12))
        if rng.random() < 0.7:
            line(scene.rules, (x, y), (end, y), width, str(rng.choice(["line", "dots", "dashes"], p=[0.55, 0.35, 0.1])))
        elif rng.random() < 0.5:
            scene.rules.frame((x, y - 1.3 * unit, end, y + 0.2 * unit), width)
        chance = rng.random()
        if chance < 0.65:
            write_something(scene, writer, (x + 0.3 * unit, y - rng.uniform(0, 0.15) * unit), 0.45)
        elif chance < 0.75:
            writer.signature((x, y - unit, x + 5 * unit, y + 0.5 * unit), unit)
        elif chance < 0.85:
            _tick_boxes(scene, writer, printer, (x, y - 0.9 * size), size)
        y += unit * rng.uniform(1.4, 3.5)
    adorn(scene)


def _tick_boxes(scene: Scene, writer: Writer, printer: Printer, at: tuple[float, float], size: float) -> None:
    """Boxes or rings in a row to be ticked, some with print in or beside them; or strokes to count by."""
    rng = scene.rng
    width, is_round = max(1.0, 0.5 * scene.line_width()), rng.random() < 0.4
    if rng.random() < 0.25:
        writer.tally((at[0], at[1], at[0] + rng.uniform(1, 6) * size, at[1] + 1.2 * size), size)
        return
    for left in at[0] + size * np.arange(rng.integers(2, 10)) * rng.uniform(1.3, 3):
        box = (left, at[1], left + size, at[1] + size)
        if is_round:
            scene.rules.pen.ellipse(box, outline=255, width=round(width))
        else:
            scene.rules.frame(box, width)
        if rng.random() < 0.4:
            printer.centered(printer.character(), box, 0.6 * size)
        if rng.random() < 0.35:
            writer.tally(box, 0.7 * size)


def page_of_print(scene: Scene) -> None:
    """Blocks of print in one or two sizes, in columns, with a number by hand or a row of boxes here and there."""
    rng, unit = scene.rng, scene.unit
    left, top, right, bottom = scene.canvas.sheet
    size = unit * rng.uniform(0.3, 1.0)
    columns = int(rng.choice([1, 2, 3]))
    wide = (right - left) / columns
    for column in range(columns):
        x, y = left + column * wide + 0.3 * size, top + rng.uniform(0, 2) * unit
        while y < bottom:
            printer = scene.printer()
            if rng.random() < 0.25:
                printer.text(printer.words(2), (x, y), size * rng.uniform(1.2, 2.2))
                y += 2.6 * size
            high = size * rng.uniform(2, 14)
            printer.block((x, y, x + wide * 0.94, min(bottom, y + high)), size * rng.uniform(0.8, 1.2))
            y += high + size
            if rng.random() < 0.25:
                grid = comb_grid((x, y), int(rng.integers(3, 10)), (1.2 * unit, 1.4 * unit))
                draw_comb(scene.rules, grid, scene.line_width(), rng)
                _fill_comb(scene.writer(), printer, grid, unit)
                y += 1.8 * unit
            elif rng.random() < 0.25:
                write_something(scene, scene.writer(), (x + unit, y + unit), 0.4)
                y += 1.5 * unit
    if rng.random() < 0.4:
        adorn(scene)
