"""Pictures of digits and numbers on paper, and the ways in which a person hands them over."""

from __future__ import annotations

import base64
import io

from PIL import Image, ImageDraw
from playwright.sync_api import FilePayload, Page, expect

from tests.support.hand import DIGITS, PITCH, Place, on_pad
from tests.support.paper import draw_line_of, encode

CAMERA_SIZE = (1280, 720)


def picture_of(
    digit: int, ink: str = "#1c2333", paper: str = "#e9e4d8", size: tuple[int, int] = (900, 1200)
) -> Image.Image:
    """Draw a digit as with a felt pen on paper."""
    image = Image.new("RGB", size, paper)
    pen = ImageDraw.Draw(image)
    scale, width = 0.5 * min(size), max(2, min(size) // 25)
    for stroke in DIGITS[digit]:
        line = [(size[0] * 0.25 + scale * x, size[1] * 0.25 + scale * y) for x, y in stroke]
        pen.line(line, fill=ink, width=width, joint="curve")
    return image


def as_file(image: Image.Image, name: str = "digit.png", **options: object) -> FilePayload:
    kind = {"png": "PNG", "jpg": "JPEG", "webp": "WEBP"}[name.rsplit(".", 1)[-1]]
    data = io.BytesIO()
    image.save(data, kind, **options)
    return {"name": name, "mimeType": f"image/{kind.lower()}", "buffer": data.getvalue()}


def open_file(page: Page, file: FilePayload) -> None:
    page.locator("#picture-file").set_input_files(file)


def hand_over(page: Page, event: str, *handfuls: list[FilePayload]) -> None:
    """Drop or paste files, one handful right after the other, as the browser would hand them to the page."""
    page.evaluate(
        """([event, handfuls]) => {
            const transfers = handfuls.map((files) => {
                const transfer = new DataTransfer();
                for (const [name, type, data] of files) {
                    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
                    transfer.items.add(new File([bytes], name, { type }));
                }
                return transfer;
            });
            const options = { bubbles: true, cancelable: true };
            for (const transfer of transfers) {
                if (event === 'paste') {
                    document.body.dispatchEvent(new ClipboardEvent('paste', { ...options, clipboardData: transfer }));
                    continue;
                }
                for (const kind of ['dragover', 'drop']) {
                    const dragged = new DragEvent(kind, { ...options, dataTransfer: transfer });
                    document.querySelector('footer').dispatchEvent(dragged);
                    if (!dragged.defaultPrevented) throw new Error('The browser would leave the page.');
                }
            }
        }""",
        [
            event,
            [
                [[file["name"], file["mimeType"], base64.b64encode(file["buffer"]).decode()] for file in files]
                for files in handfuls
            ],
        ],
    )


def open_picture_of(page: Page, text: str) -> None:
    """Open a picture of a number on paper."""
    picture: FilePayload = {"name": "number.png", "mimeType": "image/png", "buffer": encode(draw_line_of(text))}
    page.locator("#picture-file").set_input_files(picture)
    expect(page.locator("#answer")).to_have_text(text)


def camera_sheet(text: str) -> bytes:
    """A sheet with a number in its middle, as a camera's picture."""
    image = Image.new("RGB", CAMERA_SIZE, "#e9e4d8")
    pen = ImageDraw.Draw(image)
    for index, digit in enumerate(text):
        for stroke in DIGITS[int(digit)]:
            line = on_pad(stroke, Place(400 + index * PITCH * 140, 290, 140))
            pen.line(line, fill="#1c2333", width=11, joint="curve")
    data = io.BytesIO()
    image.save(data, "JPEG", quality=92)
    return data.getvalue()
