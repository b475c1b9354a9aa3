"""`readImage`: photographs and files of one digit, and files that are none."""

from __future__ import annotations

import struct
import zlib

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Browser, Error

from tests.support.paper import draw_picture, encode
from tests.support.reader_page import ReaderPage
from training.fixtures import DIGITS

PAPERS = {
    "dark on light": {},
    "light on dark": {"ink_gray": 240, "paper_gray": 30},
    "pencil": {"ink_gray": 150, "pen": 0.035},
    "marker": {"pen": 0.14},
    "lamp light": {"lamp": 0.7},
    "chalk in uneven light": {"ink_gray": 200, "paper_gray": 70, "lamp": 0.5},
    "grainy": {"noise": 14},
    "out of focus": {"blur": 5},
    "small in a corner": {"height": 0.1, "place": (0.1, 0.93), "size": (800, 800)},
    "cut close": {"height": 0.98, "size": (300, 300)},
    "a thumbnail": {"size": (28, 28), "height": 0.7, "pen": 0.09},
    "a wide strip": {"size": (2000, 120), "place": (0.3, 0.5), "height": 0.8},
    "12 megapixels": {"size": (4000, 3000), "height": 0.3, "noise": 6},
}


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS.keys())
def test_reads_a_picture(reader: ReaderPage, paper: dict):
    digits = (2, 4, 5) if paper.get("size", (0, 0))[0] > 2000 else DIGITS
    texts = [reader.read_file(encode(draw_picture(DIGITS[digit], **paper)))["text"] for digit in digits]
    assert texts == [str(digit) for digit in digits]


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "BMP"])
def test_reads_every_kind_of_file(reader: ReaderPage, kind: str):
    assert reader.read_file(encode(draw_picture(DIGITS[5]), kind))["text"] == "5"


def test_reads_webp_without_loss(reader: ReaderPage):
    assert reader.read_file(encode(draw_picture(DIGITS[5]), "WEBP", lossless=True))["text"] == "5"


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "PNG"])
@pytest.mark.parametrize(
    ("said", "lies"),
    [(6, Image.Transpose.ROTATE_90), (3, Image.Transpose.ROTATE_180), (8, Image.Transpose.ROTATE_270)],
)
def test_turns_a_picture_as_its_exif_says(reader: ReaderPage, kind: str, said: int, lies: Image.Transpose):
    exif = Image.Exif()
    exif[0x0112] = said
    # One digit does not tell which side is up.
    assert reader.read_file(encode(draw_picture(DIGITS[7]).transpose(lies), kind, exif=exif))["text"] == "7"


def test_reads_a_bitmap_of_os2(reader: ReaderPage):
    picture = draw_picture(DIGITS[5]).convert("RGB")
    windows = encode(picture, "BMP")
    header = struct.pack("<IHHHH", 12, *picture.size, 1, 24)
    file = b"BM" + struct.pack("<IHHI", len(windows) - 28, 0, 0, 26) + header + windows[54:]
    assert reader.read_file(file)["text"] == "5"


def test_transparent_paper_is_white(reader: ReaderPage):
    ink = draw_picture(DIGITS[3], ink_gray=255, paper_gray=0)
    black = Image.new("L", ink.size, 0)
    assert reader.read_file(encode(Image.merge("LA", (black, ink))))["text"] == "3"


@pytest.mark.parametrize("color", ["white", "#ffe680"])
def test_light_ink_on_nothing_is_read_as_dark_ink_is(reader: ReaderPage, color: str):
    ink = draw_picture(DIGITS[3], ink_gray=255, paper_gray=0)
    sticker = Image.new("RGBA", ink.size, color)
    sticker.putalpha(ink)
    assert reader.read_file(encode(sticker))["text"] == "3"


def test_a_light_card_on_nothing_stays_a_card_with_dark_ink(reader: ReaderPage):
    card = draw_picture(DIGITS[3], size=(400, 400)).convert("RGBA")
    around = Image.new("RGBA", (900, 900), (0, 0, 0, 0))
    around.paste(card, (250, 250))
    assert reader.read_file(encode(around))["text"] == "3"


def test_the_box_is_in_the_pictures_own_pixels(reader: ReaderPage):
    picture = draw_picture(DIGITS[0], size=(1600, 1200), place=(0.25, 0.5), height=0.5, pen=0.02)
    box = reader.read_file(encode(picture))["numbers"][0]["box"]
    assert box == pytest.approx({"x": 220 - 6, "y": 330 - 6, "width": 360 + 12, "height": 540 + 12}, abs=6)


