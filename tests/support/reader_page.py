"""The public module in a page of its own, without the page's drawing pad."""

from __future__ import annotations

import base64
from typing import Any

import numpy as np
from playwright.sync_api import Page

PACK = """(values) => {
    let text = '';
    for (const byte of new Uint8Array(values.buffer)) text += String.fromCharCode(byte);
    return btoa(text);
}"""
UNPACK = "(text) => new Float32Array(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer)"


class ReaderPage:
    """A reader that was loaded in `page`, called from Python."""

    def __init__(self, page: Page, site: str, backend: str = "auto") -> None:
        self.page = page
        page.goto(f"{site}404.html")  # a page of the site without a script of its own
        self.info = page.evaluate(
            """async (backend) => {
                const { load } = await import('./inkdigit.js');
                globalThis.reader = await load({ backend });
                return reader.info;
            }""",
            backend,
        )

    def read_ink(self, strokes: list) -> dict[str, Any]:
        """The reading of strokes of [x, y] points."""
        return self.page.evaluate("(ink) => reader.readInk(ink)", to_ink(strokes))

    def read_texts(self, inks: list[list]) -> list[str]:
        """The text of each of many inks."""
        return self.page.evaluate(
            """async (inks) => {
                const texts = [];
                for (const ink of inks) texts.push((await reader.readInk(ink)).text);
                return texts;
            }""",
            [to_ink(ink) for ink in inks],
        )

    def read_file(self, content: bytes, kind: str = "") -> dict[str, Any]:
        """The reading of a picture file."""
        return self.page.evaluate(
            """([text, type]) => {
                const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
                return reader.readImage(new Blob([bytes], { type }));
            }""",
            [base64.b64encode(content).decode(), kind],
        )

    def classify(self, images: np.ndarray) -> np.ndarray:
        """[n, 11] probabilities of [n, 28, 28] images of 0..1."""
        packed = base64.b64encode(images.astype("<f4").tobytes()).decode()
        text = self.page.evaluate(f"async (text) => ({PACK})(await reader.classify(({UNPACK})(text)))", packed)
        return np.frombuffer(base64.b64decode(text), "<f4").reshape(-1, 11)


def to_ink(strokes: list) -> list[list[dict[str, float]]]:
    """Strokes as the public module takes them."""
    return [[{"x": float(x), "y": float(y)} for x, y in stroke] for stroke in strokes]
