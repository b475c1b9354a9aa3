"""What fingers and palms do on a pad besides writing, in scenes that differ by their seed."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from playwright.sync_api import Page, ViewportSize, expect

from tests.support.fingers import Fingers
from tests.support.hand import DIGITS, PITCH, Pad, Place, Point, Stroke, on_pad, place_in_line
from tests.support.page import settle

PHONE: ViewportSize = {"width": 360, "height": 740}

SCENES_EACH = 12

STROKE_LASTS = 0.25
"""Seconds, and as long until the next one begins: so a number is written without haste."""

WRITE = """(strokes) => {
    const pad = document.querySelector('#pad');
    const shared = { bubbles: true, pointerId: 99, pointerType: 'touch', buttons: 1, width: 24, height: 24 };
    for (const points of strokes) points.forEach(([clientX, clientY, time], index) => {
        const kinds = [index === 0 ? 'pointerdown' : 'pointermove', ...(points[index + 1] ? [] : ['pointerup'])];
        for (const kind of kinds) {
            const event = new PointerEvent(kind, { ...shared, clientX, clientY });
            Object.defineProperty(event, 'timeStamp', { value: time - performance.timeOrigin });
            pad.dispatchEvent(event);
        }
    });
}"""

PALM_RADIUS = 65
"""Pixels of the window: the edge of a hand touches along some 20 mm."""


@dataclass
class Scene:
    """A touch screen, and what happens on it; `now` is when, in seconds since 1970."""

    page: Page
    pad: Pad
    random: Random
    now: float = field(default_factory=time.time)

    def __post_init__(self) -> None:
        self.fingers = Fingers(self.page, self.pad)
        box = self.pad.element.bounding_box()
        assert box
        self.side = min(box["width"], box["height"])
        self.width, self.height = box["width"] / self.side, box["height"] / self.side

    def touch(self, stroke: Stroke, lasts: float = STROKE_LASTS, radius: float = 12.0) -> None:
        """Touch along a stroke, and take the finger away."""
        self.fingers.radius = radius
        self.fingers.time = self.now
        self.fingers.put_down(stroke[0])
        for point in stroke[1:]:
            self.fingers.time += lasts / len(stroke)
            self.fingers.move(point)
        self.now += lasts
        self.fingers.time = self.now
        self.fingers.lift()

    def write(self, text: str, line: Place) -> None:
        """Write a number with one finger, handed to the pad at once: what is tried here is what else touches it."""
        strokes = []
        for index, digit in enumerate(text):
            for stroke in DIGITS[int(digit)]:
                points = [self.pad.at(point) for point in on_pad(stroke, place_in_line(index, line))]
                times = [self.now + STROKE_LASTS * step / len(points) for step in range(len(points))]
                strokes.append([[x, y, t * 1000] for (x, y), t in zip(points, times, strict=True)])
                self.now += 2 * STROKE_LASTS
        self.page.evaluate(WRITE, strokes)

    def number(self) -> str:
        """Three to five digits; none like the next, so that a hand does not repeat itself."""
        return "".join(str(digit) for digit in self.random.sample(range(10), self.random.randint(3, 5)))

    def line(self, text: str, lowest: float | None = None) -> Place:
        """Where on the pad a number is written, and how large; its foot is above `lowest`."""
        size = self.random.uniform(0.12, 0.78 / (len(text) * PITCH))
        size = min(size, 0.26)
        # Not up to the edge, where the sheet would make room for more.
        left = self.random.uniform(0.04, 0.84 * self.width - len(text) * PITCH * size)
        top = self.random.uniform(0.04, (lowest or self.height - 0.1) - size)
        return Place(left, top, size)

    def beside(self, text: str, line: Place) -> Point:
        """A point of the pad that is a digit's height away from a number."""
        while True:
            x, y = self.random.uniform(0.02, self.width - 0.02), self.random.uniform(0.02, self.height - 0.02)
            across = max(line.left - x, x - (line.left + len(text) * PITCH * line.size), 0)
            down = max(line.top - y, y - (line.top + line.size), 0)
            if max(across, down) > line.size:
                return x, y


