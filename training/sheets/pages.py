"""Sheets that are written on as one likes: pages of lines, columns, single numbers."""

from __future__ import annotations

import numpy as np

from training.sheets.canvas import BEYOND, RULE
from training.sheets.ruling import rule_paper
from training.sheets.scene import Scene, adorn, shine_through, write_something
from training.sheets.writing import random_digits, random_number


def lines(scene: Scene) -> None:
    """Numbers and words on lines of plain, ruled, squared or dotted paper."""
    rng, unit = scene.rng, scene.unit
    left, top, right, bottom = scene.canvas.sheet
    pitch = unit * rng.uniform(1.25, 2.4)
    feet = np.arange(top + unit * rng.uniform(1.1, 2), bottom, pitch)
    if rng.random() < 0.65:
        width = float(np.clip(unit * rng.uniform(0.01, 0.06), 1, 6))
        feet = rule_paper(scene.rules, scene.canvas.sheet, pitch, width, rng)
        if rng.random() < 0.4:
            margin = left + rng.uniform(0.05, 0.35) * (right - left)
            look = scene.looks.rule if rng.random() < 0.5 else scene.looks.stamp
            for x in (margin, margin + 0.2 * unit)[: int(rng.integers(1, 3))]:
                scene.canvas.layer(RULE, look).straight((x, top), (x, bottom), width)
    if rng.random() < 0.08:
        shine_through(scene)
    writer = scene.writer()
    words, empty = rng.uniform(0, 0.6), rng.uniform(0, 0.4)
    for foot in feet:
        if rng.random() < empty:
            continue
        x = left + unit * rng.uniform(0.2, 3)
        while x < right - unit:
            write_something(scene, writer, (x, foot - rng.uniform(-0.05, 0.15) * unit), words)
            x += unit * rng.uniform(1.5, 6)
            if rng.random() < 0.3:
                break


def single(scene: Scene) -> None:
    """One number, or a few, in the middle of plain paper; some in a frame that is cut close."""
    rng, unit = scene.rng, scene.unit
    left, top, right, bottom = scene.canvas.sheet
    middle = ((left + right) / 2, (top + bottom) / 2)
    writer = scene.writer()
    for _ in range(int(rng.choice([1, 1, 2]))):
        text = random_number(rng)
        x = middle[0] - 0.35 * unit * len(text) + rng.normal(0, 0.3) * unit
        box = writer.number(text, (x, middle[1] + unit * rng.uniform(0, 1)), unit)
        if rng.random() < 0.35:
            gap = unit * rng.uniform(0.05, 0.6)
            frame = (box[0] - gap, box[1] - gap, box[2] + gap, box[3] + gap)
            scene.rules.frame(frame, scene.line_width() * rng.uniform(0.8, 2))
        middle = (middle[0] + rng.normal(0, 2) * unit, middle[1] + 2 * unit)


def cell(scene: Scene) -> None:
    """A number that was cut out of its box, with what is left of the frame near the picture's edges."""
    rng = scene.rng
    size, seen = scene.canvas.size, scene.canvas.size / BEYOND
    low, high = (size - seen) / 2, (size + seen) / 2
    unit = scene.canvas.unit = seen * rng.uniform(0.25, 0.75)
    width = float(np.exp(rng.uniform(np.log(2), np.log(0.06 * seen))))
    for side in range(4):
        if rng.random() < 0.35:
            continue
        at = (low if side < 2 else high) + (1 if side < 2 else -1) * seen * rng.uniform(-0.02, 0.14)
        start, end = ((0.0, at), (size, at)) if side % 2 else ((at, 0.0), (at, size))
        scene.rules.straight(start, end, width)
    foot = (low + high + unit) / 2 + rng.normal(0, 0.08) * seen
    scene.writer().number(random_number(rng), (low + seen * rng.uniform(-0.3, 0.4), foot), unit)


def column(scene: Scene) -> None:
    """A column of numbers on ruled lines, with strokes by a ruler to fill the rest, or a sum under a line."""
    rng, unit = scene.rng, scene.unit
    left, top, right, bottom = scene.canvas.sheet
    pitch = unit * rng.uniform(1.05, 1.9)
    writer = scene.writer()
    end = left + (right - left) * rng.uniform(0.4, 0.95)
    width, strokes = scene.line_width(), rng.random() < 0.6
    frame = rng.random() < 0.6
    rule_look = scene.looks.pen if rng.random() < 0.6 else scene.looks.rule
    count = int(rng.integers(2, 5))
    for foot in np.arange(top + unit * rng.uniform(0.8, 2), bottom + unit, pitch):
        if frame:
            scene.rules.straight((left, foot + 0.12 * unit), (end, foot + 0.12 * unit), width)
        start = end - unit * (0.75 * count + rng.uniform(0.1, 0.6))
        if rng.random() < 0.75:
            text = random_digits(count, rng)
            start = writer.number(text, (start, foot - rng.uniform(0, 0.1) * unit), unit)[0]
        if strokes and rng.random() < 0.8:
            middle = foot - rng.uniform(0.05, 0.6) * unit
            thick = max(1.3, writer.pen.width * unit * rng.uniform(0.6, 1.1))
            far = start - rng.uniform(-0.15, 0.4) * unit if rng.random() < 0.8 else end
            layer = scene.canvas.layer(RULE, rule_look)
            layer.straight((left, middle + rng.normal(0, 0.1) * unit), (far, middle), thick)
        elif rng.random() < 0.12:
            scene.canvas.layer(RULE, rule_look).straight((start, foot + 0.2 * unit), (end, foot + 0.2 * unit), width)
    if frame:
        scene.rules.straight((end, top), (end, bottom), width * rng.uniform(0.8, 1.5))


def bare(scene: Scene) -> None:
    """Nothing, or only rules or a picture, or print that shines through from the back."""
    if scene.rng.random() < 0.4:
        shine_through(scene)
    if scene.rng.random() < 0.4:
        rule_paper(scene.rules, scene.canvas.sheet, scene.unit * 1.6, scene.line_width(), scene.rng)
    if scene.rng.random() < 0.4:
        adorn(scene)