@pytest.mark.parametrize(
    "picture",
    [Image.new("L", (300, 200), 255), Image.new("RGB", (300, 200), (10, 10, 10)), draw_picture([], lamp=0.7, noise=6)],
    ids=["white", "black", "paper in lamp light"],
)
def test_a_picture_without_ink_reads_as_nothing(reader: ReaderPage, picture: Image.Image):
    reading = reader.read_file(encode(picture))
    assert reading == {"text": "", "numbers": [], "tables": [], "skipped": [], "turned": 0}


def test_a_frame_around_the_digit_is_not_read(reader: ReaderPage):
    pixels = np.asarray(draw_picture(DIGITS[2])).copy()
    pixels[:6], pixels[-6:], pixels[:, :6], pixels[:, -6:] = 20, 20, 20, 20
    assert reader.read_file(encode(Image.fromarray(pixels)))["text"] == "2"


@pytest.mark.parametrize("source", ["canvas", "ImageData", "ImageBitmap", "img"])
def test_reads_what_a_page_has_at_hand(reader: ReaderPage, source: str):
    text = reader.page.evaluate(
        """async ([source, strokes]) => {
            const canvas = document.createElement('canvas');
            canvas.width = canvas.height = 120;
            const context = canvas.getContext('2d');
            context.lineWidth = 8;
            context.lineCap = 'round';
            for (const stroke of strokes) {
                context.beginPath();
                stroke.forEach(([x, y]) => context.lineTo(x + 10, y + 10));
                context.stroke();
            }
            const image = new Image();
            image.src = canvas.toDataURL();
            await image.decode();
            const sources = {
                canvas,
                ImageData: context.getImageData(0, 0, 120, 120),
                ImageBitmap: await createImageBitmap(canvas),
                img: image,
            };
            const first = (await reader.readImage(sources[source])).text;
            return first + (await reader.readImage(sources[source])).text; // what was read is still the caller's
        }""",
        [source, [stroke.tolist() for stroke in DIGITS[4]]],
    )
    assert text == "44"


REFUSED = {
    "an empty file": (b"", "This file is empty"),
    "a text": (b"2047", "not a picture that can be read"),
    "an SVG": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not a picture that can be read"),
    "a picture that ends early": (encode(draw_picture(DIGITS[1]))[:200], "broken"),
    "a file that ends in its header": (b"\x89PNG\r\n\x1a\n\0\0", "not a picture that can be read"),
    "more than 25 MB": (b"\xff\xd8" + bytes(26_000_000), "26 MB; the most is 25 MB"),
}


@pytest.mark.parametrize(("content", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_a_file_that_cannot_be_read_is_refused(reader: ReaderPage, content: bytes, message: str):
    with pytest.raises(Error, match=message):
        reader.read_file(content, "image/png")
    assert reader.read_file(encode(draw_picture(DIGITS[6])))["text"] == "6"


def test_a_small_file_that_declares_a_huge_picture_is_refused_before_it_is_decoded(reader: ReaderPage):
    with pytest.raises(Error, match="256 megapixels; the most is 50"):
        reader.read_file(huge_png(16_000, 16_000))


def huge_png(width: int, height: int) -> bytes:
    """A valid beginning of a PNG whose header declares the size."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )


def test_what_reads_pictures_is_fetched_with_the_first_one(browser: Browser, site: str):
    page = browser.new_page()
    fetched: list[str] = []
    page.context.on("request", lambda request: fetched.append(request.url.split("/")[-1]))
    reader = ReaderPage(page, site)
    assert reader.read_ink(DIGITS[5])["text"] == "5"
    assert not [name for name in fetched if name.startswith("pictures")]
    assert reader.read_file(encode(draw_picture(DIGITS[5])))["text"] == "5"
    assert [name for name in fetched if name.startswith("pictures")]
    page.close()


def test_says_so_where_what_reads_pictures_cannot_be_fetched(browser: Browser, site: str):
    page = browser.new_page()
    page.context.route("**/pictures-*.js", lambda route: route.abort())
    reader = ReaderPage(page, site)
    with pytest.raises(Error, match="could not be fetched: check the connection and try again"):
        reader.read_file(encode(draw_picture(DIGITS[5])))
    assert reader.read_ink(DIGITS[5])["text"] == "5"
    page.close()
