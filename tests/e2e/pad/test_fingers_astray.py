"""Fingers and palms that do not write: what they do on the pad is no part of the number."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.support.page import open_page
from tests.support.touches import PHONE, SCENES, SCENES_EACH, play


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(has_touch=True, viewport=PHONE)
    yield made
    made.close()


@pytest.mark.parametrize("name", SCENES)
def test_only_the_number_is_read(page: Page, site: str, name: str) -> None:
    pad = open_page(page, site)
    wrong = [play(page, pad, name, seed) for seed in range(SCENES_EACH)]
    assert [each for each in wrong if each] == []
