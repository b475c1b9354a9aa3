"""Reads strokes of one's own from JSON lines, row by row."""

from __future__ import annotations

import base64
import json
import zlib
from pathlib import Path
from typing import Any

import numpy as np

from training.data.datasets import PenDigit
from training.data.own.files import LABELS, BadRowError, Rows, short, text_of
from training.ink import SIZE

NO_WRITER = -1
"""The writer's number of ink that somebody unknown wrote."""

FARTHEST = 1e9
"""No coordinate of a drawing is farther from 0; this leaves enough digits to tell its points apart."""


def read_strokes(path: Path) -> Rows:
    """JSON lines: {"strokes": [[{"x", "y"} or [x, y], ...], ...], "label": "0" to "9", "?" or null, "writer"?}.

    Of a digit of a picture the page's hands have "image" in place of strokes: its 784 bytes, 255 = ink, in base64.
    """
    rows = Rows()
    for number, line in enumerate(text_of(path).split("\n"), start=1):
        if line.strip():
            try:
                _take(line, rows)
            except BadRowError as problem:
                rows.bad.append(f"line {number}: {problem}")
    return rows


def _take(line: str, rows: Rows) -> None:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as problem:
        raise BadRowError(f"it is not JSON: {problem}") from problem
    if isinstance(row, dict) and "image" in row and not row.get("strokes"):
        rows.add_image(_image(row["image"]), _label(row.get("label")))
    else:
        rows.pen.append(_pen_digit(row))


def _image(text: Any) -> np.ndarray:
    try:
        pixels = np.frombuffer(base64.b64decode(text, validate=True), np.uint8)
    except (ValueError, TypeError) as problem:
        raise BadRowError(f"its image is not base64: {problem}") from problem
    if len(pixels) != SIZE * SIZE:
        raise BadRowError(f"its image has {len(pixels)} bytes, not {SIZE * SIZE}")
    return pixels.reshape(SIZE, SIZE)


def _label(given: Any) -> int:
    label = LABELS.get("?" if given is None else str(given))
    if label is None:
        raise BadRowError(f'the label is {short(given)}, not "0" to "9", "?" or null')
    return label


def _pen_digit(row: Any) -> PenDigit:
    if not isinstance(row, dict) or not isinstance(row.get("strokes"), list) or "label" not in row:
        raise BadRowError('it is not an object with "strokes", which is a list, and "label"')
    strokes = [_stroke(stroke) for stroke in row["strokes"] if stroke != []]
    if not strokes:
        raise BadRowError("its strokes have no points")
    return PenDigit(strokes, _label(row["label"]), _writer(row.get("writer")))


def _stroke(points: Any) -> np.ndarray:
    """[n, 2] float64 from a list of {"x", "y"} or [x, y], either with more that is not needed, such as a time."""
    if not isinstance(points, list):
        raise BadRowError("a stroke is not a list of points")
    pairs = [[point.get("x"), point.get("y")] if isinstance(point, dict) else point for point in points]
    for pair, point in zip(pairs, points, strict=True):
        if not (isinstance(pair, list) and len(pair) >= 2 and all(map(_is_coordinate, pair[:2]))):
            raise BadRowError(f'the point {short(point)} is neither {{"x": number, "y": number}} nor [number, number]')
    return np.array([pair[:2] for pair in pairs], np.float64)


def _is_coordinate(value: Any) -> bool:
    # True and False are ints to Python, and NaN is no farther than anything.
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= FARTHEST


def _writer(name: Any) -> int:
    """A number that is the same wherever the same name is given."""
    if name is None:
        return NO_WRITER
    if not isinstance(name, str | int):
        raise BadRowError(f"the writer is {short(name)}, not a name or a number")
    return zlib.crc32(str(name).encode("utf-8", "replace"))
