"""What the tests of faults share: a host that hands files out broken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.static_host import StaticHost


@pytest.fixture
def host(dist: Path) -> Iterator[StaticHost]:
    with StaticHost(dist) as started:
        yield started
