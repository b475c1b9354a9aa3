"""Pictures of a digit: opened, dropped, pasted; and what is none."""

from __future__ import annotations

import struct
import zlib

import pytest
from PIL import Image
from playwright.sync_api import FilePayload, Page, expect

from tests.support.hand import DIGITS
from tests.support.page import open_page
from tests.support.pictures import as_file, hand_over, open_file, picture_of

TURNED_RIGHT = 6  # the value of EXIF's orientation for a picture that is to be turned clockwise to be upright
ORIENTATION = 0x0112


def turned(image: Image.Image) -> FilePayload:
    """Save a picture as a camera held on its side does: the pixels lie, and a note says how to turn them."""
    note = Image.Exif()
    note[ORIENTATION] = TURNED_RIGHT
    return as_file(image.rotate(90, expand=True), "turned.jpg", exif=note)


@pytest.mark.parametrize(
    "file",
    [
        as_file(picture_of(4)),
        as_file(picture_of(4, ink="#f2f2ee", paper="#22303c")),
        as_file(picture_of(4), "photo.jpg"),
        as_file(picture_of(4, size=(3000, 4000)), "large.jpg"),
        as_file(picture_of(4, size=(90, 60)), "small.webp", lossless=True),
        turned(picture_of(4)),
    ],
    ids=["dark on light", "light on dark", "JPEG", "12 megapixels", "small WebP", "turned by EXIF"],
)
def test_a_picture_is_shown_and_read(page: Page, site: str, file: FilePayload) -> None:
    open_page(page, site)
    open_file(page, file)
    expect(page.get_by_role("img", name="The opened picture")).to_be_visible()
    expect(page.locator("#answer")).to_have_text("4")
    expect(page.locator("#pad")).not_to_be_visible()


@pytest.mark.parametrize("event", ["drop", "paste"])
def test_a_picture_can_be_dropped_anywhere_and_pasted(page: Page, site: str, event: str) -> None:
    open_page(page, site)
    hand_over(page, event, [as_file(picture_of(7))])
    expect(page.get_by_role("img", name="The opened picture")).to_be_visible()
    expect(page.locator("#answer")).to_have_text("7")
    expect(page.locator("body")).not_to_have_attribute("data-dropping", "")


def test_the_way_back_finds_the_drawing_as_it_was(page: Page, site: str) -> None:
    pad = open_page(page, site)
    pad.draw(DIGITS[4])
    expect(page.locator("#answer")).to_have_text("4")
    drawn = pad.ink()
    open_file(page, as_file(picture_of(7)))
    expect(page.locator("#answer")).to_have_text("7")
    back = page.get_by_role("button", name="Back to the pad")
    expect(back).to_be_focused()
    for key in ("Control+z", "Delete"):
        page.keyboard.press(key)
    back.click()
    expect(page.locator("#answer")).to_have_text("4")
    assert pad.ink() == drawn
    open_file(page, as_file(picture_of(7)))
    expect(page.locator("#answer")).to_have_text("7")
    page.keyboard.press("Escape")
    expect(page.locator("#answer")).to_have_text("4")
    expect(pad.element).to_be_focused()


def test_a_picture_opened_before_the_reader_is_ready_is_read_when_it_is(page: Page, site: str) -> None:
    page.goto(site)
    open_file(page, as_file(picture_of(7)))
    expect(page.locator("#answer")).to_have_text("7")


def test_the_last_of_two_pictures_stays(page: Page, site: str) -> None:
    open_page(page, site)
    # What shows a picture comes with the first one.
    page.locator("#picture").evaluate(
        """(view) => {
            window.names = [];
            const note = () => {
                const name = view.querySelector('.picture-name')?.textContent;
                if (name && name !== names.at(-1)) names.push(name);
            };
            new MutationObserver(note).observe(view, { childList: true, subtree: true });
        }"""
    )
    name = page.locator(".picture-name")
    hand_over(page, "paste", [as_file(picture_of(4), "first.png")], [as_file(picture_of(7), "last.png")])
    expect(name).to_have_text("last.png")
    expect(page.locator("#answer")).to_have_text("7")
    assert page.evaluate("names") == ["last.png"]


