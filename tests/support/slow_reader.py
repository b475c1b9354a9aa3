"""A reader that reads a picture's name: what it says, how sure it is, and when it goes on are up to the test."""

from __future__ import annotations

import json

from playwright.sync_api import FilePayload, Page, Route

from tests.support.paper import draw_picture, encode

MODULE = """
globalThis.started = [];
globalThis.isHeld = %s;
const turn = () => new Promise((resolve) => {
  globalThis.goOn = resolve;
  if (!globalThis.isHeld) setTimeout(resolve);
});
export async function load() {
  return {
    info: { version: '0.0.0', backend: 'cpu', model: { thresholds: { unsure: 0.7 } } },
    readInk: async () => ({ text: '', numbers: [], skipped: [] }),
    async readImage(blob, { signal, onProgress } = {}) {
      started.push(blob.name);
      for (const share of [0, 0.5]) {
        onProgress?.({ stage: 'read', share });
        await turn();
        signal?.throwIfAborted();
      }
      const [, text, percent] = /^(.*?)(?: (\\d+)%%)?\\.png$/.exec(blob.name);
      if (text.startsWith('broken')) throw new Error('This file is broken: choose another one.');
      const confidence = Number(percent ?? 99) / 100;
      const box = { x: 100, y: 125, width: 200, height: 250 };
      const numbers = text === 'blank' ? [] : [{ text, confidence, box, line: 0, digits: [], separators: [],
        alternatives: [] }];
      return { text: text === 'blank' ? '' : text.replace('_', '\\n').replace(';', '/'), numbers, skipped: [] };
    },
    close() {},
  };
}
"""


def use_slow_reader(page: Page, *, is_held: bool = False) -> None:
    """Read every picture, once the page is opened, as its name says: `2047 50%.png` is 2047, half sure.

    A held reader waits twice in each picture, having told that it has read none and half of it, for `go_on`.

    `_` in a name is a line break, `;` a slash; `blank` has no number, and what begins with `broken` cannot be read.
    """

    def answer(route: Route) -> None:
        route.fulfill(body=MODULE % json.dumps(is_held), content_type="text/javascript")

    # Its service worker would bring the real reader at a reload.
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    page.route("**/inkdigit.js", answer)


def go_on(page: Page) -> None:
    """Let a held reader go on to its next halt."""
    page.evaluate("goOn()")


def let_go(page: Page) -> None:
    """Hold the reader no longer."""
    page.evaluate("isHeld = false; goOn()")


def named(*names: str) -> list[FilePayload]:
    """Pictures with a stroke on them, by their names without `.png`."""
    picture = encode(draw_picture([[(20, 20), (80, 80)]]))
    return [{"name": f"{name}.png", "mimeType": "image/png", "buffer": picture} for name in names]
