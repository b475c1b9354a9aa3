"""Ten digits as a hand might write them, and a mouse that writes them on the pad.

They were written down once, by looking at how people write, and not changed by what the reader made of them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from playwright.sync_api import Locator, Page

Point = tuple[float, float]
Stroke = list[Point]


@dataclass(frozen=True)
class Place:
    """Where on the pad a digit is written, its left upper corner, and its height; in sides of the pad, the shorter."""

    left: float
    top: float
    size: float


MIDDLE = Place(0.2, 0.2, 0.6)
LINE = Place(0.06, 0.35, 0.26)
CORNER = Place(0.9, 0.03, 0.08)


def arc(center: Point, radii: Point, start: float, end: float) -> Stroke:
    """Follow an ellipse; 0 degrees is to the right, 90 is down, as the screen has it."""
    steps = max(4, round(abs(end - start) / 15))
    angles = [math.radians(start + (end - start) * step / steps) for step in range(steps + 1)]
    return [(center[0] + radii[0] * math.cos(angle), center[1] + radii[1] * math.sin(angle)) for angle in angles]


# In a box of height 1, y down.
DIGITS: dict[int, list[Stroke]] = {
    0: [arc((0.5, 0.5), (0.32, 0.49), -75, -440)],
    1: [[(0.36, 0.2), (0.44, 0.13), (0.52, 0.02), (0.51, 0.3), (0.5, 0.6), (0.49, 0.98)]],
    2: [[*arc((0.48, 0.28), (0.29, 0.27), -170, 30), (0.6, 0.58), (0.4, 0.78), (0.2, 0.96), (0.5, 0.94), (0.84, 0.95)]],
    3: [[*arc((0.46, 0.26), (0.28, 0.25), -150, 80), *arc((0.46, 0.74), (0.33, 0.25), -85, 145)]],
    4: [[(0.5, 0.03), (0.36, 0.3), (0.17, 0.62), (0.5, 0.61), (0.86, 0.6)], [(0.66, 0.36), (0.64, 0.66), (0.61, 0.99)]],
    5: [
        [(0.32, 0.05), (0.28, 0.25), (0.25, 0.46), *arc((0.44, 0.68), (0.33, 0.29), -115, 140)],
        [(0.31, 0.05), (0.78, 0.03)],
    ],
    6: [[(0.66, 0.02), (0.46, 0.2), (0.31, 0.45), *arc((0.48, 0.71), (0.25, 0.26), -170, -520)]],
    7: [[(0.2, 0.07), (0.5, 0.08), (0.81, 0.05), (0.66, 0.32), (0.52, 0.62), (0.42, 0.98)]],
    8: [
        [
            *arc((0.5, 0.26), (0.24, 0.24), -50, -265),
            *arc((0.5, 0.75), (0.28, 0.24), -90, 255),
            (0.65, 0.38),
            (0.72, 0.22),
            (0.65, 0.08),
        ]
    ],
    9: [[*arc((0.48, 0.29), (0.25, 0.26), -20, -375), (0.71, 0.55), (0.68, 0.8), (0.64, 0.99)]],
}

LIKE_BOTH = [[(0.36, 0.16), (0.62, 0.08), (0.6, 0.5), (0.56, 0.96)]]
"""A stroke down with a flag, which is some people's 1, and which the network takes for a 7."""

# Of its height: from the left edge of one digit to that of the next, where they stand side by side and do not touch.
PITCH = 0.85

# A scrawl to and fro, which nobody could take for a digit.
SCRIBBLE: list[Stroke] = [[(0.05 + 0.9 * (step % 2), 0.1 + 0.1 * step) for step in range(9)]]


def on_pad(stroke: Stroke, place: Place) -> Stroke:
    """Move a stroke from its own box to a place on the pad."""
    return [(place.left + place.size * x, place.top + place.size * y) for x, y in stroke]


def place_in_line(index: int, line: Place = LINE) -> Place:
    """Where in a line of digits that many digits from the left one stands."""
    return Place(line.left + index * PITCH * line.size, line.top, line.size)


class Pad:
    """The pad on the page, and a mouse over it. Coordinates are in sides of the pad, a side being the shorter one."""

    def __init__(self, page: Page, element: Locator | None = None) -> None:
        self._page = page
        self.element = element or page.locator("#pad")

    def at(self, point: Point) -> Point:
        """Return the place of a point in the window."""
        left, top, side = self._square()
        return left + side * point[0], top + side * point[1]

    def point_at(self, place: Point) -> Point:
        """Return the point that lies at a place in the window."""
        left, top, side = self._square()
        return (place[0] - left) / side, (place[1] - top) / side

    def _square(self) -> tuple[float, float, float]:
        box = self.element.bounding_box()
        assert box
        return box["x"], box["y"], min(box["width"], box["height"])

    def follow(self, stroke: Stroke) -> Iterator[Point]:
        """Press the mouse, and move it one point at a time; the caller decides when to go on and how to end."""
        mouse = self._page.mouse
        left, top, side = self._square()  # nothing moves while a hand writes
        for index, point in enumerate(stroke):
            mouse.move(left + side * point[0], top + side * point[1])
            if index == 0:
                mouse.down()
            yield point

    def draw(self, strokes: list[Stroke], place: Place = MIDDLE) -> None:
        """Write strokes with the mouse."""
        for stroke in strokes:
            for _ in self.follow(on_pad(stroke, place)):
                pass
            self._page.mouse.up()

    def write(self, text: str, line: Place = LINE, after: int = 0) -> None:
        """Write a number's digits with the mouse, from left to right, after so many that are there."""
        for index, digit in enumerate(text):
            self.draw(DIGITS[int(digit)], place_in_line(after + index, line))

    def ink(self) -> int:
        """Count the painted pixels, once the newest stroke is among them."""
        return self.element.evaluate(
            """async (pad) => {
                await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
                const { data } = pad.getContext('2d').getImageData(0, 0, pad.width, pad.height);
                return data.filter((value, index) => index % 4 === 3 && value > 0).length;
            }"""
        )


def draw_one(page: Page) -> None:
    """Draw a 1 as everyone writes it: a line down the middle of the pad."""
    box = page.locator("#pad").bounding_box()
    assert box
    middle = box["x"] + box["width"] / 2
    page.mouse.move(middle, box["y"] + box["height"] * 0.2)
    page.mouse.down()
    page.mouse.move(middle, box["y"] + box["height"] * 0.8, steps=12)
    page.mouse.up()