def pinch(scene: Scene) -> tuple[str, str]:
    """Two fingers land one after the other, part or come together, and move, before and after a number is written."""
    scene.pad.element.page.wait_for_load_state("networkidle")
    text = scene.number()
    line = scene.line(text)
    scene.write(text, line)
    scene.now += scene.random.uniform(0.3, 1)
    first = (scene.random.uniform(0.1, 0.5), scene.random.uniform(0.1, 0.9))
    second = (first[0] + scene.random.uniform(0.15, 0.4), first[1] + scene.random.uniform(-0.1, 0.1))
    slip = scene.random.uniform(0, 20) / scene.side
    fingers = scene.fingers
    fingers.time = scene.now
    fingers.put_down(first)
    fingers.time += scene.random.uniform(0.01, 0.15)
    first = (first[0] - slip, first[1])
    fingers.move(first)
    fingers.time += 0.02
    fingers.put_down(first, second)
    for _ in range(3):
        fingers.time += 0.03
        first = (first[0] - scene.random.uniform(-0.02, 0.03), first[1] - 0.02)
        second = (second[0] + scene.random.uniform(-0.02, 0.03), second[1] + 0.01)
        fingers.move(first, second)
    fingers.lift()
    return text, text


def stray_taps(scene: Scene) -> tuple[str, str]:
    """A finger touches the pad beside the digits, once before they are written and once after."""
    text = scene.number()
    line = scene.line(text)
    taps = [scene.beside(text, line) for _ in range(2)]
    slips = [(x + scene.random.uniform(-3, 3) / scene.side, y) for x, y in taps]
    scene.touch([taps[0], slips[0]], lasts=0.08)
    scene.now += scene.random.uniform(0.3, 2)
    scene.write(text, line)
    scene.now += scene.random.uniform(0.3, 2)
    scene.touch([taps[1], slips[1]], lasts=0.08)
    return text, text


def smear(scene: Scene) -> tuple[str, str]:
    """A palm slides over the foot of the pad before or after writing; not every screen tells how wide it is."""
    text = scene.number()
    low = scene.random.uniform(0.86, 0.97) * scene.height
    line = scene.line(text, lowest=low - 0.2)
    left = scene.random.uniform(0.05, 0.5)
    length = scene.random.uniform(0.15, 0.45)
    bend = scene.random.uniform(-0.02, 0.02)
    palm = [(left + length * step / 4, low + bend * (1 - (step / 2 - 1) ** 2)) for step in range(5)]
    radius = scene.random.choice([PALM_RADIUS, 12.0])
    is_before = scene.random.random() < 0.5
    if is_before:
        scene.touch(palm, lasts=0.4, radius=radius)
        scene.now += 0.6
    scene.write(text, line)
    if not is_before:
        scene.now += 0.4
        scene.touch(palm, lasts=0.4, radius=radius)
    return text, text


def point(scene: Scene) -> tuple[str, str]:
    """A decimal point whose finger moves by 3 pixels; whether it is one or a comma is the page's to say."""
    whole, part = scene.number()[:2], scene.number()[:2]
    line = scene.line("".join([whole, part, "0"]))
    scene.write(whole, line)
    dot = (line.left + (2 * PITCH + 0.08) * line.size, line.top + 0.96 * line.size)
    jitter = [(dot[0] + scene.random.uniform(-3, 3) / scene.side, dot[1] + scene.random.uniform(-3, 3) / scene.side)]
    scene.touch([dot, *jitter, dot], lasts=0.12)
    scene.now += STROKE_LASTS
    scene.write(part, Place(line.left + (2 * PITCH + 0.3) * line.size, line.top, line.size))
    return rf"{whole}[.,]{part}", f"{whole}.{part}"


SCENES: dict[str, Callable[[Scene], tuple[str, str]]] = {
    "pinch": pinch,
    "stray taps": stray_taps,
    "palm's smear": smear,
    "point": point,
}
"""Each plays on a blank pad, and gives a pattern of what is right, and its text."""


def play(page: Page, pad: Pad, name: str, seed: int) -> str | None:
    """Play a scene on the open page, and clear the pad; what was read where that is not what was written."""
    scene = Scene(page, pad, Random(f"{name} {seed}"))
    pattern, text = SCENES[name](scene)
    answer = page.locator("#answer")
    settle(page)
    try:
        expect(answer).to_have_text(re.compile(rf"^{pattern}$"))
        wrong = None
    except AssertionError:
        wrong = f"{text} as {answer.inner_text()}"
    page.get_by_role("button", name="Clear").click()
    expect(answer).to_have_text("")
    return wrong
