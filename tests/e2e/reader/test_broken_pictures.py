"""Pictures that are broken anywhere, or lie in their headers: each is read, or refused by a code that has words."""

from __future__ import annotations

import base64
import json
import math

from hypothesis import strategies as st
from PIL import Image

from tests.support.fuzz import damaged, fuzz, tried
from tests.support.paper import draw_picture, encode
from tests.support.paths import TEXTS
from tests.support.reader_page import ReaderPage
from training.fixtures import DIGITS

WORDS = json.loads((TEXTS / "en.json").read_text(encoding="utf-8"))["problem"]

PICTURE = draw_picture(DIGITS[7], size=(60, 80)).convert("RGB")
EXIF = Image.Exif()
EXIF[0x0112] = 6


def with_alpha() -> Image.Image:
    made = PICTURE.convert("RGBA")
    made.putalpha(PICTURE.convert("L"))
    return made


FILES = {
    "PNG": [encode(PICTURE), encode(with_alpha()), encode(PICTURE.convert("P")), encode(PICTURE, exif=EXIF)],
    "JPEG": [encode(PICTURE, "JPEG", exif=EXIF), encode(PICTURE, "JPEG", progressive=True)],
    "WEBP": [
        encode(PICTURE, "WEBP", exif=EXIF),
        encode(with_alpha(), "WEBP", lossless=True, exif=EXIF),
        encode(PICTURE, "WEBP"),
    ],
    "GIF": [encode(PICTURE, "GIF")],
    "BMP": [encode(PICTURE, "BMP"), encode(PICTURE.convert("L"), "BMP")],
}

READ = """async (files) => {
    const told = [];
    for (const text of files) {
        const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
        told.push(await reader.readImage(new Blob([bytes])).then(
            ({ text, numbers, turned }) => ({ text, turned, boxes: numbers.flatMap(({ box }) => Object.values(box)) }),
            ({ code, message }) => ({ code, message }),
        ));
    }
    return told;
}"""


TOGETHER = 5
"""Pictures that are handed to the page at once: a call takes longer than most of them."""


@fuzz(
    20,
    files=st.sampled_from(list(FILES)).flatmap(
        lambda kind: st.lists(damaged(FILES[kind]), min_size=TOGETHER, max_size=TOGETHER)
    ),
)
def test_a_broken_picture_is_read_or_refused_in_words(reader: ReaderPage, files: list[bytes]) -> None:
    tried["inputs"] += TOGETHER - 1
    for told in reader.page.evaluate(READ, [base64.b64encode(each).decode() for each in files]):
        if "text" in told:
            assert all(math.isfinite(side) for side in told["boxes"])
            assert told["turned"] in {0, 90, 180, 270}
        else:
            assert told["code"] in WORDS, told
            assert "NaN" not in told["message"]
