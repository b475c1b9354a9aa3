"""A hand that writes as slowly as people do, and what the answer does meanwhile."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from playwright.sync_api import Page

from tests.support.hand import Pad, Stroke

Wait = Callable[[float], None]

BETWEEN_STROKES, BETWEEN_SIGNS = 0.25, 0.6
"""Seconds in the air: within a sign, and from one to the next."""

STEP = 0.03
"""Seconds between two moves of the pointer."""

WATCH = """() => {
    const box = document.querySelector('#answer-box');
    const places = () => [...box.querySelectorAll('.answer-part')].map((part) => {
        const { x, y } = part.getBoundingClientRect();
        return { sign: part.textContent, isSure: part.dataset.mark === 'sure', x, y };
    });
    const look = () => ({
        text: ['#answer', '.answer-words'].map((part) => box.querySelector(part).textContent.trim()).join(' | '),
        kind: box.dataset.kind,
        places: places(),
    });
    let last = look();
    let sureness = null;
    globalThis.calm = { texts: [], flips: 0, moved: 0 };
    new MutationObserver(() => {
        const now = look();
        if (now.text !== last.text) calm.texts.push(now.text);
        if (now.kind === 'sure' || now.kind === 'unsure') {
            if (sureness && sureness !== now.kind) calm.flips += 1;
            sureness = now.kind;
        }
        last.places.forEach((before, place) => {
            const after = now.places[place];
            if (!before.isSure || after?.sign !== before.sign) return;
            if (Math.hypot(after.x - before.x, after.y - before.y) > 1) calm.moved += 1;
        });
        last = now;
    }).observe(box, { subtree: true, childList: true, characterData: true, attributes: true });
}"""


@dataclass(frozen=True)
class Watched:
    """What the answer did: its `texts` one after another, words included, how often it turned from sure to unsure or
    back, and how often a sign that was sure and stayed the same moved.
    """

    texts: list[str]
    flips: int
    moved: int


def watch_answer(page: Page) -> None:
    """Note from now on what the answer does."""
    page.evaluate(WATCH)


def watched(page: Page) -> Watched:
    return Watched(**page.evaluate("calm"))


def write_slowly(page: Page, signs: Sequence[Sequence[Stroke]], seconds: float, wait: Wait | None = None) -> None:
    """Write the strokes of each sign, in sides of the pad, at an even speed; all of it takes so many seconds.

    Args:
        wait: lets so many seconds pass; by default they pass by themselves, and a machine that does not keep up takes
            longer: no move is left out.
    """
    pad, wait = Pad(page), wait or in_real_time()
    in_air = BETWEEN_SIGNS * (len(signs) - 1) + BETWEEN_STROKES * sum(len(strokes) - 1 for strokes in signs)
    speed = sum(_length(stroke) for strokes in signs for stroke in strokes) / (seconds - in_air)
    for place, strokes in enumerate(signs):
        if place > 0:
            wait(BETWEEN_SIGNS)
        for number, stroke in enumerate(strokes):
            if number > 0:
                wait(BETWEEN_STROKES)
            page.mouse.move(*pad.at(stroke[0]))
            page.mouse.down()
            steps = math.ceil(_length(stroke) / (speed * STEP))
            for step in range(1, steps + 1):
                wait(STEP)
                page.mouse.move(*pad.at(_at(stroke, step * speed * STEP)))
            page.mouse.up()


def in_real_time() -> Wait:
    """Time that passes by itself: what was lost is caught up."""
    due = time.monotonic()

    def wait(seconds: float) -> None:
        nonlocal due
        due += seconds
        time.sleep(max(0, due - time.monotonic()))

    return wait


def _length(stroke: Stroke) -> float:
    """How far the pen goes; a dot is not drawn in no time."""
    return max(0.01, sum(math.dist(one, other) for one, other in pairwise(stroke)))


def _at(stroke: Stroke, gone: float) -> tuple[float, float]:
    """The point so far along a stroke."""
    for one, other in pairwise(stroke):
        step = math.dist(one, other)
        if step > gone:
            return one[0] + (other[0] - one[0]) * gone / step, one[1] + (other[1] - one[1]) * gone / step
        gone -= step
    return stroke[-1]
