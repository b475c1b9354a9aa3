"""The engines: Chromium with every test; `make test-browsers` asks for all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Playwright

from tests.support.engines.engine import Engine
from tests.support.engines.start import start


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "engine_name" in metafunc.fixturenames:
        metafunc.parametrize("engine_name", metafunc.config.getoption("--engines").split(","), scope="session")


@pytest.fixture
def engine(playwright: Playwright, engine_name: str) -> Iterator[Engine]:
    """A browser that has never seen the site."""
    started = start(playwright, engine_name)
    yield started
    started.close()
