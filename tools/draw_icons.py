"""Draws the PNG icons in web/public/ from icon.svg, after a change of it: python -m tools.draw_icons."""

from __future__ import annotations

import io
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.support.browser import launch

PUBLIC = Path(__file__).resolve().parent.parent / "web" / "public"
# Name, side in pixels, how large the drawing is in it. Where the system cuts the shape itself, the paper fills the
# square, and a maskable icon keeps its digit within the middle 80 % that every mask leaves.
ICONS = (
    ("icon-192.png", 192, 1.0, False),
    ("icon-512.png", 512, 1.0, False),
    ("icon-maskable-512.png", 512, 0.8, True),
    ("apple-touch-icon.png", 180, 0.95, True),
)


def main() -> int:
    """Draw all icons; return the exit status."""
    svg = (PUBLIC / "icon.svg").read_text(encoding="utf-8")
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for name, side, scale, is_full in ICONS:
            page = browser.new_page(viewport={"width": side, "height": side})
            paper = "rect { x: -256px; y: -256px; width: 1024px; height: 1024px; rx: 0 }" if is_full else ""
            page.set_content(
                f"<style>body {{ margin: 0 }} svg {{ display: block; overflow: visible; width: {side}px;"
                f" height: {side}px; transform: scale({scale}) }} {paper}</style>{svg}"
            )
            drawn = Image.open(io.BytesIO(page.screenshot(omit_background=True)))
            # 64 colors are enough for two and their edges, and a third of the bytes that every visit keeps.
            drawn.quantize(64, Image.Quantize.FASTOCTREE).save(PUBLIC / name, optimize=True)
            page.close()
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
