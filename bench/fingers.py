"""How often only the number is read where fingers and palms do more on the pad than write."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Browser

from tests.support.page import open_page
from tests.support.touches import PHONE, SCENES, SCENES_EACH, play


def measure_fingers(browser: Browser, site: str) -> Iterator[str]:
    """A line a kind of touch: scenes that are read right, and the others as they were read."""
    context = browser.new_context(has_touch=True, viewport=PHONE)
    page = context.new_page()
    pad = open_page(page, site)
    for name in SCENES:
        wrong = [found for seed in range(SCENES_EACH) if (found := play(page, pad, name, seed))]
        yield f"{name}: {SCENES_EACH - len(wrong)} of {SCENES_EACH} right{''.join(f'; {each}' for each in wrong)}"
    context.close()
