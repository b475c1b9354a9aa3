"""Every engine, on both backends, reads what Chromium reads with WebAssembly.

Of ink the texts are the same, and what the networks say is so bit for bit on one backend; between the two, which add in
another order, it differs by less than `TOLERANCE`. Pictures are decoded and made smaller by each engine in its own way:
99 % of their texts are the same.
"""

from __future__ import annotations

import functools
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Playwright

from tests.support.engines.engine import Engine
from tests.support.engines.start import start
from tests.support.hand import DIGITS
from tests.support.paper import draw_page, encode
from tests.support.reader_page import to_ink
from tests.support.static_host import StaticHost
from tests.support.written import write_line

TOLERANCE = 1e-3
"""Of a probability."""

SHARE = 0.99
"""Of the pictures."""

NUMBERS = ["2047", "12.50", "5/27", "1-800", "316 58", "90210", "7", "3:45", "1,234", "68 4 9975"]

READ = """async (backend, inks, pictures) => {
    const { load } = await import('./inkdigit.js');
    const reader = await load({ backend });
    const written = [];
    for (const ink of inks) {
        const { text, numbers } = await reader.readInk(ink);
        const digits = numbers.flatMap((number) => number.digits);
        written.push([text, digits.map(({ probabilities }) => Array.from(probabilities))]);
    }
    const opened = [];
    for (const picture of pictures) {
        const blob = await (await fetch(picture)).blob();
        opened.push((await reader.readImage(blob)).text);
    }
    reader.close();
    return { backend: reader.info.backend, written, opened };
}"""


def inks() -> list[list]:
    """Each digit, and lines of them."""
    lines = [[stroke for strokes in write_line(text) for stroke in strokes] for text in NUMBERS]
    return [*DIGITS.values(), *lines]


def draw_pictures(folder: Path) -> list[str]:
    """Thirty pages as cameras and scanners would have them, some of them larger than what is worked on; their names."""
    names = []
    for number in range(30):
        lines = [NUMBERS[(number + step) % len(NUMBERS)] for step in range(1 + number % 3)]
        size = (2000, 1500) if number % 10 == 9 else (600, 450)
        page = draw_page(
            lines,
            size=size,
            height=size[0] / 20,
            rules=("plain", "ruled", "squared")[number % 3],
            turn=number % 5 - 2,
            lamp=0.1 * (number % 4),
            noise=2.0 * (number % 6),
            blur=0.5 * (number % 3),
        )
        kind, settings = ("JPEG", {"quality": 60 + number}) if number % 3 else ("PNG", {})
        names.append(f"{number}.{kind.lower()}")
        (folder / names[-1]).write_bytes(encode(page, kind, **settings))
    return names


FEW = 3
"""Pictures that the JavaScript backend reads: it takes a hundred times longer for their labels."""


class Readings:
    """What engines read, each asked once."""

    def __init__(self, site: str, pictures: list[str], playwright: Playwright) -> None:
        self._site, self._pictures, self._playwright = site, pictures, playwright

    @functools.cache  # noqa: B019 (there is one, as long as the tests run)
    def of(self, name: str, backend: str) -> dict[str, Any]:
        engine = start(self._playwright, name)
        try:
            return self._ask(engine, backend)
        finally:
            engine.close()

    def _ask(self, engine: Engine, backend: str) -> dict[str, Any]:
        engine.open(f"{self._site}404.html")  # a page of the site without a script of its own
        pictures = self._pictures if backend == "wasm" else self._pictures[:FEW]
        found = engine.ask(READ, backend, [to_ink(ink) for ink in inks()], pictures)
        assert found["backend"] == backend
        return found


@pytest.fixture(scope="module")
def readings(dist: Path, playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Readings]:
    folder = tmp_path_factory.mktemp("site") / "site"
    shutil.copytree(dist, folder)
    pictures = draw_pictures(folder)
    with StaticHost(folder) as host:
        yield Readings(host.url, pictures, playwright)


@pytest.mark.parametrize("backend", ["wasm", "cpu"])
def test_ink_gives_the_same_in_every_engine_on_each_backend(readings: Readings, engine_name: str, backend: str) -> None:
    same = readings.of("chromium", backend)["written"]
    assert readings.of(engine_name, backend)["written"] == same
    other = readings.of("chromium", "wasm")["written"]
    assert [text for text, _ in same] == [text for text, _ in other]
    for (_, found), (_, expected) in zip(same, other, strict=True):
        for one, another in zip(found, expected, strict=True):
            assert one == pytest.approx(another, abs=TOLERANCE)


@pytest.mark.parametrize("backend", ["wasm", "cpu"])
def test_pictures_give_the_same_texts_in_every_engine_on_each_backend(
    readings: Readings, engine_name: str, backend: str
) -> None:
    expected = readings.of("chromium", "wasm")["opened"]
    found = readings.of(engine_name, backend)["opened"]
    differing = [pair for pair in zip(found, expected, strict=False) if pair[0] != pair[1]]
    assert len(differing) <= (1 - SHARE) * len(found), differing
