"""Readers in place of the real one: modules of `tests/support/readers/`, which the types of the real one check."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Page, Route

SUPPORT = Path(__file__).parent


def use_reader(
    page: Page, name: Literal["failing", "fake", "form", "slow"], told: dict[str, Any] | None = None
) -> None:
    """Let the page, once it is opened, read by this one, which finds what it is told in `globalThis.told`."""
    reader = f"globalThis.told = {json.dumps(told or {})};\n{(SUPPORT / 'readers' / f'{name}.js').read_text()}"
    readings = (SUPPORT / "made-up-reading.js").read_text()

    def answer(route: Route) -> None:
        body = reader if route.request.url.endswith("inkdigit.js") else readings
        route.fulfill(body=body, content_type="text/javascript")

    page.route("**/inkdigit.js", answer)
    page.route("**/made-up-reading.js", answer)
