"""What the reader's tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.support.reader_page import ReaderPage


@pytest.fixture(scope="module")
def reader(browser: Browser, site: str) -> Iterator[ReaderPage]:
    """A page with a reader, for all tests of a file."""
    page = browser.new_page()
    yield ReaderPage(page, site)
    page.close()
