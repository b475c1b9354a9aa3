"""A reader that answers as a test wants, for what the page does with an answer that no drawing gives reliably."""

from __future__ import annotations

import json

from playwright.sync_api import Page, Route

MODULE = """
export async function load() {
  const probabilities = %s;
  const confidence = Math.max(...probabilities);
  const best = probabilities.indexOf(confidence);
  const digit = best === 10 ? null : best;
  const box = { x: 0, y: 0, width: 1, height: 1 };
  const text = digit === null ? '?' : String(digit);
  const digits = [{ digit, confidence, probabilities, box, image: new Float32Array(784) }];
  const reading = { text, numbers: [{ text, confidence, box, digits }] };
  const readInk = async (ink) => {
    await new Promise((resolve) => setTimeout(resolve, %d));
    return ink.length > 0 ? reading : { text: '', numbers: [] };
  };
  return {
    info: { version: '0.0.0', backend: 'cpu', model: { thresholds: { unsure: 0.7 } } },
    readInk, readImage: async () => reading, close() {},
  };
}
"""


def use_fake_reader(page: Page, shares: dict[int, float], delay_ms: int = 0) -> None:
    """Answer every drawing on the page, once it is opened, with these probabilities; 10 is "not a digit"."""
    module = MODULE % (json.dumps([shares.get(index, 0) for index in range(11)]), delay_ms)

    def answer(route: Route) -> None:
        route.fulfill(body=module, content_type="text/javascript")

    page.route("**/inkdigit.js", answer)
