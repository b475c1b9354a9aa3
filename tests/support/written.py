"""Whole numbers, amounts, dates and words, as the strokes of a hand."""

from __future__ import annotations

from tests.support.hand import DIGITS, Stroke
from training.data.signs import LETTERS

# In a box of height 1, y down.
SEPARATORS: dict[str, list[Stroke]] = {
    ".": [[(0.03, 0.95), (0.06, 0.96), (0.04, 0.98)]],
    ",": [[(0.08, 0.9), (0.07, 1.02), (0.0, 1.15)]],
    "-": [[(0.0, 0.53), (0.2, 0.52), (0.42, 0.51)]],
    "/": [[(0.5, -0.05), (0.25, 0.5), (0.0, 1.05)]],
    ":": [[(0.03, 0.3), (0.06, 0.31), (0.04, 0.33)], [(0.03, 0.85), (0.06, 0.86), (0.04, 0.88)]],
}

SPACE = 1.1
"""Between two numbers on a line, in heights of a digit."""

Box = tuple[float, float, float, float]


def write_line(text: str, gap: float = 0.22) -> list[list[Stroke]]:
    """The strokes of each character of a line, its digits 1 high, y down, from x = 0 and y = 0.

    Args:
        text: digits, `SEPARATORS`, letters of `training.data.signs.LETTERS`, and spaces.
        gap: between the boxes of two neighbors, in heights of a digit.
    """
    left, written = 0.0, []
    for character in text:
        if character == " ":
            left += SPACE - gap
            continue
        strokes = _strokes_of(character)
        start = min(x for stroke in strokes for x, _ in stroke)
        written.append([[(x - start + left, y) for x, y in stroke] for stroke in strokes])
        left = max(x for stroke in written[-1] for x, _ in stroke) + gap
    return written


def box_of(strokes: list[Stroke]) -> Box:
    """Left, top, right and bottom of what is written."""
    across = [x for stroke in strokes for x, _ in stroke]
    down = [y for stroke in strokes for _, y in stroke]
    return min(across), min(down), max(across), max(down)


def _strokes_of(character: str) -> list[Stroke]:
    if character.isdigit():
        return DIGITS[int(character)]
    if character in SEPARATORS:
        return SEPARATORS[character]
    return [[(x / 100, y / 100) for x, y in stroke] for stroke in LETTERS[character]]