def test_a_picture_stays_in_its_frame_and_its_address_is_given_back(page: Page, site: str) -> None:
    page.add_init_script(
        """window.held = new Set();
        const { createObjectURL, revokeObjectURL } = URL;
        URL.createObjectURL = (blob) => { const url = createObjectURL(blob); held.add(url); return url; };
        URL.revokeObjectURL = (url) => { held.delete(url); revokeObjectURL(url); };"""
    )
    open_page(page, site)
    for size in [(4000, 60), (60, 4000)]:
        open_file(page, as_file(picture_of(1, size=size), f"{'a long name ' * 20}.png"))
        picture = page.locator(".picture-photo img")
        expect(picture).to_have_js_property("naturalWidth", size[0])
        frame, image = page.locator(".picture-frame").bounding_box(), picture.bounding_box()
        assert frame
        assert image
        assert frame["x"] <= image["x"] + 1
        assert frame["y"] <= image["y"] + 1
        assert image["width"] <= frame["width"] + 1
        assert image["height"] <= frame["height"] + 1
        assert image["width"] / image["height"] == pytest.approx(size[0] / size[1], rel=0.05)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("held.size") == 0


def test_a_blank_picture_reads_as_nothing(page: Page, site: str) -> None:
    open_page(page, site)
    open_file(page, as_file(Image.new("RGB", (400, 300), "#eeeae0")))
    expect(page.locator("#answer-box")).to_contain_text("no ink in this picture")
    expect(page.locator("#answer")).to_have_text("")


def huge_png() -> bytes:
    """Make a PNG of a few bytes that says of itself to be 16,384 pixels wide and high."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 16384, 16384, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


REFUSED: dict[str, FilePayload] = {
    "text": {"name": "notes.txt", "mimeType": "text/plain", "buffer": b"seven"},
    "text that says it is a picture": {"name": "seven.png", "mimeType": "image/png", "buffer": b"seven"},
    "nothing": {"name": "empty.png", "mimeType": "image/png", "buffer": b""},
    "SVG": {"name": "a.svg", "mimeType": "image/svg+xml", "buffer": b"<svg xmlns='http://www.w3.org/2000/svg'/>"},
    "half a picture": {**as_file(picture_of(7)), "buffer": as_file(picture_of(7))["buffer"][:60]},
    "absurdly large": {"name": "huge.png", "mimeType": "image/png", "buffer": huge_png()},
}


@pytest.mark.parametrize("file", REFUSED.values(), ids=REFUSED.keys())
@pytest.mark.parametrize("event", ["open", "drop"])
def test_what_cannot_be_read_is_said_and_the_drawing_stays(
    page: Page, site: str, file: FilePayload, event: str
) -> None:
    pad = open_page(page, site)
    pad.draw(DIGITS[4])
    expect(page.locator("#answer")).to_have_text("4")
    drawn = pad.ink()
    if event == "open":
        open_file(page, file)
    else:
        hand_over(page, event, [file])
    message = page.get_by_role("alert")
    expect(message).to_be_visible()
    assert len(message.locator(".message-text").inner_text()) > 10
    expect(page.locator("#answer")).to_have_text("4")
    assert pad.ink() == drawn
    message.get_by_role("button", name="Close", exact=True).click()
    expect(message).to_have_count(0)


def test_what_cannot_be_read_leaves_the_picture_before_it(page: Page, site: str) -> None:
    open_page(page, site)
    open_file(page, as_file(picture_of(7)))
    expect(page.locator("#answer")).to_have_text("7")
    open_file(page, REFUSED["half a picture"])
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator(".picture-name")).to_have_text("digit.png")
    expect(page.locator("#answer")).to_have_text("7")


def test_pasting_text_is_answered(page: Page, site: str) -> None:
    open_page(page, site)
    page.evaluate(
        """() => {
            const clipboardData = new DataTransfer();
            clipboardData.setData('text/plain', '7');
            document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, clipboardData }));
        }"""
    )
    expect(page.get_by_role("alert")).to_contain_text("The clipboard holds no picture.")
