"""A reader that answers as a test wants, for what the page does with an answer that no drawing gives reliably."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page, Route

UNSURE_BELOW = 0.7

MODULE = """
const reading = %s;
const delay = %d;
for (const { digits } of reading.numbers) {
  for (const digit of digits) digit.image = new Float32Array(784).fill(0.1);
}
const STAGES = ['decode', 'binarize', 'segment', 'read'];
const wait = (signal) => new Promise((resolve, reject) => {
  setTimeout(resolve, delay);
  signal?.addEventListener('abort', () => reject(signal.reason));
});
globalThis.asked = []; // the areas of the pictures that were to be read

export async function load() {
  return {
    info: { version: '0.0.0', backend: 'cpu', model: { thresholds: { unsure: %s } } },
    async readInk(ink) {
      await wait();
      return ink.length > 0 ? reading : { text: '', numbers: [], skipped: [] };
    },
    async readImage(source, { signal, onProgress, area } = {}) {
      asked.push(area ?? null);
      for (const [index, stage] of STAGES.entries()) {
        onProgress?.({ stage, share: index / STAGES.length });
        await wait(signal);
      }
      return reading;
    },
    close() {},
  };
}
"""


def fake_number(
    text: str,
    *,
    confidence: float = 0.99,
    sure: dict[int, float] | None = None,
    place: tuple[float, float] = (0.0, 0.0),
    size: float = 0.1,
    line: int = 0,
    alternatives: dict[str, float] | None = None,
) -> dict[str, Any]:
    """A number as the reader gives it.

    Args:
        text: digits, separators, '?' for ink that is none.
        confidence: of the whole.
        sure: the confidence of the digits at these places of the text, where it is not 0.99.
        place: its left upper corner, in sides of the pad or in pixels of the picture.
        size: the width of a sign; it is twice as high.
        line: of the answer, from 0.
        alternatives: other readings of the whole and their confidence.
    """
    digits: list[dict[str, Any]] = []
    separators: list[dict[str, Any]] = []
    for index, sign in enumerate(text):
        box = {"x": place[0] + index * size, "y": place[1], "width": 0.9 * size, "height": 2 * size}
        own = (sure or {}).get(index, 0.99)
        if sign in "0123456789?":
            best = 10 if sign == "?" else int(sign)
            shares = [own if place == best else (1 - own) / 10 for place in range(11)]
            digit = None if sign == "?" else best
            digits.append({"digit": digit, "confidence": own, "probabilities": shares, "box": box})
        else:
            separators.append({"text": sign, "after": len(digits), "confidence": own, "box": box})
    box = {"x": place[0], "y": place[1], "width": len(text) * size, "height": 2 * size}
    others = [{"text": other, "confidence": share} for other, share in (alternatives or {}).items()]
    number = {"text": text, "confidence": confidence, "box": box, "line": line}
    return {**number, "digits": digits, "separators": separators, "alternatives": others}


def use_fake_numbers(
    page: Page, numbers: list[dict[str, Any]], *, skipped: list[dict[str, float]] | None = None, delay_ms: int = 0
) -> None:
    """Answer every drawing and picture on the page, once it is opened, with these numbers; skipped are boxes."""
    lines: dict[int, list[str]] = {}
    for number in numbers:
        lines.setdefault(number["line"], []).append(number["text"])
    text = "\n".join(" ".join(texts) for texts in lines.values())
    reading = {"text": text, "numbers": numbers, "skipped": [{"box": box} for box in skipped or []]}
    module = MODULE % (json.dumps(reading), delay_ms, UNSURE_BELOW)

    def answer(route: Route) -> None:
        route.fulfill(body=module, content_type="text/javascript")

    page.route("**/inkdigit.js", answer)


def use_fake_reader(page: Page, shares: dict[int, float], delay_ms: int = 0) -> None:
    """Answer every drawing on the page, once it is opened, with one digit of these probabilities; 10 is none."""
    best = max(shares, key=lambda index: shares[index])
    number = fake_number("?" if best == 10 else str(best), confidence=shares[best], size=0.4)
    number["digits"][0]["confidence"] = shares[best]
    number["digits"][0]["probabilities"] = [shares.get(index, 0) for index in range(11)]
    use_fake_numbers(page, [number], delay_ms=delay_ms)
