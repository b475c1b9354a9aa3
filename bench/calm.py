"""How often the answer changes while a number is written: real people's ink, at the pace of a hand."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from playwright.sync_api import Browser, expect

from tests.support.hand import Stroke
from tests.support.slow_hand import watch_answer, watched, write_slowly
from training.data.held_out import split_unipen
from training.data.unipen import Written, load_unipen
from training.ink import Ink

NUMBER = "20475"
PEOPLE = 5
SECONDS = 12.0

REST = 2500
"""Milliseconds after the last stroke in which the answer is still watched."""

HEIGHT, GAP = 0.2, 0.06
"""Of a digit, and between two, in sides of the pad."""


def measure_calm(browser: Browser, site: str) -> Iterator[str]:
    """A line a person, the first of each place whose digits nobody trained on. Raises DataError without data."""
    for name, inks in people():
        page = browser.new_page(viewport={"width": 390, "height": 844})
        page.goto(site)
        expect(page.locator("html")).to_have_attribute("data-reader", "ready")
        watch_answer(page)
        write_slowly(page, place(inks), SECONDS)
        page.wait_for_timeout(REST)
        seen = watched(page)
        read = page.locator("#answer").inner_text()
        yield f"{name}: {len(seen.texts):3} changes, {seen.flips:2} flips, {seen.moved:2} moved; read {read}"
        page.close()


def people() -> list[tuple[str, list[Ink]]]:
    """Who wrote each digit of the number, and the first of each that they wrote."""
    _, held_out = split_unipen(load_unipen("digits"))
    digits: dict[str, dict[str, dict[str, Written]]] = {}
    for each in held_out:
        digits.setdefault(each.site, {}).setdefault(each.writer, {}).setdefault(each.label, each)
    found = []
    for site, writers in sorted(digits.items()):
        able = [writer for writer in sorted(writers) if set(NUMBER) <= set(writers[writer])]
        if able:
            found.append((f"{site} {able[0]}", [writers[able[0]][sign].ink for sign in NUMBER]))
    return found[:PEOPLE]


def place(inks: list[Ink]) -> list[list[Stroke]]:
    """Digits side by side, all of one height, as strokes in sides of the pad."""
    left, placed = 0.05, []
    for ink in inks:
        points = np.concatenate(ink)
        low, high = points.min(0), points.max(0)
        scale = HEIGHT / max(high[1] - low[1], (high[0] - low[0]) / 2, 1e-9)
        moved = [(stroke - low) * scale + (left, 0.4) for stroke in ink]
        placed.append([[(float(x), float(y)) for x, y in stroke] for stroke in moved])
        left = max(x for stroke in placed[-1] for x, _ in stroke) + GAP
    shrink = min(1, 1 / left)
    return [[[(x * shrink, y * shrink) for x, y in stroke] for stroke in strokes] for strokes in placed]
