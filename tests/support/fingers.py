"""Fingers and a pen on the pad, as the browser itself gets them from a touch screen."""

from __future__ import annotations

import time
from collections.abc import Sequence

from playwright.sync_api import Page

from tests.support.hand import MIDDLE, Pad, Place, Point, Stroke, on_pad


class Fingers:
    """A touch screen. Coordinates are in sides of the pad, a side being the shorter one."""

    def __init__(self, page: Page, pad: Pad) -> None:
        self._devtools = page.context.new_cdp_session(page)
        self._pad = pad
        self.time: float | None = None
        """When they touch, in seconds since 1970, however long the test takes; None is now."""
        self.radius = 1.0
        """Of what touches, in pixels of the window."""

    def _send(self, kind: str, points: Sequence[Point]) -> None:
        places = [self._pad.at(point) for point in points]
        size = {"radiusX": self.radius, "radiusY": self.radius}
        touches = [{"x": x, "y": y, "id": index, **size} for index, (x, y) in enumerate(places)]
        event = {"type": kind, "touchPoints": touches, "timestamp": self.time or time.time()}
        self._devtools.send("Input.dispatchTouchEvent", event)

    def put_down(self, *points: Point) -> None:
        """Put fingers down, the first of which may already be there."""
        self._send("touchStart", points)

    def move(self, *points: Point) -> None:
        """Move the fingers; those that are not named any more are lifted."""
        self._send("touchMove", points)

    def lift(self) -> None:
        """Lift every finger."""
        self._send("touchEnd", [])

    def cancel(self) -> None:
        """Let the system take the fingers for a gesture of its own."""
        self._send("touchCancel", [])

    def draw(self, strokes: list[Stroke], place: Place = MIDDLE) -> None:
        """Write strokes with one finger."""
        for stroke in strokes:
            first, *rest = on_pad(stroke, place)
            self.put_down(first)
            for point in rest:
                self.move(point)
            self.lift()


def draw_with_pen(page: Page, pad: Pad, stroke: Stroke, at: float | None = None) -> None:
    """Write one stroke with a pen, all at once where a time is given, in seconds since 1970."""
    devtools = page.context.new_cdp_session(page)
    first, *rest = [pad.at(point) for point in on_pad(stroke, MIDDLE)]
    events = [("mousePressed", first), *(("mouseMoved", place) for place in rest), ("mouseReleased", rest[-1])]
    for kind, (x, y) in events:
        pen = {"type": kind, "x": x, "y": y, "button": "left", "buttons": 1, "clickCount": 1, "pointerType": "pen"}
        devtools.send("Input.dispatchMouseEvent", {**pen, "timestamp": at or time.time()})
