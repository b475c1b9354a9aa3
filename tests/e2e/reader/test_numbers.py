"""The public module reads whole numbers: what a developer who embeds it relies on."""

from __future__ import annotations

import numpy as np
import pytest
from playwright.sync_api import Error

from tests.support.paper import draw_picture, encode
from tests.support.reader_page import ReaderPage, to_ink
from training.fixtures import DIGITS
from training.ink import Stroke

WIDTH = 100
"""From one digit's left side to the next one's; the digits are drawn in a square of 100."""


def write(text: str, left: float = 0, top: float = 0) -> list[Stroke]:
    """Digits side by side."""
    return [stroke + (left + WIDTH * place, top) for place, digit in enumerate(text) for stroke in DIGITS[int(digit)]]


def test_a_number_is_read_whole_with_a_box_for_each_digit(reader: ReaderPage):
    reading = reader.read_ink(write("2047"))
    assert reading["text"] == "2047"
    (number,) = reading["numbers"]
    assert [digit["digit"] for digit in number["digits"]] == [2, 0, 4, 7]
    for place, digit in enumerate(number["digits"]):
        points = np.concatenate(DIGITS[digit["digit"]]) + (WIDTH * place, 0)
        low, size = points.min(axis=0), np.ptp(points, axis=0)
        assert digit["box"] == pytest.approx({"x": low[0], "y": low[1], "width": size[0], "height": size[1]})


def test_it_does_not_matter_in_which_order_the_strokes_are_written(reader: ReaderPage):
    assert reader.read_ink(write("4573")[::-1])["text"] == "4573"


def test_lines_and_numbers_are_told_apart(reader: ReaderPage):
    reading = reader.read_ink(write("12") + write("34", left=600) + write("56", top=220))
    assert reading["text"] == "12 34\n56"
    assert [number["line"] for number in reading["numbers"]] == [0, 0, 1]


def test_other_readings_of_the_number_are_offered(reader: ReaderPage):
    (number,) = reader.read_ink(write("17"))["numbers"]
    assert number["alternatives"]
    assert all(len(other["text"]) and other["text"] != "17" for other in number["alternatives"])
    confidences = [number["confidence"], *(other["confidence"] for other in number["alternatives"])]
    assert confidences == sorted(confidences, reverse=True)


def test_a_mask_says_what_the_number_has_to_look_like(reader: ReaderPage):
    ink = to_ink(write("12") + write("34", left=500))
    texts = reader.page.evaluate(
        """async (ink) => Promise.all(['####', '##/##', '#####'].map(
            async (mask) => (await reader.readInk(ink, { masks: [mask] })).text))""",
        ink,
    )
    assert texts == ["1234", "12/34", "12 34"]


def test_an_option_that_is_none_is_refused(reader: ReaderPage):
    with pytest.raises(Error, match="masks are texts such as"):
        reader.page.evaluate("() => reader.readInk([[{ x: 1, y: 1 }]], { masks: '##' })")
    with pytest.raises(Error, match=r"decimal is '\.' or ','"):
        reader.page.evaluate("() => reader.readInk([[{ x: 1, y: 1 }]], { decimal: ';' })")
    for turned in ("45", "'90'", "-90", "null"):
        with pytest.raises(Error, match="turned is 0, 90, 180 or 270"):
            reader.page.evaluate(f"() => reader.readImage(new ImageData(9, 9), {{ turned: {turned} }})")


def test_a_picture_is_read_in_stages_and_says_how_far_it_is(reader: ReaderPage):
    picture = encode(draw_picture(write("2047"), size=(1200, 400), height=0.5, place=(0.15, 0.5)))
    told = reader.page.evaluate(
        """async (bytes) => {
            const told = [];
            const picture = new Blob([Uint8Array.from(bytes)]);
            await reader.readImage(picture, { onProgress: (progress) => told.push(progress) });
            return told;
        }""",
        list(picture),
    )
    assert {each["stage"] for each in told} == {"decode", "binarize", "segment", "read"}
    shares = [each["share"] for each in told]
    assert shares == sorted(shares)
    assert 0 <= shares[0] < shares[-1] <= 1


def test_what_is_taken_back_is_not_read(reader: ReaderPage):
    picture = encode(draw_picture(write("2047"), size=(2000, 1500), height=0.2, place=(0.15, 0.5)))
    told = reader.page.evaluate(
        """async (bytes) => {
            const picture = new Blob([Uint8Array.from(bytes)]);
            const [before, during] = [new AbortController(), new AbortController()];
            before.abort(new Error('never mind'));
            const first = reader.readImage(picture, { signal: before.signal });
            const onProgress = () => during.abort(new Error('enough'));
            const second = reader.readImage(picture, { signal: during.signal, onProgress });
            const third = reader.readImage(picture);
            const words = async (reading) => reading.then(({ text }) => text, (error) => error.message);
            return Promise.all([first, second, third].map(words));
        }""",
        list(picture),
    )
    assert told[:2] == ["never mind", "enough"]
    assert told[2] == reader.read_file(picture)["text"]


def test_only_a_part_of_a_picture_is_read_where_an_area_is_given(reader: ReaderPage):
    ink = write("20") + write("47", left=500)
    picture = encode(draw_picture(ink, size=(1400, 400), height=0.45, place=(0.08, 0.5)))
    reading = reader.page.evaluate(
        """(bytes) => reader.readImage(new Blob([Uint8Array.from(bytes)]),
            { area: { x: 700, y: 0, width: 700, height: 400 } })""",
        list(picture),
    )
    assert reading["text"] == "47"
    assert reading["numbers"][0]["box"]["x"] > 700
