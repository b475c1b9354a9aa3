"""Firefox with `resistFingerprinting`, which gives noise to whoever reads a canvas: itself, not simulated."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.engines.engine import Engine
from tests.support.engines.firefox import start_firefox
from tests.support.engines.page import expect_answer, open_page, write
from tests.support.paper import draw_line_of, encode

SAID = """() => document.querySelector('#message .message-text').innerText
    .startsWith('This browser gives pages noise in place of pictures')"""


@pytest.fixture
def resisting(engine_name: str) -> Iterator[Engine]:
    if engine_name != "firefox":
        pytest.skip("it is a setting of Firefox")
    started = start_firefox({"privacy.resistFingerprinting": True})
    yield started
    started.close()


def test_ink_is_read_and_of_pictures_it_is_said_what_to_allow(resisting: Engine, site: str, tmp_path: Path) -> None:
    open_page(resisting, site)
    picture = tmp_path / "number.png"
    picture.write_bytes(encode(draw_line_of("316")))
    # It takes WebCodecs away, too, so that there is no other way to the pixels.
    resisting.give("#picture-file", [picture])
    resisting.expect(SAID, expected=True)
    write(resisting, "2047")
    expect_answer(resisting, "2047")
